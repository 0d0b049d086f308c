//! The coordinator's board: first what waits for a decision that is overdue, and the permits of which a condition is, then what
//! waits for her now, and apart from these what waits for others who have time.

use super::held::ClashLine;
use super::standing_in::StandIns;
use super::{events, only};
use crate::appeals::AppealList;
use crate::duties::DutyList;
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, by_link, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::clearance::{Listed, WaitsFor};
use desk::views::application::CaseLine;

pub(crate) fn routes() -> Routes {
    let page = |whom| {
        let show = move |site, shell, signed, after| show(whom, site, shell, signed, after);
        (address(whom), get(show))
    };
    [
        WaitsFor::Lead,
        WaitsFor::Overdue,
        WaitsFor::Others,
        WaitsFor::Conditions,
        WaitsFor::Appeals,
    ]
    .map(page)
    .into_iter()
    .fold(Routes::new(), |routes, (address, shown)| {
        routes.route(address, shown)
    })
}

/// Where a list goes on. Each of these addresses has all the lists.
const fn address(whom: WaitsFor) -> &'static str {
    match whom {
        WaitsFor::Lead => "/board",
        WaitsFor::Overdue => "/board/overdue",
        WaitsFor::Others => "/board/waiting",
        WaitsFor::Conditions => "/board/conditions",
        WaitsFor::Appeals => "/board/appeals",
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
    stands_in: StandIns,
    lists: Vec<List>,
    /// Those that want one place at one time.
    clashes: Vec<ClashLine>,
    /// How many ask for a day to be held, and wait for an answer.
    holds: Option<String>,
    /// What is to be said of payments.
    duties: Option<DutyList>,
    /// Appeals in the cases that are led here.
    appeals: Option<AppealList>,
}

impl List {
    fn of(site: &Site, t: Text, (id, whom): (&str, WaitsFor), cases: &Listed<CaseLine>) -> List {
        List {
            count: t.one(id, "count", i64::try_from(cases.count).unwrap_or(i64::MAX)),
            lines: cases.lines.iter().map(|line| board_line(site, t, line)).collect(),
            pager: Pager::new(address(whom), cases.next.clone()),
        }
    }
}

/// A case, with the advice by links that the lead awaits in it.
fn board_line(site: &Site, t: Text, line: &CaseLine) -> events::EventLine {
    let mut shown = events::line(site, t, line);
    if line.underinsured && line.last >= site.today() {
        shown.late.push(t.get("event-underinsured").into_owned());
    }
    for (late, words) in by_link::due(t, &line.advice, site.today()) {
        if late {
            shown.late.push(words);
        } else {
            shown.moved.push(words);
        }
    }
    shown
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
    let page_of = (paged, after.position());
    let board = site.desk.board(&signed.actor, today, page_of).await?;
    let held = site.desk.standing_holds(&signed.actor, today).await?;
    let asked = held.iter().filter(|one| one.is_asked).count();
    // That nothing waits is said only where nothing does: nothing overdue, nothing to answer, no day to hold.
    let waits = board.overdue.count + board.conditions.count + board.duties.count > 0 || asked > 0;
    let is_danger = |whom| matches!(whom, WaitsFor::Overdue | WaitsFor::Conditions);
    let is_said = |whom, count| count > 0 || !is_danger(whom) && !waits;
    let lists = [
        (("board-overdue", WaitsFor::Overdue), &board.overdue),
        (("board-conditions", WaitsFor::Conditions), &board.conditions),
        (("board-count", WaitsFor::Lead), &board.lead),
        (("board-waiting", WaitsFor::Others), &board.others),
    ];
    let lists = lists
        .into_iter()
        .filter(|((_, whom), cases)| is_said(*whom, cases.count));
    let clashes = site.desk.clashes(&signed.actor, today).await?;
    let asked = i64::try_from(asked).unwrap_or(i64::MAX);
    let title = t.get("board-title");
    Ok(page(&BoardPage {
        clashes: clashes.iter().map(|one| ClashLine::of(t, one)).collect(),
        holds: (!held.is_empty()).then(|| t.one("board-holds", "count", asked)),
        duties: DutyList::of(&site, t, &board.duties),
        appeals: AppealList::of(t, address(WaitsFor::Appeals), &board.appeals),
        stands_in: StandIns::of(&site, t, &signed).await?,
        shell: shell.titled(title),
        lists: lists
            .map(|(whom, cases)| List::of(&site, t, whom, cases))
            .collect(),
    }))
}
