//! What each kind of fact is told as, and who reads it.

use super::between::between;
use super::of_confided::of_confided;
use super::of_day::of_day;
use super::of_fee::of_fee;
use super::of_insurance::of_insurance;
use super::of_permit::of_permit;
use super::{Before, Circle, Deed, Happened};
use crate::telling::{asked, decided};
use crate::{AdviceGiven, Application, ApplicationFact, Commitment, Decision, News, Silence};
use act::{AdviceId, AuthorityId, Context, Reason, Recorded};

/// What is said of a fact before it is known of whom.
pub(super) struct Said<'a>(&'a Context);

impl Said<'_> {
    pub(super) fn everyone(&self, deed: Deed) -> Happened {
        Happened {
            deed,
            authority: None,
            condition: None,
            days: None,
            share: None,
            amount: None,
            named: None,
            day: None,
            otherwise: None,
            words: vec![],
            sealed: false,
            circle: Circle::Everyone,
            pieces: vec![],
            by: self.0.clone(),
            number: 0,
        }
    }

    /// The same, about an authority.
    pub(super) fn about(&self, authority: &AuthorityId, deed: Deed) -> Happened {
        Happened {
            authority: Some(authority.clone()),
            ..self.everyone(deed)
        }
    }

    /// The same, of which the words are between it and who holds the event.
    pub(super) fn between(&self, authority: &AuthorityId, deed: Deed) -> Happened {
        Happened {
            circle: Circle::Words(authority.clone()),
            ..self.about(authority, deed)
        }
    }

    /// What is done about a condition of the permit.
    pub(super) fn kept(&self, (authority, number): (&AuthorityId, u32), deed: Deed) -> Happened {
        Happened {
            condition: Some(number),
            ..self.between(authority, deed)
        }
    }
}

impl Happened {
    pub(super) fn saying<'a>(mut self, words: impl IntoIterator<Item = &'a Reason>) -> Happened {
        self.words.extend(words.into_iter().map(ToString::to_string));
        self
    }

    pub(super) fn sealing(self, commitment: Option<&Commitment>) -> Happened {
        Happened {
            sealed: commitment.is_some(),
            ..self
        }
    }

    pub(super) fn naming(self, named: impl ToString) -> Happened {
        Happened {
            named: Some(named.to_string()),
            ..self
        }
    }
}

/// What a decision says beside why: the conditions that it sets.
fn demands(decision: &Decision) -> Vec<String> {
    match decision {
        Decision::GrantedWithConditions { conditions } => {
            conditions.iter().map(|one| one.text.to_string()).collect()
        }
        _ => vec![],
    }
}

/// Every kind of fact is named, so that a new one must say what its history is and who reads it. Who watches is between each person and
/// the inbox.
pub(super) fn happened(
    (before, last): (&Before, &Application),
    after: &Application,
    recorded: &Recorded<ApplicationFact>,
) -> Option<Happened> {
    let said = Said(&recorded.by);
    match &recorded.fact {
        ApplicationFact::CalendarChanged { .. }
        | ApplicationFact::Submitted { .. }
        | ApplicationFact::DocumentHandedIn(_)
        | ApplicationFact::Returned { .. }
        | ApplicationFact::FoundValid
        | ApplicationFact::Amended { .. }
        | ApplicationFact::Withdrawn { .. }
        | ApplicationFact::Lapsed => of_application(&said, before, after, &recorded.fact),
        ApplicationFact::Referred(_)
        | ApplicationFact::Reopened { .. }
        | ApplicationFact::NoLongerAsked { .. }
        | ApplicationFact::AskedAlso { .. }
        | ApplicationFact::TakenBack { .. }
        | ApplicationFact::ReviewBegun { .. }
        | ApplicationFact::Reminded { .. } => of_asking(&said, &recorded.fact),
        ApplicationFact::Recommended { .. }
        | ApplicationFact::Decided { .. }
        | ApplicationFact::LetterRecorded(_)
        | ApplicationFact::LetterDisowned { .. }
        | ApplicationFact::ConditionsRevised { .. }
        | ApplicationFact::SilenceCounted { .. }
        | ApplicationFact::PeriodOverrun { .. }
        | ApplicationFact::ReasonsUnsealed { .. } => of_deciding(&said, last, &recorded.fact),
        ApplicationFact::QuestionAsked { .. }
        | ApplicationFact::QuestionAnswered { .. }
        | ApplicationFact::QuestionWithdrawn { .. }
        | ApplicationFact::ItemsAnswered { .. }
        | ApplicationFact::ItemsTakenBack { .. }
        | ApplicationFact::ExtensionProposed { .. }
        | ApplicationFact::ExtensionAnswered { .. }
        | ApplicationFact::CounterOffered { .. }
        | ApplicationFact::OfferAnswered { .. }
        | ApplicationFact::OfferWithdrawn { .. } => between(&said, after, &recorded.fact),
        ApplicationFact::AdviceAsked(_)
        | ApplicationFact::AdviceGiven(_)
        | ApplicationFact::AdviceWithdrawn { .. } => of_advice(&said, last, &recorded.fact),
        ApplicationFact::Day(_) | ApplicationFact::Watch(_) => of_day(&said, &recorded.fact),
        ApplicationFact::Fee(_) | ApplicationFact::Insurance(_) => of_money(&said, after, &recorded.fact),
        ApplicationFact::Confided(one) => Some(of_confided(&said, one)),
        ApplicationFact::OwnerNamed { .. }
        | ApplicationFact::ConditionShown { .. }
        | ApplicationFact::ProofDeclined { .. }
        | ApplicationFact::ConditionDischarged { .. } => of_keeping(&said, &recorded.fact),
        ApplicationFact::PermitIssued(_)
        | ApplicationFact::PermitReplaced { .. }
        | ApplicationFact::PermitRevoked { .. }
        | ApplicationFact::PermitSuspended { .. }
        | ApplicationFact::SuspensionLifted { .. }
        | ApplicationFact::SuspensionEnded { .. }
        | ApplicationFact::AppealNoted(_)
        | ApplicationFact::AppealEnded { .. } => of_permit(&said, after, &recorded.fact),
    }
}

