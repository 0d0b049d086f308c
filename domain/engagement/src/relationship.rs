//! A relationship between two parties, and the days by which it is remembered.

use crate::{Excerpt, Heading, OurLine, SignedOff, TakenBack, Written};
use act::{Context, Date, OrganisationId, Reason, Recorded, RelationshipId, State};
use identity::Names;
use serde::{Deserialize, Serialize};

/// One of the two: a state or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its name.
    pub names: Names,
    /// The organisation, where it is one known here.
    pub organisation: Option<OrganisationId>,
}

/// How often a milestone comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Recurrence {
    /// Every year on the month and day of this date, counted from it: a year later is the first.
    Yearly(Date),
    /// On this day and never again.
    Once(Date),
}

/// A day by which a relationship is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// What it is called.
    pub names: Names,
    /// How often it comes.
    pub recurrence: Recurrence,
    /// On which words of a source it rests.
    pub excerpt: Excerpt,
}

/// A milestone that lies ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upcoming<'a> {
    /// Which milestone.
    pub milestone: &'a Milestone,
    /// On which day.
    pub on: Date,
    /// Which yearly return it is (70 for the seventieth); none for one that comes once.
    pub anniversary: Option<u32>,
}

impl Milestone {
    /// Its next day on or after a day; none for one that has passed for good.
    #[must_use]
    pub fn next(&self, as_of: Date) -> Option<Upcoming<'_>> {
        match self.recurrence {
            Recurrence::Yearly(since) => {
                let (on, nth) = calendar::next_occurrence(since, as_of);
                Some(Upcoming {
                    milestone: self,
                    on,
                    anniversary: Some(nth),
                })
            }
            Recurrence::Once(on) if on >= as_of => Some(Upcoming {
                milestone: self,
                on,
                anniversary: None,
            }),
            Recurrence::Once(_) => None,
        }
    }
}

/// What can have happened to a relationship. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum RelationshipFact {
    /// It was established.
    Established {
        /// The relationship.
        relationship: RelationshipId,
        /// Between whom.
        between: [Party; 2],
        /// On which day.
        on: Date,
        /// What it is called.
        names: Names,
        /// On which words of a source it rests.
        excerpt: Excerpt,
    },
    /// A milestone was added.
    MilestoneAdded(Milestone),
    /// The desk wrote a line of its own for the brief.
    LineWritten {
        /// On what; none for the relationship as a whole.
        about: Option<Heading>,
        /// What.
        written: Written,
    },
    /// A line of the desk's own stands no more.
    LineTakenBack {
        /// Its number, from 1 in the order in which they were written.
        line: u32,
        /// Why.
        reason: Reason,
    },
    /// A brief was signed off.
    SignedOff(SignedOff),
}

/// A relationship.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationship {
    /// The id; none before it was established.
    pub id: Option<RelationshipId>,
    /// By whom and when it was recorded.
    pub recorded: Option<Context>,
    /// Between whom; two, or none before.
    pub between: Vec<Party>,
    /// On which day it was established.
    pub on: Option<Date>,
    /// What it is called.
    pub names: Option<Names>,
    /// On which words of a source it rests.
    pub excerpt: Option<Excerpt>,
    /// The days by which it is remembered, in the order in which they were added.
    pub milestones: Vec<Milestone>,
    /// What the desk wrote for the brief, in the order in which it was; also what was taken back.
    pub lines: Vec<OurLine>,
    /// The briefs that were signed off, with by whom and when.
    pub signed: Vec<(SignedOff, Context)>,
}

impl Relationship {
    /// The name for a reader of this language; empty before it was established.
    #[must_use]
    pub fn name(&self, language: &str) -> &str {
        self.names
            .as_ref()
            .map_or("", |names| names.in_language(language))
    }

    /// The milestones that lie ahead of a day or fall on it, the nearest first.
    #[must_use]
    pub fn upcoming(&self, as_of: Date) -> Vec<Upcoming<'_>> {
        let mut ahead: Vec<_> = self.milestones.iter().filter_map(|one| one.next(as_of)).collect();
        ahead.sort_by_key(|one| one.on);
        ahead
    }

    /// A line of the desk's own, by its number from 1.
    #[must_use]
    pub fn line(&self, number: u32) -> Option<&OurLine> {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        self.lines.get(place)
    }

    /// The lines of the desk's own that stand, each with its number.
    pub fn standing_lines(&self) -> impl Iterator<Item = (u32, &OurLine)> {
        (1..)
            .zip(&self.lines)
            .filter(|(_, line)| line.taken_back.is_none())
    }

    /// Whether an organisation's desk keeps this record.
    #[must_use]
    pub fn is_kept_by(&self, organisation: OrganisationId) -> bool {
        self.recorded
            .as_ref()
            .is_some_and(|by| by.actor.organisation == organisation)
    }
}

impl State for Relationship {
    type Fact = RelationshipFact;

    fn evolve(&mut self, recorded: &Recorded<RelationshipFact>) {
        match recorded.fact.clone() {
            RelationshipFact::Established {
                relationship,
                between,
                on,
                names,
                excerpt,
            } => {
                self.id = Some(relationship);
                self.recorded = Some(recorded.by.clone());
                self.between = between.into();
                self.on = Some(on);
                self.names = Some(names);
                self.excerpt = Some(excerpt);
            }
            RelationshipFact::MilestoneAdded(milestone) => self.milestones.push(milestone),
            RelationshipFact::LineWritten { about, written } => self.lines.push(OurLine {
                about,
                written,
                by: recorded.by.clone(),
                taken_back: None,
            }),
            RelationshipFact::LineTakenBack { line, reason } => {
                let place = usize::try_from(line).ok().and_then(|line| line.checked_sub(1));
                if let Some(one) = place.and_then(|place| self.lines.get_mut(place)) {
                    one.taken_back = Some(TakenBack::of(&reason, &recorded.by));
                }
            }
            RelationshipFact::SignedOff(signed) => self.signed.push((signed, recorded.by.clone())),
        }
    }
}
