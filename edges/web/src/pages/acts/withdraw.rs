//! The organiser withdraws the application.

use super::saying::{Saying, Words};
use super::sent::optional_reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use clearance::acts::Withdraw;
use desk::Fault;

impl ActPage for Withdraw {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/withdrawal";
    const SAID: Option<SaidBefore<Self>> = Some(said);
    const FOLDED: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-withdraw",
            what: "act-withdraw-what",
            kind: "warning",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![
            asking
                .entering
                .lines("reasons", "field-withdrawal-reasons", 2_000)
                .into(),
        ]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let reasons = optional_reason(typed, "reasons")?;
        Ok(Withdraw { reasons })
    }
}

fn said(withdraw: &Withdraw, saying: &Saying<'_>) -> Option<Words> {
    let mut rows = saying.event();
    rows.push(saying.row("field-reasons", saying.reasons(withdraw.reasons.as_ref())));
    let follows = saying.follows(&["act-withdraw-what", "confirm-told", "confirm-withdrawal-stands"]);
    Some(Words {
        title: "confirm-withdrawal-title",
        here: Here::Application,
        rows,
        follows,
        button: "act-withdraw",
        kind: "warning",
        field: Some("reasons"),
    })
}
