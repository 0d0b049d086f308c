//! An authority decides its own referral, whatever the others do.

use super::{Allowed, DECIDE_ROLES, Offered, On, on_referrals, own};
use crate::contradiction::{Demand, contradicts_itself};
use crate::{
    Application, ApplicationFact, ClearanceRefusal, Condition, ConditionTerms, Decision, Event, Limit, Phase,
    Referral,
};
use act::{Act, AuthorityId, Context, Date, Reason, Timestamp};
use jiff::ToSpan;

/// How many conditions one decision takes. More is a plan that the organiser should hand in again.
pub const MOST_CONDITIONS: usize = 30;
/// How many characters the conditions of all authorities have together. One fact holds the permit, and its receipt
/// carries 96 KiB (`docs/formats/permit.md`): a permit that could not be proven is refused before it is agreed to.
pub const LONGEST_CONDITIONS: usize = 10_000;

/// What the terms of a condition besides a place count for, in characters of four bytes.
const TERMS: usize = 30;

/// What saying which of the rulebook's conditions it was made from counts for, in the same characters: an id has forty letters.
const TAKEN_FROM: usize = 20;

/// Decide a referral.
#[derive(Clone, Debug)]
pub struct Decide {
    /// The authority that decides.
    pub authority: AuthorityId,
    /// What it decides.
    pub decision: Decision,
    /// Why.
    pub reasons: Option<Reason>,
}

impl Decide {
    /// Whether the actor may decide this referral now. An open offer does not hinder it: it ends with the decision.
    ///
    /// # Errors
    /// The refusal that deciding would meet.
    pub fn check(application: &Application, context: &Context, authority: &AuthorityId) -> Allowed {
        let referral = own(application, context, authority, DECIDE_ROLES)?;
        if let Some(question) = referral.open_question() {
            return Err(ClearanceRefusal::QuestionOpen {
                number: question.number,
            });
        }
        seen_by_two(referral, context)
    }
}

/// Where the rulebook has two people decide, somebody else recommended a decision.
pub(super) fn seen_by_two(referral: &Referral, context: &Context) -> Allowed {
    let authority = || referral.authority.clone();
    let fresh = referral.recommendation.as_ref().filter(|one| !one.taken);
    match fresh {
        _ if !referral.four_eyes => Ok(()),
        None => Err(ClearanceRefusal::NothingRecommended {
            authority: authority(),
        }),
        Some(one) if one.by.actor.person == context.actor.person => {
            Err(ClearanceRefusal::RecommendedItself {
                authority: authority(),
            })
        }
        Some(_) => Ok(()),
    }
}

/// Whether it is one that this authority takes: advice of one that is consulted, a decision of any other.
pub(super) fn is_its_own(decision: &Decision, referral: &Referral) -> Allowed {
    if decision.is_advice() != referral.advises() || decision.is_silence() {
        return Err(ClearanceRefusal::NotItsDecision {
            authority: referral.authority.clone(),
        });
    }
    Ok(())
}

/// Whether advice says in words what it has to say in words.
pub(super) fn can_be_advised(decision: &Decision, reasons: Option<&Reason>) -> Allowed {
    match decision {
        Decision::Advised | Decision::Objected if reasons.is_none() => Err(ClearanceRefusal::AdviceMissing),
        _ => Ok(()),
    }
}

/// Whether a decision says all that it has to, and nothing that cannot be demanded.
pub(super) fn can_be_decided(
    decision: &Decision,
    reasons: Option<&Reason>,
    application: &Application,
    authority: &AuthorityId,
    context: &Context,
) -> Allowed {
    match decision {
        Decision::Refused if reasons.is_none() => Err(ClearanceRefusal::ReasonsMissing),
        Decision::GrantedWithConditions { conditions } if conditions.is_empty() => {
            Err(ClearanceRefusal::ConditionsMissing)
        }
        Decision::GrantedWithConditions { conditions } => {
            can_be_set(conditions, application, authority, context)
        }
        _ => can_be_advised(decision, reasons),
    }
}

impl Offered for Decide {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_referrals(application, |authority| {
            Decide::check(application, context, authority)
        })
    }
}

