//! Names with blanks and signs.

use feel::{Expression, Names, Value};

use crate::{evaluate, evaluate_with, scope};

#[test]
fn the_longest_known_name_is_meant() {
    let known = [
        ("Monthly Fee", "10"),
        ("Monthly", "1"),
        ("Fee-Net", "5"),
        ("a", "3"),
        ("b", "2"),
        ("x+y", "7"),
    ];
    for (text, wanted) in [
        ("Monthly Fee * 2", 20),
        ("Monthly  Fee", 10),
        ("Monthly + 1", 2),
        ("Fee-Net", 5),
        ("Fee - Net", 5),
        ("a-b", 1),
        ("a*b", 6),
        ("x+y", 7),
        ("if Monthly Fee > a and a > b then a else b", 3),
    ] {
        assert_eq!(evaluate_with(text, &known), Value::from(wanted), "{text}");
    }
}

#[test]
fn names_may_have_keywords_and_signs_in_them() {
    let known = [
        ("Loan and Payment", "1"),
        ("in stock", "2"),
        ("Bob's car", "3"),
        ("Price/Unit", "4"),
        ("a.b", "5"),
    ];
    for (text, wanted) in [
        ("Loan and Payment", 1),
        ("in stock", 2),
        ("Bob's car + 1", 4),
        ("Price/Unit * 2", 8),
        ("a.b", 5),
        ("Bob's   car", 3),
    ] {
        assert_eq!(evaluate_with(text, &known), Value::from(wanted), "{text}");
    }
}

#[test]
fn what_a_text_names_itself_is_known_behind() {
    for (text, wanted) in [
        ("{first name: 1, second: first name + 1}.second", 2),
        ("{first name: 1}.first name", 1),
        ("{\"first-name\": 1}.first-name", 1),
        ("{foo +bar: 4}.foo+bar", 4),
        (
            "(function(first value, second value) first value - second value)(5, 2)",
            3,
        ),
        ("[{big one: 5}][big one = 5][1].big one", 5),
    ] {
        assert_eq!(evaluate(text), Value::from(wanted), "{text}");
    }
}

#[test]
fn words_that_are_not_known_belong_together() {
    let people = (
        "people",
        "[{first name: \"Ann\", age: 20}, {first name: \"Bo\", age: 10}]",
    );
    assert_eq!(
        evaluate_with("people[first name = \"Bo\"].age", &[people]),
        evaluate("[10]")
    );
    assert_eq!(
        evaluate_with("people[age > 15].first name", &[people]),
        evaluate("[\"Ann\"]")
    );
    let child = ("child", "{\"date of birth\": 5, true age: 6}");
    assert_eq!(evaluate_with("child.date of birth + 1", &[child]), evaluate("6"));
    let unknown = Expression::parse("a + b c - d(e)", &["a"].into_iter().collect()).unwrap();
    let unknown: Vec<&str> = unknown.unknown_names().iter().map(|name| &**name).collect();
    assert_eq!(unknown, ["b c", "d", "e"]);
}

#[test]
fn letters_of_every_script_make_names() {
    let known = [("ថ្ងៃ ខែ", "1"), ("東京", "2"), ("🐎 bar", "3"), ("_x1", "4")];
    for (text, wanted) in [("ថ្ងៃ ខែ + 東京", 3), ("🐎 bar * 2", 6), ("_x1", 4)] {
        assert_eq!(evaluate_with(text, &known), Value::from(wanted), "{text}");
    }
}

#[test]
fn a_name_of_the_scope_hides_a_built_in_function() {
    assert_eq!(evaluate_with("count", &[("count", "5")]), Value::from(5));
    assert_eq!(evaluate_with("date", &[("date", "\"x\"")]), Value::from("x"));
}

#[test]
fn every_name_that_is_used_is_told_whoever_gives_it() {
    let names: Names = ["count", "Monthly Fee"].into_iter().collect();
    let text = "for x in list return count + Monthly  Fee + sum(x.duration) + {now: 1}.now // today()";
    let read = Expression::parse(text, &names).unwrap();
    for used in ["x", "list", "count", "Monthly Fee", "Monthly   Fee", "sum"] {
        assert!(read.uses(used), "{used}");
    }
    for other in ["duration", "now", "today", "Monthly", "x.duration"] {
        assert!(!read.uses(other), "{other}");
    }
    let tests = feel::UnaryTests::parse("not(today /* now */ ( ), \"now()\")", &names).unwrap();
    assert!(tests.uses("today") && !tests.uses("now"));
    assert!(
        feel::UnaryTests::parse("> count", &Names::new())
            .unwrap()
            .uses("count")
    );
}

#[test]
fn nearer_names_hide_farther_ones() {
    let mut scope = scope();
    scope.insert("a", 1);
    scope.insert("b", 2);
    scope.push(feel::Context::from_iter([("a", 10)]));
    let names: Names = ["a", "b"].into_iter().collect();
    let sum = Expression::parse("a + b", &names).unwrap();
    assert_eq!(sum.evaluate(&scope), Value::from(12));
    scope.pop();
    assert_eq!(sum.evaluate(&scope), Value::from(3));
}
