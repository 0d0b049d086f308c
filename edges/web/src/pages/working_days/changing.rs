//! Days are entered or taken back at the second press: the first shows which open cases have another day by that.

use super::super::confirm::{Confirming, Press, Row, Step, asked};
use super::super::faults;
use super::super::reading::Reading;
use super::{ADDRESS, back_page, days, entry_page, id, kept, reason};
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, see_other};
use axum::extract::{Path, State};
use axum::response::Response;
use calendar::{DayKind, GivenDays};
use desk::Fault;
use desk::governance::{CalendarChange, Reckoned};
use governance::Entry as Entered;
use jiff::civil::Time;

/// The most cases whose new day is told before; of more, how many.
const MOST_CASES: usize = 50;

/// The field by which the first press says what of the calendar was known when it showed what would come of it.
const AS_OF: &str = "as-of";

/// What comes of a form.
enum Came {
    /// The page that answers.
    Page(Response),
    /// The form again, with what is wrong.
    Again(Faults),
}

/// Shows first what a change does, and carries it out at the second press.
async fn carried(
    site: &Site,
    shell: &Shell,
    signed: &Signed,
    (typed, as_of): (&Typed, u64),
    change: Result<CalendarChange, Fault>,
    rows: impl FnOnce(Text) -> Vec<Row>,
) -> Result<Came, Failure> {
    let (desk, actor) = (&site.desk, &signed.actor);
    let read = faults::readable(typed).and(change);
    // Another changed the calendar since the first press: what would come of this is another thing, and is shown again.
    let again = typed.given(AS_OF) && typed.get(AS_OF) != as_of.to_string();
    let step = match Press::of(typed).step(read, |_| true) {
        Step::Do(change) if again || !typed.given(AS_OF) => Step::Show(change),
        step => step,
    };
    let fault = match step {
        Step::Again => return Ok(Came::Again(Faults::none())),
        Step::Show(change) => match desk.would_change_calendar(actor, change.clone()).await {
            Ok(reckoned) => {
                let mut words = confirming(shell.t, &change, &reckoned, rows(shell.t));
                if again {
                    words
                        .follows
                        .insert(0, shell.t.get("confirm-days-again").into_owned());
                }
                let action = shell.to(&shell.path);
                let typed = typed.without(AS_OF).and(AS_OF, as_of.to_string());
                return Ok(Came::Page(asked(shell.clone(), words, &typed, action)));
            }
            Err(fault) => fault,
        },
        Step::Do(change) => match desk.change_calendar(actor, change).await {
            Ok(()) => return Ok(Came::Page(see_other(&shell.to(ADDRESS)))),
            Err(fault) => fault,
        },
        Step::Not(fault) => fault,
    };
    faults::shown(shell, fault).map(Came::Again)
}

/// What a change does, in words.
fn confirming(t: Text, change: &CalendarChange, reckoned: &Reckoned, mut rows: Vec<Row>) -> Confirming {
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let case = |one: &desk::governance::Concerned| {
        let moves = t.with(
            "confirm-days-case",
            [
                ("reference", one.reference.as_str().into()),
                ("title", one.title.as_str().into()),
                ("from", t.date(one.from).into()),
                ("to", t.date(one.to).into()),
            ],
        );
        match one.today {
            None => moves,
            // What follows before the day is over is said with the case that it happens to.
            Some(silence) => {
                let id = format!("confirm-days-today-{}", silence.name());
                format!("{moves}. {}", t.one(&id, "date", t.date(one.to)))
            }
        }
    };
    let mut moved: Vec<String> = reckoned.moved.iter().take(MOST_CASES).map(case).collect();
    let more = reckoned.moved.len().saturating_sub(MOST_CASES);
    if more > 0 {
        moved.push(t.one("confirm-days-more", "count", number(more)));
    }
    if moved.is_empty() {
        moved.push(t.get("confirm-days-none").into_owned());
    }
    rows.push(Row::of(t.get("column-days-moved"), moved));
    let mut follows = vec![t.one("confirm-days-clocks", "count", number(reckoned.clocks))];
    follows.extend(["confirm-days-stay", "confirm-days-stands"].map(|id| t.get(id).into_owned()));
    let (title, button, field) = match change {
        CalendarChange::Enter(_) => ("confirm-days-title", "days-enter", "from"),
        CalendarChange::TakeBack { .. } => ("confirm-days-back-title", "days-take-back", "reason"),
    };
    Confirming {
        title: t.get(title).into_owned(),
        rows,
        follows,
        button,
        kind: "",
        field: Some(field),
        back: "back-to-days",
    }
}

