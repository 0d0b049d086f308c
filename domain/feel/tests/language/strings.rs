//! String functions without patterns.

use crate::{nulls, table};

#[test]
fn parts() {
    table(&[
        ("substring(\"foobar\", 3)", "\"obar\""),
        ("substring(\"foobar\", 3, 3)", "\"oba\""),
        ("substring(\"foobar\", -2, 1)", "\"a\""),
        ("substring(\"foobar\", 3, 99)", "\"obar\""),
        ("substring(\"foobar\", 3.8)", "\"obar\""),
        ("substring(\"\\U01F40Eab\", 2)", "\"ab\""),
        ("substring before(\"foobar\", \"bar\")", "\"foo\""),
        ("substring before(\"foobar\", \"xyz\")", "\"\""),
        ("substring before(\"foobar\", \"\")", "\"\""),
        ("substring after(\"foobar\", \"ob\")", "\"ar\""),
        ("substring after(\"foobar\", \"xyz\")", "\"\""),
        ("substring after(\"\", \"a\")", "\"\""),
        ("substring after(\"foo\", \"\")", "\"foo\""),
    ]);
    nulls(&[
        "substring(\"foobar\", 0)",
        "substring(\"foobar\", 7)",
        "substring(\"foobar\", -7)",
        "substring(\"foobar\", 1, 0)",
        "substring(\"foobar\", 1, -1)",
        "substring(null, 1)",
        "substring(\"a\", null)",
        "substring(1, 1)",
        "substring before(\"a\", null)",
        "substring after(null, \"a\")",
    ]);
}

#[test]
fn whole_strings() {
    table(&[
        ("string length(\"foo\")", "3"),
        ("string length(\"\")", "0"),
        ("string length(\"\\U01F40Eab\")", "3"),
        ("string length(\"\\uD83D\\uDC0Eab\")", "3"),
        ("upper case(\"aBc4ß\")", "\"ABC4SS\""),
        ("lower case(\"aBc4\")", "\"abc4\""),
        ("contains(\"foobar\", \"ob\")", "true"),
        ("contains(\"foobar\", \"\")", "true"),
        ("contains(\"foobar\", \"of\")", "false"),
        ("starts with(\"foobar\", \"fo\")", "true"),
        ("ends with(\"foobar\", \"r\")", "true"),
        ("ends with(\"foobar\", \"a\")", "false"),
        (
            "string join([\"a\", \"b\", \"c\"], \"_and_\")",
            "\"a_and_b_and_c\"",
        ),
        ("string join([\"a\", \"b\", \"c\"], \"\")", "\"abc\""),
        ("string join([\"a\", \"b\", \"c\"], null)", "\"abc\""),
        ("string join([\"a\"], \"X\")", "\"a\""),
        ("string join([\"a\", null, \"c\"], \"X\")", "\"aXc\""),
        ("string join([], \"X\")", "\"\""),
        ("string join([\"a\", \"b\"])", "\"ab\""),
        ("string join(\"a\", \"X\")", "\"a\""),
    ]);
    nulls(&[
        "string length(null)",
        "string length(1)",
        "upper case(null)",
        "contains(null, \"a\")",
        "contains(\"a\", 1)",
        "string join([\"a\", 1], \"X\")",
        "string join(null, \"X\")",
        "string join([\"a\"], 1)",
    ]);
}
