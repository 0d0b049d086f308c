//! What two sides owe each other: of a relationship, with an organisation, or with somebody of another side. The figures first, then each
//! line with the record that says so, the oldest first.

use super::{id, meetings};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::engagement::{Between, Called, OwedView};
use desk::views::owed::TaskLine;
use engagement::{Debt, Matter, Obligations};
use identity::When;
use std::fmt::Display;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/relationships/{id}/obligations", get(of_relationship))
        .route("/organisations/{id}/obligations", get(of_organisation))
        .route("/participants/{id}/obligations", get(of_person))
}

/// Where what is owed in a relationship is read.
pub(super) fn address(relationship: impl Display) -> String {
    format!("/relationships/{relationship}/obligations")
}

/// Where what is owed between us and somebody of another side is read.
pub(super) fn with_person(person: impl Display) -> String {
    format!("/participants/{person}/obligations")
}

struct Line {
    text: String,
    path: String,
    /// Whether an answer is owed or a promise.
    kind: String,
    /// Who owes it to whom: the other side, with where all that is owed with it is read.
    sides: String,
    other: (String, String),
    when: String,
    /// By when it is due, and whether that day has passed.
    due: Option<(&'static str, String)>,
    /// Who sees to it, until when, and where that is read.
    tasks: Vec<(String, String)>,
    /// Where a task is given for it.
    assign: Option<String>,
}

struct Group {
    title: String,
    nothing: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "pages/obligations.html")]
struct ObligationsPage {
    shell: Shell,
    figures: String,
    groups: Vec<Group>,
    back: (String, String),
}

async fn of_relationship(
    site: State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
) -> Result<Response, Failure> {
    shown(site, shell, signed, Between::Relationship(id(&relationship)?)).await
}

async fn of_organisation(
    site: State<Site>,
    shell: Shell,
    signed: Signed,
    Path(organisation): Path<String>,
) -> Result<Response, Failure> {
    shown(site, shell, signed, Between::Organisation(id(&organisation)?)).await
}

async fn of_person(
    site: State<Site>,
    shell: Shell,
    signed: Signed,
    Path(person): Path<String>,
) -> Result<Response, Failure> {
    shown(site, shell, signed, Between::Person(id(&person)?)).await
}

async fn shown(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    between: Between,
) -> Result<Response, Failure> {
    let t = shell.t;
    let view = site
        .desk
        .obligations(&signed.actor, between, site.today())
        .await?;
    let called = match &view.called {
        Called::Names(names) => names.in_language(t.language().tag()).to_owned(),
        Called::Title(title) => title.to_string(),
    };
    let back = match between {
        Between::Relationship(_) => ("/relationships".to_owned(), "relationships-title"),
        Between::Organisation(_) | Between::Person(_) => ("/requests".to_owned(), "requests-all"),
    };
    let group = |title: &str, nothing: &str, debts: &[Debt]| Group {
        title: t.get(title).into_owned(),
        nothing: t.get(nothing).into_owned(),
        lines: debts.iter().map(|one| line(t, &view, one)).collect(),
    };
    Ok(page(&ObligationsPage {
        figures: figures(t, &view.owed),
        groups: vec![
            group("owed-we", "owed-we-nothing", &view.owed.we),
            group("owed-they", "owed-they-nothing", &view.owed.they),
        ],
        back: (back.0, t.get(back.1).into_owned()),
        shell: shell.titled(t.one("owed-title", "name", called)),
    }))
}

/// How much each side owes, and how old the oldest of it is.
fn figures(t: Text, owed: &Obligations) -> String {
    let count = |debts: &[Debt]| i64::try_from(debts.len()).unwrap_or(i64::MAX);
    let words = t.with(
        "owed-figures",
        [("we", count(&owed.we).into()), ("they", count(&owed.they).into())],
    );
    match owed.oldest() {
        None => words,
        Some(days) => t.with(
            "owed-figures-oldest",
            [("figures", words.into()), ("days", i64::from(days).into())],
        ),
    }
}

/// Where the record of something that is owed is read, and what kind it is.
pub(super) fn record(matter: Matter) -> (String, &'static str) {
    match matter {
        Matter::Request(request) => (format!("/requests/{request}"), "owed-answer"),
        Matter::Commitment(commitment) => (format!("/commitments/{commitment}"), "owed-promise"),
    }
}

fn line(t: Text, view: &OwedView, one: &Debt) -> Line {
    let language = t.language().tag();
    let (path, kind) = record(one.matter);
    let sides = [
        ("from", one.owes.name.in_language(language).into()),
        ("to", one.to.name.in_language(language).into()),
    ];
    let is_ours = view.owed.we.contains(one);
    let other = if is_ours { &one.to } else { &one.owes };
    let when = meetings::when(t, &one.when);
    let when = match one.days {
        Some(days) => {
            let words = [("when", when.into()), ("days", i64::from(days).into())];
            t.with("request-since", words)
        }
        None => when,
    };
    let due = (one.due != When::Unknown).then(|| {
        let tone = if one.late { "bad" } else { "wait" };
        let id = if one.late { "owed-late" } else { "brief-due" };
        (tone, t.one(id, "when", meetings::when(t, &one.due)))
    });
    let tasks = view.tasks.get(&one.matter).into_iter().flatten();
    Line {
        text: one.text.to_string(),
        kind: t.get(kind).into_owned(),
        sides: t.with("owed-sides", sides),
        other: (
            format!("/organisations/{}/obligations", other.organisation),
            t.one("owed-with", "name", other.name.in_language(language)),
        ),
        when,
        due,
        tasks: tasks.map(|task| task_line(t, view, task)).collect(),
        assign: view.may_assign.then(|| format!("{path}/task")),
        path,
    }
}

/// Who does a task, and by when.
fn task_line(t: Text, view: &OwedView, task: &TaskLine) -> (String, String) {
    let owner = view.owners.get(&task.owner);
    let owner = owner.map_or("", |names| names.in_language(t.language().tag()));
    let words = t.with(
        "task-given",
        [
            ("text", task.text.as_str().into()),
            ("owner", owner.into()),
            ("date", t.date(task.due).into()),
        ],
    );
    (format!("/tasks/{}", task.task), words)
}
