//! The brief before a meeting, for whoever carries it into the room on paper.

use crate::labels::{self, Labels};
use crate::paper::{Brief, BriefLine, PaperFault};
use crate::sheet::{Fact, Head, Item, Proof, Section, Sheet, line, lines};

/// The brief's sheet. It proves nothing by itself, and has no code.
pub(crate) fn compose(brief: &Brief, label: &Labels<'_>) -> Result<Sheet, PaperFault> {
    let head = Head {
        language: brief.language,
        kind: label(labels::BRIEF),
        issuer: &brief.issuer,
        rulebook: "",
        reference: Fact::of(String::new(), &brief.known),
        title: &brief.title,
        status: &brief.status,
        standing: brief.standing,
        warning: None,
        demonstration: brief.demonstration.then(|| label(labels::DEMONSTRATION)),
        stamp: brief.made_at,
    };
    let proof = Proof::new([String::new(), String::new(), String::new()], "", [], None)?;
    let sections = brief.sections.iter().map(|section| {
        let heading = line(&section.heading);
        if section.lines.is_empty() {
            let paragraphs = lines(&section.nothing);
            return Section::Prose { heading, paragraphs };
        }
        Section::Numbered {
            heading,
            items: section.lines.iter().map(item).collect(),
        }
    });
    Ok(head.over(vec![], proof, sections.collect()))
}

fn item(one: &BriefLine) -> Item {
    let words = one.words.iter().flat_map(|words| lines(words));
    Item {
        number: line(&one.number),
        lines: lines(&one.what).into_iter().chain(words).collect(),
        note: line(&one.source),
    }
}
