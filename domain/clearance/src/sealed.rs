//! Reasons that were sealed: in the fact is their commitment alone, a hash over a random salt and the words, and beside it, as the reasons
//! that all may read, the legal ground. Words and salt are kept elsewhere, and come into a fact only if the seal is opened.

use act::Context;
pub use act::sealed::{Commitment, NotHex, Opening, Salt};
use serde::{Deserialize, Serialize};

/// Reasons that were sealed, as the case has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// What binds the authority to them.
    pub commitment: Commitment,
    /// What they were, once the authority opened the seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
}

impl Sealed {
    /// Whether nobody has opened it.
    #[must_use]
    pub fn is_shut(&self) -> bool {
        self.opened.is_none()
    }

    /// A seal that nobody has opened, where there is one.
    pub(crate) fn shut(commitment: Option<Commitment>) -> Option<Sealed> {
        let opened = None;
        commitment.map(|commitment| Sealed { commitment, opened })
    }
}

/// A seal that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What anyone can recompute the commitment from.
    pub opening: Opening,
    /// Who opened it, and when.
    pub by: Context,
}
