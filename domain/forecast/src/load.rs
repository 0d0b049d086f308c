//! How busy an authority is: what lies open with it, measured by what it has got done lately.
//!
//! By Little's law, what lies open divided by what is done a day is how long a referral takes. Where an authority
//! answers in turn, that tells of a growing backlog before the first late decision does.

/// What was done counts half after so many days.
const HALF_LIFE: f64 = 91.3;

/// The load is taken to be as usual until so many open referrals say otherwise.
const DOUBT: f64 = 4.0;

/// The slowest and the fastest that a load is believed to make an authority.
const PACES: (f64, f64) = (0.1, 10.0);

/// What lies with one authority.
#[derive(Default)]
pub(crate) struct Load {
    open: u32,
    done: f64,
    done_until: i32,
    loads: f64,
    times: f64,
}

impl Load {
    /// The logarithm of how much more lies here than usual, when one more referral comes on a day; `mean` is how many
    /// days referrals take in general. It is remembered as part of what is usual.
    pub(crate) fn takes(&mut self, day: i32, mean: f64) -> f64 {
        let (load, above) = self.above_usual(day, mean);
        self.loads += load;
        self.times += 1.0;
        self.open += 1;
        above
    }

    /// The same, without another referral.
    pub(crate) fn now(&self, day: i32, mean: f64) -> f64 {
        self.above_usual(day, mean).1
    }

    fn above_usual(&self, day: i32, mean: f64) -> (f64, f64) {
        let a_day = self.done_by(day) * std::f64::consts::LN_2 / HALF_LIFE;
        let load = ((f64::from(self.open) + DOUBT) / (a_day * mean + DOUBT)).ln();
        (load, load - self.loads / (self.times + DOUBT))
    }

    /// How many referrals lie here.
    pub(crate) fn open(&self) -> u32 {
        self.open
    }

    /// A referral is decided on a day.
    pub(crate) fn decides(&mut self, day: i32) {
        self.done = self.done_by(day) + 1.0;
        self.done_until = day;
        self.leaves();
    }

    /// A referral is open no more.
    pub(crate) fn leaves(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    fn done_by(&self, day: i32) -> f64 {
        // Nothing done stays nothing, however far that day lies from the first.
        if self.done <= 0.0 {
            return 0.0;
        }
        self.done * (-f64::from(day - self.done_until) / HALF_LIFE).exp2()
    }
}

/// The pace at which an authority works when it is so much busier than usual, by how far it answers to that.
pub(crate) fn pace(above_usual: f64, answering: f64) -> f64 {
    (-answering * above_usual).exp().clamp(PACES.0, PACES.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backlog_is_seen_before_its_first_decision() {
        let mut load = Load::default();
        for day in 0..1_000 {
            load.takes(day, 10.0);
            if day >= 10 {
                load.decides(day);
            }
        }
        assert!(load.now(1_000, 10.0).abs() < 0.2, "{}", load.now(1_000, 10.0));
        for _ in 0..20 {
            load.takes(1_000, 10.0);
        }
        assert!(load.now(1_000, 10.0) > 0.6, "{}", load.now(1_000, 10.0));
    }

    #[test]
    fn pace_follows_the_load_as_far_as_it_is_believed_to() {
        assert_eq!(pace(1.0, 0.0), 1.0);
        assert!((pace(2_f64.ln(), 1.0) - 0.5).abs() < 1e-12);
        assert_eq!(pace(99.0, 1.0), 0.1);
    }
}
