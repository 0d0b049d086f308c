//! Learning from a record as it comes: day after day, what happened to what was open.

use crate::ages::{Bins, REACH, bin};
use crate::days::{WorkingDays, number, weekday};
use crate::durations::Durations;
use crate::evidence::Beliefs;
use crate::expectation::{Basis, Expectation, LEAST_DECISIONS, Withheld};
use crate::hazard::{at_pace, logarithms, mixed};
use crate::load::{Load, pace};
use crate::pauses::Pauses;
use crate::response::{ANSWERS, Day, Foretold, OPINIONS, Response};
use crate::tally::{Halved, weights};
use crate::together::Together;
use crate::unsteady::{Unsteady, spread};
use crate::watched::{Foreseen, Watched};
use crate::week::{EVEN, Week, Worth};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::sync::Arc;

/// After so many days the weights of days begin anew, before they grow too large for a float.
const AGES: i32 = 36_500;

/// A referral that a learner watches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(u64);

#[derive(Clone, Copy, PartialEq)]
enum Ending {
    Decided,
    Left,
}

#[derive(Default)]
pub(crate) struct Authority {
    pub calendar: Option<Arc<WorkingDays>>,
    pub load: Load,
    decided: u32,
    /// What was foreseen of it last: on which day, under which load.
    foreseen: Option<(i32, f64, Arc<Foreseen>)>,
}

/// Watches referrals, and foretells from what it saw before the day. What is told must be told in the order of days;
/// what comes late is taken to happen on the day that is reached.
pub struct Learner {
    begun: Option<Date>,
    pub(crate) day: i32,
    origin: i32,
    pub(crate) names: BTreeMap<String, usize>,
    pub(crate) authorities: Vec<Authority>,
    responses: Vec<Response>,
    pub(crate) beliefs: Beliefs,
    week: Week,
    worth: Worth,
    general: Arc<[Foretold; ANSWERS.len()]>,
    stale: bool,
    open: Vec<Watched>,
    told: BTreeMap<u64, Ending>,
    next: u64,
    days_at_risk: f64,
    oldest: u32,
    decided: u32,
    durations: Durations,
    pub(crate) pauses: Pauses,
    pub(crate) together: Together,
    unsteady: Unsteady,
}

impl Default for Learner {
    fn default() -> Self {
        let responses: Vec<Response> = ANSWERS.iter().map(|one| Response::to(*one)).collect();
        let general = std::array::from_fn(|at| responses[at].foretold());
        Learner {
            begun: None,
            day: i32::MIN,
            origin: 0,
            names: BTreeMap::new(),
            authorities: vec![],
            responses,
            beliefs: Beliefs::of(OPINIONS),
            week: Week::default(),
            worth: EVEN,
            general: Arc::new(general),
            stale: false,
            open: vec![],
            told: BTreeMap::new(),
            next: 0,
            days_at_risk: 0.0,
            oldest: 0,
            decided: 0,
            durations: Durations::default(),
            pauses: Pauses::default(),
            together: Together::default(),
            unsteady: Unsteady::default(),
        }
    }
}

impl Learner {
    /// One that knows the calendars of some authorities.
    #[must_use]
    pub fn with(calendars: &BTreeMap<String, Arc<WorkingDays>>) -> Self {
        let mut learner = Learner::default();
        for (name, days) in calendars {
            let authority = learner.authority(name);
            learner.authorities[authority].calendar = Some(Arc::clone(days));
        }
        learner
    }

    /// The number of an authority; a new one if it is not known.
    pub(crate) fn authority(&mut self, name: &str) -> usize {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let new = self.authorities.len();
        self.names.insert(name.to_owned(), new);
        self.authorities.push(Authority::default());
        self.beliefs.grow();
        self.responses.iter_mut().for_each(Response::grow);
        new
    }

