//! Use cases: load, authorise, decide, append. Joins the halves that do not know each other, over ports.

pub mod accounts;
pub mod clearance;
mod desk;
pub mod engagement;
mod fault;
pub mod identity;
pub mod ports;
mod proof;
mod rulebooks;
pub mod store;
mod together;
pub mod views;

pub use accounts::{Account, Hat, Session, SignedIn};
pub use desk::{Desk, Versioned};
pub use fault::{Fault, FieldFault, Refused};
pub use proof::{Audit, PermitPaper, Proven, audit};
pub use rulebooks::Rulebooks;
