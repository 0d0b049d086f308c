//! What is measured is what is said to be measured.

use crate::table::{Table, cases};
use crate::written::{Folder, ours};

fn hits(table: &Table) -> Vec<usize> {
    let rulebook = Folder::of(table).load().unwrap_or_else(|error| panic!("{error}"));
    let cases = cases(2_000);
    let hits = cases.iter().map(|case| {
        let answers = ours(case);
        let evaluation = rulebook.evaluate(&answers);
        assert_eq!(evaluation, rulebook.interpret(&answers));
        let asked = evaluation.unwrap().authorities;
        asked.iter().map(|one| one.fired.len()).sum()
    });
    hits.collect()
}

#[test]
fn a_unique_table_has_sixty_rules_that_answer_most_cases_once() {
    let table = Table::unique();
    assert_eq!(table.rules.len(), 60);
    let hits = hits(&table);
    assert!(hits.iter().all(|hits| *hits <= 1) && hits.contains(&0));
    assert!(hits.iter().sum::<usize>() > 1_500);
}

#[test]
fn a_collecting_table_answers_many_cases_several_times_and_a_change_of_it_is_one() {
    let table = Table::collect(60, 1);
    assert_eq!(table.rules.len(), 60);
    assert!(hits(&table).iter().filter(|hits| **hits > 1).count() > 500);
    let changed = table.changed(1);
    let others = table
        .rules
        .iter()
        .zip(&changed.rules)
        .filter(|(old, new)| old != new);
    assert_eq!(others.count(), 3);
}
