//! What the linter found, and what two versions differ in, in the reader's language.

use crate::{Text, Value};
use rulebook::diff::{Difference, Part, Row, RuleText};
use rulebook::lint::{Exactness, Finding, FindingKind, Level, Place, Region};

/// Everything that differs from an older version to a newer one.
pub(super) fn differences(t: Text, older: &rulebook::Rulebook, newer: &rulebook::Rulebook) -> Vec<String> {
    let all = rulebook::diff::between(older, newer);
    all.iter().map(|one| difference(t, one)).collect()
}

fn difference(t: Text, difference: &Difference) -> String {
    match difference {
        Difference::Added { part, id } => t.one("difference-added", "what", part_named(t, *part, id)),
        Difference::Removed { part, id } => t.one("difference-removed", "what", part_named(t, *part, id)),
        Difference::Changed {
            part,
            id,
            field,
            before,
            after,
        } => {
            let what = format!("{}, {field}", part_named(t, *part, id));
            turned(t, what, before.as_deref(), after.as_deref())
        }
        Difference::RuleAdded(rule) => rule_text(t, "difference-rule-added", rule),
        Difference::RuleRemoved(rule) => rule_text(t, "difference-rule-removed", rule),
        Difference::RuleMoved { row } => moved(t, *row),
        Difference::Behind {
            part,
            id,
            row,
            column,
            before,
            after,
        } => {
            let part = part_named(t, *part, id);
            format!(
                "{part}, {}",
                behind(t, *row, column, before.as_deref(), after.as_deref())
            )
        }
        Difference::Test {
            row,
            input,
            before,
            after,
            ..
        } => turned(
            t,
            format!("{}, {input}", rule(t, *row)),
            Some(before),
            Some(after),
        ),
        Difference::Rule {
            row,
            column,
            before,
            after,
        } => turned(
            t,
            format!("{}, {column}", rule(t, *row)),
            before.as_deref(),
            after.as_deref(),
        ),
    }
}

/// What changed in a rule of another table than the one that names authorities.
fn behind(t: Text, row: Row, column: &str, before: Option<&str>, after: Option<&str>) -> String {
    match (before, after) {
        (None, None) => moved(t, row),
        _ if column.is_empty() => {
            let number = number(row.before.max(row.after));
            turned(t, t.with("rule-number", [("number", number)]), before, after)
        }
        _ => turned(t, format!("{}, {column}", rule(t, row)), before, after),
    }
}

fn moved(t: Text, row: Row) -> String {
    t.with(
        "difference-rule-moved",
        [("before", number(row.before)), ("after", number(row.after))],
    )
}

fn number(number: usize) -> Value<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn part_named(t: Text, part: Part, id: &str) -> String {
    let part = match part {
        Part::Rulebook => return t.get("part-rulebook").into_owned(),
        Part::Question => "part-question",
        Part::Authority => "part-authority",
        Part::Reason => "part-reason",
        Part::Period => "part-period",
        Part::Document => "part-document",
        Part::Fee => "part-fee",
        Part::Condition => "part-condition",
        Part::LeadTime => "part-lead-time",
        Part::Distance => "part-distance",
        Part::Model => "part-model",
        Part::Type => "part-type",
        Part::InputData => "part-input-data",
        Part::Decision => "part-decision",
        Part::Function => "part-function",
        Part::Service => "part-service",
    };
    t.one(part, "id", id)
}

fn turned(t: Text, what: String, before: Option<&str>, after: Option<&str>) -> String {
    let said =
        |text: Option<&str>| text.map_or_else(|| t.get("difference-nothing").into_owned(), str::to_owned);
    t.with(
        "difference-changed",
        [
            ("what", what.into()),
            ("before", said(before).into()),
            ("after", said(after).into()),
        ],
    )
}

fn rule(t: Text, row: Row) -> String {
    t.with(
        if row.before == row.after {
            "rule-number"
        } else {
            "rule-number-was"
        },
        [("number", number(row.after)), ("before", number(row.before))],
    )
}

fn rule_text(t: Text, id: &str, rule: &RuleText) -> String {
    let tests: Vec<String> = rule
        .tests
        .iter()
        .map(|(input, test)| format!("{input} {test}"))
        .collect();
    t.with(
        id,
        [
            ("number", number(rule.row)),
            ("tests", tests.join("; ").into()),
            ("authority", rule.authority.as_str().into()),
        ],
    )
}

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
