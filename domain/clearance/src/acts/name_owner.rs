//! An organiser says which of the organisers sees to a condition of the permit. Whoever was to see to it before does not any more.

use super::condition::{on_conditions, undischarged};
use super::{Allowed, Offered, On, organiser};
use crate::{Application, ApplicationFact, ClearanceRefusal, OnPermit};
use act::{Act, AuthorityId, Context, OrganisationId};

/// Say who sees to a condition.
#[derive(Clone, Debug)]
pub struct NameOwner {
    /// The authority that set it.
    pub authority: AuthorityId,
    /// Which of its conditions, counted from 1 as the permit has them.
    pub number: u32,
    /// The organiser.
    pub organisation: OrganisationId,
}

impl NameOwner {
    /// Whether the actor may say now who sees to this condition: where one alone holds the event there is nothing to say.
    ///
    /// # Errors
    /// The refusal that saying it would meet.
    pub fn check(
        application: &Application,
        context: &Context,
        authority: &AuthorityId,
        number: u32,
    ) -> Allowed {
        shared(application, context, authority, number).map(drop)
    }
}

/// The condition, in a case of several organisers.
fn shared<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    number: u32,
) -> Result<OnPermit<'a>, ClearanceRefusal> {
    organiser(application, context)?;
    let condition = undischarged(application, authority, number)?;
    let organisers = application.submission.iter().map(|one| one.organisers.len());
    if organisers.sum::<usize>() > 1 {
        Ok(condition)
    } else {
        Err(ClearanceRefusal::OwnerAlready)
    }
}

impl Offered for NameOwner {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_conditions(application, |authority, number| {
            NameOwner::check(application, context, authority, number)
        })
    }
}

impl Act for NameOwner {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let condition = shared(application, context, &self.authority, self.number)?;
        if !application.is_organised_by(self.organisation) {
            return Err(ClearanceRefusal::OwnerHoldsNot);
        }
        if condition.owner() == Some(self.organisation) {
            return Err(ClearanceRefusal::OwnerAlready);
        }
        Ok(vec![ApplicationFact::OwnerNamed {
            authority: self.authority,
            number: self.number,
            organisation: self.organisation,
        }])
    }
}