impl Act for Decide {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context, &self.authority)?;
        is_its_own(
            &self.decision,
            own(application, context, &self.authority, DECIDE_ROLES)?,
        )?;
        can_be_decided(
            &self.decision,
            self.reasons.as_ref(),
            application,
            &self.authority,
            context,
        )?;
        Ok(vec![ApplicationFact::Decided {
            authority: self.authority,
            decision: self.decision,
            reasons: self.reasons,
            sealed: None,
        }])
    }
}

/// Whether an authority can set these conditions: so many, so long, and none that no event keeps beside another of them.
pub(super) fn can_be_set(
    conditions: &[Condition],
    application: &Application,
    authority: &AuthorityId,
    context: &Context,
) -> Allowed {
    if conditions.len() > MOST_CONDITIONS {
        return Err(ClearanceRefusal::TooManyConditions {
            most: MOST_CONDITIONS,
            given: conditions.len(),
        });
    }
    if let Some(one) = contradicts_itself(application, authority, conditions) {
        let name = |demand: &Demand<'_>| demand.condition.terms.limit.as_ref().map_or("", Limit::name);
        return Err(ClearanceRefusal::ContradictsItself {
            first: name(&one.first),
            second: name(&one.second),
        });
    }
    of_its_version(conditions, application)?;
    can_be_shown(conditions, application, context)?;
    room_for(conditions, application, authority)
}

/// Whether what was taken from a rulebook is of the version that the application is bound to.
fn of_its_version(conditions: &[Condition], application: &Application) -> Allowed {
    let mut taken = conditions.iter().filter_map(|one| one.terms.taken_from.as_ref());
    match taken.find(|one| one.rulebook != application.rulebook) {
        None => Ok(()),
        Some(one) => Err(ClearanceRefusal::NotInLibrary {
            condition: one.condition.clone(),
        }),
    }
}

/// How long after an event something can still be shown: a year.
const SHOWN_WITHIN: i64 = 366;

/// Whether each day by which something is shown is one on which it can be: from today until the event, or from the event on.
fn can_be_shown(conditions: &[Condition], application: &Application, context: &Context) -> Allowed {
    let Some(event) = application.submission.as_ref().map(|one| &one.event) else {
        return Ok(());
    };
    for terms in conditions.iter().map(|one| &one.terms) {
        let (from, to) = shown_within(event, terms.phase, context.at);
        if terms.shown_by.is_some_and(|day| day < from || day > to) {
            let phase = terms.phase;
            return Err(ClearanceRefusal::ShownOn { phase, from, to });
        }
    }
    Ok(())
}

/// From which day until which a condition that is set at that instant can be shown to be kept.
#[must_use]
pub fn shown_within(event: &Event, phase: Phase, at: Timestamp) -> (Date, Date) {
    match phase {
        Phase::Before | Phase::During => (event.local(at).date(), event.date),
        Phase::After => (event.date, event.last_day().saturating_add(SHOWN_WITHIN.days())),
    }
}

/// Whether these conditions fit into the authority's share of the permit. The shares are equal and do not move, so that
/// what one authority may decide does not hang on who came before it; unless an amendment asked more authorities after some had
/// filled theirs: then nobody has more than is left.
fn room_for(conditions: &[Condition], application: &Application, authority: &AuthorityId) -> Allowed {
    let length = |conditions: &[Condition]| -> usize { conditions.iter().map(room).sum() };
    let others = application
        .referrals
        .values()
        .filter(|one| one.authority != *authority);
    let set: usize = others.map(|one| length(one.conditions())).sum();
    let most = LONGEST_CONDITIONS / application.consents().1.max(1);
    let most = most.min(LONGEST_CONDITIONS.saturating_sub(set));
    let given = length(conditions);
    if given > most {
        return Err(ClearanceRefusal::ConditionsTooLong { most, given });
    }
    Ok(())
}

/// How many characters a condition takes of a permit: its words, and what is known of it besides, which no character of any
/// script makes longer.
fn room(condition: &Condition) -> usize {
    let words = condition.text.as_str().chars().count();
    let terms = &condition.terms;
    if *terms == ConditionTerms::default() {
        return words;
    }
    let place = match &terms.limit {
        Some(Limit::Place(place)) => place.as_str().chars().count(),
        _ => 0,
    };
    let taken_from = terms.taken_from.as_ref().map_or(0, |_| TAKEN_FROM);
    words + TERMS + place + taken_from
}
