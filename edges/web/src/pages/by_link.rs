//! The page of somebody without an account who was sent a link: what was chosen for it, and the form in which the advice is given, once.
//! Opening it changes nothing, whoever opens it: programs that look through mail do. Where it opens nothing the answer is always the same.

use super::acts::{OF_ADVICE, together};
use super::entry::{Entering, Field};
use super::reading::Reading;
use super::{faults, id};
use crate::attachment::attachment;
use crate::form::{Typed, Upload};
use crate::parts::{Choice, Faults, FileField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{Named, hours, zone_named};
use crate::{Failure, Text, page, see_other};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clearance::{Advice, Component};
use desk::Fault;
use desk::clearance::{Advising, Consulted};

const SAYS: &str = "advice";
const WORDS: &str = "reasons";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/advice/{secret}", get(show).post(give))
        .route("/advice/{secret}/files/{file}", get(file))
        .route("/advice-given", get(given))
}

#[derive(Template)]
#[template(path = "pages/by_link.html")]
struct ByLinkPage {
    shell: Shell,
    faults: Faults,
    /// Who asks whom, until when.
    what: String,
    question: String,
    /// The event, row by row.
    rows: Vec<(String, String)>,
    /// The documents, each with its address.
    documents: Vec<(String, String)>,
    version: usize,
    fields: Vec<Field>,
    file: FileField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let seen = consulted(&site, &secret).await?;
    shown(&site, shell, &secret, &seen, (&Typed::default(), Faults::none())).await
}

/// What a link opens; of one that opens nothing, and of one that opens nothing any more, the same is told.
async fn consulted(site: &Site, secret: &str) -> Result<Consulted, Failure> {
    site.desk.consulted(secret).await.map_err(closed)
}

fn closed(fault: Fault) -> Failure {
    match fault {
        Fault::NotFound => Failure::closed_link(),
        fault => fault.into(),
    }
}

async fn shown(
    site: &Site,
    shell: Shell,
    secret: &str,
    seen: &Consulted,
    (typed, faults): (&Typed, Faults),
) -> Result<Response, Failure> {
    let t = shell.t;
    let entering = Entering {
        t,
        typed,
        faults: &faults,
    };
    let says = |one: Advice| {
        let words = t.get(&format!("by-link-choose-{}", one.name()));
        Choice::new(one.name(), words)
    };
    let says = entering.choice(SAYS, "field-by-link-says", Advice::ALL.map(says).to_vec());
    let words = entering.lines(WORDS, "field-advice-reasons", 2_000);
    let words = words.hint(t.get("hint-advice-reasons"));
    let fields: Vec<Field> = vec![says.into(), words.into(), OF_ADVICE.fields(entering)];
    let file = FileField::new(t, "file", t.get("field-by-link-file"), &faults);
    let name = authority(site, t, seen);
    let about = [
        ("authority", name.as_str().into()),
        ("name", seen.asked.name.as_str().into()),
        ("office", seen.asked.office.as_str().into()),
        ("date", t.date(seen.asked.until).into()),
    ];
    let document = |one: &clearance::Attachment| {
        let path = format!("/advice/{secret}/files/{}", one.attachment);
        (path, one.name.to_string())
    };
    let mut shell = shell.titled(t.one("by-link-page", "authority", name.as_str()));
    shell.path = format!("/advice/{secret}");
    shell.faulty = !faults.is_empty();
    let labels: Vec<_> = fields
        .iter()
        .flat_map(Field::labels)
        .chain([file.label()])
        .collect();
    let organisers = seen.organisers.iter().map(|one| one.organisation);
    let named = Named::of_these(site, t, organisers).await?;
    Ok(page(&ByLinkPage {
        faults: faults.named(labels),
        what: t.with("by-link-what", about),
        question: seen.asked.question.to_string(),
        rows: rows(site, t, seen, &named),
        documents: seen.documents.iter().map(document).collect(),
        version: seen.version,
        fields,
        file,
        shell,
    }))
}

