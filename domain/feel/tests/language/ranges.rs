//! Ranges and what they have of themselves.

use crate::{nulls, refused, table};

#[test]
fn brackets() {
    table(&[
        ("[1..3].start included", "true"),
        ("(1..3].start included", "false"),
        ("]1..3].start included", "false"),
        ("[1..3).end included", "false"),
        ("[1..3[.end included", "false"),
        ("[1..3].start", "1"),
        ("[1..3].end", "3"),
        ("[1 + 1 .. 2 * 3].end", "6"),
        ("]1..3[ = (1..3)", "true"),
        ("[\"a\"..\"z\"].end", "\"z\""),
        ("[@\"PT1H\"..@\"PT2H\"].start", "@\"PT1H\""),
        ("[1..1] = [1..1]", "true"),
    ]);
    nulls(&[
        "5 in [x..10]",
        "[3..1]",
        "[1..\"a\"]",
        "[true..false]",
        "[null..null]",
        "[null..3]",
        "[1..null)",
        "[1..x]",
        "(< null)",
        "(> x)",
        "(< true)",
    ]);
    refused("[1..2");
    refused("]1, 2]");
}

#[test]
fn ranges_without_an_end() {
    table(&[
        ("(< 5).end", "5"),
        ("(< 5).start", "null"),
        ("(< 5).end included", "false"),
        ("(<= 5).end included", "true"),
        ("(< 5).start included", "false"),
        ("(> 5).start", "5"),
        ("(>= 5).start included", "true"),
        ("(> 5).start included", "false"),
        ("(>= 5).end", "null"),
        ("(>= 5).end included", "false"),
        ("3 in (< 5)", "true"),
        ("{r: (> 5)}.r.start", "5"),
    ]);
}
