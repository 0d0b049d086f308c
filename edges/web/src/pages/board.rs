//! The coordinator's board: what waits for her now, and apart from it what waits for others; each the soonest event first.

use super::{events, only};
use crate::paging::{After, Pager, ahead};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::clearance::{Begin, Listed, WaitsFor};
use desk::views::application::CaseLine;
use jiff::civil::Date;

const OWN: &str = "/board";
const OTHERS: &str = "/board/waiting";

pub(crate) fn routes() -> Routes {
    Routes::new().route(OWN, get(show)).route(OTHERS, get(waiting))
}

/// Those that wait for someone.
struct List {
    /// How many.
    count: String,
    lines: Vec<events::EventLine>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "pages/board.html")]
struct BoardPage {
    shell: Shell,
    lists: Vec<List>,
}

impl List {
    fn of(t: Text, whom: WaitsFor, begin: &Begin, cases: &Listed<CaseLine>, today: Date) -> List {
        let (path, counted, in_all) = match whom {
            WaitsFor::Lead => (OWN, "board-count", "board-count-all"),
            WaitsFor::Others => (OTHERS, "board-waiting", "board-waiting-all"),
        };
        // Those whose day has passed are counted apart wherever their number is known.
        let (id, count) = match ahead(cases) {
            Some(count) => (counted, count),
            None => (in_all, cases.count),
        };
        List {
            count: t.one(id, "count", i64::try_from(count).unwrap_or(i64::MAX)),
            lines: cases
                .lines
                .iter()
                .map(|line| events::line(t, line, today))
                .collect(),
            pager: Pager::of_events(t, path, begin, cases),
        }
    }
}

async fn shown(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    lists: [(WaitsFor, Begin); 2],
) -> Result<Response, Failure> {
    only(signed, &[Role::Coordinator])?;
    let (t, today) = (shell.t, site.today());
    let mut shown = vec![];
    for (whom, begin) in lists {
        let cases = site.desk.board(&signed.actor, whom, &begin).await?;
        shown.push(List::of(t, whom, &begin, &cases, today));
    }
    let title = t.get("board-title");
    Ok(page(&BoardPage {
        shell: shell.titled(title),
        lists: shown,
    }))
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let today = site.today();
    let lists = [
        (WaitsFor::Lead, after.begin(today)),
        (WaitsFor::Others, Begin::On(today)),
    ];
    shown(&site, shell, &signed, lists).await
}

/// The same, further on in what waits for others.
async fn waiting(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    let today = site.today();
    let lists = [
        (WaitsFor::Lead, Begin::On(today)),
        (WaitsFor::Others, after.begin(today)),
    ];
    shown(&site, shell, &signed, lists).await
}
