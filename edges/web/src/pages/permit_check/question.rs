//! One question, with the reason why it is asked; or the questions whose answers were not taken.

use super::answered::Row;
use super::given::ASKED;
use super::{Checking, HERE};
use crate::pages::draft_form::{Question, labels, question};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::wording::reason;
use crate::{Text, page as rendered};
use askama::Template;
use axum::response::Response;
use desk::clearance::answer_field;
use rulebook::questions::{Hanging, Open, Questions};
use rulebook::{Input, Rulebook};

/// A rule that hangs on the answer.
struct Why {
    authority: String,
    reason: String,
    basis: String,
    link: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/permit_check/question.html")]
struct QuestionPage {
    shell: Shell,
    faults: Faults,
    action: String,
    about: String,
    notes: Vec<String>,
    hidden: Vec<(String, String)>,
    questions: Vec<Question>,
    /// For whom the answer matters.
    matters: String,
    why: Vec<Why>,
    /// How many questions there are at most, with this one.
    left: String,
    answered: Vec<Row>,
}

/// The page of these questions; with what is still open, where that is known.
pub(super) fn page(
    checking: &Checking<'_>,
    shell: Shell,
    asked: &[&Input],
    open: Option<&Questions<'_>>,
    faults: Faults,
) -> Response {
    let t = shell.t;
    let rulebook = &checking.check.rulebook;
    let labels = labels(t, rulebook);
    let faults = faults.named(labels.iter().map(|(name, label)| (name.as_str(), label.as_str())));
    let fields: Vec<String> = asked.iter().map(|input| answer_field(&input.id)).collect();
    let kept = checking.kept().into_iter();
    let mut hidden: Vec<_> = kept.filter(|(name, _)| !fields.contains(name)).collect();
    hidden.extend(asked.iter().map(|input| (ASKED.to_owned(), input.id.clone())));
    let one = asked.first().filter(|_| asked.len() == 1);
    let now = open.and_then(|open| {
        open.open()
            .iter()
            .find(|one| asked.iter().any(|input| input.id == one.input.id))
    });
    let names = now
        .iter()
        .flat_map(|now| &now.authorities)
        .map(|id| short(t, rulebook, id));
    let names: Vec<String> = names.collect();
    let title = one.map_or_else(
        || t.get("permit-check-title").into_owned(),
        |input| input.question.in_language(t.language().tag()).to_owned(),
    );
    let mut shell = shell.titled(title);
    shell.faulty = !faults.is_empty();
    rendered(&QuestionPage {
        action: shell.to(HERE),
        about: checking.about(t),
        notes: checking.notes(t),
        hidden,
        questions: asked
            .iter()
            .map(|input| question(t, input, &checking.given.typed, &faults))
            .collect(),
        matters: if names.is_empty() {
            String::new()
        } else {
            t.one("permit-check-matters", "authorities", names.join(", "))
        },
        why: now.map_or(vec![], |now| {
            now.rules.iter().map(|rule| why(t, rulebook, rule)).collect()
        }),
        left: open.map_or_else(String::new, |open| left(t, open, asked)),
        answered: checking.answered(t),
        faults,
        shell,
    })
}

/// Nothing is said of it where an answer is changed: how many are left depends on what it becomes.
fn left(t: Text, open: &Questions<'_>, asked: &[&Input]) -> String {
    let is_next = |next: &Open<'_>| asked.iter().any(|input| input.id == next.input.id);
    match i64::try_from(open.open().len()) {
        Ok(count) if open.next().is_some_and(is_next) => t.one("permit-check-left", "count", count),
        _ => String::new(),
    }
}

fn short(t: Text, rulebook: &Rulebook, id: &str) -> String {
    let authority = rulebook.authority(id);
    authority.map_or_else(
        || id.to_owned(),
        |one| one.short.in_language(t.language().tag()).to_owned(),
    )
}

fn why(t: Text, rulebook: &Rulebook, rule: &Hanging<'_>) -> Why {
    let (reason, basis) = reason(t, Some(rulebook), rule.reason, rule.kind.name(), rule.citation);
    Why {
        authority: short(t, rulebook, rule.authority),
        reason,
        basis,
        link: rule.link.map(str::to_owned),
    }
}
