//! A whole case: when all of its authorities will have decided, who is last, and what would help most.

use crate::course::{AHEAD, Answers, Course, Stops};
use crate::days::{WorkingDays, number};
use crate::expectation::{Basis, LEAST_DECISIONS, Withheld};
use crate::learner::Learner;
use crate::record::{Entry, between};
use crate::together::Numbers;
use jiff::civil::Date;
use std::sync::Arc;

/// How many possible courses of a case are drawn.
pub const PATHS: u32 = 10_000;

/// What is foretold of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// The day from which it is looked at.
    pub as_of: Date,
    /// By the end of each day from then on, the probability that all have decided.
    pub by: Vec<f64>,
    /// Each open referral, in the order in which they were given.
    pub referrals: Vec<Ahead>,
}

/// What is foretold of one referral of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Ahead {
    /// The authority.
    pub authority: String,
    /// By the end of each day, the probability that it has decided.
    pub by: Vec<f64>,
    /// The share of courses in which it is the last; where several are, each has its part.
    pub critical: f64,
    /// On what record that rests.
    pub basis: Basis,
    /// How old the referral is, in days that count.
    pub age: u32,
    /// For how many days an answer is awaited now.
    pub waited: Option<u32>,
    /// The share of courses in which it has not decided within the reach of the record. The days above are of the others.
    pub never: f64,
}

/// Nothing is foretold of a case, because of one of its authorities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unforeseen {
    /// The authority.
    pub authority: String,
    /// Why.
    pub why: Withheld,
}

/// A change that one may ask about: one of the referrals stood otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lever {
    /// Which of the referrals, in the order in which they were given.
    pub referral: usize,
    /// How it would stand: with its question answered today, say, or withdrawn.
    pub instead: Entry,
}

impl Outlook {
    /// The probability that all have decided by the end of a day.
    #[must_use]
    pub fn probability(&self, day: Date) -> f64 {
        usize::try_from(between(self.as_of, day)).map_or(0.0, |at| at_or_last(&self.by, at))
    }

    /// The probability that all have decided by the end of a day, those courses counted in which one does not within the reach of the
    /// record.
    #[must_use]
    pub fn decided_by(&self, day: Date) -> f64 {
        let within = self.referrals.iter().map(|one| 1.0 - one.never);
        self.probability(day) * within.product::<f64>()
    }

    /// The day by which all have decided with a probability; none where that lies beyond what is foretold.
    #[must_use]
    pub fn quantile(&self, probability: f64) -> Option<Date> {
        reached(self.as_of, &self.by, probability)
    }
}

impl Ahead {
    /// The probability that it has decided by the end of a day, looked at from another.
    #[must_use]
    pub fn probability(&self, as_of: Date, day: Date) -> f64 {
        usize::try_from(between(as_of, day)).map_or(0.0, |at| at_or_last(&self.by, at))
    }

    /// The day by which it has decided with a probability, looked at from a day; none where that lies beyond what is foretold.
    #[must_use]
    pub fn quantile(&self, as_of: Date, probability: f64) -> Option<Date> {
        reached(as_of, &self.by, probability)
    }
}

/// The first day by whose end a probability is reached.
fn reached(as_of: Date, by: &[f64], probability: f64) -> Option<Date> {
    let days = by.partition_point(|by| *by < probability);
    let span = jiff::Span::new().days(i64::try_from(days).ok()?);
    (days < by.len()).then(|| as_of.saturating_add(span))
}

fn at_or_last(by: &[f64], at: usize) -> f64 {
    by.get(at).or(by.last()).copied().unwrap_or(1.0)
}

/// What a case looks like on the day that the learner has reached. Referrals that have ended count as they did.
///
/// # Errors
/// [`Unforeseen`], naming the first authority of which nothing can be said.
pub fn outlook(
    learner: &mut Learner,
    as_of: Date,
    referrals: &[Entry],
    seed: u64,
) -> Result<Outlook, Unforeseen> {
    learner.pass_to(as_of);
    let answers = Answers::of(learner.answers());
    let mut courses = vec![];
    for entry in referrals.iter().filter(|entry| is_open(entry, as_of)) {
        let because = |why| Unforeseen {
            authority: entry.authority.clone(),
            why,
        };
        courses.push(ahead(learner, as_of, entry, &answers).map_err(because)?);
    }
    let mut drawn = Drawn::of(courses.len());
    let ready: Vec<&Course> = courses.iter().map(|(course, _)| course).collect();
    drawn.draw(&ready, learner.together.shared(), seed);
    Ok(drawn.told(as_of, courses.into_iter().map(|(_, ahead)| ahead)))
}

/// The probability that all have decided by a day, were one of the referrals as a lever has it. It is drawn with the numbers of the
/// [`outlook`] of that seed, so that what differs comes from the change.
///
/// # Errors
/// As [`outlook`].
pub fn with_change(
    learner: &mut Learner,
    as_of: Date,
    referrals: &[Entry],
    lever: Lever,
    by: Date,
    seed: u64,
) -> Result<f64, Unforeseen> {
    let mut changed = referrals.to_vec();
    if let Some(referral) = changed.get_mut(lever.referral) {
        *referral = lever.instead;
    }
    let outlook = outlook(learner, as_of, &changed, seed)?;
    // Where nobody is left to wait for, all have decided.
    let all = outlook.referrals.is_empty();
    Ok(if all { 1.0 } else { outlook.decided_by(by) })
}

