//! The case file: what was applied for, what each authority decided, and all that happened, for whoever reads a case on paper.

use crate::labels::{self, Labels};
use crate::paper::{CaseFile, Happening, PaperFault};
use crate::permit::{conditions, table};
use crate::sheet::{Fact, Head, Item, Proof, Section, Sheet, line, lines};

/// The case file's sheet. It proves nothing by itself, and has no code.
pub(crate) fn compose(file: &CaseFile, label: &Labels<'_>) -> Result<Sheet, PaperFault> {
    let head = Head {
        language: file.language,
        kind: label(labels::CASE_FILE),
        issuer: &file.issuer,
        rulebook: &file.rulebook,
        reference: Fact::of(label(labels::REFERENCE), &file.reference),
        title: &file.title,
        status: &file.status,
        standing: file.standing,
        warning: None,
        demonstration: file.demonstration.then(|| label(labels::DEMONSTRATION)),
        stamp: file.taken_at,
    };
    let applied = file.applied.iter();
    let facts = applied.map(|(question, answer)| Fact::of(line(question), answer));
    let proof = Proof::new([String::new(), String::new(), String::new()], "", [], None)?;
    let decided = [labels::AUTHORITY, labels::DECISION, labels::DECIDED_ON];
    let mut sections: Vec<Section> = table(labels::DECISIONS, decided, &file.decisions, label)
        .into_iter()
        .collect();
    if !file.conditions.is_empty() {
        sections.push(conditions(&file.conditions, label));
    }
    if !file.documents.is_empty() {
        sections.push(Section::Lines {
            heading: label(labels::DOCUMENTS),
            lines: file.documents.iter().flat_map(|one| lines(one)).collect(),
        });
    }
    sections.push(Section::Numbered {
        heading: label(labels::HISTORY),
        items: file.history.iter().map(item).collect(),
    });
    sections.push(Section::Prose {
        heading: label(labels::CASE_FILE),
        paragraphs: lines(&file.taken_text),
    });
    Ok(head.over(facts.collect(), proof, sections))
}

fn item(one: &Happening) -> Item {
    let said = one.words.iter().flat_map(|words| lines(words));
    Item {
        number: line(&one.number),
        lines: lines(&one.what).into_iter().chain(said).collect(),
        note: line(&one.note),
    }
}
