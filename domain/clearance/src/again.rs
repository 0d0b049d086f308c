//! An event that is applied for again: which day the same weekday falls on, what the rules ask otherwise than they did, and how long
//! each authority took.

use crate::{Application, Referral, Submission, reckon};
use act::{AttachmentId, Date, Timestamp};
use jiff::{Span, ToSpan};
use rulebook::{Answers, Input, Rulebook, Value};

/// The same weekday a year later, as near to the day itself as can be, and ahead of today: a hint and no more. An event of years ago
/// is hinted at for the coming year.
#[must_use]
pub fn same_weekday(held: Date, today: Date) -> Option<Date> {
    (1..200).find_map(|years: i64| {
        let day = held.checked_add(years.years()).ok()?;
        let on = i64::from(held.weekday().to_monday_zero_offset())
            - i64::from(day.weekday().to_monday_zero_offset());
        // At most three days off, in whichever direction is nearer.
        let near = (on + 3).rem_euclid(7) - 3;
        let same = day.checked_add(Span::new().days(near)).ok()?;
        (same > today).then_some(same)
    })
}

/// A question that the rules ask otherwise than those by which it was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOtherwise {
    /// Its id.
    pub input: String,
    /// How.
    pub how: HowAsked,
    /// What was answered then.
    pub answered: Option<Value>,
}

/// How a question is asked otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowAsked {
    /// It is asked no more.
    Gone,
    /// What was answered is no answer any more.
    NotTaken,
    /// Its words, its unit or what it takes are others: the answer may mean something else now.
    Changed,
    /// It was not asked then.
    New,
}

/// A question without what helps to answer it.
fn bare(input: &Input) -> Input {
    Input {
        help: None,
        ..input.clone()
    }
}

/// What one version of the rules asks otherwise than another did, of what was answered then: first what is asked now, in its order,
/// then what is asked no more. Where the version of then is not known, no question can be told to have changed.
#[must_use]
pub fn asked_otherwise(now: &Rulebook, then: Option<&Rulebook>, answers: &Answers) -> Vec<AskedOtherwise> {
    let asked = |input: &Input| {
        let answered = answers.get(&input.id);
        let before = then.and_then(|then| then.input(&input.id));
        let how = match (answered, before) {
            (Some(value), _) if !input.takes(value) => HowAsked::NotTaken,
            (Some(_), Some(before)) if bare(before) != bare(input) => HowAsked::Changed,
            (None, None) if then.is_some() => HowAsked::New,
            _ => return None,
        };
        Some(AskedOtherwise {
            input: input.id.clone(),
            how,
            answered: answered.cloned(),
        })
    };
    let gone = answers.iter().filter(|(id, _)| now.input(id).is_none());
    let gone = gone.map(|(id, value)| AskedOtherwise {
        input: id.clone(),
        how: HowAsked::Gone,
        answered: Some(value.clone()),
    });
    now.inputs().iter().filter_map(asked).chain(gone).collect()
}

/// How long an authority took to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The days of its period that were used on the day of the decision: those on which it waited for an answer do not count.
    pub used: u32,
    /// How many calendar days after the end of its period it decided; none where it was in time.
    pub late: i32,
    /// How many calendar days went by in all, from when it was asked.
    pub in_all: i32,
}

impl Application {
    /// When a document came: with the version that had it first, or by itself.
    #[must_use]
    pub fn came(&self, file: AttachmentId) -> Option<Timestamp> {
        let had = |one: &Submission| one.attachments.iter().any(|had| had.attachment == file);
        let earlier = self.earlier.iter().find(|one| had(&one.submission));
        let first = earlier.map(|one| one.submitted.at);
        let now = self.submission.as_ref().filter(|one| had(one));
        let now = now.and_then(|_| Some(self.submitted.as_ref()?.at));
        self.documents_later.get(&file).copied().or(first).or(now)
    }
}

impl Referral {
    /// How long the authority took, as its clock is reckoned; none where it has not decided, or its calendar is not known.
    #[must_use]
    pub fn pace(&self) -> Option<Pace> {
        let decided = self.decided.as_ref()?;
        let zone = calendar::zone(&self.terms.zone)?;
        let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
        let on = decided.ended.unwrap_or(day(decided.by.at));
        let reckoned = reckon(self).ok()?;
        let days = |from: Date, to: Date| from.until(to).map_or(0, |span| span.get_days());
        Some(Pace {
            used: reckoned.state_on(on).used,
            late: reckoned.deadline.map_or(0, |due| days(due, on).max(0)),
            in_all: days(day(self.referred), on),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_same_weekday_is_near_the_day_and_ahead_of_today() {
        // A Sunday.
        let held = date(2023, 11, 19);
        let check = |today, hint| assert_eq!(same_weekday(held, today), Some(hint));
        check(date(2023, 12, 1), date(2024, 11, 17));
        check(date(2024, 11, 16), date(2024, 11, 17));
        check(date(2024, 11, 17), date(2025, 11, 16));
        check(date(2026, 1, 1), date(2026, 11, 22));
        // A 29 February has no anniversary in most years.
        assert_eq!(
            same_weekday(date(2024, 2, 29), date(2024, 3, 1)),
            Some(date(2025, 2, 27))
        );
        for years in 1..40_i64 {
            let today = held.saturating_add(Span::new().years(years));
            let hint = same_weekday(held, today).expect("a day");
            assert_eq!(hint.weekday(), held.weekday());
            assert!(hint > today);
        }
    }
}
