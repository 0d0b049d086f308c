//! Carrying out the acts on a case. The domain decides; here the case is found, its rulebook is fetched, and what two
//! halves must know together is appended together.

use crate::clearance::case::{sight, veil};
use crate::desk::{Drafted, ROUNDS, decide};
use crate::fault::Refused;
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault, Versioned};
use act::{Act, Actor, ApplicationId, AuthorityId, Context, OrganisationId, Recorded, State};
use clearance::acts::{ActName, Amend, AsSeen, AskAlso, CaseAct, Circulate, Sealing, Seen};
use clearance::{
    Application, ApplicationFact, ClearanceRefusal, Commitment, Condition, Decision, Submission,
};
use std::collections::BTreeMap;

/// An act by someone who may have read the case before, and may seal why.
#[derive(Clone, Debug)]
pub(super) struct Doing {
    pub act: CaseAct,
    /// What was read.
    pub seen: Option<Seen>,
    /// The commitment to why, where that is sealed.
    pub sealed: Option<Commitment>,
}

impl Act for Doing {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let Doing { act, seen, sealed } = self;
        match (seen, sealed) {
            (None, None) => act.decide(application, context),
            (Some(seen), None) => AsSeen { act, seen }.decide(application, context),
            (None, Some(commitment)) => Sealing { act, commitment }.decide(application, context),
            (Some(seen), Some(commitment)) => {
                let act = AsSeen { act, seen };
                Sealing { act, commitment }.decide(application, context)
            }
        }
    }
}

impl Desk {
    /// Carries an act out on a case. What the rulebook plans is added to it here.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name.
    pub async fn change(
        &self,
        actor: &Actor,
        id: ApplicationId,
        act: impl Into<CaseAct>,
    ) -> Result<(), Fault> {
        self.change_as_seen(actor, id, act, None).await
    }

    /// The same by someone who read the application as it was then.
    ///
    /// # Errors
    /// As [`Desk::change`]; [`Fault::Refused`] also where what the act rests on was changed since.
    pub async fn change_as_seen(
        &self,
        actor: &Actor,
        id: ApplicationId,
        act: impl Into<CaseAct>,
        seen: Option<Seen>,
    ) -> Result<(), Fault> {
        let doing = Doing {
            act: act.into(),
            seen,
            sealed: None,
        };
        self.do_it(actor, id, doing).await
    }

