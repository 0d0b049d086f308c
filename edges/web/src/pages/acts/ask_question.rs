//! An authority asks the organiser.

use super::sent::reason;
use super::{ActPage, Asking, Called, wanted};
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
        let question = asking.entering.lines("question", "field-question", 2_000);
        let question = question.hint(asking.entering.t.get("hint-question"));
        let wanted = asking.asks.wanted.fields(asking.entering);
        [question.into()].into_iter().chain(wanted).collect()
    }

    fn read(authority: AuthorityId, typed: &Typed, _: Text) -> Result<Self, Fault> {
        match (reason(typed, "question"), wanted::read(typed)) {
            (Ok(text), Ok(items)) => Ok(AskQuestion {
                authority,
                text,
                items,
            }),
            (Ok(_), Err(faults)) => Err(Fault::Invalid(faults)),
            (Err(Fault::Invalid(mut faults)), Err(more)) => {
                faults.extend(more);
                Err(Fault::Invalid(faults))
            }
            (Err(fault), _) => Err(fault),
        }
    }
}
