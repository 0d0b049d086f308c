//! What-if against evaluating each case twice.

use super::{AttachedChange, AttachedKind, Change, PeriodChange, Refusal, WhatIf};
use crate::decision::HitPolicy;
use crate::samples::{answers, rulebook, rulebooks};
use crate::{Answers, Evaluation, Input, Period, PeriodUnit, Rulebook, Value};
use proptest::prelude::*;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

fn periods(evaluation: &Evaluation) -> BTreeMap<String, Period> {
    let required = evaluation.authorities.iter();
    required
        .map(|required| (required.authority.clone(), required.period))
        .collect()
}

/// Lead times by authority.
type Leads<'a> = BTreeMap<&'a str, (u32, PeriodUnit, bool)>;

/// What goes with asking: lead times, documents and fees.
fn attached(evaluation: &Evaluation) -> (Leads<'_>, [BTreeSet<&String>; 2]) {
    let required = evaluation.authorities.iter();
    let leads = required.clone().filter_map(|one| {
        let lead = one.lead_time.as_ref()?;
        Some((one.authority.as_str(), (lead.days, lead.unit, lead.clear)))
    });
    let documents = required.clone().flat_map(|one| &one.documents).collect();
    let fees = required.flat_map(|one| &one.fees).collect();
    (leads.collect(), [documents, fees])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]
    #[test]
    fn a_change_is_what_two_evaluations_differ_in(old in rulebooks(4, 8), new in rulebooks(4, 8), cases in proptest::collection::vec(answers(), 1..20), threads in 0usize..4) {
        let report = WhatIf::new(&old, &new).run(&cases, threads);
        let by_case: BTreeMap<usize, &Change> = report.changes.iter().map(|change| (change.case, change)).collect();
        prop_assert_eq!((report.cases, by_case.len()), (cases.len(), report.changes.len()));
        for (case, answers) in cases.iter().enumerate() {
            let change = by_case.get(&case);
            let both = (old.interpret(answers), new.interpret(answers));
            let (before, after) = match &both {
                (Ok(before), Ok(after)) => (periods(before), periods(after)),
                (before, after) => {
                    prop_assert_eq!(change.is_some(), before.as_ref().err() != after.as_ref().err());
                    let refused = change.is_some_and(|change| change.refused.is_some());
                    prop_assert_eq!(refused, after.is_err() && change.is_some());
                    continue;
                }
            };
            let same = both.0.as_ref().map(attached) == both.1.as_ref().map(attached);
            prop_assert_eq!(change.is_none(), before == after && same);
            let Some(change) = change else { continue };
            if before == after {
                prop_assert_eq!(change.attached.is_empty(), same);
            }
            prop_assert!(change.refused.is_none() && change.no_longer_refused.is_none());
            for (authority, after) in &after {
                prop_assert_eq!(change.gained.contains(authority), !before.contains_key(authority));
                let moved = change.periods.iter().find(|period| period.authority == *authority).map(|period| (period.before, period.after));
                prop_assert_eq!(moved, before.get(authority).filter(|before| *before != after).map(|before| (*before, *after)));
            }
            let lost: Vec<&String> = before.keys().filter(|authority| !after.contains_key(*authority)).collect();
            prop_assert_eq!(change.lost.iter().collect::<Vec<_>>(), lost);
        }
    }
}

fn with(rulebook: &Rulebook, change: impl Fn(&mut Input)) -> Rulebook {
    let mut changed = rulebook.clone();
    changed.settings.inputs.iter_mut().for_each(change);
    changed.compiled = crate::compiled::Compiled::new(&changed.settings, &changed.decision);
    changed
}

fn crowd(threshold: &str, period: usize) -> Rulebook {
    let row = (vec![format!("> {threshold}")], 0, 0, period);
    rulebook(HitPolicy::Collect, &["whole"], &[row])
}

fn people(number: i64) -> Answers {
    Answers::from([
        ("whole".to_owned(), Value::Number(number.into())),
        ("chosen".to_owned(), Value::Text("a".into())),
        ("truth".to_owned(), Value::Boolean(true)),
    ])
}

