//! The authority that set a condition holds it to be kept: it accepts what was shown, or has seen for itself.

use super::condition::{on_conditions, open_proof, own_condition};
use super::{Allowed, Offered, On};
use crate::{Application, ApplicationFact, ClearanceRefusal};
use act::{Act, AuthorityId, Context, Reason};

/// Discharge a condition.
#[derive(Clone, Debug)]
pub struct DischargeCondition {
    /// The authority that set it.
    pub authority: AuthorityId,
    /// Which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// The proof that was read and is accepted; none, if the authority saw for itself.
    pub proof: Option<u32>,
    /// What it says to it; without a proof, what it saw.
    pub reasons: Option<Reason>,
}

impl DischargeCondition {
    /// Whether the actor may discharge this condition now.
    ///
    /// # Errors
    /// The refusal that discharging it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        own_condition(application, context, authority, number).map(drop)
    }
}

impl Offered for DischargeCondition {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            DischargeCondition::check(application, context, authority, number)
        })
    }
}

impl Act for DischargeCondition {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let condition = own_condition(application, context, &self.authority, self.number)?;
        match self.proof {
            Some(proof) => open_proof(&condition, proof)?,
            // Something was shown that whoever discharges has not read.
            None if condition.open_proof().is_some() => return Err(ClearanceRefusal::NoOpenProof),
            None if self.reasons.is_none() => return Err(ClearanceRefusal::DischargeUnexplained),
            None => {}
        }
        Ok(vec![ApplicationFact::ConditionDischarged {
            authority: self.authority,
            number: self.number,
            proof: self.proof,
            reasons: self.reasons,
        }])
    }
}
