//! The parts of `rulebook.toml`, each as its id and what it says key by key.

mod attached;

use super::matching::Line;
use super::{Difference, Part, lines, models};
use crate::{Authority, Input, Jurisdiction, Localised, Period, PeriodBasis, Public, Rulebook};
use std::collections::{BTreeMap, BTreeSet};

/// What a part says: key and value, in order.
pub(super) struct Said {
    pub part: Part,
    pub id: String,
    pub fields: Vec<(String, String)>,
    /// The tables in it, each by the way to it.
    pub tables: Vec<(String, Vec<Line>)>,
    /// Of all that could make a result another; empty where every field is one that is told.
    pub digest: String,
}

/// Every difference of the parts, in the newer version's order; what is gone comes last.
pub(super) fn between(older: &Rulebook, newer: &Rulebook) -> Vec<Difference> {
    let mut differences = vec![];
    let (older, newer) = (said(older), said(newer));
    let key = |said: &Said| (said.part, said.id.clone());
    let mut gone: BTreeMap<(Part, String), &Said> = older.iter().map(|said| (key(said), said)).collect();
    let known: BTreeSet<(Part, String)> = gone.keys().cloned().collect();
    for after in &newer {
        match gone.remove(&key(after)) {
            Some(before) => changed(before, after, &mut differences),
            None => differences.push(Difference::Added {
                part: after.part,
                id: after.id.clone(),
            }),
        }
    }
    for part in [Part::Question, Part::Authority] {
        let stayed =
            |said: &&Said| said.part == part && known.contains(&key(said)) && !gone.contains_key(&key(said));
        let order = |of: &[Said]| {
            of.iter()
                .filter(stayed)
                .map(|said| said.id.clone())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let (before, after) = (order(&older), order(&newer));
        if before != after {
            let field = if part == Part::Question {
                "input"
            } else {
                "authority"
            };
            differences.push(turned((Part::Rulebook, ""), field, Some(before), Some(after)));
        }
    }
    let removed = older.iter().filter(|said| gone.contains_key(&key(said)));
    differences.extend(removed.map(|said| Difference::Removed {
        part: said.part,
        id: said.id.clone(),
    }));
    differences
}

fn turned(
    (part, id): (Part, &str),
    field: &str,
    before: Option<String>,
    after: Option<String>,
) -> Difference {
    Difference::Changed {
        part,
        id: id.to_owned(),
        field: field.to_owned(),
        before,
        after,
    }
}

fn changed(before: &Said, after: &Said, differences: &mut Vec<Difference>) {
    let told = differences.len();
    let own = (after.part, after.id.as_str());
    let was: BTreeMap<&String, &String> = before.fields.iter().map(|(key, value)| (key, value)).collect();
    let is: BTreeMap<&String, &String> = after.fields.iter().map(|(key, value)| (key, value)).collect();
    let gone = before.fields.iter().filter(|(key, _)| !is.contains_key(key));
    for (field, _) in after.fields.iter().chain(gone) {
        let (before, now) = (was.get(field), is.get(field));
        if before != now {
            let text = |text: Option<&&String>| text.map(|text| (*text).clone());
            differences.push(turned(own, field, text(before), text(now)));
        }
    }
    lines::between(before, after, differences);
    if differences.len() == told && before.digest != after.digest {
        let digest = |of: &Said| Some(of.digest.clone());
        differences.push(turned(own, "digest", digest(before), digest(after)));
    }
}

fn said(rulebook: &Rulebook) -> Vec<Said> {
    let part = |part, id: &str, fields| Said {
        part,
        id: id.to_owned(),
        fields,
        tables: vec![],
        digest: String::new(),
    };
    let mut all = vec![part(Part::Rulebook, "", head(rulebook))];
    let questions = rulebook.inputs().iter();
    all.extend(questions.map(|input| part(Part::Question, &input.id, question(input))));
    let authorities = rulebook.authorities().iter();
    all.extend(authorities.map(|one| part(Part::Authority, &one.id, authority(one))));
    let reasons = rulebook.settings.reasons.iter();
    all.extend(reasons.map(|(id, text)| part(Part::Reason, id, languages(text))));
    let periods = rulebook.settings.periods.iter();
    all.extend(
        periods.map(|(id, (own, basis))| part(Part::Period, id, period("period", *own, "basis", basis))),
    );
    let attached = attached::said(rulebook.attachments());
    all.extend(
        attached
            .into_iter()
            .map(|(kind, id, fields)| part(kind, id, fields)),
    );
    let translations = rulebook.settings.translations.iter();
    all.extend(translations.map(|text| part(Part::Translation, text.in_language("en"), languages(text))));
    all.extend(rulebook.public().map(|of| part(Part::Public, "", public(of))));
    all.extend(models::said(rulebook));
    all
}

fn head(rulebook: &Rulebook) -> Vec<(String, String)> {
    let mut fields = localised("title", rulebook.title());
    let own = [
        ("id", rulebook.id().to_owned()),
        ("version", rulebook.version().to_owned()),
        ("reference_prefix", rulebook.reference_prefix().to_owned()),
        (
            "jurisdiction",
            rulebook.jurisdiction().map(place).unwrap_or_default(),
        ),
        ("valid_from", rulebook.valid_from().to_string()),
        (
            "valid_to",
            rulebook.valid_to().map(|day| day.to_string()).unwrap_or_default(),
        ),
        ("languages", rulebook.languages().join(", ")),
        ("timezone", rulebook.timezone().to_owned()),
        ("lead", rulebook.lead().to_owned()),
        ("decision", rulebook.decision.id.clone()),
        ("hit policy", rulebook.decision.policy.as_str().to_owned()),
    ];
    fields.extend(present(own));
    fields
}

fn public(of: &Public) -> Vec<(String, String)> {
    let keeps: Vec<&str> = of.keeps.iter().map(|one| one.name()).collect();
    let mut fields: Vec<(String, String)> = present([
        ("from", of.from.name().to_owned()),
        ("keeps", keeps.join(", ")),
        ("decision", of.decision.clone().unwrap_or_default()),
    ])
    .collect();
    let shows = of.shows.iter();
    fields.extend(shows.map(|(field, since)| (format!("shows.{field}"), since.name().to_owned())));
    fields.extend(rests_on("basis", &of.basis));
    fields
}

fn place(of: &Jurisdiction) -> String {
    let part = of.subdivision.as_ref();
    part.map_or_else(|| of.country.clone(), |part| format!("{}-{part}", of.country))
}

fn question(input: &Input) -> Vec<(String, String)> {
    let number = |number: Option<rust_decimal::Decimal>| number.map(|number| number.normalize().to_string());
    let mut fields: Vec<(String, String)> = present([
        ("type", input.kind.name().to_owned()),
        ("required", input.required.to_string()),
        ("unit", input.unit.clone().unwrap_or_default()),
        ("whole", input.whole.to_string()),
        ("least", number(input.least).unwrap_or_default()),
        ("most", number(input.most).unwrap_or_default()),
    ])
    .collect();
    fields.extend(localised("question", &input.question));
    fields.extend(input.help.iter().flat_map(|help| localised("help", help)));
    let values = input.values.iter();
    fields.extend(values.flat_map(|choice| localised(&format!("values.{}", choice.id), &choice.label)));
    fields
}

fn authority(authority: &Authority) -> Vec<(String, String)> {
    let receipt = authority.receipt;
    let counted = if receipt.counted { "true" } else { "" }.to_owned();
    let four_eyes = if authority.four_eyes { "true" } else { "" }.to_owned();
    let cut_off = receipt.cut_off.map_or_else(String::new, |at| at.to_string());
    let mut fields = localised("name", &authority.name);
    fields.extend(localised("short", &authority.short));
    fields.extend(present([
        ("competence", authority.competence.name().to_owned()),
        ("calendar", authority.calendar.clone()),
        ("silence", authority.silence.name().to_owned()),
        ("receipt.counted", counted),
        ("receipt.cut_off", cut_off),
        ("four_eyes", four_eyes),
        ("deputies", authority.deputies.join(", ")),
        ("sealed_readers", authority.sealed_readers.join(", ")),
        ("law", authority.law.clone().unwrap_or_default()),
    ]));
    let address = authority.address.clone().unwrap_or_default();
    fields.extend(present([
        ("address.post", address.post.unwrap_or_default()),
        ("address.email", address.email.unwrap_or_default()),
        ("address.phone", address.phone.unwrap_or_default()),
        ("address.web", address.web.unwrap_or_default()),
    ]));
    fields.extend(period(
        "period",
        authority.period,
        "period_basis",
        &authority.period_basis,
    ));
    fields
}

fn period(key: &str, period: Period, basis_key: &str, basis: &PeriodBasis) -> Vec<(String, String)> {
    let days = format!("{} {} days", period.days, period.unit.name());
    let mut fields = vec![(key.to_owned(), days)];
    fields.extend(rests_on(basis_key, basis));
    fields
}

fn rests_on(key: &str, basis: &PeriodBasis) -> Vec<(String, String)> {
    let fields = [
        (format!("{key}.kind"), basis.kind.name().to_owned()),
        (format!("{key}.citation"), basis.citation.clone()),
        (format!("{key}.link"), basis.link.clone().unwrap_or_default()),
    ];
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

fn languages(text: &Localised) -> Vec<(String, String)> {
    text.texts()
        .map(|(language, text)| (language.to_owned(), text.to_owned()))
        .collect()
}

fn localised(key: &str, text: &Localised) -> Vec<(String, String)> {
    text.texts()
        .map(|(language, text)| (format!("{key}.{language}"), text.to_owned()))
        .collect()
}

fn present<const COUNT: usize>(fields: [(&str, String); COUNT]) -> impl Iterator<Item = (String, String)> {
    let fields = fields.map(|(key, value)| (key.to_owned(), value));
    fields.into_iter().filter(|(_, value)| !value.is_empty())
}
