//! An authority decides its own referral, whatever the others do.

use super::{Allowed, DECIDE_ROLES, own};
use crate::{Application, ApplicationFact, ClearanceRefusal, Decision};
use act::{Act, AuthorityId, Context, Reason};

/// How many conditions one decision takes. More is a plan that the organiser should hand in again.
pub(crate) const MOST_CONDITIONS: usize = 30;

/// Decide a referral.
#[derive(Clone, Debug)]
pub struct Decide {
    /// The authority that decides.
    pub authority: AuthorityId,
    /// What it decides.
    pub decision: Decision,
    /// Why.
    pub reasons: Option<Reason>,
}

impl Decide {
    /// Whether the actor may decide this referral now.
    ///
    /// # Errors
    /// The refusal that deciding would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let referral = own(application, context, authority, DECIDE_ROLES)?;
        match referral.open_question() {
            Some(question) => Err(ClearanceRefusal::QuestionOpen {
                number: question.number,
            }),
            None => Ok(()),
        }
    }
}

impl Act for Decide {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        match &self.decision {
            Decision::Refused if self.reasons.is_none() => return Err(ClearanceRefusal::ReasonsMissing),
            Decision::GrantedWithConditions { conditions } if conditions.is_empty() => {
                return Err(ClearanceRefusal::ConditionsMissing);
            }
            Decision::GrantedWithConditions { conditions } if conditions.len() > MOST_CONDITIONS => {
                return Err(ClearanceRefusal::TooManyConditions {
                    most: MOST_CONDITIONS,
                    given: conditions.len(),
                });
            }
            _ => {}
        }
        Ok(vec![ApplicationFact::Decided {
            authority: self.authority,
            decision: self.decision,
            reasons: self.reasons,
        }])
    }
}
