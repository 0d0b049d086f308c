//! A rule maker proposes a version of a rulebook.

use super::{Allowed, earliest, may_bind, next, rule_maker};
use crate::{GovernanceRefusal, Known, Lead, MOST_FILES, Proposed, RulebookFact, Standing, Versions};
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

    /// Whether no other version goes by a name. One that does not is another version too: its name is part of its hash.
    ///
    /// # Errors
    /// The refusal that proposing under it would meet.
    pub fn check_name(versions: &Versions, installed: &[Known], name: &str) -> Allowed {
        let version = || name.to_owned();
        if installed.iter().any(|one| one.name == name) {
            return Err(GovernanceRefusal::VersionNameTaken { version: version() });
        }
        let mut alive = versions.proposals.iter().filter(|one| one.standing.is_alive());
        match alive.find(|one| one.version.name.as_str() == name) {
            None => Ok(()),
            Some(one) if one.standing == Standing::Published => {
                Err(GovernanceRefusal::VersionNameTaken { version: version() })
            }
            Some(one) => Err(GovernanceRefusal::VersionNameProposed {
                version: version(),
                proposal: one.number,
            }),
        }
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
        Self::check_name(versions, &self.installed, self.version.name.as_str())?;
        next(versions, &self.installed, &self.version)?;
        let earliest = earliest(versions, &self.installed, self.today);
        may_bind(self.version.from, earliest, self.today)?;
        Ok(vec![RulebookFact::Proposed {
            proposal: versions.next(),
            version: Box::new(self.version),
        }])
    }
}
