//! The brief before the next meeting, of a relationship: as a page, as text and on paper, as of any day.

use super::reading::Reading;
use super::{faults, id};
use crate::attachment::attachment;
use crate::brief::{Section, Told, plain, told};
use crate::form::Typed;
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, page};
use act::{Date, RelationshipId};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::engagement::BriefView;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/relationships/{id}/brief", get(show))
        .route("/relationships/{id}/brief/text", get(text))
        .route("/relationships/{id}/brief/pdf", get(pdf))
}

/// Where the brief of a relationship is read.
pub(super) fn address(relationship: RelationshipId) -> String {
    format!("/relationships/{relationship}/brief")
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
        let fault = if reading.is_sound() {
            Ok(())
        } else {
            Err(reading.end())
        };
        let day = day.unwrap_or(today);
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
    on_paper: String,
    as_text: String,
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
    let t = shell.t;
    let (day, typed, fault) = asked.read(site.today());
    let view = read(&site, &signed, &relationship, day).await?;
    let faults = match fault {
        Ok(()) => Faults::none(),
        Err(fault) => faults::shown(&shell, fault)?,
    };
    let as_of = TextField::new(t, "as-of", t.get("brief-as-of"), &typed, &faults).kind(FieldKind::Day);
    let told = told(t, &view);
    let here = address(view.id);
    let mut shell = shell.titled(t.one("brief-title", "relationship", told.title.as_str()));
    shell.faulty = !faults.is_empty();
    let shown = page(&BriefPage {
        faults: faults.clone().named([as_of.label()]),
        as_of: as_of.hint(t.get("brief-as-of-hint")),
        on_paper: format!("{here}/pdf?as-of={day}"),
        as_text: format!("{here}/text?as-of={day}"),
        here,
        told,
        shell,
    });
    Ok(if faults.is_empty() {
        shown
    } else {
        faults::not_taken(shown)
    })
}

/// The name under which a brief is kept as a file.
fn name(told: &Told, day: Date) -> String {
    format!("{} {day}", told.title)
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
    let told = told(shell.t, &read(&site, &signed, &relationship, day).await?);
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned()),
        attachment(&format!("{}.txt", name(&told, day))),
    ];
    Ok((headers, plain(shell.t, &told)).into_response())
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
    let told = told(t, &read(&site, &signed, &relationship, day).await?);
    let name = name(&told, day);
    let paper = crate::papers::brief(&site, t, told);
    let bytes =
        super::papers::typeset(move || documents::brief_pdf(&paper, &crate::papers::labels(t))).await?;
    Ok(super::papers::pdf(&name, bytes))
}
