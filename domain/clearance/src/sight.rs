//! How somebody stands to a case, and what of its history that lets them read.

use crate::{Application, Circle, Fee, Happened};
use act::{Actor, AuthorityId, OrganisationId, Role};

/// How a person stands to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Holds the event.
    Organiser,
    /// Leads, and sees every authority's questions.
    Lead,
    /// Was asked, and sees its own questions.
    Authority,
    /// Audits an organisation that holds the event or leads: sees what that sees, does nothing.
    Auditor,
}

impl Sight {
    /// Whether somebody of an organisation, who stands so to a case, reads what the lead writes to any authority to press it. It is between
    /// the two; who holds the event does not read it.
    #[must_use]
    pub fn reads_reminders(self, application: &Application, organisation: OrganisationId) -> bool {
        match self {
            Sight::Lead => true,
            Sight::Auditor => application.is_led_by(organisation),
            Sight::Authority | Sight::Organiser => false,
        }
    }
}

/// How an actor stands to a case; `None` if it is not for them at all.
#[must_use]
pub fn sight(application: &Application, actor: &Actor) -> Option<Sight> {
    sight_of(application, actor.organisation, actor.role)
}

/// The same of somebody of an organisation in a role.
pub(crate) fn sight_of(application: &Application, organisation: OrganisationId, role: Role) -> Option<Sight> {
    // Whoever was asked and is no longer reads on what became of it.
    let asked = application.referred_to(organisation).next().is_some() || application.was_asked(organisation);
    match role {
        Role::Applicant | Role::Agent | Role::DeskOfficer if application.is_organised_by(organisation) => {
            Some(Sight::Organiser)
        }
        Role::Coordinator if application.is_led_by(organisation) => Some(Sight::Lead),
        Role::Officer | Role::Decider | Role::Coordinator if asked => Some(Sight::Authority),
        Role::Officer | Role::Decider if application.is_led_by(organisation) => Some(Sight::Authority),
        // Whoever audits an organisation sees what it sees.
        Role::Auditor if application.is_organised_by(organisation) || application.is_led_by(organisation) => {
            Some(Sight::Auditor)
        }
        Role::Auditor if asked => Some(Sight::Authority),
        _ => None,
    }
}

/// What somebody reads of one thing that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// That it happened.
    pub reads: bool,
    /// What was said.
    pub hears: bool,
    /// The whole fact, so that it can be handed out with its proof.
    pub whole: bool,
    /// All pieces of the case that it holds.
    pub open: bool,
}

impl Happened {
    /// What somebody of an organisation, who stands so to a case, reads of it. Whoever does not read a piece that its fact holds reads
    /// that it happened, and neither its name, nor what was said, nor the fact.
    #[must_use]
    pub fn reading(&self, application: &Application, stands: (Sight, OrganisationId)) -> Reading {
        let reading = self
            .circle
            .reading(application, stands, self.by.actor.organisation);
        let (_, organisation) = stands;
        let open = self
            .pieces
            .iter()
            .all(|piece| application.reads(organisation, piece));
        Reading {
            open,
            hears: reading.hears && open,
            whole: reading.whole && open,
            ..reading
        }
    }
}

impl Circle {
    /// What somebody of an organisation, who stands so to a case, reads of something that an organisation did.
    fn reading(
        &self,
        application: &Application,
        (sight, organisation): (Sight, OrganisationId),
        doer: OrganisationId,
    ) -> Reading {
        let is_own = |authority: &AuthorityId| {
            let asked = application.asked_ever(authority);
            asked.is_some_and(|referral| referral.organisation == organisation)
        };
        let is_between = |authority: &AuthorityId| sight != Sight::Authority || is_own(authority);
        let (reads, hears, whole) = match self {
            Circle::Everyone => (true, true, true),
            Circle::Words(authority) => (true, is_between(authority), is_between(authority)),
            Circle::Scan(authority) => (true, true, is_between(authority)),
            Circle::Sealed(authority) => {
                // As with any scan, of the lead those who coordinate.
                (true, true, sight == Sight::Lead || is_own(authority))
            }
            Circle::Work(authority) => (true, true, is_own(authority)),
            Circle::Money(authority) => {
                // Whoever leads takes fees where it is not asked, too.
                let takes = |one: &Fee| one.authority == *authority && one.organisation == organisation;
                all(is_between(authority) || application.fees.iter().any(takes))
            }
            Circle::Pressed(authority) => {
                all(sight.reads_reminders(application, organisation) || is_own(authority))
            }
            Circle::Doer => all(doer == organisation),
            Circle::Own(authority) => all(is_own(authority)),
            Circle::Parties(about) => {
                let outside = sight == Sight::Authority && !application.is_led_by(organisation);
                let of = about.as_ref().and_then(|one| application.referrals.get(one));
                all(!outside || of.is_some_and(|one| one.organisation == organisation))
            }
        };
        Reading {
            reads,
            hears,
            whole,
            open: true,
        }
    }
}

fn all(reads: bool) -> (bool, bool, bool) {
    (reads, reads, reads)
}
