//! What the fact of a letter on paper holds.

use crate::{Attachment, Commitment, Decision};
use act::{AuthorityId, Date, Reason, Title};
use serde::{Deserialize, Serialize};

/// What was recorded of a letter as the decision of whoever wrote it. The bytes of these are golden.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedLetter {
    /// The authority that wrote it.
    pub authority: AuthorityId,
    /// What it decided.
    pub decision: Decision,
    /// Why.
    pub reasons: Option<Reason>,
    /// The day that the letter bears.
    pub dated: Date,
    /// Its reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<Title>,
    /// Its scan.
    pub scan: Attachment,
    /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it, and the scan is for those
    /// who read the words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Commitment>,
}
