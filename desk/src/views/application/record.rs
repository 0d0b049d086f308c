//! The rows of the record that forecasts and statistics rest on: when each authority was asked, how that ended, and when it waited for
//! the organiser meanwhile. Days and ids, and nothing that anyone wrote.

use super::row;
use crate::store::ViewRow;
use act::{AuthorityId, Date, Timestamp};
use clearance::{Application, Halt, Referral};
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Each time that a case was put to an authority whose consent it needs: a scope for each authority, the latest first.
pub const RECORD: &str = "record";

/// A time that a case was put to an authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordLine {
    /// The application's id.
    pub application: String,
    /// The authority.
    pub authority: AuthorityId,
    /// The calendar of its country, by its id.
    pub calendar: String,
    /// The day on which it was asked.
    pub referred: Date,
    /// The day on which it decided, or its silence counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Date>,
    /// The day from which on nobody waited for it any more, where it had not decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Date>,
    /// The day by which it was to decide, where it decided or its silence counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// How many questions it asked.
    #[serde(default, skip_serializing_if = "is_none_asked")]
    pub questions: u32,
    /// Whether its silence counted instead of a decision.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub silent: bool,
    /// The days from which and until which it waited for the organiser, in order and apart from each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<(Date, Option<Date>)>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives it so")]
fn is_none_asked(questions: &u32) -> bool {
    *questions == 0
}

/// Every time that an application was put to an authority.
pub(super) fn record(id: &str, application: &Application) -> Vec<ViewRow> {
    let mut lines = vec![];
    let over = over(application);
    for referral in application.referrals.values() {
        of_rounds(id, referral, over, &mut lines);
    }
    let left: BTreeSet<_> = application
        .released
        .iter()
        .map(|one| &one.referral.authority)
        .collect();
    for released in left
        .into_iter()
        .filter_map(|authority| application.released(authority))
    {
        of_rounds(id, &released.referral, Some(released.at), &mut lines);
    }
    let shown = |(round, line): (usize, RecordLine)| {
        let key = format!("{id}/{}/{round}", line.authority);
        let authority = line.authority.to_string();
        row(RECORD, authority, key, latest_first(line.referred), &line)
    };
    lines.into_iter().map(shown).collect()
}

/// Since when nobody is waited for any more: it ended, or someone whose consent is needed refused.
fn over(application: &Application) -> Option<Timestamp> {
    let refused = application.referrals.values();
    let refused = refused.filter(|one| one.standing().refused() && !one.advises());
    let refused = refused.filter_map(|one| Some(one.decided.as_ref()?.by.at)).min();
    application
        .ended()
        .or(application.lapsed)
        .into_iter()
        .chain(refused)
        .min()
}

/// The lines of the referrals as they stand now, in the rulebook's order: those whose consent is needed.
pub(crate) fn present(id: &str, application: &Application) -> Vec<RecordLine> {
    let over = over(application);
    let referrals = application.in_order().into_iter();
    referrals.filter_map(|one| line(id, one, over)).collect()
}

/// The lines of one authority's rounds, each with its number.
fn of_rounds(id: &str, referral: &Referral, over: Option<Timestamp>, lines: &mut Vec<(usize, RecordLine)>) {
    let earlier = referral
        .earlier
        .iter()
        .map(|round| (&round.referral, Some(round.ended)));
    for (round, (referral, over)) in earlier.chain([(referral, over)]).enumerate() {
        lines.extend(line(id, referral, over).map(|line| (round, line)));
    }
}

/// A referral's line; none of one who advises, since no outcome waits for advice. A letter ends the wait when it was recorded, and not
/// on the day that it bears.
fn line(id: &str, referral: &Referral, over: Option<Timestamp>) -> Option<RecordLine> {
    if referral.advises() {
        return None;
    }
    let zone = calendar::zone(&referral.terms.zone)?;
    let decision = referral.decided.as_ref();
    let decided = decision.map(|one| day(one.by.at, &zone));
    Some(RecordLine {
        application: id.to_owned(),
        authority: referral.authority.clone(),
        calendar: referral.terms.calendar.clone(),
        referred: day(referral.referred, &zone),
        decided,
        due: decided.and_then(|_| clearance::reckon(referral).ok()?.deadline),
        questions: u32::try_from(referral.questions.len()).unwrap_or(u32::MAX),
        silent: decision.is_some_and(|one| one.decision.is_silence()),
        left: over.filter(|_| decided.is_none()).map(|at| day(at, &zone)),
        waits: waits(referral, &zone),
    })
}

fn day(at: Timestamp, zone: &TimeZone) -> Date {
    at.to_zoned_datetime(zone.clone()).date()
}

/// When it waited for the organiser: for an answer, or for what becomes of an offer.
fn waits(referral: &Referral, zone: &TimeZone) -> Vec<(Date, Option<Date>)> {
    let wait = |one: &Halt| (day(one.from, zone), one.until.map(|at| day(at, zone)));
    apart(referral.halts().iter().map(wait).collect())
}

/// Stretches of days, of which those that overlap are one: of questions that were open at once, from the first to the last.
fn apart(mut all: Vec<(Date, Option<Date>)>) -> Vec<(Date, Option<Date>)> {
    all.sort_unstable();
    let mut apart: Vec<(Date, Option<Date>)> = vec![];
    for (from, to) in all {
        match apart.last_mut() {
            Some((_, until)) if until.is_none_or(|until| from < until) => {
                *until = until.zip(to).map(|(until, to)| until.max(to));
            }
            _ => apart.push((from, to)),
        }
    }
    apart
}

/// Sorts later days before earlier ones.
pub(crate) fn latest_first(day: Date) -> String {
    let (year, month, day) = (
        i32::from(day.year()),
        i32::from(day.month()),
        i32::from(day.day()),
    );
    format!("{:04}-{:02}-{:02}", 9_999 - year, 12 - month, 31 - day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn questions_that_are_open_at_once_are_one_wait() {
        let day = |day| date(2023, 8, day);
        let check = |given: &[(i8, Option<i8>)], expect: &[(i8, Option<i8>)]| {
            let days = |of: &[(i8, Option<i8>)]| -> Vec<_> {
                of.iter().map(|(from, to)| (day(*from), to.map(day))).collect()
            };
            assert_eq!(apart(days(given)), days(expect), "{given:?}");
        };
        check(&[], &[]);
        check(&[(1, Some(3)), (5, Some(9))], &[(1, Some(3)), (5, Some(9))]);
        check(&[(5, Some(9)), (1, Some(7))], &[(1, Some(9))]);
        check(&[(1, Some(9)), (3, Some(5))], &[(1, Some(9))]);
        check(&[(1, Some(3)), (3, Some(5))], &[(1, Some(3)), (3, Some(5))]);
        check(&[(1, Some(5)), (3, None)], &[(1, None)]);
        check(&[(1, None), (3, Some(5))], &[(1, None)]);
    }

    #[test]
    fn later_days_sort_before_earlier_ones() {
        let days = [
            date(2024, 1, 1),
            date(2023, 12, 31),
            date(2023, 12, 1),
            date(2023, 11, 30),
            date(999, 1, 1),
        ];
        let sorts = days.map(latest_first);
        assert!(sorts.is_sorted(), "{sorts:?}");
    }
}
