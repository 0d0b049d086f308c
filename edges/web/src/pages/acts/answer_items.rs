//! The organiser answers items of a question: as many as it can, and the others later.

use super::{ActPage, Asking, Called, items};
use crate::Text;
use crate::form::Typed;
use crate::pages::entry::Field;
use act::AuthorityId;
use clearance::acts::AnswerItems;
use desk::Fault;

impl ActPage for AnswerItems {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/items";
    const LEADS: (&'static str, &'static str) = ("act-answer-items-whom", "#act-answer-items");

    fn called(_: &Asking<'_>) -> Called {
        Called {
            title: "act-answer-items",
            what: "act-answer-items-what",
            kind: "",
        }
    }

    fn fields(asking: &Asking<'_>) -> Vec<Field> {
        asking.asks.items.answers(asking.entering)
    }

    fn read((authority, number): (AuthorityId, u32), typed: &Typed, _: Text) -> Result<Self, Fault> {
        let answers = items::read(typed, number).map_err(Fault::Invalid)?;
        Ok(AnswerItems {
            authority,
            number,
            answers,
        })
    }
}
