//! The docket: what an authority can still decide, the most urgent first, what it has to do about its conditions, and which appeals
//! are against it.

use super::only;
use super::standing_in::StandIns;
use crate::appeals::AppealList;
use crate::asked;
use crate::demands::{Told, condition_words};
use crate::duties::DutyList;
use crate::keeping::tag;
use crate::paging::{After, Pager};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{Due, moved_words, near, standing_of, tone, zone_named};
use crate::{Failure, Text, by_link, page};
use act::Role;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use clearance::{Kept, Share};
use desk::clearance::{Docket, DocketList};
use desk::views::application::{ConditionDue, DocketLine};
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

pub(crate) fn routes() -> Routes {
    let page = |list| {
        let show = move |site, shell, signed, after| show(list, site, shell, signed, after);
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

struct Line {
    title: String,
    path: String,
    reference: String,
    event: String,
    due: String,
    /// Whether that day is late: it is that which is bad, and not where the referral stands.
    late: bool,
    tone: &'static str,
    standing: String,
    /// What came meanwhile.
    news: Vec<String>,
    /// Who worked on it last.
    worked_on: Option<String>,
}

#[derive(Template)]
#[template(path = "pages/docket.html")]
struct DocketPage {
    shell: Shell,
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

/// How pressing a line is, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pressing {
    Reconcile,
    Overdue,
    Today,
    Soon,
    Later,
    Unknown,
    Others,
    Letter,
}

/// Within how many days what is due is told apart from what is due later.
const SOON: i32 = 7;

impl Pressing {
    fn of(line: &DocketLine, today: Date) -> Pressing {
        let soon = today.saturating_add(SOON.days());
        match line.due {
            _ if line.contradicts => Pressing::Reconcile,
            Some(due) if due < today => Pressing::Overdue,
            Some(due) if due == today => Pressing::Today,
            Some(due) if due <= soon => Pressing::Soon,
            Some(_) => Pressing::Later,
            None if line.letter.is_some() => Pressing::Letter,
            None if line.asked.is_some() => Pressing::Others,
            // Nobody is waited for: the calendar does not reach as far as the day, or the rest is decided without this advice.
            None => Pressing::Unknown,
        }
    }

    /// The Fluent id of its heading.
    fn heading(self) -> &'static str {
        match self {
            Pressing::Reconcile => "docket-group-reconcile",
            Pressing::Overdue => "docket-group-overdue",
            Pressing::Today => "docket-group-today",
            Pressing::Soon => "docket-group-soon",
            Pressing::Later => "docket-group-later",
            Pressing::Unknown => "docket-group-unknown",
            Pressing::Others => "docket-group-others",
            Pressing::Letter => "docket-group-letter",
        }
    }
}

/// A condition of a permit that there is something to do about.
struct ConditionLine {
    words: String,
    path: String,
    event: String,
    due: String,
    tone: &'static str,
    standing: String,
    /// That its permit is suspended.
    suspended: Option<String>,
}

async fn show(
    paged: DocketList,
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Query(after): Query<After>,
) -> Result<Response, Failure> {
    only(&signed, &[Role::Officer, Role::Decider])?;
    let t = shell.t;
    let today = site.today();
    let page_of = (paged, after.position());
    let docket = site.desk.docket(&signed.actor, page_of, today).await?;
    let mut groups: BTreeMap<Pressing, Vec<Line>> = BTreeMap::new();
    for line in &docket.lines {
        let group = groups.entry(Pressing::of(line, today)).or_default();
        let worked_on = worked_on(t, &signed, &docket, line);
        let shown = shown(t, line, today, &zone_named(&site, &line.zone));
        group.push(Line { worked_on, ..shown });
    }
    let group = |(pressing, lines): (Pressing, _)| Group {
        heading: t.get(pressing.heading()).into_owned(),
        lines,
    };
    let condition = |line: &ConditionDue| condition(t, line, today, &zone_named(&site, &line.zone));
    let title = t.get("docket-title");
    let list = match paged {
        DocketList::Mine => DocketList::Mine,
        _ => DocketList::Decisions,
    };
    Ok(page(&DocketPage {
        conditions_count: t.one("docket-conditions", "count", counted(docket.conditions.count)),
        conditions: docket.conditions.lines.iter().map(condition).collect(),
        conditions_pager: Pager::new(address(DocketList::Conditions), docket.conditions.next.clone()),
        duties: DutyList::of(&site, t, &docket.duties),
        appeals: AppealList::of(t, address(DocketList::Appeals), &docket.appeals),
        stands_in: StandIns::of(&site, t, &signed).await?,
        shell: shell.titled(title),
        count: count(t, &docket),
        shown: lists(t, paged, &docket),
        groups: groups.into_iter().map(group).collect(),
        pager: Pager::new(address(list), docket.next),
    }))
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

/// Who worked on a line last: two officers do not begin the same.
fn worked_on(t: Text, signed: &Signed, docket: &Docket, line: &DocketLine) -> Option<String> {
    let person = line.worked_on_by?;
    if person == signed.actor.person {
        return Some(t.get("docket-worked-on-by-you").into_owned());
    }
    let name = docket.people.get(&person)?.in_language(t.language().tag());
    Some(t.one("docket-worked-on", "person", name.to_owned()))
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

fn shown(t: Text, line: &DocketLine, today: Date, zone: &TimeZone) -> Line {
    let due = line.due.map(|due| Due::of(t, due, today, line.date));
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
        late: due.as_ref().is_some_and(|due| due.late),
        // The column says what the day is.
        due: match (due, line.due) {
            (Some(due), _) if due.late => due.words,
            (_, Some(day)) => near(t, day, today),
            (_, None) if line.contradicts => t.get("docket-reconcile").into_owned(),
            (_, None) if line.letter.is_some() => t.get("docket-letter-due").into_owned(),
            (_, None) if line.asked.is_some() => paused(t, line.share),
            (_, None) => t.get("docket-no-day").into_owned(),
        },
        tone: if line.contradicts {
            "bad"
        } else {
            tone(line.standing).name()
        },
        standing: if line.contradicts {
            t.get("stage-contradictory").into_owned()
        } else {
            standing_of(t, line.standing, 0, line.advises)
        },
        news: news(t, line, today, zone),
        worked_on: None,
    }
}

/// That the clock stands still, and how much of what it waits for is answered.
fn paused(t: Text, share: Option<Share>) -> String {
    let words = t.get("docket-paused").into_owned();
    match share {
        None => words,
        Some(one) => asked::of_words(t, words, one),
    }
}

/// What came meanwhile, what is most pressing first.
fn news(t: Text, line: &DocketLine, today: Date, zone: &TimeZone) -> Vec<String> {
    let refused = line.refused.then(|| t.get("docket-refused").into_owned());
    let came = [
        ("docket-reminded", line.reminded),
        ("docket-letter", line.letter),
        ("docket-reopened", line.reopened),
        ("docket-recommended", line.recommended),
        ("docket-handed-in", line.handed_in),
    ];
    let came = came
        .into_iter()
        .filter_map(|(id, at)| Some(t.one(id, "at", t.instant(at?, zone))));
    let moved = line
        .moved
        .map(|moved| t.with("docket-moved", moved_words(t, moved, today, zone)));
    let advice = by_link::due(t, &line.advice, today).into_iter();
    let advice = advice.map(|(_, words)| words);
    refused
        .into_iter()
        .chain(came)
        .chain(moved)
        .chain(advice)
        .collect()
}

/// What there is to do about a condition: look at what was shown, or see that it is shown.
fn condition(t: Text, line: &ConditionDue, today: Date, zone: &TimeZone) -> ConditionLine {
    let kept = match line.shown {
        Some(_) => Kept::Shown,
        None if line.declined => Kept::NotEnough,
        None => Kept::NotShown,
    };
    let overdue = line.shown.is_none() && line.due.is_some_and(|due| due < today);
    let (tone, standing) = tag(t, kept, overdue);
    // Whoever set it reads it here, in the words in which it was set.
    let told = Told {
        hours: Some((line.from, line.until)),
        rulebook: None,
    };
    let place = [
        ("date", t.date(line.date).into()),
        ("place", line.place.as_str().into()),
    ];
    let said = |id, day| t.one(id, "date", near(t, day, today));
    ConditionLine {
        words: condition_words(t, &line.condition, &told),
        path: format!(
            "/cases/{}/referrals/{}/conditions/{}",
            line.application, line.authority, line.number
        ),
        event: format!(
            "{} · {} · {}",
            line.title,
            line.reference,
            t.with("docket-event", place)
        ),
        due: match (line.shown, line.due) {
            (Some(at), _) => t.one("docket-shown", "at", t.instant(at, zone)),
            (None, Some(due)) if overdue => said("kept-overdue", due),
            (None, Some(due)) => said("kept-to-show", due),
            (None, None) => t.get("kept-no-day").into_owned(),
        },
        tone,
        standing,
        suspended: line.suspended.then(|| t.get("stage-suspended").into_owned()),
    }
}
