//! Trying forecasts on a record: each case is foretold from what was known when it began, and then held against what
//! became of it.

use crate::calibration::{Calibration, Points};
use crate::cases::{Cases, Whole};
use crate::course::{Answers, Course, Stops};
use crate::curve::Curve;
use crate::days::number;
use crate::expectation::Withheld;
use crate::learner::Learner;
use crate::levels::{Coverage, LEVELS, WITHIN, Within, coverage};
use crate::record::{End, Entry, Happening, Record, between};
use crate::scores::{brier, crps, ends, holds, share, skill, told};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a record says of forecasts made on it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Backtest {
    /// Referrals that were foretold, decided, and so scored.
    pub n: u64,
    /// The share of decisions inside the central interval, each day by the share of its own probability inside.
    pub coverage: Coverage,
    /// The mean continuous ranked probability score, in days.
    pub crps: Option<f64>,
    /// How much better it is than that of all decisions known when the case began.
    pub crps_skill: Option<f64>,
    /// How much better "decided within so many days" was foretold than by those decisions.
    pub brier_skill: Within,
    /// The share of decisions on a day inside the central interval in whole days, which holds a little more.
    pub whole_days: Coverage,
    /// Referrals that are open at the end: known as such, and not scored.
    pub open: u64,
    /// Decided referrals of which nothing was foretold, by the reason's name.
    pub withheld: BTreeMap<&'static str, u64>,
    /// Cases of several authorities, all asked when the case began.
    pub cases: Whole,
    /// How well probabilities were kept.
    pub calibration: Calibration,
    /// What the simulation began with.
    pub seed: u64,
}

/// Tries forecasts on a record.
#[must_use]
pub fn backtest(record: &Record, seed: u64) -> Backtest {
    backtest_watched(record, seed, |_| ())
}

/// The same, telling how many referrals of the record are done, whenever some more are.
#[must_use]
pub fn backtest_watched(record: &Record, seed: u64, mut done: impl FnMut(usize)) -> Backtest {
    let mut tried = 0;
    let mut learner = Learner::with(&record.calendars);
    let mut numbers = BTreeMap::new();
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, entry) in record.entries.iter().enumerate() {
        members.entry(&entry.case).or_default().push(at);
    }
    for members in members.values_mut() {
        members.sort_by_key(|at| (&record.entries[*at].authority, record.entries[*at].referred));
    }
    let mut scored = Scored::default();
    let mut cases = Cases::new(seed);
    for (on, happening, at) in record.happenings() {
        if happening != Happening::CaseBegins {
            record.tell(&mut learner, &mut numbers, happening, at, on);
            continue;
        }
        learner.pass_to(on);
        let Some(members) = members.get(record.entries[at].case.as_str()) else {
            continue;
        };
        tried += members.len();
        let (mut whole, mut answers) = (vec![], None);
        for member in members {
            let entry = &record.entries[*member];
            let foretold = foretold(&mut learner, entry, &mut answers, seed ^ scored.n);
            let Some(days) = entry.days() else {
                scored.open += u64::from(entry.end == End::Open);
                continue;
            };
            match (foretold, learner.durations().curve()) {
                (Ok(curve), Some(plain)) => {
                    scored.add(&curve, &plain, days);
                    if between(on, entry.referred) == 0 {
                        whole.push((curve, days));
                    }
                }
                (Err(why), _) => scored.withhold(why),
                (Ok(_), None) => {}
            }
        }
        if whole.len() == members.len() {
            cases.score(&whole, learner.together.shared());
        }
        done(tried);
    }
    scored.told(cases, seed)
}

/// The days from referral to decision, as they are foretold of a case: with the authority's own days off, and with the questions that it
/// may ask. Where neither is known of, they follow from its chances alone.
fn foretold(
    learner: &mut Learner,
    entry: &Entry,
    answers: &mut Option<Answers>,
    seed: u64,
) -> Result<Curve, Withheld> {
    let expected = learner.expect(&entry.authority)?;
    let authority = learner.authority(&entry.authority);
    let calendar = learner.authorities[authority].calendar.clone();
    let rate = learner.pauses.rate(authority);
    if calendar.is_none() && rate <= 0.0 {
        return Ok(expected.of_referral(entry.referred));
    }
    let stops = Stops {
        rate,
        answers: answers.get_or_insert_with(|| Answers::of(learner.answers())),
        waiting: None,
    };
    let course = Course::of(&expected, calendar.as_deref(), number(entry.referred), 0, &stops)?;
    Ok(course.counted(seed))
}

/// Sums over what was scored.
#[derive(Default)]
struct Scored {
    n: u64,
    open: u64,
    withheld: BTreeMap<&'static str, u64>,
    inside: [f64; LEVELS.len()],
    whole_days: [f64; LEVELS.len()],
    crps: [f64; 2],
    brier: [[f64; 2]; WITHIN.len()],
    points: Points,
}

impl Scored {
    fn withhold(&mut self, why: Withheld) {
        *self.withheld.entry(why.code()).or_default() += 1;
    }

    fn add(&mut self, curve: &Curve, plain: &Curve, days: u32) {
        self.n += 1;
        for (at, level) in LEVELS.into_iter().enumerate() {
            let (from, to) = ends(level);
            self.inside[at] += share(curve, days, from, to);
            self.whole_days[at] += f64::from(u8::from(holds(curve, days, level)));
        }
        for (sum, of) in self.crps.iter_mut().zip([curve, plain]) {
            *sum += crps(of, days);
        }
        for (sums, within) in self.brier.iter_mut().zip(WITHIN) {
            for (sum, of) in sums.iter_mut().zip([curve, plain]) {
                *sum += brier(of, days, within);
            }
        }
        self.points.add(curve, days);
    }

    fn told(self, cases: Cases, seed: u64) -> Backtest {
        let [thirty, sixty, ninety] = self.brier.map(|[ours, plain]| skill(ours, plain));
        let n = self.n as f64;
        Backtest {
            n: self.n,
            coverage: coverage(self.inside, n),
            crps: (self.n > 0).then(|| told(self.crps[0] / n)),
            crps_skill: skill(self.crps[0], self.crps[1]),
            brier_skill: Within {
                thirty,
                sixty,
                ninety,
            },
            whole_days: coverage(self.whole_days, n),
            open: self.open,
            withheld: self.withheld,
            cases: cases.told(),
            calibration: self.points.told(),
            seed,
        }
    }
}
