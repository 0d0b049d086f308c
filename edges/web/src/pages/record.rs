//! Recording by hand: a source, a meeting, and each line with the words of the source that it rests on.

use super::meetings::back;
use super::{faults, only};
use crate::form::{Form, Typed};
use crate::parts::{Choice, ChoiceField, Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Language, Text, page, see_other};
use act::{Role, SourceId, Title};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;
use desk::engagement::{MeetingIn, ParticipantIn, SourceIn};
use desk::views::engagement::SourceLine;
use desk::{Fault, FieldFault};
use engagement::{SourceKind, SourceText};
use identity::When;
use std::str::FromStr;

/// How many people a meeting's form takes at once; more are added in the record's file.
const PARTICIPANTS: usize = 6;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/record/source", get(source_form).post(freeze))
        .route("/record/meeting", get(meeting_form).post(record))
        .merge(super::lines::routes())
}

#[derive(Template)]
#[template(path = "pages/record_source.html")]
struct SourcePage {
    shell: Shell,
    faults: Faults,
    title: TextField,
    kind: ChoiceField,
    language: ChoiceField,
    published: TextField,
    origin: TextField,
    text: TextField,
}

fn source_page(shell: Shell, typed: &Typed, faults: Faults) -> Response {
    let t = shell.t;
    let line = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, &faults);
    let kinds = SourceKind::ALL
        .iter()
        .map(|kind| Choice::new(kind.name(), t.get(&format!("source-{}", kind.name()))))
        .collect();
    let languages = Language::ALL
        .iter()
        .map(|one| Choice::new(one.tag(), one.own_name()))
        .collect();
    let mut shell = shell.titled(t.get("source-freeze"));
    shell.faulty = !faults.is_empty();
    page(&SourcePage {
        title: line("title", "field-source-title").most(200),
        kind: ChoiceField::one(t, "kind", t.get("field-source-kind"), kinds, typed, &faults),
        language: ChoiceField::one(
            t,
            "language",
            t.get("field-source-language"),
            languages,
            typed,
            &faults,
        ),
        published: line("published", "field-source-published").kind(FieldKind::Day),
        origin: line("origin", "field-source-origin").most(2_000),
        text: line("text", "field-source-text")
            .kind(FieldKind::Lines)
            .most(200_000)
            .hint(t.get("hint-source-text")),
        faults,
        shell,
    })
}

async fn source_form(shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    Ok(source_page(shell, &Typed::default(), Faults::none()))
}

async fn freeze(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let done = match source_entered(&typed) {
        Ok(entered) => site.desk.freeze_source(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(source) => Ok(see_other(&shell.to(&format!("/sources/{source}")))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(source_page(shell, &typed, faults)))
        }
    }
}

/// Reads form fields one by one and keeps every fault.
pub(super) struct Reading<'t> {
    typed: &'t Typed,
    faults: Vec<FieldFault>,
}

impl<'t> Reading<'t> {
    pub fn of(typed: &'t Typed) -> Self {
        Reading {
            typed,
            faults: vec![],
        }
    }

    pub fn text<const MOST: usize>(&mut self, field: &str) -> Option<act::Text<MOST>> {
        if self.typed.broken().contains(field) {
            self.faults.push(FieldFault::plain(field, "not-utf8"));
            return None;
        }
        act::Text::new(self.typed.get(field))
            .map_err(|fault| self.faults.push(FieldFault::of_text(field, &fault)))
            .ok()
    }

    pub fn optional<const MOST: usize>(&mut self, field: &str) -> Option<act::Text<MOST>> {
        if self.typed.given(field) {
            self.text(field)
        } else {
            None
        }
    }

    /// One of the choices, or a fault.
    pub fn choice<T>(&mut self, field: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let chosen = read(self.typed.get(field));
        if chosen.is_none() {
            self.faults.push(FieldFault::plain(field, "unknown"));
        }
        chosen
    }

    pub fn day(&mut self, field: &str) -> Option<When> {
        if !self.typed.given(field) {
            return Some(When::Unknown);
        }
        let day = self.typed.get(field).trim().parse().ok().map(When::On);
        if day.is_none() {
            self.faults.push(FieldFault::plain(field, "not-a-date"));
        }
        day
    }

    pub fn fault(&mut self, field: &str, code: &'static str) {
        self.faults.push(FieldFault::plain(field, code));
    }

    /// Every fault at once; a form without faults has read all it needs.
    pub fn end(self) -> Fault {
        Fault::Invalid(self.faults)
    }
}

fn source_entered(typed: &Typed) -> Result<SourceIn, Fault> {
    let mut reading = Reading::of(typed);
    let title = reading.text("title");
    let kind = reading.choice("kind", SourceKind::named);
    let language = reading.choice("language", |tag| identity::Language::from_str(tag).ok());
    let published = reading.day("published");
    let origin = reading.text("origin");
    let text: Option<SourceText> = reading.text("text");
    match (title, kind, language, published, origin, text) {
        (Some(title), Some(kind), Some(language), Some(published), Some(origin), Some(text)) => {
            Ok(SourceIn {
                title,
                kind,
                language,
                text,
                published,
                origin,
            })
        }
        _ => Err(reading.end()),
    }
}

