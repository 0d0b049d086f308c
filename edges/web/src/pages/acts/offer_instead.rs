//! An authority offers something else instead of deciding.

use super::filled::{of, taken};
use super::propose_extension::digits;
use super::saying::{Saying, Words};
use super::sent::{optional_reason, reason};
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::offered;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::parts::FieldKind;
use crate::wording::full_name;
use act::{AuthorityId, Title};
use clearance::acts::OfferInstead;
use clearance::{Otherwise, Referral};
use desk::{Fault, FieldFault};
use jiff::civil::Time;

impl ActPage for OfferInstead {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/offers";
    const FOLDED: bool = true;
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-offer-instead",
            what: "act-offer-instead-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let (entering, t) = (asking.entering, asking.entering.t);
        let date = entering.line("date", "field-offer-date").kind(FieldKind::Day);
        let time = |name, label| entering.line(name, label).kind(FieldKind::Time);
        let form = entering.lines("offer-form", "field-offer-form", 2_000);
        vec![
            date.hint(t.get("hint-offer-nothing")).into(),
            time("offer-from", "field-offer-from").into(),
            time("offer-until", "field-offer-until").into(),
            entering.line("offer-place", "field-offer-place").into(),
            form.hint(t.get("hint-offer-form")).into(),
            entering
                .lines("offer-reasons", "field-offer-reasons", 2_000)
                .into(),
        ]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let mut faults = vec![];
        let otherwise = Otherwise {
            date: taken(typed, "date", &mut faults, |text| {
                desk::clearance::day("date", text)
            }),
            from: taken(typed, "offer-from", &mut faults, |text| time("offer-from", text)),
            until: taken(typed, "offer-until", &mut faults, |text| {
                time("offer-until", text)
            }),
            place: taken(typed, "offer-place", &mut faults, |text| {
                Title::new(text).map_err(|fault| FieldFault::of_text("offer-place", &fault))
            }),
            form: of(optional_reason(typed, "offer-form"), &mut faults).flatten(),
        };
        match of(reason(typed, "offer-reasons"), &mut faults) {
            Some(reasons) if faults.is_empty() => Ok(OfferInstead {
                authority,
                otherwise,
                reasons,
            }),
            _ => Err(Fault::Invalid(faults)),
        }
    }
}

fn time(field: &str, text: &str) -> Result<Time, FieldFault> {
    Time::strptime("%H:%M", digits(text)).map_err(|_| FieldFault::plain(field, "not-a-time"))
}

/// What would be otherwise than it is applied for.
pub(super) fn row(saying: &Saying<'_>, otherwise: &Otherwise) -> Option<Row> {
    let event = &saying.application().submission.as_ref()?.event;
    let lines = offered::lines(saying.site, saying.t, event, otherwise);
    Some(Row::of(saying.t.get("column-offer"), lines))
}

/// The event, the authority, and what it offers.
pub(super) fn rows(saying: &Saying<'_>, referral: &Referral, otherwise: &Otherwise) -> Vec<Row> {
    let name = full_name(saying.site, saying.t, saying.application(), referral);
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name));
    rows.extend(row(saying, otherwise));
    rows
}

fn said(offer: &OfferInstead, saying: &Saying<'_>) -> Option<Words> {
    let application = saying.application();
    let referral = application.referrals.get(&offer.authority)?;
    let event = &application.submission.as_ref()?.event;
    let otherwise = offer.otherwise.clone().than(event);
    let mut rows = rows(saying, referral, &otherwise);
    rows.push(saying.row("field-offer-reasons", offer.reasons.to_string()));
    Some(Words {
        title: "confirm-offer-title",
        here: Here::Decisions,
        rows,
        follows: saying.follows(&[
            "act-offer-instead-what",
            "confirm-offer-not-a-decision",
            "confirm-offer-told",
        ]),
        button: "confirm-offer",
        kind: "",
        field: Some("date"),
    })
}
