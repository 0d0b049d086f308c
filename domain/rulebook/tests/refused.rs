//! What is refused when a rulebook is loaded, and how hit policies answer.

use proptest::prelude::*;
use rulebook::{Answers, EvaluationError, Files, LoadFault, Rulebook, Value};
use std::collections::{BTreeMap, BTreeSet};

const SETTINGS: &str = concat!(
    include_str!("town/head.toml"),
    r#"dmn = "authorities.dmn"

[[input]]
id = "people"
type = "number"
question = { en = "How many?" }

[[input]]
id = "place"
type = "text"
question = { en = "Where?" }
values = [{ id = "road", label = { en = "Road" } }, { id = "park", label = { en = "Park" } }]

"#,
    include_str!("town/authorities.toml"),
    r#"
[reason.crowd]
en = "Many people."
[reason.place]
en = "The place."
[reason.any]
en = "Always."
"#
);

/// A row: people, place, authority, reason, citation, kind.
type Row = [String; 6];

fn row(cells: [&str; 6]) -> Row {
    cells.map(str::to_owned)
}

fn rows() -> Vec<Row> {
    vec![
        row(["> 100", "-", "\"police\"", "crowd", "By-law 3", "regulation"]),
        row(["-", "\"road\"", "\"town\"", "place", "By-law 4", "regulation"]),
        row(["<= 100", "-", "\"town\"", "any", "Custom", "practice"]),
    ]
}

fn table(policy: &str, rows: &[Row]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let cell = |name: &str, text: &str| format!("<{name}><text>{}</text></{name}>", escape(text));
    let rules: Vec<String> = rows
        .iter()
        .map(|row| {
            let cells = [
                "inputEntry",
                "inputEntry",
                "outputEntry",
                "annotationEntry",
                "annotationEntry",
                "annotationEntry",
            ];
            let cells: String = cells
                .iter()
                .zip(row)
                .map(|(name, text)| cell(name, text))
                .collect();
            format!("<rule>{cells}</rule>\n")
        })
        .collect();
    format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:d\">\n\
         <inputData id=\"i1\" name=\"people\"/>\n\
         <decision id=\"who\" name=\"Who\"><informationRequirement><requiredInput href=\"#i1\"/></informationRequirement>\n\
         <decisionTable hitPolicy=\"{policy}\">\n\
         <input><inputExpression typeRef=\"number\"><text>people</text></inputExpression></input>\n\
         <input><inputExpression typeRef=\"string\"><text>place</text></inputExpression></input>\n\
         <output name=\"authority\" typeRef=\"string\"/>\n\
         <annotation name=\"reason\"/><annotation name=\"citation\"/><annotation name=\"kind\"/>\n\
         {}</decisionTable></decision></definitions>",
        rules.concat()
    )
}

fn load(settings: &str, dmn: &str) -> Result<Rulebook, Vec<LoadFault>> {
    let files = Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", dmn)],
    };
    Rulebook::load(&files).map_err(|error| error.faults)
}

fn fault(dmn: &str) -> LoadFault {
    let mut faults = load(SETTINGS, dmn).expect_err("a rulebook with a fault");
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.remove(0)
}

fn answers(people: i64, place: &str) -> Answers {
    let place = ("place".to_owned(), Value::Text(place.to_owned()));
    Answers::from([("people".to_owned(), Value::Number(people.into())), place])
}

fn fired(rulebook: &Rulebook, answers: &Answers) -> Vec<String> {
    let evaluation = rulebook.evaluate(answers).expect("answers of this rulebook");
    evaluation
        .authorities
        .iter()
        .flat_map(|one| one.fired.iter().map(|fired| fired.id.clone()))
        .collect()
}

#[test]
fn a_wrong_cell_is_refused_with_file_table_row_and_column() {
    let mut rows = rows();
    rows[1][0] = "> many".into();
    let fault = fault(&table("COLLECT", &rows));
    assert_eq!(
        fault.to_string(),
        "authorities.dmn, line 10, table who, row 2, column people: nothing is named \u{201c}many\u{201d} here. \
         Write a text in quotes, the id of an [[input]], or the name of a decision that this one needs."
    );
}

