//! Rules that never fire.

use super::{Exactness, Finding, FindingKind, Level, Table};
use crate::decision::HitPolicy;
use crate::product::{Product, Work, covered};

const MOST_WORK: usize = 2_000_000;

impl Table<'_> {
    /// Notes the rules that no case can meet, and those whose cases other rules all take.
    pub(super) fn dead(&self, findings: &mut Vec<Finding>) {
        let mut work = Work::of(MOST_WORK);
        for (at, own) in self.rules.iter().enumerate() {
            if own.is_empty() {
                findings.push(Finding::new(
                    FindingKind::NeverMet,
                    Level::Fault,
                    self.place(Some(at), None),
                ));
                continue;
            }
            let takers: Vec<usize> = match self.decision.policy {
                HitPolicy::Collect | HitPolicy::RuleOrder | HitPolicy::OutputOrder | HitPolicy::Any => {
                    continue;
                }
                HitPolicy::First | HitPolicy::Priority => self.takers(
                    own,
                    (0..self.rules.len()).filter(|other| self.counts_before(*other, at)),
                ),
                HitPolicy::Unique => self.takers(own, (0..self.rules.len()).filter(|other| *other != at)),
            };
            let rules: Vec<&Product> = takers.iter().filter_map(|at| self.rules.get(*at)).collect();
            if !rules.is_empty() && covered(own.clone(), &rules, &mut work) == Some(true) {
                findings.push(Finding {
                    kind: FindingKind::Shadowed {
                        by: takers.iter().map(|at| self.cited(*at)).collect(),
                    },
                    level: Level::Fault,
                    place: self.place(Some(at), None),
                    example: self.example(own),
                });
            }
        }
        if work.gave_up() {
            self.gave_up(Exactness::DeadRules, MOST_WORK, findings);
        }
    }

    /// The rules that surely take some of a rule's cases. A rule with a test that has no atoms may take none.
    fn takers(&self, own: &Product, others: impl Iterator<Item = usize>) -> Vec<usize> {
        others
            .filter(|at| self.exact(*at) && self.rules.get(*at).is_some_and(|other| other.meets(own)))
            .collect()
    }
}