    pub(super) async fn do_it(&self, actor: &Actor, id: ApplicationId, doing: Doing) -> Result<(), Fault> {
        // A letter that is disowned leaves a clock that may be behind.
        let refers = matches!(
            doing.act.name(),
            ActName::Circulate | ActName::AskAlso | ActName::DisownLetter
        );
        for _ in 0..ROUNDS {
            let drafted = self.decided(actor, id, doing.clone()).await?;
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                Ok(_) if refers => {
                    // An authority may have changed its calendar at this moment.
                    self.follow_calendars().await;
                    return Ok(());
                }
                done => return done.map(drop),
            }
        }
        Err(Fault::Stale)
    }

    /// What carrying an act out would come to now: the application as it would stand, as far as the actor may see it. Nothing is
    /// recorded.
    ///
    /// # Errors
    /// As [`Desk::change_as_seen`].
    pub async fn would_change(
        &self,
        actor: &Actor,
        id: ApplicationId,
        act: impl Into<CaseAct>,
        seen: Option<Seen>,
    ) -> Result<Application, Fault> {
        let doing = Doing {
            act: act.into(),
            seen,
            sealed: None,
        };
        self.would_do(actor, id, doing).await
    }

    pub(super) async fn would_do(
        &self,
        actor: &Actor,
        id: ApplicationId,
        doing: Doing,
    ) -> Result<Application, Fault> {
        let loaded = self.existing::<Application>(id).await?;
        let sight = sight(&loaded.state, actor).ok_or(Fault::NotFound)?;
        let context = self.context_in(actor, &loaded.state);
        let would = async {
            let act = self.filled_in(&loaded.state, &context, doing.act).await?;
            decide(&loaded.state, &context, Doing { act, ..doing })
        };
        let facts = would.await.map_err(|fault| self.naming(fault, &loaded.state))?;
        let mut application = loaded.state;
        for fact in facts {
            let by = context.clone();
            application.evolve(&Recorded { fact, by });
        }
        veil(&mut application, sight, actor.organisation);
        Ok(application)
    }

    /// An act, decided and ready to be appended.
    async fn decided(&self, actor: &Actor, id: ApplicationId, doing: Doing) -> Result<Drafted, Fault> {
        let loaded = self.existing::<Application>(id).await?;
        sight(&loaded.state, actor).ok_or(Fault::NotFound)?;
        let context = self.context_in(actor, &loaded.state);
        let drafted = self.drafted(id, &loaded, &context, doing).await;
        drafted.map_err(|fault| self.naming(fault, &loaded.state))
    }

    /// Who acts on an application, and when: a machine whose clock was set back must not make an answer older than its question.
    pub(crate) fn context_in(&self, actor: &Actor, application: &Application) -> Context {
        let context = self.context(actor);
        let at = application
            .latest
            .map_or(context.at, |latest| latest.max(context.at));
        Context { at, ..context }
    }

    /// A refusal, with the names of authorities in the application's own rulebook version.
    pub(super) fn naming(&self, fault: Fault, application: &Application) -> Fault {
        let pin = application.rulebook.as_ref();
        let rulebook = pin.and_then(|pin| self.rulebooks().version(&pin.hash));
        match (fault, rulebook) {
            (Fault::Refused(refused), Some(rulebook)) => Fault::Refused(refused.naming(&rulebook)),
            (fault, _) => fault,
        }
    }

    async fn drafted(
        &self,
        id: ApplicationId,
        loaded: &Versioned<Application>,
        context: &Context,
        doing: Doing,
    ) -> Result<Drafted, Fault> {
        let act = self.filled_in(&loaded.state, context, doing.act).await?;
        self.draft(id, loaded, context, Doing { act, ..doing })
    }

    /// An act with what the rulebook says of it, which whoever acts does not give.
    async fn filled_in(
        &self,
        application: &Application,
        context: &Context,
        act: CaseAct,
    ) -> Result<CaseAct, Fault> {
        let refused = |refusal| Fault::Refused(Refused::of(&refusal));
        self.taken_truly(application, &act).await?;
        // A refusal for want of right or stage comes before any work on the rulebook.
        Ok(match act {
            CaseAct::Circulate(_) => {
                Circulate::check(application, context).map_err(refused)?;
                let submission = application.submission.as_deref().ok_or(Fault::NotFound)?;
                let referrals = self.planned(application, submission).await?;
                Circulate { referrals }.into()
            }
            CaseAct::AskAlso(ask) => {
                AskAlso::check(application, context).map_err(refused)?;
                let referral = self.by_hand(application, &ask.authority).await?;
                AskAlso {
                    referral: Some(referral),
                    ..ask
                }
                .into()
            }
            CaseAct::Amend(amend) => {
                Amend::check(application, context).map_err(refused)?;
                let offers = amend.offers;
                let amend = self.amending(application, amend.submission).await?;
                Amend { offers, ..amend }.into()
            }
            CaseAct::Confide(act) => self.confiding(application, context, act).await?.into(),
            CaseAct::UnsealReasons(act) => self.opening(application, context, act).await?.into(),
            other => other,
        })
    }

    /// That what an act sets was made from those conditions of the rulebook that it says. Where it says nothing, no rulebook is
    /// looked at.
    /// So is what a question asks about: the application's own rulebook version has it.
    async fn taken_truly(&self, application: &Application, act: &CaseAct) -> Result<(), Fault> {
        let (authority, conditions) = match act {
            CaseAct::AskQuestion(one) if !one.items.is_empty() => {
                let rulebook = self.bound_to(application).await?;
                let mut all = one.items.iter();
                return all
                    .try_for_each(|item| item.about.is_in_form(&rulebook))
                    .map_err(|refusal| Fault::Refused(Refused::of(&refusal)));
            }
            CaseAct::Decide(one) => (&one.authority, set_by(&one.decision)),
            CaseAct::Recommend(one) => (&one.authority, set_by(&one.decision)),
            CaseAct::RecordLetter(one) => (&one.authority, set_by(&one.decision)),
            CaseAct::ReviseConditions(one) => (&one.authority, one.conditions.as_slice()),
            _ => return Ok(()),
        };
        if conditions.iter().all(|one| one.terms.taken_from.is_none()) {
            return Ok(());
        }
        let rulebook = self.bound_to(application).await?;
        let all = conditions
            .iter()
            .map(|one| clearance::is_in_library(&rulebook, authority, one));
        all.collect::<Result<(), _>>()
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))
    }

    /// The amendment of an application by what is handed in now, with what the application's own rulebook version says of it.
    pub(super) async fn amending(
        &self,
        application: &Application,
        submission: Submission,
    ) -> Result<Amend, Fault> {
        let plan = self.planned(application, &submission).await?;
        let pin = application.rulebook.as_ref().ok_or(Fault::NotFound)?;
        let rulebook = self.rulebooks().version(&pin.hash).ok_or(Fault::NotFound)?;
        let asked = application.referrals.values().flat_map(|one| &one.grounds);
        let grounds = asked.chain(plan.iter().flat_map(|one| &one.grounds));
        Ok(Amend {
            reads: clearance::reads(&rulebook, grounds),
            submission,
            plan,
            offers: None,
        })
    }

    /// The referrals that the application's own rulebook version plans for what is handed in.
    pub(super) async fn planned(
        &self,
        application: &Application,
        submission: &Submission,
    ) -> Result<Vec<clearance::PlannedReferral>, Fault> {
        let rulebook = self.bound_to(application).await?;
        let organisations = self.authorities(&rulebook).await?;
        let mut planned = clearance::plan(&rulebook, &submission.answers, &organisations)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&rulebook)))?;
        self.add_own_days(&mut planned).await?;
        Ok(planned)
    }

    /// The referral to an authority that no rule names, as the application's own rulebook version has it.
    async fn by_hand(
        &self,
        application: &Application,
        authority: &AuthorityId,
    ) -> Result<clearance::PlannedReferral, Fault> {
        let rulebook = self.bound_to(application).await?;
        let organisations = self.authorities(&rulebook).await?;
        let mut planned = clearance::by_hand(&rulebook, authority, &organisations)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal).naming(&rulebook)))?;
        self.add_own_days(std::slice::from_mut(&mut planned)).await?;
        Ok(planned)
    }

    /// The authorities that can be asked beside those that are: those of the application's own rulebook version that an organisation
    /// is.
    pub(super) async fn askable(&self, application: &Application) -> Result<Vec<AuthorityId>, Fault> {
        let rulebook = self.bound_to(application).await?;
        let organisations = self.authorities(&rulebook).await?;
        let mut others = organisations.into_keys().collect::<Vec<_>>();
        others.retain(|one| !application.referrals.contains_key(one));
        Ok(others)
    }

    /// The version of the rulebook that an application is bound to.
    pub(super) async fn bound_to(
        &self,
        application: &Application,
    ) -> Result<std::sync::Arc<rulebook::Rulebook>, Fault> {
        let Some(pin) = &application.rulebook else {
            return Err(Fault::NotFound);
        };
        self.know_version(&pin.hash).await?;
        self.rulebooks().version(&pin.hash).ok_or_else(|| {
            Fault::SetUp(format!(
                "the rulebook {} {} ({}) that this application is bound to is not installed; put its folder back",
                pin.id, pin.version, pin.hash
            ))
        })
    }

    /// The organisation that is each authority of a rulebook.
    pub(crate) async fn authorities(
        &self,
        rulebook: &rulebook::Rulebook,
    ) -> Result<BTreeMap<AuthorityId, OrganisationId>, Fault> {
        let mut organisations = BTreeMap::new();
        for authority in rulebook.authorities() {
            let Ok(id) = authority.id.parse::<AuthorityId>() else {
                continue;
            };
            if let Some(organisation) = organisation_of_authority(self.store.as_ref(), &id).await? {
                organisations.insert(id, organisation);
            }
        }
        Ok(organisations)
    }
}

/// The conditions that a decision sets.
fn set_by(decision: &Decision) -> &[Condition] {
    match decision {
        Decision::GrantedWithConditions { conditions } => conditions,
        _ => &[],
    }
}
