//! Differences of random tables, and of the rulebook that ships.

use super::{Difference, between};
use crate::samples::{Table, rulebook, tables};
use crate::{Files, Rulebook};
use proptest::prelude::*;

const SETTINGS: &str = include_str!("../../../../rulebooks/kh-phnom-penh/rulebook.toml");
const TABLE: &str = include_str!("../../../../rulebooks/kh-phnom-penh/authorities.dmn");

fn phnom_penh(settings: &str, table: &str) -> Rulebook {
    let files = Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", table)],
    };
    Rulebook::load(&files).unwrap_or_else(|error| panic!("{error}"))
}

fn told(older: &Rulebook, newer: &Rulebook) -> Vec<String> {
    let all = between(older, newer);
    all.iter().map(|one| one.in_english(older, newer)).collect()
}

fn named(table: &Table, ids: &[usize]) -> Rulebook {
    let mut named = rulebook(table.0, &table.1, &table.2);
    for (rule, id) in named.decision.rules.iter_mut().zip(ids) {
        rule.id = Some(format!("rule-{id}"));
    }
    named
}

proptest! {
    #[test]
    fn a_version_does_not_differ_from_itself(table in tables(4, 8)) {
        let rulebook = rulebook(table.0, &table.1, &table.2);
        prop_assert_eq!(between(&rulebook, &rulebook), vec![]);
    }

    #[test]
    fn with_ids_a_new_order_is_moves_and_a_removed_rule_is_that_rule(table in tables(4, 8), seed in any::<prop::sample::Index>()) {
        let ids: Vec<usize> = (0..table.2.len()).collect();
        let old = named(&table, &ids);
        let at = seed.index(ids.len());
        let mut turned = (table.0, table.1.clone(), table.2.clone());
        turned.2.rotate_left(at);
        let mut turned_ids = ids.clone();
        turned_ids.rotate_left(at);
        let differences = between(&old, &named(&turned, &turned_ids));
        prop_assert!(differences.iter().all(|one| matches!(one, Difference::RuleMoved { .. })), "{:?}", differences);
        prop_assert_eq!(differences.len(), at.min(ids.len() - at));
        let mut fewer = (table.0, table.1.clone(), table.2.clone());
        fewer.2.remove(at);
        let left: Vec<usize> = ids.iter().copied().filter(|id| *id != at).collect();
        let differences = between(&old, &named(&fewer, &left));
        let gone = matches!(differences.as_slice(), [Difference::RuleRemoved(rule)] if rule.row == at + 1);
        prop_assert!(gone, "{:?}", differences);
        let back = between(&named(&fewer, &left), &old);
        let added = matches!(back.as_slice(), [Difference::RuleAdded(rule)] if rule.row == at + 1);
        prop_assert!(added, "{:?}", back);
    }

    #[test]
    fn another_test_in_a_cell_is_that_difference_and_no_other(table in tables(4, 8), row in any::<prop::sample::Index>(), column in any::<prop::sample::Index>(), from in any::<prop::sample::Index>()) {
        let ids: Vec<usize> = (0..table.2.len()).collect();
        let (row, column, from) = (row.index(ids.len()), column.index(table.1.len()), from.index(ids.len()));
        let mut changed = (table.0, table.1.clone(), table.2.clone());
        changed.2[row].0[column] = table.2[from].0[column].clone();
        let (old, new) = (named(&table, &ids), named(&changed, &ids));
        let test = |rulebook: &Rulebook| rulebook.decision.rules[row].cells[column].test.clone();
        let differences = between(&old, &new);
        if test(&old) == test(&new) {
            prop_assert_eq!(differences, vec![]);
        } else {
            let own = matches!(differences.as_slice(), [Difference::Test { row: at, input, .. }] if at.after == row + 1 && *input == table.1[column]);
            prop_assert!(own, "{:?}", differences);
        }
    }
}

