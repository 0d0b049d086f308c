//! What governs: working on a version of a rulebook, proposing it, deciding on it, publishing it; and every version for who
//! wants to read it; and the calendars of authorities.

mod acts;
mod beside;
mod calendars;
mod cells;
mod draft;
mod drafts;
mod following;
mod kept;
mod past;
mod read;
mod recited;
mod sound;
mod table;

pub use acts::ProposalChange;
pub use beside::ids_of_others;
pub use calendars::{CalendarChange, CalendarView, Concerned, Reckoned};
pub use draft::{Draft, DraftChange, DraftLine};
pub(crate) use kept::files_missing;
pub use past::{Past, PastCase, WhatIf};
pub use read::ProposalView;
pub use sound::{Soundness, Tested, lint, lint_files, own_cases, soundness, test_changes, tested};
pub use table::{Cells, Column, RuleChange, Table, tables};
