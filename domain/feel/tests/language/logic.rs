//! Three-valued logic, whole.

use crate::{evaluate, table};

const TRUTHS: [&str; 3] = ["true", "false", "null"];

#[test]
fn and_is_false_if_one_is_false_and_true_if_both_are_true() {
    for a in TRUTHS {
        for b in TRUTHS {
            let wanted = match (a, b) {
                ("false", _) | (_, "false") => "false",
                ("true", "true") => "true",
                _ => "null",
            };
            table(&[
                (&format!("{a} and {b}"), wanted),
                (&format!("all([{a}, {b}])"), wanted),
            ]);
        }
    }
}

#[test]
fn or_is_true_if_one_is_true_and_false_if_both_are_false() {
    for a in TRUTHS {
        for b in TRUTHS {
            let wanted = match (a, b) {
                ("true", _) | (_, "true") => "true",
                ("false", "false") => "false",
                _ => "null",
            };
            table(&[
                (&format!("{a} or {b}"), wanted),
                (&format!("any([{a}, {b}])"), wanted),
            ]);
        }
    }
}

#[test]
fn not_turns_a_truth_over() {
    table(&[
        ("not(true)", "false"),
        ("not(false)", "true"),
        ("not(null)", "null"),
        ("not(1)", "null"),
        ("not(\"true\")", "null"),
        ("not(not(true))", "true"),
    ]);
}

#[test]
fn what_is_no_truth_counts_as_null() {
    for other in ["1", "\"true\"", "[]", "{}", "@\"P1D\""] {
        table(&[
            (&format!("true and {other}"), "null"),
            (&format!("{other} and true"), "null"),
            (&format!("false and {other}"), "false"),
            (&format!("{other} and false"), "false"),
            (&format!("true or {other}"), "true"),
            (&format!("{other} or true"), "true"),
            (&format!("false or {other}"), "null"),
            (&format!("{other} or {other}"), "null"),
        ]);
    }
}

#[test]
fn or_binds_less_than_and() {
    table(&[
        ("true or false and false", "true"),
        ("(true or false) and false", "false"),
    ]);
}

#[test]
fn operands_can_change_places() {
    for a in TRUTHS {
        for b in TRUTHS {
            for c in TRUTHS {
                for sign in ["and", "or"] {
                    let all = format!("{a} {sign} {b} {sign} {c}");
                    for other in [
                        format!("{c} {sign} {b} {sign} {a}"),
                        format!("{b} {sign} ({c} {sign} {a})"),
                    ] {
                        assert_eq!(evaluate(&all), evaluate(&other), "{all} and {other}");
                    }
                }
            }
        }
    }
}
