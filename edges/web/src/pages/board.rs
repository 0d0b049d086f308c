//! The coordinator's board: first what waits for a decision that is overdue, and the permits of which a condition is, then what
//! waits for her now, and apart from these what waits for others who have time.

use super::held::ClashLine;
use super::standing_in::StandIns;
use super::together::{Stand, Tick, TickAll, Ticking, Ticks, Together};
use super::{events, only};
use crate::appeals::AppealList;
use crate::duties::DutyList;
use crate::paging::{After, Pager};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, by_link, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use desk::clearance::{Board, Listed, Position, WaitsFor};
use desk::views::application::CaseLine;

pub(crate) fn routes() -> Routes {
    let page = |whom| {
        let show = move |site, shell, signed, after, tick| show(whom, site, shell, signed, (after, tick));
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
    /// What can be done to several of them at once, where something can.
    ticking: Option<Ticking>,
    lines: Vec<BoardLine>,
    pager: Pager,
}

/// A case, and its tick.
struct BoardLine {
    shown: events::EventLine,
    /// None where nothing can be done together with others.
    tick: Option<Tick>,
}

#[derive(Template)]
#[template(path = "pages/board.html")]
struct BoardPage {
    shell: Shell,
    faults: Faults,
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
    fn of(
        site: &Site,
        t: Text,
        (id, whom): (&str, WaitsFor),
        cases: &Listed<CaseLine>,
        ticks: &Ticks,
    ) -> List {
        let tick = |line: &CaseLine| {
            let tick = Tick::of(t, (&line.application, None), (&line.title, &line.reference));
            tick.ticked(ticks.has(&line.application, None))
        };
        let line = |line: &CaseLine| BoardLine {
            shown: board_line(site, t, line),
            tick: events::can_be_reminded(site, line).then(|| tick(line)),
        };
        List {
            count: t.one(id, "count", i64::try_from(cases.count).unwrap_or(i64::MAX)),
            ticking: None,
            lines: cases.lines.iter().map(line).collect(),
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
    (Query(after), Query(tick)): (Query<After>, Query<TickAll>),
) -> Result<Response, Failure> {
    only(&signed, &[Role::Coordinator])?;
    let page_of = (paged, after.position());
    board(&site, shell, &signed, page_of, (tick.ticks(), Faults::none())).await
}

/// The board again, with what was ticked among those that wait for a decision that is overdue.
pub(super) async fn again(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    stand: Stand,
    ticked: (Ticks, Faults),
) -> Result<Response, Failure> {
    board(site, shell, signed, (WaitsFor::Overdue, stand.after), ticked).await
}

async fn board(
    site: &Site,
    mut shell: Shell,
    signed: &Signed,
    (paged, after): (WaitsFor, Option<Position>),
    (ticks, faults): (Ticks, Faults),
) -> Result<Response, Failure> {
    let (t, today) = (shell.t, site.today());
    let page_of = (paged, after.clone());
    let board = site.desk.board(&signed.actor, today, page_of).await?;
    let held = site.desk.standing_holds(&signed.actor, today).await?;
    let asked = held.iter().filter(|one| one.is_asked).count();
    let clashes = site.desk.clashes(&signed.actor, today).await?;
    let mut lists = lists(site, t, &board, asked > 0, &ticks);
    let stand = Stand {
        mine: false,
        after: after.filter(|_| paged == WaitsFor::Overdue),
    };
    // The overdue are the first of the lists, where there are any.
    let is_ticked = |list: &&mut List| list.lines.iter().any(|one| one.tick.is_some());
    let first = lists.first_mut().filter(|_| !board.overdue.lines.is_empty());
    if let Some(first) = first.filter(is_ticked) {
        let at = (address(WaitsFor::Overdue), &stand);
        first.ticking = Ticking::of(t, at, &ticks, &[Together::Remind], &faults);
    }
    let asked = i64::try_from(asked).unwrap_or(i64::MAX);
    let title = t.get("board-title");
    shell.faulty = !faults.is_empty();
    Ok(page(&BoardPage {
        faults: Ticking::named(t, faults),
        clashes: clashes.iter().map(|one| ClashLine::of(t, one)).collect(),
        holds: (!held.is_empty()).then(|| t.one("board-holds", "count", asked)),
        duties: DutyList::of(site, t, &board.duties),
        appeals: AppealList::of(t, address(WaitsFor::Appeals), &board.appeals),
        stands_in: StandIns::of(site, t, signed).await?,
        shell: shell.titled(title),
        lists,
    }))
}

/// The lists of cases, of which those are shown that there is something to say of.
fn lists(site: &Site, t: Text, board: &Board, asked: bool, ticks: &Ticks) -> Vec<List> {
    // That nothing waits is said only where nothing does: nothing overdue, nothing to answer, no day to hold.
    let waits = board.overdue.count + board.conditions.count + board.duties.count > 0 || asked;
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
    lists
        .map(|(whom, cases)| List::of(site, t, whom, cases, ticks))
        .collect()
}
