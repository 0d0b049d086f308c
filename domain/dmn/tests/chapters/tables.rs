//! Decision tables (DMN 1.5, 8).

use crate::given::{asked, check, decision, input, item, literal, model, null, sound, text};
use dmn::Model;
use feel::{Context, Value};
use proptest::prelude::*;

/// An input column on `n`, and output columns with their values and defaults.
struct Table<'a> {
    policy: &'a str,
    outputs: &'a [(&'a str, &'a str, &'a str)],
    rules: &'a [(&'a str, &'a [&'a str])],
}

impl Table<'_> {
    fn xml(&self) -> String {
        let part = |tag: &str, of: &str| match of {
            "" => String::new(),
            of => format!("<{tag}>{}</{tag}>", text(of)),
        };
        let outputs: String = self
            .outputs
            .iter()
            .map(|(name, values, default)| {
                let parts = [part("outputValues", values), part("defaultOutputEntry", default)].concat();
                format!("<output name=\"{name}\">{parts}</output>")
            })
            .collect();
        let rules: String = self
            .rules
            .iter()
            .map(|(asked, answered)| {
                let answered: String = answered.iter().map(|cell| part("outputEntry", cell)).collect();
                format!("<rule>{}{answered}</rule>", part("inputEntry", asked))
            })
            .collect();
        format!(
            "<decisionTable {}><input><inputExpression typeRef=\"number\">{}</inputExpression></input>{outputs}{rules}</decisionTable>",
            self.policy,
            text("n")
        )
    }

    fn model(&self, of: &str) -> Model {
        sound(&[input("n", "number"), decision("d", of, &["n"], &self.xml())])
    }
}

/// A table with one output and three rules that overlap: at least 1, 2 and 3.
fn steps(policy: &str) -> Model {
    let outputs = [("", "\"high\", \"middle\", \"low\"", "")];
    let rules: [(&str, &[&str]); 3] = [
        (">= 1", &["\"low\""]),
        (">= 2", &["\"middle\""]),
        (">= 3", &["\"high\""]),
    ];
    Table {
        policy,
        outputs: &outputs,
        rules: &rules,
    }
    .model("")
}

/// The same with numbers.
fn numbers(policy: &str) -> Model {
    let rules: [(&str, &[&str]); 3] = [(">= 1", &["10"]), (">= 2", &["5"]), (">= 3", &["5"])];
    Table {
        policy,
        outputs: &[("", "", "")],
        rules: &rules,
    }
    .model("")
}

#[test]
fn unique_lets_one_rule_match() {
    for policy in ["", "hitPolicy=\"UNIQUE\""] {
        let model = steps(policy);
        check(&model, "d", "{n: 1}", "\"low\"");
        null(&model, "d", "{n: 2}", "the rules 1, 2 match where one may");
        null(&model, "d", "{n: 0}", "no rule matches");
        assert_eq!(asked(&model, "d", "{n: 2}").trace[0].fired.len(), 2);
    }
}

#[test]
fn any_lets_rules_match_that_answer_the_same() {
    let model = numbers("hitPolicy=\"ANY\"");
    check(&model, "d", "{n: 1}", "10");
    null(
        &model,
        "d",
        "{n: 3}",
        "the rules 1, 2, 3 match and answer differently",
    );
    let rules: [(&str, &[&str]); 2] = [("1", &["5.0"]), ("[1..2]", &["5"])];
    let same = Table {
        policy: "hitPolicy=\"ANY\"",
        outputs: &[("", "", "")],
        rules: &rules,
    };
    check(&same.model(""), "d", "{n: 1}", "5");
    // Answers of several outputs are the same when all of them are.
    let rules: [(&str, &[&str]); 3] = [
        ("<= 2", &["1", "2"]),
        (">= 2", &["1", "3"]),
        (">= 3", &["1", "3"]),
    ];
    let several = Table {
        policy: "hitPolicy=\"ANY\"",
        outputs: &[("a", "", ""), ("b", "", "")],
        rules: &rules,
    };
    let model = several.model("");
    check(&model, "d", "{n: 3}", "{a: 1, b: 3}");
    null(
        &model,
        "d",
        "{n: 2}",
        "the rules 1, 2 match and answer differently",
    );
}

