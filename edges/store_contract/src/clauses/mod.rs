//! The clauses, by what they speak of. Each is a sentence that holds for every store.

mod kept;
mod ledger;
mod together;
mod views;

pub use self::kept::*;
pub use self::ledger::*;
pub use self::together::*;
pub use self::views::*;
