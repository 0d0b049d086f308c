//! The organiser declines what an authority offered.

use super::offer_instead::rows;
use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::reckoning;
use crate::wording::full_name;
use act::AuthorityId;
use clearance::acts::DeclineOffer;
use desk::Fault;

/// Where the way from the case's page to an offer leads.
pub(super) const LEADS: (&str, &str) = ("act-answer-offer-whom", "#offers");

impl ActPage for DeclineOffer {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/offers/{number}/refusal";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const LEADS: (&'static str, &'static str) = LEADS;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-decline-offer",
            what: "act-decline-offer-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let reasons = asking
            .entering
            .lines("offer-decline-reasons", "field-offer-decline-reasons", 2_000);
        vec![reasons.into()]
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = optional_reason(typed, "offer-decline-reasons")?;
        Ok(DeclineOffer {
            authority,
            number,
            reasons,
        })
    }
}

fn said(answer: &DeclineOffer, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&answer.authority)?;
    let offer = referral.open_offer().filter(|one| one.number == answer.number)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let mut rows = rows(saying, referral, &offer.otherwise);
    rows.push(saying.row("field-offer-reasons", offer.reasons.to_string()));
    rows.push(saying.row("field-reasons", saying.reasons(answer.reasons.as_ref())));
    Some(Words {
        title: "confirm-decline-offer-title",
        here: Here::Decisions,
        rows,
        follows: [t.one("confirm-decline-offer", "authority", name)]
            .into_iter()
            .chain(reckoning::silence(t, referral).filter(|_| referral.silence_counts()))
            .chain(saying.follows(&["confirm-told", "confirm-offer-stands"]))
            .collect(),
        button: "act-decline-offer",
        kind: "",
        field: Some("offer-decline-reasons"),
    })
}
