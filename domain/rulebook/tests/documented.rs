//! The model that the format's page shows whole is one that this program takes, and answers as that page says.

use crate::books::files;
use rulebook::lint::{self, Level};
use rulebook::{Answers, Rulebook, Value};

const PAGE: &str = include_str!("../../../docs/formats/rulebook.md");
const QUESTIONS: &str = r#"
dmn = "authorities.dmn"
[[input]]
id = "attendance"
type = "number"
whole = true
least = 0
question = { en = "How many?" }
[[input]]
id = "fireworks"
type = "boolean"
question = { en = "Fireworks?" }

[reason.crowd]
en = "A crowd"
[reason.fireworks]
en = "Fireworks"

"#;

#[test]
fn the_model_on_the_page_of_the_format_asks_whom_that_page_says() {
    let model = PAGE.split_once("```xml\n").unwrap().1;
    let model = model.split_once("```").unwrap().0;
    let settings = [
        include_str!("town/head.toml"),
        QUESTIONS,
        include_str!("town/authorities.toml"),
    ]
    .concat();
    let folder = files(&settings, model);
    let book = Rulebook::load(&folder).unwrap_or_else(|error| panic!("{error}"));
    let asked = |people: i64, fireworks: bool| {
        let answers: Answers = [
            ("attendance".to_owned(), Value::Number(people.into())),
            ("fireworks".to_owned(), Value::Boolean(fireworks)),
        ]
        .into_iter()
        .collect();
        let asked = book.evaluate(&answers).unwrap().authorities;
        let by = |one: &rulebook::Required| one.fired.iter().map(|rule| rule.id.clone()).collect();
        asked
            .iter()
            .map(|one| (one.authority.clone(), by(one)))
            .collect::<Vec<(String, Vec<String>)>>()
    };
    let police = |rules: &[&str]| {
        vec![(
            "police".to_owned(),
            rules.iter().map(ToString::to_string).collect(),
        )]
    };
    assert_eq!(asked(600, true), police(&["who/1", "who/2"]));
    assert_eq!(asked(500, false), police(&["who/1"]));
    assert_eq!(asked(100, false), vec![]);
    let found = lint::files(&folder, None).findings;
    assert!(found.iter().all(|one| one.level != Level::Fault), "{found:?}");
}
