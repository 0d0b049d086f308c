//! Handing a draft in, as an application or as the amendment of one: of all that race with it, one wins and the others are told.

use super::confiding::needed;
use crate::clearance::Draft;
use crate::desk::{Drafted, ROUNDS};
use crate::fault::Refused;
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault, Versioned};
use act::{Act, Actor, ApplicationId, AuthorityId, Context, HoldId, Recorded, RequestId, State};
use clearance::OpenOffers;
use clearance::acts::{Amend, Submit};
use clearance::hold::{DateHold, UseHold};
use clearance::{Application, Asked, ClearanceRefusal, Lead, RulebookPin, Stage, Submission};
use engagement::{Request, acts::TakeUpRequest};
use rulebook::Rulebook;
use std::sync::Arc;

/// What a draft would be handed in as.
#[derive(Clone, Debug)]
pub struct Ready {
    /// What would be handed in.
    pub submission: Submission,
    /// Who would be asked about it.
    pub asked: Vec<Asked>,
    /// What it would amend, where it does.
    pub amending: Option<Box<Amending>>,
}

/// An application, and as it would be once amended.
#[derive(Clone, Debug)]
pub struct Amending {
    /// As it is.
    pub before: Application,
    /// As it would be.
    pub after: Application,
}

/// How a draft is handed in.
enum Handing {
    /// As an application, under no reference yet.
    Submit(Submit),
    /// As the amendment of one.
    Amend(Amend),
}

/// What handing a draft in is decided on.
struct Prepared {
    id: ApplicationId,
    rulebook: Arc<Rulebook>,
    context: Context,
    asked: Vec<Asked>,
    act: Handing,
    loaded: Versioned<Application>,
    request: Option<(RequestId, Versioned<Request>)>,
    hold: Option<(HoldId, Versioned<DateHold>)>,
}

impl Prepared {
    /// The same, by someone who read what it does to the offers that are open.
    fn having_read(mut self, read: Option<OpenOffers>) -> Prepared {
        if let Handing::Amend(act) = &mut self.act {
            act.offers = read;
        }
        self
    }
}

impl Desk {
    /// Hands in the version of a draft that was read and checked. The request it cites is taken up in the same append.
    /// The draft is closed first, so that no file of the application is taken away by a change of the draft.
    ///
    /// # Errors
    /// [`Fault::Invalid`] field by field; [`Fault::Refused`] by its name; the draft stays as it was.
    /// [`Fault::Stale`] if the draft was changed elsewhere since; [`Fault::NotFound`] if it was handed in or
    /// discarded.
    pub async fn submit(&self, actor: &Actor, id: ApplicationId, version: u64) -> Result<String, Fault> {
        self.submit_having_read(actor, id, version, None).await
    }

    /// The same by someone who read what that does to the offers that were open.
    ///
    /// # Errors
    /// As [`Desk::submit`]; [`Fault::Refused`] also where others are open by now.
    pub async fn submit_having_read(
        &self,
        actor: &Actor,
        id: ApplicationId,
        version: u64,
        offers: Option<OpenOffers>,
    ) -> Result<String, Fault> {
        let mut closed = false;
        let handed_in = self.handed_in(actor, id, (version, offers), &mut closed);
        let handed_in = handed_in.await;
        if closed && matches!(handed_in, Err(Fault::Refused(_) | Fault::Invalid(_))) {
            // What is refused is told; should opening fail too, the draft opens by itself in a minute.
            let _ = self.open_draft(actor, id).await;
        }
        handed_in
    }

    async fn handed_in(
        &self,
        actor: &Actor,
        id: ApplicationId,
        (version, offers): (u64, Option<OpenOffers>),
        closed: &mut bool,
    ) -> Result<String, Fault> {
        for _ in 0..ROUNDS {
            let draft = self.draft_of(actor, id).await?;
            // One that is being handed in was read by whoever does that.
            if draft.handing_in.is_none() && draft.version != version {
                return Err(Fault::Stale);
            }
            let prepared = self.prepared(actor, &draft).await?.having_read(offers.clone());
            // No number is taken for what would be refused.
            self.parts(&prepared, String::new())?;
            let reference = match (&prepared.act, prepared.loaded.state.stage()) {
                (Handing::Submit(act), Stage::Draft) => self.reference(&prepared.rulebook, act).await?,
                _ => prepared.loaded.state.reference.clone(),
            };
            let parts = self.parts(&prepared, reference.clone())?;
            match self.close_draft(actor, draft).await {
                // Whoever hands it in at the same time hands the same in; any other change is not what was sent.
                Err(Fault::Stale) if self.draft_of(actor, id).await?.handing_in.is_some() => continue,
                done => done?,
            }
            *closed = true;
            match self.append(parts).await {
                Err(Fault::Stale) => {}
                done => {
                    done?;
                    self.forget_draft(id).await?;
                    return Ok(reference);
                }
            }
        }
        Err(Fault::Stale)
    }

