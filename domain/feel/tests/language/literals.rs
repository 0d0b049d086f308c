//! Numbers, strings, escapes, comments, `@` literals.

use crate::{evaluate, nulls, refused, table};

#[test]
fn numbers() {
    table(&[
        ("1", "1"),
        ("-1", "0 - 1"),
        ("1.50", "1.5"),
        (".5", "0.5"),
        ("-.5", "0 - 0.5"),
        ("007", "7"),
        ("1.5E3", "1500"),
        ("1e-2", "0.01"),
        ("1E+2", "100"),
        ("0.000", "0"),
        (
            "1234567890123456789012345678901234",
            "1234567890123456789012345678901234",
        ),
        (
            "12345678901234567890123456789012345",
            "12345678901234567890123456789012340",
        ),
    ]);
    assert_eq!(
        evaluate("12345678901234567890123456789012345").to_string(),
        "12345678901234567890123456789012340"
    );
    assert_eq!(evaluate("-0.0").to_string(), "0");
}

#[test]
fn strings_and_their_escapes() {
    for (text, wanted) in [
        (r#""""#, ""),
        (r#""a""#, "a"),
        (r#""a\"b""#, "a\"b"),
        (r#""a\'b""#, "a'b"),
        (r#""a\\b""#, "a\\b"),
        (r#""a\nb\tc\rd""#, "a\nb\tc\rd"),
        (r#""\u0041""#, "A"),
        (r#""\U01F40E""#, "🐎"),
        (r#""\uD83D\uDC0E""#, "🐎"),
        (r#""\U0F40E""#, "\\U0F40E"),
        (r#""\s\d""#, "\\s\\d"),
        ("\"ខ្ញុំ 東京 🐎\"", "ខ្ញុំ 東京 🐎"),
        ("\"a // b /* c */\"", "a // b /* c */"),
        ("\"a\nb\"", "a\nb"),
    ] {
        assert_eq!(evaluate(text).as_text(), Some(wanted), "{text}");
    }
}

#[test]
fn comments_are_blanks() {
    table(&[
        ("1 + /* 1 + */ 1", "2"),
        ("1 + // one\n 1", "2"),
        ("/* a\n b */ 1", "1"),
        ("1 /**/", "1"),
        ("// first\n5 // last", "5"),
        ("4 /* * */ / 2", "2"),
    ]);
}

#[test]
fn at_literals() {
    table(&[
        ("@\"2019-12-31\"", "date(2019, 12, 31)"),
        (
            "@\"2019-12-31T13:45:30\"",
            "date and time(\"2019-12-31T13:45:30\")",
        ),
        ("@\"13:45:30@Europe/Paris\"", "time(\"13:45:30@Europe/Paris\")"),
        ("@\"13:45:30+01:00\"", "time(13, 45, 30, duration(\"PT1H\"))"),
        ("@\"P2Y\"", "duration(\"P2Y\")"),
        ("-@\"PT2H\"", "duration(\"-PT2H\")"),
        ("@\"2019-12-31\".year", "2019"),
    ]);
    nulls(&["@\"foo\"", "@\"\"", "@\"2019-13-01\"", "@\"1\""]);
}

#[test]
fn what_is_not_feel_is_refused_where_it_stands() {
    for (text, line, column) in [
        ("", 1, 1),
        ("1 +", 1, 4),
        ("(1", 1, 3),
        ("1 2", 1, 3),
        ("[1,\n 2", 2, 3),
        ("\"abc", 1, 5),
        ("if true then 1", 1, 15),
        ("{a: 1", 1, 6),
        ("1 + ខ # 2", 1, 7),
        ("function(a) external {java: 1}", 1, 13),
        ("for in [1] return 1", 1, 5),
        ("f(a: 1, 2)", 1, 9),
        ("1 = = 2", 1, 5),
    ] {
        let position = refused(text).position();
        assert_eq!(
            (position.line, position.column),
            (line, column),
            "{text}: {}",
            refused(text)
        );
    }
}
