//! List functions.

use crate::{nulls, table};

#[test]
fn parts_and_places() {
    table(&[
        ("list contains([1, 2, null], null)", "true"),
        ("list contains([1, 2], 3)", "false"),
        ("list contains([[1]], [1])", "true"),
        ("count([1, 2, 3])", "3"),
        ("count([])", "0"),
        ("sublist([4, 5, 6], 1, 2)", "[4, 5]"),
        ("sublist([4, 5, 6], 2)", "[5, 6]"),
        ("sublist([4, 5, 6], -2)", "[5, 6]"),
        ("sublist([4, 5, 6], -2, 1)", "[5]"),
        ("append([1], 2, 3)", "[1, 2, 3]"),
        ("append([], null)", "[null]"),
        ("append([1], [2])", "[1, [2]]"),
        ("concatenate([1, 2], [3])", "[1, 2, 3]"),
        ("concatenate([1], [], [[2]])", "[1, [2]]"),
        ("insert before([1, 3], 1, 2)", "[2, 1, 3]"),
        ("insert before([1, 3], -1, 2)", "[1, 2, 3]"),
        ("remove([1, 2, 3], 2)", "[1, 3]"),
        ("remove([1, 2, 3], -1)", "[1, 2]"),
        ("list replace([2, 4, 7, 8], 3, 6)", "[2, 4, 6, 8]"),
        ("list replace([2, 4, 7, 8], -1, 9)", "[2, 4, 7, 9]"),
        (
            "list replace([2, 4, 7, 8], function(item, newItem) item < newItem, 5)",
            "[5, 5, 7, 8]",
        ),
        (
            "list replace(list: [1], match: function(item, newItem) true, newItem: 2)",
            "[2]",
        ),
        ("reverse([1, 2, 3])", "[3, 2, 1]"),
        ("index of([1, 2, 3, 2], 2)", "[2, 4]"),
        ("index of([1, null], null)", "[2]"),
        ("index of([1], 2)", "[]"),
        ("union([1, 2], [2, 3])", "[1, 2, 3]"),
        ("distinct values([1, 2, 3, 2, 1, null, null])", "[1, 2, 3, null]"),
        ("flatten([[1, 2], [[3]], 4])", "[1, 2, 3, 4]"),
        ("flatten([])", "[]"),
    ]);
    nulls(&[
        "sublist([1, 2], 0)",
        "sublist([1, 2], 3)",
        "sublist([1, 2], 1, 3)",
        "sublist([1, 2], 1, 0)",
        "insert before([1], 0, 2)",
        "insert before([1], 5, 2)",
        "remove([1], 2)",
        "remove([1], 0)",
        "list replace([1], 2, 2)",
        "list replace([1], function(item, newItem) 1, 2)",
        "list replace([1], function(item) true, 2)",
        "count(null)",
        "concatenate([1], null)",
        "flatten(null)",
        "list contains(null, 1)",
    ]);
}

#[test]
fn sums_and_extremes() {
    table(&[
        ("min(1, 2, 3)", "1"),
        ("min([3, 1, 2])", "1"),
        ("max(\"a\", \"c\", \"b\")", "\"c\""),
        ("max([@\"2020-01-01\", @\"2021-01-01\"])", "@\"2021-01-01\""),
        ("min(@\"P1Y\", @\"P11M\")", "@\"P11M\""),
        ("min([1])", "1"),
        ("sum(1, 2, 3)", "6"),
        ("sum([1.5, 2.5])", "4"),
        ("sum(1)", "1"),
        ("product(2, 3, 4)", "24"),
        ("product([2])", "2"),
        ("mean(1, 2, 3)", "2"),
        ("mean([1, 2])", "1.5"),
        ("median(8, 2, 5, 3, 4)", "4"),
        ("median([6, 1, 2, 3])", "2.5"),
        ("stddev(2, 4, 7, 5)", "2.081665999466132735282297706979931"),
        ("stddev([47])", "null"),
        ("mode(6, 3, 9, 6, 6)", "[6]"),
        ("mode([6, 1, 9, 6, 1])", "[1, 6]"),
        ("mode([])", "[]"),
        ("all(true, true)", "true"),
        ("all([])", "true"),
        ("any([])", "false"),
        ("all(true)", "true"),
        ("any(false, null, true)", "true"),
    ]);
    nulls(&[
        "min()",
        "min([])",
        "min([1, \"a\"])",
        "min([1, null])",
        "min(true)",
        "sum([])",
        "sum()",
        "sum([1, null])",
        "sum([1, \"a\"])",
        "product([])",
        "mean([])",
        "median([])",
        "stddev([])",
        "mode([1, null])",
        "mode(null)",
        "all(null)",
        "all([1])",
        "any(0)",
        "all()",
        "sum(null)",
    ]);
}

#[test]
fn sorting() {
    table(&[
        ("sort([3, 1, 4, 5, 2], function(x, y) x < y)", "[1, 2, 3, 4, 5]"),
        ("sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]"),
        (
            "sort([{a: 2, b: 1}, {a: 1, b: 2}, {a: 2, b: 3}], function(x, y) x.a < y.a).b",
            "[2, 1, 3]",
        ),
        ("sort([1, 2, 3], function(x, y) true)", "[3, 2, 1]"),
        ("sort([1, 2, 3], function(x, y) false)", "[1, 2, 3]"),
        ("sort([], function(x, y) 1)", "[]"),
        ("sort([1], function(x, y) 1)", "[1]"),
    ]);
    nulls(&[
        "sort([1, 2], function(x, y) 1)",
        "sort([1, 2], function(x) true)",
        "sort([1, 2], 1)",
        "sort(null, null)",
    ]);
}
