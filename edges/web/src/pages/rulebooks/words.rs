//! What the linter found, in the reader's language.

use super::super::draft_form::answer;
use super::columns::before;
use super::names::{called, place, row_anchor, rule, withholds};
use super::test_words::in_words;
use crate::wording::begun;
use crate::{Language, Text};
use rulebook::diff::Part;
use rulebook::lint::{Finding, FindingKind, Level, Place, Region};
use rulebook::{Rulebook, Said, Value};

/// A finding: how grave it is with its tone, where it lies, what it is, and a case that shows it.
pub(super) struct FindingShown {
    pub tone: &'static str,
    pub level: String,
    pub place: String,
    /// The place of the rule that it is about, on the page of its version.
    pub rule: Option<String>,
    pub what: String,
    pub example: String,
}

/// A finding in words; of a version that is loaded, with what its ids stand for.
pub(super) fn finding(t: Text, of: Option<&Rulebook>, finding: &Finding) -> FindingShown {
    let said = |said: Option<Said>| said.map_or_else(String::new, |said| t.said(&said));
    let told = of.map_or_else(|| finding.clone(), |of| Naming { t, of }.finding(finding));
    FindingShown {
        tone: match finding.level {
            Level::Fault => "bad",
            Level::Warning => "wait",
            Level::Note => "plain",
        },
        level: t.said(&finding.level.said()),
        rule: of.and_then(|of| at_rule(of, &finding.place)),
        place: of.map_or_else(|| said(finding.place.said()), |of| place(t, of, &finding.place)),
        what: begun(t.said(&told.kind.said())),
        example: said(told.shown_by()),
    }
}

/// Where on the page of its version a rule stands; a table that names no authorities may be none of the page's.
fn at_rule(of: &Rulebook, place: &Place) -> Option<String> {
    let known = |table: &&str| *table == of.decision() || withholds(of, table);
    let table = place.table.as_deref().filter(known)?;
    Some(row_anchor(table, place.row?))
}

/// Puts names in the places of ids.
struct Naming<'a> {
    t: Text,
    of: &'a Rulebook,
}

impl Naming<'_> {
    fn finding(&self, finding: &Finding) -> Finding {
        let example = finding.example.iter();
        let example = example.map(|(id, value)| {
            let input = self.of.input(id);
            let said = value.as_ref().map(|value| answer(self.t, input, value));
            (self.question(id), said.map(Value::Text))
        });
        Finding {
            kind: self.kind(finding.kind.clone()),
            example: example.collect(),
            ..finding.clone()
        }
    }

    fn kind(&self, kind: FindingKind) -> FindingKind {
        let rules = |by: Vec<String>| by.iter().map(|cited| rule(self.t, self.of, cited)).collect();
        let of = |part: Part, id: String| called(self.t, self.of, part, &id).unwrap_or(id);
        match kind {
            FindingKind::Gap { region } => FindingKind::Gap {
                region: region.into_iter().map(|one| self.region(one)).collect(),
            },
            FindingKind::Overlap { other } => FindingKind::Overlap {
                other: rule(self.t, self.of, &other),
            },
            FindingKind::Overruled { by } => FindingKind::Overruled { by: rules(by) },
            FindingKind::PeriodOverruled { by } => FindingKind::PeriodOverruled { by: rules(by) },
            FindingKind::Shadowed { by } => FindingKind::Shadowed { by: rules(by) },
            FindingKind::SameText { first, again } => FindingKind::SameText {
                first: Language::name_of(&first),
                again: Language::name_of(&again),
            },
            FindingKind::UntestedInput { input } => FindingKind::UntestedInput {
                input: quoted(&of(Part::Question, input)),
            },
            FindingKind::UnusedAuthority { authority } => FindingKind::UnusedAuthority {
                authority: of(Part::Authority, authority),
            },
            FindingKind::UnusedReason { reason } => FindingKind::UnusedReason {
                reason: quoted(&of(Part::Reason, reason)),
            },
            FindingKind::UnusedPeriod { period } => FindingKind::UnusedPeriod {
                period: of(Part::Period, period),
            },
            FindingKind::UnusedAttachment { part, id } => FindingKind::UnusedAttachment {
                part,
                id: quoted(&match attached(part) {
                    Some(part) => of(part, id),
                    None => id,
                }),
            },
            // These name nothing by an id.
            kind @ (FindingKind::NeverMet
            | FindingKind::MissingCitation { .. }
            | FindingKind::Untranslated { .. }
            | FindingKind::UnknownAuthority { .. }
            | FindingKind::WrongValidity { .. }
            | FindingKind::Refused { .. }
            | FindingKind::CalledOtherwise { .. }
            | FindingKind::OneLanguage { .. }
            | FindingKind::UnusedTranslation { .. }
            | FindingKind::DateOutOfValidity { .. }
            | FindingKind::NotInForce { .. }
            | FindingKind::PermitsNotWhole { .. }
            | FindingKind::NotExact
            | FindingKind::GaveUp { .. }
            | FindingKind::More { .. }) => kind,
        }
    }

    /// The question as it stands before an answer.
    fn question(&self, id: &str) -> String {
        before(&called(self.t, self.of, Part::Question, id).unwrap_or_else(|| id.to_owned()))
    }

    fn region(&self, region: Region) -> Region {
        let input = self.of.input(&region.input);
        let words = |test: String| {
            let words = input.and_then(|input| in_words(self.t, input, &test));
            words.unwrap_or(test)
        };
        Region {
            input: self.question(&region.input),
            tests: region.tests.into_iter().map(words).collect(),
            ..region
        }
    }
}

