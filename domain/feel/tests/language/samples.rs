//! A rule maker's expressions, as decision tables and literal expressions have them.

use crate::{evaluate, evaluate_with};

const APPLICANT: (&str, &str) = (
    "Applicant",
    "{name: \"Sok\", age: 51, Monthly Income: 1200.5, existing: true, tags: [\"vip\", \"local\"],
      children: [{name: \"Da\", birth: @\"2015-03-01\"}, {name: \"Ly\", birth: @\"2020-07-15\"}]}",
);
const EVENT: (&str, &str) = (
    "Event",
    "{expected: 4500, from: @\"2026-12-30T17:00:00@Asia/Phnom_Penh\", to: @\"2026-12-31T02:00:00@Asia/Phnom_Penh\",
      Site: {kind: \"park\", area m2: 12000}}",
);

#[test]
fn expressions_of_rules() {
    for (text, wanted) in [
        ("Applicant.age + 1", "52"),
        (
            "if Applicant.age >= 18 then \"adult\" else \"minor\"",
            "\"adult\"",
        ),
        ("decimal(Applicant.Monthly Income * 0.125, 2)", "150.06"),
        ("Applicant.children[name = \"Ly\"].birth[1].year", "2020"),
        ("count(Applicant.children[birth > @\"2016-01-01\"])", "1"),
        (
            "for c in Applicant.children return c.name + \"!\"",
            "[\"Da!\", \"Ly!\"]",
        ),
        ("some t in Applicant.tags satisfies t = \"vip\"", "true"),
        ("Event.to - Event.from", "@\"PT9H\""),
        ("Event.from.hour >= 22 or Event.to.hour < 6", "true"),
        ("Event.expected / Event.Site.area m2 > 0.3", "true"),
        ("Event.Site.kind in (\"park\", \"street\")", "true"),
        ("date(Event.from) - @\"P15D\"", "@\"2026-12-15\""),
        ("day of week(Event.from)", "\"Wednesday\""),
        (
            "years and months duration(Applicant.children[1].birth, today()).years",
            "11",
        ),
        ("string join(Applicant.tags, \", \")", "\"vip, local\""),
        (
            "{fee: 5 * Event.expected, capped: min(fee, 10000)}.capped",
            "10000",
        ),
        ("ceiling(Event.expected / 250)", "18"),
        (
            "not(Applicant.existing) or Event.expected between 1000 and 5000",
            "true",
        ),
        (
            "sort(Applicant.children, function(a, b) a.birth > b.birth).name",
            "[\"Ly\", \"Da\"]",
        ),
    ] {
        assert_eq!(
            evaluate_with(text, &[APPLICANT, EVENT]),
            evaluate(wanted),
            "{text}"
        );
    }
}

#[test]
fn loan_payments() {
    let value = evaluate_with(
        "(loan.amount * loan.rate / 12) / (1 - (1 + loan.rate / 12) ** -loan.term)",
        &[("loan", "{amount: 600000, rate: 0.0375, term: 360}")],
    );
    assert_eq!(value.to_string(), "2778.693549432766768088520383236299");
}

/// What the public conformance suite's second level asks of constants, arithmetic and logic, in its own kind of cases.
#[test]
fn simple_expressions() {
    for (text, wanted) in [
        ("-125.4321987654", "0 - 125.4321987654"),
        (".872", "0.872"),
        ("-.872", "0 - 0.872"),
        ("10--5", "15"),
        ("-10--5", "-5"),
        ("-10*-5", "50"),
        ("10**-5", "0.00001"),
        ("5+2**5", "37"),
        ("5+2**5+3", "40"),
        ("5+2**(5+3)", "261"),
        ("(5+2)**5", "16807"),
        ("1.2*10**3", "1200"),
        ("(10+20)/(-5*3)", "-2"),
        ("10 + 20 / -5 - 3", "3"),
        ("10 + 20 / (-5 - 3)", "7.5"),
        ("(10+20)/0", "null"),
        ("10 + null", "null"),
        ("null / 10", "null"),
        ("\"Hello \" + Full Name", "\"Hello Sok Dara\""),
        ("12 * Monthly Salary", "120000"),
    ] {
        let known = [("Full Name", "\"Sok Dara\""), ("Monthly Salary", "10000")];
        assert_eq!(evaluate_with(text, &known), evaluate(wanted), "{text}");
    }
}
