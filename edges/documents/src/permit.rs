//! The permit: who may do what, where and when; who agreed and who advised; on which conditions.

use crate::labels::{self, Labels};
use crate::paper::{Condition, Decision, PaperFault, Permit};
use crate::sheet::{Fact, Head, Item, Proof, Section, Sheet, line, lines};

/// The permit's sheet.
pub(crate) fn compose(permit: &Permit, label: &Labels<'_>) -> Result<Sheet, PaperFault> {
    let head = Head {
        language: permit.language,
        kind: label(labels::PERMIT),
        issuer: &permit.issuer,
        rulebook: &permit.rulebook,
        reference: Fact::of(label(labels::REFERENCE), &permit.reference),
        title: &permit.title,
        status: &permit.status,
        standing: permit.standing,
        warning: permit.warning.as_deref(),
        demonstration: permit.demonstration.then(|| label(labels::DEMONSTRATION)),
        stamp: permit.issued_at,
    };
    let facts = vec![
        Fact::of_all(label(labels::ORGANISERS), &permit.organisers),
        Fact::of_all(label(labels::COMPONENTS), &permit.components),
        Fact::of(label(labels::PLACE), &permit.place),
        Fact::of(label(labels::DATE), &permit.date_text),
        Fact::of(label(labels::TIME), &hours(&permit.time_text, &permit.zone)),
        Fact::of(label(labels::LEAD_AUTHORITY), &permit.lead_authority),
    ];
    let how = match permit.qr_text {
        Some(_) => labels::VERIFY_HOW,
        None => labels::VERIFY_FILE,
    };
    let proof = Proof::new(
        [labels::VERIFY, how, labels::CODE].map(label),
        &permit.verify_address,
        [&permit.issued_text, &permit.checkpoint_text],
        permit.qr_text.as_deref(),
    )?;
    let mut sections = vec![conditions(&permit.conditions, label)];
    let decided = [labels::AUTHORITY, labels::DECISION, labels::DECIDED_ON];
    let advised = [labels::AUTHORITY, labels::ADVICE, labels::ADVISED_ON];
    sections.extend(table(labels::DECISIONS, decided, &permit.decisions, label));
    sections.extend(table(labels::ADVISERS, advised, &permit.advice, label));
    Ok(head.over(facts, proof, sections))
}

/// Hours never stand without their zone.
pub(crate) fn hours(time: &str, zone: &str) -> String {
    match (line(time), line(zone)) {
        (time, _) if time.is_empty() => time,
        (time, zone) if zone.is_empty() => time,
        (time, zone) => format!("{time}\n{zone}"),
    }
}

/// The conditions, or the sentence that says there are none: a blank would leave the reader guessing.
pub(crate) fn conditions(conditions: &[Condition], label: &Labels<'_>) -> Section {
    let heading = label(labels::CONDITIONS);
    if conditions.is_empty() {
        return Section::Prose {
            heading,
            paragraphs: vec![label(labels::NO_CONDITIONS)],
        };
    }
    let item = |condition: &Condition| Item {
        number: line(&condition.number),
        lines: lines(&condition.text),
        note: note(condition),
    };
    Section::Numbered {
        heading,
        items: conditions.iter().map(item).collect(),
    }
}

/// When a condition is to be kept, where that is said, and whose it is.
fn note(condition: &Condition) -> String {
    let parts = [&condition.when, &condition.authority].map(|text| line(text));
    let said: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}

/// What authorities said, a row each; nothing where none did.
pub(crate) fn table(
    heading: &str,
    columns: [&str; 3],
    said: &[Decision],
    label: &Labels<'_>,
) -> Option<Section> {
    let row = |one: &Decision| {
        [&one.authority, &one.decision, &one.date_text]
            .map(|cell| line(cell))
            .to_vec()
    };
    (!said.is_empty()).then(|| Section::Table {
        heading: label(heading),
        columns: columns.map(label).to_vec(),
        rows: said.iter().map(row).collect(),
    })
}
