//! Reading: every version for everyone, proposals for rule makers and auditors.

use super::kept::{files_of, version_of};
use super::sound::Soundness;
use crate::rulebooks::Version;
use crate::views::governance::{PROPOSALS, ProposalLine};
use crate::views::identity::ALL;
use crate::{Desk, Fault, Refused};
use act::{Actor, Role};
use governance::{Possible, Proposal, Standing, Versions, possible};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A proposal as a person may see it.
#[derive(Clone, Debug)]
pub struct ProposalView {
    /// The proposal.
    pub proposal: Proposal,
    /// Its version.
    pub version: Version,
    /// The version that it changes, as far as it is known here.
    pub changes: Option<Version>,
    /// What the linter finds in its version, and what the version's own tests come to.
    pub found: Soundness,
    /// What the person can do now.
    pub possible: Vec<Possible>,
    /// Whether the person can go on from it, in a draft of their own.
    pub resumes: bool,
    /// Why the person, who may approve or publish it, cannot on any day.
    pub hindered: Option<Refused>,
}

/// Proposals are work in progress of rule makers of every organisation; auditors read them too.
pub(super) fn may_look(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::RuleMaker | Role::Auditor => Ok(()),
        _ => Err(Fault::NotFound),
    }
}

impl Desk {
    /// A version that binds, or bound, or will bind: for everyone.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none of that hash.
    pub async fn rulebook_version(&self, id: &str, hash: &str) -> Result<Version, Fault> {
        self.know_version(hash).await?;
        let version = self.rulebooks().whole(hash).ok_or(Fault::NotFound)?;
        if version.rulebook.id() == id {
            Ok(version)
        } else {
            Err(Fault::NotFound)
        }
    }

    /// The files of such a version, of one that is not loaded too.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none of that hash.
    pub async fn version_files(&self, id: &str, hash: &str) -> Result<Arc<BTreeMap<String, String>>, Fault> {
        match self.rulebook_version(id, hash).await {
            Err(Fault::NotFound) => {
                let known = self.rulebooks();
                let unloaded = known.unloaded(id).find(|one| one.hash == hash);
                Ok(Arc::clone(&unloaded.ok_or(Fault::NotFound)?.files))
            }
            found => Ok(found?.files),
        }
    }

    /// The files of a proposal, of one that is not loaded too.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn proposal_files(
        &self,
        actor: &Actor,
        rulebook: &str,
        number: u32,
    ) -> Result<BTreeMap<String, String>, Fault> {
        let (_, proposal) = self.seen(actor, rulebook, number).await?;
        files_of(self.store.as_ref(), &proposal.version).await
    }

    /// All proposals, for who may look at them; none for anyone else.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn proposals(&self, actor: &Actor) -> Result<Vec<ProposalLine>, Fault> {
        if may_look(actor).is_err() {
            return Ok(vec![]);
        }
        Ok(self.lines(PROPOSALS, ALL.to_owned()).await?)
    }

    /// A proposal and those beside it.
    pub(super) async fn seen(
        &self,
        actor: &Actor,
        rulebook: &str,
        number: u32,
    ) -> Result<(Versions, Proposal), Fault> {
        may_look(actor)?;
        let versions = self.existing::<Versions>(rulebook).await?.state;
        let proposal = versions.proposal(number).cloned().ok_or(Fault::NotFound)?;
        Ok((versions, proposal))
    }

    /// A proposal.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor; [`Fault::Invalid`] if its version is not loaded.
    pub async fn proposal(&self, actor: &Actor, rulebook: &str, number: u32) -> Result<ProposalView, Fault> {
        let (versions, proposal) = self.seen(actor, rulebook, number).await?;
        if let Some(changes) = &proposal.version.changes {
            self.know_version(changes).await?;
        }
        let known = self.rulebooks();
        let changes = proposal.version.changes.as_deref();
        let version = version_of(self.store.as_ref(), &proposal.version).await?;
        let found = self.looked_at(&version, proposal.version.from).await?;
        let mut possible = possible(&versions, &self.context(actor), number);
        let mut hindered = None;
        let ready = |one: &Possible| matches!(one, Possible::Approve | Possible::Publish);
        if possible.iter().any(ready) {
            hindered = self.hindered(&versions, &version, &proposal, &found)?;
            possible.retain(|one| !ready(one) || hindered.is_none());
        }
        let unpublished = proposal.standing != Standing::Published;
        let resumes = unpublished && self.may_change(actor, rulebook).await.is_ok();
        Ok(ProposalView {
            resumes,
            version,
            changes: changes.and_then(|hash| known.whole(hash)),
            possible,
            hindered,
            found,
            proposal,
        })
    }
}
