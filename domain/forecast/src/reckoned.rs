//! How what is foretold of one referral was reckoned: each figure that it rests on, for whoever wants to follow it.

use crate::course::{from_today, until_answer};
use crate::curve::Curve;
use crate::days::number;
use crate::expectation::{Basis, Withheld};
use crate::learner::Learner;
use crate::outlook::Stands;
use crate::record::Entry;
use crate::response::as_all_are;
use jiff::civil::Date;

/// An authority of which nothing is known: it is expected to decide as all do. No authority has this name.
const ANY: &str = "";

/// A number of days that is not known: what holds four of five, and the middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// One of ten takes no longer.
    pub early: u32,
    /// Half take no longer.
    pub middle: u32,
    /// Nine of ten take no longer.
    pub late: u32,
}

impl Spread {
    fn of(curve: &Curve) -> Self {
        let [early, middle, late] = [0.1, 0.5, 0.9].map(|probability| curve.quantile(probability));
        Spread { early, middle, late }
    }
}

/// What is foretold of one open referral, figure by figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Reckoned {
    /// The record that was learned from.
    pub basis: Basis,
    /// Whether only the days that the authority works are counted.
    pub working_days: bool,
    /// How old the referral is, in days that count.
    pub age: u32,
    /// For how many days an answer is awaited.
    pub waited: Option<u32>,
    /// How many answers are known.
    pub answers: u32,
    /// In how many days an answer comes that is awaited now, or one to a question asked today.
    pub answered_in: Spread,
    /// How likely the authority is to ask on a day that counts.
    pub asks: f64,
    /// In how many days that count authorities in general decide on a referral made today.
    pub all: Spread,
    /// In how many this one is expected to: in general, moved by its own record and its load as far as these are believed.
    pub own: Spread,
    /// How far it is believed to decide as all do, and not as its own record says.
    pub as_all_are: f64,
    /// How many referrals lie open with it.
    pub open: u32,
    /// How many times more that is than usual, for what it gets done.
    pub load: f64,
}

impl Learner {
    /// Forms an opinion of each authority that it knows, in the order of their names: from then on, until another day is
    /// reached, whoever asks about one changes nothing of what is said of another.
    pub fn settle(&mut self) {
        let names: Vec<String> = self.names.keys().cloned().collect();
        for name in names.iter().map(String::as_str).chain([ANY]) {
            // Of whom nothing can be said, there is no opinion either.
            self.expect(name).ok();
        }
    }

    /// How many referrals lie open with an authority, and how many times more that is than usual.
    fn load(&self, authority: usize) -> (u32, f64) {
        let load = &self.authorities[authority].load;
        (load.open(), load.now(self.day, self.mean()).exp())
    }

    /// How far an authority was last believed to decide as all do: wholly, where it has decided nothing yet.
    fn as_all_are(&self, authority: usize, decided: u32) -> f64 {
        let believed = self.beliefs.believed(authority).filter(|_| decided > 0);
        believed.map_or(1.0, as_all_are)
    }
}

/// How the forecast of a referral was reckoned on the day that the learner has reached.
///
/// # Errors
/// [`Withheld`] where too little is known of any authority.
pub fn reckoned(learner: &mut Learner, as_of: Date, entry: &Entry) -> Result<Reckoned, Withheld> {
    learner.pass_to(as_of);
    let own = learner.expect(&entry.authority)?;
    let all = learner.expect(ANY)?;
    let stands = Stands::of(learner, as_of, entry);
    let calendar = stands.calendar.as_deref();
    let (open, load) = learner.load(stands.authority);
    let spread = |expected| Spread::of(&from_today(expected, calendar, number(as_of)));
    Ok(Reckoned {
        basis: own.basis,
        working_days: calendar.is_some(),
        age: stands.age,
        waited: stands.waited,
        answers: learner.pauses.answers(),
        answered_in: Spread::of(&until_answer(
            &learner.answers(),
            stands.waited.unwrap_or_default(),
        )),
        asks: learner.pauses.rate(stands.authority),
        all: spread(&all),
        own: spread(&own),
        as_all_are: learner.as_all_are(stands.authority, own.basis.own),
        open,
        load,
    })
}
