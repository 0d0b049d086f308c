//! Whether a version can be published: asked when it is approved, and again when it is published.

use super::{Allowed, earliest, may_bind, next};
use crate::{Checked, GovernanceRefusal, Known, Proposal, Versions};
use act::Date;

/// What says whether a version can be published.
#[derive(Clone, Debug)]
pub struct Readiness {
    /// Today, where the rulebook holds.
    pub today: Date,
    /// The versions that the operator installed.
    pub installed: Vec<Known>,
    /// The first and the last day on which the version says of itself that it holds.
    pub valid: (Date, Option<Date>),
    /// What the linter and its own tests found.
    pub checked: Checked,
}

impl Readiness {
    /// Whether a proposal could be published to bind from a day on.
    ///
    /// # Errors
    /// The refusal that publishing would meet.
    pub(super) fn on(&self, versions: &Versions, proposal: &Proposal, from: Date) -> Allowed {
        next(versions, &self.installed, &proposal.version)?;
        // What is wrong with it is wrong on every day: it is said before anything of the day.
        self.checked.is_sound()?;
        let earliest = earliest(versions, &self.installed, self.not_before(proposal));
        may_bind(from, earliest, self.today)?;
        self.holds(from)
    }

    /// Whether there is a day from which a proposal could bind: what is refused on the first that is not too early is refused on
    /// every day.
    ///
    /// # Errors
    /// The refusal that publishing would meet.
    pub fn on_some_day(&self, versions: &Versions, proposal: &Proposal) -> Allowed {
        let (valid_from, _) = self.valid;
        let not_before = self.not_before(proposal).max(valid_from);
        let from = earliest(versions, &self.installed, not_before);
        self.on(versions, proposal, from)
    }

    /// It is approved to bind from its day on: not before.
    fn not_before(&self, proposal: &Proposal) -> Date {
        self.today.max(proposal.version.from)
    }

    fn holds(&self, from: Date) -> Allowed {
        match self.valid {
            (valid_from, _) if from < valid_from => {
                Err(GovernanceRefusal::OutsideValidity { from, valid_from })
            }
            (_, Some(valid_to)) if from > valid_to => Err(GovernanceRefusal::PastValidity { from, valid_to }),
            _ => Ok(()),
        }
    }
}

impl Checked {
    fn is_sound(&self) -> Allowed {
        let Checked {
            faults,
            failing,
            untested,
        } = self.clone();
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
