//! The brief before the next meeting, of a relationship: as a page, as text and on paper, as of any day.

mod lines;
mod paper;
mod plain;
mod told;
mod writing;

pub(super) use self::lines::became as fate;
use self::paper::paper;
use self::plain::plain;
use self::told::{Sealed, Section, Told, told};
use super::reading::Reading;
use super::{faults, id};
use crate::attachment::attachment;
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page, see_other};
use act::{Date, RelationshipId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::engagement::{BriefView, SignOffIn, SignedBrief};
use engagement::{Meeting, Relationship};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/relationships/{id}/brief", get(show))
        .route("/relationships/{id}/brief/text", get(text))
        .route("/relationships/{id}/brief/pdf", get(pdf))
        .route(
            "/relationships/{id}/brief/signed",
            get(signed_text).post(sign_off),
        )
        .merge(writing::routes())
}

/// Where the brief of a relationship is read.
pub(super) fn address(relationship: RelationshipId) -> String {
    format!("/relationships/{relationship}/brief")
}

/// Where the briefs of the relationships that a meeting belongs to are read, and what each is called.
pub(super) async fn of_meeting(
    site: &Site,
    t: Text,
    signed: &Signed,
    meeting: &Meeting,
) -> Result<Vec<(String, String)>, Failure> {
    let all = site.desk.relationships_of(&signed.actor, meeting).await?;
    let one = |one: &Relationship| {
        let words = t.one("brief-title", "relationship", one.name(t.language().tag()));
        Some((address(one.id?), words))
    };
    Ok(all.iter().filter_map(one).collect())
}

/// Of which day the brief is, as its address says.
#[derive(serde::Deserialize)]
struct Asked {
    #[serde(rename = "as-of", default)]
    as_of: String,
}

impl Asked {
    /// The day, and what was typed; today where none is given, or what is given is none.
    fn read(self, today: Date) -> (Date, Typed, Result<(), desk::Fault>) {
        let typed = Typed::default().and("as-of", self.as_of);
        let mut reading = Reading::of(&typed);
        let day = reading.optional_day("as-of");
        // Of a day that is still to come nothing is known.
        let is_ahead = day.is_some_and(|day| day > today);
        let fault = if is_ahead {
            let fault = desk::FieldFault::plain("as-of", "day-to-come");
            Err(desk::Fault::Invalid(vec![fault]))
        } else if reading.is_sound() {
            Ok(())
        } else {
            Err(reading.end())
        };
        let day = day.filter(|_| !is_ahead).unwrap_or(today);
        let typed = if fault.is_ok() {
            Typed::default().and("as-of", day.to_string())
        } else {
            typed
        };
        (day, typed, fault)
    }
}

#[derive(Template)]
#[template(path = "pages/brief.html")]
struct BriefPage {
    shell: Shell,
    faults: Faults,
    told: Told,
    here: String,
    lines_at: String,
    /// Where what is owed both ways today is read.
    owed: String,
    on_paper: String,
    as_text: String,
    /// The day and the hash of the text that would be signed off now; none for whoever does not.
    to_sign: Option<(Date, String)>,
    signed: Vec<SignedLine>,
    /// Whether the record says otherwise since the last was.
    is_changed: bool,
    /// Whether there is a line of ours to take back.
    takes_back: bool,
    as_of: TextField,
}

impl BriefPage {
    fn beside(&self) -> impl Iterator<Item = &Section> {
        self.told.sections.iter().filter(|one| one.aside)
    }

    fn first(&self) -> impl Iterator<Item = &Section> {
        self.told.sections.iter().filter(|one| !one.aside)
    }
}

/// A brief that was signed off.
struct SignedLine {
    words: String,
    sha256: String,
    path: String,
}

fn signed_line(t: Text, view: &BriefView, number: usize, one: &SignedBrief) -> SignedLine {
    let who = one.who.as_ref();
    let who = who.map_or("", |names| names.in_language(t.language().tag()));
    let words = [
        ("date", t.date(one.signed.day).into()),
        ("who", who.into()),
        ("at", t.instant(one.by.at, &view.zone).into()),
    ];
    SignedLine {
        words: t.with("brief-signed-by", words),
        sha256: t.one("brief-sha256", "hash", one.signed.sha256.as_str()),
        path: format!("{}/signed?number={number}", address(view.id)),
    }
}

async fn read(site: &Site, signed: &Signed, relationship: &str, day: Date) -> Result<BriefView, Failure> {
    let id: RelationshipId = id(relationship)?;
    Ok(site.desk.brief(&signed.actor, id, day, &site.zone).await?)
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (day, typed, fault) = asked.read(site.today());
    let view = read(&site, &signed, &relationship, day).await?;
    let faults = match fault {
        Ok(()) => Faults::none(),
        Err(fault) => faults::shown(&shell, fault)?,
    };
    Ok(shown(shell, &view, &typed, faults))
}

