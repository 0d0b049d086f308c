//! What is on record: referrals, when they began and ended, and when their clock stood still.

use crate::days::WorkingDays;
use crate::learner::{Learner, Number};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a referral ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It has not.
    Open,
    /// The authority decided.
    Decided(Date),
    /// It was withdrawn, or no longer required: nobody will know when it would have been decided.
    Left(Date),
}

impl End {
    /// The day, if there was one.
    #[must_use]
    pub fn day(self) -> Option<Date> {
        match self {
            End::Open => None,
            End::Decided(day) | End::Left(day) => Some(day),
        }
    }
}

/// A stretch of days on which an authority waited for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// The first day on which it waited.
    pub from: Date,
    /// The day on which it went on, if it has.
    pub to: Option<Date>,
}

/// One referral on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The case; several authorities may be asked in one.
    pub case: String,
    /// The authority.
    pub authority: String,
    /// The day on which it was asked.
    pub referred: Date,
    /// How it ended.
    pub end: End,
    /// When its clock stood still, in order.
    pub pauses: Vec<Pause>,
}

impl Entry {
    /// Days from referral to decision, if it is decided.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        match self.end {
            End::Decided(day) => u32::try_from(between(self.referred, day)).ok(),
            End::Open | End::Left(_) => None,
        }
    }
}

pub(crate) fn between(from: Date, to: Date) -> i32 {
    crate::days::number(to) - crate::days::number(from)
}

/// All that is on record, and the calendars of those authorities that have one.
#[derive(Clone, Debug, Default)]
pub struct Record {
    /// The referrals, in any order.
    pub entries: Vec<Entry>,
    /// The days that an authority works, by its name. The record of one with a calendar is counted in working days.
    pub calendars: BTreeMap<String, Arc<WorkingDays>>,
}

/// What happens on a day, in the order in which it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Happening {
    /// The first referral of a case: from what was known here, all of its referrals are foretold.
    CaseBegins,
    Referred,
    Resumed,
    Paused,
    Ended,
}

impl Record {
    /// What can be learned from all that had happened before a day.
    #[must_use]
    pub fn learned_until(&self, day: Date) -> Learner {
        let mut learner = Learner::with(&self.calendars);
        let mut numbers = BTreeMap::new();
        for (on, happening, at) in self.happenings() {
            if on >= day {
                break;
            }
            self.tell(&mut learner, &mut numbers, happening, at, on);
        }
        learner.pass_to(day);
        learner
    }

    /// Everything on record by day: what happened, to which entry. What happened on one day is in the order of cases
    /// and authorities, so that the order of the entries changes nothing.
    pub(crate) fn happenings(&self) -> Vec<(Date, Happening, usize)> {
        let mut all = vec![];
        let mut begun: BTreeMap<&str, (Date, usize)> = BTreeMap::new();
        for (at, entry) in self.entries.iter().enumerate() {
            all.push((entry.referred, Happening::Referred, at));
            all.extend(entry.end.day().map(|day| (day, Happening::Ended, at)));
            for pause in entry.pauses.iter().filter(|pause| pause.to != Some(pause.from)) {
                all.push((pause.from, Happening::Paused, at));
                all.extend(pause.to.map(|day| (day, Happening::Resumed, at)));
            }
            let first = begun.entry(&entry.case).or_insert((entry.referred, at));
            *first = (*first).min((entry.referred, at));
        }
        all.extend(
            begun
                .into_values()
                .map(|(day, at)| (day, Happening::CaseBegins, at)),
        );
        all.sort_by_cached_key(|(day, happening, at)| {
            let entry = &self.entries[*at];
            (
                *day,
                *happening,
                &entry.case,
                &entry.authority,
                entry.referred,
                entry.end.day(),
            )
        });
        all
    }

    /// Tells a learner one thing that happened.
    pub(crate) fn tell(
        &self,
        learner: &mut Learner,
        numbers: &mut BTreeMap<usize, Number>,
        happening: Happening,
        at: usize,
        on: Date,
    ) {
        let entry = &self.entries[at];
        if happening == Happening::Referred {
            numbers.insert(at, learner.refer(&entry.case, &entry.authority, on));
            return;
        }
        let Some(number) = numbers.get(&at).copied() else {
            return;
        };
        match (happening, entry.end) {
            (Happening::Paused, _) => learner.pause(number, on),
            (Happening::Resumed, _) => learner.resume(number, on),
            (Happening::Ended, End::Decided(_)) => learner.decide(number, on),
            (Happening::Ended, _) => learner.leave(number, on),
            (Happening::CaseBegins | Happening::Referred, _) => {}
        }
    }
}
