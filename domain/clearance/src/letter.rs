//! A decision that came on paper: what the letter bears, and its scan.

use crate::Attachment;
use act::{Date, Title};
use serde::{Deserialize, Serialize};

/// The letter in which an authority decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The day that it bears.
    pub dated: Date,
    /// Its reference, if it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Title>,
    /// Its scan; none where that is not the reader's to see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scan: Option<Attachment>,
}
