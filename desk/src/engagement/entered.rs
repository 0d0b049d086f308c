//! What a person enters at the desk, already read from its form.

use act::{OrganisationId, PersonId, Reason, SourceId, SubjectId, Title};
use engagement::{Mode, SourceKind, SourceText, SpeechAct};
use identity::{Language, When};

/// A source as a person enters one.
#[derive(Clone, Debug)]
pub struct SourceIn {
    /// What it is called.
    pub title: Title,
    /// What sort it is.
    pub kind: SourceKind,
    /// The language of the text.
    pub language: Language,
    /// The text.
    pub text: SourceText,
    /// When it was published or written.
    pub published: When,
    /// Who wrote it, or where it was found.
    pub origin: Reason,
}

/// A participant as a person enters one.
#[derive(Clone, Debug)]
pub struct ParticipantIn {
    /// The name as said.
    pub name: Title,
    /// The post held that day; none if not reported.
    pub post: Option<Title>,
    /// Which side, counted from 0.
    pub side: usize,
}

/// A meeting as a person enters one.
#[derive(Clone, Debug)]
pub struct MeetingIn {
    /// What it is called.
    pub title: Title,
    /// Where; none if not reported.
    pub place: Option<Title>,
    /// When.
    pub when: When,
    /// The source that reports it.
    pub source: SourceId,
    /// The names of the two sides.
    pub sides: Vec<Title>,
    /// Who was there.
    pub participants: Vec<ParticipantIn>,
}

/// A statement as a person enters one.
#[derive(Clone, Debug)]
pub struct StatementIn {
    /// Who said it.
    pub speaker: PersonId,
    /// What the speaker did in saying it.
    pub act: SpeechAct,
    /// Whether the source gives the words or their sense.
    pub mode: Mode,
    /// What was said, in our own words.
    pub text: Reason,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
    /// The subject.
    pub subject: Option<SubjectId>,
}

/// A request as a person enters one.
#[derive(Clone, Debug)]
pub struct RequestIn {
    /// The side that asks.
    pub from: OrganisationId,
    /// The side that is asked.
    pub to: OrganisationId,
    /// Who asked.
    pub asked_by: PersonId,
    /// What is asked, in our own words.
    pub text: Reason,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
    /// The subject.
    pub subject: Option<SubjectId>,
}

/// A commitment as a person enters one.
#[derive(Clone, Debug)]
pub struct CommitmentIn {
    /// The side that promises.
    pub by: OrganisationId,
    /// The side to which it promises.
    pub to: OrganisationId,
    /// What is promised, in our own words.
    pub text: Reason,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
}
