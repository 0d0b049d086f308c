//! The lead takes back what it put to an authority that no rule names.

use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::asked;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::full_name;
use act::AuthorityId;
use clearance::Question;
use clearance::acts::TakeBack;
use desk::Fault;

impl ActPage for TakeBack {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/release";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;
    const LEADS: (&'static str, &'static str) = ("act-take-back-for", "#act-take-back");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-take-back",
            what: "act-take-back-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let reasons = asking
            .entering
            .lines("taken-back-reasons", "field-taken-back-reasons", 2_000);
        vec![reasons.into()]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, "taken-back-reasons")?;
        Ok(TakeBack { authority, reasons })
    }
}

fn said(back: &TakeBack, saying: &Saying<'_>) -> Option<Words> {
    let referral = saying.application().referrals.get(&back.authority)?;
    let t = saying.t;
    let name = full_name(saying.site, t, saying.application(), referral);
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name));
    rows.push(saying.row("field-taken-back-reasons", back.reasons.to_string()));
    let open = [
        (referral.open_question().is_some(), "confirm-back-question"),
        (referral.open_offer().is_some(), "confirm-back-offer"),
    ];
    let open = open
        .into_iter()
        .filter_map(|(is_open, said)| is_open.then_some(said));
    let share = referral.open_question().and_then(Question::share);
    let share = share.map(|one| t.one("confirm-back-items", "answered", asked::share(t, one)));
    let follows: Vec<_> = ["act-take-back-what"].into_iter().chain(open).collect();
    Some(Words {
        title: "confirm-take-back-title",
        here: Here::Decisions,
        rows,
        follows: saying.follows(&follows).into_iter().chain(share).collect(),
        button: "act-take-back",
        kind: "",
        field: Some("taken-back-reasons"),
    })
}
