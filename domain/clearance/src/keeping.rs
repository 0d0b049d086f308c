//! What was done about the conditions of a permit: who sees to each, what was shown for it, and that its authority discharged it.

use act::{AttachmentId, AuthorityId, Context, OrganisationId, Reason, Timestamp};
use serde::{Deserialize, Serialize};

/// What was done about one condition of a permit. It is called by its authority and its number in the permit, from 1: nothing
/// changes the list of a permit that was issued, and one that takes its place calls what stays by the same number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    /// The authority that set it.
    pub authority: AuthorityId,
    /// Which of that authority's conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// Which of the organisers sees to it, where they said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<OrganisationId>,
    /// What was shown, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proofs: Vec<Proof>,
    /// That its authority holds it to be kept, once it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discharged: Option<Discharge>,
}

/// What an organiser showed so that an authority may see that its condition is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Counted from 1 for each condition.
    pub number: u32,
    /// How it is kept.
    pub words: Reason,
    /// The documents of the case that show it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<AttachmentId>,
    /// When it was shown, and by whom.
    pub by: Context,
    /// That it is not enough, once the authority said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declined: Option<Declined>,
    /// When whoever showed it took it back, if it did: it shows nothing any more, and waits for nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<Timestamp>,
}

/// That what was shown is not enough.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Declined {
    /// What is wanting.
    pub reasons: Reason,
    /// When that was said.
    pub at: Timestamp,
}

/// That an authority holds its condition to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discharge {
    /// The proof that it accepted; none where it saw for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<u32>,
    /// What it says to it; always something where it accepted no proof.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reasons: Option<Reason>,
    /// Who discharged it, and when.
    pub by: Context,
}
