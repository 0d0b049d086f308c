//! What would differ, in the reader's words: totals, and application by application.

use super::super::super::draft_form::answer;
use super::super::super::needed::{fee_amount, no_value};
use super::super::described::lead_days;
use super::super::names::{called, part_named};
use super::Compared;
use crate::Text;
use crate::untold::{field_name, public_since};
use rulebook::Rulebook;
use rulebook::diff::Part;
use rulebook::whatif::{AttachedChange, AttachedKind, Change, Refusal};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// A part in the words of the newer version, or else of the older one.
fn of_either(t: Text, compared: &Compared, part: Part, id: &str) -> String {
    let newer = called(t, &compared.new, part, id);
    let either = newer.or_else(|| called(t, &compared.old, part, id));
    either.unwrap_or_else(|| id.to_owned())
}

fn named(t: Text, compared: &Compared, id: &str) -> String {
    of_either(t, compared, Part::Authority, id)
}

/// How many applications would have differed in what; what would in none is not told.
pub(super) fn totals(t: Text, compared: &Compared) -> Vec<(String, String)> {
    let totals = compared.found.report.totals();
    let some = |key: String, number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        (number > 0).then(|| (key, t.number(number)))
    };
    let of_authority = |id: &'static str, counts: &BTreeMap<String, usize>| -> Vec<_> {
        let each = counts.iter().map(|(authority, number)| {
            let key = t.one(id, "authority", named(t, compared, authority));
            some(key, *number)
        });
        each.collect()
    };
    let one = |id: &str, number: usize| some(t.get(id).into_owned(), number);
    let mut all = of_authority("what-if-gained", &totals.gained);
    all.extend(of_authority("what-if-lost", &totals.lost));
    all.extend([
        one("what-if-longer", totals.longer),
        one("what-if-shorter", totals.shorter),
        one("what-if-documents", totals.documents),
        one("what-if-fees", totals.fees),
        one("what-if-lead-times", totals.lead_times),
        one("what-if-public", totals.public),
        one("what-if-refused", totals.refused),
        one("what-if-no-longer-refused", totals.no_longer_refused),
    ]);
    all.into_iter().flatten().collect()
}

pub(super) fn words(t: Text, compared: &Compared, change: &Change) -> Vec<String> {
    let authority = |id: &'static str, all: &[String]| -> Vec<String> {
        all.iter()
            .map(|one| t.one(id, "authority", named(t, compared, one)))
            .collect()
    };
    let mut words = authority("what-if-gained", &change.gained);
    words.extend(authority("what-if-lost", &change.lost));
    words.extend(change.periods.iter().map(|period| {
        let id = match period.direction() {
            Ordering::Greater => "what-if-has-longer",
            Ordering::Less => "what-if-has-shorter",
            Ordering::Equal => "what-if-has-other",
        };
        t.with(
            id,
            [
                ("authority", named(t, compared, &period.authority).into()),
                ("before", i64::from(period.before.days).into()),
                ("after", i64::from(period.after.days).into()),
            ],
        )
    }));
    words.extend(change.attached.iter().map(|one| other(t, compared, one)));
    let refused = change.refused.iter();
    words.extend(refused.map(|one| why(t, compared, "what-if-would-be-refused", one)));
    let no_longer = change.no_longer_refused.iter();
    words.extend(no_longer.map(|one| why(t, compared, "what-if-would-not-be-refused", one)));
    words.extend(no_value(t, &compared.new, &change.no_value));
    words
}

/// Why an application would be refused, or was.
fn why(t: Text, compared: &Compared, id: &'static str, refusal: &Refusal) -> String {
    let question = |id: &str| format!("“{}”", of_either(t, compared, Part::Question, id));
    let told = match refusal {
        Refusal::Conflict { .. } => refusal.clone(),
        Refusal::Unanswered { input } => Refusal::Unanswered {
            input: question(input),
        },
        Refusal::NotTaken { input, value } => {
            let asked = compared.new.input(input).or_else(|| compared.old.input(input));
            Refusal::NotTaken {
                input: question(input),
                value: rulebook::Value::Text(answer(t, asked, value)),
            }
        }
    };
    t.one(id, "why", t.said(&told.said()))
}

/// A document, a fee or a lead time that would be another.
fn other(t: Text, compared: &Compared, change: &AttachedChange) -> String {
    let part = match change.kind {
        AttachedKind::Document => Part::Document,
        AttachedKind::Fee => Part::Fee,
        AttachedKind::LeadTime => Part::LeadTime,
        AttachedKind::Public => return made_public(t, compared, change),
    };
    let name = match part {
        Part::LeadTime => named(t, compared, &change.id),
        part => of_either(t, compared, part, &change.id),
    };
    let what = part_named(t, part, &name);
    match (part, &change.before, &change.after) {
        (Part::Document, None, _) => return t.one("difference-added", "what", what),
        (Part::Document, ..) => return t.one("difference-removed", "what", what),
        _ => {}
    }
    let said = |of: &Rulebook, id: &Option<String>, text: &Option<String>| match (id, text) {
        (Some(id), Some(text)) => attached(t, of, change.kind, id).unwrap_or_else(|| text.clone()),
        _ => t.get("difference-nothing").into_owned(),
    };
    let [was, is] = &change.ids;
    t.with(
        "difference-changed",
        [
            ("what", what.into()),
            ("before", said(&compared.old, was, &change.before).into()),
            ("after", said(&compared.new, is, &change.after).into()),
        ],
    )
}

/// What would be public otherwise than it was.
fn made_public(t: Text, compared: &Compared, change: &AttachedChange) -> String {
    let from_when = |text: &Option<String>| {
        let each = text.iter().flat_map(|text| text.split(", "));
        let words: Vec<String> = each.map(|one| public_since(t, one)).collect();
        if words.is_empty() {
            return t.get("public-never").into_owned();
        }
        words.join(", ")
    };
    let what = match change.id.parse() {
        Ok(field) => field_name(t, Some(&compared.new), &field),
        Err(_) => t.get("public-register").into_owned(),
    };
    t.with(
        "difference-changed",
        [
            ("what", what.into()),
            ("before", from_when(&change.before).into()),
            ("after", from_when(&change.after).into()),
        ],
    )
}

/// What a fee or a lead time is in a version, in the reader's words.
fn attached(t: Text, of: &Rulebook, kind: AttachedKind, id: &str) -> Option<String> {
    let all = of.attachments();
    match kind {
        AttachedKind::Document | AttachedKind::Public => None,
        AttachedKind::Fee => Some(fee_amount(t, all.fees.get(id)?)),
        AttachedKind::LeadTime => {
            let (days, clear) = lead_days(t, all.lead_times.get(id)?);
            Some(
                [Some(days), clear]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        }
    }
}