/// A rule is read by people: what turns a line around, or stands in it unseen, is found wherever it stands.
#[test]
fn what_nobody_sees_is_refused_with_file_row_and_column() {
    let unseen = |character: &str| {
        format!(
            "it has the character {character}, which nobody sees and by which it can read otherwise than it is written. Take it out."
        )
    };
    for (column, name) in [(0, "people"), (2, "authority"), (4, "citation"), (5, "kind")] {
        let mut rows = rows();
        rows[1][column] += "\u{202e}";
        let told: Vec<String> = load(SETTINGS, &table("COLLECT", &rows))
            .expect_err("a rulebook with a fault")
            .iter()
            .map(ToString::to_string)
            .collect();
        let place = format!("authorities.dmn, line 10, table who, row 2, column {name}: ");
        let expected = place + &unseen("U+202E");
        assert!(told.contains(&expected), "{told:?}");
    }
    let plain = table("COLLECT", &rows());
    let named = fault(&plain.replacen("name=\"Who\"", "name=\"Wh\u{2066}o\"", 1));
    let at = "authorities.dmn, line 3, table who, column name: ";
    assert_eq!(named.to_string(), at.to_owned() + &unseen("U+2066"));
    let told = "<decision id=\"who\" name=\"Who\"><description>a\u{85}b</description>";
    let told = fault(&plain.replacen("<decision id=\"who\" name=\"Who\">", told, 1));
    let at = "authorities.dmn, line 3, table who, column description: ";
    assert_eq!(told.to_string(), at.to_owned() + &unseen("U+0085"));
    for (text, key) in [
        ("Many people.", "reason.crowd.en"),
        ("How many?", "input.people.question.en"),
        ("Road", "input.place.values.road.en"),
    ] {
        let settings = SETTINGS.replacen(text, &format!("{text}\\u202e"), 1);
        let told = load(&settings, &plain).expect_err("settings with a fault");
        let expected = format!("rulebook.toml, {key}: {}", unseen("U+202E"));
        assert_eq!(told[0].to_string(), expected);
    }
    // What parts words and joins letters stays where Khmer does so by it.
    let settings = |text: &str| SETTINGS.replacen("Many people.", text, 1);
    let model = |text: &str| plain.replacen("By-law 3", text, 1);
    load(&settings("មនុស្ស\u{200b}ច្រើន"), &model("មាត្រា\u{200d} 3")).expect("a sound rulebook");
    for hidden in ["\u{200b}", "\u{200f}", "\u{ad}", "\u{feff}"] {
        let text = format!("Many{hidden}people.");
        load(&settings(&text), plain.as_str()).expect_err("settings with a fault");
        load(SETTINGS, &model(&text)).expect_err("a model with a fault");
    }
}

#[test]
fn an_id_by_which_no_rule_could_be_cited_is_refused_with_its_place() {
    let rules = table("COLLECT", &rows());
    let rule = fault(&rules.replacen("<rule>", "<rule id=\"a/b\">", 1));
    let place = (rule.file.as_str(), rule.table.as_deref(), rule.row);
    assert_eq!((place.0, place.2), ("authorities.dmn", Some(1)), "{rule}");
    assert!(place.1.is_some() && rule.line.is_some(), "{rule}");
    assert!(rule.to_string().contains("the id “a/b” has a /"), "{rule}");
    let settings = SETTINGS.replacen("decision = \"who\"", "decision = \"who/1\"", 1);
    let named = load(&settings, &rules).expect_err("a decision that cannot be cited");
    let told: Vec<String> = named.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        ["rulebook.toml, decision: the id “who/1” has a /, by which rules are cited. Give it another id."]
    );
}

