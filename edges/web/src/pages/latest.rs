//! Counted back from the day that cannot move: how much room each authority leaves, and until when what is still to come helps.

use super::needed::Filing;
use crate::Text;
use crate::position::Seen;
use crate::timeline::{Rail, Span, SpanKind, Timeline, Tone};
use crate::wording::short_name;
use act::AuthorityId;
use askama::Template;
use askama::filters::HtmlSafe;
use calendar::OwnCalendar;
use clearance::{Asked, LatestDays, Referral, Stage};
use desk::clearance::Sight;
use jiff::civil::Date;
use rulebook::{Competence, Rulebook};
use std::collections::BTreeMap;

/// One authority's line.
struct Row {
    name: String,
    float: (&'static str, String),
    /// What the day is, and the day.
    days: Vec<(String, String)>,
}

/// The days of all authorities that have not decided.
#[derive(Template)]
#[template(path = "parts/latest.html")]
pub(crate) struct Latest {
    t: Text,
    what: String,
    /// Which authority leaves least room.
    critical: Option<String>,
    /// Where nothing else on the page draws it.
    drawing: Option<String>,
    /// What the days of each are, and the days of the first.
    columns: Vec<(String, String)>,
    rows: Vec<Row>,
}

// Its template escapes what it shows; the drawing escapes its own words.
impl HtmlSafe for Latest {}

/// An authority's days, its name, and whether the outcome waits for it.
struct One {
    days: LatestDays,
    name: String,
    decides: bool,
    /// Since when its clock stands still, where it does.
    halted: Option<Date>,
}

/// Before an application is put to anybody: who would be asked.
pub(crate) struct Before<'a> {
    pub rulebook: &'a Rulebook,
    pub asked: &'a [Asked],
    pub own: &'a BTreeMap<AuthorityId, OwnCalendar>,
    pub event: Date,
    pub today: Date,
    /// Who has to be in time.
    pub filing: Filing,
}

impl Latest {
    /// Of an application that is put to nobody yet, were it put to them today.
    pub(crate) fn before(t: Text, before: &Before<'_>) -> Option<Latest> {
        let one = |asked: &Asked| {
            let known = before.rulebook.authority(&asked.required.authority)?;
            let own = before.own.iter().find(|(id, _)| id.as_str() == known.id);
            let own = own.map(|(_, own)| own);
            Some(One {
                days: clearance::ahead(asked, &known.calendar, own, before.event, before.today)?,
                name: known.short.in_language(t.language().tag()).to_owned(),
                decides: known.competence != Competence::Consultee,
                halted: None,
            })
        };
        let all: Vec<One> = before.asked.iter().filter_map(one).collect();
        let by = match before.filing {
            Filing::Applied => "column-hand-in-by",
            Filing::Circulated => "column-put-by",
        };
        let columns = ["column-expected", by];
        // A lead time asks for more days than a period takes: whoever has to be asked first is told by that day alone.
        let deciding = all.iter().filter(|one| one.decides);
        let first = deciding.min_by_key(|one| one.days.asked_by.unwrap_or(Date::MAX));
        let mut latest = Latest::of(t, "latest-before", &columns, &all)?;
        if let (true, Some(first)) = (latest.critical.is_some(), first) {
            latest.critical = Some(t.one("latest-first", "authority", first.name.as_str()));
        }
        latest.drawing = drawing(t, before, &all);
        Some(latest)
    }

    /// Of an application before the authorities, for those who wait for them or press them.
    pub(crate) fn under_way(seen: &Seen<'_>) -> Option<Latest> {
        let (t, application) = (seen.t, &seen.view.application);
        let event = application.submission.as_ref()?.event.date;
        let theirs = matches!(seen.view.sight, Sight::Organiser | Sight::Lead | Sight::Auditor);
        let open = application.stage() == Stage::InCirculation && seen.ended.is_none();
        if !theirs || !open || seen.view.is_refused() {
            return None;
        }
        let one = |referral: &Referral| {
            Some(One {
                days: clearance::under_way(referral, seen.clock(referral)?, event, seen.today)?,
                name: short_name(seen.site, t, application, referral),
                decides: !referral.advises(),
                halted: seen.halted_since(referral),
            })
        };
        let all: Vec<One> = application.in_order().into_iter().filter_map(one).collect();
        let columns = [
            "column-expected",
            "column-answer-by",
            "column-document-by",
            "column-asked-again-by",
        ];
        Latest::of(t, "latest-under-way", &columns, &all)
    }

