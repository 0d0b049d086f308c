//! Who there is: persons, organisations, the posts in them, who held which post when, and who may act for them.
//!
//! Two streams: [`Person`] and [`Organisation`]. Memberships and roles stand in the organisation's stream, because
//! it is the organisation that gives and takes them. Read `acts/` aloud: it is what people can do.

pub mod acts;
mod delegation;
mod names;
mod organisation;
mod person;
mod refusal;
mod when;

pub use delegation::{DELEGABLE, Delegation, MOST_DAYS, Stands};
pub use names::{Language, LanguageFault, Names, NamesFault};
pub use organisation::{Membership, Organisation, OrganisationFact, OrganisationKind};
pub use person::{Person, PersonFact};
pub use refusal::IdentityRefusal;
pub use when::{When, WhenFault};
