//! The state of a rulebook: what was proposed, what came of it, and what binds from which day.

use crate::{Proposed, RulebookFact, Standing};
use act::{Context, Date, Reason, Recorded, State};
use serde::{Deserialize, Serialize};

/// A version was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// By whom and when.
    pub by: Context,
    /// The first day on which it binds.
    pub from: Date,
}

/// A proposal and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// Its number in the rulebook, from 1.
    pub number: u32,
    /// What is proposed.
    pub version: Proposed,
    /// By whom and when.
    pub by: Context,
    /// Where it stands.
    pub standing: Standing,
    /// Who approved it, and when.
    pub approved: Option<Context>,
    /// Who declined or withdrew it, and when; an approved version too.
    pub ended: Option<Context>,
    /// Why it was declined.
    pub reasons: Option<Reason>,
    /// Its publication.
    pub published: Option<Publication>,
}

/// A version that is known without an act here: the operator installed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its hash.
    pub hash: String,
    /// What its makers call it.
    pub name: String,
    /// The first day on which it binds.
    pub from: Date,
}

/// All that was proposed of a rulebook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Versions {
    /// The proposals, by number.
    pub proposals: Vec<Proposal>,
}

impl Versions {
    /// A proposal by its number.
    #[must_use]
    pub fn proposal(&self, number: u32) -> Option<&Proposal> {
        self.proposals.iter().find(|proposal| proposal.number == number)
    }

    /// What is published, with its first day, in the order of publication; days only grow.
    pub fn published(&self) -> impl DoubleEndedIterator<Item = (&Proposal, Date)> {
        self.proposals_by_day().into_iter()
    }

    fn proposals_by_day(&self) -> Vec<(&Proposal, Date)> {
        let published = |proposal| {
            let from = Proposal::binds_from(proposal)?;
            Some((proposal, from))
        };
        let mut all: Vec<(&Proposal, Date)> = self.proposals.iter().filter_map(published).collect();
        all.sort_by_key(|(_, from)| *from);
        all
    }

    /// The hash and the first day of the version that binds last, among the published and those that the operator
    /// installed; of two of one day, the published one.
    #[must_use]
    pub fn latest<'a>(&'a self, installed: &'a [Known]) -> Option<(&'a str, Date)> {
        let installed = installed.iter().map(|known| (known.hash.as_str(), known.from));
        let published = self
            .published()
            .map(|(proposal, from)| (proposal.version.hash.as_str(), from));
        installed.chain(published).max_by_key(|(_, from)| *from)
    }

    pub(crate) fn next(&self) -> u32 {
        self.proposals
            .last()
            .map_or(1, |proposal| proposal.number.saturating_add(1))
    }

    /// Brings a proposal to a standing; what else comes with it is for the caller to set.
    fn moved(&mut self, number: u32, standing: Standing) -> Option<&mut Proposal> {
        let proposal = self.proposals.iter_mut().find(|one| one.number == number)?;
        proposal.standing = standing;
        Some(proposal)
    }

    fn end(&mut self, number: u32, standing: Standing, by: &Context, reasons: Option<Reason>) {
        if let Some(proposal) = self.moved(number, standing) {
            proposal.ended = Some(by.clone());
            proposal.reasons = reasons;
        }
    }
}

impl Proposal {
    /// The first day on which it binds, if it is published.
    #[must_use]
    pub fn binds_from(&self) -> Option<Date> {
        self.published.as_ref().map(|publication| publication.from)
    }
}

impl State for Versions {
    type Fact = RulebookFact;

    fn evolve(&mut self, recorded: &Recorded<RulebookFact>) {
        let by = &recorded.by;
        match recorded.fact.clone() {
            RulebookFact::Proposed { proposal, version } => self.proposals.push(Proposal {
                number: proposal,
                version: *version,
                by: by.clone(),
                standing: Standing::Proposed,
                approved: None,
                ended: None,
                reasons: None,
                published: None,
            }),
            RulebookFact::Withdrawn { proposal } => self.end(proposal, Standing::Withdrawn, by, None),
            RulebookFact::Approved { proposal } => {
                if let Some(one) = self.moved(proposal, Standing::Approved) {
                    one.approved = Some(by.clone());
                }
            }
            RulebookFact::Declined { proposal, reasons } => {
                self.end(proposal, Standing::Declined, by, Some(reasons));
            }
            RulebookFact::Published { proposal, from } => {
                if let Some(one) = self.moved(proposal, Standing::Published) {
                    one.published = Some(Publication { by: by.clone(), from });
                }
            }
        }
    }
}
