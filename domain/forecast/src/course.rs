//! The days ahead of one open referral, made ready to be drawn: when it is decided, which days count, and what
//! questions may still come between.

use crate::ages::{Bins, REACH, bin};
use crate::chance::Few;
use crate::curve::Curve;
use crate::days::WorkingDays;
use crate::expectation::{Expectation, Withheld};
use crate::table::Table;
use std::rc::Rc;

/// So many days ahead are looked at; what comes later counts as that day.
pub(crate) const AHEAD: usize = 4_096;

/// No more questions than that are foreseen about one referral.
const QUESTIONS: u32 = 8;

/// Out of so many courses it is told how likely each day is.
const COUNTED: u32 = 2_000;

/// What may stop the clock.
pub(crate) struct Stops<'a> {
    /// The chance of a question on a day that counts.
    pub rate: f64,
    /// How long answers take.
    pub answers: &'a Answers,
    /// For how many days an answer is awaited now.
    pub waiting: Option<u32>,
}

/// How long answers take.
pub(crate) struct Answers {
    /// The chance of an answer on each day of waiting.
    chances: Bins,
    /// Days until the answer to a new question.
    table: Rc<Table>,
}

impl Answers {
    pub(crate) fn of(chances: Bins) -> Self {
        let table = Rc::new(Self::after(&chances, 0));
        Answers { chances, table }
    }

    /// Days until an answer that has been awaited for so many.
    fn after(chances: &Bins, waited: u32) -> Table {
        Table::of(until_answer(chances, waited).all())
    }
}

/// Days until an answer that has been awaited for so many, by the chance of an answer on each day of waiting.
pub(crate) fn until_answer(chances: &Bins, waited: u32) -> Curve {
    Curve::from_chances((waited..REACH).map(|day| chances[bin(day)]))
}

/// The days ahead of one referral.
pub(crate) struct Course {
    /// Days that count until the decision; none once it is decided.
    decided: Table,
    /// Days until the answer that is awaited now.
    answered: Option<Table>,
    /// Days that count until the next question, and then days until its answer.
    asked: Option<(Table, Rc<Table>)>,
    /// Which days ahead count; none is kept where all do.
    counting: Option<Counting>,
    /// The share of courses in which it is not decided within the reach of the record.
    never: f64,
}

/// Which days ahead count.
struct Counting {
    /// The day on which each counting day falls.
    days: Vec<u16>,
    /// How many days that count lie before each day.
    before: Vec<u16>,
}

impl Course {
    /// Of a referral that is so many counting days old on a numbered day.
    pub(crate) fn of(
        expected: &Expectation,
        calendar: Option<&WorkingDays>,
        today: i32,
        age: u32,
        stops: &Stops<'_>,
    ) -> Result<Self, Withheld> {
        let counting = calendar.map(|calendar| Counting::from(calendar, today));
        let left = expected.horizon.saturating_sub(age);
        let curve = curve(expected, counting.as_ref(), today, age);
        // None grew so old, or most that did were not decided while the record was kept.
        if age > expected.oldest || curve.never() > 0.5 {
            return Err(Withheld::BeyondRecord { age });
        }
        let asked = (stops.rate > 0.0).then(|| {
            let mut quiet = 1.0;
            let by: Vec<f64> = (0..=left)
                .map(|_| {
                    quiet *= 1.0 - stops.rate;
                    1.0 - quiet
                })
                .collect();
            (Table::of(&by), Rc::clone(&stops.answers.table))
        });
        Ok(Course {
            never: curve.never(),
            decided: Table::of(curve.all()),
            answered: stops
                .waiting
                .map(|waited| Answers::after(&stops.answers.chances, waited)),
            asked,
            counting,
        })
    }

    /// The share of courses in which it is not decided within the reach of the record: no day is drawn for those.
    pub(crate) fn never(&self) -> f64 {
        self.never
    }

    /// One possible day of the decision, in days from today. `number` says whether it is an early or a late one; what
    /// else may happen comes from the seed.
    #[inline]
    pub(crate) fn draw(&self, number: u32, seed: u64) -> u16 {
        if self.answered.is_none() && self.asked.is_none() {
            return self
                .after(0, usize::from(self.decided.day(number)))
                .min(AHEAD - 1) as u16;
        }
        self.draw_with_stops(number, &mut Few::of(seed))
    }

    fn draw_with_stops(&self, number: u32, chance: &mut Few) -> u16 {
        let mut day = match &self.answered {
            Some(answered) => usize::from(answered.day(chance.half())),
            None => 0,
        };
        let mut left = usize::from(self.decided.day(number));
        if let Some((asked, answered)) = &self.asked {
            for _ in 0..QUESTIONS {
                let until = usize::from(asked.day(chance.half()));
                if until >= left {
                    break;
                }
                day = self.after(day, until) + usize::from(answered.day(chance.half()));
                left -= until;
            }
        }
        // What lies beyond counts as the last day that is looked at.
        self.after(day, left).min(AHEAD - 1) as u16
    }

    /// How likely each day is, out of courses whose numbers lie evenly from the earliest to the latest.
    pub(crate) fn counted(&self, seed: u64) -> Curve {
        let mut chance = Few::of(seed);
        let mut counts = vec![];
        for course in 0..COUNTED {
            let number = (2 * course + 1) * (u32::MAX / (2 * COUNTED));
            let day = usize::from(self.draw(number, chance.bits()));
            if counts.len() <= day {
                counts.resize(day + 1, 0);
            }
            counts[day] += 1;
        }
        Curve::from_counts(&counts)
    }

