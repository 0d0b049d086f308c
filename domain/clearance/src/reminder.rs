//! Reminders: what the lead authority wrote to an authority whose answer it awaits.

use act::{PersonId, Reason, Timestamp};
use serde::{Deserialize, Serialize};

/// A reminder. It moves no clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminder {
    /// What the lead wrote.
    pub words: Reason,
    /// Who of its people. That is for its own people alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
    /// When.
    pub at: Timestamp,
}
