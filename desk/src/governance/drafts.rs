//! Drafts kept, changed, closed and thrown away: of two that change one at once, the first wins and the other is told.

use super::acts::not_loaded;
use super::draft::{Draft, DraftChange, DraftLine};
use super::kept::files_of;
use crate::accounts::{entry, opened};
use crate::fault::Refused;
use crate::rulebooks::{MODEL, RULEBOOK_TOML, Version};
use crate::store::StoreFault;
use crate::{Desk, Fault};
use act::{Actor, PersonId, Role, Timestamp};
use governance::Versions;
use governance::acts::Propose;
use rulebook::Rulebook;
use std::collections::BTreeSet;
use std::sync::Arc;

const DRAFT: &str = "rulebook-draft";
/// How long a draft stays closed while it is proposed: longer than that takes, and its makers never wait longer.
const PROPOSING_SECONDS: i64 = 60;

impl Desk {
    /// Begins to work on a version: with the files of one that is known.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none of that hash; [`Fault::Refused`] where proposing would be.
    pub async fn begin_rulebook_draft(&self, actor: &Actor, id: &str, hash: &str) -> Result<String, Fault> {
        let files = self.version_files(id, hash).await?;
        self.may_change(actor, id).await?;
        let known = self.rulebooks();
        // Whichever version the files are of, what binds last is what they would take the place of.
        let last = known.last_hash(id).ok_or(Fault::NotFound)?;
        let draft = Draft {
            id: self.id().to_string(),
            rulebook: id.to_owned(),
            changes: last,
            files: files.as_ref().clone(),
            from: String::new(),
            purpose: String::new(),
            begun_by: Some(actor.person),
            makers: BTreeSet::new(),
            saved: self.now(),
            proposing: None,
            version: 1,
        };
        self.begin_once(actor, draft).await
    }

    /// Begins to work on what was proposed, with all that was said with it: whatever came of the proposal, nothing of it is
    /// lost. It changes the version that binds last by now.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such proposal, or none for this actor; [`Fault::Refused`] where proposing would be.
    pub async fn resume_proposal(&self, actor: &Actor, id: &str, number: u32) -> Result<String, Fault> {
        let (_, proposal) = self.seen(actor, id, number).await?;
        self.may_change(actor, id).await?;
        let proposed = proposal.version;
        let files = files_of(self.store.as_ref(), &proposed).await?;
        let known = self.rulebooks();
        let last = known.last_hash(id).ok_or(Fault::NotFound)?;
        let mut makers: BTreeSet<PersonId> = proposed.makers.into_iter().collect();
        makers.insert(proposal.by.actor.person);
        let draft = Draft {
            id: self.id().to_string(),
            rulebook: id.to_owned(),
            changes: last,
            files,
            from: proposed.from.to_string(),
            purpose: proposed.purpose.to_string(),
            begun_by: Some(actor.person),
            makers,
            saved: self.now(),
            proposing: None,
            version: 1,
        };
        self.begin_once(actor, draft).await
    }

    /// Keeps a new draft. Who began the very same before and has not touched it gets that one back: pressing again makes none.
    async fn begin_once(&self, actor: &Actor, draft: Draft) -> Result<String, Fault> {
        let draft = self.freely_named(draft).await?;
        let owner = actor.organisation.to_string();
        for kept in self.store.kept_by(DRAFT, &owner, self.seconds()).await? {
            let known: Draft = opened(&kept)?;
            let same = Draft {
                id: known.id.clone(),
                saved: known.saved,
                ..draft.clone()
            };
            if kept.version == 1 && (Draft { version: 1, ..known }) == same {
                return Ok(same.id);
            }
        }
        self.put_rulebook_draft(actor, &draft, None).await?;
        Ok(draft.id)
    }

    async fn put_rulebook_draft(
        &self,
        actor: &Actor,
        draft: &Draft,
        expires: Option<i64>,
    ) -> Result<(), StoreFault> {
        let owner = actor.organisation.to_string();
        let entry = entry(DRAFT, &draft.id, &owner, draft.version, expires, draft);
        self.store.keep(entry).await
    }

