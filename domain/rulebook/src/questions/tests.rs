//! The permit check against trying everything on small tables.

use crate::decision::HitPolicy;
use crate::samples::{EVEN, answers, combinations, rulebook, rulebooks, tables, values};
use crate::{Answers, Evaluation, EvaluationError, Rulebook, Value};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::collections::{BTreeMap, BTreeSet};

/// The ids of the inputs that the table tests.
fn tested(rulebook: &Rulebook) -> Vec<&str> {
    rulebook
        .compiled
        .asked(rulebook.inputs())
        .map(|(_, input)| input.id.as_str())
        .collect()
}

fn same(one: &Result<Evaluation, EvaluationError>, other: &Result<Evaluation, EvaluationError>) -> bool {
    match (one, other) {
        (Ok(one), Ok(other)) => one.same_outcome(other),
        (Err(_), Err(_)) => true,
        _ => false,
    }
}

/// The inputs of which two answers, all else being equal, have different outcomes, the lack of an answer being one. By trying.
fn differing(rulebook: &Rulebook, known: &Answers) -> BTreeSet<String> {
    let open: Vec<&str> = tested(rulebook)
        .into_iter()
        .filter(|id| !known.contains_key(*id))
        .collect();
    let differs = |own: &&&str| {
        let others: Vec<&str> = open.iter().copied().filter(|id| id != *own).collect();
        let outcome = |rest: &Answers, value: Option<&Value>| {
            let mut all: Answers = known.clone();
            all.extend(rest.clone());
            all.extend(value.map(|value| ((**own).to_owned(), value.clone())));
            rulebook.interpret(&all)
        };
        with_silence(&others).iter().any(|rest| {
            let silent = outcome(rest, None);
            values(own)
                .iter()
                .any(|value| !same(&silent, &outcome(rest, value.as_ref())))
        })
    };
    open.iter().filter(differs).map(|id| (*id).to_owned()).collect()
}

/// Every combination of answers, each of which may be left out.
fn with_silence(ids: &[&str]) -> Vec<Answers> {
    let subsets = (0..1u32 << ids.len()).map(|subset| {
        let left: Vec<&str> = (0..)
            .zip(ids)
            .filter(|(at, _)| subset & (1 << at) != 0)
            .map(|(_, id)| *id)
            .collect();
        left
    });
    subsets.flat_map(|ids| combinations(&ids)).collect()
}

