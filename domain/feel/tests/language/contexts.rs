//! Contexts.

use crate::{nulls, refused, table};

#[test]
fn entries_see_those_before() {
    table(&[
        ("{}", "{}"),
        ("{a: 1, b: a + 1}", "{a: 1, b: 2}"),
        ("{a: 1, b: {a: 5, c: a}}.b.c", "5"),
        ("{a: 1, b: {c: a}}.b.c", "1"),
        ("{\"a b\": 1}.a b", "1"),
        ("{\"\": 1}", "{\"\": 1}"),
        ("{a: function(x) x + 1, b: a(1)}.b", "2"),
        (
            "{f: function(n) if n <= 1 then 1 else n * f(n - 1), r: f(5)}.r",
            "120",
        ),
        ("{ a : 1 , b : [ 1 , 2 ] }.b", "[1, 2]"),
        ("{foo   bar: 1}.foo bar", "1"),
    ]);
}

#[test]
fn a_key_is_there_once() {
    nulls(&["{a: 1, a: 2}", "{\"a\": 1, a: 2}", "{b: 1, a: 2}.c"]);
    refused("{a 1}");
    refused("{a: 1,}");
    refused("{1: 1}");
    refused("{a[: 1}");
}
