//! What the linter found, in the reader's language.

use super::differences::number;
use crate::Text;
use rulebook::lint::{Exactness, Finding, FindingKind, Level, Place, Region};

/// A finding: how grave it is with its tone, where it lies, what it is, and a case that shows it.
pub(super) struct FindingShown {
    pub tone: &'static str,
    pub level: String,
    pub place: String,
    pub what: String,
    pub example: String,
}

/// A finding in words.
pub(super) fn finding(t: Text, finding: &Finding) -> FindingShown {
    let (tone, level) = match finding.level {
        Level::Fault => ("bad", "level-fault"),
        Level::Warning => ("wait", "level-warning"),
        Level::Note => ("plain", "level-note"),
    };
    let no_answer = || t.get("finding-no-answer").into_owned();
    let case = finding.example.iter().map(|(input, value)| {
        let value = value.as_ref().map_or_else(no_answer, ToString::to_string);
        format!("{input} {value}")
    });
    let case: Vec<String> = case.collect();
    FindingShown {
        tone,
        level: t.get(level).into_owned(),
        place: place(t, &finding.place),
        what: kind(t, &finding.kind),
        example: if case.is_empty() {
            String::new()
        } else {
            t.one("finding-example", "case", case.join("; "))
        },
    }
}

fn place(t: Text, place: &Place) -> String {
    let row = place
        .row
        .map(|row| t.with("rule-number", [("number", number(row))]));
    let line = place
        .line
        .map(|line| t.with("finding-line", [("line", number(line))]));
    let table = place.table.clone().filter(|_| place.row.is_none());
    let parts = [place.file.clone(), line, table, row, place.column.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn kind(t: Text, kind: &FindingKind) -> String {
    let id = format!("finding-{}", kind.name());
    let what: String = match kind {
        FindingKind::Gap { region } => region
            .iter()
            .map(|one| within(t, one))
            .collect::<Vec<_>>()
            .join("; "),
        FindingKind::Overlap { other } => other.clone(),
        FindingKind::Overruled { by }
        | FindingKind::PeriodOverruled { by }
        | FindingKind::Shadowed { by } => by.join(", "),
        FindingKind::MissingCitation { what, todo }
        | FindingKind::Untranslated { what, todo }
        | FindingKind::UnknownAuthority { what, todo }
        | FindingKind::WrongValidity { what, todo }
        | FindingKind::Refused { what, todo } => format!("{what}. {todo}."),
        FindingKind::SameText { first, again } => format!("{first}, {again}"),
        FindingKind::DateOutOfValidity { date } => t.date(*date),
        FindingKind::NotInForce { on } => t.date(*on),
        FindingKind::UntestedInput { input } => input.clone(),
        FindingKind::UnusedAuthority { authority } => authority.clone(),
        FindingKind::UnusedReason { reason } => reason.clone(),
        FindingKind::UnusedPeriod { period } => period.clone(),
        FindingKind::UnusedAttachment { id, .. } => id.clone(),
        FindingKind::NeverMet | FindingKind::NotExact => String::new(),
        FindingKind::GaveUp { looking_for, .. } | FindingKind::More { looking_for, .. } => {
            sought(t, *looking_for)
        }
    };
    t.one(&id, "what", what)
}

fn sought(t: Text, sought: Exactness) -> String {
    let id = match sought {
        Exactness::Gaps => "sought-gaps",
        Exactness::Overlaps => "sought-overlaps",
        Exactness::DeadRules => "sought-dead-rules",
    };
    t.get(id).into_owned()
}

fn within(t: Text, region: &Region) -> String {
    let other = region.other.then(|| t.get("finding-other-text").into_owned());
    let unanswered = region.unanswered.then(|| t.get("finding-no-answer").into_owned());
    let all: Vec<String> = region
        .tests
        .iter()
        .cloned()
        .chain(other)
        .chain(unanswered)
        .collect();
    format!("{} {}", region.input, all.join(", "))
}
