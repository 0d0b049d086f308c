//! How long each authority takes, from the same record that forecasts are learned from: public, and about authorities alone.

use crate::foretold::Pace;
use crate::views::application::RecordLine;
use act::{AuthorityId, Date};
use identity::Names;
use jiff::ToSpan;
use std::collections::BTreeMap;

/// For how many days back decisions are looked at: how an authority worked longer ago says little of how it works.
const DAYS_BACK: i32 = 731;

/// Of fewer decisions nothing but their number is told: chance would say more than the authority's way of working, and a single case
/// could be made out.
pub const LEAST_DECIDED: usize = 5;

/// How long one authority takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuthorityStatistics {
    /// The authority.
    pub authority: AuthorityId,
    /// The organisation's names, as far as they are known.
    pub names: Option<Names>,
    /// What it takes.
    pub pace: Pace,
}

/// Since when decisions are looked at.
#[must_use]
pub fn since(day: Date) -> Date {
    day.saturating_sub(DAYS_BACK.days())
}

/// What an authority took for a referral, without the days in which it waited for the organiser.
fn own_days(line: &RecordLine, decided: Date) -> i32 {
    let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days()).max(0);
    let waited = line.waits.iter().map(|(from, to)| {
        let to = to.unwrap_or(decided).min(decided);
        days(*from, to)
    });
    (days(line.referred, decided) - waited.sum::<i32>()).max(0)
}

/// The least of so many days which a share of them does not exceed.
fn at_most(sorted: &[i32], of_hundred: usize) -> Option<i32> {
    let rank = (sorted.len() * of_hundred).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// What became of an authority's referrals, as it was known before a day.
fn pace_of<'l>(lines: impl IntoIterator<Item = &'l RecordLine>, day: Date) -> Pace {
    let mut pace = Pace::default();
    let mut own: Vec<i32> = vec![];
    let (mut timed, mut in_time) = (0, 0);
    for line in lines.into_iter().filter(|line| line.referred < day) {
        let Some(decided) = line.decided.filter(|decided| *decided < day) else {
            let left = line.left.is_some_and(|left| left < day);
            pace.open += usize::from(!left);
            continue;
        };
        if decided < since(day) {
            continue;
        }
        timed += usize::from(line.due.is_some());
        if line.silent {
            pace.silent += 1;
            continue;
        }
        pace.decided += 1;
        pace.questions += line.questions;
        in_time += usize::from(line.due.is_some_and(|due| decided <= due));
        own.push(own_days(line, decided));
    }
    own.sort_unstable();
    if own.len() >= LEAST_DECIDED {
        pace.days = at_most(&own, 50).zip(at_most(&own, 90));
        pace.in_time = Some((in_time, timed));
    }
    pace
}

/// How long each authority takes, by its id.
pub(super) fn paces(lines: &[RecordLine], day: Date) -> BTreeMap<AuthorityId, Pace> {
    let mut of: BTreeMap<&AuthorityId, Vec<&RecordLine>> = BTreeMap::new();
    for line in lines {
        of.entry(&line.authority).or_default().push(line);
    }
    let each = of.into_iter();
    each.map(|(authority, lines)| (authority.clone(), pace_of(lines, day)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(referred: Date, decided: Option<Date>) -> RecordLine {
        RecordLine {
            application: "one".to_owned(),
            authority: "moi".parse().unwrap(),
            calendar: "kh".to_owned(),
            referred,
            decided,
            left: None,
            due: Some(date(2023, 8, 20)),
            questions: 1,
            silent: false,
            waits: vec![],
        }
    }

    #[test]
    fn days_in_which_it_waited_are_not_its_own() {
        let check = |waits: &[(Date, Option<Date>)], expect: i32| {
            let line = RecordLine {
                waits: waits.to_vec(),
                ..line(date(2023, 8, 1), Some(date(2023, 8, 15)))
            };
            assert_eq!(own_days(&line, date(2023, 8, 15)), expect, "{waits:?}");
        };
        check(&[], 14);
        check(&[(date(2023, 8, 3), Some(date(2023, 8, 8)))], 9);
        check(&[(date(2023, 8, 3), None)], 2);
        check(&[(date(2023, 8, 3), Some(date(2023, 9, 8)))], 2);
    }

    #[test]
    fn half_of_them_and_nine_of_ten_are_of_the_days_that_there_were() {
        let check = |days: &[i32], expect: (i32, i32)| {
            let found = at_most(days, 50).zip(at_most(days, 90));
            assert_eq!(found, Some(expect), "{days:?}");
        };
        check(&[4], (4, 4));
        check(&[1, 2], (1, 2));
        check(&[1, 2, 3], (2, 3));
        check(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], (5, 9));
        assert_eq!(at_most(&[], 50), None);
    }

    #[test]
    fn of_few_decisions_only_their_number_is_told_and_of_what_is_old_nothing() {
        let day = date(2023, 9, 1);
        let decided = |from: i8, to: i8| line(date(2023, 8, from), Some(date(2023, 8, to)));
        let mut lines = vec![decided(1, 11), decided(2, 12), decided(3, 23), decided(4, 14)];
        lines.push(line(date(2020, 8, 1), Some(date(2020, 8, 30))));
        lines.push(line(date(2023, 8, 30), None));
        // What comes on the day itself is not known before it.
        lines.push(line(date(2023, 8, 31), Some(day)));
        let few = pace_of(&lines, day);
        assert_eq!((few.decided, few.open, few.days, few.in_time), (4, 2, None, None));
        lines.push(decided(5, 20));
        lines.push(RecordLine {
            silent: true,
            ..decided(6, 21)
        });
        let enough = pace_of(&lines, day);
        assert_eq!((enough.decided, enough.silent, enough.questions), (5, 1, 5));
        assert_eq!(enough.days, Some((10, 20)));
        assert_eq!(enough.in_time, Some((4, 6)));
    }
}