/// The part of `rulebook.toml` that rules attach by this name; of any other the id is told as it is.
fn attached(part: &str) -> Option<Part> {
    match part {
        "document" => Some(Part::Document),
        "fee" => Some(Part::Fee),
        "condition" => Some(Part::Condition),
        "lead_time" => Some(Part::LeadTime),
        "distance" => Some(Part::Distance),
        _ => None,
    }
}

fn quoted(words: &str) -> String {
    format!("“{words}”")
}

#[cfg(test)]
mod tests {
    use super::super::version_of;
    use super::*;

    #[test]
    fn what_the_linter_finds_is_told_by_the_names_of_what_it_speaks_of() {
        let mut told = 0;
        for of in [
            version_of(shipped!("kh-phnom-penh")).rulebook,
            version_of(shipped!("kh-phnom-penh-2")).rulebook,
            version_of(shipped!("jp-tokyo")).rulebook,
        ] {
            let asked = of.inputs().iter().map(|one| one.id.as_str());
            let asked = asked.filter(|id| id.contains('_'));
            let known: Vec<&str> = asked.chain(["authorities", "<=", "true", "false"]).collect();
            for language in Language::ALL {
                for one in &of.lint(None).findings {
                    let shown = finding(Text::of(language), Some(&of), one);
                    let words = format!("{}: {} {}", shown.place, shown.what, shown.example);
                    let raw: Vec<_> = known.iter().filter(|id| words.contains(**id)).collect();
                    assert!(raw.is_empty(), "{words}: {raw:?}");
                    told += 1;
                }
            }
        }
        assert!(told > 10, "{told}");
    }

    #[test]
    fn a_finding_of_a_part_names_the_part() {
        let of = version_of(shipped!("kh-phnom-penh")).rulebook;
        let input = of.inputs()[0].id.clone();
        let place = rulebook::lint::Place {
            column: Some(format!("input.{input}.help")),
            ..Default::default()
        };
        let unused = Finding {
            kind: FindingKind::UntestedInput { input },
            level: Level::Note,
            place,
            example: vec![],
        };
        let shown = finding(Text::of(Language::English), Some(&of), &unused);
        assert_eq!(shown.place, "question “What kind of event is it?”, help");
        assert_eq!(
            shown.what,
            "No rule tests the answer to “What kind of event is it?”. Add a test, or take the question out."
        );
    }

    #[test]
    fn what_no_rule_attaches_goes_by_the_name_of_its_own_kind_or_by_its_id() {
        let of = version_of(shipped!("kh-phnom-penh-2")).rulebook;
        let told = |part: &'static str, id: &str| {
            let unused = Finding {
                kind: FindingKind::UnusedAttachment {
                    part,
                    id: id.to_owned(),
                },
                level: Level::Note,
                place: rulebook::lint::Place::default(),
                example: vec![],
            };
            finding(Text::of(Language::English), Some(&of), &unused).what
        };
        for (part, id) in [
            ("document", "site-plan"),
            ("condition", "insurance"),
            ("lead_time", "fireworks"),
            ("distance", "nfpa-1123"),
        ] {
            let what = told(part, id);
            assert!(!what.contains(&format!("“{id}”")), "{what}");
        }
        let what = told("of another kind", "nfpa-1123");
        assert!(what.contains("“nfpa-1123”"), "{what}");
    }
}
