//! What rule makers can do: one act, one file. Each has a `check` that its page asks first, so that no page shows an act
//! that would be refused.

mod approve;
mod decline;
mod propose;
mod publish;
mod withdraw;

pub use approve::Approve;
pub use decline::Decline;
pub use propose::Propose;
pub use publish::Publish;
pub use withdraw::Withdraw;

use crate::{GovernanceRefusal, Known, Lead, Proposal, Standing, Versions};
use act::{Context, Date, Role};

type Allowed = Result<(), GovernanceRefusal>;

/// Who changes a rulebook.
const RULE_MAKERS: &[Role] = &[Role::RuleMaker];

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

/// The proposal of that number, on which the actor may decide, standing where it has to.
fn standing<'a>(
    versions: &'a Versions,
    context: &Context,
    number: u32,
    needed: Standing,
) -> Result<&'a Proposal, GovernanceRefusal> {
    let proposal = versions
        .proposal(number)
        .ok_or(GovernanceRefusal::NoSuchProposal { number })?;
    rule_maker(context, &proposal.version.lead)?;
    if proposal.standing == needed {
        return Ok(proposal);
    }
    Err(GovernanceRefusal::WrongProposalStanding {
        standing: proposal.standing,
        needed,
    })
}

/// Four eyes: who proposed a version does not decide on it, in whatever role.
fn second_person(versions: &Versions, context: &Context, number: u32) -> Allowed {
    let proposal = standing(versions, context, number, Standing::Proposed)?;
    if proposal.by.actor.person == context.actor.person {
        return Err(GovernanceRefusal::OwnProposal);
    }
    Ok(())
}

/// A version binds from today at the earliest, and from a day after the one from which the version before it does.
fn early(versions: &Versions, installed: &[Known], from: Date, not_before: Date) -> Allowed {
    let after = versions
        .latest(installed)
        .and_then(|(_, latest)| latest.tomorrow().ok());
    let earliest = after.map_or(not_before, |after| after.max(not_before));
    if from < earliest {
        return Err(GovernanceRefusal::BindsTooEarly { from, earliest });
    }
    Ok(())
}
