//! The parts of a rulebook beside its table: what nobody uses, texts, days.

use super::{Finding, FindingKind, Level, Place};
use crate::attached::PARTS;
use crate::{Field, Localised, Rulebook, Value};
use jiff::civil::Date;

/// Characters from which a text that is the same in two languages is likely untranslated; shorter ones are often names.
const LONG_TEXT: usize = 25;

/// Looks at everything but the combinations of answers.
pub(super) fn look(rulebook: &Rulebook, on: Option<Date>, findings: &mut Vec<Finding>) {
    unused(rulebook, findings);
    texts(rulebook, findings);
    validity(rulebook, on, findings);
    permits(rulebook, findings);
}

/// What of a permit the public is never told, by which no permit is public whole.
fn permits(rulebook: &Rulebook, findings: &mut Vec<Finding>) {
    let Some(public) = rulebook.public() else { return };
    let hidden = Field::OF_PERMIT
        .iter()
        .filter(|one| !public.shows.contains_key(one));
    findings.extend(hidden.map(|field| {
        let field = field.name();
        let place = key("public.shows".to_owned());
        Finding::new(FindingKind::PermitsNotWhole { field }, Level::Note, place)
    }));
}

fn key(column: String) -> Place {
    Place {
        column: Some(column),
        ..Place::default()
    }
}

fn unused(rulebook: &Rulebook, findings: &mut Vec<Finding>) {
    let asks = &rulebook.decision.rules;
    // Questions and reasons may be those of what is withheld alone.
    let withholds = rulebook.withholding().map_or(&[][..], |table| &table.rules);
    let mut note = |kind, column| findings.push(Finding::new(kind, Level::Note, key(column)));
    for input in rulebook.inputs() {
        let rules = asks.iter().chain(withholds);
        let tested = rules
            .flat_map(|rule| &rule.cells)
            .any(|cell| cell.asks(&input.id));
        if !tested && !measured(rulebook, &input.id) {
            let input = input.id.clone();
            note(
                FindingKind::UntestedInput { input: input.clone() },
                format!("input.{input}"),
            );
        }
    }
    for authority in rulebook
        .authorities()
        .iter()
        .map(|authority| authority.id.clone())
    {
        if authority != rulebook.lead() && !asks.iter().any(|rule| rule.answer == authority) {
            let column = format!("authority.{authority}");
            note(FindingKind::UnusedAuthority { authority }, column);
        }
    }
    for reason in rulebook.settings.reasons.keys().cloned() {
        if !asks.iter().chain(withholds).any(|rule| rule.reason == reason) {
            let column = format!("reason.{reason}");
            note(FindingKind::UnusedReason { reason }, column);
        }
    }
    for period in rulebook.settings.periods.keys().cloned() {
        if !asks.iter().any(|rule| rule.period.as_ref() == Some(&period)) {
            let column = format!("period.{period}");
            note(FindingKind::UnusedPeriod { period }, column);
        }
    }
    let known = rulebook.attachments().ids();
    for ((at, part), ids) in PARTS.iter().enumerate().zip(known) {
        let named = |id: &str| {
            let lists = asks
                .iter()
                .filter_map(|rule| rule.attached.lists().get(at).copied());
            lists.flatten().any(|named| named == id)
        };
        // A condition that no rule brings along can still be set: it stands in the library.
        let set_by_hand = *part == "condition";
        for id in ids.into_iter().filter(|id| !set_by_hand && !named(id)) {
            let kind = FindingKind::UnusedAttachment {
                part,
                id: id.to_owned(),
            };
            note(kind, format!("{part}.{id}"));
        }
    }
}

/// Whether a safety distance that some rule attaches depends on the answer.
fn measured(rulebook: &Rulebook, input: &str) -> bool {
    let distances = &rulebook.attachments().distances;
    let named = rulebook
        .decision
        .rules
        .iter()
        .flat_map(|rule| &rule.attached.distances);
    named
        .into_iter()
        .any(|id| distances.get(id).is_some_and(|distance| distance.input == input))
}

fn texts(rulebook: &Rulebook, findings: &mut Vec<Finding>) {
    let mut look = |column: String, text: &Localised| {
        let texts: Vec<(&str, &str)> = text.texts().collect();
        for (at, (again, text)) in texts.iter().enumerate() {
            let first = texts.iter().take(at).find(|(_, other)| other == text);
            if let Some((first, _)) = first.filter(|_| text.chars().count() >= LONG_TEXT) {
                let (first, again) = ((*first).to_owned(), (*again).to_owned());
                let kind = FindingKind::SameText { first, again };
                findings.push(Finding::new(kind, Level::Warning, key(column.clone())));
            }
        }
    };
    look("title".to_owned(), rulebook.title());
    for input in rulebook.inputs() {
        let at = format!("input.{}", input.id);
        look(format!("{at}.question"), &input.question);
        input
            .help
            .iter()
            .for_each(|help| look(format!("{at}.help"), help));
        for choice in &input.values {
            look(format!("{at}.values.{}", choice.id), &choice.label);
        }
    }
    for authority in rulebook.authorities() {
        look(format!("authority.{}.name", authority.id), &authority.name);
    }
    for (id, reason) in &rulebook.settings.reasons {
        look(format!("reason.{id}"), reason);
    }
    for (key, text) in rulebook.attachments().texts() {
        look(key, text);
    }
}

fn validity(rulebook: &Rulebook, on: Option<Date>, findings: &mut Vec<Finding>) {
    if let Some(on) = on.filter(|on| !rulebook.in_force_on(*on)) {
        let place = key("valid_from".to_owned());
        findings.push(Finding::new(
            FindingKind::NotInForce { on },
            Level::Warning,
            place,
        ));
    }
    let tables = std::iter::once(&rulebook.decision).chain(rulebook.withholding());
    let rules = tables.flat_map(|table| table.rules.iter().enumerate().map(move |rule| (table, rule)));
    for (table, (at, rule)) in rules {
        for cell in &rule.cells {
            let outside = cell.test.values().find_map(|value| match value {
                Value::Date(date) if !rulebook.in_force_on(*date) => Some(*date),
                _ => None,
            });
            if let Some(date) = outside {
                let place = Place {
                    table: Some(table.id.clone()),
                    row: Some(at + 1),
                    column: Some(cell.input.clone()),
                    ..Place::default()
                };
                let kind = FindingKind::DateOutOfValidity { date };
                findings.push(Finding::new(kind, Level::Warning, place));
            }
        }
    }
}