#[test]
fn first_takes_the_first_and_priority_the_one_whose_value_is_listed_first() {
    check(&steps("hitPolicy=\"FIRST\""), "d", "{n: 3}", "\"low\"");
    let model = steps("hitPolicy=\"PRIORITY\"");
    check(&model, "d", "{n: 3}", "\"high\"");
    check(&model, "d", "{n: 2}", "\"middle\"");
    assert_eq!(asked(&model, "d", "{n: 2}").trace[0].fired[0].row, 2);
}

/// What a rule that does not count would answer harms nobody, and it is not told as one that fired.
#[test]
fn first_does_not_look_behind_the_rule_that_matches() {
    let rules: [(&str, &[&str]); 2] = [(">= 1", &["\"1\""]), ("-", &["string(n)"])];
    let model = Table {
        policy: "hitPolicy=\"FIRST\"",
        outputs: &[("", "\"1\", \"2\"", "")],
        rules: &rules,
    }
    .model("");
    let rows = |inputs: &str| -> Vec<usize> {
        let fired = &asked(&model, "d", inputs).trace[0].fired;
        fired.iter().map(|fired| fired.row).collect()
    };
    check(&model, "d", "{n: 2}", "\"1\"");
    assert_eq!(rows("{n: 2}"), [1]);
    check(&model, "d", "{n: 3}", "\"1\"");
    assert_eq!(rows("{n: 3}"), [1]);
    null(&model, "d", "{n: 0}", "rule 2, output: the output");
    assert_eq!(rows("{n: 0}"), [2]);
}

#[test]
fn rule_order_output_order_and_collect_take_all() {
    check(
        &steps("hitPolicy=\"RULE ORDER\""),
        "d",
        "{n: 3}",
        "[\"low\", \"middle\", \"high\"]",
    );
    check(
        &steps("hitPolicy=\"OUTPUT ORDER\""),
        "d",
        "{n: 3}",
        "[\"high\", \"middle\", \"low\"]",
    );
    check(
        &steps("hitPolicy=\"COLLECT\""),
        "d",
        "{n: 2}",
        "[\"low\", \"middle\"]",
    );
    for policy in ["RULE ORDER", "OUTPUT ORDER", "COLLECT"] {
        check(&steps(&format!("hitPolicy=\"{policy}\"")), "d", "{n: 0}", "[]");
    }
}

#[test]
fn collect_makes_one_of_all() {
    let policy = |aggregation: &str| format!("hitPolicy=\"COLLECT\" aggregation=\"{aggregation}\"");
    check(&numbers(&policy("SUM")), "d", "{n: 3}", "20");
    check(&numbers(&policy("COUNT")), "d", "{n: 3}", "3");
    check(&numbers(&policy("MIN")), "d", "{n: 3}", "5");
    check(&numbers(&policy("MAX")), "d", "{n: 3}", "10");
    check(&numbers(&policy("COUNT")), "d", "{n: 0}", "0");
    null(&numbers(&policy("SUM")), "d", "{n: 0}", "no rule matches");
    check(&steps(&policy("COUNT")), "d", "{n: 2}", "2");
}

#[test]
fn several_outputs_are_a_context() {
    let outputs = [("a", "2, 1", ""), ("b", "\"x\", \"y\"", "")];
    let rules: [(&str, &[&str]); 3] = [
        (">= 1", &["1", "\"x\""]),
        (">= 2", &["2", "\"y\""]),
        (">= 3", &["2", "\"x\""]),
    ];
    let of = |policy: &str| {
        Table {
            policy,
            outputs: &outputs,
            rules: &rules,
        }
        .model("")
    };
    check(&of(""), "d", "{n: 1}", "{a: 1, b: \"x\"}");
    check(&of("hitPolicy=\"PRIORITY\""), "d", "{n: 3}", "{a: 2, b: \"x\"}");
    check(
        &of("hitPolicy=\"OUTPUT ORDER\""),
        "d",
        "{n: 3}",
        "[{a: 2, b: \"x\"}, {a: 2, b: \"y\"}, {a: 1, b: \"x\"}]",
    );
    check(
        &of("hitPolicy=\"COLLECT\" aggregation=\"COUNT\""),
        "d",
        "{n: 3}",
        "{a: 3, b: 3}",
    );
}

