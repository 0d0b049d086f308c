//! What two versions differ in, in the reader's language and in the rulebook's own words.

use super::attached::said;
use super::keys::{key, value};
use super::names::{called, part_named};
use super::test_words::in_words;
use crate::{Text, Value};
use rulebook::diff::{Difference, Part, Row, RuleText, between};
use rulebook::{Localised, Rulebook};

/// A difference in words; beside it, in small print, as the files have it.
pub(super) struct DifferenceShown {
    pub words: String,
    pub raw: Option<String>,
}

/// Everything that differs from an older version to a newer one.
pub(super) fn differences(t: Text, older: &Rulebook, newer: &Rulebook) -> Vec<DifferenceShown> {
    let telling = Telling { t, older, newer };
    let all = between(older, newer);
    all.iter().map(|one| telling.difference(one)).collect()
}

/// What is said without any files.
pub(super) fn plain(words: String) -> DifferenceShown {
    DifferenceShown { words, raw: None }
}

pub(super) fn number(number: usize) -> Value<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

struct Telling<'a> {
    t: Text,
    older: &'a Rulebook,
    newer: &'a Rulebook,
}

impl Telling<'_> {
    fn difference(&self, difference: &Difference) -> DifferenceShown {
        let t = self.t;
        match difference {
            Difference::Added { part, id } => {
                self.part(*part, id, |what| t.one("difference-added", "what", what))
            }
            Difference::Removed { part, id } => {
                self.part(*part, id, |what| t.one("difference-removed", "what", what))
            }
            Difference::Changed {
                part,
                id,
                field,
                before,
                after,
            } => self.changed((*part, id), field, before, after),
            Difference::RuleAdded(rule) => self.rule_text("difference-rule-added", self.newer, rule),
            Difference::RuleRemoved(rule) => self.rule_text("difference-rule-removed", self.older, rule),
            Difference::RuleMoved { row } => plain(moved(t, *row)),
            Difference::Test {
                row,
                input,
                before,
                after,
                ..
            } => self.test(*row, input, before, after),
            Difference::Behind {
                part,
                id,
                row,
                column,
                before,
                after,
            } => {
                let what = self.named(*part, id);
                let told = self.behind(*row, column, before, after);
                let words = t.with(
                    "difference-of",
                    [("what", what.into()), ("key", told.words.into())],
                );
                DifferenceShown { words, ..told }
            }
            Difference::Rule {
                row,
                column,
                before,
                after,
            } => plain(self.rule(*row, column, before, after)),
        }
    }

    fn changed(
        &self,
        (part, id): (Part, &str),
        field: &str,
        before: &Option<String>,
        after: &Option<String>,
    ) -> DifferenceShown {
        let t = self.t;
        let said =
            |of: &Rulebook, text: &Option<String>| Some(value(t, of, (part, id), field, text.as_deref()?));
        let words = (said(self.older, before), said(self.newer, after));
        self.part(part, id, |what| {
            let key = key(t, self.newer, part, id, field).into();
            let what = t.with("difference-of", [("what", what.into()), ("key", key)]);
            self.turned(what, apart(words, (before, after)))
        })
    }

    /// A part by its own words, with its id in small print.
    fn part(&self, part: Part, id: &str, words: impl FnOnce(String) -> String) -> DifferenceShown {
        DifferenceShown {
            words: words(self.named(part, id)),
            // A translation has no id: it is found by its text.
            raw: Some(id.to_owned()).filter(|id| !id.is_empty() && part != Part::Translation),
        }
    }

    /// What a part is called: in the newer version, or in the older one where it is gone.
    fn named(&self, part: Part, id: &str) -> String {
        let words = called(self.t, self.newer, part, id).or_else(|| called(self.t, self.older, part, id));
        part_named(self.t, part, words.as_deref().unwrap_or(id))
    }

    fn turned(&self, what: String, (before, after): Turn) -> String {
        let t = self.t;
        let said = |text: Option<String>| text.unwrap_or_else(|| t.get("difference-nothing").into_owned());
        t.with(
            "difference-changed",
            [
                ("what", what.into()),
                ("before", said(before).into()),
                ("after", said(after).into()),
            ],
        )
    }

    /// A question's own words; what a decision answers is called as it is in the files.
    fn question(&self, id: &str) -> String {
        let input = self.newer.input(id).or_else(|| self.older.input(id));
        input.map_or_else(|| id.to_owned(), |input| self.said(&input.question))
    }

    fn said(&self, text: &Localised) -> String {
        text.in_language(self.t.language().tag()).to_owned()
    }

    fn test(&self, row: Row, input: &str, before: &str, after: &str) -> DifferenceShown {
        let told = |of: &Rulebook, test: &str| in_words(self.t, of.input(input)?, test);
        let words = told(self.older, before).zip(told(self.newer, after));
        let raw = format!("{before} \u{2192} {after}");
        let (words, raw) = match words.filter(|(was, is)| was != is) {
            Some((was, is)) => ((was, is), Some(raw)),
            None => ((before.to_owned(), after.to_owned()), None),
        };
        let words = self.t.with(
            "difference-test",
            [
                ("rule", rule_number(self.t, row).into()),
                ("question", self.question(input).into()),
                ("before", words.0.into()),
                ("after", words.1.into()),
            ],
        );
        DifferenceShown { words, raw }
    }

    /// What changed in a rule of another table than the one that names authorities.
    fn behind(
        &self,
        row: Row,
        column: &str,
        before: &Option<String>,
        after: &Option<String>,
    ) -> DifferenceShown {
        let both = || (before.clone(), after.clone());
        match (before, after) {
            (None, None) => plain(moved(self.t, row)),
            _ if column.is_empty() => {
                let number = number(row.before.max(row.after));
                plain(self.turned(self.t.with("rule-number", [("number", number)]), both()))
            }
            (Some(before), Some(after)) => self.test(row, column, before, after),
            _ => {
                let what = [("what", rule_number(self.t, row).into()), ("key", column.into())];
                plain(self.turned(self.t.with("difference-of", what), both()))
            }
        }
    }

    fn rule(&self, row: Row, column: &str, before: &Option<String>, after: &Option<String>) -> String {
        let t = self.t;
        let told = |of: &Rulebook, cell: &Option<String>| {
            let all = said(t, Some(of), column, cell.as_deref()?).into_iter();
            Some(all.map(|one| one.words).collect::<Vec<_>>().join("; "))
        };
        let key = t.get(&format!("rule-column-{}", column.replace('_', "-")));
        let what = t.with(
            "difference-of",
            [("what", rule_number(t, row).into()), ("key", key.into())],
        );
        let words = (told(self.older, before), told(self.newer, after));
        self.turned(what, apart(words, (before, after)))
    }

    fn rule_text(&self, id: &str, of: &Rulebook, rule: &RuleText) -> DifferenceShown {
        let t = self.t;
        let test = |(input, test): &(String, String)| {
            let words = of.input(input).and_then(|input| in_words(t, input, test));
            format!("{} {}", self.question(input), words.as_deref().unwrap_or(test))
        };
        let tests: Vec<String> = rule.tests.iter().map(test).collect();
        let tests = if tests.is_empty() {
            t.get("rule-always").into_owned()
        } else {
            tests.join("; ")
        };
        let authority = called(t, of, Part::Authority, &rule.authority);
        plain(t.with(
            id,
            [
                ("number", number(rule.row)),
                ("tests", tests.into()),
                (
                    "authority",
                    authority.unwrap_or_else(|| rule.authority.clone()).into(),
                ),
            ],
        ))
    }
}

