//! What in an application does not fit together: told before it is handed in, and not held against it, for it may be right all
//! the same. A rulebook's question is compared where its name says what it asks about (`docs/formats/rulebook.md`).

use crate::Text;
use clearance::{ComponentKind, Submission};
use desk::views::identity::OrganisationLine;
use identity::OrganisationKind;
use rulebook::{Rulebook, Value};

/// The question whether an embassy or another mission holds the event or helps to hold it.
const MISSION: &str = "foreign_mission";

/// What does not fit together.
pub(super) fn doubts(
    t: Text,
    rulebook: &Rulebook,
    submission: &Submission,
    organisations: &[OrganisationLine],
) -> Vec<String> {
    let answer = |id: &str| {
        let Value::Boolean(yes) = submission.answers.get(id)? else {
            return None;
        };
        let question = rulebook.input(id)?.question.in_language(t.language().tag());
        Some((*yes, question.to_owned()))
    };
    let mut doubts = vec![];
    for kind in ComponentKind::ALL {
        let Some((yes, question)) = answer(kind.name()) else {
            continue;
        };
        let named = submission.event.components.iter().any(|one| one.kind == kind);
        if yes != named {
            let id = if yes {
                "doubt-part-lacks"
            } else {
                "doubt-part-named"
            };
            let part = t.get(&format!("component-{}", kind.name()));
            doubts.push(t.with(id, [("question", question.into()), ("part", part.into())]));
        }
    }
    if let Some((yes, question)) = answer(MISSION) {
        let holds = |line: &OrganisationLine| {
            let named = submission.organisers.iter();
            line.kind == OrganisationKind::Mission
                && named.into_iter().any(|one| one.organisation == line.organisation)
        };
        let named = organisations.iter().any(holds);
        if yes != named {
            let id = if yes {
                "doubt-mission-lacks"
            } else {
                "doubt-mission-named"
            };
            doubts.push(t.one(id, "question", question));
        }
    }
    doubts
}
