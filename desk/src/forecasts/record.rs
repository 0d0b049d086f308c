//! The record as it stood before a day: from that, everything is foretold on that day.

use super::statistics::paces;
use crate::foretold::Pace;
use crate::store::{ListQuery, StoreFault};
use crate::views::application::{RECORD, RecordLine, latest_first};
use crate::views::identity::{ALL, AUTHORITIES, OrganisationLine};
use crate::{Desk, Fault};
use ::calendar::{Calendar, OwnCalendar};
use ::forecast::{End, Entry, Pause, Record, WorkingDays};
use act::{AuthorityId, Date};
use governance::AuthorityCalendar;
use jiff::ToSpan;
use std::collections::BTreeMap;
use std::sync::Arc;

/// From so many referrals is learned where there are more, the latest of each authority: what is older hardly counts any more, and
/// learning takes no longer in a large installation than in a small one.
const MOST_REFERRALS: usize = 5_000;

/// From so many of an authority's own is learned in any case: one that is asked seldom keeps its record beside one that is asked daily.
const LEAST_EACH: usize = 200;

/// From how many of an authority's referrals is learned, where there are so many authorities.
fn share(authorities: usize) -> usize {
    (MOST_REFERRALS / authorities.max(1)).max(LEAST_EACH)
}

/// For so many days ahead it is said which an authority works.
const AHEAD: i32 = 4_100;

/// A referral as a record has it.
pub(super) fn entry(line: &RecordLine) -> Entry {
    let decided = line.decided.map(End::Decided);
    let pause = |(from, to): &(Date, Option<Date>)| Pause { from: *from, to: *to };
    Entry {
        case: line.application.clone(),
        authority: line.authority.to_string(),
        referred: line.referred,
        end: decided.or(line.left.map(End::Left)).unwrap_or(End::Open),
        pauses: line.waits.iter().map(pause).collect(),
    }
}

/// The same as it was known before a day; none if there was no such referral.
fn before(mut entry: Entry, day: Date) -> Option<Entry> {
    if entry.end.day().is_some_and(|end| end >= day) {
        entry.end = End::Open;
    }
    entry.pauses.retain(|pause| pause.from < day);
    for pause in &mut entry.pauses {
        pause.to = pause.to.filter(|to| *to < day);
    }
    (entry.referred < day).then_some(entry)
}

/// The days that an authority works, as far as its country's calendar reaches.
fn worked(country: &Calendar, own: &OwnCalendar, first: Date, last: Date) -> WorkingDays {
    let with_own = own.on(country);
    let calendar = with_own.as_ref().unwrap_or(country);
    let (first, last) = (first.max(calendar.from()), last.min(calendar.to()));
    let days = std::iter::successors(Some(first), |day| day.tomorrow().ok());
    let days = days.take_while(|day| *day <= last);
    WorkingDays::from(
        first,
        days.map(|day| calendar.is_working_day(day).unwrap_or(true)),
    )
}

/// What was on record before a day.
pub(super) struct Before {
    /// What forecasts are learned from.
    pub record: Record,
    /// Whether only the latest of it is here.
    pub is_cut: bool,
    /// How long each authority took.
    pub paces: BTreeMap<AuthorityId, Pace>,
}

impl Desk {
    /// The latest referrals of before a day, of each authority as many as leave room for the others, and whether there are more.
    async fn latest_referrals(&self, day: Date) -> Result<(Vec<RecordLine>, bool), StoreFault> {
        let authorities: Vec<OrganisationLine> = self.lines(AUTHORITIES, ALL.to_owned()).await?;
        let authorities: Vec<_> = authorities.into_iter().filter_map(|one| one.authority).collect();
        let each = share(authorities.len());
        let (mut latest, mut is_cut) = (vec![], false);
        for authority in authorities {
            let mut lines = self.latest_of(&authority, day, each + 1).await?;
            is_cut |= lines.len() > each;
            lines.truncate(each);
            latest.extend(lines);
        }
        Ok((latest, is_cut))
    }

    /// An authority's latest referrals of before a day, at most so many.
    async fn latest_of(
        &self,
        authority: &AuthorityId,
        day: Date,
        most: usize,
    ) -> Result<Vec<RecordLine>, StoreFault> {
        // What was asked today takes nobody's place: else the record would depend on the hour at which it is read.
        let today = (latest_first(day), char::MAX.to_string());
        let query = ListQuery {
            view: RECORD,
            scope: authority.to_string(),
            after: Some(today),
            limit: u32::try_from(most).unwrap_or(u32::MAX),
        };
        let rows = self.store.list(&query).await?;
        rows.iter().map(crate::views::line).collect()
    }

    /// What was on record before a day.
    pub(super) async fn record_before(&self, day: Date) -> Result<Before, Fault> {
        let (lines, is_cut) = self.latest_referrals(day).await?;
        let first = lines.iter().map(|line| line.referred).min().unwrap_or(day);
        let last = day.saturating_add(AHEAD.days());
        // Whoever was asked last was asked by the calendar that holds now: that stands first.
        let mut countries: BTreeMap<&AuthorityId, &str> = BTreeMap::new();
        for line in &lines {
            countries.entry(&line.authority).or_insert(&line.calendar);
        }
        let own = self.load_all::<AuthorityCalendar>(countries.keys()).await?;
        // Ten o'clock in Greenwich on the day before: in no zone has the day begun, so that all servers know the same of it,
        // whenever they learn.
        let known = day.yesterday().unwrap_or(day).at(10, 0, 0, 0);
        let known = known
            .to_zoned_datetime(jiff::tz::TimeZone::UTC)
            .map_err(|fault| Fault::SetUp(fault.to_string()))?
            .timestamp();
        let mut record = Record::default();
        for ((authority, country), own) in countries.into_iter().zip(own) {
            if let Some(country) = Calendar::named(country) {
                let worked = worked(country, &own.before(known), first, last);
                record.calendars.insert(authority.to_string(), Arc::new(worked));
            }
        }
        let entries = lines.iter().map(entry);
        record.entries = entries.filter_map(|one| before(one, day)).collect();
        Ok(Before {
            record,
            is_cut,
            paces: paces(&lines, day),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn an_authority_keeps_its_record_among_many() {
        assert_eq!([0, 1, 4, 25, 1_000].map(share), [5_000, 5_000, 1_250, 200, 200]);
    }

    #[test]
    fn what_came_on_the_day_itself_is_not_known_before_it() {
        let day = |day| date(2023, 8, day);
        let line = RecordLine {
            application: "one".to_owned(),
            authority: "moi".parse().unwrap(),
            calendar: "kh".to_owned(),
            referred: day(2),
            decided: Some(day(20)),
            left: None,
            due: None,
            questions: 0,
            silent: false,
            waits: vec![(day(5), Some(day(9))), (day(12), Some(day(14)))],
        };
        let pause = |from, to: Option<i8>| Pause {
            from: day(from),
            to: to.map(day),
        };
        let known = |at| before(entry(&line), day(at));
        assert_eq!(known(2), None);
        let early = known(9).unwrap();
        assert_eq!((early.end, early.pauses), (End::Open, vec![pause(5, None)]));
        let later = known(20).unwrap();
        assert_eq!(later.end, End::Open);
        assert_eq!(later.pauses, [pause(5, Some(9)), pause(12, Some(14))]);
        assert_eq!(known(21).unwrap().end, End::Decided(day(20)));
    }
}
