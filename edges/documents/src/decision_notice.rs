//! The decision notice, or the advice of a consultee: what one authority decided, why, how long it took by law, and how to appeal.

use crate::labels::{self, Labels};
use crate::paper::{DecisionNotice, PaperFault};
use crate::permit::{conditions, hours};
use crate::sheet::{Fact, Head, Proof, Section, Sheet, lines};

/// The notice's sheet.
pub(crate) fn compose(notice: &DecisionNotice, label: &Labels<'_>) -> Result<Sheet, PaperFault> {
    let [kind, by, on] = if notice.is_advice {
        [labels::ADVICE, labels::ADVISED_BY, labels::ADVISED_ON]
    } else {
        [labels::DECISION_NOTICE, labels::DECIDED_BY, labels::DECIDED_ON]
    };
    let head = Head {
        language: notice.language,
        kind: label(kind),
        issuer: &notice.issuer,
        rulebook: &notice.rulebook,
        reference: Fact::of(label(labels::REFERENCE), &notice.reference),
        title: &notice.title,
        status: &notice.decision,
        standing: notice.standing,
        warning: None,
        demonstration: notice.demonstration.then(|| label(labels::DEMONSTRATION)),
        stamp: notice.decided_at,
    };
    let facts = vec![
        Fact::of(label(labels::AUTHORITY), &notice.authority),
        Fact::of(label(by), &notice.decided_by),
        Fact::of(label(on), &notice.decided_text),
        Fact::of_all(label(labels::ORGANISERS), &notice.organisers),
        Fact::of_all(label(labels::ASKED_FOR), &notice.components),
        Fact::of(label(labels::PLACE), &notice.place),
        Fact::of(label(labels::DATE), &notice.date_text),
        Fact::of(label(labels::TIME), &hours(&notice.time_text, &notice.zone)),
    ];
    let proof = Proof::new(
        [labels::VERIFY, labels::VERIFY_HOW, labels::CODE].map(label),
        &notice.verify_address,
        [&notice.checkpoint_text],
        notice.qr_text.as_deref(),
    )?;
    Ok(head.over(facts, proof, sections(notice, label)))
}

fn sections(notice: &DecisionNotice, label: &Labels<'_>) -> Vec<Section> {
    let reasons = match paragraphs(&notice.reasons) {
        none if none.is_empty() => vec![label(labels::NO_REASONS)],
        some => some,
    };
    let mut sections = vec![Section::Prose {
        heading: label(labels::REASONS),
        paragraphs: reasons,
    }];
    if !notice.is_advice {
        sections.push(conditions(&notice.conditions, label));
    }
    if !notice.appeal.is_empty() {
        sections.push(Section::Prose {
            heading: label(labels::APPEAL),
            paragraphs: paragraphs(&notice.appeal),
        });
    }
    if !notice.reckoning.is_empty() {
        let lines = paragraphs(&notice.reckoning);
        sections.push(Section::Lines {
            heading: label(labels::RECKONING),
            lines,
        });
    }
    sections
}

fn paragraphs(texts: &[String]) -> Vec<String> {
    texts.iter().flat_map(|text| lines(text)).collect()
}
