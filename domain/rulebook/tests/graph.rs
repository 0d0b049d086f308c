//! Tables that need other decisions, cells that are evaluated, and the hit policies beside UNIQUE, FIRST and COLLECT.

use rulebook::lint::FindingKind;
use rulebook::whatif::WhatIf;
use rulebook::{Answers, EvaluationError, Files, LoadFault, Rulebook, Value};
use std::collections::BTreeSet;

const SETTINGS: &str = concat!(
    include_str!("town/head.toml"),
    r#"dmn = ["who.dmn", "crowd.dmn"]

[[input]]
id = "people"
type = "number"
question = { en = "How many?" }

[[input]]
id = "helpers"
type = "number"
required = false
question = { en = "How many stewards?" }

[[input]]
id = "night"
type = "boolean"
question = { en = "At night?" }

"#,
    include_str!("town/authorities.toml"),
    r#"
[reason.crowd]
en = "Many people."
"#
);

/// Rows of a table with one column: what it tests, and whom it asks.
type Row<'a> = (&'a str, &'a str);

fn who(policy: &str, column: &str, rows: &[Row<'_>]) -> String {
    let rule = |(test, authority): &Row<'_>| {
        format!(
            "<rule><inputEntry><text>{}</text></inputEntry><outputEntry><text>\"{authority}\"</text></outputEntry>\
             <annotationEntry><text>crowd</text></annotationEntry><annotationEntry><text>Act 1</text></annotationEntry>\
             <annotationEntry><text>law</text></annotationEntry></rule>\n",
            test.replace('<', "&lt;")
        )
    };
    let rules: String = rows.iter().map(rule).collect();
    format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:who\">\n\
         <import name=\"crowd\" namespace=\"urn:crowd\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>\n\
         <inputData id=\"i1\" name=\"people\"><variable name=\"people\" typeRef=\"number\"/></inputData>\n\
         <inputData id=\"i2\" name=\"helpers\"><variable name=\"helpers\" typeRef=\"number\"/></inputData>\n\
         <inputData id=\"i3\" name=\"night\"><variable name=\"night\" typeRef=\"boolean\"/></inputData>\n\
         <decision id=\"level\" name=\"Level of risk\"><variable name=\"Level of risk\" typeRef=\"string\"/>\n\
         <informationRequirement><requiredInput href=\"#i1\"/></informationRequirement>\n\
         <informationRequirement><requiredInput href=\"#i3\"/></informationRequirement>\n\
         <knowledgeRequirement><requiredKnowledge href=\"urn:crowd#heavy\"/></knowledgeRequirement>\n\
         <literalExpression><text>if crowd.heavy(people) then \"high\" else if night then \"some\" else \"low\"</text></literalExpression></decision>\n\
         <decision id=\"who\" name=\"Who\">\n\
         <informationRequirement><requiredInput href=\"#i1\"/></informationRequirement>\n\
         <informationRequirement><requiredInput href=\"#i2\"/></informationRequirement>\n\
         <informationRequirement><requiredDecision href=\"#level\"/></informationRequirement>\n\
         <decisionTable hitPolicy=\"{policy}\">\n\
         <input><inputExpression><text>{column}</text></inputExpression></input>\n\
         <output name=\"authority\" typeRef=\"string\"><outputValues><text>\"police\", \"town\"</text></outputValues></output>\n\
         <annotation name=\"reason\"/><annotation name=\"citation\"/><annotation name=\"kind\"/>\n\
         {rules}</decisionTable></decision></definitions>"
    )
}

const CROWD: &str = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"c\" name=\"c\" namespace=\"urn:crowd\">\n\
     <businessKnowledgeModel id=\"heavy\" name=\"heavy\"><encapsulatedLogic><formalParameter name=\"people\" typeRef=\"number\"/>\
     <literalExpression><text>people > 1000</text></literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>";

fn load(who: &str) -> Result<Rulebook, Vec<LoadFault>> {
    Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", SETTINGS),
        dmn: vec![("crowd.dmn", CROWD), ("who.dmn", who)],
    })
    .map_err(|error| error.faults)
}

