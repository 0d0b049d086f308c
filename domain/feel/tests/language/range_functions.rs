//! How points and ranges lie to each other.

use crate::{evaluate, nulls, table};

#[test]
fn points_and_ranges() {
    table(&[
        ("before(1, 10)", "true"),
        ("before(10, 1)", "false"),
        ("before(1, [1..10])", "false"),
        ("before(1, (1..10])", "true"),
        ("before([1..10], 10)", "false"),
        ("before([1..10), 10)", "true"),
        ("before([1..10], [15..20])", "true"),
        ("before([1..10), [10..20])", "true"),
        ("before([1..10], [10..20])", "false"),
        ("after(10, 5)", "true"),
        ("after(12, [1..10])", "true"),
        ("after(10, [1..10))", "true"),
        ("after([11..20], [1..10])", "true"),
        ("after((10..20], [1..10])", "true"),
        ("meets([1..5], [5..10])", "true"),
        ("meets([1..5), [5..10])", "false"),
        ("met by([5..10], [1..5])", "true"),
        ("met by((5..10], [1..5])", "false"),
        ("overlaps([1..5], [3..8])", "true"),
        ("overlaps([1..5], [5..8])", "true"),
        ("overlaps([1..5), [5..8])", "false"),
        ("overlaps([3..8], [1..5])", "true"),
        ("overlaps([6..8], [1..5])", "false"),
        ("overlaps before([1..5], [3..8])", "true"),
        ("overlaps before([3..8], [1..5])", "false"),
        ("overlaps before([1..5], [1..5])", "false"),
        ("overlaps before([1..5], (1..5])", "true"),
        ("overlaps before([1..5), (1..5])", "true"),
        ("overlaps before([1..5], [1..5))", "false"),
        ("overlaps after([3..8], [1..5])", "true"),
        ("overlaps after([1..5], [3..8])", "false"),
        ("overlaps after((1..5], [1..5])", "true"),
        ("overlaps after((1..6], [1..5])", "true"),
        ("overlaps after((1..5], [1..6])", "false"),
        ("finishes(10, [1..10])", "true"),
        ("finishes(10, [1..10))", "false"),
        ("finishes([5..10], [1..10])", "true"),
        ("finishes([5..10), [1..10])", "false"),
        ("finishes([1..10], (1..10])", "false"),
        ("finished by([1..10], 10)", "true"),
        ("finished by([1..10], [5..10])", "true"),
        ("includes([1..10], 5)", "true"),
        ("includes([1..10), 10)", "false"),
        ("includes([1..10], [4..6])", "true"),
        ("includes((1..10], [1..5])", "false"),
        ("during(5, [1..10])", "true"),
        ("during([4..6], [1..10])", "true"),
        ("during([1..10], (1..10])", "false"),
        ("starts(1, [1..10])", "true"),
        ("starts(1, (1..10])", "false"),
        ("starts([1..5], [1..10])", "true"),
        ("starts((1..5], [1..10])", "false"),
        ("started by([1..10], 1)", "true"),
        ("started by([1..10], [1..5])", "true"),
        ("coincides(5, 5)", "true"),
        ("coincides([1..5], [1..5])", "true"),
        ("coincides([1..5], (1..5])", "false"),
        (
            "before(@\"2020-01-01\", [@\"2020-01-02\"..@\"2020-01-03\"])",
            "true",
        ),
        ("includes((< 5), 3)", "true"),
        ("overlaps((< 5), (> 3))", "true"),
        ("before((< 5), (> 5))", "true"),
        ("meets((<= 5), (>= 5))", "true"),
        ("starts((< 5), (< 9))", "true"),
    ]);
    nulls(&[
        "before(1, null)",
        "before(1, \"a\")",
        "meets(1, [1..2])",
        "overlaps(1, 2)",
        "includes(1, [1..2])",
        "during([1..2], 1)",
        "coincides(1, [1..1])",
        "before(1)",
        "starts([1..2], 1)",
    ]);
}

/// The relations of Allen that exclude each other: of two ranges with both ends included, just one holds.
#[test]
fn of_before_meets_overlaps_and_the_rest_one_holds() {
    let exclusive = [
        ("before(A, B)", "before"),
        ("after(A, B)", "after"),
        ("coincides(A, B)", "coincides"),
        ("overlaps(A, B) and not(coincides(A, B))", "overlaps"),
    ];
    for (a, b, c, d) in (0..4)
        .flat_map(|a| (0..4).map(move |b| (a, a + b)))
        .flat_map(|(a, b)| (0..4).flat_map(move |c| (0..4).map(move |d| (a, b, c, c + d))))
    {
        let holds = exclusive.iter().filter(|(text, _)| {
            let text = text
                .replace('A', &format!("[{a}..{b}]"))
                .replace('B', &format!("[{c}..{d}]"));
            evaluate(&text).as_boolean() == Some(true)
        });
        assert_eq!(holds.count(), 1, "[{a}..{b}] and [{c}..{d}]");
    }
}
