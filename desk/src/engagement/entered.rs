//! What a person enters at the desk, already read from its form.

use act::{Date, MeetingId, OrganisationId, PersonId, Reason, SourceId, SubjectId, Title};
use engagement::{Answer, MeetingKind, Mode, Recurrence, SourceKind, SourceText, SpeechAct, SubjectRelation};
use identity::{Language, Names, When};

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

/// Someone who was there, in a meeting or a comment as a person enters one.
#[derive(Clone, Debug)]
pub struct PresentIn {
    /// The name by which the person is known here, or will be.
    pub person: Title,
    /// The name as the source says it, where it is another.
    pub said: Option<Title>,
    /// The post held that day; none if not reported.
    pub post: Option<Title>,
    /// The organisation that the post belongs to, where it is not that of the side.
    pub at: Option<Title>,
    /// Which side, counted from 0; none in a comment.
    pub side: Option<usize>,
}

/// A meeting, or a comment made outside any, as a person enters one.
#[derive(Clone, Debug)]
pub struct OccasionIn {
    /// Meeting or comment.
    pub kind: MeetingKind,
    /// What it is called.
    pub title: Title,
    /// Where; none if not reported.
    pub place: Option<Names>,
    /// When.
    pub when: When,
    /// The source that reports it.
    pub source: SourceId,
    /// The words that report it; blank for the source as a whole.
    pub exact: String,
    /// The names of the sides; none of a comment.
    pub sides: Vec<Title>,
    /// Who was there.
    pub present: Vec<PresentIn>,
}

impl OccasionIn {
    /// A meeting that a source reports as a whole.
    pub(crate) fn of(meeting: MeetingIn) -> Result<Self, crate::Fault> {
        let present = meeting.participants.into_iter().map(|one| PresentIn {
            person: one.name,
            said: None,
            post: one.post,
            at: None,
            side: Some(one.side),
        });
        Ok(OccasionIn {
            kind: MeetingKind::Meeting,
            title: meeting.title,
            place: meeting.place.as_ref().map(super::acts::english).transpose()?,
            when: meeting.when,
            source: meeting.source,
            exact: String::new(),
            sides: meeting.sides,
            present: present.collect(),
        })
    }
}

/// An answer to a request as a person enters one.
#[derive(Clone, Debug)]
pub struct AnswerIn {
    /// Yes, in part, noted, or no.
    pub answer: Answer,
    /// What was answered, in our own words.
    pub text: Reason,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
    /// Who answered; whoever enters it, where nobody is named and they are of the side that was asked.
    pub by: Option<PersonId>,
    /// The name of somebody else who answered; it goes before.
    pub somebody: Option<Title>,
    /// When.
    pub on: When,
}

/// A link between subjects of two meetings as a person enters one.
#[derive(Clone, Copy, Debug)]
pub struct LinkIn {
    /// The subject of this meeting.
    pub subject: SubjectId,
    /// How the other stands to it.
    pub relation: SubjectRelation,
    /// The other meeting.
    pub meeting: MeetingId,
    /// The other subject.
    pub other: SubjectId,
}

/// A relationship as a person enters one. A party of the name of an organisation known here is that organisation.
#[derive(Clone, Debug)]
pub struct RelationshipIn {
    /// What it is called.
    pub names: Names,
    /// Between whom.
    pub between: [Names; 2],
    /// On which day it was established.
    pub on: Date,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
}

/// A day by which a relationship is remembered, as a person enters one.
#[derive(Clone, Debug)]
pub struct MilestoneIn {
    /// What it is called.
    pub names: Names,
    /// How often it comes.
    pub recurrence: Recurrence,
    /// The words of the source.
    pub exact: String,
    /// The source.
    pub source: SourceId,
}

/// A post as a person enters one, with whoever holds or held it.
#[derive(Clone, Debug)]
pub struct PostIn {
    /// The name of its organisation, which is known here.
    pub organisation: Title,
    /// Its title.
    pub names: Names,
    /// The name of whoever holds it, who is known here; since when, and until when.
    pub holder: Option<(Title, When, When)>,
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
    /// The subject.
    pub subject: Option<SubjectId>,
    /// When it is due.
    pub due: When,
}
