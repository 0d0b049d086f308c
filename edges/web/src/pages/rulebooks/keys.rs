//! What the keys of `rulebook.toml` are called, and what stands under them, in the reader's language.

use super::super::needed::{distance_rows, shown_by};
use super::described::{days, lead_days};
use crate::untold::{field_name, public_since};
use crate::{Language, Text};
use rulebook::Rulebook;
use rulebook::diff::Part;

/// The most characters of a hash or a digest that are shown.
const SHORT_HASH: usize = 12;

/// A key, and the language of a text under it, if it is one: `name.km`.
fn parts<'a>(rulebook: &Rulebook, part: Part, field: &'a str) -> (&'a str, Option<&'a str>) {
    let is_language = |tag: &str| rulebook.languages().iter().any(|own| own == tag);
    match field.rsplit_once('.') {
        Some((key, tag)) if is_language(tag) => (key, Some(tag)),
        None if matches!(part, Part::Reason | Part::Translation) && is_language(field) => {
            ("text", Some(field))
        }
        _ => (field, None),
    }
}

/// What an id of a sort is called: a place by its ISO 3166 code, a time zone, a hit policy, a calendar. None where there are no
/// words for it.
pub(super) fn words_of(t: Text, sort: &str, id: &str) -> Option<String> {
    let id = id.to_lowercase().replace(['/', '_', ' '], "-");
    let id = format!("{sort}-{id}");
    t.has(&id).then(|| t.get(&id).into_owned())
}

/// The key as Fluent ids have it: what a period rests on is called like what a document does.
fn id(key: &str) -> String {
    let key = key.strip_prefix("period_").unwrap_or(key);
    format!("key-{}", key.replace(['.', '_', ' '], "-"))
}

/// What a key within a part is called.
pub(super) fn key(t: Text, rulebook: &Rulebook, part: Part, of: &str, field: &str) -> String {
    let (key, language) = parts(rulebook, part, field);
    let named = id(key);
    let answer = key.strip_prefix("values.").and_then(|value| {
        let values = &rulebook.input(of)?.values;
        let label = &values.iter().find(|one| one.id == value)?.label;
        Some(label.in_language(t.language().tag()))
    });
    let shown = key.strip_prefix("shows.").and_then(|field| field.parse().ok());
    let shown = shown.map(|field| field_name(t, Some(rulebook), &field));
    let words = match answer.or(shown.as_deref()) {
        Some(label) if shown.is_none() => t.one("key-values", "answer", label),
        Some(field) => field.to_owned(),
        None if t.has(&named) => t.get(&named).into_owned(),
        None => key.to_owned(),
    };
    match language {
        None => words,
        Some(tag) => {
            let language = Language::name_of(tag).into();
            t.with("key-in-language", [("key", words.into()), ("language", language)])
        }
    }
}

/// What stands under a key within a part, in words where there are some.
pub(super) fn value(
    t: Text,
    rulebook: &Rulebook,
    (part, of): (Part, &str),
    field: &str,
    text: &str,
) -> String {
    let (key, language) = parts(rulebook, part, field);
    if language.is_some() {
        return text.to_owned();
    }
    let tag = t.language().tag();
    let authority = |id: &str| {
        rulebook
            .authority(id)
            .map(|one| one.short.in_language(tag).to_owned())
    };
    let question = |id: &str| {
        rulebook
            .input(id)
            .map(|one| one.question.in_language(tag).to_owned())
    };
    let each = |named: &dyn Fn(&str) -> Option<String>| {
        let ids = text
            .split(", ")
            .map(|id| named(id).unwrap_or_else(|| id.to_owned()));
        Some(ids.collect::<Vec<_>>().join(", "))
    };
    let message = |id: String| t.has(&id).then(|| t.get(&id).into_owned());
    let told = match key {
        "kind" | "basis.kind" | "period_basis.kind" => message(format!("basis-{text}")),
        "competence" => message(format!("competence-{text}")),
        "silence" => message(format!("by-silence-{text}")),
        "basis.citation" | "period_basis.citation" => Some(rulebook.translated(text, tag).to_owned()),
        "calendar" | "jurisdiction" => words_of(t, key, text),
        "timezone" => words_of(t, "zone", text),
        "phase" => message(format!("needs-{text}")),
        "hit policy" => words_of(t, "hit-policy", text),
        "type" => message(format!("type-{text}")),
        "per" => message(format!("per-{text}")),
        "period" | "days" | "shown_by" => period(t, rulebook, part, of),
        "valid_from" | "valid_to" => text.parse().ok().map(|day| t.date(day)),
        "limit.measure" => message(format!("limit-{text}")),
        "lead" | "authority" | "authorities" | "sealed_readers" => each(&authority),
        "deputies" => {
            each(&|one| Some(authority(one).unwrap_or_else(|| rulebook.translated(one, tag).to_owned())))
        }
        "input" => each(&question),
        "languages" => each(&|tag| Some(Language::name_of(tag))),
        "rows" => rows(t, rulebook, of),
        "hash" | "digest" => Some(format!("{}…", text.chars().take(SHORT_HASH).collect::<String>())),
        _ if part == Part::Public => each(&|one| Some(public_since(t, one))),
        _ => match text {
            "true" => message("yes".to_owned()),
            "false" => message("no".to_owned()),
            _ => None,
        },
    };
    told.unwrap_or_else(|| text.to_owned())
}

fn period(t: Text, rulebook: &Rulebook, part: Part, of: &str) -> Option<String> {
    match part {
        Part::Authority => Some(days(t, rulebook.authority(of)?.period)),
        Part::Condition => {
            let condition = rulebook.attachments().conditions.get(of)?;
            Some(shown_by(t, condition.shown_by?, condition.phase))
        }
        Part::LeadTime => Some(lead_days(t, rulebook.attachments().lead_times.get(of)?).0),
        _ => Some(days(t, rulebook.periods().get(of)?.0)),
    }
}

fn rows(t: Text, rulebook: &Rulebook, of: &str) -> Option<String> {
    let distance = rulebook.attachments().distances.get(of)?;
    let unit = rulebook.input(&distance.input)?.unit.as_deref();
    Some(distance_rows(t, distance, unit).join("; "))
}
