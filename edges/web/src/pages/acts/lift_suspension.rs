//! The lead lets the permit hold again that it had stopped.

use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use clearance::acts::LiftSuspension;
use desk::Fault;

const REASONS: &str = "lifting-reasons";

impl ActPage for LiftSuspension {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/suspension/lifting";
    const SAID: Option<SaidBefore<Self>> = Some(said);

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-lift",
            what: "act-lift-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![
            asking
                .entering
                .lines(REASONS, "field-lifting-reasons", 2_000)
                .into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = optional_reason(typed, REASONS)?;
        Ok(LiftSuspension { reasons })
    }
}

fn said(lift: &LiftSuspension, saying: &Saying<'_>) -> Option<Words> {
    let permit = saying.application().permit.as_ref()?;
    let mut rows = vec![saying.row("paper-reference", permit.content.permit.as_str())];
    rows.extend(saying.event());
    rows.push(saying.row("field-reasons", saying.reasons(lift.reasons.as_ref())));
    let follows = saying.follows(&[
        "act-lift-what",
        "confirm-lifting-verify",
        "confirm-told",
        "confirm-lifting-again",
    ]);
    Some(Words {
        title: "confirm-lifting-title",
        here: Here::Permit,
        rows,
        follows,
        button: "act-lift",
        kind: "",
        field: Some(REASONS),
    })
}
