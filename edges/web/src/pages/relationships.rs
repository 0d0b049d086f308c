//! Relationships and the days by which they are remembered.

use super::entry::{Entering, Entry};
use super::reading::Reading;
use super::{faults, id, only};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::Role;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{MilestoneIn, RelationshipIn, RelationshipView};
use desk::views::engagement::SourceLine;
use engagement::{Milestone, Recurrence, Relationship};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/relationships", get(list))
        .route(
            "/record/relationship",
            get(relationship_form).post(record_relationship),
        )
        .route(
            "/relationships/{id}/milestones",
            get(milestone_form).post(add_milestone),
        )
}

struct Line {
    name: String,
    about: String,
    milestones: Vec<(String, String)>,
    add: Option<String>,
    brief: Option<String>,
    owed: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/relationships.html")]
struct RelationshipsPage {
    shell: Shell,
    lines: Vec<Line>,
    may_record: bool,
}

async fn list(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    let t = shell.t;
    let may_record = signed.actor.role == Role::DeskOfficer;
    let relationships = site.desk.relationships(&signed.actor).await?;
    let lines = relationships.iter().map(|one| line(t, one, may_record)).collect();
    let title = t.get("relationships-title");
    Ok(page(&RelationshipsPage {
        shell: shell.titled(title),
        lines,
        may_record,
    }))
}

fn line(t: Text, relationship: &Relationship, may_record: bool) -> Line {
    let language = t.language().tag();
    let between = relationship.between.iter();
    let between: Vec<&str> = between.map(|party| party.names.in_language(language)).collect();
    let since = relationship.on.map_or_else(String::new, |on| t.date(on));
    let milestone = |one: &Milestone| {
        let when = match one.recurrence {
            Recurrence::Yearly(since) => t.one("milestone-yearly", "date", t.date(since)),
            Recurrence::Once(on) => t.date(on),
        };
        (one.names.in_language(language).to_owned(), when)
    };
    let add = relationship.id.filter(|_| may_record);
    Line {
        name: relationship.name(language).to_owned(),
        about: t.with(
            "relationship-about",
            [("between", between.join(" – ").into()), ("date", since.into())],
        ),
        milestones: relationship.milestones.iter().map(milestone).collect(),
        add: add.map(|id| format!("/relationships/{id}/milestones")),
        brief: relationship.id.map(super::brief::address),
        owed: relationship.id.map(super::obligations::address),
    }
}

fn relationship_page(shell: Shell, sources: &[SourceLine], typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let on = entering
        .line("on", "field-established")
        .kind(crate::parts::FieldKind::Day);
    let here = "/record/relationship".to_owned();
    Entry::of(shell, entering, here, "relationship-record")
        .card(t.get("relationship-name"), entering.names("name"))
        .card(t.get("relationship-first"), entering.names("first"))
        .card(t.get("relationship-second"), entering.names("second"))
        .card("", vec![on.into()])
        .card(t.get("rests-on"), entering.cited(sources))
        .page()
}

async fn relationship_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let sources = site.desk.sources(&signed.actor).await?;
    Ok(relationship_page(
        shell,
        &sources,
        &Typed::default(),
        &Faults::none(),
    ))
}

async fn record_relationship(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let done = match relationship_entered(&typed) {
        Ok(entered) => site.desk.establish_relationship(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(_) => Ok(see_other(&shell.to("/relationships"))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let sources = site.desk.sources(&signed.actor).await?;
            Ok(faults::not_taken(relationship_page(
                shell, &sources, &typed, &faults,
            )))
        }
    }
}

fn relationship_entered(typed: &Typed) -> Result<RelationshipIn, Fault> {
    let mut reading = Reading::of(typed);
    let names = reading.names("name");
    let (first, second) = (reading.names("first"), reading.names("second"));
    let on = reading.day("on");
    let cited = reading.cited();
    match (names, first, second, on, cited, reading.is_sound()) {
        (Some(names), Some(first), Some(second), Some(on), Some((source, exact)), true) => {
            Ok(RelationshipIn {
                names,
                between: [first, second],
                on,
                exact,
                source,
            })
        }
        _ => Err(reading.end()),
    }
}

const RECURRENCES: [&str; 2] = ["yearly", "once"];

/// The form for one more day, and the relationship it belongs to.
async fn milestone_page(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &RelationshipView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let sources = site.desk.sources(&signed.actor).await?;
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let when = vec![
        entering
            .named("recurrence", "field-recurrence", "recurrence", &RECURRENCES)
            .into(),
        entering
            .line("on", "field-milestone-day")
            .kind(crate::parts::FieldKind::Day)
            .into(),
    ];
    let here = format!("/relationships/{}/milestones", view.id);
    Ok(Entry::of(shell, entering, here, "milestone-add")
        .lead(view.relationship.name(t.language().tag()))
        .card(t.get("milestone-name"), entering.names("name"))
        .card("", when)
        .card(t.get("rests-on"), entering.cited(&sources))
        .page())
}

/// The relationship, if the reader may add to it.
async fn addable(site: &Site, signed: &Signed, relationship: &str) -> Result<RelationshipView, Failure> {
    let view = site.desk.relationship(&signed.actor, id(relationship)?).await?;
    if view.may_add {
        Ok(view)
    } else {
        Err(Failure::not_found())
    }
}

async fn milestone_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &relationship).await?;
    milestone_page(&site, shell, &signed, &view, &Typed::default(), Faults::none()).await
}

async fn add_milestone(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &relationship).await?;
    let done = match milestone_entered(&typed) {
        Ok(entered) => site.desk.add_milestone(&signed.actor, view.id, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to("/relationships"))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let page = milestone_page(&site, shell, &signed, &view, &typed, faults).await?;
            Ok(faults::not_taken(page))
        }
    }
}

fn milestone_entered(typed: &Typed) -> Result<MilestoneIn, Fault> {
    let mut reading = Reading::of(typed);
    let names = reading.names("name");
    let yearly = reading.choice("recurrence", |text| {
        RECURRENCES.contains(&text).then(|| text == RECURRENCES[0])
    });
    let on = reading.day("on");
    let cited = reading.cited();
    match (names, yearly, on, cited, reading.is_sound()) {
        (Some(names), Some(yearly), Some(on), Some((source, exact)), true) => Ok(MilestoneIn {
            names,
            recurrence: if yearly {
                Recurrence::Yearly(on)
            } else {
                Recurrence::Once(on)
            },
            exact,
            source,
        }),
        _ => Err(reading.end()),
    }
}
