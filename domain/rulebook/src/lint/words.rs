//! Findings in words: where, what, what to do.

use super::{Exactness, Finding, FindingKind, Level, Region};
use feel::{Said, said};
use std::fmt;

impl Finding {
    /// How grave it is, where it lies, what it is, and a case that shows it.
    #[must_use]
    pub fn said(&self) -> Said {
        said!("{}: {}", self.level.said(), self.told())
    }

    /// The same, where how grave it is has been said.
    #[must_use]
    pub fn told(&self) -> Said {
        let what = match self.place.said() {
            Some(place) => said!("{}: {}", place, self.kind.said()),
            None => self.kind.said(),
        };
        match self.shown_by() {
            Some(example) => said!("{} {}", what, example),
            None => what,
        }
    }

    /// The case that shows it, if one does.
    #[must_use]
    pub fn shown_by(&self) -> Option<Said> {
        let answer = |(input, value): &(String, Option<crate::Value>)| match value {
            Some(value) => said!("{} {}", input, value.to_string()),
            None => said!("{} not answered", input),
        };
        let case = self
            .example
            .iter()
            .map(answer)
            .reduce(|one, more| said!("{}; {}", one, more))?;
        Some(said!("For example: {}.", case))
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

impl Level {
    /// The word for it.
    #[must_use]
    pub fn said(self) -> Said {
        match self {
            Level::Fault => said!("fault"),
            Level::Warning => said!("warning"),
            Level::Note => said!("note"),
        }
    }
}

impl Region {
    fn said(&self) -> Said {
        let tests = (!self.tests.is_empty()).then(|| said!("{}", self.tests.join(", ")));
        let other = self.other.then(|| said!("any other text"));
        let unanswered = self.unanswered.then(|| said!("no answer"));
        let all = [tests, other, unanswered].into_iter().flatten();
        let all = all.reduce(|one, more| said!("{}, {}", one, more));
        said!("{} {}", &self.input, all.unwrap_or_default())
    }
}

impl Exactness {
    fn said(self) -> Said {
        match self {
            Exactness::Gaps => said!("gaps"),
            Exactness::Overlaps => said!("overlaps"),
            Exactness::DeadRules => said!("rules that never fire"),
        }
    }
}

impl FindingKind {
    /// What it is, and what to do.
    #[must_use]
    pub fn said(&self) -> Said {
        match self {
            FindingKind::Gap { region } => gap(region),
            FindingKind::Overlap { other } => said!(
                "the rule and {} catch the same answers, where the hit policy allows one. Narrow one of them.",
                other
            ),
            FindingKind::Overruled { by } => said!(
                "rules that count before it, with another answer, take some of its cases: {}. Check their order.",
                by.join(", ")
            ),
            FindingKind::PeriodOverruled { by } => said!(
                "its own period does not count where the same authority has longer by {}. Check that this is meant.",
                by.join(", ")
            ),
            FindingKind::NeverMet => {
                said!("no answer that the questions take meets all of its tests. Correct or remove the rule.")
            }
            FindingKind::Shadowed { by } => said!(
                "the rule never answers by itself: {} take all of its cases. Remove it, or narrow them.",
                by.join(", ")
            ),
            FindingKind::MissingCitation { what, todo }
            | FindingKind::Untranslated { what, todo }
            | FindingKind::UnknownAuthority { what, todo }
            | FindingKind::WrongValidity { what, todo }
            | FindingKind::CalledOtherwise { what, todo }
            | FindingKind::Refused { what, todo } => said!("{}. {}.", what.clone(), todo.clone()),
            FindingKind::SameText { first, again } => {
                said!("the text in {} is the same as in {}. Translate it.", again, first)
            }
            FindingKind::OneLanguage { text } => said!(
                "“{}” stands in one language alone. Add it as [[translation]] in each.",
                text
            ),
            FindingKind::UnusedTranslation { text } => said!(
                "nothing says “{}” any more. Take the translation out, or write it as it stands there.",
                text
            ),
            FindingKind::DateOutOfValidity { date } => said!(
                "the test names {}, when the rulebook is not in force. Check the day, or valid_from and valid_to.",
                date.to_string()
            ),
            FindingKind::NotInForce { on } => said!(
                "the rulebook is not in force on {}. Check valid_from and valid_to, or take another version.",
                on.to_string()
            ),
            other => other.said_of_part(),
        }
    }

    fn said_of_part(&self) -> Said {
        match self {
            FindingKind::UntestedInput { input } => {
                said!(
                    "no rule tests the answer to {}. Add a test, or take the question out.",
                    input
                )
            }
            FindingKind::UnusedAuthority { authority } => {
                said!(
                    "no rule asks {}. Add a rule, or take the authority out.",
                    authority
                )
            }
            FindingKind::UnusedReason { reason } => {
                said!("no rule gives the reason {}. Take it out.", reason)
            }
            FindingKind::UnusedPeriod { period } => {
                said!("no rule gives the period {}. Take it out.", period)
            }
            FindingKind::UnusedAttachment { part, id } => {
                said!(
                    "no rule attaches the {} {}. Name it in a rule, or take it out.",
                    *part,
                    id
                )
            }
            FindingKind::PermitsNotWhole { field } => said!(
                "{} is public at no step, so the paper and the file of every permit are for its parties alone. Add it, unless that is meant.",
                *field
            ),
            FindingKind::NotExact => said!(
                "what this test catches is known only case by case: gaps, overlaps and dead rules that depend on it are not told. Write it with values and ranges if you can."
            ),
            FindingKind::GaveUp { looking_for, after } => said!(
                "the search for {} was given up after {} steps, so there may be more. Split the table.",
                looking_for.said(),
                *after
            ),
            FindingKind::More { looking_for, listed } => said!(
                "there are more {} than the {} listed. Correct these first.",
                looking_for.said(),
                *listed
            ),
            _ => Said::default(),
        }
    }
}

fn gap(region: &[Region]) -> Said {
    let regions = region.iter().map(Region::said);
    match regions.reduce(|one, more| said!("{}; {}", one, more)) {
        None => said!("no rule catches anything. Add rules."),
        Some(region) => said!(
            "no rule catches {}. Add a rule, or leave it so if nobody is to be asked.",
            region
        ),
    }
}
