//! What two versions of a whole folder differ in: decision models included, and no edit that is told by nothing.

use crate::books::ALL;
use proptest::prelude::*;
use rulebook::diff::{Difference, Part, between};
use rulebook::{Files, Rulebook};

const SETTINGS: &str = concat!(
    include_str!("town/head.toml"),
    r#"dmn = ["who.dmn", "crowd.dmn"]

[[input]]
id = "people"
type = "number"
question = { en = "How many?" }

"#,
    include_str!("town/authorities.toml"),
    r#"
[reason.crowd]
en = "Many people."
"#
);

const WHO: &str = r##"<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="d" namespace="urn:who">
<import name="crowd" namespace="urn:crowd" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>
<itemDefinition name="tLevel"><typeRef>string</typeRef><allowedValues><text>"low", "some", "high"</text></allowedValues></itemDefinition>
<inputData id="i1" name="people"><variable name="people" typeRef="number"/></inputData>
<decision id="limits" name="Limits"><variable name="Limits"/>
<context><contextEntry><variable name="few" typeRef="number"/><literalExpression><text>10 * 5</text></literalExpression></contextEntry>
<contextEntry><variable name="many"/><list><literalExpression><text>500</text></literalExpression><literalExpression><text>700</text></literalExpression></list></contextEntry></context></decision>
<decision id="level" name="Level of risk"><variable name="Level of risk" typeRef="tLevel"/>
<informationRequirement><requiredInput href="#i1"/></informationRequirement>
<informationRequirement><requiredDecision href="#limits"/></informationRequirement>
<knowledgeRequirement><requiredKnowledge href="urn:crowd#heavy"/></knowledgeRequirement>
<decisionTable hitPolicy="FIRST">
<input><inputExpression typeRef="boolean"><text>crowd.heavy(people)</text></inputExpression></input>
<input><inputExpression typeRef="number"><text>people</text></inputExpression></input>
<output name="level" typeRef="string"><defaultOutputEntry><text>"low"</text></defaultOutputEntry></output>
<rule><inputEntry><text>true</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
<rule><inputEntry><text>-</text></inputEntry><inputEntry><text>> Limits.few</text></inputEntry><outputEntry><text>"some"</text></outputEntry></rule>
<rule><inputEntry><text>false</text></inputEntry><inputEntry><text>> 40</text></inputEntry><outputEntry><text>"low"</text></outputEntry></rule>
</decisionTable></decision>
<decision id="who" name="Who">
<informationRequirement><requiredInput href="#i1"/></informationRequirement>
<informationRequirement><requiredDecision href="#level"/></informationRequirement>
<decisionTable hitPolicy="PRIORITY">
<input><inputExpression><text>Level of risk</text></inputExpression></input>
<output name="authority" typeRef="string"><outputValues><text>"police", "town"</text></outputValues></output>
<annotation name="reason"/><annotation name="citation"/><annotation name="kind"/>
<rule><inputEntry><text>"high"</text></inputEntry><outputEntry><text>"police"</text></outputEntry>
<annotationEntry><text>crowd</text></annotationEntry><annotationEntry><text>Act 1</text></annotationEntry><annotationEntry><text>law</text></annotationEntry></rule>
<rule><inputEntry><text>not("low")</text></inputEntry><outputEntry><text>"town"</text></outputEntry>
<annotationEntry><text>crowd</text></annotationEntry><annotationEntry><text>Act 2</text></annotationEntry><annotationEntry><text>practice</text></annotationEntry></rule>
</decisionTable></decision></definitions>"##;

const CROWD: &str = r#"<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="c" name="c" namespace="urn:crowd">
<businessKnowledgeModel id="heavy" name="heavy"><encapsulatedLogic><formalParameter name="people" typeRef="number"/>
<literalExpression><text>people > 1000</text></literalExpression></encapsulatedLogic></businessKnowledgeModel></definitions>"#;

fn load(settings: &str, models: &[(&str, &str)]) -> Option<Rulebook> {
    let files = Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: models.to_vec(),
    };
    Rulebook::load(&files).ok()
}

