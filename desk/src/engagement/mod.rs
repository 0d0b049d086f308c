//! The engagement half: recording meetings from their sources, following requests, and who may read the record.
//!
//! A record belongs to the organisation that keeps it: its desk officers write it, its applicants read it. To anyone
//! else it does not exist; an authority sees of a request only what was asked, by whom of whom and when, on the application
//! that cites it.

mod acts;
mod beyond;
mod brief;
mod entered;
mod import;
mod meeting;
mod named;
mod our_line;
mod owed;
mod read;
mod reminding;
mod signing;
mod taken_back;
mod tasks;

pub use brief::{BriefView, Fate, Outlook};
pub(crate) use our_line::differing_lines;

pub use entered::{
    AnswerIn, CommitmentIn, LinkIn, MeetingIn, MilestoneIn, OccasionIn, ParticipantIn, PostIn, PresentIn,
    RelationshipIn, RequestIn, SourceIn, StatementIn,
};
pub use import::{ImportFault, Imported};
pub use our_line::{OurLineIn, SealedLines};
pub use owed::{Between, Called, OwedView};
pub use read::{CommitmentView, MeetingView, Origin, RelationshipView, RequestView, SourceView};
pub use signing::{SignOffIn, SignedBrief};
pub use taken_back::{FormerRecordLine, HowTakenBack, MayTakeBack, RecordLine, TakenBackLine};
pub use tasks::{TaskIn, TaskView};
