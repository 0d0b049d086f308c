//! A rule maker publishes an approved version: from its day on, it binds whoever hands in.

use super::{Allowed, earliest, early, next, standing};
use crate::{Checked, GovernanceRefusal, Known, Proposal, RulebookFact, Standing, Versions};
use act::{Act, Context, Date};

/// Publish a proposal.
#[derive(Clone, Debug)]
pub struct Publish {
    /// Which.
    pub proposal: u32,
    /// The first day on which it is to bind.
    pub from: Date,
    /// Today, where the rulebook holds.
    pub today: Date,
    /// The versions that the operator installed.
    pub installed: Vec<Known>,
    /// The first and the last day on which the version says of itself that it holds.
    pub valid: (Date, Option<Date>),
    /// What the linter and its own tests found.
    pub checked: Checked,
}

impl Publish {
    /// Whether the actor may publish it, on some day, if nothing is found wrong with it.
    ///
    /// # Errors
    /// The refusal that publishing would meet.
    pub fn check(versions: &Versions, context: &Context, proposal: u32) -> Allowed {
        standing(versions, context, proposal, Standing::Approved).map(drop)
    }

    /// The same on the first day that would not be too early: what is refused then is refused on every day.
    #[must_use]
    pub fn at_the_earliest(mut self, versions: &Versions) -> Publish {
        if let Some(approved) = versions.proposal(self.proposal) {
            let (valid_from, _) = self.valid;
            let not_before = self.not_before(approved).max(valid_from);
            self.from = earliest(versions, &self.installed, not_before);
        }
        self
    }

    /// It was approved to bind from its day on: not before.
    fn not_before(&self, approved: &Proposal) -> Date {
        self.today.max(approved.version.from)
    }

    fn holds(&self) -> Allowed {
        let from = self.from;
        match self.valid {
            (valid_from, _) if from < valid_from => {
                Err(GovernanceRefusal::OutsideValidity { from, valid_from })
            }
            (_, Some(valid_to)) if from > valid_to => Err(GovernanceRefusal::PastValidity { from, valid_to }),
            _ => Ok(()),
        }
    }

    fn is_sound(&self) -> Allowed {
        let Checked {
            faults,
            failing,
            untested,
        } = self.checked.clone();
        if !faults.is_empty() {
            return Err(GovernanceRefusal::RulebookFaults { faults });
        }
        if !failing.is_empty() {
            return Err(GovernanceRefusal::RuleTestsFail { tests: failing });
        }
        if !untested.is_empty() {
            return Err(GovernanceRefusal::RulesUntested { rules: untested });
        }
        Ok(())
    }
}

impl Act for Publish {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        let approved = standing(versions, context, self.proposal, Standing::Approved)?;
        next(versions, &self.installed, &approved.version)?;
        // What is wrong with it is wrong on every day: it is said before anything of the day.
        self.is_sound()?;
        early(versions, &self.installed, self.from, self.not_before(approved))?;
        self.holds()?;
        Ok(vec![RulebookFact::Published {
            proposal: self.proposal,
            from: self.from,
        }])
    }
}
