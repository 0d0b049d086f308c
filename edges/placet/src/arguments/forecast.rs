//! What can be typed after `placet forecast`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Forecasts.
#[derive(Debug, Subcommand)]
pub enum Forecast {
    /// Say how well the referrals of a record would have been foretold, each from what was known when its case began
    Backtest(Backtest),
}

/// A record of referrals to try forecasts on.
#[derive(Debug, Args)]
pub struct Backtest {
    /// Comma-separated text with the columns case, authority, referred, decided
    pub file: PathBuf,
    /// What the simulation of whole cases begins with: the same seed gives the same figures
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}
