//! The public calendar: events with a permit, by day. No account is needed.

use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::{Named, hours, zone_named};
use crate::{Failure, page};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::views::application::{CalendarLine, Holds};

pub(crate) fn routes() -> Routes {
    Routes::new().route("/calendar", get(show))
}

/// What is said of a permit that does not hold.
fn against(holds: Holds) -> Option<&'static str> {
    match holds {
        Holds::InForce => None,
        Holds::Suspended => Some("stage-suspended"),
        Holds::Revoked => Some("stage-revoked"),
        Holds::Replaced => Some("stage-replaced"),
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

async fn show(
    State(site): State<Site>,
    shell: Shell,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let begin = after.begin(site.today());
    let events = site.desk.calendar(&begin).await?;
    let organisers = events.lines.iter().flat_map(|line| &line.organisers);
    let named = Named::of_these(&site, t, organisers.map(|one| one.organisation)).await?;
    let line = |line: &CalendarLine| {
        let zone = zone_named(&site, &line.zone);
        Line {
            title: line.title.clone(),
            path: format!("/permits/{}", line.permit),
            day: t.day(line.date),
            hours: hours(t, line.from, line.until, t.time(line.until, &zone, line.date)),
            place: line.place.clone(),
            organisers: named.organisers(&line.organisers).join(", "),
            against: against(line.holds).map(|id| t.get(id).into_owned()),
        }
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