/// The authority that asks, by its name in the rulebook that the case is decided by.
fn authority(site: &Site, t: Text, seen: &Consulted) -> String {
    let (id, written) = &seen.by;
    let pin = seen.rulebook.as_ref();
    let rulebook = pin.and_then(|pin| site.desk.rulebooks().version(&pin.hash));
    let known = rulebook.as_ref().and_then(|one| one.authority(id.as_str()));
    known.map_or_else(
        || written.to_string(),
        |known| known.name.in_language(t.language().tag()).to_owned(),
    )
}

/// What is applied for: the event, its day, its place, what belongs to it, and who holds it.
fn rows(site: &Site, t: Text, seen: &Consulted, named: &Named) -> Vec<(String, String)> {
    let event = &seen.event;
    let zone = zone_named(site, &event.zone);
    let until = t.time(event.until, &zone, event.last_day());
    let line = [
        ("day", t.day(event.date).into()),
        ("hours", hours(t, event.from, event.until, until).into()),
        ("place", event.place.as_str().into()),
    ];
    let row = |id: &str, value: String| (t.get(id).into_owned(), value);
    let component = |one: &Component| one.title.to_string();
    let components: Vec<_> = event.components.iter().map(component).collect();
    let organisers = named.organisers(&seen.organisers);
    let description = event.description.as_ref();
    let mut rows = vec![
        row("by-link-event", event.title.to_string()),
        row("by-link-when", t.with("event-line", line)),
    ];
    rows.extend(description.map(|one| row("by-link-description", one.to_string())));
    if !components.is_empty() {
        rows.push(row("by-link-components", components.join(", ")));
    }
    rows.push(row("by-link-organisers", organisers.join(", ")));
    rows
}

/// A form with what is advised.
fn read(upload: Upload) -> Result<Advising, Fault> {
    let typed = &upload.typed;
    let mut reading = Reading::of(typed);
    let says = if typed.given(SAYS) {
        reading.choice(SAYS, Advice::named)
    } else {
        reading.fault(SAYS, "empty");
        None
    };
    let said = together(OF_ADVICE.optional(typed), OF_ADVICE.words(typed));
    let said = reading.kept(said)?;
    match (says, said) {
        (Some(says), Some((words, sealed))) if reading.is_sound() => Ok(Advising {
            // What no page of ours says was read is of no version.
            version: typed.get("read").parse().unwrap_or(usize::MAX),
            says,
            words,
            sealed,
            file: upload.file,
        }),
        _ => Err(reading.end()),
    }
}

async fn give(
    State(site): State<Site>,
    shell: Shell,
    Path(secret): Path<String>,
    upload: Result<Upload, Failure>,
) -> Result<Response, Failure> {
    // Where nothing is opened, whatever is sent finds nothing, as whoever looks.
    consulted(&site, &secret).await?;
    let upload = upload?;
    let typed = upload.typed.clone();
    let chosen = upload.file.as_ref().map(|file| file.name.clone());
    let done = match read(upload) {
        Ok(advising) => site.desk.give_advice(&secret, advising).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to("/advice-given"))),
        // Someone used it, or ended it, between the look and the giving.
        Err(Fault::NotFound) => Err(Failure::closed_link()),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let faults = faults::file_again(shell.t, faults, chosen.as_deref());
            let seen = consulted(&site, &secret).await?;
            let page = shown(&site, shell, &secret, &seen, (&typed, faults)).await?;
            Ok(faults::not_taken(page))
        }
    }
}

/// A document that was chosen, handed over to be kept: its content is its sender's.
async fn file(
    State(site): State<Site>,
    Path((secret, file)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let file = id(&file).map_err(|_| Failure::closed_link())?;
    let (kept, bytes) = site.desk.file_by_link(&secret, file).await.map_err(closed)?;
    let headers = [
        (header::CONTENT_TYPE, "application/octet-stream".to_owned()),
        attachment(kept.name.as_str()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

#[derive(Template)]
#[template(path = "pages/advice_given.html")]
struct GivenPage {
    shell: Shell,
}

/// That it was passed on; it is the same for everyone who opens it, and says nothing of any case.
async fn given(shell: Shell) -> Response {
    let title = shell.t.get("by-link-thanks-title");
    page(&GivenPage {
        shell: shell.titled(title),
    })
}
