//! An authority asks the organiser for more time.

use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::parts::FieldKind;
use act::AuthorityId;
use calendar::Unit;
use clearance::acts::ProposeExtension;
use desk::{Fault, FieldFault};

impl ActPage for ProposeExtension {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/extensions";
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-propose-extension",
            what: "act-propose-extension-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let working = asking.referral.map(|one| one.terms.period.unit) == Some(Unit::Working);
        let unit = if working {
            "hint-days-working"
        } else {
            "hint-days-calendar"
        };
        let days = entering.line("days", "field-days").kind(FieldKind::Number);
        let reasons = entering.lines("days-reasons", "field-days-reasons", 2_000);
        vec![days.hint(t.get(unit)).into(), reasons.into()]
    }

    fn read(authority: AuthorityId, typed: &Typed) -> Result<Self, Fault> {
        let days = days(typed);
        let reasons = reason(typed, "days-reasons");
        match (days, reasons) {
            (Ok(days), Ok(reasons)) => Ok(ProposeExtension {
                authority,
                days,
                reasons,
            }),
            (Err(day), Err(Fault::Invalid(reason))) => {
                Err(Fault::Invalid([day].into_iter().chain(reason).collect()))
            }
            (Err(day), _) => Err(Fault::Invalid(vec![day])),
            (_, Err(fault)) => Err(fault),
        }
    }
}

fn days(typed: &Typed) -> Result<u32, FieldFault> {
    let fault = if !typed.given("days") {
        "empty"
    } else {
        "not-a-number"
    };
    let days = typed.get("days").trim().parse();
    days.map_err(|_| FieldFault::plain("days", fault))
}