fn number(number: i64) -> Value {
    Value::Number(number.into())
}

fn answers(given: &[(&str, Value)]) -> Answers {
    given
        .iter()
        .map(|(id, value)| ((*id).to_owned(), value.clone()))
        .collect()
}

fn asked(rulebook: &Rulebook, given: &[(&str, Value)]) -> Vec<String> {
    let answers = answers(given);
    let evaluation = rulebook.evaluate(&answers).unwrap();
    assert_eq!(rulebook.interpret(&answers).as_ref(), Ok(&evaluation));
    let authorities = evaluation.authorities.iter();
    authorities
        .flat_map(|one| {
            one.fired
                .iter()
                .map(|fired| format!("{} {}", one.authority, fired.rule))
        })
        .collect()
}

fn by_level(policy: &str) -> Rulebook {
    let rows = [
        ("\"some\", \"high\"", "police"),
        ("\"high\"", "town"),
        ("-", "town"),
    ];
    load(&who(policy, "Level of risk", &rows)).unwrap()
}

#[test]
fn the_decisions_that_a_table_needs_are_made_first_and_traced() {
    let rulebook = by_level("COLLECT");
    let case = |people, night| [("people", number(people)), ("night", Value::Boolean(night))];
    assert_eq!(
        asked(&rulebook, &case(2_000, false)),
        ["town 2", "town 3", "police 1"]
    );
    assert_eq!(asked(&rulebook, &case(10, true)), ["town 3", "police 1"]);
    assert_eq!(asked(&rulebook, &case(10, false)), ["town 3"]);
    let evaluation = rulebook.evaluate(&answers(&case(10, true))).unwrap();
    let tested = &evaluation.authorities[1].fired[0].inputs[0];
    assert_eq!(
        (tested.input.as_str(), &tested.value),
        ("Level of risk", &Value::Text("some".into()))
    );
}

#[test]
fn what_is_evaluated_is_not_exact_and_its_questions_stay_open() {
    let rulebook = by_level("COLLECT");
    let report = rulebook.lint(None);
    assert!(!report.is_exact());
    let inexact = report
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::NotExact);
    let rows: Vec<Option<usize>> = inexact.map(|finding| finding.place.row).collect();
    assert_eq!(rows, [Some(1), Some(2)]);
    let questions = rulebook.questions(&Answers::new(), &BTreeSet::new()).unwrap();
    let open: Vec<&str> = questions
        .open()
        .iter()
        .map(|open| open.input.id.as_str())
        .collect();
    assert_eq!(open, ["people", "night"]);
    assert!(!questions.is_exact());
    assert!(!rulebook.settled(&answers(&[("people", number(5))])));
    assert!(rulebook.settled(&answers(&[
        ("people", number(5)),
        ("night", Value::Boolean(true))
    ])));
}

/// What of a case has no value, in words.
fn told_null(rulebook: &Rulebook, answers: &Answers) -> Vec<String> {
    let nulls = rulebook.without_value(answers);
    nulls.iter().map(ToString::to_string).collect()
}

#[test]
fn what_has_no_value_says_in_which_decision_or_cell_it_stands_and_why() {
    let rows = [
        ("\"high\"", "police"),
        ("if night then ? = \"low\" else 1 / 0 > ?", "town"),
    ];
    let model = who("COLLECT", "Level of risk", &rows);
    let broken = model.replace(
        "then \"high\" else",
        "then \"high\" else if 1 / people = 1 then \"some\" else",
    );
    let rulebook = load(&broken).unwrap();
    let case = [("people", number(0)), ("night", Value::Boolean(false))];
    assert_eq!(
        told_null(&rulebook, &answers(&case)),
        [
            "decision Level of risk: “1 / people” has no value: a number cannot be divided by zero.",
            "rule who/2, column “Level of risk”: “1 / 0” has no value: a number cannot be divided by zero."
        ]
    );
    let plain = load(&who("COLLECT", "people", &[("> 50", "police")])).unwrap();
    assert_eq!(told_null(&plain, &Answers::new()), Vec::<String>::new());
}

