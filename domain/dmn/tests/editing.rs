//! A change touches nothing else in the file.
#![cfg(test)]

use dmn::{Cells, Change, Model};
use proptest::prelude::*;

const HEAD: &str = r##"<?xml version="1.0" encoding="UTF-8"?>
<!-- by hand -->
<d:definitions xmlns:d="https://www.omg.org/spec/DMN/20211108/MODEL/" xmlns:x="urn:x" name="m" namespace="urn:m" id="m">
  <d:extensionElements><x:note x:by="us">kept</x:note></d:extensionElements>
  <d:inputData id="age" name="Age"><d:variable name="Age" typeRef="number"/></d:inputData>
  <d:decision id="fee" name="Fee">
    <d:variable name="Fee" typeRef="number"/>
    <d:informationRequirement><d:requiredInput href="#age"/></d:informationRequirement>
    <d:decisionTable id="table" hitPolicy="UNIQUE" preferredOrientation="Rule-as-Row">
      <d:input><d:inputExpression typeRef="number"><d:text>Age</d:text></d:inputExpression></d:input>
      <d:output name="Fee"/>
      <d:annotation name="Why"/>
"##;
const TAIL: &str = r##"    </d:decisionTable>
  </d:decision>
  <d:decision id="twice" name="Twice">
    <d:literalExpression>
      <d:text>Age * 2</d:text>
    </d:literalExpression>
  </d:decision>
</d:definitions>
"##;

fn rule(id: &str, asked: &str, answered: &str, note: Option<&str>) -> String {
    let cell = |name: &str, text: &str| {
        let text = text.replace('<', "&lt;").replace('>', "&gt;");
        format!("\n        <d:{name}>\n          <d:text>{text}</d:text>\n        </d:{name}>")
    };
    let note = note.map_or_else(String::new, |note| cell("annotationEntry", note));
    let (asked, answered) = (cell("inputEntry", asked), cell("outputEntry", answered));
    format!("      <d:rule id=\"{id}\">{asked}{answered}{note}\n      </d:rule>\n")
}

fn file(rules: &[String]) -> String {
    format!("{HEAD}{}{TAIL}", rules.concat())
}

fn young() -> String {
    rule("young", "< 18", "0", Some("law"))
}

fn old() -> String {
    rule("old", ">= 18", "10", None)
}

fn changed(changes: &[Change]) -> String {
    let model = Model::read(file(&[young(), old()]).as_bytes()).unwrap();
    assert!(model.faults().is_empty(), "{:?}", model.faults());
    model.changed(changes).unwrap().write()
}

fn table() -> String {
    "Fee".to_owned()
}

#[test]
fn without_a_change_the_file_is_as_it_was() {
    assert_eq!(changed(&[]), file(&[young(), old()]));
}

#[test]
fn a_cell_is_set_and_nothing_else() {
    let change = Change::Input {
        table: table(),
        row: 2,
        column: 1,
        text: ">= 21".to_owned(),
    };
    assert_eq!(
        changed(&[change]),
        file(&[young(), rule("old", ">= 21", "10", None)])
    );
    let change = Change::Output {
        table: "table".to_owned(),
        row: 1,
        column: 1,
        text: " 5 ".to_owned(),
    };
    assert_eq!(
        changed(&[change]),
        file(&[rule("young", "< 18", "5", Some("law")), old()])
    );
    let change = Change::Input {
        table: "fee".to_owned(),
        row: 1,
        column: 1,
        text: " ".to_owned(),
    };
    assert_eq!(
        changed(&[change]),
        file(&[rule("young", "-", "0", Some("law")), old()])
    );
}

#[test]
fn a_note_is_set_whether_or_not_the_rule_had_one() {
    let note = |row, text: &str| Change::Annotation {
        table: table(),
        row,
        column: 1,
        text: text.to_owned(),
    };
    assert_eq!(
        changed(&[note(1, "Art. 2")]),
        file(&[rule("young", "< 18", "0", Some("Art. 2")), old()])
    );
    assert_eq!(
        changed(&[note(2, "Art. 3")]),
        file(&[young(), rule("old", ">= 18", "10", Some("Art. 3"))])
    );
}

