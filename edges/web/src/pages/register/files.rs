//! The register for other programs: a list as CSV, written while it is sent; a page of it, and one entry, as JSON.

use super::{Asked, bound_to};
use crate::attachment::attachment;
use crate::flowing::flowing;
use crate::paging::After;
use crate::shell::Shell;
use crate::site::Site;
use crate::{Failure, Text, csv};
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use clearance::{Seen, Untold};
use desk::clearance::{Position, RegisterQuery, Standing};
use desk::{Desk, Fault};
use http_body_util::channel::{Channel, Sender};
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// The form of an entry: `docs/formats/register.md`.
const FORMAT: &str = "placet-register/1";

const COLUMNS: &str = "reference,permit,standing,day,title,parts,place,from,until,zone,organisers,lead,asked,decided,withheld\r\n";

/// What an address asks for; else the answer that names what of it says nothing, for a program whatever it says that it takes.
fn asked(address: Option<&str>, site: &Site, t: Text) -> Result<RegisterQuery, Box<Response>> {
    let read = Asked::read(address, site.today());
    read.map(|asked| asked.query).map_err(|faulty| {
        let (_, faults) = *faulty;
        let failure = Failure::not_taken(Fault::Invalid(faults));
        Box::new(failure.problem(t).into_response())
    })
}

/// What is not told of an entry, by the names of its fields.
fn withheld(seen: &Seen) -> Vec<String> {
    seen.untold.iter().map(|one| one.field().to_string()).collect()
}

fn told(site: &Site, seen: &Seen) -> Value {
    let told = &seen.told;
    let rulebook = bound_to(site, seen);
    let untold = |one: &Untold| match one {
        Untold::Rule(rule) => json!({
            "field": rule.field,
            "until": if rule.until_over { "over" } else { "never" },
            "rule": rule.rule,
            "reason": rulebook.as_deref().and_then(|of| of.reason(&rule.reason)),
            "citation": rule.citation,
            "kind": rule.kind,
            "link": rule.link,
        }),
        Untold::Later { field, since } => json!({ "field": field, "until": since }),
        Untold::Never { field } => json!({ "field": field, "until": "never" }),
    };
    let organisers = told.organisers.as_ref();
    json!({
        "reference": seen.reference,
        "permit": seen.permit,
        "standing": Standing::of(seen).name(),
        "day": seen.date,
        "zone": seen.zone,
        "lead": { "authority": seen.lead.authority, "name": seen.lead.name },
        "rulebook": seen.rulebook,
        "title": told.title,
        "description": told.description,
        "parts": told.parts,
        "place": told.place,
        "from": told.hours.map(|(from, _)| from.to_string()),
        "until": told.hours.map(|(_, until)| until.to_string()),
        "organisers": organisers.map(|all| all.iter().map(|one| &one.name).collect::<Vec<_>>()),
        "authorities": told.authorities,
        "conditions": told.conditions,
        "answers": told.answers,
        "withheld": seen.untold.iter().map(untold).collect::<Vec<_>>(),
    })
}

/// One entry.
pub(super) async fn entry(
    State(site): State<Site>,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let seen = site.desk.register_entry(&reference).await?;
    let mut entry = told(&site, &seen);
    if let Some(fields) = entry.as_object_mut() {
        fields.insert("format".to_owned(), FORMAT.into());
    }
    Ok(Json(entry).into_response())
}

/// A page of the list, and the address of the next.
pub(super) async fn json(
    State(site): State<Site>,
    shell: Shell,
    Query(after): Query<After>,
    RawQuery(address): RawQuery,
) -> Result<Response, Failure> {
    let query = match asked(address.as_deref(), &site, shell.t) {
        Ok(query) => query,
        Err(problem) => return Ok(*problem),
    };
    let found = site.desk.register(&query, after.position()).await?;
    let entries: Vec<Value> = found.entries.iter().map(|seen| told(&site, seen)).collect();
    let next = found
        .next
        .map(|(after, key)| json!({ "after": after, "key": key }));
    Ok(Json(json!({ "format": FORMAT, "entries": entries, "next": next })).into_response())
}

