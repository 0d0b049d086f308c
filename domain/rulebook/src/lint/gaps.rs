//! Gaps: combinations of answers that no rule catches.

use super::{Exactness, Finding, FindingKind, Level, Table};
use crate::product::{Product, Work, uncaught};
use std::ops::ControlFlow;

const MOST_WORK: usize = 2_000_000;
/// Gaps that are listed; who has more looks at these first.
const MOST_LISTED: usize = 200;

impl Table<'_> {
    /// Notes the gaps. What a rule with a test that has no atoms may catch is not called a gap.
    pub(super) fn gaps(&self, findings: &mut Vec<Finding>) {
        let mut work = Work::of(MOST_WORK);
        let (gaps, more) = self.gap_products(&mut work);
        // Asking nobody is what COLLECT and its like mean by meeting no rule.
        let level = if self.decision.policy.is_multiple() {
            Level::Note
        } else {
            Level::Fault
        };
        for gap in &gaps {
            let region = self.region(gap);
            findings.push(Finding {
                kind: FindingKind::Gap { region },
                level,
                place: self.place(None, None),
                example: self.example(gap),
            });
        }
        if more {
            let kind = FindingKind::More {
                looking_for: Exactness::Gaps,
                listed: gaps.len(),
            };
            findings.push(Finding::new(kind, Level::Note, self.place(None, None)));
        } else if work.gave_up() {
            self.gave_up(Exactness::Gaps, MOST_WORK, findings);
        }
    }

    /// The gaps as products that do not meet, and whether there are more.
    pub(super) fn gap_products(&self, work: &mut Work) -> (Vec<Product>, bool) {
        let rules: Vec<&Product> = self.rules.iter().collect();
        let (mut gaps, mut more) = (vec![], false);
        let _ = uncaught(self.taken.clone(), &rules, work, &mut |gap| {
            more = gaps.len() == MOST_LISTED;
            if more {
                return ControlFlow::Break(());
            }
            gaps.push(gap);
            ControlFlow::Continue(())
        });
        (gaps, more)
    }
}
