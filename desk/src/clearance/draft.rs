//! Drafts: what an organiser has typed so far, kept as it was typed. A draft is nobody's record; handing it in is.

use super::submission::{ORGANISER_FIELD, fits, read};
use crate::accounts::{entry, opened};
use crate::clearance::file::{FILE, of_case};
use crate::store::Kept;
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, AttachmentId, HoldId, OrganisationId, RequestId, Role, Timestamp};
use clearance::{Application, Attachment, Stage, Submission};
use rulebook::Rulebook;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

const DRAFT: &str = "draft";
/// A draft that was not handed in after so long never will be by whoever began to: that server was stopped.
const HANDING_IN_SECONDS: i64 = 60;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The application that it will be.
    pub application: ApplicationId,
    /// The rulebook it is asked by.
    pub rulebook: String,
    /// What was typed, by field, as it was typed.
    pub fields: BTreeMap<String, String>,
    /// Files handed in so far.
    pub attachments: Vec<Attachment>,
    /// The request that it follows from.
    pub cites: Option<RequestId>,
    /// The closed or refused application that it was begun after, with what that one said.
    #[serde(default)]
    pub after: Option<ApplicationId>,
    /// The application of an earlier event that it began with the answers of.
    #[serde(default)]
    pub copies: Option<ApplicationId>,
    /// The hold of its day that it uses.
    #[serde(default)]
    pub hold: Option<HoldId>,
    /// The version of its application that it amends, where it does.
    #[serde(default)]
    pub amends: Option<Amends>,
    /// When it was last saved.
    pub saved: Timestamp,
    /// Since when it is being handed in. Until it is, or that came to nothing, nobody changes it.
    #[serde(default)]
    pub handing_in: Option<Timestamp>,
    /// What the count of its savings begins above. Drafts of one application come one after the other, and each counts above another
    /// number, drawn for it: no form of one is taken for a form of the next.
    #[serde(default)]
    pub first: u64,
    /// Counts its savings; a form carries it, so that two tabs do not overwrite each other.
    #[serde(skip)]
    pub version: u64,
    /// The organisation that began it. Of a draft of an application, the others who hold the event see it, too.
    #[serde(skip)]
    pub owner: String,
}

impl Draft {
    /// Whether that organisation began it.
    #[must_use]
    pub fn was_begun_by(&self, organisation: OrganisationId) -> bool {
        self.owner == organisation.to_string()
    }

    /// Whether the application still waits for it: it was not handed in, or given back, or is before the authorities as it was when
    /// its amendment was begun. Else the draft is gone, whatever is left of it.
    pub(super) fn is_awaited_by(&self, application: &Application) -> bool {
        match (&self.amends, application.stage()) {
            (None, Stage::Draft | Stage::Returned) => true,
            (Some(amends), Stage::InCirculation | Stage::Decided) => {
                amends.versions == application.earlier.len()
            }
            _ => false,
        }
    }
}

/// What a draft amends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amends {
    /// The hash of the rulebook version that the application is bound to.
    pub rulebook: String,
    /// How many versions had been handed in before the one that is amended. Once there are more, the draft is out of date.
    pub versions: usize,
    /// The files that the application had when the draft was begun: what was handed in since is not taken off by it.
    pub had: BTreeSet<AttachmentId>,
}

/// A line in the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// The application that it will be.
    pub application: ApplicationId,
    /// The event's name as far as typed.
    pub title: String,
    /// The event's day as far as typed.
    pub date: String,
    /// The rulebook by which it is checked.
    pub rulebook: String,
    /// Whether it amends an application that is before the authorities.
    pub amends: bool,
    /// When it was last saved.
    pub saved: Timestamp,
}

pub(super) fn organiser(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::Applicant | Role::Agent => Ok(()),
        // To anyone else a draft does not exist.
        _ => Err(Fault::NotFound),
    }
}

impl Desk {
    /// A draft of the actor's own organisation, or of an application whose event it holds.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none.
    pub async fn draft_of(&self, actor: &Actor, id: ApplicationId) -> Result<Draft, Fault> {
        organiser(actor)?;
        let kept = self
            .store
            .kept(DRAFT, &id.to_string(), self.seconds())
            .await?
            .ok_or(Fault::NotFound)?;
        let is_own = kept.owner == actor.organisation.to_string();
        self.awaited(&kept, |application| {
            is_own || application.is_organised_by(actor.organisation)
        })
        .await?
        .ok_or(Fault::NotFound)
    }