#[test]
fn a_default_answers_where_no_rule_matches() {
    let rules: [(&str, &[&str]); 1] = [(">= 1", &["1", "2"])];
    let outputs = [("a", "", "n * 10"), ("b", "", "")];
    let table = Table {
        policy: "",
        outputs: &outputs,
        rules: &rules,
    };
    check(&table.model(""), "d", "{n: -1}", "{a: -10, b: null}");
    let rules: [(&str, &[&str]); 1] = [(">= 1", &["1"])];
    let table = Table {
        policy: "hitPolicy=\"COLLECT\"",
        outputs: &[("", "", "0")],
        rules: &rules,
    };
    check(&table.model(""), "d", "{n: -1}", "[0]");
}

#[test]
fn a_value_outside_the_lists_makes_the_table_null() {
    let rules: [(&str, &[&str]); 1] = [("-", &["string(n)"])];
    let model = Table {
        policy: "",
        outputs: &[("", "\"1\", \"2\"", "")],
        rules: &rules,
    }
    .model("");
    check(&model, "d", "{n: 1}", "\"1\"");
    null(
        &model,
        "d",
        "{n: 3}",
        "rule 1, output: the output string \u{201c}3\u{201d} is none of its values",
    );
    let table = format!(
        "<decisionTable><input label=\"N\"><inputExpression>{}</inputExpression><inputValues>{}</inputValues></input><output/>\
         <rule><inputEntry>{}</inputEntry><outputEntry>{}</outputEntry></rule></decisionTable>",
        text("n"),
        text("[1..3]"),
        text("-"),
        text("n")
    );
    let model = sound(&[input("n", ""), decision("d", "", &["n"], &table)]);
    check(&model, "d", "{n: 3}", "3");
    check(&model, "d", "{n: [1, 2]}", "[1, 2]");
    null(
        &model,
        "d",
        "{n: 4}",
        "N: the input number 4 is none of its values",
    );
    null(&model, "d", "{n: null}", "none of its values");
    // Of a list every item has to be one of them.
    null(
        &model,
        "d",
        "{n: [1, 4]}",
        "N: the input list is none of its values",
    );
}

#[test]
fn outputs_are_ordered_by_the_values_of_their_type_where_the_column_lists_none() {
    let table = "<decisionTable hitPolicy=\"PRIORITY\"><output typeRef=\"size\"/>\
                 <rule><outputEntry><text>\"s\"</text></outputEntry></rule>\
                 <rule><outputEntry><text>\"l\"</text></outputEntry></rule></decisionTable>";
    let model = sound(&[
        item("size", "string", "\"l\", \"s\""),
        decision("d", "", &[], table),
    ]);
    check(&model, "d", "{}", "\"l\"");
}

#[test]
fn outputs_are_brought_to_the_type_of_their_column() {
    let table = |of: &str| {
        format!(
            "<decisionTable hitPolicy=\"COLLECT\"><output typeRef=\"{of}\"/>\
             <rule><outputEntry><text>[1]</text></outputEntry></rule></decisionTable>"
        )
    };
    let many =
        "<itemDefinition name=\"many\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"
            .to_owned();
    check(
        &sound(&[decision("d", "", &[], &table("number"))]),
        "d",
        "{}",
        "[1]",
    );
    // A type of lists beside a column whose answers are collected is the type of the collection.
    check(
        &sound(&[many, decision("d", "many", &[], &table("many"))]),
        "d",
        "{}",
        "[1]",
    );
}

#[test]
fn cells_may_compare_with_other_names_and_with_the_input() {
    let rules: [(&str, &[&str]); 3] = [
        ("not(1, 2)", &["\"others\""]),
        ("? * 2 = 2", &["\"one\""]),
        ("[n..n + 1)", &["\"itself\""]),
    ];
    let table = Table {
        policy: "hitPolicy=\"COLLECT\"",
        outputs: &[("", "", "")],
        rules: &rules,
    };
    check(&table.model(""), "d", "{n: 1}", "[\"one\", \"itself\"]");
    check(&table.model(""), "d", "{n: 3}", "[\"others\", \"itself\"]");
}

