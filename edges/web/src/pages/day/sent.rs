//! What is sent from the page of the day: a condition that is ticked, and a note of what happened.

use super::shown;
use crate::form::{Typed, Upload};
use crate::pages::{faults, id};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone;
use crate::{Failure, Text, see_other};
use act::{ApplicationId, Reason, Timestamp, Title};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use clearance::{Incident, Sending};
use desk::clearance::{CaseView, Sight, Tick};
use desk::{Fault, FieldFault};
use jiff::civil::DateTime;

/// How a form came: under which key, and when it was made if it was kept on a phone.
fn sending(site: &Site, typed: &Typed) -> Sending {
    Sending {
        key: typed.get("key").parse().unwrap_or_else(|_| site.desk.sending()),
        made: typed.get("made").parse::<Timestamp>().ok(),
    }
}

fn words(typed: &Typed, field: &str, default: Option<&str>) -> Result<Reason, FieldFault> {
    if typed.broken().contains(field) {
        return Err(FieldFault::plain(field, "not-utf8"));
    }
    let text = match default {
        Some(default) if !typed.given(field) => default,
        _ => typed.get(field),
    };
    Reason::new(text).map_err(|fault| FieldFault::of_text(field, &fault))
}

/// A condition as it was ticked.
fn ticked(site: &Site, t: Text, view: &CaseView, typed: &Typed) -> Result<Tick, Fault> {
    let shows = view.sight == Sight::Organiser;
    if !shows && typed.get("sure") != "yes" {
        return Err(Fault::Invalid(vec![FieldFault::plain("sure", "tick-sure")]));
    }
    let default = t.get(if shows {
        "tick-words-shown"
    } else {
        "tick-words-seen"
    });
    let gone = || FieldFault::plain("at", "unknown");
    let read = || {
        Ok(Tick {
            authority: typed.get("authority").parse().map_err(|_| gone())?,
            number: typed.get("number").parse().map_err(|_| gone())?,
            proof: typed.get("proof").parse().ok(),
            words: words(typed, "words", Some(&default))?,
            sending: sending(site, typed),
        })
    };
    read().map_err(|fault| Fault::Invalid(vec![fault]))
}

pub(super) async fn tick(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    let view = site.desk.case(&signed.actor, case).await?;
    let done = match ticked(&site, shell.t, &view, &sent.typed) {
        Ok(tick) => site.desk.tick(&signed.actor, case, &tick, sent.file).await,
        Err(fault) => Err(fault),
    };
    answered(&site, shell, &signed, case, (sent.typed, "conditions"), done).await
}

/// What happened, as it was noted; without a time it was seen when it was made.
fn noted(site: &Site, view: &CaseView, typed: &Typed) -> Result<(Incident, Sending), Fault> {
    let sending = sending(site, typed);
    let mut wrong = vec![];
    let mut kept = |fault| wrong.push(fault);
    let what = words(typed, "note-what", None).map_err(&mut kept).ok();
    let done = is_there(typed, "note-done").then(|| words(typed, "note-done", None));
    let done = done.transpose().map_err(&mut kept).ok().flatten();
    let place = place(typed).map_err(&mut kept).ok();
    let now = sending.arriving(view.context.at).made.unwrap_or(view.context.at);
    let seen = if is_there(typed, "note-seen") {
        seen_at(site, view, typed).map_err(&mut kept).ok()
    } else {
        Some(now)
    };
    match (what, seen, place) {
        (Some(what), Some(seen), Some(place)) if wrong.is_empty() => {
            let incident = Incident {
                what,
                place,
                seen,
                done,
                photo: None,
            };
            Ok((incident, sending))
        }
        _ => Err(Fault::Invalid(wrong)),
    }
}

/// Whether something was typed, readable or not.
fn is_there(typed: &Typed, field: &str) -> bool {
    typed.given(field) || typed.broken().contains(field)
}

fn place(typed: &Typed) -> Result<Option<Title>, FieldFault> {
    if typed.broken().contains("note-place") {
        return Err(FieldFault::plain("note-place", "not-utf8"));
    }
    let given = is_there(typed, "note-place");
    let read = given.then(|| Title::new(typed.get("note-place"))).transpose();
    read.map_err(|fault| FieldFault::of_text("note-place", &fault))
}

/// A day and time by the clocks of the event's place.
fn seen_at(site: &Site, view: &CaseView, typed: &Typed) -> Result<Timestamp, FieldFault> {
    if typed.broken().contains("note-seen") {
        return Err(FieldFault::plain("note-seen", "not-utf8"));
    }
    let wrong = || FieldFault::plain("note-seen", "not-a-moment");
    let moment: DateTime = typed.get("note-seen").trim().parse().map_err(|_| wrong())?;
    let zone = zone(&view.application, site);
    let instant = zone.to_ambiguous_timestamp(moment).compatible();
    instant.map_err(|_| wrong())
}

pub(super) async fn note(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    sent: Upload,
) -> Result<Response, Failure> {
    let case: ApplicationId = id(&case)?;
    let view = site.desk.case(&signed.actor, case).await?;
    let done = match noted(&site, &view, &sent.typed) {
        Ok((incident, sending)) => {
            let what = (&incident, sending);
            site.desk.note(&signed.actor, case, what, sent.file).await
        }
        Err(fault) => Err(fault),
    };
    answered(&site, shell, &signed, case, (sent.typed, "notes"), done).await
}

/// Leads back to the page where it was taken; else shows it again with what was typed. A script is told in short.
async fn answered(
    site: &Site,
    mut shell: Shell,
    signed: &Signed,
    case: ApplicationId,
    (typed, at): (Typed, &str),
    done: Result<(), Fault>,
) -> Result<Response, Failure> {
    shell.path = format!("/cases/{case}/day");
    let Err(fault) = done else {
        if shell.for_program {
            return Ok(Json(serde_json::json!({ "taken": true })).into_response());
        }
        return Ok(see_other(&format!("{}#{at}", shell.to(&shell.path))));
    };
    let faults = faults::shown(&shell, fault)?;
    let view = site.desk.case(&signed.actor, case).await?;
    if view.application.permit.is_none() {
        return Err(Failure::not_found());
    }
    Ok(faults::not_taken(shown(site, shell, &view, typed, faults).await?))
}
