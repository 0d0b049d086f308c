//! What a rulebook lets be public, and what its rules withhold.

use crate::books::{Book, PHNOM_PENH_2, PHNOM_PENH_3, files};
use rulebook::whatif::{AttachedKind, WhatIf};
use rulebook::{Answers, Field, LoadFault, Publicity, Rulebook, Since, Value, tests};

/// The third version with a part of its settings or of its table written otherwise.
fn with(part: &str, otherwise: &str) -> Result<Rulebook, Vec<LoadFault>> {
    let Book { settings, table, .. } = PHNOM_PENH_3;
    let of_both = [settings, table].map(|text| text.matches(part).count());
    assert_eq!(
        of_both.iter().sum::<usize>(),
        1,
        "{part} stands there {of_both:?} times"
    );
    let (settings, table) = (settings.replace(part, otherwise), table.replace(part, otherwise));
    Rulebook::load(&files(&settings, &table)).map_err(|error| error.faults)
}

fn answers(place: &str, mission: bool, fireworks: bool) -> Answers {
    let text = |text: &str| Value::Text(text.to_owned());
    [
        ("event_kind", text("celebration")),
        ("place_kind", text(place)),
        ("attendance", Value::Number(300.into())),
        ("foreign_mission", Value::Boolean(mission)),
        ("fireworks", Value::Boolean(fireworks)),
        ("near_airport", Value::Boolean(false)),
        ("road_closure", Value::Boolean(false)),
    ]
    .map(|(id, value)| (id.to_owned(), value))
    .into()
}

fn withheld(rulebook: &Rulebook, answers: &Answers) -> Vec<(String, bool, String)> {
    let publicity = rulebook.publicity(answers).unwrap().unwrap();
    let withheld = publicity.withheld.into_iter();
    withheld
        .map(|one| (one.field.to_string(), one.until_over, one.rule))
        .collect()
}

fn is(field: &str, until_over: bool, rule: &str) -> (String, bool, String) {
    (field.to_owned(), until_over, rule.to_owned())
}

#[test]
fn a_rule_withholds_by_the_answers_and_says_which_it_is() {
    let rulebook = PHNOM_PENH_3.loaded();
    assert_eq!(withheld(&rulebook, &answers("riverside", true, false)), []);
    assert_eq!(
        withheld(&rulebook, &answers("private-land", true, true)),
        [
            is("place", true, "withheld/1"),
            is("hours", true, "withheld/2"),
            is("conditions", true, "withheld/5"),
        ]
    );
    let mut demonstration = answers("road", false, false);
    demonstration.insert("event_kind".into(), Value::Text("demonstration".into()));
    assert_eq!(
        withheld(&rulebook, &demonstration),
        [is("organisers", false, "withheld/6")]
    );
    let publicity = rulebook.publicity(&demonstration).unwrap().unwrap();
    assert_eq!(publicity.from, Since::Circulated);
    let term = |field: Field| publicity.term(&field);
    assert_eq!(term(Field::Title).as_deref(), Some("circulated"));
    assert_eq!(term(Field::Organisers), None);
    assert_eq!(
        term(Field::Answer("attendance".into())).as_deref(),
        Some("granted")
    );
    assert_eq!(term(Field::Answer("fireworks".into())), None);
}

#[test]
fn a_rulebook_that_says_nothing_of_it_lets_permits_say_what_they_always_said() {
    let rulebook = PHNOM_PENH_2.loaded();
    assert_eq!(rulebook.publicity(&answers("road", true, true)), Ok(None));
    let publicity = Publicity::of_permits();
    assert_eq!(publicity.from, Since::Granted);
    assert!(publicity.keeps.is_empty() && publicity.withheld.is_empty());
    assert!(!publicity.shows.contains_key(&Field::Description));
    assert!(publicity.shows.values().all(|since| *since == Since::Granted));
}

