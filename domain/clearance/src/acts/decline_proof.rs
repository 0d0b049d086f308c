//! The authority that set a condition says that what was shown is not enough. The organiser can show more.

use super::condition::{on_conditions, open_proof, own_condition};
use super::{Allowed, Offered, On};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Say that a proof is not enough.
#[derive(Clone, Debug)]
pub struct DeclineProof {
    /// The authority that set the condition.
    pub authority: AuthorityId,
    /// Which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// The proof that was read.
    pub proof: u32,
    /// What is wanting.
    pub reasons: Reason,
}

impl DeclineProof {
    /// Whether the actor may say so now of what was shown last.
    ///
    /// # Errors
    /// The refusal that saying it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        let condition = own_condition(application, context, authority, number)?;
        let open = condition.open_proof().map(drop);
        open.ok_or(ClearanceRefusal::NoOpenProof)
    }
}

impl Offered for DeclineProof {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            DeclineProof::check(application, context, authority, number)
        })
    }
}

impl Act for DeclineProof {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let condition = own_condition(application, context, &self.authority, self.number)?;
        open_proof(&condition, self.proof)?;
        Ok(vec![ApplicationFact::ProofDeclined {
            authority: self.authority,
            number: self.number,
            proof: self.proof,
            reasons: self.reasons,
        }])
    }
}
