//! The lead takes the permit back.

use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use clearance::acts::RevokePermit;
use desk::Fault;

impl ActPage for RevokePermit {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/revocation";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

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
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = reason(typed, "reasons")?;
        Ok(RevokePermit { reasons })
    }
}

fn said(revoke: &RevokePermit, saying: &Saying<'_>) -> Option<Words> {
    let permit = saying.application().permit.iter();
    let mut rows: Vec<_> = permit
        .map(|permit| saying.row("paper-reference", permit.content.permit.as_str()))
        .collect();
    rows.extend(saying.event());
    rows.push(saying.row("field-reasons", revoke.reasons.to_string()));
    let follows = saying.follows(&[
        "act-revoke-what",
        "hint-revocation-reasons",
        "confirm-revocation-stands",
    ]);
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