    /// What is kept of a draft, whether or not its application still waits for it; nothing is taken away. To be asked before it is handed
    /// in: of one that comes too late this is all that is left.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is not for this actor to see.
    pub async fn draft_as_left(&self, actor: &Actor, id: ApplicationId) -> Result<Option<Draft>, Fault> {
        organiser(actor)?;
        let kept = self.store.kept(DRAFT, &id.to_string(), self.seconds()).await?;
        let Some(draft) = kept.as_ref().map(as_kept).transpose()? else {
            return Ok(None);
        };
        if !draft.was_begun_by(actor.organisation) {
            let application = self.load::<Application>(id).await?.state;
            if !application.is_organised_by(actor.organisation) {
                return Err(Fault::NotFound);
            }
        }
        if let Some(amends) = &draft.amends {
            self.know_version(&amends.rulebook).await?;
        }
        Ok(Some(draft))
    }

    /// A draft as it is kept, if it is shown and its application still waits for it. One for which nothing waits is taken away, with
    /// those of its files that no application has.
    async fn awaited(
        &self,
        kept: &Kept,
        is_shown: impl Fn(&Application) -> bool,
    ) -> Result<Option<Draft>, Fault> {
        let draft = as_kept(kept)?;
        let id = draft.application;
        let application = self.load::<Application>(id).await?.state;
        if !is_shown(&application) {
            return Ok(None);
        }
        if draft.is_awaited_by(&application) {
            if let Some(amends) = &draft.amends {
                self.know_version(&amends.rulebook).await?;
            }
            return Ok(Some(draft));
        }
        let handed_in: BTreeSet<_> = application.attachments().map(|one| one.attachment).collect();
        self.take_files(&draft, &handed_in).await?;
        self.forget_draft(id).await?;
        Ok(None)
    }

    /// Takes away what files a draft has that its application has not.
    async fn take_files(&self, draft: &Draft, handed_in: &BTreeSet<AttachmentId>) -> Result<(), Fault> {
        let files = draft.attachments.iter().map(|one| one.attachment);
        for file in files.filter(|file| !handed_in.contains(file)) {
            self.store.take(FILE, &file.to_string(), self.seconds()).await?;
        }
        Ok(())
    }

