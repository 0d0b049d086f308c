//! Facts of advice that people without an account are asked for by links.

use super::sealed_facts::opening;
use super::{reason, title};
use act::{AdviceId, AttachmentId, AuthorityId};
use clearance::{Advice, AdviceAsked, AdviceGiven, ApplicationFact, Attachment};
use jiff::civil::date;

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let asked = |authority, documents, replaces| {
        ApplicationFact::AdviceAsked(AdviceAsked {
            advice: AdviceId::of(8),
            authority,
            name: title("Sok Dara"),
            office: title("Harbour master"),
            question: reason("Do boats pass?"),
            until: date(2023, 8, 25),
            documents,
            replaces,
        })
    };
    let advice = |says, words, document| AdviceGiven {
        advice: AdviceId::of(8),
        name: title("Sok Dara"),
        office: title("Harbour master"),
        says,
        words,
        document,
        sealed: None,
    };
    let given = |says, words, document| ApplicationFact::AdviceGiven(advice(says, words, document));
    let chart = Attachment {
        attachment: AttachmentId::of(9),
        name: title("chart.pdf"),
        media_type: "application/pdf".into(),
        size: 9,
        sha256: "ab".into(),
        document: None,
    };
    let told = || Some(reason("Close the pier."));
    vec![
        asked(None, vec![], None),
        asked(
            Some(authority.clone()),
            vec![AttachmentId::of(7)],
            Some(AdviceId::of(6)),
        ),
        given(Advice::NoObjection, None, None),
        given(Advice::Advised, told(), Some(chart)),
        given(Advice::Objected, told(), None),
        ApplicationFact::AdviceGiven(AdviceGiven {
            sealed: Some(opening().commitment()),
            ..advice(Advice::Objected, told(), None)
        }),
        ApplicationFact::AdviceWithdrawn {
            advice: AdviceId::of(8),
        },
    ]
}
