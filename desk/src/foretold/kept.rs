//! What was learned and foretold, kept in memory: it follows from the record, so that losing it loses nothing.

use super::{CaseForecast, Pace};
use crate::few::Few;
use act::{ApplicationId, AuthorityId, Date};
use forecast::{Backtest, Learner, Record};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex as StdMutex, OnceLock, PoisonError};
use tokio::sync::{Mutex, MutexGuard};

/// Around midnight two zones have two days, and a page may ask for a third.
const MODELS: usize = 3;
/// Forecasts of so many cases are kept; each is reckoned again in a few milliseconds.
const CASES: usize = 1_024;

/// What was learned from the record before a day.
pub(crate) struct Model {
    /// The record.
    pub record: Record,
    /// Whether only the latest of it is here.
    pub is_cut: bool,
    /// How long each authority took.
    pub paces: BTreeMap<AuthorityId, Pace>,
    /// What was learned from it.
    pub learner: StdMutex<Learner>,
    /// What became of forecasts on it, once someone asked.
    pub tried: OnceLock<Arc<Backtest>>,
}

/// A case as it stood on a day: its id, how many facts it rested on, the day.
pub(crate) type Stood = (ApplicationId, u64, Date);

/// What was learned, by day, and what was foretold, by case.
pub(crate) struct Forecasts {
    models: Mutex<Few<Date, Arc<Model>>>,
    cases: StdMutex<Few<Stood, Arc<CaseForecast>>>,
}

impl Default for Forecasts {
    fn default() -> Self {
        Forecasts {
            models: Mutex::new(Few::of(MODELS)),
            cases: StdMutex::new(Few::of(CASES)),
        }
    }
}

impl Forecasts {
    /// What was learned. Whoever holds it learns, and the others wait for that.
    pub(crate) async fn models(&self) -> MutexGuard<'_, Few<Date, Arc<Model>>> {
        self.models.lock().await
    }

    /// What was foretold of a case as it stands.
    pub(crate) fn of_case(&self, stood: &Stood) -> Option<Arc<CaseForecast>> {
        let cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        cases.get(stood)
    }

    pub(crate) fn keep_of_case(&self, stood: Stood, foretold: Arc<CaseForecast>) {
        let mut cases = self.cases.lock().unwrap_or_else(PoisonError::into_inner);
        cases.keep(stood, foretold);
    }
}