fn town(who: &str, crowd: &str) -> Rulebook {
    let files = Files {
        rulebook_toml: ("rulebook.toml", SETTINGS),
        dmn: vec![("who.dmn", who), ("crowd.dmn", crowd)],
    };
    Rulebook::load(&files).unwrap_or_else(|error| panic!("{error}"))
}

fn told(from: &Rulebook, to: &Rulebook) -> Vec<String> {
    let all = between(from, to);
    all.iter().map(|one| one.in_english(from, to)).collect()
}

#[test]
fn what_changes_behind_the_table_is_told_by_name() {
    let check = |from: &str, to: &str, expect: &[&str]| {
        assert!(WHO.contains(from) || CROWD.contains(from), "{from}");
        let (old, new) = (
            town(WHO, CROWD),
            town(&WHO.replacen(from, to, 1), &CROWD.replacen(from, to, 1)),
        );
        assert_eq!(told(&old, &new), expect, "{to}");
    };
    check(
        "10 * 5",
        "10 * 4",
        &["decision Limits: logic.few 10 * 5 \u{2192} 10 * 4"],
    );
    check(
        "<text>700",
        "<text>800",
        &["decision Limits: logic.many.2 700 \u{2192} 800"],
    );
    check(
        "people > 1000",
        "people > 900",
        &["function crowd.dmn: heavy: logic people > 1000 \u{2192} people > 900"],
    );
    check(
        "> Limits.few",
        "> 2 * Limits.few",
        &["decision Level of risk, rule 2, people: > Limits.few \u{2192} > 2 * Limits.few"],
    );
    check(
        "\"some\"</text></outputEntry>",
        "\"high\"</text></outputEntry>",
        &["decision Level of risk, rule 2, \u{2192} level: \"some\" \u{2192} \"high\""],
    );
    check(
        "hitPolicy=\"FIRST\"",
        "hitPolicy=\"UNIQUE\"",
        &["decision Level of risk: logic.hit policy FIRST \u{2192} UNIQUE"],
    );
    check(
        "<text>\"low\"</text></defaultOutputEntry>",
        "<text>\"some\"</text></defaultOutputEntry>",
        &["decision Level of risk: logic.outputs.level.default \"low\" \u{2192} \"some\""],
    );
    check(
        "\"low\", \"some\", \"high\"",
        "\"low\", \"high\"",
        &["type tLevel: allowed values \"low\", \"some\", \"high\" \u{2192} \"low\", \"high\""],
    );
    check(
        "\"police\", \"town\"",
        "\"town\", \"police\"",
        &["decision Who: logic.outputs.authority.values \"police\", \"town\" \u{2192} \"town\", \"police\""],
    );
    // What only people read is no difference of the rules; and yet the version is another.
    let noted = town(
        &WHO.replacen("<decision id=\"level\"", "<!-- new --><decision id=\"level\"", 1),
        CROWD,
    );
    let only = between(&town(WHO, CROWD), &noted);
    let [
        Difference::Changed {
            part: Part::Rulebook,
            field,
            ..
        },
    ] = only.as_slice()
    else {
        panic!("{only:?}")
    };
    assert_eq!(field, "hash");
}

/// A version is what its files say, and not the order in which they were found.
#[test]
fn the_hash_of_a_version_does_not_depend_on_the_order_of_its_models() {
    let turned = load(SETTINGS, &[("crowd.dmn", CROWD), ("who.dmn", WHO)]).unwrap();
    assert_eq!(turned.hash(), town(WHO, CROWD).hash());
    let other = CROWD.replacen("people > 1000", "people > 900", 1);
    assert_ne!(turned.hash(), town(WHO, &other).hash());
}

