//! What a question asks for, item by item, in words. Pages, papers and notices say the same.

use crate::Text;
use clearance::{About, Item, Question, Share};
use rulebook::Rulebook;

/// What an item is about: the question of the form, or the document.
pub(crate) fn about(t: Text, rulebook: Option<&Rulebook>, about: &About) -> String {
    let language = t.language().tag();
    let known = match about {
        About::Field(id) => rulebook
            .and_then(|one| one.input(id))
            .map(|input| input.question.in_language(language)),
        About::Document(id) => rulebook
            .and_then(|one| one.attachments().documents.get(id))
            .map(|document| document.label.in_language(language)),
        About::Named(name) => Some(name.as_str()),
    };
    match (known, about) {
        (Some(known), _) => known.to_owned(),
        (None, About::Field(id) | About::Document(id)) => id.clone(),
        (None, About::Named(name)) => name.to_string(),
    }
}

/// What an item is called: its number within its question's, and what it is about.
pub(crate) fn called(
    t: Text,
    rulebook: Option<&Rulebook>,
    question: &Question,
    number: u32,
    item: &Item,
) -> String {
    let words = [
        ("number", numbered(t, question.number, number).into()),
        ("about", about(t, rulebook, &item.wanted.about).into()),
    ];
    t.with("item-called", words)
}

/// The number of an item, after that of its question: `2.3`.
pub(crate) fn numbered(t: Text, question: u32, item: u32) -> String {
    format!("{}.{}", t.number(question.into()), t.number(item.into()))
}

/// How much of a question is answered, as variables of a text.
pub(crate) fn numbers(share: Option<Share>) -> [(&'static str, crate::Value<'static>); 2] {
    let number = |of: fn(Share) -> u32| share.map_or(0, of);
    [
        ("answered", i64::from(number(|one| one.answered)).into()),
        ("of", i64::from(number(|one| one.of)).into()),
    ]
}

/// How much of a question is answered: `2 of 3 answered`.
pub(crate) fn share(t: Text, share: Share) -> String {
    let answered = t.with("items-answered", numbers(Some(share)));
    match share.declined {
        0 => answered,
        declined => {
            let words = [
                ("answered", answered.into()),
                ("count", i64::from(declined).into()),
            ];
            t.with("items-answered-declined", words)
        }
    }
}

/// Words, with how much of a question is answered where it asks item by item.
pub(crate) fn with_share(t: Text, words: String, question: Option<&Question>) -> String {
    match question.and_then(Question::share) {
        None => words,
        Some(one) => of_words(t, words, one),
    }
}

/// Words, with how much of a question is answered.
pub(crate) fn of_words(t: Text, words: String, answered: Share) -> String {
    let said = [("words", words.into()), ("answered", share(t, answered).into())];
    t.with("with-items-answered", said)
}

/// The items that are still awaited, each as it is called.
pub(crate) fn awaited(t: Text, rulebook: Option<&Rulebook>, question: &Question) -> Vec<String> {
    let one = |(number, item)| called(t, rulebook, question, number, item);
    question.awaited().map(one).collect()
}