#[test]
fn what_has_no_value_under_a_changed_rulebook_is_told_of_the_cases_that_it_changes() {
    let old = load(&who("COLLECT", "people", &[("> 50", "police")])).unwrap();
    let new = load(&who(
        "COLLECT",
        "people",
        &[("> 50 / (people - people)", "police")],
    ))
    .unwrap();
    let cases = [
        answers(&[("people", number(60))]),
        answers(&[("people", number(5))]),
    ];
    let report = WhatIf::new(&old, &new).run(&cases, 1);
    assert_eq!(report.changes.len(), 1);
    let told: Vec<String> = report.changes[0]
        .no_value
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        told,
        [
            "rule who/1, column “people”: “50 / (people - people)” has no value: a number cannot be divided by zero."
        ]
    );
}

#[test]
fn a_cell_may_name_other_answers_and_decisions() {
    let rows = [
        ("> 50 * helpers", "police"),
        ("if Level of risk = \"high\" then ? > 0 else ? > 500", "town"),
    ];
    let rulebook = load(&who("COLLECT", "people", &rows)).unwrap();
    let people = |number_of| ("people", number(number_of));
    assert_eq!(
        asked(&rulebook, &[people(100), ("helpers", number(1))]),
        ["police 1"]
    );
    assert_eq!(
        asked(&rulebook, &[people(100), ("helpers", number(2))]),
        Vec::<String>::new()
    );
    // Without an answer about helpers the first test has no value.
    let night = ("night", Value::Boolean(false));
    assert_eq!(asked(&rulebook, &[people(600), night.clone()]), ["town 2"]);
    let told = told_null(&rulebook, &answers(&[people(600), night.clone()]));
    assert_eq!(
        told,
        ["rule who/1, column “people”: “50 * helpers” has no value: a value that it needs is missing."]
    );
    assert_eq!(asked(&rulebook, &[night]), Vec::<String>::new());
    let open = rulebook.remaining(&answers(&[people(100)]));
    let open: Vec<&str> = open.iter().map(|input| input.id.as_str()).collect();
    assert_eq!(open, ["helpers", "night"]);
}

#[test]
fn priority_takes_the_authority_that_is_listed_first() {
    let rows = [("> 10", "town"), ("> 20", "police"), ("> 30", "police")];
    let rulebook = load(&who("PRIORITY", "people", &rows)).unwrap();
    assert_eq!(asked(&rulebook, &[("people", number(15))]), ["town 1"]);
    assert_eq!(asked(&rulebook, &[("people", number(40))]), ["police 2"]);
    let never = rulebook
        .lint(None)
        .findings
        .into_iter()
        .find(|finding| finding.kind.name() == "shadowed");
    assert_eq!(never.unwrap().place.row, Some(3));
}

#[test]
fn under_any_the_rules_that_are_met_agree() {
    let rows = [("> 10", "town"), ("> 20", "town"), ("> 30", "police")];
    let rulebook = load(&who("ANY", "people", &rows)).unwrap();
    assert_eq!(asked(&rulebook, &[("people", number(25))]), ["town 1", "town 2"]);
    let conflict = EvaluationError::Conflict {
        first: "who/1".into(),
        second: "who/3".into(),
    };
    assert_eq!(
        rulebook.evaluate(&answers(&[("people", number(40))])),
        Err(conflict)
    );
}

#[test]
fn orders_of_answers_ask_whom_collect_asks() {
    let rows = [("> 10", "town"), ("> 20", "police")];
    for policy in ["COLLECT", "RULE ORDER", "OUTPUT ORDER"] {
        let rulebook = load(&who(policy, "people", &rows)).unwrap();
        assert_eq!(
            asked(&rulebook, &[("people", number(25))]),
            ["town 1", "police 2"],
            "{policy}"
        );
    }
}