#[test]
fn a_country_is_one_of_iso_3166() {
    let somewhere = |country: &str| {
        let place = format!("\njurisdiction = {{ country = \"{country}\" }}\nlead = ");
        load(
            &SETTINGS.replacen("\nlead = ", &place, 1),
            &table("COLLECT", &rows()),
        )
    };
    for country in ["AD", "GB", "JP", "KH", "US", "ZW"] {
        assert!(somewhere(country).is_ok(), "{country}");
    }
    for country in ["XX", "UK", "kh", "KHM", "K", "", "AD AE"] {
        let faults = somewhere(country).expect_err("no country");
        assert_eq!(
            faults[0].column.as_deref(),
            Some("jurisdiction.country"),
            "{country}"
        );
    }
}

#[test]
fn every_kind_of_wrong_cell_names_its_column() {
    let check = |at: usize, text: &str, column: &str| {
        let mut rows = rows();
        rows[2][at] = text.into();
        let fault = fault(&table("COLLECT", &rows));
        let place = (fault.table.as_deref(), fault.row, fault.column.as_deref());
        assert_eq!(place, (Some("who"), Some(3), Some(column)), "{fault}");
        assert!(!fault.what.english().is_empty() && !fault.todo.english().is_empty());
    };
    check(1, "\"moon\"", "place");
    check(1, "contains(\"road\")", "place");
    check(2, "\"church\"", "authority");
    check(2, "town", "authority");
    check(2, "\"town\", \"police\"", "authority");
    check(2, "if people > 3 then \"town\" else \"police\"", "authority");
    check(3, "", "reason");
    check(3, "why-not", "reason");
    check(4, "", "citation");
    check(4, "  ", "citation");
    check(5, "", "kind");
    check(5, "rumour", "kind");
}

#[test]
fn all_faults_of_a_table_are_said_at_once() {
    let mut rows = rows();
    rows[0][4] = String::new();
    rows[1][0] = "lots".into();
    rows[2][2] = "\"church\"".into();
    let faults = load(SETTINGS, &table("COLLECT", &rows)).unwrap_err();
    let rows: Vec<Option<usize>> = faults.iter().map(|fault| fault.row).collect();
    assert_eq!(rows, vec![Some(1), Some(2), Some(3)], "{faults:#?}");
}

#[test]
fn what_lies_outside_the_subset_is_refused() {
    let good = table("COLLECT", &rows());
    assert!(load(SETTINGS, &good).is_ok());
    let check = |from: &str, to: &str, what: &str| {
        assert!(good.contains(from), "{from}");
        let faults = load(SETTINGS, &good.replacen(from, to, 1)).unwrap_err();
        let said: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert!(said.iter().any(|line| line.contains(what)), "{to}: {said:#?}");
    };
    check("20230324", "20151101", "no DMN 1.3, 1.4 or 1.5");
    check("COLLECT", "PRIORITY", "hit policy");
    check("COLLECT", "SOME", "hit policy");
    check("COLLECT\"", "COLLECT\" aggregation=\"SUM\"", "aggregation");
    check(
        "<decisionTable",
        "<decisionTable expressionLanguage=\"urn:javascript\"",
        "expression language",
    );
    check("<text>people</text>", "<text>people + 1</text>", "no [[input]]");
    check(
        "typeRef=\"number\"",
        "typeRef=\"string\"",
        "Set its type to number",
    );
    check("name=\"authority\"", "name=\"office\"", "Name it authority");
    check("<annotation name=\"citation\"/>", "", "citation");
    check(
        "<rule>",
        "<rule><inputEntry><text>-</text></inputEntry>",
        "3 input and 1 output cells",
    );
    check("<rule>", "<rule><defaultOutput/>", "outside what is read");
    check(
        "<decision ",
        "<decision id=\"other\"/><decision ",
        "needs the decision",
    );
    check(
        "<inputEntry><text>-</text>",
        "<inputEntry><literalExpression/>",
        "literalExpression",
    );
    check(
        "<inputEntry><text>-</text>",
        "<inputEntry>\"road\"<text>-</text>",
        "text stands in",
    );
    check(
        "<inputEntry><text>-</text>",
        "<inputEntry><text>-</text><text>-</text>",
        "holds 2 texts",
    );
    check(
        "<input>",
        "<input><inputValues><text>1</text></inputValues>",
        "inputValues",
    );
    check("id=\"who\"", "id=\"whom\"", "missing");
    check(
        "<decision ",
        "<businessKnowledgeModel/><decision ",
        "businessKnowledgeModel",
    );
    check("name=\"people\"/>", "name=\"persons\"/>", "persons");
    check("#i1", "#i2", "no such element");
    check(
        "<decisionTable",
        "<literalExpression/><decisionTable",
        "a second expression",
    );
    check("<definitions", "<!DOCTYPE d><definitions", "document type");
    check("By-law 3", "&law;", "entity");
}