/// The page of a brief.
fn shown(shell: Shell, view: &BriefView, typed: &Typed, faults: Faults) -> Response {
    let (t, day) = (shell.t, view.day);
    let as_of = TextField::new(t, "as-of", t.get("brief-as-of"), typed, &faults).kind(FieldKind::Day);
    let to_sign = view.may_write.then(|| (day, engagement::sha256(&twin(t, view))));
    let count = view.signed.len();
    let numbered = (1..=count).rev().zip(&view.signed);
    let signed = numbered
        .map(|(number, one)| signed_line(t, view, number, one))
        .collect();
    let told = told(t, view, Sealed::Told);
    let here = address(view.id);
    let mut shell = shell.titled(t.one("brief-title", "relationship", told.title.as_str()));
    shell.faulty = !faults.is_empty();
    let shown = page(&BriefPage {
        faults: faults.clone().named([as_of.label()]),
        as_of: as_of.hint(t.get("brief-as-of-hint")),
        on_paper: format!("{here}/pdf?as-of={day}"),
        as_text: format!("{here}/text?as-of={day}"),
        to_sign,
        signed,
        is_changed: view.signed.iter().any(|one| one.is_changed),
        takes_back: view.may_write && !view.brief.lines.is_empty(),
        lines_at: format!("{here}/lines"),
        owed: super::obligations::address(view.id),
        here,
        told,
        shell,
    });
    if faults.is_empty() {
        shown
    } else {
        faults::not_taken(shown)
    }
}

/// The text of a brief, which is the same for everyone who reads the record.
fn twin(t: Text, view: &BriefView) -> String {
    plain(t, &told(t, view, Sealed::Counted))
}

/// The name under which a brief is kept as a file.
fn name(t: Text, view: &BriefView) -> String {
    let called = view.relationship.name(t.language().tag());
    format!("{called} {}", view.day)
}

fn text_file(name: &str, text: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        attachment(&format!("{name}.txt")),
    ];
    (headers, text).into_response()
}

async fn text(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let (day, _, fault) = asked.read(site.today());
    fault?;
    let t = shell.t;
    let view = read(&site, &signed, &relationship, day).await?;
    Ok(text_file(&name(t, &view), twin(t, &view).into_bytes()))
}

async fn pdf(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (day, _, fault) = asked.read(site.today());
    fault?;
    let view = read(&site, &signed, &relationship, day).await?;
    let paper = paper(&site, t, told(t, &view, Sealed::Told));
    let name = name(t, &view);
    let bytes =
        super::papers::typeset(move || documents::brief_pdf(&paper, &crate::papers::labels(t))).await?;
    Ok(super::papers::pdf(&name, bytes))
}

/// Signs the brief off that the reader was shown.
async fn sign_off(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let t = shell.t;
    let as_of = typed.get("as-of").to_owned();
    let (day, first, fault) = Asked { as_of }.read(site.today());
    let (view, known) = site
        .desk
        .brief_to_sign(&signed.actor, id(&relationship)?, day, &site.zone)
        .await?;
    if !view.may_write {
        return Err(Failure::not_found());
    }
    let done = match fault.and_then(|()| entered(t, &view, known, &typed)) {
        Ok(entered) => site.desk.sign_off(&signed.actor, view.id, entered).await,
        Err(fault) => Err(fault),
    };
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("{}?as-of={day}", address(view.id))))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            Ok(shown(shell, &view, &first, faults))
        }
    }
}

fn entered(t: Text, view: &BriefView, known: u64, typed: &Typed) -> Result<SignOffIn, desk::Fault> {
    let tag = t.language().tag();
    let language = tag.parse().map_err(|_| desk::Fault::NotFound)?;
    Ok(SignOffIn {
        day: view.day,
        language,
        text: twin(t, view),
        known,
        seen: typed.get("seen-text").to_owned(),
    })
}

/// Which of the briefs that were signed off is asked for.
#[derive(serde::Deserialize)]
struct Numbered {
    number: Option<usize>,
}

/// The text that was signed off, as it was.
async fn signed_text(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(relationship): Path<String>,
    Query(asked): Query<Numbered>,
) -> Result<Response, Failure> {
    let id: RelationshipId = id(&relationship)?;
    let (of, text) = site.desk.signed_text(&signed.actor, id, asked.number).await?;
    let name = shell.t.get("paper-brief");
    Ok(text_file(&format!("{name} {}", of.day), text))
}
