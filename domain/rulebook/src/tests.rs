//! The tests that a rulebook brings along: cases with what they must lead to, and which rules they hold.
//!
//! They stand in `tests/*.toml` beside the rulebook and do not change what it means (`docs/formats/rulebook.md`).

mod compared;
mod read;
mod words;

pub use compared::{CaseChange, Change, between};
pub use read::read;

use crate::{Answers, Evaluation, EvaluationError, Period, Required, Rulebook, Withheld};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A case with what it must lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The file it stands in.
    pub file: String,
    /// What it is called; no other case of the rulebook is called so.
    pub name: String,
    /// The answers, or why one of them is none.
    pub answers: Result<Answers, String>,
    /// The day of the event, if it matters to who reads the case.
    pub event_date: Option<Date>,
    /// What it must lead to.
    pub expected: Expected,
    /// Exactly what must be withheld of it from the public, by the names of fields; absent: whatever.
    pub withheld: Option<BTreeSet<String>>,
}

/// What a case must lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Exactly these authorities, by id; nobody, if there are none.
    Authorities(BTreeMap<String, ExpectedAuthority>),
    /// A refusal in which these words stand.
    Refused(String),
}

/// What must be said of one authority.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExpectedAuthority {
    /// Exactly the rules that ask for it, as they are cited, in any order; absent: whichever.
    pub rules: Option<BTreeSet<String>>,
    /// How long it may take; absent: however long.
    pub period: Option<Period>,
}

/// What the cases came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Each case, in the order given.
    pub cases: Vec<Outcome>,
    /// Each rule of the table, in order.
    pub rules: Vec<Coverage>,
}

/// What a case came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The file it stands in.
    pub file: String,
    /// What it is called.
    pub name: String,
    /// In what it differs from what was expected; empty if it passed.
    pub differences: Vec<Difference>,
}

/// How often a rule is held by cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The rule, as it is cited: `authorities/2`.
    pub rule: String,
    /// In how many cases that passed it fired.
    pub cases: usize,
}

/// In what a case differs from what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "kebab-case")]
pub enum Difference {
    /// An authority is not asked.
    Missing {
        /// Its id.
        authority: String,
    },
    /// An authority is asked that was not expected.
    Unexpected {
        /// Its id.
        authority: String,
        /// The rules that ask for it.
        rules: Vec<String>,
    },
    /// Other rules ask for an authority.
    Rules {
        /// Its id.
        authority: String,
        /// The rules expected.
        expected: Vec<String>,
        /// The rules that ask for it.
        found: Vec<String>,
    },
    /// An authority may take longer or shorter.
    Period {
        /// Its id.
        authority: String,
        /// The period expected.
        expected: Period,
        /// The period that it has.
        found: Period,
    },
    /// Something else is withheld of it from the public.
    Withheld {
        /// The fields expected, by their names.
        expected: Vec<String>,
        /// The fields that are withheld.
        found: Vec<String>,
    },
    /// The case is refused, and was not expected to be.
    Refused {
        /// Why.
        error: String,
    },
    /// The case is not refused, and was expected to be.
    NotRefused {
        /// The words expected.
        expected: String,
    },
    /// The case is refused for another reason.
    RefusedOtherwise {
        /// The words expected.
        expected: String,
        /// Why it is refused.
        error: String,
    },
}

impl Outcome {
    /// Whether the case led to what was expected.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

impl Report {
    /// Whether every case passed and every rule is held by one: then the rulebook may be published.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.failed() == 0 && self.uncovered().next().is_none()
    }

    /// How many cases failed.
    #[must_use]
    pub fn failed(&self) -> usize {
        self.cases.iter().filter(|case| !case.passed()).count()
    }

    /// The rules that no case holds, as they are cited.
    pub fn uncovered(&self) -> impl Iterator<Item = &str> {
        let rules = self.rules.iter().filter(|rule| rule.cases == 0);
        rules.map(|rule| rule.rule.as_str())
    }
}

/// Steps that all cases of a version may take together: a page waits for them.
const STEPS: u64 = 2_000_000;

