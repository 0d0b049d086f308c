//! Which cases of a version are others than those of an older one: whoever approves the version sees what no longer holds it.

use super::{Case, Expected, ExpectedAuthority};
use crate::{Rulebook, diff};
use serde::Serialize;
use std::collections::BTreeMap;

/// A case that is new, gone or another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseChange {
    /// What it is called.
    pub name: String,
    /// What became of it.
    pub change: Change,
}

/// What became of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// The older version has it alone.
    Removed,
    /// It expects less than it did: rules or a period are no longer said, or fewer words of a refusal.
    ExpectsLess,
    /// It says something else.
    Changed,
    /// The newer version has it alone.
    Added,
}

/// The cases of a newer version that are others than those of an older one, what weakens the tests first. A rule is cited by
/// its row: one that was moved and is cited where it stands now is no change.
#[must_use]
pub fn between(older: (&Rulebook, &[Case]), newer: (&Rulebook, &[Case])) -> Vec<CaseChange> {
    let now_cited: BTreeMap<String, String> = diff::rows(older.0, newer.0)
        .into_iter()
        .map(|(was, is)| (older.0.decision.cited(was), newer.0.decision.cited(is)))
        .collect();
    let was: BTreeMap<&str, &Case> = older.1.iter().map(|case| (case.name.as_str(), case)).collect();
    let is: BTreeMap<&str, &Case> = newer.1.iter().map(|case| (case.name.as_str(), case)).collect();
    let told = |name: &str, change| CaseChange {
        name: name.to_owned(),
        change,
    };
    let gone = was.keys().filter(|name| !is.contains_key(*name));
    let mut changes: Vec<CaseChange> = gone.map(|name| told(name, Change::Removed)).collect();
    for (name, case) in &is {
        let change = match was.get(name) {
            Some(before) => change(&cited(before, &now_cited), case),
            None => Some(Change::Added),
        };
        changes.extend(change.map(|change| told(name, change)));
    }
    changes.sort_by_key(|one| one.change);
    changes
}

/// An older case with its rules cited where they stand by now; one that is gone keeps its old name.
fn cited(case: &Case, now: &BTreeMap<String, String>) -> Case {
    let mut case = case.clone();
    if let Expected::Authorities(authorities) = &mut case.expected {
        for rules in authorities.values_mut().filter_map(|one| one.rules.as_mut()) {
            *rules = rules
                .iter()
                .map(|rule| now.get(rule).unwrap_or(rule).clone())
                .collect();
        }
    }
    case
}

fn change(was: &Case, is: &Case) -> Option<Change> {
    let said = |case: &Case| (case.event_date, case.expected.clone(), case.withheld.clone());
    let same = was.answers == is.answers && said(was) == said(is);
    if same {
        return None;
    }
    let no_longer = was.withheld.is_some() && is.withheld.is_none();
    Some(if no_longer || expects_less(&was.expected, &is.expected) {
        Change::ExpectsLess
    } else {
        Change::Changed
    })
}

fn expects_less(was: &Expected, is: &Expected) -> bool {
    match (was, is) {
        (Expected::Authorities(was), Expected::Authorities(is)) => {
            let unsaid = |(id, was): (&String, &ExpectedAuthority)| {
                is.get(id).is_some_and(|is| {
                    (was.rules.is_some() && is.rules.is_none())
                        || (was.period.is_some() && is.period.is_none())
                })
            };
            was.iter().any(unsaid)
        }
        (Expected::Refused(was), Expected::Refused(is)) => is != was && was.contains(is),
        _ => false,
    }
}