#[test]
fn a_lower_threshold_gains_and_a_longer_period_adds_days() {
    let (old, new) = (crowd("3", 1), crowd("1", 2));
    let report = WhatIf::new(&old, &new).run(&[people(1), people(2), people(4)], 1);
    let gained = Change {
        gained: vec!["one".into()],
        ..Change::of(1)
    };
    let days = |days| Period {
        days,
        unit: PeriodUnit::Working,
    };
    let longer = PeriodChange {
        authority: "one".into(),
        before: days(5),
        after: days(20),
    };
    let gone = |kind, id: &str, own: &str, before: &str| AttachedChange {
        kind,
        id: id.into(),
        before: Some(before.into()),
        after: None,
        ids: [Some(own.into()), None],
    };
    let longer = Change {
        periods: vec![longer],
        attached: vec![
            gone(AttachedKind::LeadTime, "one", "l0", "5 calendar days"),
            gone(AttachedKind::Document, "d1", "d1", "d1"),
        ],
        ..Change::of(2)
    };
    assert_eq!(report.changes, vec![gained, longer]);
    let totals = report.totals();
    assert_eq!(
        (totals.cases, totals.changed, totals.longer, totals.shorter),
        (3, 2, 1, 0)
    );
    assert_eq!(totals.gained, BTreeMap::from([("one".to_owned(), 1)]));
    let back = WhatIf::new(&new, &old).run(&[people(2), people(4)], 1).totals();
    assert_eq!((back.lost.get("one"), back.shorter), (Some(&1), 1));
}

#[test]
fn a_period_that_is_only_counted_otherwise_is_a_change() {
    let working = |days| Period {
        days,
        unit: PeriodUnit::Working,
    };
    let calendar = |days| Period {
        days,
        unit: PeriodUnit::Calendar,
    };
    let check = |[from, to]: [usize; 2], before: Period, after: Period, direction: Ordering| {
        let (old, new) = (crowd("3", from), crowd("3", to));
        let report = WhatIf::new(&old, &new).run(&[people(4)], 1);
        let periods: Vec<&PeriodChange> = report.changes.iter().flat_map(|change| &change.periods).collect();
        let expect = PeriodChange {
            authority: "one".into(),
            before,
            after,
        };
        assert_eq!(periods, [&expect]);
        assert_eq!(expect.direction(), direction);
    };
    // As many days, and not as long.
    check([0, 3], working(10), calendar(10), Ordering::Less);
    check([3, 0], calendar(10), working(10), Ordering::Greater);
    // As long, and in other days.
    check([1, 4], working(5), calendar(7), Ordering::Equal);
}

#[test]
fn what_is_newly_needed_or_no_longer_taken_refuses_the_case() {
    let old = crowd("3", 1);
    let check = |new: &Rulebook, expect: Option<Refusal>| {
        let report = WhatIf::new(&old, new).run(&[people(4)], 1);
        let refused = report.changes.first().and_then(|change| change.refused.clone());
        assert_eq!(refused, expect);
        assert_eq!(report.totals().refused, usize::from(expect.is_some()));
    };
    check(&old, None);
    let day = with(&old, |input| input.required |= input.id == "day");
    check(&day, Some(Refusal::Unanswered { input: "day".into() }));
    let fewer = with(&old, |input| input.values.retain(|choice| choice.id != "a"));
    let not_taken = Refusal::NotTaken {
        input: "chosen".into(),
        value: Value::Text("a".into()),
    };
    check(&fewer, Some(not_taken));
    // A question that is no longer asked refuses nobody, and the rest is still compared.
    let mut fewer = old.clone();
    fewer.settings.inputs.retain(|input| input.id != "chosen");
    fewer.compiled = crate::compiled::Compiled::new(&fewer.settings, &fewer.decision);
    check(&fewer, None);
    assert!(WhatIf::new(&old, &fewer).run(&[people(4)], 1).changes.is_empty());
    let lifted = WhatIf::new(&day, &old).run(&[people(4)], 1).totals();
    assert_eq!(lifted.no_longer_refused, 1);
}
