//! An authority asks the organiser.

use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::AuthorityId;
use clearance::acts::AskQuestion;
use desk::Fault;

impl ActPage for AskQuestion {
    type On = AuthorityId;
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions";

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-ask",
            what: "act-ask-what",
            kind: "secondary",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![asking.entering.lines("question", "field-question", 2_000).into()]
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        let text = reason(typed, "question")?;
        Ok(AskQuestion { authority, text })
    }
}
