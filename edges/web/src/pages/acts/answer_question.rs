//! The organiser answers a question.

use super::sent::reason;
use super::{ActPage, Asking, Called};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::AuthorityId;
use clearance::acts::AnswerQuestion;
use desk::Fault;

impl ActPage for AnswerQuestion {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/answer";
    const LEADS: (&'static str, &'static str) = ("act-answer-whom", "#answer");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer",
            what: "",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        vec![asking.entering.lines("answer", "field-answer", 2_000).into()]
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let answer = reason(typed, "answer")?;
        Ok(AnswerQuestion {
            authority,
            number,
            answer,
        })
    }
}