/// Asks what there is to ask, and answers from a case; gives the answers that were given.
fn followed(rulebook: &Rulebook, case: &Answers) -> Answers {
    let (mut given, mut skipped) = (Answers::new(), BTreeSet::new());
    while let Some(open) = rulebook.questions(&given, &skipped).unwrap().next() {
        let id = open.input.id.clone();
        match case.get(&id) {
            Some(value) => drop(given.insert(id, value.clone())),
            None => drop(skipped.insert(id)),
        }
    }
    given
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn a_question_remains_exactly_if_two_of_its_answers_differ(rulebook in rulebooks(3, 4), known in answers(), keep in 0usize..3) {
        let known: Answers = known.into_iter().take(keep).collect();
        let remaining: BTreeSet<String> = rulebook.remaining(&known).iter().map(|input| input.id.clone()).collect();
        let differing = differing(&rulebook, &known);
        let questions = rulebook.questions(&known, &BTreeSet::new()).unwrap();
        if rulebook.decision.policy == HitPolicy::Any {
            // A contradiction that is there whatever the answer settles the case, too; that is not looked for.
            prop_assert!(remaining.is_superset(&differing));
            prop_assert_eq!(questions.is_exact(), remaining.is_empty());
        } else {
            prop_assert_eq!(&remaining, &differing);
            prop_assert!(questions.is_exact());
        }
        prop_assert_eq!(rulebook.settled(&known), remaining.is_empty());
        let next = rulebook.next_question(&known).map(|input| input.id.clone());
        prop_assert_eq!(next.is_none(), remaining.is_empty());
        prop_assert!(next.is_none_or(|next| remaining.contains(&next)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]
    #[test]
    fn what_is_not_asked_cannot_change_the_outcome(rulebook in rulebooks(6, 10), case in answers()) {
        let given = followed(&rulebook, &case);
        prop_assert!(same(&rulebook.interpret(&given), &rulebook.interpret(&case)), "{:?}", given);
    }

    #[test]
    fn a_test_without_atoms_is_asked_about_as_long_as_its_rule_may_be_met(
        (policy, columns, mut rows) in tables(4, 5).prop_filter("a number", |(_, columns, _)| columns.contains(&"number")),
        row in 0usize..5,
        case in answers(),
    ) {
        let (row, column) = (row % rows.len(), columns.iter().position(|id| *id == "number").unwrap());
        rows[row].0[column] = EVEN.into();
        let rulebook = rulebook(policy, &columns, &rows);
        let given = followed(&rulebook, &case);
        prop_assert!(same(&rulebook.interpret(&given), &rulebook.interpret(&case)), "{:?}", given);
    }
}

/// A question's answers, each with how often it is given: values as likely as each other, those alike taken together.
fn likely(rulebook: &Rulebook, id: &str) -> Vec<(f64, Option<Value>)> {
    let (axis, input) = rulebook
        .compiled
        .asked(rulebook.inputs())
        .find(|(_, input)| input.id == id)
        .unwrap();
    let mut alike: BTreeMap<u32, Option<Value>> = BTreeMap::new();
    for value in values(id) {
        alike.insert(axis.atoms.atom(value.as_ref()), value);
    }
    let weights = axis.atoms.weights(input);
    let weight = |atom: u32| f64::from(weights[atom as usize]);
    let all: f64 = alike.keys().map(|atom| weight(*atom)).sum();
    alike
        .into_iter()
        .map(|(atom, value)| (weight(atom) / all, value))
        .collect()
}

type Known = BTreeMap<String, Option<Value>>;

/// How many questions are expected: the fewest that any order could have, or those of the order chosen here.
fn expected(rulebook: &Rulebook, known: &Known, fewest: bool, memo: &mut BTreeMap<Known, f64>) -> f64 {
    if let Some(known) = memo.get(known) {
        return *known;
    }
    let given: Answers = known
        .iter()
        .filter_map(|(id, value)| Some((id.clone(), value.clone()?)))
        .collect();
    let skipped = known
        .iter()
        .filter(|(_, value)| value.is_none())
        .map(|(id, _)| id.clone())
        .collect();
    let questions = rulebook.questions(&given, &skipped).unwrap();
    let candidates: Vec<&str> = if fewest {
        questions
            .open()
            .iter()
            .map(|open| open.input.id.as_str())
            .collect()
    } else {
        questions
            .next()
            .into_iter()
            .map(|open| open.input.id.as_str())
            .collect()
    };
    let mut best = if candidates.is_empty() { 0.0 } else { f64::MAX };
    for id in candidates {
        let mut sum = 1.0;
        for (share, value) in likely(rulebook, id) {
            let mut more = known.clone();
            more.insert(id.to_owned(), value);
            sum += share * expected(rulebook, &more, fewest, memo);
        }
        best = best.min(sum);
    }
    memo.insert(known.clone(), best);
    best
}

#[test]
fn the_greedy_order_is_near_the_optimum() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut chosen, mut optimum, mut worst) = (0.0, 0.0, 1.0f64);
    let several = rulebooks(5, 10).prop_filter("an order", |rulebook| {
        rulebook.remaining(&Answers::new()).len() > 3
    });
    for _ in 0..30 {
        let rulebook = several.new_tree(&mut runner).unwrap().current();
        let own = expected(&rulebook, &Known::new(), false, &mut BTreeMap::new());
        let best = expected(&rulebook, &Known::new(), true, &mut BTreeMap::new());
        assert!(own >= best - 1e-9);
        worst = worst.max(own / best);
        chosen += own;
        optimum += best;
    }
    assert!(
        chosen < optimum * 1.05,
        "{chosen} questions, where {optimum} would do"
    );
    assert!(worst < 1.5, "{worst} times as many as needed");
}
