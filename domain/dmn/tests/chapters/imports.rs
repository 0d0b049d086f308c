//! Imports (DMN 1.5, 6.3.3).

use crate::given::{check, decision, file, function, input, item, literal, null};
use dmn::Model;

fn import(name: &str, namespace: &str) -> String {
    format!(
        "<import name=\"{name}\" namespace=\"{namespace}\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>"
    )
}

fn read(files: &[(&str, String)]) -> Vec<Model> {
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, text)| (*name, text.as_bytes()))
        .collect();
    let models = Model::read_all(&files).unwrap_or_else(|faults| panic!("{faults:?}"));
    for model in &models {
        assert!(model.faults().is_empty(), "{:?}", model.faults());
    }
    models
}

fn shared() -> String {
    file(
        "urn:shared",
        &[
            item("tAge", "number", "[0..150]"),
            input("Birth Age", "tAge"),
            decision("Is Adult", "boolean", &["Birth Age"], &literal("Birth Age >= 18")),
            function("twice", "number", &["x: number"], &[], &literal("x * 2")),
        ],
    )
}

#[test]
fn what_is_imported_is_called_within_the_name_of_its_import() {
    let main = file(
        "urn:main",
        &[
            import("the shared", "urn:shared"),
            decision(
                "d",
                "",
                &[
                    "urn:shared#Is Adult",
                    "urn:shared#Birth Age",
                    "fn urn:shared#twice",
                ],
                &literal("{adult: the shared.Is Adult, twice: the shared.twice(the shared.Birth Age)}"),
            ),
            input("own", "the shared.tAge"),
            decision("e", "", &["own"], &literal("own")),
        ],
    );
    // The order of the files does not matter.
    let models = read(&[("main.dmn", main), ("shared.dmn", shared())]);
    check(
        &models[0],
        "d",
        "{the shared: {Birth Age: 20}}",
        "{adult: true, twice: 40}",
    );
    check(&models[0], "d", "{Birth Age: 10}", "{adult: false, twice: 20}");
    check(&models[0], "e", "{own: 20}", "20");
    null(&models[0], "e", "{own: 200}", "no tAge");
}

#[test]
fn an_import_without_a_name_puts_its_elements_among_ones_own() {
    let main = file(
        "urn:main",
        &[
            import("", "urn:shared"),
            input("own", "tAge"),
            decision(
                "d",
                "",
                &["urn:shared#Is Adult", "fn urn:shared#twice", "own"],
                &literal("if Is Adult then twice(own) else 0"),
            ),
        ],
    );
    let models = read(&[("shared.dmn", shared()), ("main.dmn", main)]);
    check(&models[1], "d", "{Birth Age: 20, own: 4}", "8");
}

#[test]
fn a_model_is_imported_by_two_with_inputs_of_their_own() {
    let middle = |namespace: &str| {
        file(
            namespace,
            &[
                import("base", "urn:shared"),
                decision(
                    "old",
                    "",
                    &["urn:shared#Birth Age"],
                    &literal("base.Birth Age + 1"),
                ),
            ],
        )
    };
    let main = file(
        "urn:main",
        &[
            import("one", "urn:one"),
            import("two", "urn:two"),
            decision(
                "d",
                "",
                &["urn:one#old", "urn:two#old"],
                &literal("[one.old, two.old]"),
            ),
        ],
    );
    let models = read(&[
        ("m", main),
        ("1", middle("urn:one")),
        ("2", middle("urn:two")),
        ("s", shared()),
    ]);
    let inputs = "{one: {base: {Birth Age: 10}}, two: {base: {Birth Age: 20}}}";
    check(&models[0], "d", inputs, "[11, 21]");
}

#[test]
fn an_input_does_not_stand_for_an_imported_decision_of_its_name() {
    let main = file(
        "urn:main",
        &[
            import("s", "urn:shared"),
            input("Is Adult", "boolean"),
            decision(
                "d",
                "",
                &["urn:shared#Is Adult", "Is Adult"],
                &literal("[Is Adult, s.Is Adult]"),
            ),
        ],
    );
    let models = read(&[("s", shared()), ("m", main)]);
    check(
        &models[1],
        "d",
        "{Is Adult: false, s: {Birth Age: 20}}",
        "[false, true]",
    );
    check(
        &models[1],
        "d",
        "{Is Adult: false, s: {Is Adult: null}}",
        "[false, null]",
    );
}

