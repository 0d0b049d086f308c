//! Backward from a day that cannot move: how much room each authority leaves, and until when each kind of change is still in time.

use crate::{Asked, Referral, clock, filing_calendar, reckon};
use act::{AuthorityId, Date};
use calendar::{Calendar, Clock, OwnCalendar, Period, Reckoning, Unit, latest_filing};

/// The days of one authority, counted back from the event. A day that a calendar does not know is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestDays {
    /// The authority.
    pub authority: AuthorityId,
    /// The last day on which its decision still helps: the day before the event.
    pub decided_by: Date,
    /// The first day of its period, if the period is to end then: by that day it is asked at the latest, or asked again.
    pub asked_by: Option<Date>,
    /// The day by which it should have decided, where that has passed.
    pub overdue: Option<Date>,
    /// By when it decides at the latest, if it takes its whole period and asks nothing more; were it asked today, where it was not
    /// asked yet, and were its question or its offer answered today, where one is open. Whoever is overdue decides today at the earliest.
    pub expected: Option<Date>,
    /// The last day on which the answer to a question leaves it the rest of its period, the day of the question included. One that is
    /// asked later stops its clock later: this is for one that is open, or asked today.
    pub answer: Option<Date>,
    /// The last working day before it decides at the latest: a document that comes later may not be looked at any more. None where
    /// it has passed.
    pub document: Option<Date>,
}

impl LatestDays {
    /// How many days lie between what is expected at the latest and the day by which it helps; fewer than none if it comes later.
    #[must_use]
    pub fn float(&self) -> Option<i32> {
        let span = self.expected?.until(self.decided_by).ok()?;
        Some(span.get_days())
    }
}

/// Of those whose consent is needed, the one that leaves least room: whatever it loses, the whole loses. Who is overdue loses a day
/// with every day, and who is so for longest comes first.
#[must_use]
pub fn critical<'a>(days: impl IntoIterator<Item = &'a LatestDays>) -> Option<&'a LatestDays> {
    let known = days.into_iter().filter_map(|one| Some((one.float()?, one)));
    let by_room = |(float, one): &(i32, &LatestDays)| (one.overdue.is_none(), one.overdue, *float);
    known.min_by_key(by_room).map(|(_, one)| one)
}

/// The last working day on which something leaves an authority so much of its period that it ends the day before the event.
fn leaves(event: Date, period: Period, calendar: &Calendar) -> Option<Date> {
    Some(latest_filing(event, period, 1, calendar).ok()?.latest_filing)
}

/// The last working day before a day.
fn working_day_before(day: Date, calendar: &Calendar) -> Option<Date> {
    let mut day = day.yesterday().ok()?;
    while !calendar.is_working_day(day).ok()? {
        day = day.yesterday().ok()?;
    }
    Some(day)
}

/// The days of an authority that would be asked, seen on a day on which it could be at the earliest.
#[must_use]
pub fn ahead(
    asked: &Asked,
    country: &str,
    own: Option<&OwnCalendar>,
    event: Date,
    today: Date,
) -> Option<LatestDays> {
    let calendar = filing_calendar(country, own)?;
    let period = crate::period(asked.required.period);
    let expected = Clock::since(today, period, &[]).reckon(&calendar).ok();
    let expected = expected.and_then(|reckoned| reckoned.deadline);
    Some(LatestDays {
        authority: asked.required.authority.parse().ok()?,
        decided_by: asked.schedule.decided_by,
        asked_by: Some(asked.schedule.latest_filing),
        overdue: None,
        expected,
        answer: None,
        document: expected
            .map(|day| day.min(event))
            .and_then(|day| working_day_before(day, &calendar)),
    })
}

/// The days of an authority that was asked and has not decided, by its clock as it is reckoned, seen on a day.
#[must_use]
pub fn under_way(referral: &Referral, reckoned: &Reckoning, event: Date, today: Date) -> Option<LatestDays> {
    if referral.decided.is_some() {
        return None;
    }
    let calendar = filing_calendar(&referral.terms.calendar, Some(&referral.own))?;
    // The day of a question does not count, so of what is asked today nothing after yesterday is used.
    let left = reckoned.state_on(today.yesterday().unwrap_or(today)).remaining;
    let answered_today = || {
        // Answered as today ends, the clock runs from tomorrow on.
        let end = clock::instant(today.at(23, 59, 59, 0), &referral.terms.zone)?;
        reckon(&referral.answered_at(end)).ok()?.deadline
    };
    let overdue = reckoned.deadline.filter(|due| *due < today);
    let expected = match overdue {
        Some(_) => Some(today),
        None => reckoned.deadline.or_else(answered_today),
    };
    let unit = rest_in(referral.terms.period.unit);
    let rest = (left > 0).then_some(Period { days: left, unit });
    Some(LatestDays {
        authority: referral.authority.clone(),
        decided_by: event.yesterday().ok()?,
        asked_by: leaves(event, referral.terms.period, &calendar),
        overdue,
        expected,
        answer: rest.and_then(|rest| leaves(event, rest, &calendar)),
        document: expected
            .map(|day| day.min(event))
            .and_then(|day| working_day_before(day, &calendar))
            .filter(|day| *day >= today),
    })
}

/// What the rest of a period is counted in: of months, days.
fn rest_in(unit: Unit) -> Unit {
    match unit {
        Unit::Working => Unit::Working,
        Unit::Calendar | Unit::Month => Unit::Calendar,
    }
}
