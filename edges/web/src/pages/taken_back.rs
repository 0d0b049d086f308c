//! Taking back a line of a meeting that was recorded by mistake: which, and why. And in words what was taken back.

use super::entry::{Entering, Entry};
use super::faults;
use super::lines::addable;
use super::meetings::back;
use super::reading::Reading;
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text};
use act::Reason;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{FormerRecordLine, HowTakenBack, MayTakeBack, MeetingView, RecordLine, TakenBackLine};
use engagement::{FormerLine, MeetingLine};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/meetings/{id}/taken-back", get(form).post(take_back))
}

/// The sort of a line and its id, as the form has them.
fn value(line: RecordLine) -> (&'static str, String) {
    match line {
        RecordLine::Of(MeetingLine::Participant(id)) => ("participant", id.to_string()),
        RecordLine::Of(MeetingLine::Subject(id)) => ("subject", id.to_string()),
        RecordLine::Of(MeetingLine::Statement(id)) => ("statement", id.to_string()),
        RecordLine::Request(id) => ("request", id.to_string()),
        RecordLine::Answer(id) => ("answer", id.to_string()),
        RecordLine::Commitment(id) => ("commitment", id.to_string()),
    }
}

fn line(text: &str) -> Option<RecordLine> {
    let (sort, id) = text.split_once('/')?;
    match sort {
        "participant" => id.parse().ok().map(MeetingLine::Participant).map(RecordLine::Of),
        "subject" => id.parse().ok().map(MeetingLine::Subject).map(RecordLine::Of),
        "statement" => id.parse().ok().map(MeetingLine::Statement).map(RecordLine::Of),
        "request" => id.parse().ok().map(RecordLine::Request),
        "answer" => id.parse().ok().map(RecordLine::Answer),
        "commitment" => id.parse().ok().map(RecordLine::Commitment),
        _ => None,
    }
}

/// Where a line of a meeting is taken back, with the line chosen that is asked for.
pub(super) fn address(meeting: impl std::fmt::Display, line: Option<RecordLine>) -> String {
    let chosen = line.map(value);
    let chosen = chosen.map_or_else(String::new, |(sort, id)| format!("?line={sort}/{id}"));
    format!("/meetings/{meeting}/taken-back{chosen}")
}

fn shown(
    shell: Shell,
    view: &MeetingView,
    lines: &[MayTakeBack],
    typed: &Typed,
    faults: &Faults,
) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let choice = |(line, text): &MayTakeBack| {
        let (sort, id) = value(*line);
        Choice::new(format!("{sort}/{id}"), text.as_str()).hint(t.get(&format!("line-{sort}")))
    };
    let which = entering.choice("line", "field-taken-back", lines.iter().map(choice).collect());
    let why = entering.lines("reason", "field-taken-back-reason", 2_000);
    let fields = vec![which.hint(t.get("hint-taken-back")).into(), why.into()];
    Entry::of(shell, entering, address(view.id, None), "line-take-back")
        .lead(view.meeting.title())
        .back_to(format!("/meetings/{}", view.id), "back-to-meeting")
        .card("", fields)
        .page()
}

/// Which line is to be taken back, as the page that shows it says.
#[derive(serde::Deserialize)]
struct Chosen {
    #[serde(default)]
    line: String,
}

async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let lines = site.desk.may_take_back(&signed.actor, &view).await?;
    let first = Typed::default().and("line", chosen.line);
    Ok(shown(shell, &view, &lines, &first, &Faults::none()))
}

async fn take_back(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let done = match entered(&typed) {
        Ok((line, reason)) => site.desk.take_back(&signed.actor, view.id, line, reason).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(back(&shell, view.id)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let lines = site.desk.may_take_back(&signed.actor, &view).await?;
            Ok(faults::not_taken(shown(shell, &view, &lines, &typed, &faults)))
        }
    }
}

fn entered(typed: &Typed) -> Result<(RecordLine, Reason), Fault> {
    let mut reading = Reading::of(typed);
    let line = reading.choice("line", line);
    let reason = reading.text("reason");
    line.zip(reason).ok_or_else(|| reading.end())
}

/// By whom a line was taken back, when and why.
pub(super) fn how(t: Text, site: &Site, how: &HowTakenBack) -> String {
    let who = how.who.as_ref();
    let who = who.map_or("", |names| names.in_language(t.language().tag()));
    let said = [
        ("who", who.into()),
        ("when", t.instant(how.at, &site.zone).into()),
        ("why", how.reason.to_string().into()),
    ];
    t.with("taken-back", said)
}

/// A line that was taken back, in words.
pub(super) struct TakenBackRow {
    pub text: String,
    pub sort: String,
    pub how: String,
}

impl TakenBackRow {
    pub fn of(t: Text, site: &Site, line: &TakenBackLine) -> TakenBackRow {
        let (sort, text) = match &line.line {
            FormerRecordLine::Of(FormerLine::Participant(one)) => ("participant", one.name.to_string()),
            FormerRecordLine::Of(FormerLine::Subject(one)) => ("subject", one.title.to_string()),
            FormerRecordLine::Of(FormerLine::Statement(one)) => ("statement", one.text.to_string()),
            FormerRecordLine::Request(text) => ("request", text.clone()),
            FormerRecordLine::Answer(text) => ("answer", text.clone()),
            FormerRecordLine::Commitment(text) => ("commitment", text.clone()),
        };
        TakenBackRow {
            text,
            sort: t.get(&format!("line-{sort}")).into_owned(),
            how: how(t, site, &line.how),
        }
    }
}
