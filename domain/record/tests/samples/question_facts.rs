//! Questions that ask item by item.

use super::*;
use clearance::{About, AnsweredItem, ItemAnswer, Wanted};

/// A question of three items, an answer to each in its way, and one that is taken back.
pub fn of_items() -> Vec<ApplicationFact> {
    let field = Wanted {
        about: About::Field("largest_shell".into()),
        words: Some(reason("Across, or round?")),
    };
    let document = Wanted {
        about: About::Document("site-plan".into()),
        words: None,
    };
    let named = Wanted {
        about: About::Named(title("Insurance")),
        words: None,
    };
    let given = ItemAnswer::Given {
        words: Some(reason("Across.")),
        documents: vec![AttachmentId::of(15)],
    };
    let cannot_be = ItemAnswer::CannotBe {
        why: reason("The surveyor comes in October."),
    };
    let answers = [given, cannot_be].into_iter().zip(1..);
    let answers = answers.map(|(answer, item)| AnsweredItem { item, answer });
    vec![
        ApplicationFact::QuestionAsked {
            authority: authority(),
            number: 2,
            text: reason("For the safety of the quay:"),
            items: vec![field, document, named],
        },
        ApplicationFact::ItemsAnswered {
            authority: authority(),
            number: 2,
            answers: answers.collect(),
        },
        ApplicationFact::ItemsTakenBack {
            authority: authority(),
            number: 2,
            items: vec![2],
        },
    ]
}
