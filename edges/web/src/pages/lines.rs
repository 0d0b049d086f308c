//! Adding lines to a meeting: a subject, a statement, a request, a commitment; each with the words it rests on.

use super::entry::{Entering, Entry, Field, Kinds};
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
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{CommitmentIn, MeetingView, RequestIn, StatementIn};
use desk::views::engagement::SourceLine;
use engagement::{Mode, SpeechAct};
use identity::When;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/meetings/{id}/lines", get(form).post(add))
}

const LINES: [&str; 4] = ["statement", "request", "commitment", "subject"];
const MODES: [Mode; 2] = [Mode::Indirect, Mode::Direct];

/// Which kind of line is added, as the address says.
#[derive(serde::Deserialize)]
struct Wanted {
    #[serde(default)]
    line: String,
}

async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(meeting): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Failure> {
    let view = addable(&site, &signed, &meeting).await?;
    let first = Typed::default().and("line", wanted.line);
    let first = match view.source {
        Some(source) => first.and("source", source.to_string()),
        None => first,
    };
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

/// The form of the kind that was chosen, with the fields that it has; before one is, only the choice.
async fn shown(
    site: &Site,
    mut shell: Shell,
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
    let here = format!("/meetings/{}/lines", view.id);
    let kind = LINES.into_iter().find(|line| *line == typed.get("line"));
    if let Some(kind) = kind {
        shell.path = address(&here, kind);
    }
    shell.keep_left_over(typed, &["text", "excerpt"].map(|field| (field, kind.is_some())));
    let form = |line: &'static str| {
        let words = t.get(&format!("line-{line}")).into_owned();
        (address(&here, line), words, kind == Some(line))
    };
    let kinds = Kinds {
        called: t.get("field-line").into_owned(),
        forms: LINES.map(form).into(),
    };
    let mut entry = Entry::of(shell, entering, here.clone(), "line-add")
        .lead(view.meeting.title())
        .of_record()
        .back_to(format!("/meetings/{}", view.id), "back-to-meeting")
        .among(kinds);
    if let Some(kind) = kind {
        entry.hidden = vec![("line".to_owned(), kind.to_owned())];
        entry = entry.card("", fields(entering, view, kind, &sources));
    }
    Ok(entry.page())
}

fn address(here: &str, line: &str) -> String {
    format!("{here}?line={line}")
}

/// The fields of a kind of line: its words, who said, asked or promised them, and what they rest on.
fn fields(entering: Entering<'_>, view: &MeetingView, line: &str, sources: &[SourceLine]) -> Vec<Field> {
    let t = entering.t;
    let acts = SpeechAct::ALL.map(SpeechAct::name);
    let modes = MODES.map(Mode::name);
    let mut fields = entering.cited(sources);
    fields.push(entering.lines("text", "field-own-words", 2_000).into());
    if matches!(line, "statement" | "request") {
        fields.push(entering.choice("speaker", "field-speaker", people(view)).into());
    }
    if line == "statement" {
        fields.push(entering.named("act", "field-speech", "speech", &acts).into());
        fields.push(entering.named("mode", "field-mode", "mode", &modes).into());
    }
    if matches!(line, "request" | "commitment") {
        for (side, label) in [("from", "field-side-from"), ("to", "field-side-to")] {
            fields.push(entering.choice(side, label, sides(t, view)).into());
        }
    }
    if line == "commitment" {
        fields.extend(entering.when("due", "field-due"));
    }
    if line != "subject" {
        let subject = entering.choice("subject", "field-subject", subjects(t, view));
        fields.push(subject.into());
    }
    fields
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
    if !typed.given("excerpt") {
        reading.fault("excerpt", "no-excerpt");
    }
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