#[test]
fn a_table_may_be_the_body_of_a_function() {
    let table = "<decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/>\
                 <rule><inputEntry><text>&lt; 10</text></inputEntry><outputEntry><text>x * 2</text></outputEntry></rule>\
                 </decisionTable>";
    let model = sound(&[
        crate::given::function("f", "number", &["x: number"], &[], table),
        decision("d", "", &["fn f"], &literal("for x in [1, 20, 2] return f(x)")),
    ]);
    let outcome = asked(&model, "d", "{}");
    assert_eq!(outcome.value, crate::given::value("[2, null, 4]"));
    assert_eq!(outcome.trace.len(), 3);
    assert!(outcome.trace.iter().all(|asked| asked.element == "f"));
}

/// Faults, each where it is.
#[test]
fn a_table_with_a_fault_is_refused_whole_and_every_fault_is_told() {
    let table = "<decisionTable hitPolicy=\"UNIQUE\">\n<input label=\"How many\"><inputExpression><text>n</text></inputExpression></input>\n\
                 <output label=\"Fee\"/>\n\
                 <rule>\n<inputEntry><text>[1..</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>\n\
                 <rule><inputEntry><text>2</text></inputEntry><outputEntry><text></text></outputEntry></rule>\n\
                 <rule><inputEntry><text>3</text></inputEntry></rule>\n</decisionTable>";
    let model = model(&[input("n", "number"), decision("d", "", &["n"], table)]);
    let faults: Vec<String> = model.faults().iter().map(ToString::to_string).collect();
    assert!(
        faults[0].starts_with("line 8, d, row 2, column Fee: the output cell is empty"),
        "{faults:?}"
    );
    assert!(
        faults[1].starts_with("line 9, d, row 3: the rule has 1 input and 0 output cells"),
        "{faults:?}"
    );
    null(&model, "d", "{n: 2}", "the output cell is empty");
    let cell = table.replace("<text></text>", "<text>1</text>").replace(
        "<text>3</text></inputEntry>",
        "<text>3</text></inputEntry><outputEntry><text>1</text></outputEntry>",
    );
    let model = crate::given::model(&[input("n", "number"), decision("d", "", &["n"], &cell)]);
    let faults: Vec<String> = model.faults().iter().map(ToString::to_string).collect();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults[0].starts_with("line 7, d, row 1, column How many: \u{201c}[1..\u{201d} is no FEEL"),
        "{faults:?}"
    );
}

/// A cell over small numbers, and what it means.
#[derive(Clone, Debug)]
enum Cell {
    Any,
    Is(i64),
    Below(i64),
    Within(i64, i64),
    Not(i64),
    Either(i64, i64),
}

impl Cell {
    fn text(&self) -> String {
        match self {
            Cell::Any => "-".to_owned(),
            Cell::Is(a) => a.to_string(),
            Cell::Below(a) => format!("< {a}"),
            Cell::Within(a, b) => format!("[{a}..{b})"),
            Cell::Not(a) => format!("not({a})"),
            Cell::Either(a, b) => format!("{a}, > {b}"),
        }
    }

    fn holds(&self, of: i64) -> bool {
        match self {
            Cell::Any => true,
            Cell::Is(a) => of == *a,
            Cell::Below(a) => of < *a,
            Cell::Within(a, b) => *a <= of && of < *b,
            Cell::Not(a) => of != *a,
            Cell::Either(a, b) => of == *a || of > *b,
        }
    }
}

fn cell() -> impl Strategy<Value = Cell> {
    let number = 0..5_i64;
    prop_oneof![
        2 => Just(Cell::Any),
        2 => number.clone().prop_map(Cell::Is),
        1 => number.clone().prop_map(Cell::Below),
        1 => (number.clone(), 0..5_i64).prop_map(|(a, more)| Cell::Within(a, a + more)),
        1 => number.clone().prop_map(Cell::Not),
        1 => (number.clone(), number).prop_map(|(a, b)| Cell::Either(a, b)),
    ]
}