#[test]
fn a_rule_is_added_first_between_and_last() {
    for row in 1..=3 {
        let cells = Cells {
            inputs: vec!["17".to_owned()],
            outputs: vec!["3".to_owned()],
            annotations: vec![],
        };
        let change = Change::AddRule {
            table: table(),
            row,
            cells,
        };
        let mut rules = vec![young(), old()];
        rules.insert(row - 1, rule("rule_1", "17", "3", None));
        assert_eq!(changed(&[change]), file(&rules), "row {row}");
    }
}

#[test]
fn a_rule_is_taken_out_and_put_elsewhere() {
    let remove = |row| Change::RemoveRule { table: table(), row };
    assert_eq!(changed(&[remove(1)]), file(&[old()]));
    assert_eq!(changed(&[remove(2)]), file(&[young()]));
    assert_eq!(changed(&[remove(1), remove(1)]), file(&[]));
    let relocate = |from, to| Change::MoveRule {
        table: table(),
        from,
        to,
    };
    assert_eq!(changed(&[relocate(1, 2)]), file(&[old(), young()]));
    assert_eq!(changed(&[relocate(2, 1)]), file(&[old(), young()]));
    assert_eq!(changed(&[relocate(2, 2)]), file(&[young(), old()]));
}

#[test]
fn a_rule_is_added_to_a_table_without_rules() {
    let model = Model::read(file(&[]).as_bytes()).unwrap();
    let cells = Cells {
        inputs: vec![String::new()],
        outputs: vec!["3".to_owned()],
        annotations: vec!["new".to_owned()],
    };
    let added = model
        .changed(&[Change::AddRule {
            table: table(),
            row: 1,
            cells,
        }])
        .unwrap();
    let table = added.table("Fee").unwrap();
    assert_eq!(table.rules[0].inputs[0].text, "-");
    assert_eq!(table.rules[0].annotations, ["new"]);
}

#[test]
fn an_element_is_renamed_with_its_variable() {
    let change = Change::Rename {
        element: "fee".to_owned(),
        name: " Entry  fee ".to_owned(),
    };
    let expected = file(&[young(), old()])
        .replace("id=\"fee\" name=\"Fee\"", "id=\"fee\" name=\"Entry fee\"")
        .replace("<d:variable name=\"Fee\"", "<d:variable name=\"Entry fee\"");
    assert_eq!(changed(&[change]), expected);
}

#[test]
fn a_literal_expression_is_set() {
    let change = Change::Literal {
        element: "Twice".to_owned(),
        text: "Age + Age < 3".to_owned(),
    };
    let expected = file(&[young(), old()]).replace("Age * 2", "Age + Age &lt; 3");
    assert_eq!(changed(&[change]), expected);
}

/// A model may have texts and variables of others beside its own.
#[test]
fn what_stands_beside_a_text_or_a_variable_is_not_taken_for_it() {
    let whole = file(&[young(), old()]);
    let beside = whole
        .replace(
            "<d:variable name=\"Fee\"",
            "<d:description>Who pays</d:description><x:variable name=\"Fee\"/><d:variable name=\"Fee\"",
        )
        .replace(
            "<d:text>Age * 2",
            "<d:description>Twice</d:description><x:text>Age * 2</x:text><d:text>Age * 2",
        );
    let changes = [
        Change::Rename {
            element: "fee".to_owned(),
            name: "Entry fee".to_owned(),
        },
        Change::Literal {
            element: "Twice".to_owned(),
            text: "Age * 3".to_owned(),
        },
    ];
    let expected = beside
        .replace("id=\"fee\" name=\"Fee\"", "id=\"fee\" name=\"Entry fee\"")
        .replace("<d:variable name=\"Fee\"", "<d:variable name=\"Entry fee\"")
        .replace("<d:text>Age * 2", "<d:text>Age * 3");
    let model = Model::read(beside.as_bytes()).unwrap();
    assert_eq!(model.changed(&changes).unwrap().write(), expected);
    let nameless = Change::Rename {
        element: "fee".to_owned(),
        name: " ".to_owned(),
    };
    let told = model.changed(&[nameless]).unwrap_err().to_string();
    assert!(told.contains("the new name is empty. Write a name"), "{told}");
}

