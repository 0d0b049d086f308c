//! The sentences of a rulebook that are no titles of laws: what rules and periods rest on, notes, deputies. Whoever does not
//! read the language that they are written in finds them among the translations.

use super::{Finding, FindingKind, Level, Place};
use crate::{BasisKind, PeriodBasis, Rulebook};

/// A sentence with its place; `own` if the makers of the rulebook wrote it themselves.
struct Sentence<'a> {
    place: Place,
    text: &'a str,
    own: bool,
}

/// Notes sentences of the makers' own that stand in one of several languages, and translations of what nothing says.
pub(super) fn look(rulebook: &Rulebook, findings: &mut Vec<Finding>) {
    let translations = &rulebook.settings.translations;
    let all = sentences(rulebook);
    if rulebook.languages().len() > 1 {
        let alone = |one: &&Sentence<'_>| one.own && !translations.iter().any(|known| known.has(one.text));
        findings.extend(all.iter().filter(alone).map(|one| {
            let text = one.text.to_owned();
            Finding::new(
                FindingKind::OneLanguage { text },
                Level::Warning,
                one.place.clone(),
            )
        }));
    }
    for (number, known) in translations.iter().enumerate() {
        if !all.iter().any(|one| known.has(one.text)) {
            let text = known.in_language("en").to_owned();
            let place = key(format!("translation.{}", number + 1));
            findings.push(Finding::new(
                FindingKind::UnusedTranslation { text },
                Level::Note,
                place,
            ));
        }
    }
}

fn key(column: String) -> Place {
    Place {
        column: Some(column),
        ..Place::default()
    }
}

fn sentences(rulebook: &Rulebook) -> Vec<Sentence<'_>> {
    let mut all = vec![];
    for authority in rulebook.authorities() {
        let at = format!("authority.{}", authority.id);
        all.push(rests(format!("{at}.period_basis"), &authority.period_basis));
        let posts = authority.deputies.iter();
        let posts = posts.filter(|one| rulebook.authority(one).is_none());
        all.extend(posts.map(|text| Sentence {
            place: key(format!("{at}.deputies")),
            text,
            own: true,
        }));
    }
    let periods = rulebook.settings.periods.iter();
    all.extend(periods.map(|(id, (_, basis))| rests(format!("period.{id}.basis"), basis)));
    let attached = rulebook.attachments().bases().into_iter();
    all.extend(attached.map(|(id, basis)| rests(format!("{id}.basis"), basis)));
    let public = rulebook.public().into_iter().map(|public| &public.basis);
    all.extend(public.map(|basis| rests("public.basis".to_owned(), basis)));
    let tables = std::iter::once(&rulebook.decision).chain(rulebook.withholding());
    let rules = tables.flat_map(|table| (1..).zip(&table.rules).map(move |rule| (table, rule)));
    for (table, (row, rule)) in rules {
        let place = |column: &str| Place {
            table: Some(table.id.clone()),
            row: Some(row),
            column: Some(column.to_owned()),
            ..Place::default()
        };
        all.push(Sentence {
            place: place("citation"),
            text: &rule.citation,
            own: is_own(rule.kind),
        });
        all.extend(rule.note.iter().map(|text| Sentence {
            place: place("note"),
            text,
            own: true,
        }));
    }
    all
}

fn rests(at: String, basis: &PeriodBasis) -> Sentence<'_> {
    Sentence {
        place: key(format!("{at}.citation")),
        text: &basis.citation,
        own: is_own(basis.kind),
    }
}

/// Whether what rests on it is told in a sentence of the makers' own, and not by the title of what is published.
fn is_own(kind: BasisKind) -> bool {
    matches!(kind, BasisKind::Practice | BasisKind::Assumption)
}
