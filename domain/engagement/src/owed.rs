//! What two sides owe each other on a day: answers to requests, and promises that were not kept yet. Made from the records that stand and a
//! day, and from nothing else. What was answered, kept or broken is owed no more.

use crate::brief::days_since;
use crate::{Commitment, Matter, Meeting, Relationship, Request, RequestStanding, Side};
use act::{Date, MeetingId, OrganisationId, PersonId, Reason};
use identity::When;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// With whom things are reckoned up.
#[derive(Clone, Debug)]
pub enum With {
    /// In the meetings of a relationship.
    Relationship(Box<Relationship>),
    /// An organisation.
    Organisation(OrganisationId),
    /// Somebody of another side: in the meetings at which that person was there for it.
    Person(PersonId),
}

/// The records from which it is made. A record whose meeting is not among these is not counted.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'k> {
    /// "We".
    pub own: OrganisationId,
    /// The meetings in which something was asked or promised.
    pub meetings: &'k BTreeMap<MeetingId, Meeting>,
    /// The requests.
    pub requests: &'k [Request],
    /// The promises.
    pub commitments: &'k [Commitment],
}

/// One thing that is owed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debt {
    /// The record that says so.
    pub matter: Matter,
    /// The meeting in which it was asked or promised.
    pub meeting: MeetingId,
    /// When that was.
    pub when: When,
    /// How many days ago; none where its day is not known.
    pub days: Option<i32>,
    /// By when it is due; unknown for an answer.
    pub due: When,
    /// Whether that day has passed for certain.
    pub late: bool,
    /// What was asked or promised.
    pub text: Reason,
    /// Who owes it.
    pub owes: Side,
    /// To whom.
    pub to: Side,
}

/// What two sides owe each other, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Obligations {
    /// What we owe.
    pub we: Vec<Debt>,
    /// What they owe us.
    pub they: Vec<Debt>,
}

impl Obligations {
    /// How many days ago the oldest of all was asked or promised.
    #[must_use]
    pub fn oldest(&self) -> Option<i32> {
        self.we.iter().chain(&self.they).filter_map(|one| one.days).max()
    }
}

impl With {
    /// Whether something that one side owes another, of which one is our own, is between us and whom this is about.
    fn has(&self, own: OrganisationId, meeting: &Meeting, debt: &Debt) -> bool {
        let other = if debt.owes.organisation == own {
            &debt.to
        } else {
            &debt.owes
        };
        match self {
            With::Relationship(relationship) => relationship.covers(meeting),
            With::Organisation(organisation) => other.organisation == *organisation,
            With::Person(person) => meeting
                .participation(*person)
                .is_some_and(|one| one.side == Some(other.organisation)),
        }
    }
}

fn asked(request: &Request) -> Option<Debt> {
    let made = request.made.as_ref()?;
    (request.standing() == RequestStanding::Open).then(|| Debt {
        matter: Matter::Request(made.request),
        meeting: made.meeting,
        when: When::Unknown,
        days: None,
        due: When::Unknown,
        late: false,
        text: made.text.clone(),
        owes: made.to.clone(),
        to: made.from.clone(),
    })
}

fn promised(commitment: &Commitment, day: Date) -> Option<Debt> {
    let made = commitment.made.as_ref()?;
    commitment.is_owed().then(|| Debt {
        matter: Matter::Commitment(made.commitment),
        meeting: made.meeting,
        when: When::Unknown,
        days: None,
        due: made.due,
        late: made.due.latest().is_some_and(|due| due < day),
        text: made.text.clone(),
        owes: made.by.clone(),
        to: made.to.clone(),
    })
}

impl Standing<'_> {
    /// What is owed both ways on a day.
    #[must_use]
    pub fn owed(&self, with: &With, day: Date) -> Obligations {
        let requests = self.requests.iter().filter_map(asked);
        let promises = self.commitments.iter().filter_map(|one| promised(one, day));
        let mut owed = Obligations::default();
        for debt in requests.chain(promises) {
            let Some(meeting) = self.meetings.get(&debt.meeting) else {
                continue;
            };
            let Some(record) = meeting
                .record
                .as_ref()
                .filter(|_| with.has(self.own, meeting, &debt))
            else {
                continue;
            };
            let debt = Debt {
                when: record.when,
                days: days_since(&record.when, day),
                ..debt
            };
            if debt.owes.organisation == self.own {
                owed.we.push(debt);
            } else if debt.to.organisation == self.own {
                owed.they.push(debt);
            }
        }
        for side in [&mut owed.we, &mut owed.they] {
            side.sort_by_key(|one| (Reverse(one.days), one.matter));
        }
        owed
    }
}