#[test]
fn a_service_may_be_handed_what_is_imported() {
    let service = "<decisionService id=\"v\" name=\"v\"><variable name=\"v\"/><outputDecision href=\"#d\"/>\
                   <inputDecision href=\"urn:shared#Is Adult\"/><inputData href=\"urn:shared#Birth Age\"/></decisionService>";
    let main = file(
        "urn:main",
        &[
            import("s", "urn:shared"),
            decision(
                "d",
                "",
                &["urn:shared#Is Adult", "urn:shared#Birth Age"],
                &literal("[s.Is Adult, s.Birth Age]"),
            ),
            service.to_owned(),
            decision("e", "", &["fn v"], &literal("v(3, true)")),
        ],
    );
    let models = read(&[("s", shared()), ("m", main)]);
    check(&models[1], "e", "{}", "[true, 3]");
    check(&models[1], "v", "{Birth Age: 3, Is Adult: false}", "[false, 3]");
}

#[test]
fn a_model_that_is_not_given_is_a_fault_of_what_needs_it() {
    let main = file(
        "urn:main",
        &[
            import("shared", "urn:shared"),
            decision("d", "", &["urn:shared#Is Adult"], &literal("shared.Is Adult")),
            decision("e", "", &[], &literal("1")),
        ],
    );
    let model = Model::read(main.as_bytes()).unwrap();
    let faults: Vec<String> = model.faults().iter().map(ToString::to_string).collect();
    assert!(faults[0].contains("line 2, shared: the model of"), "{faults:?}");
    null(&model, "d", "{}", "no such element");
    check(&model, "e", "{}", "1");
    let with = Model::read_with(main.as_bytes(), &[Model::read(shared().as_bytes()).unwrap()]).unwrap();
    assert!(with.faults().is_empty(), "{:?}", with.faults());
}

#[test]
fn files_that_import_each_other_are_refused_by_name() {
    let one = file("urn:one", &[import("two", "urn:two")]);
    let two = file("urn:two", &[import("one", "urn:one")]);
    let faults = Model::read_all(&[("1.dmn", one.as_bytes()), ("2.dmn", two.as_bytes())]).unwrap_err();
    assert!(
        faults[0]
            .to_string()
            .starts_with("1.dmn, line 2: files import each other"),
        "{faults:?}"
    );
    let faults = Model::read_all(&[("1.dmn", b"<a/>"), ("2.dmn", b"no")]).unwrap_err();
    assert_eq!(faults.len(), 2);
}

#[test]
fn what_is_no_dmn_is_not_imported() {
    let text =
        "<import name=\"s\" namespace=\"urn:s\" importType=\"http://www.w3.org/2001/XMLSchema\"/>".to_owned();
    let model = Model::read(file("urn:main", &[text]).as_bytes()).unwrap();
    assert!(model.faults()[0].what.to_string().contains("which is no DMN"));
}

#[test]
fn a_changed_model_keeps_its_imports() {
    let main = file(
        "urn:main",
        &[
            import("s", "urn:shared"),
            decision("d", "", &["fn urn:shared#twice"], &literal("s.twice(1)")),
        ],
    );
    let models = read(&[("s", shared()), ("m", main)]);
    let change = dmn::Change::Literal {
        element: "d".to_owned(),
        text: "s.twice(2)".to_owned(),
    };
    check(&models[1].changed(&[change]).unwrap(), "d", "{}", "4");
    let change = dmn::Change::Literal {
        element: "d".to_owned(),
        text: "s.twice(".to_owned(),
    };
    let faulty = models[1].changed(&[change]).unwrap();
    assert!(
        faulty.faults()[0].to_string().starts_with("m, line 3, d: "),
        "{:?}",
        faulty.faults()
    );
}

/// As many files as a version of a rulebook may have. Were each to hold its own copy of what it imports, the last would hold
/// half a million.
#[test]
fn files_that_each_import_all_before_them_share_them() {
    let names: Vec<String> = (0..20).map(|number| format!("m{number}")).collect();
    let files: Vec<(&str, String)> = (0..names.len())
        .map(|number| {
            let imports = names[..number]
                .iter()
                .map(|name| import(name, &format!("urn:{name}")));
            let mut parts: Vec<String> = imports.collect();
            parts.push(decision("One", "number", &[], &literal("1")));
            (
                names[number].as_str(),
                file(&format!("urn:{}", names[number]), &parts),
            )
        })
        .collect();
    assert_eq!(read(&files).len(), 20);
}