/// A line of the file.
fn row(seen: &Seen) -> String {
    let told = &seen.told;
    let text = |text: &Option<act::Title>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    let time = |time: Option<jiff::civil::Time>| {
        time.map_or_else(String::new, |time| time.strftime("%H:%M").to_string())
    };
    let parts = told.parts.iter().flatten().map(ToString::to_string);
    let organisers = told.organisers.iter().flatten().map(|one| one.name.to_string());
    let all = || told.authorities.iter().flatten();
    let asked = all().map(|one| one.authority.to_string());
    let decided = all()
        .filter(|one| one.decided)
        .map(|one| one.authority.to_string());
    let joined = |each: Vec<String>, by: &str| each.join(by);
    let cells = [
        seen.reference.clone(),
        seen.permit.clone().unwrap_or_default(),
        Standing::of(seen).name().to_owned(),
        seen.date.to_string(),
        text(&told.title),
        joined(parts.collect(), "; "),
        text(&told.place),
        time(told.hours.map(|(from, _)| from)),
        time(told.hours.map(|(_, until)| until)),
        seen.zone.clone(),
        joined(organisers.collect(), "; "),
        seen.lead.authority.to_string(),
        joined(asked.collect(), " "),
        joined(decided.collect(), " "),
        joined(withheld(seen), " "),
    ];
    csv::row(&cells)
}

/// How many lists are written at once: each reads pages for as long as it lasts, and anyone may ask for one.
const WRITTEN_AT_ONCE: usize = 4;
static WRITING: Semaphore = Semaphore::const_new(WRITTEN_AT_ONCE);

/// How long whoever reads may take nothing, and how long the whole of it may last: another one waits for the turn.
const STALLED: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_secs(600);

/// Hands on a piece; whether whoever it is for took it in time.
async fn handed_on(to: &mut Sender<Bytes, Fault>, piece: Bytes) -> bool {
    let sent = tokio::time::timeout(STALLED, to.send_data(piece)).await;
    matches!(sent, Ok(Ok(())))
}

/// Writes the list page by page; whether whoever it is for took all of it.
async fn fill(to: &mut Sender<Bytes, Fault>, desk: &Desk, query: &RegisterQuery) -> Result<bool, Fault> {
    if !handed_on(to, COLUMNS.into()).await {
        return Ok(false);
    }
    let mut after: Option<Position> = None;
    loop {
        let found = desk.register(query, after).await?;
        let rows: String = found.entries.iter().map(row).collect();
        if !handed_on(to, rows.into()).await {
            return Ok(false);
        }
        match found.next {
            Some(next) => after = Some(next),
            None => return Ok(true),
        }
    }
}

/// A list whole, as a table for other programs (RFC 4180): never in memory whole, however long it is. A few are written at once, and
/// whoever comes then waits.
pub(super) async fn csv(
    State(site): State<Site>,
    shell: Shell,
    RawQuery(address): RawQuery,
) -> Result<Response, Failure> {
    let query = match asked(address.as_deref(), &site, shell.t) {
        Ok(query) => query,
        Err(problem) => return Ok(*problem),
    };
    let turn = WRITING.acquire().await.map_err(|_| Failure::internal())?;
    let desk: Arc<Desk> = site.desk.clone();
    let (mut to, channel) = Channel::new(1);
    tokio::spawn(async move {
        let _turn = turn;
        match tokio::time::timeout(LONGEST, fill(&mut to, &desk, &query)).await {
            Ok(Ok(true)) => {}
            // A list that ends early must not pass for a whole one.
            Ok(Ok(false)) | Err(_) => to.abort(Fault::NotFound),
            Ok(Err(fault)) => {
                tracing::error!(%fault, "the register as a file was cut off");
                to.abort(fault);
            }
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        attachment("register.csv"),
    ];
    Ok((headers, flowing(channel)).into_response())
}