    /// The drafts of the actor's own organisation, the latest first.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn drafts(&self, actor: &Actor) -> Result<Vec<DraftLine>, Fault> {
        let field = |draft: &Draft, name| draft.fields.get(name).cloned().unwrap_or_default();
        let line = |draft: Draft| DraftLine {
            application: draft.application,
            title: field(&draft, "title"),
            date: field(&draft, "date"),
            amends: draft.amends.is_some(),
            rulebook: draft.rulebook,
            saved: draft.saved,
        };
        let drafts = self.own_drafts(actor).await?.into_iter();
        let mut lines: Vec<_> = drafts.map(line).collect();
        lines.sort_by(|one, other| {
            other
                .saved
                .cmp(&one.saved)
                .then(one.application.cmp(&other.application))
        });
        Ok(lines)
    }

    /// The drafts of the actor's own organisation, whole.
    pub(super) async fn own_drafts(&self, actor: &Actor) -> Result<Vec<Draft>, Fault> {
        if organiser(actor).is_err() {
            return Ok(vec![]);
        }
        let own = actor.organisation.to_string();
        let mut drafts = vec![];
        for kept in self.store.kept_by(DRAFT, &own, self.seconds()).await? {
            drafts.extend(self.awaited(&kept, |_| true).await?);
        }
        Ok(drafts)
    }

    /// Saves what was typed, whatever it is; nothing is lost because it is not yet right.
    ///
    /// # Errors
    /// [`Fault::Stale`] if the draft was saved elsewhere since `version`; [`Fault::Invalid`] if a field is longer
    /// than any draft holds.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        id: ApplicationId,
        version: u64,
        fields: BTreeMap<String, String>,
    ) -> Result<Draft, Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        if draft.version != version {
            return Err(Fault::Stale);
        }
        fits(&fields)?;
        draft.fields = fields;
        // No form has a box for whoever sends it, and none unticks whoever began the draft.
        let (own, began) = (actor.organisation.to_string(), draft.owner.clone());
        let hold = [own, began].map(|one| (ORGANISER_FIELD.to_owned() + &one, "on".to_owned()));
        draft.fields.extend(hold);
        self.resave(actor, draft).await
    }

    /// Saves a draft that was changed. Files are taken away after this and never before: what was saved first is what
    /// stands, and the other is told.
    ///
    /// # Errors
    /// [`Fault::Stale`] if it was changed elsewhere since it was read, or is being handed in.
    pub(crate) async fn resave(&self, actor: &Actor, mut draft: Draft) -> Result<Draft, Fault> {
        self.changeable(&draft)?;
        draft.version += 1;
        draft.saved = self.now();
        draft.handing_in = None;
        self.put_draft(actor, &draft).await?;
        Ok(draft)
    }

    fn changeable(&self, draft: &Draft) -> Result<(), Fault> {
        let open = |since: Timestamp| self.seconds() - since.as_second() >= HANDING_IN_SECONDS;
        if draft.handing_in.is_none_or(open) {
            Ok(())
        } else {
            Err(Fault::Stale)
        }
    }

    /// Closes a draft to every change but its handing in.
    ///
    /// # Errors
    /// [`Fault::Stale`] if it was changed elsewhere since it was read.
    pub(super) async fn close_draft(&self, actor: &Actor, mut draft: Draft) -> Result<(), Fault> {
        draft.version += 1;
        draft.handing_in = Some(self.now());
        self.put_draft(actor, &draft).await
    }

    /// Opens a draft again that was closed, where handing it in was refused.
    ///
    /// # Errors
    /// [`Fault::Stale`] if somebody else did.
    pub(super) async fn open_draft(&self, actor: &Actor, id: ApplicationId) -> Result<(), Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        draft.version += 1;
        draft.handing_in = None;
        self.put_draft(actor, &draft).await
    }

    pub(super) async fn put_draft(&self, actor: &Actor, draft: &Draft) -> Result<(), Fault> {
        Ok(self.store.keep(draft_entry(actor, draft, None)).await?)
    }

    /// Throws the version of a draft that was read, and its files, away.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none; [`Fault::Stale`] if it was changed elsewhere, or is being handed in.
    pub async fn discard_draft(&self, actor: &Actor, id: ApplicationId, version: u64) -> Result<(), Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        if draft.version != version {
            return Err(Fault::Stale);
        }
        self.changeable(&draft)?;
        draft.version += 1;
        // Taking it away would not ask which version is taken: it expires, and that does.
        self.store
            .keep(draft_entry(actor, &draft, Some(self.seconds())))
            .await?;
        let handed_in = self.files_handed_in(id).await?;
        if handed_in.is_empty() {
            self.store.drop_kept(FILE, &id.to_string()).await?;
        } else {
            self.take_files(&draft, &handed_in).await?;
        }
        self.forget_draft(id).await
    }

    /// The files that an application has which was given back, and the scans of letters: they stay, whatever becomes of the draft that it is.
    pub(super) async fn files_handed_in(&self, id: ApplicationId) -> Result<BTreeSet<AttachmentId>, Fault> {
        let application = self.load::<Application>(id).await?.state;
        Ok(of_case(&application).map(|one| one.attachment).collect())
    }

    /// Takes away what is left of a draft that is no longer one.
    pub(super) async fn forget_draft(&self, id: ApplicationId) -> Result<(), Fault> {
        self.store.take(DRAFT, &id.to_string(), self.seconds()).await?;
        Ok(())
    }

    /// The version of the rulebook by which a draft is asked: the one in force, or that to which the application is bound that it
    /// amends.
    #[must_use]
    pub fn rulebook_of(&self, draft: &Draft) -> Option<Arc<Rulebook>> {
        match &draft.amends {
            Some(amends) => self.rulebooks().version(&amends.rulebook),
            None => self.rulebooks().in_force(&draft.rulebook),
        }
    }

    /// What a draft would be handed in as, or every field that is not yet right.
    ///
    /// # Errors
    /// [`Fault::Invalid`] with one fault per field.
    pub async fn check_draft(&self, actor: &Actor, draft: &Draft) -> Result<Submission, Fault> {
        let rulebook = self.rulebook_of(draft).ok_or(Fault::NotFound)?;
        let organisations = self.organisations().await?;
        read(draft, &rulebook, &organisations, actor.organisation).map_err(Fault::Invalid)
    }
}

fn as_kept(kept: &Kept) -> Result<Draft, Fault> {
    let opened: Draft = opened(kept)?;
    Ok(Draft {
        version: opened.first + kept.version,
        owner: kept.owner.clone(),
        ..opened
    })
}

fn draft_entry(actor: &Actor, draft: &Draft, expires: Option<i64>) -> Kept {
    let own = actor.organisation.to_string();
    let owner = if draft.owner.is_empty() {
        &own
    } else {
        &draft.owner
    };
    let key = draft.application.to_string();
    entry(DRAFT, &key, owner, draft.version - draft.first, expires, draft)
}
