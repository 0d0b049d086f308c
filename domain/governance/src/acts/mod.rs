//! What rule makers can do, and whoever keeps an authority's calendar: one act, one file. Each has a `check` that its page asks first, so that no page shows an act
//! that would be refused.

mod approve;
mod decline;
mod enter_days;
mod propose;
mod publish;
mod readiness;
mod take_days_back;
mod withdraw;

pub use approve::Approve;
pub use decline::Decline;
pub use enter_days::{EnterDays, LONGEST_DAYS, MOST_ENTRIES};
pub use propose::Propose;
pub use publish::Publish;
pub use readiness::Readiness;
pub use take_days_back::TakeDaysBack;
pub use withdraw::Withdraw;

use crate::{GovernanceRefusal, Known, Lead, Proposal, Proposed, Standing, Versions};
use act::{AuthorityId, Context, Date, OrganisationId, Role};
use jiff::Span;

type Allowed = Result<(), GovernanceRefusal>;

/// For how many years ahead a version is proposed, approved and published: versions follow each other by their days, so that
/// a mistyped year would close a rulebook to every other for as long.
const YEARS_AHEAD: i64 = 10;

/// How much of a hash tells versions apart for a person.
const SHORT: usize = 12;

/// Who changes a rulebook.
const RULE_MAKERS: &[Role] = &[Role::RuleMaker];

/// Who keeps the calendar of an authority: whoever decides in its name answers for the days on which it does.
const CALENDAR_KEEPERS: &[Role] = &[Role::Decider];

/// An authority, and the organisation that is it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keeper {
    /// The authority.
    pub authority: AuthorityId,
    /// The organisation; none if nobody is it.
    pub organisation: Option<OrganisationId>,
}

impl Keeper {
    /// Whether the actor keeps its calendar.
    ///
    /// # Errors
    /// The refusal that an entry would meet.
    pub fn check(&self, context: &Context) -> Allowed {
        if !CALENDAR_KEEPERS.contains(&context.actor.role) {
            return Err(GovernanceRefusal::NotYourRole {
                role: context.actor.role,
                allowed: CALENDAR_KEEPERS,
            });
        }
        if self.organisation == Some(context.actor.organisation) {
            return Ok(());
        }
        Err(GovernanceRefusal::NotYourCalendar {
            authority: self.authority.clone(),
        })
    }
}

/// A rule maker of the lead authority's organisation.
fn rule_maker(context: &Context, lead: &Lead) -> Allowed {
    if !RULE_MAKERS.contains(&context.actor.role) {
        return Err(GovernanceRefusal::NotYourRole {
            role: context.actor.role,
            allowed: RULE_MAKERS,
        });
    }
    if context.actor.organisation == lead.organisation {
        return Ok(());
    }
    Err(GovernanceRefusal::NotTheRulebooksLead {
        authority: lead.authority.clone(),
    })
}

/// The proposal of that number, on which the actor may decide.
fn proposal<'a>(
    versions: &'a Versions,
    context: &Context,
    number: u32,
) -> Result<&'a Proposal, GovernanceRefusal> {
    let proposal = versions
        .proposal(number)
        .ok_or(GovernanceRefusal::NoSuchProposal { number })?;
    rule_maker(context, &proposal.version.lead)?;
    Ok(proposal)
}

/// Where a proposal that binds nobody yet, and still may, stands.
const OPEN: &[Standing] = &[Standing::Proposed, Standing::Approved];

/// That it stands where it has to.
fn standing(proposal: &Proposal, needed: &'static [Standing]) -> Allowed {
    if needed.contains(&proposal.standing) {
        return Ok(());
    }
    Err(GovernanceRefusal::WrongProposalStanding {
        standing: proposal.standing,
        needed,
    })
}

/// Four eyes: who proposed a version, or worked on it, does not decide on it, in whatever role.
fn second_person(proposal: &Proposal, context: &Context) -> Allowed {
    let person = context.actor.person;
    if proposal.by.actor.person == person || proposal.version.makers.contains(&person) {
        return Err(GovernanceRefusal::OwnProposal);
    }
    Ok(())
}

/// A version binds from today at the earliest, and from a day after the one from which the version before it does. After the
/// last day that there is comes none: that day is too far ahead itself.
fn earliest(versions: &Versions, installed: &[Known], not_before: Date) -> Date {
    let latest = versions.latest(installed);
    let after = latest.map(|(_, latest)| latest.tomorrow().unwrap_or(Date::MAX));
    after.map_or(not_before, |after| after.max(not_before))
}

/// That a version may bind from a day: neither before the earliest, nor too far ahead of today.
fn may_bind(from: Date, earliest: Date, today: Date) -> Allowed {
    if from < earliest {
        return Err(GovernanceRefusal::BindsTooEarly { from, earliest });
    }
    let latest = today.saturating_add(Span::new().years(YEARS_AHEAD));
    if from > latest {
        return Err(GovernanceRefusal::BindsTooFarAhead { from, latest });
    }
    Ok(())
}

/// A version changes the one that binds last: what was published since would be undone by it, and nobody would have
/// approved that.
fn next(versions: &Versions, installed: &[Known], version: &Proposed) -> Allowed {
    match (versions.latest(installed), &version.changes) {
        (None, _) => Ok(()),
        (Some((latest, _)), Some(changes)) if latest == changes => Ok(()),
        (Some((latest, _)), _) => Err(GovernanceRefusal::ChangedMeanwhile {
            by: latest.chars().take(SHORT).collect(),
        }),
    }
}
