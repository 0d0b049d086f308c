//! The small core on which every half of Placet stands: who acts ([`Actor`]), when ([`Context`]), on what
//! (typed ids), and how an act becomes facts or a named refusal ([`Act`], [`State`], [`Refusal`]).
//!
//! Nothing here reads a clock or makes an id: both come in with the act, so that replay repeats exactly.

mod actor;
mod decide;
mod id;
mod money;
mod refusal;
pub mod scenario;
pub mod sealed;
mod text;
mod unseen;

pub use actor::{Actor, AuthorityToAct, Context, Role};
pub use decide::{Act, Recorded, State, replay};
pub use id::{
    AdviceId, ApplicationId, AttachmentId, AuthorityId, BadId, CommentId, CommitmentId, HoldId, MeetingId,
    OrganisationId, PersonId, PostId, RelationshipId, RequestId, SendingId, SourceId, StatementId, SubjectId,
    TaskId,
};
pub use money::{Currency, Money, NoCurrency};
pub use refusal::{Detail, Refusal};
pub use text::{ONE_LINE, Passage, Reason, Text, TextFault, Title, looked_for, told_apart, visible};
pub use unseen::{disturbs_a_line, seen, unseen, unseen_in_lines};

/// An instant in UTC, to the nanosecond. Always given, never read from a clock in `domain/`.
pub use jiff::Timestamp;
/// A day without a time or a zone; which zone it is a day of is said by whoever holds it.
pub use jiff::civil::Date;
