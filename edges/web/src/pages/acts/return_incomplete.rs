//! The lead gives an application back as incomplete.

use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use clearance::acts::ReturnIncomplete;
use desk::Fault;

impl ActPage for ReturnIncomplete {
    type On = ();
    const ADDRESS: &'static str = "/cases/{id}/return";
    const FOLDED: bool = true;
    const FIRST: bool = true;

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-return",
            what: "act-return-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![asking.entering.lines("lacks", "field-lacks", 2_000).into()]
    }

    fn read((): (), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let lacks = reason(typed, "lacks")?;
        Ok(ReturnIncomplete { lacks })
    }
}