fn is_open(entry: &Entry, as_of: Date) -> bool {
    entry.end.day().is_none_or(|day| day > as_of)
}

/// The days ahead of one open referral.
fn ahead(
    learner: &mut Learner,
    as_of: Date,
    entry: &Entry,
    answers: &Answers,
) -> Result<(Course, Ahead), Withheld> {
    let expected = learner.expect(&entry.authority)?;
    let stands = Stands::of(learner, as_of, entry);
    let known = learner.pauses.answers();
    if stands.waited.is_some() && known < LEAST_DECISIONS {
        return Err(Withheld::FewAnswers { known });
    }
    let stops = Stops {
        rate: learner.pauses.rate(stands.authority),
        answers,
        waiting: stands.waited,
    };
    let calendar = stands.calendar.as_deref();
    let course = Course::of(&expected, calendar, number(as_of), stands.age, &stops)?;
    let ahead = Ahead {
        authority: entry.authority.clone(),
        by: vec![],
        critical: 0.0,
        basis: expected.basis,
        age: stands.age,
        waited: stands.waited,
        never: course.never(),
    };
    Ok((course, ahead))
}

/// Where an open referral stands on a day.
pub(crate) struct Stands {
    /// The authority's number.
    pub authority: usize,
    /// Which days it works, where that is known.
    pub calendar: Option<Arc<WorkingDays>>,
    /// How old the referral is, in days that count.
    pub age: u32,
    /// For how many days an answer is awaited.
    pub waited: Option<u32>,
}

impl Stands {
    pub(crate) fn of(learner: &mut Learner, as_of: Date, entry: &Entry) -> Stands {
        let authority = learner.authority(&entry.authority);
        let calendar = learner.authorities[authority].calendar.clone();
        let waiting = entry
            .pauses
            .iter()
            .find(|pause| pause.from <= as_of && pause.to.is_none_or(|to| to > as_of));
        let counts = |day: i32| {
            let stands =
                |from: Date, to: Option<Date>| number(from) <= day && to.is_none_or(|to| day < number(to));
            calendar.as_ref().is_none_or(|calendar| calendar.works_on(day))
                && !entry.pauses.iter().any(|pause| stands(pause.from, pause.to))
        };
        let age = (number(entry.referred)..number(as_of))
            .filter(|day| counts(*day))
            .count();
        Stands {
            authority,
            age: u32::try_from(age).unwrap_or(u32::MAX),
            waited: waiting.map(|pause| between(pause.from, as_of).unsigned_abs()),
            calendar,
        }
    }
}

/// How often each day was drawn, for each referral and for the last of all.
struct Drawn {
    referrals: Vec<Vec<u32>>,
    last: Vec<u32>,
    critical: Vec<f64>,
}

impl Drawn {
    fn of(referrals: usize) -> Self {
        Drawn {
            referrals: vec![vec![0; AHEAD]; referrals],
            last: vec![0; AHEAD],
            critical: vec![0.0; referrals],
        }
    }

    /// Draws courses; `shared` is how far referrals of one case are late together.
    fn draw(&mut self, courses: &[&Course], shared: f64, seed: u64) {
        let numbers = Numbers::of(shared, seed);
        let mut days = vec![0; courses.len()];
        for path in 0..PATHS {
            let mut number = numbers.course(path);
            for (day, course) in days.iter_mut().zip(courses) {
                let (number, seed) = number();
                *day = course.draw(number, seed);
            }
            self.count(&days);
        }
    }

    fn count(&mut self, days: &[u16]) {
        let last = days.iter().copied().max().unwrap_or_default();
        self.last[usize::from(last)] += 1;
        let ties = days.iter().filter(|day| **day == last).count() as f64;
        for (at, day) in days.iter().enumerate() {
            self.referrals[at][usize::from(*day)] += 1;
            if *day == last {
                self.critical[at] += 1.0 / ties;
            }
        }
    }

    fn told(self, as_of: Date, referrals: impl Iterator<Item = Ahead>) -> Outlook {
        let by = |counts: &[u32]| {
            let mut sum = 0;
            let by = counts.iter().map(|count| {
                sum += count;
                f64::from(sum) / f64::from(PATHS)
            });
            let mut by: Vec<f64> = by.collect();
            by.truncate(by.iter().position(|by| *by >= 1.0).map_or(AHEAD, |at| at + 1));
            by
        };
        let told = referrals.zip(&self.referrals).zip(&self.critical);
        Outlook {
            as_of,
            by: by(&self.last),
            referrals: told
                .map(|((ahead, counts), critical)| Ahead {
                    by: by(counts),
                    critical: critical / f64::from(PATHS),
                    ..ahead
                })
                .collect(),
        }
    }
}
