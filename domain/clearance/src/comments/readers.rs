//! Who reads what is said of a case, who may say it, and who may be told to look at it.

use super::{Among, CommentRefusal, Mention};
use crate::Application;
use act::{Actor, Context, OrganisationId, PersonId, Role};

/// The roles that say something of a case.
const WRITERS: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator];
/// The roles that read what was said to their organisation.
const READERS: &[Role] = &[Role::Officer, Role::Decider, Role::Coordinator, Role::Auditor];

/// Somebody who works for one of those that read a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Colleague {
    /// Who.
    pub person: PersonId,
    /// For whom.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
}

impl Colleague {
    /// The same as one that is told of a comment. Who holds several roles is told as whoever leads, where the organisation does; else as
    /// whoever decides, or reviews.
    pub(super) fn mentioned(
        application: &Application,
        all: &[Colleague],
        person: PersonId,
    ) -> Option<Mention> {
        let order = |one: &&Colleague| match one.role {
            Role::Coordinator if application.is_led_by(one.organisation) => 0,
            Role::Decider => 1,
            Role::Officer => 2,
            _ => 3,
        };
        let roles = all.iter().filter(|one| one.person == person);
        let one = roles
            .filter(|one| WRITERS.contains(&one.role))
            .min_by_key(order)?;
        Some(Mention {
            person,
            organisation: one.organisation,
            role: one.role,
        })
    }
}

/// Whether an organisation is one of the authorities of a case now: it leads, or is asked.
fn is_of_case(application: &Application, organisation: OrganisationId) -> bool {
    application.is_led_by(organisation) || application.referred_to(organisation).next().is_some()
}

/// The organisations whose people read what somebody of this organisation says now. Whoever is asked later does not read it: who wrote
/// knew who would. Who is asked no longer goes on reading what was said to it, and nothing that is said after.
#[must_use]
pub fn audience(
    application: &Application,
    organisation: OrganisationId,
    among: Among,
) -> Vec<OrganisationId> {
    let mut readers = vec![organisation];
    if among == Among::Authorities {
        let lead = application.lead.iter().map(|one| one.organisation);
        let asked = application.in_order().into_iter().map(|one| one.organisation);
        readers.extend(lead.chain(asked));
    }
    readers.sort();
    readers.dedup();
    readers
}

/// Whether an actor has comments on this case at all: the people of those who are or were asked, and of who leads. Those who hold the event
/// have none, in whichever house they work; nor has whoever advises by a link, or the public.
#[must_use]
pub fn may_begin(application: &Application, actor: &Actor) -> bool {
    let organisation = actor.organisation;
    READERS.contains(&actor.role)
        && (is_of_case(application, organisation) || application.was_asked(organisation))
}

/// Whether an actor reads what was said to these organisations.
#[must_use]
pub fn reads(readers: &[OrganisationId], actor: &Actor) -> bool {
    READERS.contains(&actor.role) && readers.contains(&actor.organisation)
}

/// Whether somebody may say something now, at whatever stage: what is said of a case that has ended helps in an appeal, or next year.
///
/// # Errors
/// [`CommentRefusal::Role`], [`CommentRefusal::NotOfTheCase`] or [`CommentRefusal::NobodyElse`].
pub fn may_write(application: &Application, context: &Context, among: Among) -> Result<(), CommentRefusal> {
    let actor = &context.actor;
    role(actor)?;
    if !is_of_case(application, actor.organisation) {
        return Err(CommentRefusal::NotOfTheCase);
    }
    if among == Among::Authorities && audience(application, actor.organisation, among).len() < 2 {
        return Err(CommentRefusal::NobodyElse);
    }
    Ok(())
}

/// Whether the role says things of cases.
pub(super) fn role(actor: &Actor) -> Result<(), CommentRefusal> {
    if WRITERS.contains(&actor.role) {
        Ok(())
    } else {
        Err(CommentRefusal::Role {
            role: actor.role,
            allowed: WRITERS,
        })
    }
}
