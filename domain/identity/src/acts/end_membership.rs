//! A person leaves a post.

use super::{RECORDERS, registered, role};
use crate::when::not_after;
use crate::{IdentityRefusal, Organisation, OrganisationFact, When};
use act::{Act, Context, PersonId, PostId};

/// Record that a person no longer holds a post. What past meetings say of it stays as it was recorded there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndMembership {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// When.
    pub until: When,
}

impl Act for EndMembership {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        role(context, RECORDERS)?;
        registered(organisation)?;
        let EndMembership { person, post, until } = self;
        if !organisation.posts.contains_key(&post) {
            return Err(IdentityRefusal::NoSuchPost);
        }
        let open = organisation
            .memberships
            .iter()
            .find(|one| one.person == person && one.post == post && one.is_open())
            .ok_or(IdentityRefusal::DoesNotHoldPost)?;
        if !not_after(open.from.earliest(), until.latest()) {
            return Err(IdentityRefusal::EndsBeforeItBegins);
        }
        Ok(vec![OrganisationFact::MembershipEnded { person, post, until }])
    }
}
