//! What the desk writes for a brief: its line, or what is not to be said; and taking such a line back.

use super::address;
use crate::form::{Form, Typed};
use crate::pages::entry::{Entering, Entry};
use crate::pages::reading::Reading;
use crate::pages::{faults, id};
use crate::parts::{Choice, Faults};
use crate::routes::Routes;
use crate::select::SelectField;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, see_other};
use act::{MeetingId, PersonId, Reason, SubjectId};
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use desk::Fault;
use desk::engagement::{BriefView, OurLineIn};
use engagement::Written;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/relationships/{id}/brief/lines", get(write_form).post(write))
        .route(
            "/relationships/{id}/brief/taken-back",
            get(take_back_form).post(take_back),
        )
}

/// What is written: our line, or what is not to be said.
const KINDS: [&str; 2] = ["our-line", "not-to-say"];
const READERS: &str = "readers";

/// The brief of today, if the reader may write for it.
async fn writable(site: &Site, signed: &Signed, relationship: &str) -> Result<BriefView, Failure> {
    let (id, today) = (id(relationship)?, site.today());
    let view = site.desk.brief(&signed.actor, id, today, &site.zone).await?;
    if view.may_write {
        Ok(view)
    } else {
        Err(Failure::not_found())
    }
}

async fn write_page(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    view: &BriefView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let language = t.language().tag();
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let subjects = site
        .desk
        .brief_subjects(&signed.actor, &view.relationship)
        .await?;
    let whole = Choice::new("", t.get("brief-line-whole"));
    let one = |(meeting, subject, title): (MeetingId, SubjectId, String)| {
        Choice::new(format!("{meeting}/{subject}"), title)
    };
    let choices = [whole].into_iter().chain(subjects.into_iter().map(one)).collect();
    let label = t.get("field-brief-about").into_owned();
    let about = SelectField::new(t, "about", label, choices, typed, &faults);
    let readers = site.desk.brief_readers(&signed.actor).await?.into_iter();
    let readers = readers.map(|(person, names)| Choice::new(person.to_string(), names.in_language(language)));
    let readers = entering
        .choice(READERS, "field-brief-readers", readers.collect())
        .several();
    let fields = vec![
        entering
            .named("kind", "field-brief-kind", "brief-kind", &KINDS)
            .into(),
        about.into(),
        entering.lines("words", "field-brief-words", 2_000).into(),
        readers.hint(t.get("hint-brief-readers")).into(),
    ];
    Ok(Entry::of(
        shell,
        entering,
        format!("{}/lines", address(view.id)),
        "brief-line-write",
    )
    .lead(view.relationship.name(language))
    .back_to(address(view.id), "back-to-brief")
    .card("", fields)
    .page())
}

async fn write_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
) -> Result<Response, Failure> {
    let view = writable(&site, &signed, &relationship).await?;
    write_page(&site, shell, &signed, &view, &Typed::default(), Faults::none()).await
}

async fn write(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = writable(&site, &signed, &relationship).await?;
    let done = match written(&typed) {
        Ok(entered) => site.desk.write_our_line(&signed.actor, view.id, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&address(view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let page = write_page(&site, shell, &signed, &view, &typed, faults).await?;
            Ok(faults::not_taken(page))
        }
    }
}

fn subject(text: &str) -> Option<(MeetingId, SubjectId)> {
    let (meeting, subject) = text.split_once('/')?;
    Some((meeting.parse().ok()?, subject.parse().ok()?))
}

fn written(typed: &Typed) -> Result<OurLineIn, Fault> {
    let mut reading = Reading::of(typed);
    let kind = reading.choice("kind", |text| KINDS.into_iter().find(|kind| *kind == text));
    let about = reading.optional_choice("about", subject);
    let words: Option<Reason> = reading.text("words");
    let named = typed.all(READERS).into_iter().map(str::parse::<PersonId>);
    let named: Option<Vec<PersonId>> = named.collect::<Result<_, _>>().ok();
    let is_sealed = kind == Some(KINDS[1]);
    match &named {
        None => reading.fault(READERS, "not-one-of"),
        // Whoever names readers means to seal it.
        Some(named) if kind.is_some() && !is_sealed && !named.is_empty() => {
            reading.fault(READERS, "brief-readers-of-all");
        }
        Some(_) => {}
    }
    match (words, named, reading.is_sound()) {
        (Some(words), Some(named), true) => Ok(OurLineIn {
            about,
            words,
            sealed_for: is_sealed.then_some(named),
        }),
        _ => Err(reading.end()),
    }
}

fn take_back_page(shell: Shell, view: &BriefView, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let choices = view.brief.lines.iter().map(|(number, line)| {
        let words = match &line.written {
            Written::OurLine(words) => Some(words),
            Written::NotToSay { commitment, .. } => view.sealed.of(commitment),
        };
        let called = words.map_or_else(|| t.get("brief-line-sealed").into_owned(), ToString::to_string);
        let about = line.about.as_ref().map(|about| about.title.to_string());
        let about = about.unwrap_or_else(|| t.get("brief-line-whole").into_owned());
        Choice::new(number.to_string(), called).hint(about)
    });
    let which = entering.choice("line", "field-taken-back", choices.collect());
    let why = entering.lines("reason", "field-taken-back-reason", 2_000);
    let fields = vec![which.hint(t.get("hint-brief-taken-back")).into(), why.into()];
    Entry::of(
        shell,
        entering,
        format!("{}/taken-back", address(view.id)),
        "brief-line-take-back",
    )
    .lead(view.relationship.name(t.language().tag()))
    .back_to(address(view.id), "back-to-brief")
    .card("", fields)
    .page()
}

async fn take_back_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
) -> Result<Response, Failure> {
    let view = writable(&site, &signed, &relationship).await?;
    Ok(take_back_page(shell, &view, &Typed::default(), &Faults::none()))
}

async fn take_back(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = writable(&site, &signed, &relationship).await?;
    let mut reading = Reading::of(&typed);
    let line = reading.choice("line", |text| text.parse::<u32>().ok());
    let reason: Option<Reason> = reading.text("reason");
    let done = match line.zip(reason) {
        Some((line, reason)) => {
            let desk = &site.desk;
            desk.take_our_line_back(&signed.actor, view.id, line, reason)
                .await
        }
        None => Err(reading.end()),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&address(view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(faults::not_taken(take_back_page(shell, &view, &typed, &faults)))
        }
    }
}
