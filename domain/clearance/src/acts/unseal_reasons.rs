//! Whoever sealed reasons opens them: from then on all read them who may read what they are the reasons of.

use super::{Allowed, Offered, On, on_case, role};
use crate::{Application, ApplicationFact, ClearanceRefusal, Commitment, Opening, SealedOf, SealedReasons};
use act::{Act, Context, Role};

/// Open reasons that one's own authority sealed. Neither the end of a case nor its age is in the way.
#[derive(Clone, Debug)]
pub struct UnsealReasons {
    /// Which reasons.
    pub commitment: Commitment,
    /// The words and the salt, which whoever opens them does not give: they are kept.
    pub opening: Option<Opening>,
}

impl UnsealReasons {
    /// Whether the actor may open these reasons now.
    ///
    /// # Errors
    /// The refusal that opening them would meet.
    pub fn check(application: &Application, context: &Context, commitment: &Commitment) -> Allowed {
        let found = application.sealed_as(commitment);
        may_open(&found.ok_or(ClearanceRefusal::NoSealedReasons)?, context)
    }
}

fn opened_by(of: SealedOf) -> &'static [Role] {
    match of.opens() {
        Some(Role::Coordinator) => super::LEAD_ROLES,
        _ => super::DECIDE_ROLES,
    }
}

fn may_open(one: &SealedReasons<'_>, context: &Context) -> Allowed {
    // What is recommended is opened by no act: the decision says why.
    if one.of == SealedOf::Recommendation {
        return Err(ClearanceRefusal::NoSealedReasons);
    }
    role(context, opened_by(one.of))?;
    if one.whose != context.actor.organisation {
        return Err(ClearanceRefusal::NotYourAuthority {
            authority: one.authority.clone(),
        });
    }
    match &one.sealed.opened {
        Some(_) => Err(ClearanceRefusal::AlreadyUnsealed),
        None => Ok(()),
    }
}

impl Application {
    /// The reasons that this actor could open now.
    #[must_use]
    pub fn unsealable(&self, context: &Context) -> Vec<SealedReasons<'_>> {
        let mut all = self.sealed();
        all.retain(|one| may_open(one, context).is_ok());
        all
    }
}

impl Offered for UnsealReasons {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        let any = application.unsealable(context).first().map(|_| ());
        on_case(any.ok_or(ClearanceRefusal::NoSealedReasons))
    }
}

impl Act for UnsealReasons {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let found = application.sealed_as(&self.commitment);
        let found = found.ok_or(ClearanceRefusal::NoSealedReasons)?;
        may_open(&found, context)?;
        let opening = self.opening.ok_or(ClearanceRefusal::SealedReasonsLost)?;
        if opening.commitment() != self.commitment {
            return Err(ClearanceRefusal::SealedReasonsLost);
        }
        let authority = found.authority.clone();
        Ok(vec![ApplicationFact::ReasonsUnsealed {
            authority,
            commitment: self.commitment,
            opening,
        }])
    }
}
