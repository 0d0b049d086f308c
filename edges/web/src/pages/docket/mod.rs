//! The docket: what an authority can still decide, the most urgent first, what it has to do about its conditions, and which appeals
//! are against it.

mod lines;

use super::only;
use super::standing_in::StandIns;
use super::together::{Stand, TickAll, Ticking, Ticks, Together};
use crate::appeals::AppealList;
use crate::duties::DutyList;
use crate::paging::{After, Pager};
use crate::parts::Faults;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::zone_named;
use crate::{Failure, Text, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::Standing;
use desk::clearance::{Docket, DocketList, Position};
use desk::views::application::{ConditionDue, DocketLine};
use jiff::civil::Date;
use lines::{ConditionLine, Line, Pressing, condition, shown, worked_on};
use std::collections::BTreeMap;

pub(crate) fn routes() -> Routes {
    let page = |list| {
        let show = move |site, shell, signed, after, tick| show(list, site, shell, signed, (after, tick));
        (address(list), get(show))
    };
    [
        DocketList::Decisions,
        DocketList::Mine,
        DocketList::Conditions,
        DocketList::Appeals,
    ]
    .map(page)
    .into_iter()
    .fold(Routes::new(), |routes, (address, shown)| {
        routes.route(address, shown)
    })
}

/// Where a list goes on. Each of these addresses has both.
const fn address(list: DocketList) -> &'static str {
    match list {
        DocketList::Decisions => "/docket",
        DocketList::Mine => "/docket/mine",
        DocketList::Conditions => "/docket/conditions",
        DocketList::Appeals => "/docket/appeals",
    }
}

#[derive(Template)]
#[template(path = "pages/docket.html")]
struct DocketPage {
    shell: Shell,
    faults: Faults,
    /// What can be done to several lines at once; none where there is none.
    ticking: Option<Ticking>,
    count: String,
    /// The lists of what can be decided: all, and what the reader worked on; none where the reader worked on nothing.
    shown: Vec<Shown>,
    groups: Vec<Group>,
    pager: Pager,
    /// How many conditions of permits there is something to do about.
    conditions_count: String,
    conditions: Vec<ConditionLine>,
    conditions_pager: Pager,
    /// What it has to do beside.
    duties: Option<DutyList>,
    /// Appeals against what the authority decided.
    appeals: Option<AppealList>,
    stands_in: StandIns,
}

/// A list that can be chosen.
struct Shown {
    words: String,
    path: &'static str,
    /// Whether it is the one that is shown.
    here: bool,
}

/// Lines that are equally pressing.
struct Group {
    heading: String,
    lines: Vec<Line>,
}

async fn show(
    paged: DocketList,
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    (Query(after), Query(tick)): (Query<After>, Query<TickAll>),
) -> Result<Response, Failure> {
    only(&signed, &[Role::Officer, Role::Decider])?;
    let page_of = (paged, after.position());
    docket(&site, shell, &signed, page_of, (tick.ticks(), Faults::none())).await
}

/// The docket again, with what was ticked in it.
pub(super) async fn again(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    stand: Stand,
    ticked: (Ticks, Faults),
) -> Result<Response, Failure> {
    let list = if stand.mine {
        DocketList::Mine
    } else {
        DocketList::Decisions
    };
    docket(site, shell, signed, (list, stand.after), ticked).await
}