    /// An authority is asked in a case.
    pub fn refer(&mut self, case: &str, authority: &str, on: Date) -> Number {
        self.pass_to(on);
        self.begun.get_or_insert(on);
        let authority = self.authority(authority);
        let mean = self.mean();
        let above = self.authorities[authority].load.takes(self.day, mean);
        let foreseen = self.foresee(authority, above);
        let watched = Watched {
            number: self.next,
            case: Arc::from(case),
            authority,
            referred: number(on),
            age: 0,
            paused: None,
            paces: foreseen.paces,
            general: Arc::clone(&self.general),
            foreseen: Some(foreseen),
        };
        self.open.push(watched);
        self.next += 1;
        Number(self.next - 1)
    }

    /// A referral is decided on a day.
    pub fn decide(&mut self, referral: Number, on: Date) {
        self.pass_to(on);
        self.told.insert(referral.0, Ending::Decided);
    }

    /// A referral is withdrawn, or no longer required, on a day.
    pub fn leave(&mut self, referral: Number, on: Date) {
        self.pass_to(on);
        self.told.insert(referral.0, Ending::Left);
    }

    /// An authority asks a question: its clock stands still from that day on.
    pub fn pause(&mut self, referral: Number, on: Date) {
        self.pass_to(on);
        let day = self.day;
        if let Some(one) = self.open.iter_mut().find(|one| one.number == referral.0) {
            one.paused = Some(day);
            self.pauses.asked(one.authority);
        }
    }

    /// The question is answered: the clock goes on from that day on.
    pub fn resume(&mut self, referral: Number, on: Date) {
        self.pass_to(on);
        let today = self.weights();
        if let Some(one) = self.open.iter_mut().find(|one| one.number == referral.0)
            && let Some(since) = one.paused.take()
        {
            self.pauses.answered(self.day.abs_diff(since), &today);
        }
    }

    /// Lets all days before this one pass.
    pub fn pass_to(&mut self, day: Date) {
        let day = number(day);
        if self.begun.is_none() {
            self.origin = day;
        }
        while self.day < day {
            if self.open.is_empty() {
                self.told.clear();
                self.day = day;
            } else {
                self.pass();
            }
        }
    }

    /// What is expected of an authority, if it were asked today.
    ///
    /// # Errors
    /// [`Withheld`] where too little is known.
    pub fn expect(&mut self, authority: &str) -> Result<Expectation, Withheld> {
        let known = self.decided;
        let Some(since) = self.begun.filter(|_| known >= LEAST_DECISIONS) else {
            return Err(Withheld::FewDecisions { known });
        };
        let authority = self.authority(authority);
        let above = self.authorities[authority].load.now(self.day, self.mean());
        let days = self.day.abs_diff(number(since));
        let expectation = Expectation {
            chances: self.foresee(authority, above).expected,
            worth: self.worth,
            horizon: days.clamp(1, REACH),
            oldest: self.oldest,
            basis: Basis {
                own: self.authorities[authority].decided,
                all: known,
                since,
            },
        };
        if expectation.seen_within(days) {
            Ok(expectation)
        } else {
            Err(Withheld::ShortRecord { days })
        }
    }

    /// The chance of an answer on each day of waiting for one.
    pub(crate) fn answers(&self) -> Bins {
        self.pauses.chances(&self.weights())
    }

    /// How long all decided referrals took, as far as it is known.
    pub(crate) fn durations(&self) -> &Durations {
        &self.durations
    }

    /// What the opinions are about an authority, and what they come to. On one day that changes with its load alone.
    fn foresee(&mut self, authority: usize, above_usual: f64) -> Arc<Foreseen> {
        if let Some((day, above, foreseen)) = &self.authorities[authority].foreseen
            && *day == self.day
            && above.to_bits() == above_usual.to_bits()
        {
            return Arc::clone(foreseen);
        }
        self.refresh();
        let today = self.weights();
        let mut paces = [1.0; ANSWERS.len()];
        let mut opinions = Vec::with_capacity(OPINIONS);
        for (response, paced) in self.responses.iter().zip(&mut paces) {
            *paced = pace(above_usual, response.answering);
            let own = response.opinions(authority, &today);
            opinions.extend(own.iter().map(|one| at_pace(one, *paced)));
        }
        let steady = mixed(&opinions, &self.beliefs.weights(authority));
        let expected = spread(&steady, self.unsteady.deviation());
        let foreseen = Arc::new(Foreseen {
            paces,
            foretold: opinions.iter().map(logarithms).collect(),
            steady,
            expected,
        });
        self.authorities[authority].foreseen = Some((self.day, above_usual, Arc::clone(&foreseen)));
        foreseen
    }

