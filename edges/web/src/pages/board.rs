//! The coordinator's board: first what waits for a decision that is overdue, then what waits for her now, and apart from both
//! what waits for others who have time.

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

pub(crate) fn routes() -> Routes {
    let page = |whom| {
        let show = move |site, shell, signed, after| show(whom, site, shell, signed, after);
        (address(whom), get(show))
    };
    [WaitsFor::Lead, WaitsFor::Overdue, WaitsFor::Others]
        .map(page)
        .into_iter()
        .fold(Routes::new(), |routes, (address, shown)| {
            routes.route(address, shown)
        })
}

/// Where a list goes on. Each of these addresses has all three lists.
const fn address(whom: WaitsFor) -> &'static str {
    match whom {
        WaitsFor::Lead => "/board",
        WaitsFor::Overdue => "/board/overdue",
        WaitsFor::Others => "/board/waiting",
    }
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
        // Those whose day has passed are counted apart wherever their number is known; what is overdue can still be decided.
        let (id, count) = match (whom, ahead(begin, cases)) {
            (WaitsFor::Overdue, _) => ("board-overdue", cases.count),
            (WaitsFor::Lead, Some(count)) => ("board-count", count),
            (WaitsFor::Lead, None) => ("board-count-all", cases.count),
            (WaitsFor::Others, Some(count)) => ("board-waiting", count),
            (WaitsFor::Others, None) => ("board-waiting-all", cases.count),
        };
        List {
            count: t.one(id, "count", i64::try_from(count).unwrap_or(i64::MAX)),
            lines: cases
                .lines
                .iter()
                .map(|line| events::line(t, line, today))
                .collect(),
            pager: Pager::of_events(t, address(whom), begin, cases),
        }
    }
}

/// The board, of which one list begins where its address says.
async fn show(
    paged: WaitsFor,
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    only(&signed, &[Role::Coordinator])?;
    let (t, today) = (shell.t, site.today());
    let begin = after.begin(today);
    let board = site.desk.board(&signed.actor, today, (paged, &begin)).await?;
    let list = |whom, cases| {
        let first = Begin::On(today);
        List::of(t, whom, if whom == paged { &begin } else { &first }, cases, today)
    };
    let overdue = (board.overdue.count > 0).then(|| list(WaitsFor::Overdue, &board.overdue));
    let others = [
        list(WaitsFor::Lead, &board.lead),
        list(WaitsFor::Others, &board.others),
    ];
    let title = t.get("board-title");
    Ok(page(&BoardPage {
        shell: shell.titled(title),
        lists: overdue.into_iter().chain(others).collect(),
    }))
}
