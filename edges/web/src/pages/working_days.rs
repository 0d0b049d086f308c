//! The days that an authority enters itself: closed besides the holidays, worked in spite of them, or closed early. Each changes by
//! when open cases are to be decided, so the first press shows which, and by how much.

mod changing;

use super::entry::{Entering, Entry, Field};
use super::{id, only};
use crate::acting::acted_as;
use crate::form::Typed;
use crate::parts::{Faults, FieldKind};
use crate::reckoning::span;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use act::{Context, Role};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use axum::routing::get;
use calendar::{Calendar, DayKind, GivenDays, OwnDays};
use clearance::Referral;
use desk::governance::CalendarView;
use governance::Entry as Entered;
use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// Where they stand.
const ADDRESS: &str = "/working-days";
/// Where days are entered.
const ENTRY: &str = "/working-days/entry";

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route(ADDRESS, get(show))
        .route(ENTRY, get(entry_form).post(changing::enter))
        .route(
            "/working-days/{number}/taking-back",
            get(back_form).post(changing::take_back),
        )
}

/// Days in words: which, and what the authority does on them.
fn days(t: Text, days: &GivenDays) -> String {
    t.with(
        "days-entry",
        [
            ("span", span(t, days.from, days.to).into()),
            ("what", kind(t, days.kind).into()),
        ],
    )
}

/// The days that an authority's clock is reckoned with besides its country's, a line each.
pub(super) fn of_clock(t: Text, referral: &Referral, zone: &TimeZone) -> Vec<String> {
    let line = |own: &OwnDays| {
        let GivenDays {
            from,
            to,
            kind: what,
            reason,
            source,
        } = &own.days;
        let role = acted_as(t, &own.entered.actor);
        t.with(
            "clock-own-line",
            [
                ("span", span(t, *from, *to).into()),
                ("what", kind(t, *what).into()),
                ("reason", reason.as_str().into()),
                ("source", source.as_str().into()),
                ("at", t.instant(own.entered.at, zone).into()),
                ("role", role.into()),
            ],
        )
    };
    referral.own.days.iter().map(line).collect()
}

/// What an authority does on days of its own.
fn kind(t: Text, kind: DayKind) -> String {
    match kind {
        DayKind::HalfDay { until } => t.one("days-half-day", "hour", t.clock(until)),
        DayKind::Closed => t.get("days-closed").into_owned(),
        DayKind::Open => t.get("days-open").into_owned(),
    }
}

/// Why, and what says so.
fn reason(t: Text, days: &GivenDays) -> String {
    let reason = ("reason", days.reason.to_string().into());
    t.with(
        "days-reason",
        [reason, ("source", days.source.to_string().into())],
    )
}

struct Line {
    days: String,
    reason: String,
    entered: String,
    taken_back: Option<String>,
    /// Where it is taken back.
    path: String,
}

#[derive(Template)]
#[template(path = "pages/working_days.html")]
struct DaysPage {
    shell: Shell,
    /// The country's days that its own come on top of; none where no rulebook asks it.
    country: Option<CountryDays>,
    keeps: bool,
    held: Vec<Line>,
    back: Vec<Line>,
}

/// The days of a country, as an authority goes by them.
struct CountryDays {
    /// Whose, of which years, and where they come from.
    said: String,
    /// Over the holidays of a year.
    heading: String,
    /// Those of the present year and the next, each with its day.
    holidays: Vec<(String, String)>,
}

impl CountryDays {
    fn of(t: Text, view: &CalendarView) -> Option<CountryDays> {
        let calendar = Calendar::named(view.country.as_deref()?)?;
        let year = |day: Date| i64::from(day.year()).to_string();
        let next = view.today.saturating_add(1.year());
        let last = Date::new(next.year(), 12, 31).ok()?;
        let first = Date::new(view.today.year(), 1, 1).ok()?;
        let holidays = calendar.holidays().range(first..=last).map(|(day, names)| {
            let name = names.get(t.language().tag()).or_else(|| names.get("en"));
            (t.day(*day), name.cloned().unwrap_or_default())
        });
        let whose = t.get(&format!("calendar-{}", calendar.id())).into_owned();
        Some(CountryDays {
            said: t.with(
                "days-country",
                [
                    ("calendar", whose.into()),
                    ("from", year(calendar.from()).into()),
                    ("to", year(calendar.to()).into()),
                ],
            ),
            heading: t.with(
                "days-holidays",
                [("from", year(first).into()), ("to", year(last).into())],
            ),
            holidays: holidays.collect(),
        })
    }
}

/// Who reads the calendar of an authority; of others there is none to be found.
const READERS: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator, Role::Auditor];

