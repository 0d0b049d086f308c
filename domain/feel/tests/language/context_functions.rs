//! Functions of contexts.

use crate::{nulls, table};

#[test]
fn entries() {
    table(&[
        ("get value({a: 1}, \"a\")", "1"),
        ("get value({a: {b: 2}}, [\"a\", \"b\"])", "2"),
        (
            "get entries({a: 1, b: 2})",
            "[{key: \"a\", value: 1}, {key: \"b\", value: 2}]",
        ),
        ("get entries({a: 1, b: 2})[key = \"b\"].value", "[2]"),
        ("get entries({})", "[]"),
        (
            "context([{key: \"a\", value: 1}, {key: \"b\", value: 2}])",
            "{a: 1, b: 2}",
        ),
        ("context({key: \"a\", value: null})", "{a: null}"),
        ("context([])", "{}"),
        ("context(get entries({a: 1, b: {c: 2}}))", "{a: 1, b: {c: 2}}"),
        ("context put({x: 1}, \"y\", 2)", "{x: 1, y: 2}"),
        ("context put({x: 1}, \"x\", 2)", "{x: 2}"),
        (
            "context put({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)",
            "{x: 1, y: {a: 2}}",
        ),
        (
            "context put({x: 1, y: {a: 0}}, [\"y\", \"b\"], 2)",
            "{x: 1, y: {a: 0, b: 2}}",
        ),
        ("context put(context: {}, keys: [\"a\"], value: 1)", "{a: 1}"),
        ("context merge([{x: 1}, {y: 2}])", "{x: 1, y: 2}"),
        ("context merge([{x: 1, y: 0}, {y: 2}])", "{x: 1, y: 2}"),
        ("context merge([])", "{}"),
        ("context merge({x: 1})", "{x: 1}"),
    ]);
    nulls(&[
        "get value({a: 1}, \"b\")",
        "get value(null, \"a\")",
        "get value({a: 1}, null)",
        "get value({a: 1}, [])",
        "get value({a: 1}, [\"a\", \"b\"])",
        "get entries(null)",
        "get entries(1)",
        "context([{key: \"a\"}])",
        "context([{value: 1}])",
        "context([{key: 1, value: 1}])",
        "context([{key: \"a\", value: 1}, {key: \"a\", value: 2}])",
        "context(null)",
        "context([1])",
        "context put({x: 1}, null, 2)",
        "context put(null, \"x\", 2)",
        "context put({x: 1}, [\"x\", \"a\"], 2)",
        "context put({x: 1}, [], 2)",
        "context put({x: 1}, 1, 2)",
        "context merge([{x: 1}, 1])",
        "context merge(null)",
    ]);
}