async fn docket(
    site: &Site,
    mut shell: Shell,
    signed: &Signed,
    (paged, after): (DocketList, Option<Position>),
    (ticks, faults): (Ticks, Faults),
) -> Result<Response, Failure> {
    let (t, today) = (shell.t, site.today());
    let page_of = (paged, after.clone());
    let docket = site.desk.docket(&signed.actor, page_of, today).await?;
    let condition = |line: &ConditionDue| condition(t, line, today, &zone_named(site, &line.zone));
    let title = t.get("docket-title");
    let list = match paged {
        DocketList::Mine => DocketList::Mine,
        _ => DocketList::Decisions,
    };
    let stand = Stand {
        mine: list == DocketList::Mine,
        after: after.filter(|_| list == paged),
    };
    let acts = together(&docket.lines);
    shell.faulty = !faults.is_empty();
    Ok(page(&DocketPage {
        ticking: Ticking::of(t, (address(list), &stand), &ticks, &acts, &faults),
        faults: Ticking::named(t, faults),
        conditions_count: t.one("docket-conditions", "count", counted(docket.conditions.count)),
        conditions: docket.conditions.lines.iter().map(condition).collect(),
        conditions_pager: Pager::new(address(DocketList::Conditions), docket.conditions.next.clone()),
        duties: DutyList::of(site, t, &docket.duties),
        appeals: AppealList::of(t, address(DocketList::Appeals), &docket.appeals),
        stands_in: StandIns::of(site, t, signed).await?,
        shell: shell.titled(title),
        count: count(t, &docket),
        shown: lists(t, paged, &docket),
        groups: groups(site, t, signed, &docket, &ticks),
        pager: Pager::new(address(list), docket.next),
    }))
}

/// What can be done to several of these lines at once.
fn together(lines: &[DocketLine]) -> Vec<Together> {
    let begins = lines.iter().any(|one| one.standing == Standing::Referred);
    let review = begins.then_some(Together::Review);
    let watch = (!lines.is_empty()).then_some(Together::Watch);
    review.into_iter().chain(watch).collect()
}

/// The lines of a page, the most pressing first.
fn groups(site: &Site, t: Text, signed: &Signed, docket: &Docket, ticks: &Ticks) -> Vec<Group> {
    let today: Date = site.today();
    let mut groups: BTreeMap<Pressing, Vec<Line>> = BTreeMap::new();
    for line in &docket.lines {
        let group = groups.entry(Pressing::of(line, today)).or_default();
        let shown = shown(t, line, today, &zone_named(site, &line.zone));
        group.push(Line {
            worked_on: worked_on(t, signed, docket, line),
            tick: shown
                .tick
                .ticked(ticks.has(&line.application, Some(&line.authority))),
            ..shown
        });
    }
    let group = |(pressing, lines): (Pressing, _)| Group {
        heading: t.get(pressing.heading()).into_owned(),
        lines,
    };
    groups.into_iter().map(group).collect()
}

fn counted(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// All lines, and those that the reader worked on.
fn lists(t: Text, paged: DocketList, docket: &Docket) -> Vec<Shown> {
    if docket.mine == 0 && paged != DocketList::Mine {
        return vec![];
    }
    let list = |words, list| Shown {
        words,
        path: address(list),
        here: (list == DocketList::Mine) == (paged == DocketList::Mine),
    };
    vec![
        list(t.get("docket-all").into_owned(), DocketList::Decisions),
        list(
            t.one("docket-mine", "count", counted(docket.mine)),
            DocketList::Mine,
        ),
    ]
}

/// How many wait for the authority's decision, how many for its advice, and how many for the organisers.
fn count(t: Text, docket: &Docket) -> String {
    let said = [
        ("docket-contradicting", docket.contradicting),
        ("docket-count", docket.waiting),
        ("docket-recommending", docket.recommending),
        ("docket-advising", docket.advising),
        ("docket-awaiting", docket.awaiting),
        ("docket-by-letter", docket.by_letter),
    ];
    // That nothing waits is said once, of all.
    let nothing = (docket.waiting
        + docket.advising
        + docket.recommending
        + docket.contradicting
        + docket.conditions.count
        + docket.duties.count
        + docket.appeals.count
        + docket.by_letter
        == 0)
        .then(|| t.get("docket-nothing").into_owned());
    let said = said.into_iter().filter(|(_, count)| *count > 0);
    let said = said.map(|(id, count)| t.one(id, "count", counted(count)));
    nothing.into_iter().chain(said).collect::<Vec<_>>().join(" ")
}
