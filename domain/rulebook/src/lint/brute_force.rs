//! The linter against trying every combination of answers on small tables.

use super::{FindingKind, Level, Report, Table};
use crate::decision::HitPolicy;
use crate::product::{Product, Work, covered};
use crate::samples::{EVEN, combinations, rulebook, rulebooks, tables};
use crate::{Answers, EvaluationError, Rulebook, Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// The rules that answers meet, each test put to its answer.
fn met(rulebook: &Rulebook, answers: &Answers) -> Vec<usize> {
    let rules = rulebook.decision.rules.iter().enumerate();
    let given = rulebook.decision.given(answers);
    rules
        .filter(|(_, rule)| rule.cells.iter().all(|cell| cell.met_by(&given)))
        .map(|(at, _)| at)
        .collect()
}

/// Every combination of answers that the questions of the table take.
fn all(rulebook: &Rulebook) -> Vec<Answers> {
    let columns: BTreeSet<&str> = rulebook.decision.rules[0]
        .cells
        .iter()
        .map(|cell| cell.input.as_str())
        .collect();
    combinations(&columns.into_iter().collect::<Vec<_>>())
}

fn given(example: &[(String, Option<Value>)]) -> Answers {
    example
        .iter()
        .filter_map(|(input, value)| Some((input.clone(), value.clone()?)))
        .collect()
}

fn found(report: &Report, name: &str) -> BTreeSet<usize> {
    let named = report
        .findings
        .iter()
        .filter(|finding| finding.kind.name() == name);
    named
        .filter_map(|finding| finding.place.row)
        .map(|row| row - 1)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn gaps_are_the_combinations_that_no_rule_meets(rulebook in rulebooks(3, 6)) {
        let table = Table::of(&rulebook, &rulebook.decision, &rulebook.compiled);
        let (gaps, more) = table.gap_products(&mut Work::of(1_000_000));
        prop_assert!(!more);
        for answers in all(&rulebook) {
            let prepared = rulebook.prepare(&answers).unwrap();
            let inside = gaps.iter().filter(|gap| {
                gap.sets().zip(&prepared.atoms).all(|(atoms, atom)| atoms.contains(*atom as usize))
            });
            let expect = usize::from(met(&rulebook, &answers).is_empty());
            prop_assert_eq!(inside.count(), expect, "{:?}", answers);
        }
        let report = rulebook.lint(None);
        prop_assert!(report.is_exact());
        let listed = report.findings.iter().filter(|finding| finding.kind.name() == "gap");
        let mut count = 0;
        for gap in listed {
            count += 1;
            prop_assert!(met(&rulebook, &given(&gap.example)).is_empty(), "{}", gap);
            let expect = if rulebook.decision.policy.is_multiple() { Level::Note } else { Level::Fault };
            prop_assert_eq!(gap.level, expect);
        }
        prop_assert_eq!(count, gaps.len());
    }

    #[test]
    fn a_search_that_gives_up_says_so_and_found_nothing_that_is_not_there(rulebook in rulebooks(3, 6), steps in 1usize..60) {
        let table = Table::of(&rulebook, &rulebook.decision, &rulebook.compiled);
        let (all, _) = table.gap_products(&mut Work::of(1_000_000));
        let mut work = Work::of(steps);
        let (some, _) = table.gap_products(&mut work);
        prop_assert!(some.iter().all(|gap| all.contains(gap)));
        prop_assert!(work.gave_up() || some == all);
    }

    #[test]
    fn what_a_search_that_gives_up_has_not_looked_at_is_not_called_covered(rulebook in rulebooks(3, 6), steps in 1usize..60) {
        let table = Table::of(&rulebook, &rulebook.decision, &rulebook.compiled);
        let rules: Vec<&Product> = table.rules.iter().collect();
        let all = covered(table.taken.clone(), &rules, &mut Work::of(1_000_000)).unwrap();
        let mut work = Work::of(steps);
        let found = covered(table.taken.clone(), &rules, &mut work);
        prop_assert!(found == Some(all) || found.is_none() && work.gave_up());
    }

    #[test]
    fn overlaps_are_the_pairs_that_some_combination_meets(rulebook in rulebooks(3, 6)) {
        let mut expect = BTreeSet::new();
        for answers in all(&rulebook) {
            let met = met(&rulebook, &answers);
            expect.extend(met.iter().flat_map(|a| met.iter().filter(move |b| a < *b).map(move |b| (*a, *b))));
        }
        let table = Table::of(&rulebook, &rulebook.decision, &rulebook.compiled);
        let own = |later| table.meeting(later, move |other| other < later).map(move |(earlier, _)| (earlier, later));
        let pairs: BTreeSet<(usize, usize)> = (0..table.rules.len()).flat_map(own).collect();
        prop_assert_eq!(&pairs, &expect);
        let report = rulebook.lint(None);
        let overlaps: Vec<_> = report.findings.iter().filter(|finding| finding.kind.name() == "overlap").collect();
        let authority = |at: usize| &rulebook.decision.rules[at].answer;
        let faults = pairs.iter().filter(|(one, other)| match rulebook.decision.policy {
            HitPolicy::Unique => true,
            HitPolicy::Any => authority(*one) != authority(*other),
            _ => false,
        });
        prop_assert_eq!(overlaps.len(), faults.count());
        for overlap in overlaps {
            let conflict = matches!(rulebook.interpret(&given(&overlap.example)), Err(EvaluationError::Conflict { .. }));
            prop_assert!(conflict, "{}", overlap);
        }
    }

    #[test]
    fn dead_rules_are_those_that_never_answer(rulebook in rulebooks(3, 6)) {
        let rules = 0..rulebook.decision.rules.len();
        let (mut meet, mut answer) = (BTreeSet::new(), BTreeSet::new());
        for answers in all(&rulebook) {
            let met = met(&rulebook, &answers);
            match rulebook.decision.policy {
                HitPolicy::First => answer.extend(met.first().copied()),
                HitPolicy::Priority => answer.extend(met.iter().copied().min_by_key(|at| rulebook.decision.precedence(*at))),
                _ if rulebook.decision.policy != HitPolicy::Unique => answer.extend(met.iter().copied()),
                _ => answer.extend(met.first().filter(|_| met.len() == 1).copied()),
            }
            meet.extend(met);
        }
        let report = rulebook.lint(None);
        let never: BTreeSet<usize> = rules.clone().filter(|rule| !meet.contains(rule)).collect();
        prop_assert_eq!(found(&report, "never-met"), never.clone());
        let shadowed = rules.filter(|rule| !answer.contains(rule) && !never.contains(rule));
        prop_assert_eq!(found(&report, "shadowed"), shadowed.collect());
    }

    #[test]
    fn what_overrules_is_what_answers_instead(rulebook in rulebooks(3, 6)) {
        let report = rulebook.lint(None);
        for finding in &report.findings {
            let (FindingKind::Overruled { by } | FindingKind::PeriodOverruled { by }) = &finding.kind else {
                continue;
            };
            let met = met(&rulebook, &given(&finding.example));
            let row = finding.place.row.unwrap() - 1;
            let first = met.iter().position(|rule| rulebook.decision.cited(*rule) == by[0]);
            prop_assert!(met.contains(&row) && first.is_some(), "{}", finding);
        }
    }

    #[test]
    fn a_test_without_atoms_makes_the_report_say_so_and_nothing_is_told_that_is_not_so(
        (policy, columns, mut rows) in tables(3, 5).prop_filter("a number", |(_, columns, _)| columns.contains(&"number")),
        row in 0usize..5,
    ) {
        let (row, column) = (row % rows.len(), columns.iter().position(|id| *id == "number").unwrap());
        rows[row].0[column] = EVEN.into();
        let rulebook = rulebook(policy, &columns, &rows);
        let report = rulebook.lint(None);
        prop_assert!(!report.is_exact());
        let because = report.findings.iter().find(|finding| finding.kind == FindingKind::NotExact).unwrap();
        prop_assert_eq!((because.place.row, because.place.column.as_deref()), (Some(row + 1), Some("number")));
        for finding in &report.findings {
            let given = given(&finding.example);
            match finding.kind {
                FindingKind::Gap { .. } => prop_assert!(met(&rulebook, &given).is_empty()),
                FindingKind::Overlap { .. } => prop_assert!(rulebook.interpret(&given).is_err()),
                FindingKind::NeverMet => {
                    let row = finding.place.row.unwrap() - 1;
                    prop_assert!(all(&rulebook).iter().all(|answers| !met(&rulebook, answers).contains(&row)));
                }
                _ => {}
            }
        }
    }
}