async fn show(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    only(&signed, READERS)?;
    let t = shell.t;
    let view = site.desk.own_calendar(&signed.actor).await?;
    let (mut held, mut back) = (vec![], vec![]);
    // What was entered last is looked for most.
    for entry in view.calendar.entries.iter().rev() {
        let line = line(&site, t, entry).await?;
        if line.taken_back.is_none() {
            held.push(line);
        } else {
            back.push(line);
        }
    }
    let hat = signed.session.hat.as_ref();
    let authority = hat.map_or("", |hat| hat.organisation_in(t.language().tag()));
    let title = t.one("days-title", "authority", authority);
    Ok(page(&DaysPage {
        shell: shell.titled(title),
        country: CountryDays::of(t, &view),
        keeps: view.keeps,
        held,
        back,
    }))
}

async fn line(site: &Site, t: Text, entry: &Entered) -> Result<Line, Failure> {
    let own = &entry.own;
    let entered = who(site, t, &own.entered).await?;
    let taken_back = match &entry.taken_back {
        Some(back) => {
            let [at, person] = who(site, t, &back.by).await?;
            let reason = ("reason", back.reason.to_string().into());
            Some(t.with("days-taken-back", [at, person, reason]))
        }
        None => None,
    };
    Ok(Line {
        days: days(t, &own.days),
        reason: reason(t, &own.days),
        entered: t.with("days-entered", entered),
        taken_back,
        path: format!("{ADDRESS}/{}/taking-back", own.number),
    })
}

/// Who did something, and when.
async fn who(
    site: &Site,
    t: Text,
    by: &Context,
) -> Result<[(&'static str, crate::Value<'static>); 2], Failure> {
    let day = by.at.to_zoned_datetime(site.zone.clone()).date();
    let doer = site.desk.doer(&by.actor, day).await?;
    let named = |names: identity::Names| names.in_language(t.language().tag()).to_owned();
    let person = doer.person.map_or_else(String::new, named);
    Ok([
        ("at", t.instant(by.at, &site.zone).into()),
        ("person", person.into()),
    ])
}

/// The form in which days are entered.
fn entry_page(shell: Shell, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let day = |name: &str, label: &str| entering.line(name, label).kind(FieldKind::Day);
    let hinted = |name: &str, label: &str, hint: &str| entering.line(name, label).hint(t.get(hint));
    let until = hinted("until", "field-days-until", "hint-days-until").kind(FieldKind::Time);
    let fields: Vec<Field> = vec![
        entering
            .named("kind", "field-days-kind", "days-kind", &KINDS)
            .into(),
        day("from", "field-days-first").into(),
        day("to", "field-days-last").hint(t.get("hint-days-last")).into(),
        until.into(),
        hinted("reason", "field-days-reason", "hint-days-reason").into(),
        hinted("source", "field-days-source", "hint-days-source").into(),
    ];
    Entry::of(shell, entering, ENTRY.to_owned(), "days-enter")
        .lead(t.get("days-what"))
        .back_to(ADDRESS.to_owned(), "back-to-days")
        .card("", fields)
        .page()
}

/// The kinds of days by the names that the form uses.
const KINDS: [&str; 3] = ["closed", "open", "half-day"];

async fn entry_form(State(site): State<Site>, shell: Shell, signed: Signed) -> Result<Response, Failure> {
    kept(&site, &signed).await?;
    Ok(entry_page(shell, &Typed::default(), &Faults::none()))
}

/// The calendar of the reader's authority, where the reader keeps it; otherwise there is no form to be found.
async fn kept(site: &Site, signed: &Signed) -> Result<desk::governance::CalendarView, Failure> {
    only(signed, READERS)?;
    let view = site.desk.own_calendar(&signed.actor).await?;
    if view.keeps {
        Ok(view)
    } else {
        Err(Failure::not_found())
    }
}

/// The form in which an entry is taken back.
fn back_page(shell: Shell, entry: &Entered, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let address = format!("{ADDRESS}/{}/taking-back", entry.own.number);
    let days = [days(t, &entry.own.days), reason(t, &entry.own.days)];
    Entry::of(shell, entering, address, "days-take-back-title")
        .lead(days.join(". "))
        .back_to(ADDRESS.to_owned(), "back-to-days")
        .card("", vec![entering.line("reason", "field-days-back").into()])
        .page()
}

async fn back_form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(number): Path<String>,
) -> Result<Response, Failure> {
    let view = kept(&site, &signed).await?;
    let entry = view.calendar.entry(id(&number)?).ok_or_else(Failure::not_found)?;
    Ok(back_page(shell, entry, &Typed::default(), &Faults::none()))
}