const POLICIES: [&str; 11] = [
    "UNIQUE",
    "ANY",
    "FIRST",
    "PRIORITY",
    "COLLECT",
    "RULE ORDER",
    "OUTPUT ORDER",
    "SUM",
    "COUNT",
    "MIN",
    "MAX",
];

/// What a table answers, worked out from the sentences of the standard. Output values are listed from 4 to 0.
fn oracle(policy: &str, rules: &[(Vec<Cell>, i64)], asked: &[i64]) -> Option<Vec<i64>> {
    let matching = rules
        .iter()
        .filter(|(cells, _)| cells.iter().zip(asked).all(|(cell, of)| cell.holds(*of)));
    let answers: Vec<i64> = matching.map(|(_, answer)| *answer).collect();
    let mut falling = answers.clone();
    falling.sort_by_key(|answer| -answer);
    let single = |answer: Option<i64>| answer.map(|answer| vec![answer]);
    match policy {
        "UNIQUE" => single(answers.first().copied().filter(|_| answers.len() == 1)),
        "ANY" => single(
            answers
                .first()
                .copied()
                .filter(|first| answers.iter().all(|other| other == first)),
        ),
        "FIRST" => single(answers.first().copied()),
        "PRIORITY" => single(falling.first().copied()),
        "OUTPUT ORDER" => Some(falling),
        "SUM" => single((!answers.is_empty()).then(|| answers.iter().sum())),
        "COUNT" => Some(vec![answers.len() as i64]),
        "MIN" => single(answers.iter().min().copied()),
        "MAX" => single(answers.iter().max().copied()),
        _ => Some(answers),
    }
}

fn random(policy: &str, rules: &[(Vec<Cell>, i64)], columns: usize) -> Model {
    let attributes = match policy {
        "SUM" | "COUNT" | "MIN" | "MAX" => format!("hitPolicy=\"COLLECT\" aggregation=\"{policy}\""),
        _ => format!("hitPolicy=\"{policy}\""),
    };
    let names: Vec<String> = (0..columns).map(|at| format!("the input {at}")).collect();
    let inputs: String = names
        .iter()
        .map(|name| format!("<input><inputExpression>{}</inputExpression></input>", text(name)))
        .collect();
    let rows: String = rules
        .iter()
        .map(|(cells, answer)| {
            let cells: String = cells
                .iter()
                .map(|cell| format!("<inputEntry>{}</inputEntry>", text(&cell.text())))
                .collect();
            format!(
                "<rule>{cells}<outputEntry>{}</outputEntry></rule>",
                text(&answer.to_string())
            )
        })
        .collect();
    let values = format!(
        "<output><outputValues>{}</outputValues></output>",
        text("4, 3, 2, 1, 0")
    );
    let table = format!("<decisionTable {attributes}>{inputs}{values}{rows}</decisionTable>");
    let needed: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut elements: Vec<String> = names.iter().map(|name| input(name, "number")).collect();
    elements.push(decision("d", "", &needed, &table));
    sound(&elements)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_random_table_answers_as_the_sentences_of_the_standard_do(
        policy in prop::sample::select(POLICIES.to_vec()),
        rules in prop::collection::vec((prop::collection::vec(cell(), 3), 0..5_i64), 0..7),
        asked in prop::collection::vec(prop::collection::vec(0..6_i64, 3), 1..6),
    ) {
        let model = random(policy, &rules, 3);
        for asked in asked {
            let named = asked.iter().enumerate().map(|(at, of)| (format!("the input {at}"), Value::from(*of)));
            let inputs: Context = named.collect();
            let value = model.evaluate("d", &inputs, &crate::given::scope()).unwrap().value;
            let expected = oracle(policy, &rules, &asked).map(|answers| {
                let answers: Vec<Value> = answers.into_iter().map(Value::from).collect();
                let is_list = ["COLLECT", "RULE ORDER", "OUTPUT ORDER"].contains(&policy);
                if is_list { Value::list(answers) } else { answers[0].clone() }
            });
            prop_assert_eq!(value, expected.unwrap_or(Value::NULL), "{} of {:?}", policy, asked);
        }
    }
}
