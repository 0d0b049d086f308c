//! The parts of `rulebook.toml`, each as its id and what it says key by key.

mod attached;

use super::{Difference, Part};
use crate::{Authority, Input, Jurisdiction, Localised, Period, PeriodBasis, Rulebook};
use std::collections::BTreeMap;

/// What a part says: key and value, in order.
struct Said {
    part: Part,
    id: String,
    fields: Vec<(String, String)>,
}

/// Every difference of the parts, in the newer version's order; what is gone comes last.
pub(super) fn between(older: &Rulebook, newer: &Rulebook) -> Vec<Difference> {
    let (older, newer) = (said(older), said(newer));
    let find = |of: &[Said], like: &Said| {
        of.iter()
            .position(|one| (one.part, &one.id) == (like.part, &like.id))
    };
    let mut differences = vec![];
    for after in &newer {
        match find(&older, after).and_then(|at| older.get(at)) {
            Some(before) => changed(before, after, &mut differences),
            None => differences.push(Difference::Added {
                part: after.part,
                id: after.id.clone(),
            }),
        }
    }
    let gone = older.iter().filter(|before| find(&newer, before).is_none());
    differences.extend(gone.map(|before| Difference::Removed {
        part: before.part,
        id: before.id.clone(),
    }));
    differences
}

fn changed(before: &Said, after: &Said, differences: &mut Vec<Difference>) {
    let was: BTreeMap<&String, &String> = before.fields.iter().map(|(key, value)| (key, value)).collect();
    let is: BTreeMap<&String, &String> = after.fields.iter().map(|(key, value)| (key, value)).collect();
    let gone = before.fields.iter().filter(|(key, _)| !is.contains_key(key));
    for (field, _) in after.fields.iter().chain(gone) {
        let (before, now) = (was.get(field), is.get(field));
        if before != now {
            differences.push(Difference::Changed {
                part: after.part,
                id: after.id.clone(),
                field: field.clone(),
                before: before.map(|text| (*text).clone()),
                after: now.map(|text| (*text).clone()),
            });
        }
    }
}

fn said(rulebook: &Rulebook) -> Vec<Said> {
    let part = |part, id: &str, fields| Said {
        part,
        id: id.to_owned(),
        fields,
    };
    let mut all = vec![part(Part::Rulebook, "", head(rulebook))];
    let questions = rulebook.inputs().iter();
    all.extend(questions.map(|input| part(Part::Question, &input.id, question(input))));
    let authorities = rulebook.authorities().iter();
    all.extend(authorities.map(|one| part(Part::Authority, &one.id, authority(one))));
    let reasons = rulebook.settings.reasons.iter();
    all.extend(reasons.map(|(id, text)| {
        let texts = text
            .texts()
            .map(|(language, text)| (language.to_owned(), text.to_owned()));
        part(Part::Reason, id, texts.collect())
    }));
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
    let mut fields = localised("name", &authority.name);
    fields.extend(localised("short", &authority.short));
    fields.extend(present([
        ("competence", authority.competence.name().to_owned()),
        ("calendar", authority.calendar.clone()),
        ("silence", authority.silence.name().to_owned()),
        ("deputies", authority.deputies.join(", ")),
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

fn localised(key: &str, text: &Localised) -> Vec<(String, String)> {
    text.texts()
        .map(|(language, text)| (format!("{key}.{language}"), text.to_owned()))
        .collect()
}

fn present<const COUNT: usize>(fields: [(&str, String); COUNT]) -> impl Iterator<Item = (String, String)> {
    let fields = fields.map(|(key, value)| (key.to_owned(), value));
    fields.into_iter().filter(|(_, value)| !value.is_empty())
}
