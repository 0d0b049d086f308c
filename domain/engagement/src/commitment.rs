//! A commitment: what one side promised, and whether it was kept.

use crate::{Excerpt, Reminded, Side, TakenBack, reminding};
use act::{CommitmentId, Context, Date, MeetingId, OrganisationId, Reason, Recorded, State, SubjectId};
use identity::When;
use serde::{Deserialize, Serialize};

/// A commitment as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitmentMade {
    /// The commitment.
    pub commitment: CommitmentId,
    /// The meeting in which it was made.
    pub meeting: MeetingId,
    /// The subject it belongs to, where it belongs to one.
    pub subject: Option<SubjectId>,
    /// The side that promises.
    pub by: Side,
    /// The side that it is promised to.
    pub to: Side,
    /// What is promised, in the words of whoever recorded it.
    pub text: Reason,
    /// On which words of a source it rests.
    pub excerpt: Excerpt,
    /// When it is due.
    pub due: When,
}

/// What became of a commitment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Assessment {
    /// It was kept.
    Kept,
    /// A part of it was kept.
    InPart,
    /// It was not kept.
    Broken,
    /// Nobody knows by now.
    Unknown,
}

impl Assessment {
    /// Every assessment, in the order in which they are listed to people.
    pub const ALL: [Assessment; 4] = [
        Assessment::Kept,
        Assessment::InPart,
        Assessment::Broken,
        Assessment::Unknown,
    ];

    /// The stable name, as stored and as used in Fluent ids (`assessment-in-part`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Assessment::Kept => "kept",
            Assessment::InPart => "in-part",
            Assessment::Broken => "broken",
            Assessment::Unknown => "unknown",
        }
    }

    /// The assessment of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<Assessment> {
        Assessment::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// What can have happened to a commitment. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum CommitmentFact {
    /// It was made.
    Made(Box<CommitmentMade>),
    /// It was judged. A later judgement takes the place of an earlier one.
    Assessed {
        /// How.
        assessment: Assessment,
        /// Why.
        note: Reason,
        /// On which words of a source that rests, where it rests on some.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        excerpt: Option<Excerpt>,
    },
    /// Our own side was reminded that it is due.
    Reminded(Reminded),
    /// It had been recorded by mistake.
    TakenBack {
        /// Why.
        reason: Reason,
    },
}

/// A judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessed {
    /// How.
    pub assessment: Assessment,
    /// Why.
    pub note: Reason,
    /// On which words of a source it rests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    /// By whom, and when.
    pub by: Context,
}

/// Where a commitment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitmentStanding {
    /// Nobody has judged it.
    Open,
    /// It was judged.
    Assessed(Assessment),
}

/// A commitment.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    /// As it was made; none before.
    pub made: Option<Box<CommitmentMade>>,
    /// By whom and when it was recorded.
    pub recorded: Option<Context>,
    /// The judgements in the order in which they were made; the last one stands.
    pub assessed: Vec<Assessed>,
    /// That it was taken back, if it was.
    pub taken_back: Option<TakenBack>,
    /// Of what our own side was reminded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminded: Vec<Reminded>,
}

impl Commitment {
    /// Whether it counts: it was not taken back.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.taken_back.is_none()
    }

    /// What is promised; empty before it was made.
    #[must_use]
    pub fn text(&self) -> &str {
        self.made.as_ref().map_or("", |made| made.text.as_str())
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self) -> CommitmentStanding {
        match self.judged() {
            None => CommitmentStanding::Open,
            Some(one) => CommitmentStanding::Assessed(one.assessment),
        }
    }

    /// The judgement that stands.
    #[must_use]
    pub fn judged(&self) -> Option<&Assessed> {
        self.assessed.last()
    }

    /// Whether it is still to be kept: nobody holds it to be kept, or broken for good.
    #[must_use]
    pub fn is_owed(&self) -> bool {
        let over = |one: &Assessed| matches!(one.assessment, Assessment::Kept | Assessment::Broken);
        self.made.is_some() && self.stands() && !self.judged().is_some_and(over)
    }

    /// By when whoever keeps this record has to keep it: the last day of a promise of its own.
    #[must_use]
    pub fn due_from_us(&self) -> Option<Date> {
        let made = self.made.as_ref()?;
        let is_ours = self.is_owed() && self.is_kept_by(made.by.organisation);
        made.due.latest().filter(|_| is_ours)
    }

    /// From which day on whoever keeps this record is reminded of it next, if ever.
    #[must_use]
    pub fn next_reminder(&self) -> Option<Date> {
        reminding::next(self.due_from_us()?, &self.reminded)
    }

    /// Whether an organisation is the side that it is promised to.
    #[must_use]
    pub fn is_to(&self, organisation: OrganisationId) -> bool {
        self.made
            .as_ref()
            .is_some_and(|made| made.to.organisation == organisation)
    }

    /// Whether an organisation's desk keeps this record.
    #[must_use]
    pub fn is_kept_by(&self, organisation: OrganisationId) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|by| by.actor.organisation == organisation)
    }
}

impl State for Commitment {
    type Fact = CommitmentFact;

    fn evolve(&mut self, recorded: &Recorded<CommitmentFact>) {
        match &recorded.fact {
            CommitmentFact::Made(made) => {
                self.made = Some(made.clone());
                self.recorded = Some(recorded.by.clone());
            }
            CommitmentFact::Assessed {
                assessment,
                note,
                excerpt,
            } => self.assessed.push(Assessed {
                assessment: *assessment,
                note: note.clone(),
                excerpt: excerpt.clone(),
                by: recorded.by.clone(),
            }),
            CommitmentFact::Reminded(one) => self.reminded.push(*one),
            CommitmentFact::TakenBack { reason } => {
                self.taken_back = Some(TakenBack::of(reason, &recorded.by));
            }
        }
    }
}
