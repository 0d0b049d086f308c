//! What governs, and who changes it: a version of a rulebook is proposed, approved by a second person, and published for a day; an
//! authority says on which days of its own it is closed, or works.
//!
//! One stream per rulebook, [`Versions`]: so that two proposals that change the same version cannot both be published. What
//! stands in a version's files is the crate `rulebook`'s to know; here they are names, sizes and hashes, and what a linter
//! and the version's own tests found comes in with the act. Read `acts/` aloud: it is what rule makers can do,
//! and deciders for the calendar of their authority, which is one stream for each, [`AuthorityCalendar`] (decision 0016).
//!
//! Whose it is: a rulebook is changed by rule makers of the organisation that is its lead authority, by the version that
//! binds last when it is proposed, be it from a later day on; so no proposal names its own judges.

pub mod acts;
mod fact;
mod own_calendar;
mod possible;
mod refusal;
mod version;
mod versions;

pub use fact::{CalendarFact, RulebookFact};
pub use own_calendar::{AuthorityCalendar, Entry, TakenBack};
pub use possible::{Possible, possible};
pub use refusal::GovernanceRefusal;
pub use version::{Checked, Lead, MOST_FILES, Proposed, RulebookFile, Standing};
pub use versions::{Known, Proposal, Publication, Versions};
