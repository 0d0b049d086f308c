//! The lead takes the permit back.

use super::saying::{Saying, Words};
use super::seal::Seals;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use clearance::acts::RevokePermit;
use desk::Fault;

const SEALS: Seals = Seals {
    reasons: "reasons",
    seal: "revocation-seal",
    ground: "revocation-seal-ground",
    hint: "hint-seal",
};

impl ActPage for RevokePermit {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/revocation";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;
    const SEALS: Option<Seals> = Some(SEALS);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-revoke",
            what: "act-revoke-what",
            kind: "warning",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        let reasons = asking
            .entering
            .lines("reasons", "field-revocation-reasons", 2_000);
        vec![
            reasons
                .hint(asking.entering.t.get("hint-revocation-reasons"))
                .into(),
            SEALS.fields(asking.entering),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = SEALS.read(typed)?;
        Ok(RevokePermit { reasons })
    }
}

fn said(revoke: &RevokePermit, saying: &Saying<'_>) -> Option<Words> {
    let permit = saying.application().permit.iter();
    let mut rows: Vec<_> = permit
        .map(|permit| saying.row("paper-reference", permit.content.permit.as_str()))
        .collect();
    rows.extend(saying.event());
    rows.extend(saying.why("field-reasons", Some(&revoke.reasons)));
    let mut follows = saying.follows(&["act-revoke-what"]);
    follows.extend(saying.who_reads("confirm-sealed-readers", &["hint-revocation-reasons"]));
    follows.extend(saying.follows(&["confirm-revocation-stands"]));
    Some(Words {
        title: "confirm-revocation-title",
        here: Here::Permit,
        rows,
        follows,
        button: "act-revoke",
        kind: "warning",
        field: Some("reasons"),
    })
}
