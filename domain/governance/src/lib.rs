//! What governs, and who changes it: a version of a rulebook is proposed, approved by a second person, and published for a day.
//!
//! One stream per rulebook, [`Versions`]: so that two proposals that change the same version cannot both be published. What
//! stands in a version's files is the crate `rulebook`'s to know; here they are names, sizes and hashes, and what a linter
//! and the version's own tests found comes in with the act. Read `acts/` aloud: it is what rule makers can do.
//!
//! Whose it is: a rulebook is changed by rule makers of the organisation that is its lead authority, by the version that
//! binds last when it is proposed, be it from a later day on; so no proposal names its own judges.

pub mod acts;
mod fact;
mod possible;
mod refusal;
mod version;
mod versions;

pub use fact::RulebookFact;
pub use possible::{Possible, possible};
pub use refusal::GovernanceRefusal;
pub use version::{Checked, Lead, MOST_FILES, Proposed, RulebookFile, Standing};
pub use versions::{Known, Proposal, Publication, Versions};
