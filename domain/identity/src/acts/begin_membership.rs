//! A person takes up a post, or is recorded as having held it.

use super::{RECORDERS, registered, role};
use crate::when::not_after;
use crate::{IdentityRefusal, Membership, Organisation, OrganisationFact, When};
use act::{Act, Context, PersonId, PostId};

/// Record that a person holds, or held, a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BeginMembership {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// Since when.
    pub from: When,
    /// Until when; unknown also while it lasts.
    pub until: When,
}

impl Act for BeginMembership {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        role(context, RECORDERS)?;
        registered(organisation)?;
        let BeginMembership {
            person,
            post,
            from,
            until,
        } = self;
        if !organisation.posts.contains_key(&post) {
            return Err(IdentityRefusal::NoSuchPost);
        }
        if !not_after(from.earliest(), until.latest()) {
            return Err(IdentityRefusal::EndsBeforeItBegins);
        }
        let new = Membership {
            person,
            post,
            from,
            until,
        };
        // An open one is ended first: with two of them it would be unclear which one an end belongs to.
        let holds = organisation
            .memberships
            .iter()
            .filter(|one| one.person == person && one.post == post)
            .any(|one| one.is_open() || one.meets(&new));
        if holds {
            return Err(IdentityRefusal::AlreadyHoldsPost);
        }
        Ok(vec![OrganisationFact::MembershipBegan {
            person,
            post,
            from,
            until,
        }])
    }
}
