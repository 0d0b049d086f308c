//! What the ids of a version stand for, in the reader's language: parts of `rulebook.toml`, rules, authorities.

use super::attached::meaning;
use super::keys::key;
use crate::Text;
use rulebook::Rulebook;
use rulebook::diff::Part;
use rulebook::lint::Place;

/// A part of a version by its own words.
pub(super) fn called(t: Text, of: &Rulebook, part: Part, id: &str) -> Option<String> {
    let column = match part {
        Part::Question => return Some(of.input(id)?.question.in_language(t.language().tag()).to_owned()),
        Part::Translation => return Some(of.translated(id, t.language().tag()).to_owned()),
        Part::Authority => "authority",
        Part::Reason => "reason",
        Part::Period => "period",
        Part::Document => "documents",
        Part::Fee => "fees",
        Part::Condition => "conditions",
        Part::LeadTime => "lead_time",
        Part::Distance => "distance",
        _ => return None,
    };
    meaning(t, of, column, id)
}

/// A kind of part with what one of them is called.
pub(super) fn part_named(t: Text, part: Part, name: &str) -> String {
    let part = match part {
        Part::Rulebook => return t.get("part-rulebook").into_owned(),
        Part::Public => return t.get("part-public").into_owned(),
        Part::Question => "part-question",
        Part::Authority => "part-authority",
        Part::Reason => "part-reason",
        Part::Period => "part-period",
        Part::Document => "part-document",
        Part::Fee => "part-fee",
        Part::Condition => "part-condition",
        Part::LeadTime => "part-lead-time",
        Part::Distance => "part-distance",
        Part::Translation => "part-translation",
        Part::Model => "part-model",
        Part::Type => "part-type",
        Part::InputData => "part-input-data",
        Part::Decision => "part-decision",
        Part::Function => "part-function",
        Part::Service => "part-service",
    };
    t.one(part, "id", name)
}

/// A rule by its number, where it is cited as `authorities/7` and that is the table which names authorities, or the one of what is
/// withheld.
pub(super) fn rule(t: Text, of: &Rulebook, cited: &str) -> String {
    let known = |(table, number): (&str, &str)| {
        let id = match table {
            table if table == of.decision() => "rule-number",
            table if withholds(of, table) => "rule-number-withheld",
            _ => return None,
        };
        Some(t.one(id, "number", number.parse::<i64>().ok()?))
    };
    cited
        .rsplit_once('/')
        .and_then(known)
        .unwrap_or_else(|| cited.to_owned())
}

/// Whether that is the table of what is withheld from the public.
pub(super) fn withholds(of: &Rulebook, table: &str) -> bool {
    of.public().and_then(|public| public.decision.as_deref()) == Some(table)
}

/// The place of a rule that is cited on the page of its version.
pub(super) fn rule_anchor(cited: &str) -> Option<String> {
    let (table, number) = cited.rsplit_once('/')?;
    let number: usize = number.parse().ok()?;
    Some(row_anchor(table, number))
}

/// The place of a table's row on the page of its version.
pub(super) fn row_anchor(table: &str, row: usize) -> String {
    format!("{table}-{row}")
}

/// Rules as they are cited, by their numbers, in the order of the table.
pub(super) fn rules<'a>(t: Text, of: &Rulebook, cited: impl IntoIterator<Item = &'a String>) -> String {
    let mut cited: Vec<&String> = cited.into_iter().collect();
    // Shorter is smaller: 2 comes before 14.
    cited.sort_by_key(|cited| (cited.len(), *cited));
    let each = cited.into_iter().map(|cited| rule(t, of, cited));
    each.collect::<Vec<_>>().join(", ")
}

/// An authority by its short name.
pub(super) fn authority(t: Text, of: &Rulebook, id: &str) -> String {
    called(t, of, Part::Authority, id).unwrap_or_else(|| id.to_owned())
}

/// Where in a version that is loaded something lies.
pub(super) fn place(t: Text, of: &Rulebook, place: &Place) -> String {
    let column = place.column.as_deref();
    let words = match (place.table.as_deref(), place.row) {
        (None, _) => return column.map_or_else(String::new, |key| part_at(t, of, key)),
        (Some(table), Some(row)) => rule(t, of, &format!("{table}/{row}")),
        (Some(table), None) if table == of.decision() => t.get("rulebook-asks").into_owned(),
        (Some(table), None) if withholds(of, table) => t.get("rulebook-withholds").into_owned(),
        (Some(table), None) => table.to_owned(),
    };
    let column = column.map(|id| called(t, of, Part::Question, id).unwrap_or_else(|| id.to_owned()));
    [Some(words), column]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ")
}

/// What stands under a key of `rulebook.toml`: `authority.moi.name`.
fn part_at(t: Text, of: &Rulebook, path: &str) -> String {
    let mut parts = path.splitn(3, '.');
    let part = match parts.next() {
        Some("input") => Part::Question,
        Some("authority") => Part::Authority,
        Some("reason") => Part::Reason,
        Some("period") => Part::Period,
        Some("document") => Part::Document,
        Some("fee") => Part::Fee,
        Some("condition") => Part::Condition,
        Some("lead_time") => Part::LeadTime,
        Some("distance") => Part::Distance,
        _ => return path.to_owned(),
    };
    let Some((id, name)) = parts.next().and_then(|id| Some((id, called(t, of, part, id)?))) else {
        return path.to_owned();
    };
    let named = part_named(t, part, &name);
    match parts.next() {
        Some(field) => format!("{named}, {}", key(t, of, part, id, field)),
        None => named,
    }
}