    /// What a draft would be handed in as, and who would be asked; nothing is handed in.
    ///
    /// # Errors
    /// [`Fault::Invalid`] field by field; [`Fault::Refused`] as handing it in would be.
    pub async fn ready(&self, actor: &Actor, draft: &Draft) -> Result<Ready, Fault> {
        let prepared = self.prepared(actor, draft).await?;
        self.parts(&prepared, String::new())?;
        let amending = match &prepared.act {
            Handing::Amend(act) => Some(Box::new(would_be(&prepared, act)?)),
            Handing::Submit(_) => None,
        };
        Ok(Ready {
            submission: match prepared.act {
                Handing::Submit(act) => act.submission,
                Handing::Amend(act) => act.submission,
            },
            asked: prepared.asked,
            amending,
        })
    }

    /// Everything that handing a draft in is decided on.
    async fn prepared(&self, actor: &Actor, draft: &Draft) -> Result<Prepared, Fault> {
        let id = draft.application;
        // Another node may have published what binds today.
        self.renew_rulebooks().await?;
        let mut submission = self.check_draft(actor, draft).await?;
        let rulebook = self.rulebook_of(draft).ok_or(Fault::NotFound)?;
        let own = self.own_days_of(&rulebook).await?;
        let asked = clearance::asked(&rulebook, &submission.answers, submission.event.date, &own)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&rulebook)))?;
        let public = clearance::publicity(&rulebook, &submission.answers)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&rulebook)))?;
        submission.public = public.map(Box::new);
        // The request is loaded first: where the application is not there yet, nobody has taken it up for it.
        let request = match draft.cites {
            Some(request) => Some((request, self.existing::<Request>(request).await?)),
            None => None,
        };
        let loaded = self.load::<Application>(id).await?;
        if !draft.is_awaited_by(&loaded.state) {
            return Err(Fault::NotFound);
        }
        let context = self.context_in(actor, &loaded.state);
        let hold = self
            .hold_used((id, &loaded), &mut submission, &rulebook, &context)
            .await?;
        let act = match &draft.amends {
            Some(amends) => {
                Amend::check(&loaded.state, &context)
                    .map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&rulebook)))?;
                // What was handed in meanwhile nobody took off.
                let now = loaded.state.submission.iter().flat_map(|one| &one.attachments);
                let since = now.filter(|file| !amends.had.contains(&file.attachment));
                submission.attachments.extend(since.cloned());
                Handing::Amend(self.amending(&loaded.state, submission).await?)
            }
            None => Handing::Submit(
                self.submitting(&rulebook, submission, &loaded.state, &context)
                    .await?,
            ),
        };
        Ok(Prepared {
            id,
            rulebook,
            context,
            asked,
            act,
            loaded,
            request,
            hold,
        })
    }

    /// Handing in as an application, under no reference yet.
    async fn submitting(
        &self,
        rulebook: &Rulebook,
        submission: Submission,
        before: &Application,
        context: &Context,
    ) -> Result<Submit, Fault> {
        let zone = calendar::zone(rulebook.timezone())
            .ok_or_else(|| Fault::SetUp(format!("there is no zone {}", rulebook.timezone())))?;
        Ok(Submit {
            reference: String::new(),
            needed: needed(rulebook, before, &submission),
            submission,
            rulebook: RulebookPin {
                id: rulebook.id().to_owned(),
                version: rulebook.version().to_owned(),
                hash: rulebook.hash().to_owned(),
            },
            lead: self.lead(rulebook).await?,
            valid: (rulebook.valid_from(), rulebook.valid_to()),
            today: context.at.to_zoned_datetime(zone).date(),
        })
    }

    /// What is appended for a draft under a reference.
    fn parts(&self, prepared: &Prepared, reference: String) -> Result<Vec<Drafted>, Fault> {
        let Prepared {
            id, context, loaded, ..
        } = prepared;
        let drafted = match &prepared.act {
            Handing::Amend(act) => self.draft(id, loaded, context, act.clone()),
            Handing::Submit(act) => {
                let act = Submit {
                    reference,
                    ..act.clone()
                };
                self.draft(id, loaded, context, act)
            }
        };
        let mut parts = vec![drafted.map_err(|fault| named(fault, &prepared.rulebook))?];
        // What was given back took its request up when it was handed in first.
        let first = prepared.loaded.version == 0;
        if let Some((request, loaded)) = prepared.request.as_ref().filter(|_| first) {
            let act = TakeUpRequest { application: *id };
            parts.push(self.draft(request, loaded, context, act)?);
        }
        if let (Some((hold, loaded)), Handing::Submit(act)) = (&prepared.hold, &prepared.act) {
            let (date, lead) = (act.submission.event.date, act.lead.organisation);
            let act = UseHold {
                application: *id,
                date,
                lead,
            };
            parts.push(self.draft(hold, loaded, context, act)?);
        }
        Ok(parts)
    }

    /// The hold that is used by handing this in for the first time, where it still stands and is of the event's day and of its lead. One
    /// that does not is not used, and nothing is refused for it: a hold gives no right, and the lack of one takes none.
    async fn hold_used(
        &self,
        (application, loaded): (ApplicationId, &Versioned<Application>),
        submission: &mut Submission,
        rulebook: &Rulebook,
        context: &Context,
    ) -> Result<Option<(HoldId, Versioned<DateHold>)>, Fault> {
        let Some(id) = submission.held.filter(|_| loaded.version == 0) else {
            return Ok(None);
        };
        let hold = self.load::<DateHold>(id).await?;
        let used = UseHold {
            application,
            date: submission.event.date,
            lead: self.lead(rulebook).await?.organisation,
        };
        if used.decide(&hold.state, context).is_ok() {
            return Ok(Some((id, hold)));
        }
        submission.held = None;
        Ok(None)
    }

    pub(super) async fn lead(&self, rulebook: &Rulebook) -> Result<Lead, Fault> {
        let broken = |fault: &dyn std::fmt::Display| {
            Fault::SetUp(format!(
                "the lead authority of {} {}: {fault}",
                rulebook.id(),
                rulebook.version()
            ))
        };
        let authority: AuthorityId = rulebook
            .lead()
            .parse()
            .map_err(|fault: act::BadId| broken(&fault))?;
        let known = rulebook.authority(rulebook.lead());
        let known = known.ok_or_else(|| broken(&"it says nothing of it"))?;
        let name = act::Title::new(known.name.in_language("en")).map_err(|fault| broken(&fault))?;
        match organisation_of_authority(self.store.as_ref(), &authority).await? {
            Some(organisation) => Ok(Lead {
                authority,
                organisation,
                name,
            }),
            None => {
                let missing = ClearanceRefusal::NoOrganisation { authority };
                Err(Fault::Refused(Refused::of(&missing).naming(rulebook)))
            }
        }
    }

    async fn reference(&self, rulebook: &Rulebook, act: &Submit) -> Result<String, Fault> {
        let prefix = rulebook.reference_prefix();
        let series = format!("{prefix}-{}", act.today.year());
        let number = self.store.next_number(&series).await?;
        Ok(format!("{series}-{number:04}"))
    }
}

/// A refusal, with the names of authorities.
fn named(fault: Fault, rulebook: &Rulebook) -> Fault {
    match fault {
        Fault::Refused(refused) => Fault::Refused(refused.naming(rulebook)),
        fault => fault,
    }
}

/// The application as it would be, once this amended it.
fn would_be(prepared: &Prepared, act: &Amend) -> Result<Amending, Fault> {
    let (before, by) = (prepared.loaded.state.clone(), &prepared.context);
    let facts = act.clone().decide(&before, by);
    let facts = facts.map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&prepared.rulebook)))?;
    let mut after = before.clone();
    for fact in facts {
        let by = by.clone();
        after.evolve(&Recorded { fact, by });
    }
    Ok(Amending { before, after })
}
