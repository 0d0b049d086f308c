//! A meeting: who was there and in which post, its subjects, and what was said; folded from its facts.

use crate::{Excerpt, MeetingLine, Mode, SpeechAct, TakenBack};
use act::{
    Context, MeetingId, OrganisationId, PersonId, PostId, Reason, Recorded, SourceId, State, StatementId,
    SubjectId, Title,
};
use identity::{Names, When};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What sort of occasion it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MeetingKind {
    /// Sides met.
    Meeting,
    /// Someone commented, to nobody in particular: no sides, nothing asked.
    Comment,
}

impl MeetingKind {
    /// The stable name, as stored and as used in Fluent ids (`meeting-kind-comment`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            MeetingKind::Meeting => "meeting",
            MeetingKind::Comment => "comment",
        }
    }
}

/// What says that the meeting took place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Report {
    /// Words of a source.
    Excerpt(Excerpt),
    /// A source as a whole.
    Source(SourceId),
}

/// A side of a meeting, by the name it had that day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Side {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name, as it was.
    pub name: Names,
}

/// A post as it was held on the day of the meeting. Nothing that happens to the post later changes this.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostHeld {
    /// The post.
    pub post: PostId,
    /// The organisation whose post it is.
    pub organisation: OrganisationId,
    /// The post's title, as it was.
    pub title: Names,
    /// The organisation's name, as it was.
    pub organisation_name: Names,
}

/// A person's part in a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participation {
    /// Who.
    pub person: PersonId,
    /// The name as the source says it.
    pub name: Title,
    /// The post held that day, where one is known.
    pub post: Option<PostHeld>,
    /// For which side; none in a comment.
    pub side: Option<OrganisationId>,
}

/// A meeting as it was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRecord {
    /// The meeting.
    pub meeting: MeetingId,
    /// What sort of occasion it was.
    pub kind: MeetingKind,
    /// What it is called.
    pub title: Title,
    /// Where; none where it is not reported.
    pub place: Option<Names>,
    /// When, in the place's own calendar day.
    pub when: When,
    /// What says so.
    pub reported_by: Report,
    /// The sides; none in a comment.
    pub sides: Vec<Side>,
    /// Who was there.
    pub participations: Vec<Participation>,
}

/// Something that was said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The statement.
    pub statement: StatementId,
    /// Who said it.
    pub speaker: PersonId,
    /// What the speaker did in saying it.
    pub act: SpeechAct,
    /// Whether the source gives the words or their sense.
    pub mode: Mode,
    /// What was said, in the words of whoever recorded it.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Excerpt,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
}

/// How a subject stands to one of another meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SubjectRelation {
    /// The other was spoken of earlier.
    Earlier,
    /// The other was spoken of later.
    Later,
}

/// What can have happened to a meeting's record. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum MeetingFact {
    /// The meeting was recorded.
    Recorded(Box<MeetingRecord>),
    /// A subject was added to its agenda.
    SubjectAdded {
        /// The subject.
        subject: SubjectId,
        /// Its place in the agenda, from 1.
        order: u32,
        /// What it is about, in the words of whoever recorded it.
        title: Title,
        /// On which words of a source it rests.
        excerpt: Excerpt,
    },
    /// Something said was recorded.
    StatementRecorded(Box<Statement>),
    /// A subject was linked to one of another meeting.
    SubjectLinked {
        /// The subject of this meeting.
        subject: SubjectId,
        /// How the other stands to it.
        relation: SubjectRelation,
        /// The other meeting.
        meeting: MeetingId,
        /// The other subject.
        other: SubjectId,
    },
    /// A line of it had been recorded by mistake.
    LineTakenBack {
        /// Which.
        line: MeetingLine,
        /// Why.
        reason: Reason,
    },
}

/// A subject of another meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedSubject {
    /// Whether it was spoken of earlier or later.
    pub relation: SubjectRelation,
    /// The other meeting.
    pub meeting: MeetingId,
    /// The other subject.
    pub subject: SubjectId,
}

/// A subject: an item of the agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Its place in the agenda, from 1.
    pub order: u32,
    /// What it is about.
    pub title: Title,
    /// On which words of a source it rests.
    pub excerpt: Excerpt,
    /// Subjects of other meetings that it is linked to.
    pub links: Vec<LinkedSubject>,
}

