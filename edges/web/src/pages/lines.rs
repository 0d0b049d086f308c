//! Adding lines to a meeting: a subject, a statement, a request, a commitment; each with the words it rests on.

use super::entry::{Entering, Entry};
use super::meetings::back;
use super::reading::Reading;
use super::{faults, id};
use crate::form::{Form, Typed};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text};
use act::{MeetingId, Reason, SourceId, SubjectId, Title};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{CommitmentIn, MeetingView, RequestIn, StatementIn};
use engagement::{Mode, SpeechAct};
use identity::When;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/meetings/{id}/lines", get(form).post(add))
}

const LINES: [&str; 4] = ["statement", "request", "commitment", "subject"];
const MODES: [Mode; 2] = [Mode::Indirect, Mode::Direct];

async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let first = view.source.map_or_else(Typed::default, |source| {
        Typed::default().and("source", source.to_string())
    });
    shown(&site, shell, &signed, &view, &first, Faults::none()).await
}

/// The meeting, if the reader may add to it.
pub(super) async fn addable(site: &Site, signed: &Signed, meeting: &str) -> Result<MeetingView, Failure> {
    let view = site.desk.meeting(&signed.actor, id(meeting)?).await?;
    if view.may_add {
        Ok(view)
    } else {
        Err(Failure::not_found())
    }
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &MeetingView,
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
    let acts = SpeechAct::ALL.map(SpeechAct::name);
    let modes = MODES.map(Mode::name);
    let mut what = vec![
        entering.named("line", "field-line", "line", &LINES).into(),
        entering.lines("text", "field-own-words", 2_000).into(),
    ];
    what.extend(entering.cited(&sources));
    what.push(
        entering
            .choice("subject", "field-subject", subjects(t, view))
            .into(),
    );
    let who = vec![
        entering.choice("speaker", "field-speaker", people(view)).into(),
        entering.named("act", "field-speech", "speech", &acts).into(),
        entering.named("mode", "field-mode", "mode", &modes).into(),
    ];
    let whom = vec![
        entering.choice("from", "field-side-from", sides(t, view)).into(),
        entering.choice("to", "field-side-to", sides(t, view)).into(),
    ];
    let here = format!("/meetings/{}/lines", view.id);
    Ok(Entry::of(shell, entering, here, "line-add")
        .lead(view.meeting.title())
        .of_record()
        .card("", what)
        .card(t.get("line-who"), who)
        .card(t.get("line-sides"), whom)
        .card(t.get("line-due"), entering.when("due", "field-due"))
        .page())
}

fn subjects(t: Text, view: &MeetingView) -> Vec<Choice> {
    let none = Choice::new("", t.get("subject-none"));
    let one = |(id, subject): (SubjectId, &engagement::Subject)| {
        Choice::new(id.to_string(), subject.title.as_str())
    };
    std::iter::once(none)
        .chain(view.meeting.agenda().into_iter().map(one))
        .collect()
}

pub(super) fn people(view: &MeetingView) -> Vec<Choice> {
    let all = view
        .meeting
        .record
        .iter()
        .flat_map(|record| &record.participations);
    all.map(|one| Choice::new(one.person.to_string(), one.name.as_str()))
        .collect()
}

fn sides(t: Text, view: &MeetingView) -> Vec<Choice> {
    let name = |side: &engagement::Side| side.name.in_language(t.language().tag()).to_owned();
    view.meeting
        .sides()
        .iter()
        .map(|side| Choice::new(side.organisation.to_string(), name(side)))
        .collect()
}

async fn add(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let done = match entered(&typed) {
        Ok(line) => carry_out(&site, &signed, view.id, line).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(back(&shell, view.id)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(
                shown(&site, shell, &signed, &view, &typed, faults).await?,
            ))
        }
    }
}

/// A line as it was entered.
enum Line {
    Subject(Title, SourceId, String),
    Statement(StatementIn),
    Request(RequestIn),
    Commitment(CommitmentIn),
}

async fn carry_out(site: &Site, signed: &Signed, meeting: MeetingId, line: Line) -> Result<(), Fault> {
    let (desk, actor) = (&site.desk, &signed.actor);
    match line {
        Line::Subject(title, source, exact) => desk.add_subject(actor, meeting, title, source, &exact).await,
        Line::Statement(entered) => desk.record_statement(actor, meeting, entered).await,
        Line::Request(entered) => desk.make_request(actor, meeting, entered).await.map(drop),
        Line::Commitment(entered) => desk.make_commitment(actor, meeting, entered).await,
    }
}

/// What every line rests on and belongs to.
struct Resting {
    source: SourceId,
    exact: String,
    subject: Option<SubjectId>,
    due: When,
}

fn entered(typed: &Typed) -> Result<Line, Fault> {
    let mut reading = Reading::of(typed);
    let cited = reading.cited();
    let subject = reading.optional_choice("subject", |text| text.parse().ok());
    let due = reading.when("due");
    let resting = cited.zip(due).map(|((source, exact), due)| Resting {
        source,
        exact,
        subject,
        due,
    });
    let line = match typed.get("line") {
        "subject" => reading
            .text("text")
            .zip(resting)
            .map(|(title, resting)| Line::Subject(title, resting.source, resting.exact)),
        "statement" => statement(&mut reading, resting),
        "request" => request(&mut reading, resting),
        "commitment" => commitment(&mut reading, resting),
        _ => {
            reading.fault("line", "unknown");
            None
        }
    };
    match line {
        Some(line) if reading.is_sound() => Ok(line),
        _ => Err(reading.end()),
    }
}

fn statement(reading: &mut Reading<'_>, resting: Option<Resting>) -> Option<Line> {
    let text: Option<Reason> = reading.text("text");
    let speaker = reading.choice("speaker", |text| text.parse().ok());
    let act = reading.choice("act", SpeechAct::named);
    let mode = reading.choice("mode", |text| MODES.into_iter().find(|one| one.name() == text));
    let resting = resting?;
    Some(Line::Statement(StatementIn {
        speaker: speaker?,
        act: act?,
        mode: mode?,
        text: text?,
        exact: resting.exact,
        source: resting.source,
        subject: resting.subject,
    }))
}

fn request(reading: &mut Reading<'_>, resting: Option<Resting>) -> Option<Line> {
    let text: Option<Reason> = reading.text("text");
    let asked_by = reading.choice("speaker", |text| text.parse().ok());
    let from = reading.choice("from", |text| text.parse().ok());
    let to = reading.choice("to", |text| text.parse().ok());
    let resting = resting?;
    Some(Line::Request(RequestIn {
        from: from?,
        to: to?,
        asked_by: asked_by?,
        text: text?,
        exact: resting.exact,
        source: resting.source,
        subject: resting.subject,
    }))
}

fn commitment(reading: &mut Reading<'_>, resting: Option<Resting>) -> Option<Line> {
    let text: Option<Reason> = reading.text("text");
    let by = reading.choice("from", |text| text.parse().ok());
    let to = reading.choice("to", |text| text.parse().ok());
    let resting = resting?;
    Some(Line::Commitment(CommitmentIn {
        by: by?,
        to: to?,
        text: text?,
        exact: resting.exact,
        source: resting.source,
        subject: resting.subject,
        due: resting.due,
    }))
}