#[test]
fn an_entity_bomb_is_refused_before_anything_is_expanded() {
    let mut bomb = String::from("<!DOCTYPE b [<!ENTITY e0 \"ha\">");
    for level in 1..40 {
        bomb += &format!("<!ENTITY e{level} \"&e{0};&e{0};&e{0};&e{0};\">", level - 1);
    }
    bomb += "]><definitions>&e39;</definitions>";
    assert!(fault(&bomb).what.to_string().contains("document type"));
}

#[test]
fn faults_of_the_settings_are_said_with_their_key_or_line() {
    let dmn = table("COLLECT", &rows());
    let check = |from: &str, to: &str, key: Option<&str>| {
        assert!(SETTINGS.contains(from), "{from}");
        let faults = load(&SETTINGS.replacen(from, to, 1), &dmn).unwrap_err();
        let found = faults
            .iter()
            .any(|fault| fault.column.as_deref() == key && (key.is_some() || fault.line.is_some()));
        assert!(found, "{to}: {faults:#?}");
    };
    check("placet-rulebook/1", "placet-rulebook/2", Some("format"));
    check("\"test-town\"", "\"Test Town\"", Some("id"));
    check("\"TST\"", "\"tst-1\"", Some("reference_prefix"));
    check("2020-01-01", "\"2020-01-01\"", Some("valid_from"));
    check(
        "2020-01-01",
        "2020-01-01\nvalid_to = 2019-01-01",
        Some("valid_to"),
    );
    check("Asia/Phnom_Penh", "Asia/Atlantis", Some("timezone"));
    check("lead = \"town\"", "lead = \"king\"", Some("lead"));
    check("[\"en\"]", "[\"en\", \"km\"]", Some("authority.town.name"));
    check("id = \"people\"", "id = \"place\"", Some("input"));
    check("days = 10", "days = 0", Some("authority.town.period"));
    check(
        "citation = \"assumed\"",
        "citation = \"\"",
        Some("authority.town.period_basis.citation"),
    );
    check("authorities.dmn", "other.dmn", Some("dmn"));
    check("type = \"number\"", "type = \"colour\"", None);
    check("version", "colour = 1\nversion", None);
    check("\"nothing\"", "\"deemed-forgotten\"", None);
    check("format", "format = = ", None);
}

#[test]
fn unique_with_two_hits_names_both_rules() {
    let rulebook = load(SETTINGS, &table("UNIQUE", &rows())).unwrap();
    assert_eq!(fired(&rulebook, &answers(50, "park")), ["who/3"]);
    let conflict = EvaluationError::Conflict {
        first: "who/1".into(),
        second: "who/2".into(),
    };
    assert_eq!(rulebook.evaluate(&answers(500, "road")), Err(conflict));
}

#[test]
fn first_takes_the_first_row_that_is_met() {
    let rulebook = load(SETTINGS, &table("FIRST", &rows())).unwrap();
    assert_eq!(fired(&rulebook, &answers(500, "road")), ["who/1"]);
    assert_eq!(fired(&rulebook, &answers(50, "road")), ["who/2"]);
    let mut turned = rows();
    turned.reverse();
    let rulebook = load(SETTINGS, &table("FIRST", &turned)).unwrap();
    assert_eq!(fired(&rulebook, &answers(50, "road")), ["who/1"]);
}