    /// Reads the record again if a decision has come since.
    fn refresh(&mut self) {
        if !std::mem::take(&mut self.stale) {
            return;
        }
        let today = self.weights();
        for response in &mut self.responses {
            response.refresh(&today);
        }
        self.worth = self.week.worth();
        self.general = Arc::new(std::array::from_fn(|at| self.responses[at].foretold()));
    }

    /// How many days a referral takes on the mean; a month before anything is known.
    pub(crate) fn mean(&self) -> f64 {
        (self.days_at_risk + 30.0) / f64::from(self.decided + 1)
    }

    fn weights(&self) -> Halved {
        weights(f64::from(self.day - self.origin))
    }

    /// One day passes.
    fn pass(&mut self) {
        if self.day - self.origin > AGES {
            let by = self.weights();
            self.responses.iter_mut().for_each(|one| one.rebase(&by));
            self.pauses.rebase(&by);
            self.origin = self.day;
        }
        let today = self.weights();
        let told = std::mem::take(&mut self.told);
        let mut at = 0;
        while at < self.open.len() {
            let ending = told.get(&self.open[at].number).copied();
            let decided = ending == Some(Ending::Decided);
            self.watch(at, decided, &today);
            if ending.is_some() || self.open[at].age >= REACH {
                self.end(at, decided);
            } else {
                at += 1;
            }
        }
        self.day += 1;
    }

    /// An open referral goes through the day.
    fn watch(&mut self, at: usize, decided: bool, today: &Halved) {
        let one = &mut self.open[at];
        let authority = &self.authorities[one.authority];
        let works = authority
            .calendar
            .as_ref()
            .is_none_or(|days| days.works_on(self.day));
        if !decided && (one.paused.is_some() || !works) {
            if let Some(since) = one.paused {
                self.pauses.waited(self.day.abs_diff(since), today);
            }
            return;
        }
        let weekday = weekday(self.day);
        let stretch = one.stretch(decided);
        let usual = self.responses[0].general()[bin(one.age)];
        self.week.watched(weekday, usual, decided);
        self.days_at_risk += 1.0;
        self.oldest = self.oldest.max(one.age);
        if let Some(foreseen) = &one.foreseen {
            let expected = foreseen.steady[bin(one.age)] * self.worth[weekday];
            self.unsteady.watched(one.authority, self.day, expected, decided);
        }
        self.pauses.ran(one.authority);
        for (at, response) in self.responses.iter_mut().enumerate() {
            let pace = one.paces[at];
            let age = (f64::from(one.age) + 0.5) * pace;
            response.watched(&Day {
                today,
                authority: one.authority,
                age,
                exposed: pace * self.worth[weekday],
                decided,
            });
            if let Some(stretch) = stretch {
                response.hold(&one.general[at], age, pace, stretch.quiet, decided);
            }
        }
        if let Some(stretch) = stretch {
            if let Some(foreseen) = &one.foreseen {
                let evidence = self.beliefs.evidence(one.authority);
                evidence.add(foreseen.logarithms(stretch));
            }
            one.settle();
        }
        if !decided {
            one.age += 1;
        }
    }

    /// A referral is watched no more.
    fn end(&mut self, at: usize, decided: bool) {
        let one = self.open.swap_remove(at);
        let authority = &mut self.authorities[one.authority];
        if !decided {
            authority.load.leaves();
            return;
        }
        authority.load.decides(self.day);
        authority.decided += 1;
        self.decided += 1;
        self.stale = true;
        self.beliefs.evidence(one.authority).fade();
        self.durations.add(self.day.abs_diff(one.referred));
        self.together.decided(&one.case, one.rank());
    }
}