#[test]
fn rules_behind_the_table_are_new_gone_and_moved() {
    let rules: Vec<&str> = WHO.split("<rule>").skip(1).take(3).collect();
    let turned = |order: &[usize]| {
        let (head, tail) = (WHO.find("<rule>").unwrap(), WHO.find("</decisionTable>").unwrap());
        let body: String = order
            .iter()
            .map(|at| format!("<rule>{}", rules[*at].split_inclusive("</rule>").next().unwrap()))
            .collect();
        town(&format!("{}{body}{}", &WHO[..head], &WHO[tail..]), CROWD)
    };
    let all = turned(&[0, 1, 2]);
    assert_eq!(
        told(&all, &turned(&[0, 2])),
        [
            "decision Level of risk, rule 2 of the older version: removed: people > Limits.few; \u{2192} level \"some\""
        ]
    );
    assert_eq!(
        told(&turned(&[0, 2]), &all),
        ["decision Level of risk, rule 2: added: people > Limits.few; \u{2192} level \"some\""]
    );
    assert_eq!(
        told(&all, &turned(&[2, 0, 1])),
        ["decision Level of risk, rule 1: moved from row 3"]
    );
}

/// The texts of a model, each with where it stands.
fn texts(model: &str) -> Vec<(usize, &str)> {
    let opened = model.match_indices("<text>").map(|(at, tag)| at + tag.len());
    let whole = opened.filter_map(|at| Some((at, model.get(at..)?.split("</text>").next()?)));
    whole.collect()
}

/// The text that stands at a place is another; nothing where it says the same.
fn edited(model: &str, place: usize, other: &str) -> Option<String> {
    let texts = texts(model);
    let (at, old) = texts[place % texts.len()];
    let plain = |text: &str| match text.trim() {
        "-" => String::new(),
        text => text.to_owned(),
    };
    (plain(old) != plain(other)).then(|| format!("{}{other}{}", &model[..at], &model[at + old.len()..]))
}

/// The last resort tells any edit: here each must be told by what it changes.
fn is_told(old: &Rulebook, new: &Rulebook) -> bool {
    let last = |one: &Difference| matches!(one, Difference::Changed { field, .. } if field == "hash" || field == "digest");
    between(old, new).iter().any(|one| !last(one))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_edit_of_a_shipped_rulebook_is_silent(which in 0..ALL.len(), place in any::<usize>(), from in any::<usize>()) {
        let (settings, model) = (ALL[which].settings, ALL[which].table);
        let all = texts(model);
        let other = all[from % all.len()].1;
        if let Some(new) = edited(model, place, other)
            && let Some(new) = load(settings, &[("authorities.dmn", &new)])
        {
            let old = load(settings, &[("authorities.dmn", model)]).unwrap();
            prop_assert!(is_told(&old, &new), "{:?} -> {}", all[place % all.len()], other);
        }
    }

    #[test]
    fn no_edit_of_any_model_is_silent(crowd in any::<bool>(), place in any::<usize>(), from in any::<usize>(), number in 0..2_000_u32) {
        let model = if crowd { CROWD } else { WHO };
        let all = texts(WHO);
        let number = number.to_string();
        for other in [all[from % all.len()].1, "true", number.as_str(), "> 77", "\"town\"", "? > 5"] {
            let Some(new) = edited(model, place, other) else { continue };
            let (who, heavy) = if crowd { (WHO, new.as_str()) } else { (new.as_str(), CROWD) };
            if let Some(new) = load(SETTINGS, &[("who.dmn", who), ("crowd.dmn", heavy)]) {
                prop_assert!(is_told(&town(WHO, CROWD), &new), "{}", other);
            }
        }
    }
}

/// Rule by rule against rule by rule this would be thousands of millions of comparisons.
#[test]
fn tables_of_many_rules_that_have_nothing_in_common_are_compared() {
    let many = |salt: usize| {
        let rule = |at: usize| {
            format!(
                "<rule><inputEntry><text>{}</text></inputEntry><inputEntry><text>&lt; {}</text></inputEntry><outputEntry><text>\"low\"</text></outputEntry></rule>",
                at.is_multiple_of(2),
                salt + at
            )
        };
        let rules: String = (0..10_000).map(rule).collect();
        town(&WHO.replacen("<rule>", &format!("{rules}<rule>"), 1), CROWD)
    };
    let differences = between(&many(0), &many(1_000_000));
    assert!(differences.len() >= 10_000, "{}", differences.len());
}
