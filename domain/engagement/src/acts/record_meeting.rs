//! A meeting is recorded from a source: where, when, which sides, and who was there in which post.

use super::{Allowed, DESK, has_come, role};
use crate::{
    Cites, Citing, EngagementRefusal, Meeting, MeetingFact, MeetingKind, MeetingRecord, Participation,
    Report, Side,
};
use act::{Context, MeetingId, Title};
use identity::{Names, When};
use std::collections::BTreeSet;

/// Record a meeting, or a comment made outside any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordMeeting {
    /// The id that it will have.
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
    pub reported_by: Option<Report>,
    /// The sides: at least two, and none in a comment.
    pub sides: Vec<Side>,
    /// Who was there, in the post held that day.
    pub participations: Vec<Participation>,
}

impl RecordMeeting {
    /// Whether the actor may record meetings.
    ///
    /// # Errors
    /// The refusal that recording one would meet.
    pub fn check(context: &Context) -> Allowed {
        role(context, DESK)
    }

    fn sides_are_sound(&self) -> Allowed {
        let sides: BTreeSet<_> = self.sides.iter().map(|side| side.organisation).collect();
        if sides.len() != self.sides.len() {
            return Err(EngagementRefusal::SideTwice);
        }
        match self.kind {
            MeetingKind::Meeting if sides.len() < 2 => {
                return Err(EngagementRefusal::TooFewSides { given: sides.len() });
            }
            MeetingKind::Comment if !sides.is_empty() => return Err(EngagementRefusal::CommentHasSides),
            MeetingKind::Meeting | MeetingKind::Comment => {}
        }
        let strange = |one: &Participation| one.side.is_some_and(|side| !sides.contains(&side));
        if self.participations.iter().any(strange) {
            Err(EngagementRefusal::NotASide)
        } else {
            Ok(())
        }
    }

    fn participations_are_sound(&self) -> Allowed {
        let persons: BTreeSet<_> = self.participations.iter().map(|one| one.person).collect();
        if persons.is_empty() {
            Err(EngagementRefusal::NoParticipant)
        } else if persons.len() != self.participations.len() {
            Err(EngagementRefusal::ParticipantTwice)
        } else {
            Ok(())
        }
    }
}

impl Citing for RecordMeeting {
    type State = Meeting;

    fn cites(&self) -> Option<Cites<'_>> {
        self.reported_by.as_ref().map(|report| match report {
            Report::Excerpt(excerpt) => Cites::Excerpt(excerpt),
            Report::Source(source) => Cites::Whole(*source),
        })
    }

    fn record(
        self,
        meeting: &Meeting,
        context: &Context,
        (): (),
    ) -> Result<Vec<MeetingFact>, EngagementRefusal> {
        Self::check(context)?;
        if meeting.record.is_some() {
            return Err(EngagementRefusal::AlreadyRecorded);
        }
        has_come(&self.when, "when", context)?;
        self.sides_are_sound()?;
        self.participations_are_sound()?;
        let RecordMeeting {
            meeting,
            kind,
            title,
            place,
            when,
            reported_by,
            sides,
            participations,
        } = self;
        let reported_by = reported_by.ok_or(EngagementRefusal::NoSource)?;
        Ok(vec![MeetingFact::Recorded(Box::new(MeetingRecord {
            meeting,
            kind,
            title,
            place,
            when,
            reported_by,
            sides,
            participations,
        }))])
    }
}
