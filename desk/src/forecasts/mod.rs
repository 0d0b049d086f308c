//! Forecasts for pages: what was learned from the record of the days before, kept by day; what that says of a case, kept by the
//! case's version; and how well such forecasts would have been kept in the past (decision 0019).

mod case;
mod record;
mod statistics;

pub use crate::foretold::{CaseForecast, Days, Foretold, Help, Helps, Pace, Whole};
pub use statistics::{AuthorityStatistics, LEAST_DECIDED, since};

use crate::foretold::Model;
use crate::rulebooks::today;
use crate::views::identity::{ALL, AUTHORITIES, OrganisationLine};
use crate::{Desk, Fault};
use ::forecast::{Backtest, backtest};
use act::{AuthorityId, Date};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, OnceLock};

/// Past decisions that must have been foretold before it is said how well that was kept. With a hundred, the share that an interval
/// of 80 % holds is told to some eight of a hundred, chance alone considered; with fewer it says nothing.
pub const LEAST_FORETOLD: u64 = 100;

/// With what the simulation of past cases begins: the same record gives the same figures.
const SEED: u64 = 1;

/// How well forecasts on an installation's own record would have been kept.
#[derive(Clone, Debug)]
pub struct Calibrated {
    /// What came before this day was looked at.
    pub day: Date,
    /// The day of the first referral.
    pub since: Option<Date>,
    /// How many referrals there were.
    pub referrals: usize,
    /// How many authorities.
    pub authorities: usize,
    /// Whether only the latest referrals were looked at.
    pub is_cut: bool,
    /// What became of forecasts, each made from what was known when its case began.
    pub tried: Arc<Backtest>,
}

/// Work that takes a while, never on a thread that serves others.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fault> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done),
        // Only a server that stops lets work fall that has not begun, and whoever waits for it falls with it.
        Err(fault) if fault.is_cancelled() => std::future::pending().await,
        Err(fault) => Err(Fault::SetUp(format!("a forecast broke off: {fault}"))),
    }
}

impl Desk {
    /// What was learned from the record before a day: read and learned once, by whoever asks first.
    async fn model(&self, day: Date) -> Result<Arc<Model>, Fault> {
        let mut models = self.forecasts.models().await;
        if let Some(model) = models.get(&day) {
            return Ok(model);
        }
        let record::Before {
            record,
            is_cut,
            paces,
        } = self.record_before(day).await?;
        let learned = aside(move || {
            let mut learner = record.learned_until(day);
            learner.settle();
            Arc::new(Model {
                record,
                is_cut,
                paces,
                learner: Mutex::new(learner),
                tried: OnceLock::new(),
            })
        });
        let model = learned.await?;
        models.keep(day, Arc::clone(&model));
        Ok(model)
    }

    /// Learns what pages will want to know today, where anybody is, so that no reader waits for it.
    ///
    /// # Errors
    /// [`Fault::Store`] if the record cannot be read.
    pub async fn learn_from_the_record(&self) -> Result<(), Fault> {
        let known = self.rulebooks().all();
        let days: BTreeSet<Date> = known.iter().filter_map(|one| today(one, self.now())).collect();
        for day in days {
            self.model(day).await?;
        }
        Ok(())
    }

    /// How long each authority takes, by the record before a day, in the order of their names in English.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn statistics(&self, day: Date) -> Result<Vec<AuthorityStatistics>, Fault> {
        let model = self.model(day).await?;
        let known: Vec<OrganisationLine> = self.lines(AUTHORITIES, ALL.to_owned()).await?;
        let names = |authority: &AuthorityId| {
            let known = known.iter();
            let mut known = known.filter(|one| one.authority.as_ref() == Some(authority));
            known.next().map(|one| one.names.clone())
        };
        let of = |(authority, pace): (&AuthorityId, &Pace)| AuthorityStatistics {
            authority: authority.clone(),
            names: names(authority),
            pace: pace.clone(),
        };
        let mut all: Vec<_> = model.paces.iter().map(of).collect();
        all.sort_by_key(|one| {
            one.names
                .as_ref()
                .map(|names| names.in_language("en").to_lowercase())
        });
        Ok(all)
    }

    /// How well forecasts on the record before a day would have been kept. It names no case and no authority.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn calibration(&self, day: Date) -> Result<Calibrated, Fault> {
        let model = self.model(day).await?;
        let tried = Arc::clone(&model);
        let tried = aside(move || {
            let tried = tried
                .tried
                .get_or_init(|| Arc::new(backtest(&tried.record, SEED)));
            Arc::clone(tried)
        });
        let tried = tried.await?;
        let entries = &model.record.entries;
        let authorities: BTreeSet<&str> = entries.iter().map(|one| one.authority.as_str()).collect();
        Ok(Calibrated {
            day,
            since: entries.iter().map(|one| one.referred).min(),
            referrals: entries.len(),
            authorities: authorities.len(),
            is_cut: model.is_cut,
            tried,
        })
    }
}
