//! Use cases: load, authorise, decide, append. Joins the halves that do not know each other, over ports.

pub mod accounts;
mod audit;
mod beside;
mod clash;
pub mod clearance;
mod clock_back;
pub mod deputies;
mod desk;
mod document;
pub mod engagement;
mod fault;
mod few;
pub mod forecasts;
mod foretold;
pub mod governance;
pub mod identity;
pub mod inbox;
pub mod mail;
pub mod ports;
mod posting;
mod proof;
mod rows;
mod rulebooks;
pub mod store;
mod together;
pub mod views;

pub use accounts::{Account, Hat, HatName, Session, SignedIn, StandsIn};
pub use audit::{Audit, audit};
pub use clock_back::ClockBehind;
pub use desk::Desk;
pub use document::Versioned;
pub use fault::{Fault, FieldFault, Refused};
pub use proof::{PermitPaper, PermitShown, Proven, VeiledPermit};
pub use rulebooks::{Binding, RULEBOOK_TOML, Rulebooks, RulebooksNow, Unloaded, Version};