/// What something said, and what it says.
type Turn = (Option<String>, Option<String>);

/// The words, or what the files have where the words are the same.
fn apart(words: Turn, (before, after): (&Option<String>, &Option<String>)) -> Turn {
    if words.0 == words.1 {
        (before.clone(), after.clone())
    } else {
        words
    }
}

fn moved(t: Text, row: Row) -> String {
    t.with(
        "difference-rule-moved",
        [("before", number(row.before)), ("after", number(row.after))],
    )
}

fn rule_number(t: Text, row: Row) -> String {
    t.with(
        if row.before == row.after {
            "rule-number"
        } else {
            "rule-number-was"
        },
        [("number", number(row.after)), ("before", number(row.before))],
    )
}

#[cfg(test)]
mod tests {
    use super::super::version_of;
    use super::*;
    use crate::Language;

    /// The ids and keys that files have and no page should make anybody read.
    fn ids(of: &Rulebook) -> Vec<String> {
        let all = of.attachments();
        let parts = [
            all.documents.keys().collect::<Vec<_>>(),
            all.fees.keys().collect(),
            all.conditions.keys().collect(),
            all.lead_times.keys().collect(),
            all.distances.keys().collect(),
            of.periods().keys().collect(),
        ];
        let named = parts.into_iter().flatten().filter(|id| id.contains('-'));
        let asked = of
            .inputs()
            .iter()
            .map(|one| &one.id)
            .filter(|id| id.contains('_'));
        let authorities = of.authorities().iter().map(|one| &one.id);
        let keys = ["valid_from", "basis.", "lead_time", "not(", "jurisdiction"];
        let own = named.chain(asked).chain(authorities).cloned();
        own.chain(keys.map(str::to_owned)).collect()
    }

    #[test]
    fn what_two_versions_differ_in_is_said_without_the_words_of_files() {
        let (first, second) = (
            version_of(shipped!("kh-phnom-penh")).rulebook,
            version_of(shipped!("kh-phnom-penh-2")).rulebook,
        );
        let known = [ids(&first), ids(&second)].concat();
        for language in Language::ALL {
            let said = differences(Text::of(language), &first, &second);
            assert!(said.len() > 60, "{}", said.len());
            for one in &said {
                let raw: Vec<_> = known
                    .iter()
                    .filter(|id| one.words.contains(id.as_str()))
                    .collect();
                assert!(raw.is_empty(), "{}: {raw:?}", one.words);
            }
        }
    }
}