/// What becomes of a fee, or of a certificate of insurance.
fn of_money(said: &Said<'_>, after: &Application, fact: &ApplicationFact) -> Option<Happened> {
    match fact {
        ApplicationFact::Fee(fact) => of_fee(said, after, fact),
        ApplicationFact::Insurance(fact) => of_insurance(said, after, fact),
        _ => None,
    }
}

/// What becomes of the application as a whole.
fn of_application(
    said: &Said<'_>,
    before: &Before,
    after: &Application,
    fact: &ApplicationFact,
) -> Option<Happened> {
    let news = |news| said.everyone(Deed::News(news));
    Some(match fact {
        ApplicationFact::CalendarChanged { authority, .. } => {
            return before.day_moved(after, fact, |deed| said.about(authority, deed));
        }
        ApplicationFact::Submitted { .. } if before.handed_in => news(News::HandedInAgain),
        ApplicationFact::Submitted { .. } => news(News::HandedIn),
        ApplicationFact::DocumentHandedIn(one) => news(News::Document).naming(&one.name),
        ApplicationFact::Returned { lacks } => news(News::GivenBack).saying([lacks]),
        ApplicationFact::FoundValid => news(News::Circulated),
        ApplicationFact::Amended { .. } => news(News::Amended),
        ApplicationFact::Withdrawn { reasons } => news(News::Withdrawn).saying(reasons),
        ApplicationFact::Lapsed if after.permit.is_some() => news(News::LapsedSuspended),
        ApplicationFact::Lapsed => news(News::Lapsed),
        _ => return None,
    })
}

/// Whom the case is put to.
fn of_asking(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let about = |authority, news| said.about(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::Referred(planned) => about(&planned.authority, asked(planned)),
        ApplicationFact::Reopened { referral, .. } => about(&referral.authority, News::AskedAnew),
        ApplicationFact::NoLongerAsked { authority, .. } => about(authority, News::NotAsked),
        ApplicationFact::TakenBack { authority, reasons } => {
            about(authority, News::NotAsked).saying([reasons])
        }
        ApplicationFact::AskedAlso { referral, reasons } => {
            about(&referral.authority, News::AskedAlso).saying([reasons])
        }
        // Who began it is for its own people; that it began is shown to all.
        ApplicationFact::ReviewBegun { authority } => Happened {
            circle: Circle::Work(authority.clone()),
            ..said.about(authority, Deed::ReviewBegun)
        },
        ApplicationFact::Reminded { authority, words } => Happened {
            circle: Circle::Pressed(authority.clone()),
            ..about(authority, News::Reminded).saying([words])
        },
        _ => return None,
    })
}