    /// A draft of the actor's own organisation.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn rulebook_draft(&self, actor: &Actor, id: &str) -> Result<Draft, Fault> {
        maker(actor)?;
        let kept = self.store.kept(DRAFT, id, self.seconds()).await?;
        let kept = kept.ok_or(Fault::NotFound)?;
        if kept.owner != actor.organisation.to_string() {
            return Err(Fault::NotFound);
        }
        Ok(Draft {
            version: kept.version,
            ..opened(&kept)?
        })
    }

    /// The drafts of the actor's own organisation.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn rulebook_drafts(&self, actor: &Actor) -> Result<Vec<DraftLine>, Fault> {
        if maker(actor).is_err() {
            return Ok(vec![]);
        }
        let owner = actor.organisation.to_string();
        let kept = self.store.kept_by(DRAFT, &owner, self.seconds()).await?;
        let mut lines = vec![];
        for one in &kept {
            let draft: Draft = opened(one)?;
            lines.push(DraftLine {
                name: draft.name(),
                purpose: draft.purpose,
                id: draft.id,
                rulebook: draft.rulebook,
                saved: draft.saved,
            });
        }
        lines.sort_by(|one, other| other.saved.cmp(&one.saved).then(one.id.cmp(&other.id)));
        Ok(lines)
    }

    /// Changes a draft; a change that is not taken changes nothing.
    ///
    /// # Errors
    /// [`Fault::Invalid`] beside the field; [`Fault::Stale`] if the draft was changed since `version`, or is being proposed.
    pub async fn change_rulebook_draft(
        &self,
        actor: &Actor,
        id: &str,
        version: u64,
        changes: Vec<DraftChange>,
    ) -> Result<Draft, Fault> {
        let mut draft = self.changeable_draft(actor, id, version).await?;
        for change in changes {
            draft.carry_out(change)?;
        }
        draft.fits()?;
        draft.version += 1;
        draft.makers.insert(actor.person);
        draft.saved = self.now();
        draft.proposing = None;
        self.put_rulebook_draft(actor, &draft, None).await?;
        Ok(draft)
    }

    /// The same of a form that may come twice: what stands in the draft by now is done. Not for what goes on from there, as
    /// proposing does: others may have changed the rest.
    ///
    /// # Errors
    /// As [`Desk::change_rulebook_draft`].
    pub async fn change_rulebook_draft_once(
        &self,
        actor: &Actor,
        id: &str,
        version: u64,
        changes: Vec<DraftChange>,
    ) -> Result<Draft, Fault> {
        let again = changes.clone();
        match self.change_rulebook_draft(actor, id, version, changes).await {
            Err(Fault::Stale) => {
                let draft = self.rulebook_draft(actor, id).await?;
                let mut changed = draft.clone();
                let done = |one| changed.has_copied(&one) || changed.carry_out(one).is_ok();
                let taken = again.into_iter().all(done);
                if taken && changed == draft {
                    Ok(draft)
                } else {
                    Err(Fault::Stale)
                }
            }
            done => done,
        }
    }

    /// A draft as it was at a version, if nobody has changed it since and it is not being proposed.
    async fn changeable_draft(&self, actor: &Actor, id: &str, version: u64) -> Result<Draft, Fault> {
        let draft = self.rulebook_draft(actor, id).await?;
        let open = |since: Timestamp| self.seconds() - since.as_second() >= PROPOSING_SECONDS;
        if draft.version == version && draft.proposing.is_none_or(open) {
            Ok(draft)
        } else {
            Err(Fault::Stale)
        }
    }

    /// Closes a draft to every change but its being proposed.
    ///
    /// # Errors
    /// [`Fault::Stale`] if it was changed since it was read; [`Fault::NotFound`] if it is gone.
    pub(super) async fn close_rulebook_draft(&self, actor: &Actor, draft: &Draft) -> Result<(), Fault> {
        let mut draft = self.changeable_draft(actor, &draft.id, draft.version).await?;
        draft.version += 1;
        draft.proposing = Some(self.now());
        Ok(self.put_rulebook_draft(actor, &draft, None).await?)
    }

    /// A draft that is called like no other version: where its files have the name of one, by the number after all that are
    /// numbers.
    async fn freely_named(&self, mut draft: Draft) -> Result<Draft, Fault> {
        let versions = self.load::<Versions>(&draft.rulebook).await?.state;
        let installed = self.rulebooks().installed(&draft.rulebook);
        if Propose::check_name(&versions, &installed, &draft.name()).is_err() {
            let installed = installed.iter().map(|one| one.name.as_str());
            let proposed = versions.proposals.iter().map(|one| one.version.name.as_str());
            let numbers = installed
                .chain(proposed)
                .filter_map(|name| name.parse::<u64>().ok());
            if let Some(next) = numbers.max().and_then(|last| last.checked_add(1)) {
                draft.rename(&next.to_string())?;
            }
        }
        Ok(draft)
    }

    /// Why a draft could not be proposed under the name that it has.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn name_taken(&self, draft: &Draft) -> Result<Option<Refused>, Fault> {
        let versions = self.load::<Versions>(&draft.rulebook).await?.state;
        let installed = self.rulebooks().installed(&draft.rulebook);
        let free = Propose::check_name(&versions, &installed, &draft.name());
        Ok(free.err().map(|refusal| Refused::of(&refusal)))
    }

    /// The version that a draft would be, as far as its files are loaded.
    ///
    /// # Errors
    /// [`Fault::Invalid`] on the field `files`, one fault for each that the files have.
    pub fn drafted_version(&self, draft: &Draft) -> Result<Version, Fault> {
        Version::load(draft.files.clone()).map_err(|error| not_loaded("files", &error))
    }

    /// The rulebook by whose words a draft's tables are told: where its files are not loaded, that of the models that it names.
    #[must_use]
    pub fn words_of_draft(&self, draft: &Draft) -> Option<Arc<Rulebook>> {
        let version = self.drafted_version(draft).ok().or_else(|| {
            let settings = draft.files.get(RULEBOOK_TOML)?;
            let named = Rulebook::models_named(RULEBOOK_TOML, settings).ok()?;
            let mut files = draft.files.clone();
            files.retain(|name, _| !name.ends_with(MODEL) || named.contains(name));
            Version::load(files).ok()
        });
        version.map(|version| version.rulebook)
    }

    /// Throws away what a draft was at a version: what was saved since is nobody's to lose unseen.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor; [`Fault::Stale`] if it was changed since, or is being
    /// proposed.
    pub async fn discard_rulebook_draft(&self, actor: &Actor, id: &str, version: u64) -> Result<(), Fault> {
        let mut draft = self.changeable_draft(actor, id, version).await?;
        draft.version += 1;
        // Taking it away would not ask which version is taken: it expires, and that does.
        let now = Some(self.seconds());
        self.put_rulebook_draft(actor, &draft, now).await?;
        self.forget_rulebook_draft(id).await
    }

    /// Takes away what is left of a draft that is no longer one.
    pub(super) async fn forget_rulebook_draft(&self, id: &str) -> Result<(), Fault> {
        self.store.take(DRAFT, id, self.seconds()).await?;
        Ok(())
    }
}

/// To anyone else a draft does not exist.
fn maker(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::RuleMaker => Ok(()),
        _ => Err(Fault::NotFound),
    }
}
