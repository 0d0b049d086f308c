//! What of a rulebook's conditions an authority can set in a case without writing it: each with its phase, the day by which it is
//! shown as this case has it, and what it binds.

use crate::{Application, ClearanceRefusal, Condition, Limit, Phase, filing_calendar};
use act::{AuthorityId, Date, Title};
use calendar::Calendar;
use jiff::ToSpan;
use rulebook::{Bound, BoundValue, Measure, PeriodUnit, Rulebook, ShownBy};

/// A condition of the rulebook, as an authority can set it in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InLibrary<'r> {
    /// Its id in the rulebook.
    pub id: &'r str,
    /// What the rulebook says of it.
    pub condition: &'r rulebook::Condition,
    /// Whether the rules by which this authority is asked bring it along.
    pub expected: bool,
    /// When it is to be kept.
    pub phase: Phase,
    /// By which day it is shown, where the rulebook says so and the calendar reaches so far.
    pub shown_by: Option<Date>,
    /// What it binds, where the rulebook says to what.
    pub limit: Option<Limit>,
}

/// All that an authority can set in a case without writing it: by when it is to be kept, what its rules bring along first, then
/// in the order of the ids.
#[must_use]
pub fn library<'r>(
    rulebook: &'r Rulebook,
    application: &Application,
    authority: &AuthorityId,
) -> Vec<InLibrary<'r>> {
    let Some(submission) = application.submission.as_deref() else {
        return vec![];
    };
    let evaluation = rulebook.evaluate(&submission.answers).ok();
    let required = evaluation.iter().flat_map(|all| &all.authorities);
    let required = required.clone().find(|one| one.authority == authority.as_str());
    let expected = required.map_or(&[][..], |one| &one.conditions);
    let referral = application.referrals.get(authority);
    let calendar = referral.and_then(|one| filing_calendar(&one.terms.calendar, Some(&one.own)));
    let (first, last) = (submission.event.date, submission.event.last_day());
    let one = |(id, condition): (&'r str, &'r rulebook::Condition)| {
        let phase = phase(condition.phase);
        let from = if phase == Phase::After { last } else { first };
        InLibrary {
            id,
            condition,
            expected: expected.iter().any(|one| one == id),
            phase,
            shown_by: condition
                .shown_by
                .and_then(|by| day(from, phase, by, calendar.as_deref())),
            limit: condition.limit.as_ref().and_then(bound_to),
        }
    };
    let mut all: Vec<InLibrary<'r>> = rulebook.library(authority.as_str()).map(one).collect();
    all.sort_by_key(|one| (one.phase, !one.expected));
    all
}

/// Whether a condition says truly which of the rulebook's it was made from: one that this authority can set, kept in the same
/// phase, binding the same, and in the rulebook's words where it does not say that they were changed.
///
/// # Errors
/// [`ClearanceRefusal::NotInLibrary`].
pub fn is_in_library(
    rulebook: &Rulebook,
    authority: &AuthorityId,
    condition: &Condition,
) -> Result<(), ClearanceRefusal> {
    let Some(taken) = &condition.terms.taken_from else {
        return Ok(());
    };
    let mut all = rulebook.library(authority.as_str());
    let row = all
        .find(|(id, _)| *id == taken.condition)
        .map(|(_, condition)| condition);
    let pinned = taken
        .rulebook
        .as_ref()
        .is_some_and(|pin| pin.hash == rulebook.hash());
    let is_true = |row: &rulebook::Condition| {
        pinned
            && phase(row.phase) == condition.terms.phase
            && binds_as(row.limit.as_ref(), condition.terms.limit.as_ref())
            && (taken.reworded || says_as(row, condition))
    };
    if row.is_some_and(is_true) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotInLibrary {
            condition: taken.condition.clone(),
        })
    }
}

/// Whether what is bound is what the rulebook has bound, or lets whoever sets it bind.
fn binds_as(row: Option<&Bound>, limit: Option<&Limit>) -> bool {
    match (row, limit) {
        (None, None) => true,
        (Some(row), Some(limit)) => {
            row.measure.name() == limit.name() && (row.editable || bound_to(row).as_ref() == Some(limit))
        }
        _ => false,
    }
}

/// Whether it is said in the rulebook's words, in one of its languages. What is bound stands behind them.
fn says_as(row: &rulebook::Condition, condition: &Condition) -> bool {
    row.text.texts().any(|(_, words)| {
        let rest = condition.text.as_str().strip_prefix(words.trim());
        rest.is_some_and(|rest| rest.is_empty() || condition.terms.limit.is_some())
    })
}

fn phase(phase: rulebook::Phase) -> Phase {
    match phase {
        rulebook::Phase::Before => Phase::Before,
        rulebook::Phase::During => Phase::During,
        rulebook::Phase::After => Phase::After,
    }
}

/// What a condition of the rulebook binds, if it says to what.
#[must_use]
pub fn bound_to(bound: &Bound) -> Option<Limit> {
    Some(match (bound.measure, bound.value.as_ref()?) {
        (Measure::BeginsFrom, BoundValue::Time(time)) => Limit::BeginsFrom(*time),
        (Measure::BeginsBy, BoundValue::Time(time)) => Limit::BeginsBy(*time),
        (Measure::EndsBy, BoundValue::Time(time)) => Limit::EndsBy(*time),
        (Measure::SoundAtMost, BoundValue::Number(number)) => Limit::SoundAtMost(*number),
        (Measure::PeopleAtMost, BoundValue::Number(number)) => Limit::PeopleAtMost(*number),
        (Measure::StewardsAtLeast, BoundValue::Number(number)) => Limit::StewardsAtLeast(*number),
        (Measure::StewardsAtMost, BoundValue::Number(number)) => Limit::StewardsAtMost(*number),
        (Measure::MetresAtLeast, BoundValue::Number(number)) => Limit::MetresAtLeast(*number),
        (Measure::Place, BoundValue::Place(place)) => Limit::Place(Title::new(place).ok()?),
        _ => return None,
    })
}

/// The day that lies so many days before the event or after it, in the calendar of whoever sets the condition; none where that
/// calendar does not reach so far.
fn day(event: Date, phase: Phase, by: ShownBy, calendar: Option<&Calendar>) -> Option<Date> {
    let step = match phase {
        Phase::Before => -1,
        Phase::After => 1,
        Phase::During => return None,
    };
    let mut day = event;
    let mut left = by.days;
    while left > 0 {
        day = day.checked_add(step.days()).ok()?;
        let counts = match by.unit {
            PeriodUnit::Working => calendar?.is_working_day(day).ok()?,
            PeriodUnit::Calendar | PeriodUnit::Month => true,
        };
        left -= u32::from(counts);
    }
    Some(day)
}
