//! Watching a case, and ending it.

use crate::{Application, ApplicationFact, ClearanceRefusal, MOST_BEGUN, WatchFact, sight};
use act::{Act, Context, Role};

/// The roles that are told of cases, and can watch one.
const WATCHERS: &[Role] = &[
    Role::Applicant,
    Role::Agent,
    Role::Officer,
    Role::Decider,
    Role::Coordinator,
];

/// Somebody who reads a case watches it, or does not any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watch {
    /// Whether it is watched from now on.
    pub watching: bool,
}

impl Watch {
    /// Whether somebody who reads a case can watch it, or end that: whoever has an inbox can, and who turned it on and off all the
    /// time can end it.
    ///
    /// # Errors
    /// [`ClearanceRefusal::NotYourRole`], [`ClearanceRefusal::WatchedTooOften`].
    pub fn check(application: &Application, context: &Context) -> Result<(), ClearanceRefusal> {
        let reads = sight(application, &context.actor).is_some();
        if !reads || !WATCHERS.contains(&context.actor.role) {
            return Err(ClearanceRefusal::NotYourRole {
                role: context.actor.role,
                allowed: WATCHERS,
            });
        }
        let watchers = &application.watchers;
        if watchers.is_worn(context) && !watchers.has(context) {
            return Err(ClearanceRefusal::WatchedTooOften(MOST_BEGUN));
        }
        Ok(())
    }
}

impl Act for Watch {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Watch::check(application, context)?;
        // Pressed twice, it is watched once.
        if application.watchers.has(context) == self.watching {
            return Ok(vec![]);
        }
        Ok(vec![ApplicationFact::Watch(if self.watching {
            WatchFact::Begun
        } else {
            WatchFact::Ended
        })])
    }
}
