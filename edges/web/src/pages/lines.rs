//! Adding lines to a meeting: a subject, a statement, a request, a commitment; each with the words it rests on.

use super::case::reason;
use super::meetings::back;
use super::record::{Reading, chosen, source_field};
use super::{faults, id};
use crate::form::{Form, Typed};
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use act::{MeetingId, SourceId, SubjectId};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{CommitmentIn, MeetingView, RequestIn, StatementIn};
use engagement::{Mode, SpeechAct};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/meetings/{id}/lines", get(form).post(add))
}

#[derive(Template)]
#[template(path = "pages/lines.html")]
struct LinesPage {
    shell: Shell,
    faults: Faults,
    here: String,
    meeting: String,
    line: ChoiceField,
    text: TextField,
    source: ChoiceField,
    excerpt: TextField,
    subject: ChoiceField,
    speaker: ChoiceField,
    act: ChoiceField,
    mode: ChoiceField,
    from: ChoiceField,
    to: ChoiceField,
}

const LINES: [&str; 4] = ["statement", "request", "commitment", "subject"];

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
async fn addable(site: &Site, signed: &Signed, meeting: &str) -> Result<MeetingView, Failure> {
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
    let choice = |name: &str, label: &str, choices: Vec<Choice>| {
        ChoiceField::one(t, name, t.get(label), choices, typed, &faults)
    };
    let lines = LINES
        .iter()
        .map(|one| Choice::new(*one, t.get(&format!("line-{one}"))))
        .collect();
    let acts = SpeechAct::ALL
        .iter()
        .map(|one| Choice::new(one.name(), t.get(&format!("speech-{}", one.name()))))
        .collect();
    let modes = [Mode::Indirect, Mode::Direct];
    let modes = modes
        .iter()
        .map(|one| Choice::new(one.name(), t.get(&format!("mode-{}", one.name()))))
        .collect();
    let mut shell = shell.titled(t.get("line-add"));
    shell.faulty = !faults.is_empty();
    Ok(page(&LinesPage {
        here: shell.to(&format!("/meetings/{}/lines", view.id)),
        meeting: view.meeting.title().to_owned(),
        line: choice("line", "field-line", lines),
        text: TextField::new(t, "text", t.get("field-own-words"), typed, &faults)
            .kind(FieldKind::Lines)
            .most(2_000),
        source: source_field(t, &sources, typed, &faults),
        excerpt: TextField::new(t, "excerpt", t.get("field-excerpt"), typed, &faults)
            .kind(FieldKind::Lines)
            .hint(t.get("hint-excerpt")),
        subject: choice("subject", "field-subject", subjects(t, view)),
        speaker: choice("speaker", "field-speaker", people(view)),
        act: choice("act", "field-speech", acts),
        mode: choice("mode", "field-mode", modes),
        from: choice("from", "field-side-from", sides(t, view)),
        to: choice("to", "field-side-to", sides(t, view)),
        faults,
        shell,
    }))
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

fn people(view: &MeetingView) -> Vec<Choice> {
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
    let done = match typed.get("line") {
        "subject" => subject(&site, &signed, view.id, &typed).await,
        "statement" => statement(&site, &signed, view.id, &typed).await,
        "request" => request(&site, &signed, view.id, &typed).await,
        "commitment" => commitment(&site, &signed, view.id, &typed).await,
        _ => Err(Fault::Invalid(vec![desk::FieldFault::plain("line", "unknown")])),
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

async fn subject(site: &Site, signed: &Signed, meeting: MeetingId, typed: &Typed) -> Result<(), Fault> {
    let mut reading = Reading::of(typed);
    let title = reading.text::<200>("text");
    let source = reading.choice("source", |text| text.parse::<SourceId>().ok());
    let (Some(title), Some(source)) = (title, source) else {
        return Err(reading.end());
    };
    site.desk
        .add_subject(&signed.actor, meeting, title, source, typed.get("excerpt"))
        .await
}

async fn statement(site: &Site, signed: &Signed, meeting: MeetingId, typed: &Typed) -> Result<(), Fault> {
    let mut reading = Reading::of(typed);
    let source = reading.choice("source", |text| text.parse().ok());
    let speaker = reading.choice("speaker", |text| text.parse().ok());
    let act = reading.choice("act", SpeechAct::named);
    let mode = reading.choice("mode", |text| {
        [Mode::Indirect, Mode::Direct]
            .into_iter()
            .find(|one| one.name() == text)
    });
    let (Some(source), Some(speaker), Some(act), Some(mode)) = (source, speaker, act, mode) else {
        return Err(reading.end());
    };
    let (text, exact, subject) = (
        reason(typed, "text")?,
        typed.get("excerpt").to_owned(),
        chosen(typed, "subject"),
    );
    let entered = StatementIn {
        speaker,
        act,
        mode,
        text,
        exact,
        source,
        subject,
    };
    site.desk.record_statement(&signed.actor, meeting, entered).await
}

async fn request(site: &Site, signed: &Signed, meeting: MeetingId, typed: &Typed) -> Result<(), Fault> {
    let mut reading = Reading::of(typed);
    let source = reading.choice("source", |text| text.parse().ok());
    let asked_by = reading.choice("speaker", |text| text.parse().ok());
    let from = reading.choice("from", |text| text.parse().ok());
    let to = reading.choice("to", |text| text.parse().ok());
    let (Some(source), Some(asked_by), Some(from), Some(to)) = (source, asked_by, from, to) else {
        return Err(reading.end());
    };
    let (text, exact, subject) = (
        reason(typed, "text")?,
        typed.get("excerpt").to_owned(),
        chosen(typed, "subject"),
    );
    let entered = RequestIn {
        from,
        to,
        asked_by,
        text,
        exact,
        source,
        subject,
    };
    site.desk
        .make_request(&signed.actor, meeting, entered)
        .await
        .map(drop)
}

async fn commitment(site: &Site, signed: &Signed, meeting: MeetingId, typed: &Typed) -> Result<(), Fault> {
    let mut reading = Reading::of(typed);
    let source = reading.choice("source", |text| text.parse().ok());
    let by = reading.choice("from", |text| text.parse().ok());
    let to = reading.choice("to", |text| text.parse().ok());
    let (Some(source), Some(by), Some(to)) = (source, by, to) else {
        return Err(reading.end());
    };
    let (text, exact) = (reason(typed, "text")?, typed.get("excerpt").to_owned());
    let entered = CommitmentIn {
        by,
        to,
        text,
        exact,
        source,
    };
    site.desk.make_commitment(&signed.actor, meeting, entered).await
}
