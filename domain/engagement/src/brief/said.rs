//! What was said last on each subject. Subjects of several meetings that are linked are one.

use super::LeftOut;
use super::left_out::Counting;
use crate::{Meeting, PostHeld, Statement};
use act::{MeetingId, SubjectId, Title};
use identity::When;
use std::collections::{BTreeMap, BTreeSet};

/// What was said last on a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSaid {
    /// The meeting.
    pub meeting: MeetingId,
    /// When it was.
    pub when: When,
    /// The subject, as that meeting calls it; none for what belongs to none.
    pub subject: Option<Title>,
    /// The name of whoever said it.
    pub speaker: Title,
    /// The post held that day.
    pub post: Option<PostHeld>,
    /// What was said.
    pub statement: Statement,
}

type Place = (MeetingId, SubjectId);

/// For each subject that is linked to another, the one by which all of its chain are known.
#[derive(Default)]
struct Chains(BTreeMap<Place, Place>);

impl Chains {
    fn of(met: &[&Meeting]) -> Chains {
        let mut chains = Chains::default();
        for meeting in met {
            let Some(record) = &meeting.record else { continue };
            for (subject, one) in &meeting.subjects {
                for link in &one.links {
                    chains.join((record.meeting, *subject), (link.meeting, link.subject));
                }
            }
        }
        chains
    }

    fn known_by(&self, place: Place) -> Place {
        let mut place = place;
        while let Some(next) = self.0.get(&place) {
            place = *next;
        }
        place
    }

    fn join(&mut self, one: Place, other: Place) {
        let (one, other) = (self.known_by(one), self.known_by(other));
        if one != other {
            self.0.insert(one, other);
        }
    }
}

/// What was said last on each subject, of meetings in order, the latest first. What belongs to no subject is told as far as it was said
/// in the last meeting that has any.
pub(super) fn last(met: &[&Meeting], left_out: &mut Counting) -> Vec<LastSaid> {
    let chains = Chains::of(met);
    let mut spoken_of = BTreeSet::new();
    let mut apart = None;
    let mut said = vec![];
    for meeting in met {
        let Some(record) = &meeting.record else { continue };
        for statement in meeting.statements.iter().rev() {
            let is_last = match statement.subject {
                Some(subject) => spoken_of.insert(chains.known_by((record.meeting, subject))),
                None => *apart.get_or_insert(record.meeting) == record.meeting,
            };
            let speaker = meeting.participation(statement.speaker);
            let Some(speaker) = speaker.filter(|_| is_last) else {
                left_out.add(LeftOut::SaidBefore, 1);
                continue;
            };
            let subject = statement.subject.and_then(|id| meeting.subjects.get(&id));
            said.push(LastSaid {
                meeting: record.meeting,
                when: record.when,
                subject: subject.map(|one| one.title.clone()),
                speaker: speaker.name.clone(),
                post: speaker.post.clone(),
                statement: statement.clone(),
            });
        }
    }
    said
}
