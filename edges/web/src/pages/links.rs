//! Linking a subject to the same matter in another meeting: first that meeting is chosen, then the two subjects.

use super::entry::{Entering, Entry};
use super::lines::addable;
use super::meetings::back;
use super::reading::Reading;
use super::{faults, id};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, page};
use act::{Actor, MeetingId, SubjectId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::engagement::{LinkIn, MeetingView};
use desk::views::engagement::MeetingLine;
use desk::{Desk, Fault};
use engagement::SubjectRelation;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/meetings/{id}/links", get(choose))
        .route("/meetings/{id}/links/{other}", get(form).post(link))
}

/// The relations by the names that forms use.
const RELATIONS: [(&str, SubjectRelation); 2] = [
    ("earlier", SubjectRelation::Earlier),
    ("later", SubjectRelation::Later),
];

/// The name of a relation, as used in Fluent ids (`link-earlier`).
pub(super) fn name(relation: SubjectRelation) -> &'static str {
    let known = RELATIONS.into_iter().find(|(_, one)| *one == relation);
    known.map_or("earlier", |(name, _)| name)
}

#[derive(Template)]
#[template(path = "pages/link_meetings.html")]
struct ChoosePage {
    shell: Shell,
    meeting: String,
    others: Vec<(String, String)>,
}

/// The other meetings with a subject that one of this meeting can be linked to.
pub(super) async fn others(desk: &Desk, actor: &Actor, own: MeetingId) -> Result<Vec<MeetingLine>, Fault> {
    let own = own.to_string();
    let mut meetings = desk.meetings(actor).await?;
    meetings.retain(|line| line.subjects > 0 && line.meeting != own);
    Ok(meetings)
}

async fn choose(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let own = view.id.to_string();
    let others = others(&site.desk, &signed.actor, view.id).await?.into_iter();
    let others = others.map(|line| (format!("/meetings/{own}/links/{}", line.meeting), line.title));
    let title = shell.t.get("link-subjects");
    Ok(page(&ChoosePage {
        shell: shell.titled(title),
        meeting: view.meeting.title().to_owned(),
        others: others.collect(),
    }))
}

fn shown(shell: Shell, view: &MeetingView, other: &MeetingView, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let subject = |(id, subject): (SubjectId, &engagement::Subject)| {
        Choice::new(id.to_string(), subject.title.as_str())
    };
    let subjects = |view: &MeetingView| view.meeting.agenda().into_iter().map(subject).collect();
    let names = RELATIONS.map(|(name, _)| name);
    let fields = vec![
        entering
            .choice("subject", "field-link-subject", subjects(view))
            .into(),
        entering
            .named("relation", "field-link-relation", "link", &names)
            .into(),
        entering
            .choice("other", "field-link-other", subjects(other))
            .into(),
    ];
    let here = format!("/meetings/{}/links/{}", view.id, other.id);
    let titles = [
        ("one", view.meeting.title().into()),
        ("other", other.meeting.title().into()),
    ];
    Entry::of(shell, entering, here, "link-subjects")
        .lead(t.with("link-between", titles))
        .back_to(format!("/meetings/{}", view.id), "back-to-meeting")
        .card("", fields)
        .page()
}

async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((meeting, other)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let other = site.desk.meeting(&signed.actor, id(&other)?).await?;
    Ok(shown(shell, &view, &other, &Typed::default(), &Faults::none()))
}

async fn link(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((meeting, other)): Path<(String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let other = site.desk.meeting(&signed.actor, id(&other)?).await?;
    let done = match entered(&typed, other.id) {
        Ok(entered) => site.desk.link_subjects(&signed.actor, view.id, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(back(&shell, view.id)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(shown(shell, &view, &other, &typed, &faults)))
        }
    }
}

fn entered(typed: &Typed, meeting: MeetingId) -> Result<LinkIn, Fault> {
    let mut reading = Reading::of(typed);
    let subject = reading.choice("subject", |text| text.parse().ok());
    let relation = reading.choice("relation", |text| {
        RELATIONS.into_iter().find(|(name, _)| *name == text)
    });
    let other = reading.choice("other", |text| text.parse().ok());
    match (subject, relation, other) {
        (Some(subject), Some((_, relation)), Some(other)) => Ok(LinkIn {
            subject,
            relation,
            meeting,
            other,
        }),
        _ => Err(reading.end()),
    }
}
