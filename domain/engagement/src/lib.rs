//! What two sides said, asked and promised, each line resting on a sentence of a source.
//!
//! Six streams: [`Source`] (frozen text), [`Meeting`] (with its subjects and statements), [`Request`],
//! [`Commitment`], [`Task`] (our own work, which rests on nothing) and [`Relationship`]. Every other line cites an [`Excerpt`]; the act that records it is refused unless
//! the excerpt stands in its source exactly once ([`Citing`]). Read `acts/` aloud: it is what people can do.
//! [`brief`] tells what is to be known before the next meeting. [`MeetingsFile`] brings whole meetings in from a file, through the same acts.

pub mod acts;
pub mod brief;
mod citing;
mod commitment;
mod excerpt;
mod file;
mod guard;
mod meeting;
mod our_line;
mod owed;
mod refusal;
mod relationship;
mod reminding;
mod request;
mod source;
mod speech;
mod taken_back;
mod task;

pub use citing::{Cites, Citing, Resting};
pub use commitment::{Assessed, Assessment, Commitment, CommitmentFact, CommitmentMade, CommitmentStanding};
pub use excerpt::{Anchor, Excerpt};
pub use file::{FORMAT, FileFault, Here, Known, MeetingsFile, Plan, PlannedAct};
pub use meeting::{
    FormerLine, LinkedSubject, Meeting, MeetingFact, MeetingKind, MeetingRecord, Participation, PostHeld,
    Report, Side, Statement, Subject, SubjectRelation,
};
pub use our_line::{Heading, OurLine, SignedOff, Written};
pub use owed::{Debt, Obligations, Standing, With};
pub use refusal::EngagementRefusal;
pub use relationship::{Milestone, Party, Recurrence, Relationship, RelationshipFact, Upcoming};
pub use reminding::{Reminded, Reminding};
pub use request::{Answer, Answered, Request, RequestFact, RequestMade, RequestStanding};
pub use source::{FrozenSource, Source, SourceFact, SourceKind, SourceText, sha256};
pub use speech::{Mode, SpeechAct};
pub use taken_back::{MeetingLine, RestsOn, TakenBack};
pub use task::{Matter, Task, TaskAssigned, TaskEnded, TaskEnding, TaskFact};
