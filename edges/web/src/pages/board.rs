//! The coordinator's board: every application of the lead authority, the soonest event first.

use super::{events, only};
use crate::paging::{After, Pager, ahead};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;

pub(crate) fn routes() -> Routes {
    Routes::new().route("/board", get(show))
}

#[derive(Template)]
#[template(path = "pages/board.html")]
struct BoardPage {
    shell: Shell,
    count: String,
    lines: Vec<events::EventLine>,
    pager: Pager,
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    only(&signed, &[Role::Coordinator])?;
    let t = shell.t;
    let today = site.today();
    let begin = after.begin(today);
    let cases = site.desk.cases(&signed.actor, &begin).await?;
    let lines = cases
        .lines
        .iter()
        .map(|line| events::line(t, line, today))
        .collect();
    let (id, count) = match ahead(&cases) {
        Some(count) if cases.count > 0 => ("board-count", count),
        _ => ("board-count-all", cases.count),
    };
    let count = t.one(id, "count", i64::try_from(count).unwrap_or(i64::MAX));
    let pager = Pager::of_events(t, "/board", &begin, &cases);
    let title = t.get("board-title");
    Ok(page(&BoardPage {
        shell: shell.titled(title),
        count,
        lines,
        pager,
    }))
}
