//! The organiser answers a question.

use super::propose_extension::due;
use super::saying::{Saying, Words};
use super::sent::reason;
use super::{ActPage, Asking, Called, SaidBefore};
use crate::Text;
use crate::form::Typed;
use crate::pages::confirm::Row;
use crate::pages::entry::Field;
use crate::pages::thread::Here;
use crate::wording::full_name;
use act::AuthorityId;
use clearance::acts::AnswerQuestion;
use desk::Fault;

impl ActPage for AnswerQuestion {
    type On = (AuthorityId, u32);
    const ADDRESS: &'static str = "/cases/{id}/referrals/{authority}/questions/{number}/answer";
    const SAID: Option<SaidBefore<Self>> = Some(said);
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

fn said(answer: &AnswerQuestion, saying: &Saying<'_>) -> Option<Words> {
    let told = [saying.row("field-answer", answer.answer.to_string())];
    answered(saying, &answer.authority, told, "answer")
}

/// What an answer says before it is given: what was asked and what is said to it, and what becomes of the authority's clock.
pub(super) fn answered(
    saying: &Saying<'_>,
    authority: &AuthorityId,
    told: impl IntoIterator<Item = Row>,
    field: &'static str,
) -> Option<Words> {
    let (t, application) = (saying.t, saying.application());
    let referral = application.referrals.get(authority)?;
    let then = saying.then.referrals.get(authority)?;
    let name = full_name(saying.site, t, application, referral);
    let mut rows = saying.event();
    rows.push(saying.row("column-authority", name.as_str()));
    rows.push(saying.row("field-question", referral.open_question()?.text.to_string()));
    rows.extend(told);
    rows.push(saying.row("confirm-due-now", due(saying, referral)));
    rows.push(saying.row("confirm-due-answered", due(saying, then)));
    let runs = if then.stands_still_since().is_none() {
        "confirm-answer-runs"
    } else {
        "confirm-answer-waits"
    };
    let said = |id: &str| t.one(id, "authority", name.as_str());
    let follows = [
        said(runs),
        said("confirm-answer-told"),
        t.get("confirm-answer-stands").into_owned(),
    ];
    Some(Words {
        title: "confirm-extension-title",
        here: Here::Decisions,
        rows,
        follows: follows.into(),
        button: "confirm-extension",
        kind: "",
        field: Some(field),
    })
}
