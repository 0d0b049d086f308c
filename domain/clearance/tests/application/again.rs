//! Applying for an event again: what is asked otherwise is named and not dropped, and who may begin.

use crate::cast::organiser;
use clearance::acts::could_be_applied_for_again;
use clearance::{Application, AskedOtherwise, ClearanceRefusal, HowAsked, asked_otherwise};
use rulebook::{Answers, Files, Rulebook, Value};

const SETTINGS: &str = include_str!("../../../../rulebooks/kh-phnom-penh/rulebook.toml");
const TABLE: &str = include_str!("../../../../rulebooks/kh-phnom-penh/authorities.dmn");

fn rulebook(settings: &str) -> Rulebook {
    Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", TABLE)],
    })
    .unwrap()
}

fn answers() -> Answers {
    [
        ("attendance".to_owned(), Value::Number(9_000.into())),
        ("fireworks".to_owned(), Value::Boolean(true)),
        ("place_kind".to_owned(), Value::Text("riverside".to_owned())),
        ("shoe_size".to_owned(), Value::Text("42".to_owned())),
    ]
    .into()
}

#[test]
fn whatever_is_asked_otherwise_is_named_with_what_was_answered() {
    let then = rulebook(SETTINGS);
    let now = SETTINGS
        .replace("most = 5000000", "most = 8000")
        .replace("Will there be fireworks?", "Will anything be fired into the air?");
    let now = rulebook(&now);
    let named: Vec<_> = asked_otherwise(&now, Some(&then), &answers())
        .into_iter()
        .map(|AskedOtherwise { input, how, answered }| (input, how, answered.is_some()))
        .collect();
    // What was never answered is no answer that is lost, and was asked then, too.
    let expected = [
        ("attendance", HowAsked::NotTaken, true),
        ("fireworks", HowAsked::Changed, true),
        ("shoe_size", HowAsked::Gone, true),
    ];
    assert_eq!(
        named,
        expected.map(|(id, how, answered)| (id.to_owned(), how, answered))
    );
    // By the same rules nothing is; without those of then only what no longer fits is known.
    let same: Vec<_> = asked_otherwise(&then, Some(&then), &answers());
    assert_eq!(
        same.iter().map(|one| one.how).collect::<Vec<_>>(),
        [HowAsked::Gone]
    );
    let unknown = asked_otherwise(&now, None, &answers());
    assert_eq!(
        unknown.iter().map(|one| one.how).collect::<Vec<_>>(),
        [HowAsked::NotTaken, HowAsked::Gone]
    );
}

#[test]
fn a_question_of_the_new_rules_alone_is_new() {
    let asked = "[[input]]\nid = \"drones\"\ntype = \"boolean\"\nrequired = false\nquestion = { en = \"Drones?\", km = \"ដ្រូន?\", ja = \"ドローン\" }\n\n# ---- Who is asked";
    let now = rulebook(&SETTINGS.replacen("# ---- Who is asked", asked, 1));
    let named = asked_otherwise(&now, Some(&rulebook(SETTINGS)), &Answers::new());
    let ids: Vec<_> = named.iter().map(|one| (one.input.as_str(), one.how)).collect();
    assert_eq!(ids, [("drones", HowAsked::New)]);
}

#[test]
fn nothing_begins_again_that_was_never_handed_in() {
    let context = organiser();
    let refused = could_be_applied_for_again(&Application::default(), &context);
    assert!(
        matches!(refused, Err(ClearanceRefusal::WrongStage { .. })),
        "{refused:?}"
    );
}
