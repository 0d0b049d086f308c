//! Proposing a version and deciding on it. The domain decides; here the files are loaded, linted and kept.

use super::beside::ids_of_others;
use super::draft::Draft;
use super::kept::{file, keep, version_of};
use super::sound::{Soundness, soundness};
use crate::desk::{ROUNDS, decide};
use crate::fault::Refused;
use crate::rulebooks::{Version, today};
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault, FieldFault};
use act::{Act, Actor, AuthorityId, Context, Date, Reason, Title};
use clearance::{ClearanceRefusal, said};
use governance::acts::{Approve, Decline, Propose, Publish, Readiness, Withdraw};
use governance::{GovernanceRefusal, Lead, Proposal, Proposed, Versions};
use rulebook::lint::{Finding, Level};
use rulebook::{LoadError, Rulebook, Said};

/// What a rule maker wants done to a proposal.
#[derive(Clone, Debug)]
pub enum ProposalChange {
    /// Approve it.
    Approve,
    /// Decline it.
    Decline(Reason),
    /// Take it back.
    Withdraw,
    /// Publish it, to bind from a day on.
    Publish(Date),
}

/// How far an act is carried.
#[derive(Clone, Copy, Debug)]
enum Carried {
    /// It is recorded.
    Out,
    /// It is decided alone: whether it would be recorded.
    ToDecision,
}

/// A version that is not loaded, as a fault of its files.
pub(super) fn not_loaded(field: &str, error: &LoadError) -> Fault {
    of_files(field, error.faults.iter().map(rulebook::LoadFault::said))
}

/// What is wrong with files, each beside the field.
fn of_files(field: &str, faults: impl Iterator<Item = Said>) -> Fault {
    let fault = |fault: Said| FieldFault {
        field: field.to_owned(),
        code: "rulebook-file",
        details: vec![("what", said(&fault))],
    };
    // Nobody reads a hundred at once, and the first ones often bring the others about.
    Fault::Invalid(faults.take(20).map(fault).collect())
}

fn invalid(field: &str, code: &'static str) -> Fault {
    Fault::Invalid(vec![FieldFault::plain(field, code)])
}

impl Desk {
    /// Who leads by the version of a rulebook that binds last: whose rule makers change it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no such rulebook; [`Fault::Refused`] if no organisation is its lead authority.
    pub(super) async fn lead_of(&self, id: &str) -> Result<Lead, Fault> {
        let known = self.rulebooks();
        let last = known.bindings(id).last().ok_or(Fault::NotFound)?;
        let rulebook = &last.version.rulebook;
        let authority: AuthorityId = rulebook.lead().parse().map_err(|_| Fault::NotFound)?;
        match organisation_of_authority(self.store.as_ref(), &authority).await? {
            Some(organisation) => Ok(Lead {
                authority,
                organisation,
            }),
            None => {
                let missing = ClearanceRefusal::NoOrganisation { authority };
                Err(Fault::Refused(Refused::of(&missing).naming(rulebook)))
            }
        }
    }

    /// The day that it is where a rulebook holds.
    ///
    /// # Errors
    /// [`Fault::SetUp`] if its zone is none.
    pub fn today_of(&self, rulebook: &Rulebook) -> Result<Date, Fault> {
        let unknown = || Fault::SetUp(format!("the zone {} is not known", rulebook.timezone()));
        today(rulebook, self.now()).ok_or_else(unknown)
    }