struct ParticipantFields {
    name: TextField,
    post: TextField,
    side: ChoiceField,
}

#[derive(Template)]
#[template(path = "pages/record_meeting.html")]
struct MeetingPage {
    shell: Shell,
    faults: Faults,
    title: TextField,
    when: ChoiceField,
    day: TextField,
    place: TextField,
    source: ChoiceField,
    sides: Vec<TextField>,
    participants: Vec<ParticipantFields>,
}

/// The sources to choose from.
pub(super) fn source_field(t: Text, sources: &[SourceLine], typed: &Typed, faults: &Faults) -> ChoiceField {
    let choices = sources
        .iter()
        .map(|line| Choice::new(line.source.as_str(), line.title.as_str()))
        .collect();
    ChoiceField::one(t, "source", t.get("field-source"), choices, typed, faults)
}

fn meeting_page(shell: Shell, sources: &[SourceLine], typed: &Typed, faults: Faults) -> Response {
    let t = shell.t;
    let line = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, &faults);
    let whens = ["on", "on-or-before", "unknown"];
    let whens = whens
        .iter()
        .map(|one| Choice::new(*one, t.get(&format!("when-choice-{one}"))))
        .collect();
    let sides = ["0", "1"];
    let side_choices = || {
        sides
            .iter()
            .map(|one| Choice::new(*one, t.get(&format!("side-{one}"))))
            .collect::<Vec<_>>()
    };
    let participant = |number: usize| ParticipantFields {
        name: line(&format!("person-{number}"), "field-person").most(200),
        post: line(&format!("post-{number}"), "field-post").most(200),
        side: ChoiceField::one(
            t,
            &format!("side-{number}"),
            t.get("field-side"),
            side_choices(),
            typed,
            &faults,
        ),
    };
    let mut shell = shell.titled(t.get("meeting-record"));
    shell.faulty = !faults.is_empty();
    page(&MeetingPage {
        title: line("title", "field-meeting-title").most(200),
        when: ChoiceField::one(t, "when", t.get("field-when"), whens, typed, &faults),
        day: line("day", "field-day").kind(FieldKind::Day),
        place: line("place", "field-meeting-place").most(200),
        source: source_field(t, sources, typed, &faults),
        sides: sides
            .iter()
            .map(|one| line(&format!("organisation-{one}"), &format!("side-{one}")).most(200))
            .collect(),
        participants: (1..=PARTICIPANTS).map(participant).collect(),
        faults,
        shell,
    })
}

async fn meeting_form(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let sources = site.desk.sources(&signed.actor).await?;
    Ok(meeting_page(shell, &sources, &Typed::default(), Faults::none()))
}

async fn record(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    only(&signed, &[Role::DeskOfficer])?;
    let done = match meeting_entered(&typed) {
        Ok(entered) => site.desk.record_meeting(&signed.actor, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(meeting) => Ok(back(&shell, meeting)),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let sources = site.desk.sources(&signed.actor).await?;
            Ok(faults::not_taken(meeting_page(shell, &sources, &typed, faults)))
        }
    }
}

fn meeting_entered(typed: &Typed) -> Result<MeetingIn, Fault> {
    let mut reading = Reading::of(typed);
    let title = reading.text("title");
    let when = when_entered(&mut reading, typed);
    let place = reading.optional("place");
    let source = reading.choice("source", |text| text.parse::<SourceId>().ok());
    let sides: Vec<Title> = ["organisation-0", "organisation-1"]
        .iter()
        .filter_map(|field| reading.text(field))
        .collect();
    let mut participants = vec![];
    for number in 1..=PARTICIPANTS {
        if !typed.given(&format!("person-{number}")) {
            continue;
        }
        let name = reading.text(&format!("person-{number}"));
        let post = reading.optional(&format!("post-{number}"));
        let side = reading.choice(&format!("side-{number}"), |text| text.parse::<usize>().ok());
        if let (Some(name), Some(side)) = (name, side) {
            participants.push(ParticipantIn { name, post, side });
        }
    }
    if participants.is_empty() && reading.faults.is_empty() {
        reading.fault("person-1", "empty");
    }
    match (title, when, source, reading.faults.is_empty()) {
        (Some(title), Some(when), Some(source), true) => Ok(MeetingIn {
            title,
            place,
            when,
            source,
            sides,
            participants,
        }),
        _ => Err(reading.end()),
    }
}

fn when_entered(reading: &mut Reading<'_>, typed: &Typed) -> Option<When> {
    let chosen = reading.choice("when", |one| {
        ["on", "on-or-before", "unknown"]
            .contains(&one)
            .then(|| one.to_owned())
    })?;
    if chosen == "unknown" {
        return Some(When::Unknown);
    }
    if !typed.given("day") {
        reading.fault("day", "empty");
        return None;
    }
    match (reading.day("day")?, chosen.as_str()) {
        (When::On(day), "on-or-before") => Some(When::OnOrBefore(day)),
        (when, _) => Some(when),
    }
}

/// An id or nothing.
pub(super) fn chosen<T: FromStr>(typed: &Typed, field: &str) -> Option<T> {
    typed.get(field).parse().ok()
}