/// Runs cases against a rulebook. Where they take too much work together, those that are left come to a refusal that says so.
#[must_use]
pub fn run(rulebook: &Rulebook, cases: &[Case]) -> Report {
    let mut held: BTreeMap<String, usize> = BTreeMap::new();
    let mut outcomes = vec![];
    let mut left = STEPS;
    for case in cases {
        let found = match &case.answers {
            Ok(_) if left == 0 => Err(EvaluationError::TooMuchWork.to_string()),
            Ok(answers) => {
                let given = rulebook.decision.given(answers);
                let found = rulebook.evaluated(&given);
                left = left.saturating_sub(given.spent());
                found.map_err(|error: EvaluationError| error.to_string())
            }
            Err(error) => Err(error.clone()),
        };
        let withheld = case.withheld.as_ref().zip(case.answers.as_ref().ok());
        let withheld = withheld.map(|(expected, answers)| (expected, withheld_of(rulebook, answers)));
        let mut differences = differences(&case.expected, found.as_ref());
        if let Some((expected, found)) = &withheld {
            // That nothing was evaluated is no answer, and is said once.
            match found {
                Ok(found) => differences.extend(withheld_otherwise(expected, found)),
                Err(error) if differences.is_empty() => {
                    differences.push(Difference::Refused { error: error.clone() });
                }
                Err(_) => {}
            }
        }
        let outcome = Outcome {
            file: case.file.clone(),
            name: case.name.clone(),
            differences,
        };
        if let (Ok(evaluation), true) = (&found, outcome.passed()) {
            let fired = evaluation.authorities.iter().flat_map(rules);
            // A rule that withholds is held only where a case says what is.
            let withholding = withheld
                .into_iter()
                .flat_map(|(_, found)| found.unwrap_or_default());
            let all = fired.chain(withholding.map(|one| one.rule));
            all.for_each(|rule| *held.entry(rule).or_default() += 1);
        }
        outcomes.push(outcome);
    }
    let tables = std::iter::once(&rulebook.decision).chain(rulebook.withholding());
    let rules = tables.flat_map(|table| (0..table.rules.len()).map(|at| table.cited(at)));
    Report {
        cases: outcomes,
        rules: rules
            .map(|rule| Coverage {
                cases: held.get(&rule).copied().unwrap_or_default(),
                rule,
            })
            .collect(),
    }
}

/// What is withheld of a case, or why the rulebook does not say.
fn withheld_of(rulebook: &Rulebook, answers: &Answers) -> Result<Vec<Withheld>, String> {
    match rulebook.publicity(answers) {
        Ok(Some(publicity)) => Ok(publicity.withheld),
        Ok(None) => Err("the rulebook has no part [public]".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

fn withheld_otherwise(expected: &BTreeSet<String>, found: &[Withheld]) -> Option<Difference> {
    let found: BTreeSet<String> = found.iter().map(|one| one.field.to_string()).collect();
    (found != *expected).then(|| Difference::Withheld {
        expected: expected.iter().cloned().collect(),
        found: found.into_iter().collect(),
    })
}

fn rules(required: &Required) -> impl Iterator<Item = String> {
    required.fired.iter().map(|fired| fired.id.clone())
}

fn differences(expected: &Expected, found: Result<&Evaluation, &String>) -> Vec<Difference> {
    match (expected, found) {
        (Expected::Authorities(expected), Ok(evaluation)) => asked(expected, evaluation),
        (Expected::Authorities(_), Err(error)) => vec![Difference::Refused { error: error.clone() }],
        (Expected::Refused(words), Ok(_)) => vec![Difference::NotRefused {
            expected: words.clone(),
        }],
        (Expected::Refused(words), Err(error)) if !error.contains(words) => {
            vec![Difference::RefusedOtherwise {
                expected: words.clone(),
                error: error.clone(),
            }]
        }
        (Expected::Refused(_), Err(_)) => vec![],
    }
}

fn asked(expected: &BTreeMap<String, ExpectedAuthority>, evaluation: &Evaluation) -> Vec<Difference> {
    let mut differences = vec![];
    for (id, wanted) in expected {
        let found = evaluation.authorities.iter().find(|one| one.authority == *id);
        let Some(found) = found else {
            differences.push(Difference::Missing {
                authority: id.clone(),
            });
            continue;
        };
        if let Some(wanted) = wanted
            .rules
            .as_ref()
            .filter(|wanted| **wanted != rules(found).collect())
        {
            differences.push(Difference::Rules {
                authority: id.clone(),
                expected: wanted.iter().cloned().collect(),
                found: rules(found).collect(),
            });
        }
        if let Some(wanted) = wanted.period.filter(|wanted| *wanted != found.period) {
            differences.push(Difference::Period {
                authority: id.clone(),
                expected: wanted,
                found: found.period,
            });
        }
    }
    let others = evaluation.authorities.iter();
    let others = others.filter(|one| !expected.contains_key(&one.authority));
    differences.extend(others.map(|one| Difference::Unexpected {
        authority: one.authority.clone(),
        rules: rules(one).collect(),
    }));
    differences
}
