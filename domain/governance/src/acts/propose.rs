//! A rule maker proposes a version of a rulebook.

use super::{Allowed, earliest, may_bind, next, rule_maker};
use crate::{GovernanceRefusal, Known, Lead, MOST_FILES, Proposed, RulebookFact, Versions};
use act::{Act, Context, Date};

/// Propose a version.
#[derive(Clone, Debug)]
pub struct Propose {
    /// What is proposed.
    pub version: Proposed,
    /// The versions that the operator installed.
    pub installed: Vec<Known>,
    /// Today, where the rulebook holds.
    pub today: Date,
}

impl Propose {
    /// Whether the actor may propose a version of a rulebook that this authority leads.
    ///
    /// # Errors
    /// The refusal that proposing would meet.
    pub fn check(context: &Context, lead: &Lead) -> Allowed {
        rule_maker(context, lead)
    }

    fn is_new(&self, versions: &Versions) -> Allowed {
        let alive = versions.proposals.iter().filter(|one| one.standing.is_alive());
        let proposed = alive.map(|one| (one.version.hash.as_str(), one.version.name.as_str()));
        let installed = self.installed.iter();
        let known = installed.map(|one| (one.hash.as_str(), one.name.as_str()));
        let own = self.version.name.as_str();
        for (hash, name) in known.chain(proposed) {
            let version = own.to_owned();
            if hash == self.version.hash {
                return Err(GovernanceRefusal::VersionKnown { version });
            }
            if name == own {
                return Err(GovernanceRefusal::VersionNameTaken { version });
            }
        }
        Ok(())
    }
}

impl Act for Propose {
    type State = Versions;
    type Refusal = GovernanceRefusal;

    fn decide(self, versions: &Versions, context: &Context) -> Result<Vec<RulebookFact>, GovernanceRefusal> {
        Self::check(context, &self.version.lead)?;
        let given = self.version.files.len();
        if given > MOST_FILES {
            return Err(GovernanceRefusal::TooManyRulebookFiles {
                most: MOST_FILES,
                given,
            });
        }
        self.is_new(versions)?;
        next(versions, &self.installed, &self.version)?;
        let earliest = earliest(versions, &self.installed, self.today);
        may_bind(self.version.from, earliest, self.today)?;
        Ok(vec![RulebookFact::Proposed {
            proposal: versions.next(),
            version: Box::new(self.version),
        }])
    }
}