#[test]
fn what_cannot_be_changed_is_refused() {
    let model = Model::read(file(&[young(), old()]).as_bytes()).unwrap();
    let check = |change: Change, what: &str| {
        let fault = model.changed(&[change]).unwrap_err();
        assert!(fault.what.to_string().contains(what), "{fault}");
    };
    let input = |table: &str, row, column, text: &str| Change::Input {
        table: table.to_owned(),
        row,
        column,
        text: text.to_owned(),
    };
    check(input("Fees", 1, 1, "1"), "Fees");
    check(input("Twice", 1, 1, "1"), "Twice");
    check(input("Fee", 0, 1, "1"), "no rule 0, there are 2");
    check(input("Fee", 3, 1, "1"), "no rule 3");
    check(input("Fee", 1, 2, "1"), "no inputEntry 2");
    check(input("Fee", 1, 1, "\u{1}"), "control");
    check(
        Change::RemoveRule {
            table: table(),
            row: 9,
        },
        "no rule 9",
    );
    check(
        Change::MoveRule {
            table: table(),
            from: 1,
            to: 3,
        },
        "no rule 3",
    );
    check(
        Change::Rename {
            element: "fee".to_owned(),
            name: " ".to_owned(),
        },
        "empty",
    );
    check(
        Change::AddRule {
            table: table(),
            row: 1,
            cells: Cells::default(),
        },
        "0 input cells under 1",
    );
    let cells = Cells {
        inputs: vec!["1".to_owned()],
        outputs: vec!["1".to_owned()],
        annotations: vec![],
    };
    check(
        Change::AddRule {
            table: table(),
            row: 4,
            cells,
        },
        "no rule 4",
    );
    check(
        Change::Annotation {
            table: table(),
            row: 1,
            column: 2,
            text: String::new(),
        },
        "no annotation 2",
    );
    check(
        Change::Literal {
            element: "Fee".to_owned(),
            text: "1".to_owned(),
        },
        "Fee",
    );
}

fn change() -> impl Strategy<Value = Change> {
    let text = "[ -~é\n]{0,8}";
    prop_oneof![
        (0..5usize, text).prop_map(|(row, text)| Change::Input {
            table: table(),
            row,
            column: 1,
            text
        }),
        (0..5usize, text).prop_map(|(row, text)| Change::Annotation {
            table: table(),
            row,
            column: 1,
            text
        }),
        (0..5usize).prop_map(|row| Change::RemoveRule { table: table(), row }),
        (0..5usize, 0..5usize).prop_map(|(from, to)| Change::MoveRule {
            table: table(),
            from,
            to
        }),
        (0..5usize, text, text).prop_map(|(row, asked, answered)| {
            let cells = Cells {
                inputs: vec![asked],
                outputs: vec![answered],
                annotations: vec![],
            };
            Change::AddRule {
                table: table(),
                row,
                cells,
            }
        }),
    ]
}

/// A change of a file's bytes: some taken out, or others put in.
fn broken(from: usize, taken: usize, put: &str) -> Vec<u8> {
    let mut bytes = file(&[young(), old()]).into_bytes();
    let from = from.min(bytes.len());
    let to = (from + taken).min(bytes.len());
    bytes.splice(from..to, put.bytes());
    bytes
}

proptest! {
    #[test]
    fn a_broken_file_is_refused_or_written_and_read_again_the_same(
        from in 0..2_500usize,
        taken in 0..40usize,
        put in prop_oneof!["", "[<>/\"'&;a-z= ]{0,6}", "<!--", "]]>", "&#0;", "\\PC{0,4}"],
    ) {
        if let Ok(model) = Model::read(&broken(from, taken, &put)) {
            prop_assert!(Model::read(model.write().as_bytes()).unwrap() == model);
        }
    }

    #[test]
    fn what_was_changed_is_read_again_the_same(changes in prop::collection::vec(change(), 0..8)) {
        let mut model = Model::read(file(&[young(), old()]).as_bytes()).unwrap();
        for change in &changes {
            if let Ok(changed) = model.changed(std::slice::from_ref(change)) {
                model = changed;
            }
        }
        prop_assert!(Model::read(model.write().as_bytes()).unwrap() == model);
    }
}
