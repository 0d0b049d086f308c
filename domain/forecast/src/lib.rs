//! When authorities will have decided, learned from their own record.
//!
//! A [`Record`] holds referrals: when each was made, when it was decided, when its clock stood still. A [`Learner`] goes
//! through it day by day and watches what is open: on each day a referral of some age is decided, or is not. From that
//! it knows how likely a decision is at each age, of all authorities and of each, and what is still open counts for as
//! long as it has been. [`outlook`] takes the open referrals of a case and draws what may become of them: the
//! probability that all have decided by a day, who is last most often; [`with_change`] tells what a change would do.
//! [`backtest`] holds forecasts against what came.
//!
//! What is learned, and how:
//! - **Hazards by age**, in bins that grow with it (`ages`), for four half-lives of the record (`tally`).
//! - **Partial pooling** (`pooling`): a younger part of the record is held against the whole, an authority against all,
//!   over all ages and then in ever narrower windows of age. Few decisions move little, many have their way.
//! - **Load** (`load`): what lies open over what is done a day; age passes more slowly the more that is (`response`).
//! - **Days of the week** (`week`), and of those with a calendar only the days that they work ([`WorkingDays`]).
//! - **Which of this is believed** (`evidence`): half-life, strength of pooling and answer to the load are opinions; each
//!   is believed by the probability that it gave, before the day, to what then came.
//! - **How far a quarter may differ** from all that was foretold of it (`unsteady`).
//!
//! Nothing here was fitted to a log: what is a number in the code is either a grid from which the record chooses, or the
//! worth of a belief in decisions. Too little record is said so ([`Withheld`]). Forecasts speak of referrals that are
//! decided within the reach of the record; which share is not is told beside ([`Curve::never`]).
//!
//! Nothing reads a clock, and chance comes from a seed that is passed in.

mod ages;
mod backtest;
mod calibration;
mod cases;
mod chance;
mod course;
mod curve;
mod days;
mod durations;
mod evidence;
mod expectation;
mod hazard;
mod learner;
mod levels;
mod load;
mod outlook;
mod pauses;
mod pooling;
mod reckoned;
mod record;
mod response;
mod scores;
mod table;
mod tally;
mod together;
mod unsteady;
mod watched;
mod week;

pub use backtest::{Backtest, backtest, backtest_watched};
pub use calibration::{Calibration, Point, Reliability};
pub use cases::Whole;
pub use chance::Chance;
pub use curve::Curve;
pub use days::WorkingDays;
pub use expectation::{Basis, Expectation, LEAST_DECISIONS, Withheld};
pub use learner::{Learner, Number};
pub use levels::{Coverage, Within};
pub use outlook::{Ahead, Lever, Outlook, PATHS, Unforeseen, outlook, with_change};
pub use reckoned::{Reckoned, Spread, reckoned};
pub use record::{End, Entry, Pause, Record};
pub use table::Table;
