//! An organisation becomes known here.

use super::{OPERATORS, RECORDERS, role};
use crate::{IdentityRefusal, Names, Organisation, OrganisationFact, OrganisationKind};
use act::{Act, AuthorityId, Context, OrganisationId};

/// Register an organisation. One authority has one stream, which is asked for whatever id the organisation would have: so
/// no two are ever the same authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterOrganisation {
    /// The id that it will have.
    pub organisation: OrganisationId,
    /// Its name in each language known.
    pub names: Names,
    /// What sort it is.
    pub kind: OrganisationKind,
    /// Which authority of a rulebook it is, if it is one.
    pub authority: Option<AuthorityId>,
}

impl Act for RegisterOrganisation {
    type State = Organisation;
    type Refusal = IdentityRefusal;

    fn decide(
        self,
        organisation: &Organisation,
        context: &Context,
    ) -> Result<Vec<OrganisationFact>, IdentityRefusal> {
        // Whoever names an authority's organisation decides where referrals go; a desk that only records may not.
        role(
            context,
            if self.authority.is_some() {
                OPERATORS
            } else {
                RECORDERS
            },
        )?;
        if let (Some(_), Some(authority)) = (organisation.id, self.authority.clone()) {
            let by = organisation.name("en").to_owned();
            return Err(IdentityRefusal::AuthorityTaken { authority, by });
        }
        if organisation.id.is_some() {
            return Err(IdentityRefusal::AlreadyRegistered);
        }
        Ok(vec![OrganisationFact::Registered {
            organisation: self.organisation,
            names: self.names,
            kind: self.kind,
            authority: self.authority,
        }])
    }
}