#[test]
fn what_nobody_could_be_told_is_refused_with_its_place() {
    let check = |part: &str, otherwise: &str, place: &str, todo: &str| {
        let faults = with(part, otherwise).expect_err(otherwise);
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(
            said.iter().any(|one| one.contains(place) && one.contains(todo)),
            "{otherwise}: {said:#?}"
        );
    };
    let column = "table withheld, row 6, column withheld";
    check(
        "<text>\"organisers\"</text>",
        "<text>\"telephone\"</text>",
        column,
        "Name a key of [public.shows]",
    );
    // What the part does not let be public at all is not withheld either.
    check(
        "<text>\"organisers\"</text>",
        "<text>\"answer.fireworks\"</text>",
        column,
        "Name a key of [public.shows]",
    );
    check(
        "<text>\"organisers\"</text>",
        "<text>organisers</text>",
        column,
        "such as \"place\"",
    );
    check(
        "id=\"table_withheld\" hitPolicy=\"COLLECT\"",
        "id=\"table_withheld\" hitPolicy=\"FIRST\"",
        "table withheld",
        "Write COLLECT",
    );
    check(
        "decision = \"withheld\"",
        "decision = \"hidden\"",
        "rulebook.toml names",
        "that id",
    );
    check(
        "decision = \"withheld\"",
        "decision = \"authorities\"",
        "public.decision",
        "Name another decision",
    );
    check(
        "parts = \"circulated\"",
        "phone = \"circulated\"",
        "public.shows.phone",
        "title, description",
    );
    check(
        "parts = \"circulated\"",
        "parts = \"submitted\"",
        "public.shows.parts",
        "Write circulated",
    );
    check(
        "conditions = \"granted\"",
        "conditions = \"circulated\"",
        "public.shows.conditions",
        "Write granted",
    );
    check(
        "attendance = \"granted\"",
        "weather = \"granted\"",
        "public.answers.weather",
        "[[input]]",
    );
    check(
        "from = \"circulated\"",
        "from = \"tomorrow\"",
        "rulebook.toml",
        "docs/formats/rulebook.md",
    );
}

#[test]
fn how_long_something_is_withheld_is_over_or_for_ever() {
    let Book { settings, table, .. } = PHNOM_PENH_3;
    let table = table.replacen("<text>over</text>", "<text>tomorrow</text>", 1);
    let error = Rulebook::load(&files(settings, &table)).unwrap_err();
    let said = error.to_string();
    assert!(
        said.contains("row 1, column until") && said.contains("Write over"),
        "{said}"
    );
}

#[test]
fn what_a_table_would_not_heed_is_refused_with_its_place() {
    let Book { settings, table, .. } = PHNOM_PENH_3;
    let check = |table: String, expect: &str| {
        let said = Rulebook::load(&files(settings, &table)).unwrap_err().to_string();
        assert!(said.contains(expect) && said.contains("Take it out"), "{said}");
    };
    // Of the table that asks authorities, when withholding ends; and the other way round, for how long an authority is asked.
    let (asks, withholds) = table.split_once("<decision id=\"withheld\"").unwrap();
    let asked = asks.replacen(
        "<annotation name=\"period\" />",
        "<annotation name=\"until\" />",
        1,
    );
    let period = "<text>notices</text>";
    assert!(asks.contains("<annotation name=\"period\" />"));
    let at = asked.find("<annotationEntry>").unwrap();
    let cells = asked[at..].replacen("<text></text>", "<text>over</text>", 1);
    let asked = format!("{}{cells}", &asked[..at]);
    check(
        format!("{asked}<decision id=\"withheld\"{withholds}"),
        "column until",
    );
    let noted = withholds.replacen(
        "<annotation name=\"note\" />",
        "<annotation name=\"period\" />",
        1,
    );
    let last = noted.find("</rule>").unwrap();
    let blank = noted[..last].rfind("<text></text>").unwrap();
    let noted = format!(
        "{}{period}{}",
        &noted[..blank],
        &noted[blank + "<text></text>".len()..]
    );
    check(format!("{asks}<decision id=\"withheld\"{noted}"), "column period");
}

#[test]
fn whoever_applies_says_whether_someone_comes_whom_the_state_protects_and_no_reason_tells_it() {
    let rulebook = PHNOM_PENH_3.loaded();
    assert!(rulebook.input("protected_guest").unwrap().required);
    let mut protected = answers("private-land", false, false);
    protected.insert("protected_guest".into(), Value::Boolean(true));
    let publicity = rulebook.publicity(&protected).unwrap().unwrap();
    assert_eq!(publicity.withheld.len(), 2);
    for one in publicity.withheld {
        let reason = rulebook.reason(&one.reason).unwrap();
        let words = format!("{} {}", reason.in_language("en"), one.citation);
        for tells in ["guest", "protect", "State", "state"] {
            assert!(!words.contains(tells) && !one.reason.contains(tells), "{words}");
        }
    }
}

#[test]
fn the_linter_finds_a_rule_that_never_withholds() {
    let report = PHNOM_PENH_3.loaded().lint(None);
    assert!(report.is_clean() && report.is_exact(), "{:#?}", report.findings);
    let Book { settings, table, .. } = PHNOM_PENH_3;
    // A rule of the table, not of the one that names authorities.
    let (before, after) = table.split_once("<decision id=\"withheld\"").unwrap();
    let after = after.replace(
        ">\"demonstration\"<",
        ">not(\"celebration\", \"performance\", \"sport\", \"fair\", \"procession\", \"demonstration\")<",
    );
    let table = format!("{before}<decision id=\"withheld\"{after}");
    let report = Rulebook::load(&files(settings, &table)).unwrap().lint(None);
    let never: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(!report.is_clean(), "{never:#?}");
    assert!(
        never
            .iter()
            .any(|one| one.contains("withheld") && one.contains("row 6")),
        "{never:#?}"
    );
}

