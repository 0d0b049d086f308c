//! The organiser accepts, in words, another form that an authority offered.

use super::decline_offer::LEADS;
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
use clearance::acts::AcceptOffer;
use desk::Fault;

impl ActPage for AcceptOffer {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/offers/{number}/agreement";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const LEADS: (&'static str, &'static str) = LEADS;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-accept-offer",
            what: "act-accept-offer-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let words = asking
            .entering
            .lines("offer-accept-reasons", "field-offer-accept-reasons", 2_000);
        vec![words.into()]
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = optional_reason(typed, "offer-accept-reasons")?;
        Ok(AcceptOffer {
            authority,
            number,
            reasons,
        })
    }
}

fn said(answer: &AcceptOffer, saying: &Saying<'_>) -> Option<Words> {
    let t = saying.t;
    let referral = saying.application().referrals.get(&answer.authority)?;
    let offer = referral.open_offer().filter(|one| one.number == answer.number)?;
    let name = full_name(saying.site, t, saying.application(), referral);
    let mut rows = rows(saying, referral, &offer.otherwise);
    rows.push(saying.row("field-offer-reasons", offer.reasons.to_string()));
    if let Some(words) = &answer.reasons {
        rows.push(saying.row("field-answer", words.to_string()));
    }
    let stands = ["act-accept-offer-what", "confirm-told", "confirm-offer-stands"];
    Some(Words {
        title: "confirm-accept-offer-title",
        here: Here::Decisions,
        rows,
        follows: [t.one("confirm-accept-offer", "authority", name)]
            .into_iter()
            .chain(reckoning::silence(t, referral).filter(|_| referral.silence_counts()))
            .chain(saying.follows(&stands))
            .collect(),
        button: "act-accept-offer",
        kind: "",
        field: Some("offer-accept-reasons"),
    })
}