#[test]
fn what_a_rulebook_cannot_hold_to_is_refused() {
    let good = who("COLLECT", "people", &[("> 10", "town")]);
    assert!(load(&good).is_ok());
    let check = |from: &str, to: &str, what: &str| {
        assert!(good.contains(from), "{from}");
        let faults = load(&good.replacen(from, to, 1)).unwrap_err();
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|line| line.contains(what)), "{to}: {said:#?}");
        assert!(faults.iter().all(|fault| fault.file == "who.dmn"), "{faults:#?}");
    };
    check(
        "if crowd.heavy(people)",
        "if today() &lt; date(\"2030-01-01\")",
        "asks for the time",
    );
    check("if crowd.heavy(people)", "if crowd.havy(peoples)", "peoples");
    check(
        "typeRef=\"number\"/>",
        "typeRef=\"date\"/>",
        "Set its type to number",
    );
    check("> 10", "> 10 * risk", "nothing is named \u{201c}risk\u{201d}");
    check("> 10", "string length(?)", "has no value for any answer");
    check(
        "<text>people</text>",
        "<text>Level</text>",
        "no decision that this one needs",
    );
    check("\"police\", \"town\"", "\"police\", \"church\"", "List ids");
    check(
        "<informationRequirement><requiredDecision href=\"#level\"/></informationRequirement>",
        "",
        "needs the decision",
    );
    check(
        "<outputValues>",
        "<defaultOutputEntry><text>\"town\"</text></defaultOutputEntry><outputValues>",
        "without saying why",
    );
    check(
        "name=\"Level of risk\"><variable name=\"Level of risk\"",
        "name=\"night\"><variable name=\"night\"",
        "name of an [[input]]",
    );
    let alone = Files {
        rulebook_toml: ("rulebook.toml", SETTINGS),
        dmn: vec![("who.dmn", &good)],
    };
    let faults = Rulebook::load(&alone).unwrap_err().faults;
    assert!(
        faults[0]
            .what
            .to_string()
            .contains("crowd.dmn, which was not given"),
        "{faults:#?}"
    );
}

/// Asks what there is to ask, and answers from a case; gives the answers that were given.
fn followed(rulebook: &Rulebook, case: &Answers) -> Answers {
    let (mut given, mut skipped) = (Answers::new(), BTreeSet::new());
    while let Some(open) = rulebook.questions(&given, &skipped).unwrap().next() {
        let id = open.input.id.clone();
        match case.get(&id) {
            Some(value) => drop(given.insert(id, value.clone())),
            None => drop(skipped.insert(id)),
        }
    }
    given
}

#[test]
fn what_is_not_asked_cannot_change_the_outcome_behind_a_decision_either() {
    let rows = [
        ("> 50 * helpers", "police"),
        ("if Level of risk = \"high\" then ? > 0 else ? > 500", "town"),
        ("> 10", "police"),
        ("not(modulo(?, 2) = 0)", "town"),
    ];
    for policy in ["COLLECT", "FIRST", "PRIORITY", "ANY", "OUTPUT ORDER"] {
        let by_people = load(&who(policy, "people", &rows)).unwrap();
        let by_level = load(&who(
            policy,
            "Level of risk",
            &[("\"high\"", "town"), ("not(\"low\")", "police")],
        ));
        for rulebook in [by_people, by_level.unwrap()] {
            for people in [None, Some(5), Some(8), Some(60), Some(501), Some(1_001)] {
                for helpers in [None, Some(0), Some(1), Some(40)] {
                    for night in [None, Some(false), Some(true)] {
                        let mut case = Answers::new();
                        case.extend(people.map(|value| ("people".to_owned(), number(value))));
                        case.extend(helpers.map(|value| ("helpers".to_owned(), number(value))));
                        case.extend(night.map(|value| ("night".to_owned(), Value::Boolean(value))));
                        let given = followed(&rulebook, &case);
                        match (rulebook.evaluate(&given), rulebook.evaluate(&case)) {
                            (Ok(short), Ok(whole)) => {
                                assert!(short.same_outcome(&whole), "{policy}: {case:?} {given:?}")
                            }
                            (short, whole) => assert_eq!(short, whole, "{policy}: {case:?} {given:?}"),
                        }
                        assert_eq!(rulebook.evaluate(&case), rulebook.interpret(&case));
                    }
                }
            }
        }
    }
}

