//! The entries of a meetings file as they were read, still tied to each other by keys.

use super::fault::At;
use super::section::Reference;
use crate::{Answer, MeetingKind, Mode, Recurrence, SourceKind, SourceText, SpeechAct};
use act::{Date, Passage, Reason, Title};
use identity::{Language, Names, OrganisationKind, When};

/// What a field says, and where.
#[derive(Clone, Debug)]
pub(super) struct Placed<T> {
    pub value: T,
    pub at: At,
}

/// An entry's own key, by which others refer to it.
#[derive(Clone, Debug)]
pub(super) struct Key {
    pub text: String,
    pub at: At,
}

#[derive(Clone, Debug)]
pub(super) struct SourceEntry {
    pub key: Key,
    pub title: Title,
    pub kind: SourceKind,
    pub language: Language,
    pub published: Placed<When>,
    pub origin: Reason,
    pub text: SourceText,
}

#[derive(Clone, Debug)]
pub(super) struct OrganisationEntry {
    pub key: Key,
    pub names: Placed<Names>,
    pub kind: OrganisationKind,
}

#[derive(Clone, Debug)]
pub(super) struct PersonEntry {
    pub key: Key,
    pub names: Placed<Names>,
}

#[derive(Clone, Debug)]
pub(super) struct PostEntry {
    pub key: Key,
    pub organisation: Reference,
    pub names: Placed<Names>,
    pub holders: Vec<HolderEntry>,
}

#[derive(Clone, Debug)]
pub(super) struct HolderEntry {
    pub person: Reference,
    pub from: When,
    pub until: When,
}

/// Words of a source; or, without `exact`, the source as a whole.
#[derive(Clone, Debug)]
pub(super) struct CitationEntry {
    pub source: Reference,
    pub exact: Option<Passage>,
    pub prefix: String,
    pub suffix: String,
    pub at: At,
}

#[derive(Clone, Debug)]
pub(super) struct PartyEntry {
    pub names: Names,
    pub organisation: Option<Reference>,
}

#[derive(Clone, Debug)]
pub(super) struct MilestoneEntry {
    pub names: Names,
    pub recurrence: Recurrence,
    pub excerpt: CitationEntry,
}

#[derive(Clone, Debug)]
pub(super) struct RelationshipEntry {
    pub key: Key,
    pub names: Names,
    pub between: [PartyEntry; 2],
    pub on: Placed<Date>,
    pub excerpt: CitationEntry,
    pub milestones: Vec<MilestoneEntry>,
}

#[derive(Clone, Debug)]
pub(super) struct MeetingEntry {
    pub key: Key,
    pub kind: MeetingKind,
    pub title: Title,
    pub place: Option<Names>,
    pub when: Placed<When>,
    pub reported_by: CitationEntry,
    pub sides: Vec<Reference>,
    pub participations: Vec<ParticipationEntry>,
    pub subjects: Vec<SubjectEntry>,
    pub statements: Vec<StatementEntry>,
    pub requests: Vec<RequestEntry>,
    pub commitments: Vec<CommitmentEntry>,
}

#[derive(Clone, Debug)]
pub(super) struct ParticipationEntry {
    pub person: Reference,
    pub name: Title,
    pub post: Option<Reference>,
    pub side: Option<Reference>,
}

#[derive(Clone, Debug)]
pub(super) struct SubjectEntry {
    pub key: Key,
    pub title: Title,
    pub excerpt: CitationEntry,
    /// Keys of the form `meeting/subject`.
    pub earlier: Vec<Reference>,
    pub later: Vec<Reference>,
}

#[derive(Clone, Debug)]
pub(super) struct StatementEntry {
    pub speaker: Reference,
    pub act: SpeechAct,
    pub mode: Mode,
    pub text: Reason,
    pub excerpt: CitationEntry,
    pub subject: Option<Reference>,
}

#[derive(Clone, Debug)]
pub(super) struct RequestEntry {
    pub key: Key,
    pub from: Reference,
    pub to: Reference,
    pub asked_by: Reference,
    pub text: Reason,
    pub excerpt: CitationEntry,
    pub subject: Option<Reference>,
    pub answer: Option<AnswerEntry>,
}

#[derive(Clone, Debug)]
pub(super) struct AnswerEntry {
    pub answer: Answer,
    pub by: Reference,
    pub on: Placed<When>,
    pub text: Reason,
    pub excerpt: CitationEntry,
}

#[derive(Clone, Debug)]
pub(super) struct CommitmentEntry {
    pub key: Key,
    pub by: Reference,
    pub to: Reference,
    pub text: Reason,
    pub excerpt: CitationEntry,
    pub due: Placed<When>,
    pub subject: Option<Reference>,
}