/// What an authority decided, or what counts as that.
fn of_deciding(said: &Said<'_>, last: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let deciding = |authority, deed, decision, reasons: &Option<Reason>, sealed: Option<&Commitment>| {
        let mut one = said.about(authority, deed).saying(reasons).sealing(sealed);
        one.words.extend(demands(decision));
        one
    };
    Some(match fact {
        ApplicationFact::Recommended {
            authority,
            decision,
            reasons,
            sealed,
        } => Happened {
            circle: Circle::Own(authority.clone()),
            ..deciding(
                authority,
                Deed::Recommended(decided(decision)),
                decision,
                reasons,
                sealed.as_ref(),
            )
        },
        ApplicationFact::Decided {
            authority,
            decision,
            reasons,
            sealed,
        } => deciding(
            authority,
            Deed::News(decided(decision)),
            decision,
            reasons,
            sealed.as_ref(),
        ),
        ApplicationFact::LetterRecorded(one) => Happened {
            circle: match one.sealed {
                Some(sealed) if last.is_shut(&sealed) => Circle::Sealed(one.authority.clone()),
                _ => Circle::Scan(one.authority.clone()),
            },
            day: Some(one.dated),
            ..deciding(
                &one.authority,
                Deed::Letter(decided(&one.decision)),
                &one.decision,
                &one.reasons,
                one.sealed.as_ref(),
            )
        },
        ApplicationFact::LetterDisowned { authority, reasons } => said
            .between(authority, Deed::News(News::LetterDisowned))
            .saying([reasons]),
        _ => return after_deciding(said, fact),
    })
}

/// What follows on a decision, or comes instead of one.
fn after_deciding(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    let about = |authority, news| said.about(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::ConditionsRevised {
            authority,
            conditions,
            reasons,
            sealed,
        } => {
            let told = about(authority, News::ConditionsRevised).saying([reasons]);
            let mut one = told.sealing(sealed.as_ref());
            one.words
                .extend(conditions.iter().map(|one| one.text.to_string()));
            one
        }
        ApplicationFact::SilenceCounted {
            authority, silence, ..
        } => match silence {
            Silence::Nothing => return None,
            Silence::DeemedGranted => about(authority, News::DeemedGranted),
            Silence::DeemedRefused => about(authority, News::DeemedRefused),
        },
        ApplicationFact::PeriodOverrun { authority, .. } => about(authority, News::Overdue),
        ApplicationFact::ReasonsUnsealed {
            authority, opening, ..
        } => about(authority, News::ReasonsUnsealed).saying([&opening.words]),
        _ => return None,
    })
}

/// Advice by a link. Whom an authority asks, and what, is its own until the advice came; then all read both.
fn of_advice(said: &Said<'_>, last: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let circle = |advice: AdviceId| {
        let came = last
            .advice
            .iter()
            .any(|one| one.asked.advice == advice && one.is_given());
        if came { Circle::Everyone } else { Circle::Doer }
    };
    Some(match fact {
        ApplicationFact::AdviceAsked(asked) => Happened {
            authority: asked.authority.clone(),
            circle: circle(asked.advice),
            ..said
                .everyone(Deed::AdviceAsked)
                .naming(format!("{} ({})", asked.name, asked.office))
                .saying([&asked.question])
        },
        ApplicationFact::AdviceGiven(given) => Happened {
            circle: given_to(last, given),
            ..said
                .everyone(Deed::AdviceGiven(given.says))
                .naming(format!("{} ({})", given.name, given.office))
                .saying(&given.words)
                .sealing(given.sealed.as_ref())
        },
        ApplicationFact::AdviceWithdrawn { advice } => Happened {
            circle: circle(*advice),
            ..said.everyone(Deed::AdviceWithdrawn)
        },
        _ => return None,
    })
}

/// Who reads advice whole: where it is sealed, whoever asked and who leads.
fn given_to(last: &Application, given: &AdviceGiven) -> Circle {
    let asker = last.advice_request(given.advice);
    let asker = asker.and_then(|one| {
        one.asked
            .authority
            .as_ref()
            .or(Some(&last.lead.as_ref()?.authority))
    });
    match (given.sealed, asker) {
        (Some(sealed), Some(asker)) if last.is_shut(&sealed) => Circle::Sealed(asker.clone()),
        _ => Circle::Everyone,
    }
}

/// What is done about the conditions of the permit.
fn of_keeping(said: &Said<'_>, fact: &ApplicationFact) -> Option<Happened> {
    Some(match fact {
        ApplicationFact::OwnerNamed {
            authority, number, ..
        } => said.kept((authority, *number), Deed::OwnerNamed),
        ApplicationFact::ConditionShown {
            authority,
            number,
            words,
            ..
        } => said
            .kept((authority, *number), Deed::ConditionShown)
            .saying([words]),
        ApplicationFact::ProofDeclined {
            authority,
            number,
            reasons,
            ..
        } => said
            .kept((authority, *number), Deed::News(News::ProofDeclined))
            .saying([reasons]),
        ApplicationFact::ConditionDischarged {
            authority,
            number,
            reasons,
            ..
        } => said
            .kept((authority, *number), Deed::News(News::ConditionDischarged))
            .saying(reasons),
        _ => return None,
    })
}
