//! An act by an authority that seals why it does it: the words go elsewhere, and the core hears their commitment alone.

use super::{ActName, AsSeen, CaseAct, GiveAdvice};
use crate::{
    AdviceGiven, Application, ApplicationFact, ClearanceRefusal, Commitment, Decision, RecordedLetter,
};
use act::{Act, Context, Reason};

/// Any act, whose reasons are the legal ground of sealing the words that this is the commitment to.
#[derive(Clone, Debug)]
pub struct Sealing<A> {
    /// The act.
    pub act: A,
    /// What binds the authority to its words.
    pub commitment: Commitment,
}

/// Whether reasons for it can be sealed: it refuses something, or demands it, or advises. Why someone agrees nobody seals, unless it did so
/// in a letter, which tells more than its decision.
#[must_use]
pub fn can_be_sealed(act: &CaseAct) -> bool {
    let says_why = |decision: &Decision| !matches!(decision, Decision::Granted | Decision::NoObjection);
    match act {
        CaseAct::Decide(act) => says_why(&act.decision),
        CaseAct::Recommend(act) => says_why(&act.decision),
        CaseAct::RecordLetter(_) => true,
        other => matches!(
            other.name(),
            ActName::ReviseConditions | ActName::SuspendPermit | ActName::RevokePermit
        ),
    }
}

/// The same facts with the commitment in that of which they are the reasons.
fn bound(
    facts: Vec<ApplicationFact>,
    commitment: Commitment,
) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
    let grounded = |ground: Option<&Reason>| ground.map(|_| ()).ok_or(ClearanceRefusal::GroundMissing);
    let (mut facts, mut is_bound) = (facts, false);
    for fact in &mut facts {
        match fact {
            ApplicationFact::Decided { reasons, sealed, .. }
            | ApplicationFact::Recommended { reasons, sealed, .. } => {
                grounded(reasons.as_ref())?;
                *sealed = Some(commitment);
                is_bound = true;
            }
            ApplicationFact::LetterRecorded(RecordedLetter { reasons, sealed, .. })
            | ApplicationFact::AdviceGiven(AdviceGiven {
                words: reasons,
                sealed,
                ..
            }) => {
                grounded(reasons.as_ref())?;
                *sealed = Some(commitment);
                is_bound = true;
            }
            ApplicationFact::ConditionsRevised { sealed, .. }
            | ApplicationFact::PermitSuspended { sealed, .. }
            | ApplicationFact::PermitRevoked { sealed, .. } => {
                *sealed = Some(commitment);
                is_bound = true;
            }
            _ => {}
        }
    }
    // A ground that stood for words which nothing binds would be all that is left of them.
    if is_bound {
        Ok(facts)
    } else {
        Err(ClearanceRefusal::NothingToSeal)
    }
}

impl<A> Sealing<A>
where
    A: Act<State = Application, Refusal = ClearanceRefusal>,
{
    fn sealed(
        self,
        can_be: bool,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        // Whoever may not do it at all is told that first.
        let facts = match self.act.decide(application, context) {
            // Sealing a refusal takes the ground, which are the reasons that all read.
            Err(ClearanceRefusal::ReasonsMissing | ClearanceRefusal::AdviceMissing) => {
                return Err(ClearanceRefusal::GroundMissing);
            }
            other => other?,
        };
        if !can_be {
            return Err(ClearanceRefusal::NothingToSeal);
        }
        bound(facts, self.commitment)
    }
}

impl Act for Sealing<CaseAct> {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let can_be = can_be_sealed(&self.act);
        self.sealed(can_be, application, context)
    }
}

impl Act for Sealing<GiveAdvice> {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        self.sealed(true, application, context)
    }
}

impl Act for Sealing<AsSeen> {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let can_be = can_be_sealed(&self.act.act);
        self.sealed(can_be, application, context)
    }
}
