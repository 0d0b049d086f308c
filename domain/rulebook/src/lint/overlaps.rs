//! Overlaps: combinations of answers on which rules contradict each other, by what the hit policy makes of them.

use super::{Exactness, Finding, FindingKind, Level, Table};
use crate::decision::{HitPolicy, Rule};
use crate::product::Product;

/// Overlaps that are listed under UNIQUE; who has more looks at these first.
const MOST_LISTED: usize = 200;

impl Table<'_> {
    /// Notes the overlaps. One that depends on a test without atoms is not told.
    pub(super) fn overlaps(&self, findings: &mut Vec<Finding>) {
        match self.decision.policy {
            HitPolicy::Unique => self.contradictions(findings, |_, _| true),
            HitPolicy::Any => self.contradictions(findings, |one, other| one != other),
            HitPolicy::First | HitPolicy::Priority => self.overruled(
                findings,
                |by, rule, own| self.counts_before(by, rule) && self.answers_otherwise(by, own),
                |by| FindingKind::Overruled { by },
            ),
            HitPolicy::Collect | HitPolicy::RuleOrder | HitPolicy::OutputOrder => self.overruled(
                findings,
                |by, _, own| self.asks_for_longer(by, own),
                |by| FindingKind::PeriodOverruled { by },
            ),
        }
    }

    /// Under UNIQUE every overlap is an error of the rulebook, under ANY one of rules that ask different authorities.
    fn contradictions(
        &self,
        findings: &mut Vec<Finding>,
        contradict: impl Fn(Option<&String>, Option<&String>) -> bool,
    ) {
        let authority = |at: usize| self.decision.rules.get(at).map(|rule| &rule.answer);
        let mut listed = 0;
        for later in 0..self.rules.len() {
            let wanted = |other| other < later && contradict(authority(other), authority(later));
            for (earlier, both) in self.meeting(later, wanted) {
                if listed == MOST_LISTED {
                    let kind = FindingKind::More {
                        looking_for: Exactness::Overlaps,
                        listed,
                    };
                    findings.push(Finding::new(kind, Level::Note, self.place(None, None)));
                    return;
                }
                listed += 1;
                let other = self.cited(earlier);
                findings.push(Finding {
                    kind: FindingKind::Overlap { other },
                    level: Level::Fault,
                    place: self.place(Some(later), None),
                    example: self.example(&both),
                });
            }
        }
    }

    /// For each rule the others that `win` over it on some combination, in one note.
    fn overruled(
        &self,
        findings: &mut Vec<Finding>,
        win: impl Fn(usize, usize, &Rule) -> bool,
        kind: fn(Vec<String>) -> FindingKind,
    ) {
        for (at, own) in self.decision.rules.iter().enumerate() {
            let mut met = self.meeting(at, |other| win(other, at, own)).peekable();
            let Some(example) = met.peek().map(|(_, both)| self.example(both)) else {
                continue;
            };
            findings.push(Finding {
                kind: kind(met.map(|(by, _)| self.cited(by)).collect()),
                level: Level::Note,
                place: self.place(Some(at), None),
                example,
            });
        }
    }

    /// The wanted rules that surely catch something that a rule surely catches too, with what both catch.
    pub(super) fn meeting(
        &self,
        rule: usize,
        wanted: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = (usize, Product)> {
        let own = self.rules.get(rule).filter(|_| self.exact(rule));
        let others = self.rules.iter().enumerate();
        others.filter_map(move |(at, other)| {
            let own = own.filter(|own| at != rule && own.meets(other) && wanted(at) && self.exact(at))?;
            Some((at, own.and(other)))
        })
    }

    /// Whether, of two rules that are met, the one counts and the other does not, under FIRST and PRIORITY.
    pub(super) fn counts_before(&self, one: usize, other: usize) -> bool {
        let decision = self.decision;
        decision.precedence(one) < decision.precedence(other)
    }

    fn answers_otherwise(&self, by: usize, own: &Rule) -> bool {
        let rule = self.decision.rules.get(by);
        rule.is_some_and(|rule| {
            let outcome = |of: &'_ Rule| (of.answer.clone(), of.reason.clone(), of.period.clone());
            outcome(rule) != outcome(own) || rule.attached != own.attached
        })
    }

    /// Only a rule that has a period of its own is overruled by a longer one.
    fn asks_for_longer(&self, by: usize, own: &Rule) -> bool {
        let (rule, authority) = (self.decision.rules.get(by), self.rulebook.authority(&own.answer));
        rule.zip(authority).is_some_and(|(rule, authority)| {
            let measure = |rule: &Rule| {
                self.rulebook
                    .period(authority, rule.period.as_deref())
                    .0
                    .measure()
            };
            own.period.is_some() && rule.answer == own.answer && measure(rule) > measure(own)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::Rulebook;
    use crate::attached::Attached;
    use crate::decision::HitPolicy;
    use crate::lint::FindingKind;
    use crate::samples::rulebook;

    /// Two rules that meet and say the same, of which the second attaches this.
    fn second_attaches(policy: HitPolicy, attached: Attached) -> Rulebook {
        let row = |test: &str| (vec![test.to_owned()], 0, 0, 0);
        let mut book = rulebook(policy, &["whole"], &[row("<= 3"), row(">= 2")]);
        if let Some(second) = book.decision.rules.last_mut() {
            second.attached = attached;
        }
        book
    }

    fn overruled(book: &Rulebook) -> Vec<(Option<usize>, FindingKind)> {
        let findings = book.lint(None).findings.into_iter();
        let own = findings.filter(|one| matches!(one.kind, FindingKind::Overruled { .. }));
        own.map(|one| (one.place.row, one.kind)).collect()
    }

    #[test]
    fn a_rule_is_overruled_by_one_that_differs_only_in_what_it_attaches() {
        let ids = || vec!["x".to_owned()];
        let each = [
            Attached {
                documents: ids(),
                ..Attached::default()
            },
            Attached {
                fees: ids(),
                ..Attached::default()
            },
            Attached {
                conditions: ids(),
                ..Attached::default()
            },
            Attached {
                lead_times: ids(),
                ..Attached::default()
            },
            Attached {
                distances: ids(),
                ..Attached::default()
            },
        ];
        for policy in [HitPolicy::First, HitPolicy::Priority] {
            for attached in &each {
                let book = second_attaches(policy, attached.clone());
                let by = vec![book.decision.cited(0)];
                assert_eq!(
                    overruled(&book),
                    [(Some(2), FindingKind::Overruled { by })],
                    "{attached:?}"
                );
            }
            assert_eq!(overruled(&second_attaches(policy, Attached::default())), []);
        }
    }
}
