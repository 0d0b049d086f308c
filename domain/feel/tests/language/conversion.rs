//! `number`, `string`, `not`, `is`, `range`.

use crate::{evaluate, nulls, table};

#[test]
fn number() {
    table(&[
        ("number(\"1\", null, null)", "1"),
        ("number(\"1,000.05\", \",\", \".\")", "1000.05"),
        ("number(\"1.000,05\", \".\", \",\")", "1000.05"),
        ("number(\"1 000,05\", \" \", \",\")", "1000.05"),
        ("number(\"-12\", null, \".\")", "-12"),
        (
            "number(from: \"1.000.000,01\", grouping separator: \".\", decimal separator: \",\")",
            "1000000.01",
        ),
    ]);
    nulls(&[
        "number(\"foo\", null, null)",
        "number(\"1,000\", \"x\", \".\")",
        "number(\"1,000\", \",\", \",\")",
        "number(\"1.000\", \",\", \"x\")",
        "number(null, \",\", \".\")",
        "number(\"1.5\", null, \",\")",
        "number(\"\", null, null)",
        "number(1, null, null)",
    ]);
}

#[test]
fn string() {
    for (text, wanted) in [
        ("string(1.10)", "1.1"),
        ("string(\"a\")", "a"),
        ("string(true)", "true"),
        ("string(@\"2018-12-10\")", "2018-12-10"),
        (
            "string(@\"2018-12-10T10:30:00.0001\")",
            "2018-12-10T10:30:00.0001",
        ),
        ("string(@\"10:30:00@Europe/Paris\")", "10:30:00@Europe/Paris"),
        ("string(time(10, 30, 0, duration(\"PT1H\")))", "10:30:00+01:00"),
        ("string(@\"10:30:00Z\")", "10:30:00Z"),
        ("string(@\"-PT36H1.5S\")", "-P1DT12H1.5S"),
        ("string(@\"P14M\")", "P1Y2M"),
        ("string(@\"P0M\")", "P0M"),
        ("string(@\"PT0S\")", "PT0S"),
        ("string([1, \"a\", [true, null]])", "[1, \"a\", [true, null]]"),
        ("string([\"\\\"x\\\"\"])", "[\"\\\"x\\\"\"]"),
        ("string({a: \"x\", \"b c\": {d: 1}})", "{a: \"x\", b c: {d: 1}}"),
        ("string({\"{\": 1})", "{\"{\": 1}"),
        ("string([@\"2018-12-10\"])", "[2018-12-10]"),
        ("string([1..5))", "[1 .. 5)"),
        ("string(1e10)", "10000000000"),
        ("string(-0.000001)", "-0.000001"),
    ] {
        assert_eq!(evaluate(text).as_text(), Some(wanted), "{text}");
    }
    nulls(&["string(null)", "string()", "string(1, 2)"]);
}

#[test]
fn is() {
    table(&[
        ("is(1, 1.0)", "true"),
        ("is(1, 2)", "false"),
        ("is(1, \"1\")", "false"),
        ("is(null, null)", "true"),
        ("is(null, 1)", "false"),
        ("is(@\"2012-12-25\", @\"23:00:50\")", "false"),
        ("is(@\"2012-12-25\", @\"2012-12-25\")", "true"),
        ("is(time(\"23:00:50z\"), time(\"23:00:50\"))", "false"),
        ("is(time(\"23:00:50z\"), time(\"23:00:50+00:00\"))", "true"),
        ("is(@\"10:00:00Z\", @\"11:00:00+01:00\")", "false"),
        ("is([1, 2], [1, 2])", "true"),
        ("is({a: 1}, {a: 2})", "false"),
        ("is(value1: @\"P1Y\", value2: @\"P12M\")", "true"),
        ("is(@\"P0Y\", @\"P0D\")", "false"),
    ]);
}

#[test]
fn range() {
    table(&[
        ("range(\"[18..21]\")", "[18..21]"),
        ("range(\"(18..21)\")", "(18..21)"),
        ("range(\"]18..21[\")", "(18..21)"),
        ("range(\"[\\\"a\\\"..\\\"c\\\"]\")", "[\"a\"..\"c\"]"),
        (
            "range(\"[date(\\\"1978-09-12\\\")..date(\\\"1978-10-12\\\")]\")",
            "[@\"1978-09-12\"..@\"1978-10-12\"]",
        ),
        (
            "range(\"[@\\\"PT1H\\\"..@\\\"PT2H\\\")\")",
            "[@\"PT1H\"..@\"PT2H\")",
        ),
        ("range(\"(..2]\")", "(<=2)"),
        ("range(\"[2..)\")", "(>=2)"),
        ("range(\"[-2..-1]\").start", "-2"),
    ]);
    nulls(&[
        "range(\"[21..18]\")",
        "range(\"18..21\")",
        "range(\"[18,21]\")",
        "range(\"[..2]\")",
        "range(\"(..)\")",
        "range(\"[a..b]\")",
        "range(\"[1..\\\"a\\\"]\")",
        "range(\"[1+1..5]\")",
        "range(\"\")",
        "range(\"[\")",
        "range(\"東\")",
        "range(1)",
        "range(null)",
    ]);
}