#[test]
fn a_case_says_what_is_withheld_of_it_and_holds_the_rules_by_which() {
    let rulebook = PHNOM_PENH_3.loaded();
    let cases = |withheld: &str| {
        let text = format!(
            "[[case]]\nname = \"A demonstration\"\nanswers = {{ event_kind = \"demonstration\" }}\n{withheld}\nauthorities = {{}}\n"
        );
        tests::read(&rulebook, &[("tests/one.toml", &text)])
    };
    let run = |withheld: &str| tests::run(&rulebook, &cases(withheld).unwrap());
    let held = |report: &tests::Report| {
        let of = report.rules.iter().find(|one| one.rule == "withheld/6");
        of.map(|one| one.cases)
    };
    let right = run("withheld = [\"organisers\"]");
    assert_eq!((right.failed(), held(&right)), (0, Some(1)));
    // A case that does not say holds nothing.
    let silent = run("");
    assert_eq!((silent.failed(), held(&silent)), (0, Some(0)));
    let wrong = run("withheld = []");
    assert_eq!((wrong.failed(), held(&wrong)), (1, Some(0)));
    let said = wrong.cases[0].differences[0].to_string();
    assert!(said.contains("organisers, where — were expected"), "{said}");
    // Where nothing was evaluated, that nothing is withheld is no answer.
    let unread = tests::run(&PHNOM_PENH_2.loaded(), &cases("withheld = []").unwrap());
    let said = unread.cases[0].differences[0].to_string();
    assert!(
        unread.failed() == 1 && said.contains("no part [public]"),
        "{said}"
    );
    let faults = cases("withheld = [\"telephone\"]").unwrap_err();
    assert!(faults[0].to_string().contains("telephone"), "{faults:?}");
}

#[test]
fn a_changed_row_is_told_by_the_diff_and_touches_those_that_it_touches() {
    let old = PHNOM_PENH_3.loaded();
    // What a mission does on private land is told from the first, as far as the hours go.
    let changed = with(
        "<inputEntry id=\"withheld_2_input_3\">\n          <text>true</text>",
        "<inputEntry id=\"withheld_2_input_3\">\n          <text>false</text>",
    )
    .unwrap();
    let told: Vec<String> = rulebook::diff::between(&old, &changed)
        .iter()
        .map(|one| one.in_english(&old, &changed).to_string())
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains("rule 2") && told[0].contains("foreign_mission"),
        "{told:?}"
    );
    let cases = [
        answers("private-land", true, false),
        answers("private-land", false, false),
        answers("riverside", true, false),
    ];
    let report = WhatIf::new(&old, &changed).run(&cases, 1);
    let of = |case: usize| {
        let change = report.changes.iter().find(|one| one.case == case);
        let attached = change.map(|one| &one.attached)?;
        let [one] = attached.as_slice() else {
            panic!("{attached:?}")
        };
        assert_eq!((one.kind, one.id.as_str()), (AttachedKind::Public, "hours"));
        Some((one.before.clone().unwrap(), one.after.clone().unwrap()))
    };
    let (over, at_once) = (|| "over".to_owned(), || "circulated".to_owned());
    assert_eq!(of(0), Some((over(), at_once())));
    assert_eq!(of(1), Some((at_once(), over())));
    assert_eq!(of(2), None);
    assert_eq!(report.totals().public, 2);
    let all = WhatIf::new(&PHNOM_PENH_2.loaded(), &old).run(&cases, 1);
    let register = all.changes[0].attached.iter().find(|one| one.id == "register");
    let register = register.map(|one| (one.before.as_deref(), one.after.as_deref()));
    assert_eq!(register, Some((Some("granted"), Some("circulated"))));
}

/// A permit is proven whole: a field of it that is public at no step closes the paper and the file of every permit.
#[test]
fn that_no_permit_is_public_whole_is_noted() {
    let found = |settings: &str| -> Vec<String> {
        let report = rulebook::lint::files(&files(settings, PHNOM_PENH_3.table), None);
        let own = report.findings.iter();
        let own = own.filter(|one| one.kind.name() == "permits-not-whole");
        own.map(ToString::to_string).collect()
    };
    assert!(found(PHNOM_PENH_3.settings).is_empty());
    let without = PHNOM_PENH_3.settings.replacen("parts = \"circulated\"\n", "", 1);
    let said = found(&without);
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("note: public.shows: parts is public at no step"),
        "{said:?}"
    );
}
