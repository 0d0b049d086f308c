//! The docket: an authority's undecided referrals, the most urgent first.

use super::only;
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::timeline::Tone;
use crate::wording::{Due, standing_of};
use crate::{Failure, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::views::application::DocketLine;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/docket", get(show))
}

struct Line {
    title: String,
    path: String,
    reference: String,
    event: String,
    due: String,
    tone: &'static str,
    standing: String,
}

#[derive(Template)]
#[template(path = "pages/docket.html")]
struct DocketPage {
    shell: Shell,
    count: String,
    lines: Vec<Line>,
    pager: Pager,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    only(&signed, &[Role::Officer, Role::Decider])?;
    let docket = site.desk.docket(&signed.actor, after.position()).await?;
    let t = shell.t;
    let today = site.today();
    let line = |line: &DocketLine| {
        let due = line.due.map(|due| Due::of(t, due, today));
        let tone = if due.as_ref().is_some_and(|due| due.overdue) {
            Tone::Bad
        } else {
            crate::wording::tone(line.standing)
        };
        Line {
            title: line.title.clone(),
            path: format!("/cases/{}/referrals/{}", line.application, line.authority),
            reference: line.reference.clone(),
            event: t.with(
                "docket-event",
                [
                    ("date", t.date(line.date).into()),
                    ("place", line.place.as_str().into()),
                ],
            ),
            due: due.map_or_else(|| t.get("docket-paused").into_owned(), |due| due.words),
            tone: tone.name(),
            standing: standing_of(t, line.standing, 0, line.advises),
        }
    };
    let lines = docket.lines.iter().map(line).collect();
    let count = t.one(
        "docket-count",
        "count",
        i64::try_from(docket.count).unwrap_or(i64::MAX),
    );
    let pager = Pager::new("/docket", docket.next);
    let title = t.get("docket-title");
    Ok(page(&DocketPage {
        shell: shell.titled(title),
        count,
        lines,
        pager,
    }))
}