    /// The day on which so many days that count have passed since a day.
    #[inline]
    fn after(&self, day: usize, counted: usize) -> usize {
        match &self.counting {
            Some(counting) => usize::from(counting.day(counting.before(day) + counted)),
            None => day + counted,
        }
    }
}

/// Days that count until the decision on a referral of an age, from a numbered day on.
fn curve(expected: &Expectation, counting: Option<&Counting>, today: i32, age: u32) -> Curve {
    let falls = |at: u32| counting.map_or(at, |counting| u32::from(counting.day(at as usize)));
    let left = expected.horizon.saturating_sub(age);
    let chances = (0..left).map(|at| expected.chance(age + at, today.saturating_add_unsigned(falls(at))));
    Curve::from_chances(chances)
}

/// The same of a referral that is made on that day.
pub(crate) fn from_today(expected: &Expectation, calendar: Option<&WorkingDays>, today: i32) -> Curve {
    let counting = calendar.map(|calendar| Counting::from(calendar, today));
    curve(expected, counting.as_ref(), today, 0)
}

impl Counting {
    fn from(calendar: &WorkingDays, today: i32) -> Self {
        let mut counting = Counting {
            days: Vec::with_capacity(AHEAD),
            before: Vec::with_capacity(AHEAD),
        };
        for (day, number) in (0..AHEAD as u16).zip(today..) {
            counting.before.push(counting.days.len() as u16);
            if calendar.works_on(number) {
                counting.days.push(day);
            }
        }
        counting
    }

    #[inline]
    fn day(&self, counted: usize) -> u16 {
        self.days.get(counted).copied().unwrap_or(AHEAD as u16 - 1)
    }

    #[inline]
    fn before(&self, day: usize) -> usize {
        self.before
            .get(day)
            .map_or(self.days.len(), |before| usize::from(*before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ages::BINS;
    use crate::expectation::Basis;
    use crate::week::EVEN;
    use jiff::civil::date;

    /// An answer on this day of waiting and on no other.
    fn answered_on(day: usize) -> Answers {
        let mut chances = [0.0; BINS];
        chances[day] = 1.0;
        Answers::of(chances)
    }

    fn course(calendar: Option<&WorkingDays>, today: i32, age: u32) -> Result<Course, Withheld> {
        let never = Stops {
            rate: 0.0,
            answers: &answered_on(0),
            waiting: None,
        };
        Course::of(&on_day_five(), calendar, today, age, &never)
    }

    /// Decided on the fifth day that counts, and on no other.
    fn on_day_five() -> Expectation {
        let mut chances = [0.0; BINS];
        chances[4] = 1.0;
        chances[BINS - 1] = 0.5;
        Expectation {
            chances,
            worth: EVEN,
            horizon: 1_400,
            oldest: 1_000,
            basis: Basis {
                own: 0,
                all: 0,
                since: date(2026, 1, 1),
            },
        }
    }

    /// Monday, 23 November 2026.
    fn monday() -> i32 {
        crate::days::number(date(2026, 11, 23))
    }

    fn weekdays() -> WorkingDays {
        WorkingDays::from(date(2026, 11, 23), [])
    }

    /// The share of each day among many that are drawn.
    fn days(course: &Course) -> Vec<f64> {
        let mut shares = vec![0.0; AHEAD];
        for seed in 0..20_000 {
            let number = Few::of(!seed).half();
            shares[usize::from(course.draw(number, seed))] += 1.0 / 20_000.0;
        }
        shares
    }

    #[test]
    fn days_that_do_not_count_are_passed_over() {
        let check = |calendar: Option<&WorkingDays>, age: u32, expect: usize| {
            assert!(
                days(&course(calendar, monday(), age).unwrap())[expect] > 0.99,
                "{age}: not on {expect}"
            );
        };
        check(None, 0, 4);
        check(Some(&weekdays()), 0, 4);
        check(Some(&weekdays()), 3, 1);
        let holidays = WorkingDays::from(date(2026, 11, 23), [false, true, false, true]);
        check(Some(&holidays), 0, 8);
    }

    #[test]
    fn an_awaited_answer_comes_first() {
        let stops = Stops {
            rate: 0.0,
            answers: &answered_on(3),
            waiting: Some(1),
        };
        let course = Course::of(&on_day_five(), None, monday(), 3, &stops).unwrap();
        assert!(days(&course)[2 + 1] > 0.99);
        let course = Course::of(&on_day_five(), Some(&weekdays()), monday() + 3, 3, &stops).unwrap();
        // From Thursday on two days are waited; the fourth and fifth day that count are Monday and Tuesday.
        assert!(days(&course)[5] > 0.99);
    }

    #[test]
    fn questions_that_may_come_make_it_later() {
        let stops = Stops {
            rate: 0.1,
            answers: &answered_on(10),
            waiting: None,
        };
        let days = days(&Course::of(&on_day_five(), None, monday(), 0, &stops).unwrap());
        // Four days of a tenth each pass without a question, or with one, or with two.
        for (day, expect) in [
            (4, 0.9_f64.powi(4)),
            (14, 4.0 * 0.1 * 0.9_f64.powi(4)),
            (24, 0.0656),
        ] {
            assert!(
                (days[day] - expect).abs() < 0.02,
                "{day}: {} for {expect}",
                days[day]
            );
        }
    }

    #[test]
    fn a_referral_that_is_older_than_the_record_is_not_foretold() {
        assert_eq!(
            course(None, monday(), 1_001).err(),
            Some(Withheld::BeyondRecord { age: 1_001 })
        );
    }
}