    /// Proposes the version that a draft is; the draft is gone then. It is closed first, so that nothing is thrown away with it
    /// that was saved meanwhile. Gives the proposal's number.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if its files are not loaded, or the day or the purpose is missing; [`Fault::Refused`] by its name;
    /// [`Fault::Stale`] if the draft was changed since it was read, or is being proposed; [`Fault::NotFound`] if it is gone.
    pub async fn propose(&self, actor: &Actor, draft: &Draft) -> Result<u32, Fault> {
        self.renew_rulebooks().await?;
        let version = Version::load(draft.files.clone()).map_err(|error| not_loaded("files", &error))?;
        let proposed = self.proposed(draft, &version).await?;
        let known = self.rulebooks();
        let act = Propose {
            version: proposed,
            installed: known.installed(&draft.rulebook),
            today: self.today_of(&version.rulebook)?,
        };
        let context = self.context(actor);
        let mut closed = false;
        for _ in 0..ROUNDS {
            let loaded = self.load::<Versions>(&draft.rulebook).await?;
            let drafted = self
                .draft(&draft.rulebook, &loaded, &context, act.clone())
                .map_err(|fault| naming(fault, &version.rulebook))?;
            // What the ledger speaks of is there before it does.
            for text in version.files.values() {
                keep(self.store.as_ref(), text).await?;
            }
            if !closed {
                self.close_rulebook_draft(actor, draft).await?;
                closed = true;
            }
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                Err(fault) => return Err(fault),
                Ok(_) => {
                    self.forget_rulebook_draft(&draft.id).await?;
                    let last = loaded.state.proposals.last();
                    return Ok(last.map_or(1, |last| last.number + 1));
                }
            }
        }
        Err(Fault::Stale)
    }

    async fn proposed(&self, draft: &Draft, version: &Version) -> Result<Proposed, Fault> {
        let rulebook = &version.rulebook;
        if rulebook.id() != draft.rulebook {
            return Err(invalid("files", "rulebook-other-id"));
        }
        let mut taken = ids_of_others(rulebook, &self.rulebooks());
        taken.retain(|one| one.level == Level::Fault);
        if !taken.is_empty() {
            return Err(of_files("files", taken.iter().map(Finding::told)));
        }
        let name = Title::new(rulebook.version())
            .map_err(|fault| Fault::Invalid(vec![FieldFault::of_text("version-name", &fault)]))?;
        let purpose = Reason::new(&draft.purpose)
            .map_err(|fault| Fault::Invalid(vec![FieldFault::of_text("purpose", &fault)]))?;
        let from: Date = draft
            .from
            .trim()
            .parse()
            .map_err(|_| invalid("from", "not-a-date"))?;
        let named = version.files.iter().map(|(name, text)| file(name, text));
        let files: Option<Vec<_>> = named.collect();
        Ok(Proposed {
            hash: rulebook.hash().to_owned(),
            name,
            files: files.ok_or_else(|| invalid("files", "rulebook-file-name"))?,
            changes: Some(draft.changes.clone()),
            from,
            purpose,
            makers: draft.makers.iter().copied().collect(),
            lead: self.lead_of(&draft.rulebook).await?,
        })
    }

    /// Carries a change out on a proposal.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if it is not for this actor; [`Fault::Refused`] by its name.
    pub async fn change_proposal(
        &self,
        actor: &Actor,
        rulebook: &str,
        number: u32,
        change: ProposalChange,
    ) -> Result<(), Fault> {
        self.proposal_changed(actor, rulebook, number, change, Carried::Out)
            .await?;
        self.renew_rulebooks().await
    }

    /// Whether a change would be carried out on a proposal; nothing is.
    ///
    /// # Errors
    /// As [`Desk::change_proposal`].
    pub async fn would_change_proposal(
        &self,
        actor: &Actor,
        rulebook: &str,
        number: u32,
        change: ProposalChange,
    ) -> Result<(), Fault> {
        self.proposal_changed(actor, rulebook, number, change, Carried::ToDecision)
            .await
    }

    async fn proposal_changed(
        &self,
        actor: &Actor,
        rulebook: &str,
        number: u32,
        change: ProposalChange,
        carried: Carried,
    ) -> Result<(), Fault> {
        let proposal = number;
        let (versions, seen) = self.seen(actor, rulebook, number).await?;
        let version = version_of(self.store.as_ref(), &seen.version).await?;
        let context = self.context(actor);
        let loaded = (&versions, rulebook, carried);
        let done = match change {
            ProposalChange::Approve => {
                refused_first(&version, Approve::check(&versions, &context, number))?;
                let found = self.looked_at(&version, seen.version.from).await?;
                let readiness = self.readiness(&version, &found)?;
                let act = Approve { proposal, readiness };
                self.acted(loaded, &context, act).await
            }
            ProposalChange::Withdraw => self.acted(loaded, &context, Withdraw { proposal }).await,
            ProposalChange::Decline(reasons) => {
                let act = Decline { proposal, reasons };
                self.acted(loaded, &context, act).await
            }
            ProposalChange::Publish(from) => {
                refused_first(&version, Publish::check(&versions, &context, number))?;
                let found = self.looked_at(&version, from).await?;
                let readiness = self.readiness(&version, &found)?;
                let act = Publish {
                    proposal,
                    from,
                    readiness,
                };
                self.acted(loaded, &context, act).await
            }
        };
        done.map_err(|fault| naming(fault, &version.rulebook))
    }

    /// Performs an act, or only decides it.
    async fn acted<A>(
        &self,
        (versions, rulebook, carried): (&Versions, &str, Carried),
        context: &Context,
        act: A,
    ) -> Result<(), Fault>
    where
        A: Act<State = Versions> + Clone,
    {
        match carried {
            Carried::Out => self.perform(rulebook, context, act).await.map(drop),
            Carried::ToDecision => decide(versions, context, act).map(drop),
        }
    }

    /// What is found in a version that is to bind from a day on; on a thread that serves nobody meanwhile.
    pub(super) async fn looked_at(&self, version: &Version, from: Date) -> Result<Soundness, Fault> {
        let (own, known) = (version.clone(), self.rulebooks());
        let found = tokio::task::spawn_blocking(move || soundness(&own, from, &known)).await;
        found.map_err(|stopped| Fault::SetUp(format!("the linter stopped: {stopped}")))
    }

    /// What says whether a version can be published.
    fn readiness(&self, version: &Version, found: &Soundness) -> Result<Readiness, Fault> {
        let rulebook = &version.rulebook;
        Ok(Readiness {
            today: self.today_of(rulebook)?,
            installed: self.rulebooks().installed(rulebook.id()),
            valid: (rulebook.valid_from(), rulebook.valid_to()),
            checked: found.checked(rulebook),
        })
    }

    /// Whether an actor could propose a version of a rulebook, and so may begin to work on one.
    ///
    /// # Errors
    /// [`Fault::Refused`] as proposing would be.
    pub async fn may_change(&self, actor: &Actor, id: &str) -> Result<(), Fault> {
        let lead = self.lead_of(id).await?;
        let known = self.rulebooks();
        let refused = |refusal| Fault::Refused(Refused::of(&refusal));
        let last = known.bindings(id).last().ok_or(Fault::NotFound)?;
        Propose::check(&self.context(actor), &lead)
            .map_err(refused)
            .map_err(|fault| naming(fault, &last.version.rulebook))
    }

    /// Why publishing a proposal would be refused, whatever day were chosen; and so approving it.
    pub(super) fn hindered(
        &self,
        versions: &Versions,
        version: &Version,
        proposal: &Proposal,
        found: &Soundness,
    ) -> Result<Option<Refused>, Fault> {
        let readiness = self.readiness(version, found)?;
        let refused = readiness.on_some_day(versions, proposal).err();
        Ok(refused.map(|refusal| Refused::of(&refusal).naming(&version.rulebook)))
    }
}

/// A refusal for want of right or standing comes before any work on the version.
fn refused_first(version: &Version, check: Result<(), GovernanceRefusal>) -> Result<(), Fault> {
    check.map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&version.rulebook)))
}

fn naming(fault: Fault, rulebook: &Rulebook) -> Fault {
    match fault {
        Fault::Refused(refused) => Fault::Refused(refused.naming(rulebook)),
        other => other,
    }
}