    fn of(t: Text, what: &str, columns: &[&str], all: &[One]) -> Option<Latest> {
        let deciding = || all.iter().filter(|one| one.decides);
        let critical = clearance::critical(deciding().map(|one| &one.days));
        let critical = critical.and_then(|days| all.iter().find(|one| one.days.authority == days.authority));
        // Of one alone there is nothing to compare.
        let critical = critical.filter(|_| deciding().count() > 1);
        let row = |one: &One| Row {
            name: one.name.clone(),
            float: float(t, &one.days),
            days: columns
                .iter()
                .map(|column| (t.get(column).into_owned(), day(t, column, one)))
                .collect(),
        };
        let rows: Vec<Row> = all.iter().map(row).collect();
        Some(Latest {
            t,
            what: t.get(what).into_owned(),
            critical: critical.map(|one| {
                let id = match one.days.overdue {
                    None => "latest-critical",
                    Some(_) => "latest-critical-overdue",
                };
                t.one(id, "authority", one.name.as_str())
            }),
            drawing: None,
            columns: rows.first()?.days.clone(),
            rows,
        })
    }
}

/// The day that a column is of.
fn day(t: Text, column: &str, One { days, halted, .. }: &One) -> String {
    match (halted, column, days.expected) {
        (Some(_), "column-expected", Some(day)) => return t.one("latest-if-answered", "date", t.date(day)),
        (Some(since), "column-document-by", _) => return t.one("latest-halted", "date", t.date(*since)),
        _ => {}
    }
    if let (Some(due), "column-expected") = (days.overdue, column) {
        return t.one("next-overdue", "date", t.date(due));
    }
    let day = match column {
        "column-expected" => days.expected,
        "column-answer-by" => days.answer,
        "column-document-by" => days.document,
        _ => days.asked_by,
    };
    // Who is known to decide, and has no such day, has it behind.
    let none = if days.expected.is_some() && matches!(column, "column-answer-by" | "column-document-by") {
        "latest-over"
    } else {
        "latest-unknown"
    };
    day.map_or_else(|| t.get(none).into_owned(), |day| t.date(day))
}

/// How much room an authority leaves, in words.
fn float(t: Text, days: &LatestDays) -> (&'static str, String) {
    match days.float() {
        None => ("plain", t.get("latest-unknown").into_owned()),
        Some(float) if float < 0 => ("bad", t.one("float-late", "count", i64::from(-float))),
        Some(float) if days.overdue.is_some() => ("bad", t.one("float-days", "count", i64::from(float))),
        Some(float) => ("ok", t.one("float-days", "count", i64::from(float))),
    }
}

/// The period of each, counted back from the event.
fn drawing(t: Text, before: &Before<'_>, all: &[One]) -> Option<String> {
    let rail = |one: &One| {
        let from = one.days.asked_by?;
        let late = from < before.today;
        let id = match (before.filing, late) {
            (Filing::Applied, false) => "latest-by",
            (Filing::Applied, true) => "latest-passed",
            (Filing::Circulated, false) => "ahead-latest",
            (Filing::Circulated, true) => "ahead-latest-passed",
        };
        let kind = if late {
            SpanKind::Overdue
        } else {
            SpanKind::Expected
        };
        let span = |from, until, kind| Span { from, until, kind };
        let period = span(from.max(before.today), one.days.decided_by, SpanKind::Expected);
        let passed = span(from, before.today, kind);
        Some(Rail {
            label: one.name.clone(),
            state: t.one(id, "date", t.date(from)),
            tone: if late { Tone::Bad } else { Tone::Plain },
            spans: if late { vec![passed, period] } else { vec![period] },
            fan: None,
        })
    };
    let rails: Vec<Rail> = all.iter().filter_map(rail).collect();
    if rails.is_empty() {
        return None;
    }
    let (today, event) = (before.today, before.event);
    Timeline { today, event, rails }.drawn(t).render().ok()
}
