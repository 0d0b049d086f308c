//! At which levels forecasts are held against what came, and what is told for each.

use crate::scores::told;
use serde::Serialize;

/// The levels of intervals.
pub(crate) const LEVELS: [f64; 3] = [0.5, 0.8, 0.9];

/// Within how many days a decision is foretold, each by itself.
pub(crate) const WITHIN: [u32; 3] = [30, 60, 90];

/// A share for each level of interval.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Coverage {
    /// Of those that hold half.
    #[serde(rename = "50")]
    pub half: Option<f64>,
    /// Of those that hold four of five.
    #[serde(rename = "80")]
    pub four_fifths: Option<f64>,
    /// Of those that hold nine of ten.
    #[serde(rename = "90")]
    pub nine_tenths: Option<f64>,
}

/// A skill for each number of days.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Within {
    /// "Decided within 30 days".
    #[serde(rename = "30")]
    pub thirty: Option<f64>,
    /// "Decided within 60 days".
    #[serde(rename = "60")]
    pub sixty: Option<f64>,
    /// "Decided within 90 days".
    #[serde(rename = "90")]
    pub ninety: Option<f64>,
}

/// Shares of so many.
pub(crate) fn coverage(inside: [f64; LEVELS.len()], n: f64) -> Coverage {
    let [half, four_fifths, nine_tenths] = inside.map(|one| (n > 0.0).then(|| told(one / n)));
    Coverage {
        half,
        four_fifths,
        nine_tenths,
    }
}
