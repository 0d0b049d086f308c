//! Where and when: the rulebook and the day of the event.

use super::given::{ASK, DATE, Given, RULEBOOK};
use crate::page as rendered;
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::shell::Shell;
use crate::site::Site;
use askama::Template;
use axum::response::Response;

#[derive(Template)]
#[template(path = "pages/permit_check/start.html")]
struct StartPage {
    shell: Shell,
    faults: Faults,
    hidden: Vec<(String, String)>,
    rulebook: ChoiceField,
    date: TextField,
}

pub(super) fn page(site: &Site, shell: Shell, given: &Given, faults: Faults) -> Response {
    let t = shell.t;
    let known = site.desk.rulebooks().all();
    let choices: Vec<Choice> = known
        .iter()
        .map(|one| Choice::new(one.id(), one.title().in_language(t.language().tag())))
        .collect();
    // Where there is but one, nobody is made to choose it.
    let only = known
        .first()
        .filter(|_| known.len() == 1 && !given.typed.given(RULEBOOK));
    let typed = match only {
        Some(only) => given.typed.clone().and(RULEBOOK, only.id()),
        None => given.typed.clone(),
    };
    let (where_, when) = (t.get("permit-check-where"), t.get("field-date"));
    let faults = faults.named([(RULEBOOK, where_.as_ref()), (DATE, when.as_ref())]);
    let kept = given.kept(None).into_iter();
    let mut shell = shell.titled(t.get("permit-check-title"));
    shell.faulty = !faults.is_empty();
    rendered(&StartPage {
        hidden: kept
            .filter(|(name, _)| ![RULEBOOK, DATE, ASK].contains(&name.as_str()))
            .collect(),
        rulebook: ChoiceField::one(t, RULEBOOK, where_, choices, &typed, &faults),
        date: TextField::new(t, DATE, when, &typed, &faults).kind(FieldKind::Day),
        faults,
        shell,
    })
}
