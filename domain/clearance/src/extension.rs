//! More time than the rulebook gives an authority, which it asks for and the organiser agrees to or not.

use act::{Reason, Timestamp};
use serde::{Deserialize, Serialize};

/// More time that an authority asked for. It moves the day on which its decision is due only once the organiser agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Counted from 1 within the referral.
    pub number: u32,
    /// The days asked for: of the period's unit; calendar days where it is a period of months.
    pub days: u32,
    /// Why.
    pub reasons: Reason,
    /// When it was asked for.
    pub proposed: Timestamp,
    /// What the organiser answered.
    pub answered: Option<ExtensionAnswered>,
}

/// What the organiser answered to an authority that asked for more time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtensionAnswered {
    /// When.
    pub at: Timestamp,
    /// Whether it agreed.
    pub agreed: bool,
    /// Why, if it says.
    pub reasons: Option<Reason>,
}

impl Extension {
    /// Days that are asked for just now.
    #[must_use]
    pub fn proposed(number: u32, days: u32, reasons: &Reason, at: Timestamp) -> Self {
        Extension {
            number,
            days,
            reasons: reasons.clone(),
            proposed: at,
            answered: None,
        }
    }

    /// Whether it asks for as many days for the same reasons.
    #[must_use]
    pub fn asks_the_same(&self, other: &Extension) -> bool {
        self.days == other.days && self.reasons == other.reasons
    }

    /// When the organiser agreed to it, if it did.
    #[must_use]
    pub fn agreed(&self) -> Option<Timestamp> {
        let answered = self.answered.as_ref()?;
        answered.agreed.then_some(answered.at)
    }
}