#[test]
fn changes_of_the_table_are_said_in_words() {
    let old = phnom_penh(SETTINGS, TABLE);
    let check = |from: &str, to: &str, expect: &[&str]| {
        for ids in [true, false] {
            let turn = |text: &str| {
                if ids {
                    text.to_owned()
                } else {
                    text.replace("<rule id=\"rule_", "<rule label=\"")
                }
            };
            assert!(TABLE.contains(from), "{from}");
            let new = phnom_penh(SETTINGS, &turn(&TABLE.replacen(from, to, 1)));
            assert_eq!(told(&phnom_penh(SETTINGS, &turn(TABLE)), &new), expect);
        }
    };
    check(
        "&gt; 5000",
        "&gt; 3000",
        &["rule 12, How many people do you expect?: threshold 5,000 \u{2192} 3,000 persons"],
    );
    check(
        "&gt; 5000",
        "-",
        &["rule 12, How many people do you expect?: more than 5,000 persons \u{2192} any"],
    );
    check(
        "&gt; 75",
        "&gt; 50.5",
        &["rule 10, What is the diameter of the largest shell?: threshold 75 \u{2192} 50.5 mm"],
    );
    check(
        "&gt; 75",
        "[75..100]",
        &["rule 10, What is the diameter of the largest shell?: more than 75 mm \u{2192} from 75 to 100 mm"],
    );
    check("\"mond\"", "\"moi\"", &["rule 7: authority mond \u{2192} moi"]);
    check(
        "<text>practice</text>",
        "<text>law</text>",
        &["rule 1: kind practice \u{2192} law"],
    );
    check(
        "hitPolicy=\"COLLECT\"",
        "hitPolicy=\"FIRST\"",
        &["rulebook: hit policy COLLECT \u{2192} FIRST"],
    );
    assert_eq!(between(&old, &old), vec![]);
}

#[test]
fn a_rule_that_stands_on_another_row_is_told_with_the_row_that_it_had() {
    let (head, rest) = TABLE.split_once("<rule id=\"rule_1\">").unwrap();
    let (_, rest) = rest.split_once("</rule>").unwrap();
    let fewer = format!("{head}{}", rest.replacen("&gt; 5000", "&gt; 3000", 1));
    let (old, new) = (phnom_penh(SETTINGS, TABLE), phnom_penh(SETTINGS, &fewer));
    let threshold =
        "rule 11 (was 12), How many people do you expect?: threshold 5,000 \u{2192} 3,000 persons";
    let all = told(&old, &new);
    assert_eq!(all[0], threshold);
    assert!(
        all[1].starts_with("rule 1 of the older version: removed: "),
        "{all:?}"
    );
    assert_eq!(all.len(), 2);
}

#[test]
fn a_rule_that_moved_is_told_with_where_it_stands_and_where_it_stood() {
    let (head, rest) = TABLE.split_once("<rule id=\"rule_1\">").unwrap();
    let (first, rest) = rest.split_once("<rule id=\"rule_2\">").unwrap();
    let (second, rest) = rest.split_once("<rule id=\"rule_4\">").unwrap();
    let down =
        format!("{head}<rule id=\"rule_2\">{second}<rule id=\"rule_1\">{first}<rule id=\"rule_4\">{rest}");
    let (old, new) = (phnom_penh(SETTINGS, TABLE), phnom_penh(SETTINGS, &down));
    assert_eq!(told(&old, &new), ["rule 3: moved from row 1"]);
    assert_eq!(told(&new, &old), ["rule 1: moved from row 3"]);
}

#[test]
fn changes_of_the_settings_are_said_in_words() {
    let old = phnom_penh(SETTINGS, TABLE);
    let check = |from: &str, to: &str, expect: &[&str]| {
        assert!(SETTINGS.contains(from), "{from}");
        let new = phnom_penh(&SETTINGS.replacen(from, to, 1), TABLE);
        assert_eq!(told(&old, &new), expect);
    };
    check(
        "version = \"1\"",
        "version = \"2\"",
        &["rulebook: version 1 \u{2192} 2"],
    );
    check(
        "valid_from = 2023-04-25",
        "valid_from = 2023-04-25\nvalid_to = 2030-12-31",
        &["rulebook: valid_to (none) \u{2192} 2030-12-31"],
    );
    check(
        "days = 20,",
        "days = 30,",
        &["authority mfaic: period 20 working days \u{2192} 30 working days"],
    );
    check(
        "en = \"Interior\"",
        "en = \"Home\"",
        &["authority moi: short.en Interior \u{2192} Home"],
    );
    check(
        "most = 1300",
        "most = 600",
        &["question largest_shell: most 1300 \u{2192} 600"],
    );
    let reason = "[reason.late]\nen = \"x\"\nkm = \"x\"\nja = \"x\"\n\n[reason.public-place]";
    check("[reason.public-place]", reason, &["reason late: added"]);
}
