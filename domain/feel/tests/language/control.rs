//! `if`, `for`, `some`, `every`.

use crate::{nulls, table};

#[test]
fn choices() {
    table(&[
        ("if true then 1 else 2", "1"),
        ("if false then 1 else 2", "2"),
        ("if null then 1 else 2", "2"),
        ("if 1 then 1 else 2", "2"),
        ("if \"true\" then 1 else 2", "2"),
        ("if 1 = 2 then 1 else if 1 = 1 then 3 else 4", "3"),
        ("(if true then 1 else 2) + 1", "2"),
        ("if true then 1 else 2 + 1", "1"),
        ("if 10 in [1..10] then \"in\" else \"out\"", "\"in\""),
    ]);
}

#[test]
fn loops() {
    table(&[
        ("for i in [1, 2, 3] return i * 2", "[2, 4, 6]"),
        ("for i in 1..3 return i", "[1, 2, 3]"),
        ("for i in 3..1 return i", "[3, 2, 1]"),
        ("for i in -1..1 return i", "[-1, 0, 1]"),
        ("for i in 1..1 return i", "[1]"),
        ("for i in 1..2, j in [10, 20] return i + j", "[11, 21, 12, 22]"),
        ("for i in 1..3, j in 1..i return j", "[1, 1, 2, 1, 2, 3]"),
        ("for i in [[1, 2], [3]], j in i return j", "[1, 2, 3]"),
        (
            "for i in 0..4 return if i = 0 then 1 else i * partial[-1]",
            "[1, 1, 2, 6, 24]",
        ),
        ("for i in 1..3 return count(partial)", "[0, 1, 2]"),
        ("for i in [] return i", "[]"),
        ("for i in 5 return i", "[5]"),
        ("for my value in [1] return my value + 1", "[2]"),
        ("for i in [1..3] return i", "[1, 2, 3]"),
        ("for i in (1..3) return i", "[2]"),
        ("for i in (1..4] return i", "[2, 3, 4]"),
        (
            "for d in @\"2020-02-28\"..@\"2020-03-01\" return d.day",
            "[28, 29, 1]",
        ),
        (
            "for i in 1..2 return for j in 1..2 return i * j",
            "[[1, 2], [2, 4]]",
        ),
        ("for i in [1, 2] return {a: i}", "[{a: 1}, {a: 2}]"),
        ("(for i in 1..3 return i)[item > 1]", "[2, 3]"),
        ("for x in [{y: 1}, {y: 2}] return x.y", "[1, 2]"),
    ]);
    nulls(&[
        "for i in null return i",
        "for i in 1..null return i",
        "for i in 1..\"a\" return i",
        "for i in 1.5..3 return i",
        "for i in (< 5) return i",
    ]);
}

#[test]
fn quantifiers() {
    table(&[
        ("some x in [1, 2] satisfies x > 1", "true"),
        ("some x in [1, 2] satisfies x > 2", "false"),
        ("every x in [1, 2] satisfies x > 0", "true"),
        ("every x in [1, 2] satisfies x > 1", "false"),
        ("some x in [] satisfies true", "false"),
        ("every x in [] satisfies false", "true"),
        ("some x in [1, 2], y in [2, 3] satisfies x = y", "true"),
        ("every x in [1, 2], y in [2, 3] satisfies x < y", "false"),
        ("some x in [[1], [2, 3]], y in x satisfies y = 3", "true"),
        ("some x in 1..5 satisfies x = 4", "true"),
        ("some x in [null, 1] satisfies x > 0", "true"),
        ("every x in [null, -1] satisfies x > 0", "false"),
        ("some x in 1 satisfies x = 1", "true"),
    ]);
    nulls(&[
        "some x in [null, -1] satisfies x > 0",
        "every x in [null, 1] satisfies x > 0",
        "some x in null satisfies true",
        "every x in [1] satisfies x",
    ]);
}
