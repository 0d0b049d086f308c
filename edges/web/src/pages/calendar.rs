//! The public calendar: events with a permit, by day, as far as their rulebooks let them be public. No account is needed; calendar
//! programs subscribe to it.

use crate::icalendar::{Day, calendar};
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::untold::in_its_place;
use crate::wording::{Named, hours, zone_named};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clearance::{PublicStage, Seen};
use rulebook::Field;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/calendar", get(show))
        .route("/calendar.ics", get(subscribed))
}

/// For how many days back a calendar program is told of events: a month, and less where a month of them leaves no room.
const DAYS_BACK: [i64; 3] = [31, 7, 1];
/// How many events it is told of at most; those ahead come first.
const MOST_EVENTS: usize = 500;

/// What is said of a permit that does not hold.
fn against(stage: PublicStage) -> Option<&'static str> {
    match stage {
        PublicStage::Suspended => Some("stage-suspended"),
        PublicStage::Revoked => Some("stage-revoked"),
        PublicStage::Lapsed => Some("stage-lapsed"),
        _ => None,
    }
}

struct Line {
    title: String,
    path: String,
    day: String,
    hours: String,
    place: String,
    organisers: String,
    /// That the permit does not hold, if it does not.
    against: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/calendar.html")]
struct CalendarPage {
    shell: Shell,
    lines: Vec<Line>,
    pager: Pager,
}

/// What is told of a field; else what it is, and that it is not told.
fn or_untold(t: Text, seen: &Seen, field: &Field, told: Option<String>) -> String {
    let untold = || {
        let untold = seen.untold(field)?;
        let words = [
            (
                "field",
                t.get(&format!("public-{}", field.name())).into_owned().into(),
            ),
            ("until", in_its_place(t, untold).into()),
        ];
        Some(t.with("public-untold", words))
    };
    told.or_else(untold).unwrap_or_default()
}

fn title(t: Text, seen: &Seen) -> String {
    let told = seen.told.title.as_ref().map(ToString::to_string);
    let permit = || seen.permit.clone().unwrap_or_default();
    let untold = || t.one("public-event-of", "permit", permit());
    told.unwrap_or_else(untold)
}

fn when(site: &Site, t: Text, seen: &Seen) -> String {
    let zone = zone_named(site, &seen.zone);
    let told = seen
        .told
        .hours
        .map(|(from, until)| hours(t, from, until, t.time(until, &zone, seen.date)));
    or_untold(t, seen, &Field::Hours, told)
}

fn place(t: Text, seen: &Seen) -> String {
    let told = seen.told.place.as_ref().map(ToString::to_string);
    or_untold(t, seen, &Field::Place, told)
}

fn organisers(t: Text, named: &Named, seen: &Seen) -> String {
    let told = seen.told.organisers.as_ref();
    let told = told.map(|organisers| named.organisers(organisers).join(", "));
    or_untold(t, seen, &Field::Organisers, told)
}

fn path(seen: &Seen) -> String {
    format!("/permits/{}", seen.permit.as_deref().unwrap_or_default())
}

async fn named(site: &Site, t: Text, seen: &[Seen]) -> Result<Named, Failure> {
    let organisers = seen.iter().flat_map(|one| one.told.organisers.iter().flatten());
    Named::of_these(site, t, organisers.map(|one| one.organisation)).await
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let begin = after.begin(site.today());
    let events = site.desk.calendar(&begin).await?;
    let named = named(&site, t, &events.lines).await?;
    let line = |seen: &Seen| Line {
        title: title(t, seen),
        path: path(seen),
        day: t.day(seen.date),
        hours: when(&site, t, seen),
        place: place(t, seen),
        organisers: organisers(t, &named, seen),
        against: against(seen.stage).map(|id| t.get(id).into_owned()),
    };
    let lines = events.lines.iter().map(line).collect();
    let pager = Pager::of_events(t, "/calendar", &begin, &events);
    let title = t.get("calendar-title");
    Ok(page(&CalendarPage {
        shell: shell.titled(title),
        lines,
        pager,
    }))
}

/// The calendar as calendar programs read it: events of the last month and those ahead.
async fn subscribed(State(site): State<Site>, shell: Shell) -> Result<Response, Failure> {
    let t = shell.t;
    let seen = site
        .desk
        .calendar_about(site.today(), &DAYS_BACK, MOST_EVENTS)
        .await?;
    let named = named(&site, t, &seen).await?;
    let day = |seen: &Seen| {
        let summary = match against(seen.stage) {
            None => title(t, seen),
            Some(id) => {
                let words = [
                    ("title", title(t, seen).into()),
                    ("against", t.get(id).into_owned().into()),
                ];
                t.with("public-event-against", words)
            }
        };
        let about = [when(&site, t, seen), place(t, seen), organisers(t, &named, seen)];
        Day {
            uid: format!("{}@{}", seen.reference, site.desk.origin()),
            // By what happened to it alone: a program that looks again finds nothing new where nothing is.
            sequence: seen.changed.map_or(0, |changed| changed.times),
            changed: seen
                .changed
                .map_or(jiff::Timestamp::UNIX_EPOCH, |changed| changed.at),
            date: seen.date,
            summary,
            description: about.join("\n"),
            url: site.address.clone() + &t.language().address(&path(seen)),
        }
    };
    let days: Vec<Day> = seen.iter().map(day).collect();
    let kind = (header::CONTENT_TYPE, "text/calendar; charset=utf-8");
    Ok(([kind], calendar(&t.get("calendar-title"), &days)).into_response())
}