pub(super) async fn enter(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let as_of = kept(&site, &signed).await?.calendar.facts;
    let given = entered(&typed);
    let shown = given.clone().ok();
    let rows = |t: Text| match &shown {
        Some(given) => vec![
            Row::of(t.get("column-days"), vec![days(t, given)]),
            Row::of(t.get("field-days-reason"), vec![reason(t, given)]),
        ],
        None => vec![],
    };
    let change = given.map(CalendarChange::Enter);
    match carried(&site, &shell, &signed, (&typed, as_of), change, rows).await? {
        Came::Page(page) => Ok(page),
        Came::Again(faults) if faults.is_empty() => Ok(entry_page(shell, &typed, &faults)),
        Came::Again(faults) => Ok(faults::not_taken(entry_page(shell, &typed, &faults))),
    }
}

/// The days that were typed, or all that is wrong with them.
fn entered(typed: &Typed) -> Result<GivenDays, Fault> {
    let mut reading = Reading::of(typed);
    let kind = kind(&mut reading, typed);
    let from = reading.day("from");
    let to = reading.optional_day("to");
    let reason = reading.text("reason");
    let source = reading.text("source");
    match (kind, from, reason, source) {
        (Some(kind), Some(from), Some(reason), Some(source)) if reading.is_sound() => Ok(GivenDays {
            from,
            to: to.unwrap_or(from),
            kind,
            reason,
            source,
        }),
        _ => Err(reading.end()),
    }
}

fn kind(reading: &mut Reading<'_>, typed: &Typed) -> Option<DayKind> {
    let named = |name: &str| super::KINDS.into_iter().find(|kind| *kind == name);
    let chosen = reading.choice("kind", named);
    let until = Time::strptime("%H:%M", typed.get("until").trim()).ok();
    // An hour that is none is told, whether it is needed or not: it was typed for something.
    if until.is_none() && typed.given("until") {
        reading.fault("until", "not-a-time");
    }
    match chosen? {
        "closed" => Some(DayKind::Closed),
        "open" => Some(DayKind::Open),
        _ => {
            if !typed.given("until") {
                reading.fault("until", "empty");
            }
            until.map(|until| DayKind::HalfDay { until })
        }
    }
}

pub(super) async fn take_back(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(number): Path<String>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let view = kept(&site, &signed).await?;
    let number = id(&number)?;
    let entry: &Entered = view.calendar.entry(number).ok_or_else(Failure::not_found)?;
    let mut reading = Reading::of(&typed);
    let change = match reading.text("reason") {
        Some(reason) => Ok(CalendarChange::TakeBack { number, reason }),
        None => Err(reading.end()),
    };
    let given = &entry.own.days;
    let rows = |t: Text| {
        vec![
            Row::of(t.get("column-days"), vec![days(t, given), reason(t, given)]),
            Row::of(t.get("field-days-back"), vec![typed.get("reason").to_owned()]),
        ]
    };
    match carried(
        &site,
        &shell,
        &signed,
        (&typed, view.calendar.facts),
        change,
        rows,
    )
    .await?
    {
        Came::Page(page) => Ok(page),
        Came::Again(faults) if faults.is_empty() => Ok(back_page(shell, entry, &typed, &faults)),
        Came::Again(faults) => Ok(faults::not_taken(back_page(shell, entry, &typed, &faults))),
    }
}