/// A line of a meeting as it was before it was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FormerLine {
    /// Someone was said to have been there.
    Participant(Participation),
    /// An item of the agenda.
    Subject(Subject),
    /// Something was said to have been said.
    Statement(Box<Statement>),
}

/// A meeting.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// As it was recorded; none before.
    pub record: Option<Box<MeetingRecord>>,
    /// By whom and when. The organisation's desk keeps the record.
    pub recorded: Option<Context>,
    /// Its subjects.
    pub subjects: BTreeMap<SubjectId, Subject>,
    /// What was said, in the order in which it was recorded.
    pub statements: Vec<Statement>,
    /// What was taken back, in the order in which it was. None of it is among the lines above any more.
    pub taken_back: Vec<(FormerLine, TakenBack)>,
}

impl Meeting {
    /// Removes a line from what counts, if it is there.
    fn remove(&mut self, line: MeetingLine) -> Option<FormerLine> {
        match line {
            MeetingLine::Participant(person) => {
                let all = &mut self.record.as_mut()?.participations;
                let place = all.iter().position(|one| one.person == person)?;
                Some(FormerLine::Participant(all.remove(place)))
            }
            MeetingLine::Subject(subject) => self.subjects.remove(&subject).map(FormerLine::Subject),
            MeetingLine::Statement(statement) => {
                let place = self
                    .statements
                    .iter()
                    .position(|one| one.statement == statement)?;
                Some(FormerLine::Statement(Box::new(self.statements.remove(place))))
            }
        }
    }

    /// The title; empty before it was recorded.
    #[must_use]
    pub fn title(&self) -> &str {
        self.record.as_ref().map_or("", |record| record.title.as_str())
    }

    /// Its sides.
    #[must_use]
    pub fn sides(&self) -> &[Side] {
        self.record.as_ref().map_or(&[], |record| &record.sides)
    }

    /// The side that an organisation was.
    #[must_use]
    pub fn side(&self, organisation: OrganisationId) -> Option<&Side> {
        self.sides().iter().find(|side| side.organisation == organisation)
    }

    /// A person's part in it.
    #[must_use]
    pub fn participation(&self, person: PersonId) -> Option<&Participation> {
        self.record
            .as_ref()?
            .participations
            .iter()
            .find(|one| one.person == person)
    }

    /// Its subjects in the order of the agenda.
    #[must_use]
    pub fn agenda(&self) -> Vec<(SubjectId, &Subject)> {
        let mut agenda: Vec<_> = self.subjects.iter().map(|(id, subject)| (*id, subject)).collect();
        agenda.sort_by_key(|(_, subject)| subject.order);
        agenda
    }

    /// Whether an organisation's desk keeps this record.
    #[must_use]
    pub fn is_kept_by(&self, organisation: OrganisationId) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|by| by.actor.organisation == organisation)
    }
}

impl State for Meeting {
    type Fact = MeetingFact;

    fn evolve(&mut self, recorded: &Recorded<MeetingFact>) {
        match recorded.fact.clone() {
            MeetingFact::Recorded(record) => {
                self.record = Some(record);
                self.recorded = Some(recorded.by.clone());
            }
            MeetingFact::SubjectAdded {
                subject,
                order,
                title,
                excerpt,
            } => {
                self.subjects.insert(
                    subject,
                    Subject {
                        order,
                        title,
                        excerpt,
                        links: vec![],
                    },
                );
            }
            MeetingFact::StatementRecorded(statement) => self.statements.push(*statement),
            MeetingFact::SubjectLinked {
                subject,
                relation,
                meeting,
                other,
            } => {
                if let Some(one) = self.subjects.get_mut(&subject) {
                    one.links.push(LinkedSubject {
                        relation,
                        meeting,
                        subject: other,
                    });
                }
            }
            MeetingFact::LineTakenBack { line, reason } => {
                let taken_back = TakenBack::of(&reason, &recorded.by);
                let former = self.remove(line);
                self.taken_back.extend(former.map(|line| (line, taken_back)));
            }
        }
    }
}
