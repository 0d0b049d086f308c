//! A post in an organisation is recorded.

use super::{RECORDERS, registered, role};
use crate::{IdentityRefusal, Names, Organisation, OrganisationFact};
use act::{Act, Context, PostId};

/// Record that an organisation has a post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreatePost {
    /// The id that the post will have.
    pub post: PostId,
    /// The post's title in each language known.
    pub names: Names,
}

impl Act for CreatePost {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        role(context, RECORDERS)?;
        registered(organisation)?;
        if organisation.posts.contains_key(&self.post) {
            return Err(IdentityRefusal::PostExists);
        }
        Ok(vec![OrganisationFact::PostCreated {
            post: self.post,
            names: self.names,
        }])
    }
}