#[test]
fn a_missing_answer_meets_only_the_dash() {
    let rulebook = load(SETTINGS, &table("COLLECT", &rows())).unwrap();
    let place = Answers::from([("place".to_owned(), Value::Text("road".into()))]);
    assert_eq!(fired(&rulebook, &place), ["who/2"]);
    assert_eq!(fired(&rulebook, &Answers::new()), Vec::<String>::new());
}

#[test]
fn answers_that_are_none_of_the_rulebooks_are_refused() {
    let rulebook = load(SETTINGS, &table("COLLECT", &rows())).unwrap();
    let unknown = Answers::from([("colour".to_owned(), Value::Boolean(true))]);
    assert!(matches!(
        rulebook.evaluate(&unknown),
        Err(EvaluationError::UnknownInput { .. })
    ));
    let wrong = Answers::from([("people".to_owned(), Value::Boolean(true))]);
    assert!(matches!(
        rulebook.evaluate(&wrong),
        Err(EvaluationError::WrongType { .. })
    ));
}

fn any_row() -> impl Strategy<Value = Row> {
    let people = prop_oneof![
        Just("-".to_owned()),
        (0u32..20).prop_map(|n| format!("> {n}")),
        (0u32..20).prop_map(|n| format!("not({n})")),
        (0u32..20, 0u32..20).prop_map(|(a, b)| format!("[{}..{}]", a.min(b), a.max(b))),
    ];
    let place = prop_oneof![Just("-"), Just("\"road\""), Just("not(\"road\")")];
    let authority = prop_oneof![Just("\"town\""), Just("\"police\"")];
    let reason = prop_oneof![Just("crowd"), Just("place"), Just("any")];
    (people, place, authority, reason, 0u8..9).prop_map(|(people, place, authority, reason, law)| {
        [
            people,
            place.to_owned(),
            authority.to_owned(),
            reason.to_owned(),
            format!("By-law {law}"),
            "law".to_owned(),
        ]
    })
}

type Asked = BTreeMap<String, (u32, BTreeSet<(String, String)>)>;

fn asked(rulebook: &Rulebook, answers: &Answers) -> Asked {
    let grounds = |required: &rulebook::Required| {
        required
            .fired
            .iter()
            .map(|fired| (fired.reason.clone(), fired.citation.clone()))
            .collect()
    };
    let evaluation = rulebook.evaluate(answers).expect("answers of this rulebook");
    let entry = |required: &rulebook::Required| {
        (
            required.authority.clone(),
            (required.period.days, grounds(required)),
        )
    };
    evaluation.authorities.iter().map(entry).collect()
}

proptest! {
    #[test]
    fn what_collect_answers_does_not_depend_on_the_order_of_rows(
        (rows, shuffled) in proptest::collection::vec(any_row(), 1..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
        people in 0i64..22,
        road in any::<bool>(),
    ) {
        let given = answers(people, if road { "road" } else { "park" });
        let one = load(SETTINGS, &table("COLLECT", &rows)).unwrap();
        let other = load(SETTINGS, &table("COLLECT", &shuffled)).unwrap();
        prop_assert_eq!(asked(&one, &given), asked(&other, &given));
    }

    #[test]
    fn no_text_makes_loading_panic(text in ".{0,200}", at in 0usize..2_000, cell in "[-0-9<>()\\[\\].,\" a-z]{0,20}") {
        let good = table("COLLECT", &rows());
        let mut torn = good.clone();
        let at = at.min(good.len());
        torn.insert_str(at, &text);
        let _ = load(SETTINGS, &torn);
        let _ = load(&torn, &good);
        let mut rows = rows();
        rows[0][0] = cell;
        let _ = load(SETTINGS, &table("COLLECT", &rows));
    }
}
