//! An authority asks the organiser for more time.

use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::extensions::days_more;
use crate::pages::thread::Here;
use crate::parts::FieldKind;
use crate::position::Seen;
use crate::wording::Due;
use act::AuthorityId;
use calendar::Unit;
use clearance::acts::ProposeExtension;
use clearance::{Extension, Referral};
use desk::{Fault, FieldFault};

impl ActPage for ProposeExtension {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/extensions";
    const FOLDED: bool = true;
    const SAID: Option<SaidBefore<Self>> = Some(said);

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

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let days = wanted(typed);
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

fn wanted(typed: &Typed) -> Result<u32, FieldFault> {
    let fault = if !typed.given("days") {
        "empty"
    } else {
        "not-a-number"
    };
    digits(typed.get("days").trim())
        .parse()
        .map_err(|_| FieldFault::plain("days", fault))
}

/// The same with digits of ours: whoever writes Khmer or full-width digits writes digits.
pub(super) fn digits(text: &str) -> String {
    text.chars().map(plain).collect()
}

/// A digit of any script that pages are written in, as one of ours.
fn plain(character: char) -> char {
    let beyond = |zero: char| u32::from(character).wrapping_sub(u32::from(zero));
    let value = ['០', '０'].into_iter().map(beyond).find(|value| *value < 10);
    value
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(character)
}

fn said(asked: &ProposeExtension, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&asked.authority)?;
    let at = saying.view.context.at;
    let extension = Extension::proposed(0, asked.days, &asked.reasons, at);
    let mut rows = saying.event();
    rows.push(saying.row("column-more-time", days_more(t, referral, asked.days)));
    rows.push(saying.row("field-days-reasons", asked.reasons.to_string()));
    rows.extend(days(saying, referral, &extension));
    Some(Words {
        title: "confirm-proposal-title",
        here: Here::Decisions,
        rows,
        follows: saying.follows(&["act-propose-extension-what"]),
        button: "act-propose-extension",
        kind: "",
        field: Some("days"),
    })
}

/// By when an authority decides as it stands, and by when with these days more.
pub(super) fn days(saying: &Saying<'_>, referral: &Referral, asked: &Extension) -> [Row; 2] {
    let agreed = referral.with_agreed(asked, saying.view.context.at);
    [
        saying.row("confirm-due-now", due(saying, referral)),
        saying.row("confirm-due-then", due(saying, &agreed)),
    ]
}

/// By when an authority has to decide by this clock; how many days it has left, while that stands still.
pub(super) fn due(saying: &Saying<'_>, referral: &Referral) -> String {
    let t = saying.t;
    let reckoned = clearance::reckon(referral).ok();
    let event = saying.application().submission.as_ref().map(|one| one.event.date);
    let today = Seen::new(saying.site, t, saying.view).today;
    match (
        reckoned.as_ref().and_then(|one| one.deadline).zip(event),
        reckoned,
    ) {
        (Some((due, event)), _) => Due::of(t, due, today, event).words,
        (None, Some(reckoned)) => t.one("confirm-days-left", "days", i64::from(reckoned.remaining)),
        (None, None) => t.get("next-unknown").into_owned(),
    }
}