/// The rulebook with its question about stewards under another name.
fn asking(name: &str, rows: &[Row<'_>]) -> Result<Rulebook, Vec<LoadFault>> {
    let model = who("COLLECT", "people", rows);
    let model = model.replace("name=\"helpers\"", &format!("name=\"{name}\""));
    let settings = SETTINGS.replace("id = \"helpers\"", &format!("id = \"{name}\""));
    Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", &settings),
        dmn: vec![("crowd.dmn", CROWD), ("who.dmn", &model)],
    })
    .map_err(|error| error.faults)
}

#[test]
fn a_question_may_be_called_as_a_function_of_feel_is() {
    for name in ["count", "duration", "sum", "today", "now"] {
        let test = format!("> 50 * {name}");
        let rulebook = asking(name, &[(&test, "police")]).unwrap();
        assert_eq!(
            asked(&rulebook, &[("people", number(100)), (name, number(1))]),
            ["police 1"]
        );
        let open = rulebook.remaining(&answers(&[("people", number(100))]));
        let open: Vec<&str> = open.iter().map(|input| input.id.as_str()).collect();
        assert_eq!(open, [name]);
    }
}

#[test]
fn what_asks_for_the_time_is_refused_and_what_only_speaks_of_it_is_not() {
    let good = who("COLLECT", "people", &[("> 10", "town")]);
    let decided = "if crowd.heavy(people) then \"high\"";
    let timed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        let faults = load(&good.replacen(from, to, 1)).err().unwrap_or_default();
        faults
            .iter()
            .any(|fault| fault.what.to_string().contains("asks for the time"))
    };
    for asks in [
        "if today() = null then \"high\"",
        "if today\t\n ( ) = null then \"high\"",
        "if now/* at once */() = null then \"high\"",
        "if [today][1]() = null then \"high\"",
        "if {today: 1, later: now()}.later = null then \"high\"",
    ] {
        assert!(timed(decided, asks), "{asks}");
    }
    assert!(timed("<text>> 10</text>", "<text>? > today().year</text>"));
    let kind = "<itemDefinition name=\"day\"><typeRef>date</typeRef><allowedValues><text>? > today()</text></allowedValues></itemDefinition>";
    assert!(timed(
        "<inputData id=\"i1\"",
        &format!("{kind}<inputData id=\"i1\"")
    ));
    let speaks = "if crowd.heavy(people) /* not today() */ then \"now()\"";
    let spoken = good.replacen(decided, speaks, 1);
    assert!(load(&spoken).is_ok(), "{:#?}", load(&spoken).err());
}

/// Looking through the whole graph once for each decision and each cell would take days for this one.
#[test]
fn a_long_chain_of_decisions_is_gone_through_once() {
    const LONG: usize = 2_000;
    let link = |at: usize| {
        let needed = if at == 0 {
            "#i1".to_owned()
        } else {
            format!("#chain{}", at - 1)
        };
        let kind = if at == 0 {
            "requiredInput"
        } else {
            "requiredDecision"
        };
        format!(
            "<decision id=\"chain{at}\" name=\"chain{at}\"><informationRequirement><{kind} href=\"{needed}\"/></informationRequirement>\
             <literalExpression><text>1</text></literalExpression></decision>"
        )
    };
    let chain: String = (0..LONG).map(link).collect();
    let needs: String = (0..LONG)
        .map(|at| {
            format!(
                "<informationRequirement><requiredDecision href=\"#chain{at}\"/></informationRequirement>"
            )
        })
        .collect();
    let test = format!("> helpers * chain{}", LONG - 1);
    let model = who("COLLECT", "people", &vec![(test.as_str(), "town"); 1_000]);
    let model = model.replacen(
        "<decision id=\"level\"",
        &format!("{chain}<decision id=\"level\""),
        1,
    );
    let model = model.replacen("name=\"Who\">", &format!("name=\"Who\">{needs}"), 1);
    let rulebook = load(&model).unwrap_or_else(|faults| panic!("{}", faults[0]));
    let open = rulebook.remaining(&answers(&[("people", number(100))]));
    assert_eq!(open.len(), 1);
}
