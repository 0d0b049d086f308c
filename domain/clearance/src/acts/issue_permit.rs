//! The lead authority issues the permit once everyone whose consent is needed has agreed.

use super::{Allowed, Offered, On, lead, not_over, on_case, stage};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Condition, ConditionTerms, FeeRefusal, Outcome,
    PermitAdvice, PermitContent, PermitDecision, Referral, Stage, contradictions,
};
use act::{Act, Context};
use std::collections::BTreeSet;

/// The stages in which a permit is issued.
const ISSUED_IN: &[Stage] = &[Stage::InCirculation, Stage::Decided];

/// Issue the permit.
#[derive(Clone, Debug)]
pub struct IssuePermit;

impl IssuePermit {
    /// Whether the actor may issue this application's permit now.
    ///
    /// # Errors
    /// The refusal that issuing would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        lead(application, context)?;
        stage(application, ISSUED_IN)?;
        not_over(application, context)?;
        match Outcome::of(application) {
            // A consultee may still be silent: its advice is welcome, the permit does not wait for it.
            Outcome::Agreed { .. } => reconciled(application).and_then(|()| paid(application)),
            Outcome::Pending { waiting, .. } | Outcome::Refused { by: waiting, .. } => {
                Err(ClearanceRefusal::NotAgreed { waiting })
            }
            Outcome::NotCirculated => Err(ClearanceRefusal::NoAuthority),
        }
    }
}

impl Offered for IssuePermit {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(IssuePermit::check(application, context))
    }
}

impl Act for IssuePermit {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        let Some(content) = content(application) else {
            return Err(ClearanceRefusal::WrongStage {
                stage: application.stage(),
                needed: ISSUED_IN,
            });
        };
        Ok(vec![ApplicationFact::PermitIssued(Box::new(content))])
    }
}

/// A permit under conditions that contradict each other nobody could keep: those who set them reconcile them first.
pub(super) fn reconciled(application: &Application) -> Allowed {
    let found = contradictions(application);
    let authorities = found.iter().flat_map(|one| [one.first, one.second]);
    let authorities: BTreeSet<_> = authorities.map(|one| one.authority.clone()).collect();
    if authorities.is_empty() {
        Ok(())
    } else {
        Err(ClearanceRefusal::ConditionsContradict {
            authorities: authorities.into_iter().collect(),
        })
    }
}

/// Where the rulebook, or whoever set a fee, says that it comes before the permit, the permit waits for it.
fn paid(application: &Application) -> Allowed {
    let fees = application.fees_before_permit();
    let open = fees.map(|one| (one.authority.clone(), one.money(one.balance().open())));
    let open: Vec<_> = open.collect();
    if open.is_empty() {
        Ok(())
    } else {
        Err(FeeRefusal::Open { open }.into())
    }
}

/// What a permit says that is issued now; nothing where nothing was handed in.
pub(super) fn content(application: &Application) -> Option<PermitContent> {
    let submission = application.submission.as_ref()?;
    let event = &submission.event;
    let consents = application.referrals.values();
    let consents = consents.filter_map(|one| consent(application, one));
    let decisions: Vec<PermitDecision> = consents.collect();
    let mut terms = decisions.iter().flat_map(|one| &one.terms);
    let from_library = terms.any(|one| one.taken_from.is_some());
    Some(PermitContent {
        permit: format!("{}-P{}", application.reference, application.permits().count() + 1),
        application: application.reference.clone(),
        title: event.title.clone(),
        components: event.components.iter().map(|part| part.title.clone()).collect(),
        organisers: submission.organisers.clone(),
        place: event.place.clone(),
        date: event.date,
        from: event.from,
        until: event.until,
        zone: event.zone.clone(),
        issued_by: application.lead.as_ref()?.name.clone(),
        decisions,
        advice: application.referrals.values().filter_map(advice).collect(),
        rulebook: application.rulebook.clone().filter(|_| from_library),
        replaces: application.permit.as_ref().map(|one| one.content.permit.clone()),
    })
}

fn consent(application: &Application, referral: &Referral) -> Option<PermitDecision> {
    let decided = referral
        .decided
        .as_ref()
        .filter(|_| referral.standing().agreed() && !referral.advises())?;
    Some(PermitDecision {
        authority: referral.authority.clone(),
        name: referral.name.clone(),
        at: decided.by.at,
        by_silence: decided.ended,
        by_letter: decided.letter.as_ref().map(|letter| letter.dated),
        revised: decided.revised.last().map(|one| one.by.at),
        conditions: referral
            .conditions()
            .iter()
            .map(|condition| condition.text.clone())
            .collect(),
        terms: terms(referral.conditions()),
        numbers: application.condition_numbers(referral),
    })
}

/// What is known of conditions besides their words; nothing, where it is nothing of all.
fn terms(conditions: &[Condition]) -> Vec<ConditionTerms> {
    let terms = conditions.iter().map(|one| &one.terms);
    if terms.clone().all(|one| *one == ConditionTerms::default()) {
        vec![]
    } else {
        terms.cloned().map(of_permit).collect()
    }
}

/// The same as a permit has it: which version of the rulebook a condition is from, it says once for all.
fn of_permit(mut terms: ConditionTerms) -> ConditionTerms {
    if let Some(taken) = &mut terms.taken_from {
        taken.rulebook = None;
    }
    terms
}

fn advice(referral: &Referral) -> Option<PermitAdvice> {
    let decided = referral.decided.as_ref().filter(|_| referral.advises())?;
    Some(PermitAdvice {
        authority: referral.authority.clone(),
        name: referral.name.clone(),
        at: decided.by.at,
        advice: decided.decision.clone(),
        by_letter: decided.letter.as_ref().map(|letter| letter.dated),
    })
}
