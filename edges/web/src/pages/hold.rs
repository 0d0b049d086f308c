//! A day that is held: how it stands, answered by the lead, withdrawn by whoever asked.

use super::held::{Beside, beside};
use super::holds::{stands, when_and_where};
use super::reading::Reading;
use super::{faults, id};
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone_named;
use crate::{Failure, Text, page, see_other};
use act::{Reason, Role};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::{get, post};
use clearance::hold::{HoldAsked, HoldEnd};
use desk::Fault;
use desk::clearance::HoldView;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/holds/{id}", get(show))
        .route("/holds/{id}/acceptance", post(accept))
        .route("/holds/{id}/refusal", post(decline))
        .route("/holds/{id}/withdrawal", post(withdraw))
}

#[derive(Template)]
#[template(path = "pages/hold.html")]
struct HoldPage {
    shell: Shell,
    faults: Faults,
    here: String,
    id: String,
    line: String,
    tone: &'static str,
    stands: String,
    rows: Vec<(String, String)>,
    /// What else wants the same place at the same time, for whoever leads.
    beside: Vec<Beside>,
    leads: bool,
    answers: bool,
    own: bool,
    accept: Vec<TextField>,
    decline: TextField,
    withdraw: TextField,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    shown(&site, shell, &view, &Typed::default(), Faults::none()).await
}

/// Who asked, when, and what the lead said to it.
fn rows(t: Text, site: &Site, view: &HoldView, asked: &HoldAsked) -> Vec<(String, String)> {
    let zone = zone_named(site, &asked.event.zone);
    let row = |label: &str, value: String| (t.get(label).into_owned(), value);
    let hold = &view.hold;
    let at = |by: &act::Context| t.instant(by.at, &zone);
    let mut rows = vec![row("hold-by", asked.organiser.name.to_string())];
    rows.extend(hold.asked.iter().map(|(_, by)| row("hold-asked", at(by))));
    rows.extend(
        asked
            .words
            .iter()
            .map(|words| row("field-hold-words", words.to_string())),
    );
    rows.push(row("hold-lead", asked.lead.name.to_string()));
    if let Some(accepted) = &hold.accepted {
        rows.push(row("field-hold-until", t.day(accepted.until)));
        rows.push(row("hold-accepted", at(&accepted.by)));
        let words = accepted.words.iter();
        rows.extend(words.map(|words| row("field-hold-accept-words", words.to_string())));
    }
    if let Some((how, by)) = &hold.ended {
        let (label, why) = match how {
            HoldEnd::Declined(reasons) => ("hold-declined", Some(reasons)),
            HoldEnd::Withdrawn(reasons) => ("hold-withdrawn", reasons.as_ref()),
            HoldEnd::Used(_) => ("hold-used", None),
        };
        rows.push(row(label, at(by)));
        rows.extend(why.map(|why| row("field-hold-reasons", why.to_string())));
    }
    rows
}

async fn shown(
    site: &Site,
    shell: Shell,
    view: &HoldView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (asked, standing) = view.stands().ok_or_else(Failure::not_found)?;
    let actor = &view.context.actor;
    let event = &asked.event;
    let taken = clearance::taken(&event.place, event.date, (event.from, event.until));
    let today = event.today(view.context.at);
    let beside_it = if standing.is_live() {
        let own = view.id.to_string();
        site.desk.wanted_beside(actor, &own, &taken, today).await?
    } else {
        vec![]
    };
    let (tone, stands) = stands(t, view);
    let lines = |name: &str, label: &str| {
        TextField::new(t, name, t.get(label), typed, &faults)
            .kind(FieldKind::Lines)
            .most(2_000)
    };
    let until = TextField::new(t, "until", t.get("field-hold-until"), typed, &faults).kind(FieldKind::Day);
    let accept = vec![
        until.hint(t.one("hint-hold-until", "date", t.date(event.date))),
        lines("accept-words", "field-hold-accept-words"),
    ];
    let (decline, withdraw) = (
        lines("decline-reasons", "field-hold-reasons"),
        lines("withdraw-reasons", "field-hold-withdraw"),
    );
    let mut shell = shell.titled(event.kind.as_str());
    shell.path = format!("/holds/{}", view.id);
    shell.faulty = !faults.is_empty();
    let labels = accept.iter().chain([&decline, &withdraw]).map(TextField::label);
    Ok(page(&HoldPage {
        here: shell.to(&shell.path.clone()),
        id: view.id.to_string(),
        line: when_and_where(t, event),
        tone,
        stands,
        rows: rows(t, site, view, asked),
        beside: beside(t, &beside_it),
        leads: actor.role == Role::Coordinator,
        answers: view.answers(),
        own: view.is_ones_own(),
        faults: faults.clone().named(labels),
        accept,
        decline,
        withdraw,
        shell,
    }))
}

/// Leads back to the hold, or shows there what was not taken.
async fn done(
    site: &Site,
    shell: Shell,
    view: &HoldView,
    typed: &Typed,
    done: Result<(), Fault>,
) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(see_other(&shell.to(&format!("/holds/{}", view.id)))),
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let mut shell = shell;
            let fields = ["accept-words", "decline-reasons", "withdraw-reasons"];
            let has = |field: &str| {
                if field == "withdraw-reasons" {
                    view.is_ones_own()
                } else {
                    view.answers()
                }
            };
            shell.keep_left_over(typed, &fields.map(|field| (field, has(field))));
            Ok(faults::not_taken(shown(site, shell, view, typed, faults).await?))
        }
    }
}

async fn accept(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let until = reading.day("until");
    let words: Option<Reason> = reading.optional("accept-words");
    let told = match until {
        Some(until) if reading.is_sound() => {
            site.desk.accept_hold(&signed.actor, view.id, until, words).await
        }
        _ => Err(reading.end()),
    };
    done(&site, shell, &view, &typed, told).await
}

async fn decline(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let told = match reading.text("decline-reasons") {
        Some(reasons) => site.desk.decline_hold(&signed.actor, view.id, reasons).await,
        None => Err(reading.end()),
    };
    done(&site, shell, &view, &typed, told).await
}

async fn withdraw(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(hold): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = site.desk.hold(&signed.actor, id(&hold)?).await?;
    let mut reading = Reading::of(&typed);
    let reasons: Option<Reason> = reading.optional("withdraw-reasons");
    let told = if reading.is_sound() {
        site.desk.withdraw_hold(&signed.actor, view.id, reasons).await
    } else {
        Err(reading.end())
    };
    done(&site, shell, &view, &typed, told).await
}
