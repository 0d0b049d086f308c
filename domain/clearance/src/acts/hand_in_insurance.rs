//! An organiser hands in a certificate of insurance, for a condition of the permit or for a document that an authority asked for. It shows
//! the one to be kept, or answers the other.

use super::answer_items::AnswerItems;
use super::fees::{amount, scan};
use super::show_kept::ShowKept;
use super::{Allowed, Offered, On, not_over, not_refused, on_case, organiser, stage};
use crate::insuring::INSURED_IN;
use crate::{
    AnsweredItem, Application, ApplicationFact, Certificate, ClearanceRefusal, FeeRefusal, InsuranceFact,
    InsuranceRefusal, InsuranceStanding, InsuredFor, ItemAnswer, MOST_INSURANCES, Permit,
};
use act::{Act, AttachmentId, AuthorityId, Context, Date, Reason, Title};

/// Hand in a certificate of insurance.
#[derive(Clone, Debug)]
pub struct HandInInsurance {
    /// The authority that demands it.
    pub authority: AuthorityId,
    /// For what of that authority's.
    pub wanted: InsuredFor,
    /// Who insures.
    pub insurer: Title,
    /// The number of the policy.
    pub policy: Title,
    /// For how much, in the currency's own unit.
    pub cover: Title,
    /// ISO 4217.
    pub currency: Title,
    /// The first day that it covers, where the event is.
    pub from: Date,
    /// The last.
    pub until: Date,
    /// The document of the case that is the certificate.
    pub document: AttachmentId,
    /// What it is in words, with which it shows a condition to be kept or answers a question.
    pub words: Reason,
}

impl HandInInsurance {
    /// Whether the actor may hand in a certificate now, for some demand.
    ///
    /// # Errors
    /// The refusal that handing it in would meet.
    pub fn check(application: &Application, context: &Context) -> Allowed {
        organiser(application, context)?;
        stage(application, INSURED_IN)?;
        not_over(application, context)?;
        not_refused(application)?;
        if application.insurances.len() >= MOST_INSURANCES {
            let most = MOST_INSURANCES;
            return Err(InsuranceRefusal::TooMany { most }.into());
        }
        if Self::asked_for(application, context).is_empty() {
            let waits = |one| application.insurance_standing(one) == InsuranceStanding::Waits;
            let waits = application.insurances.iter().any(waits);
            let nothing = if waits {
                InsuranceRefusal::Waits
            } else {
                InsuranceRefusal::NotAsked
            };
            return Err(nothing.into());
        }
        // The certificate itself is handed in first, as any document.
        let document = application.attachments().next().map(drop);
        document.ok_or(ClearanceRefusal::NoSuchDocument)
    }

    /// What the actor can hand one in for: conditions of the permit, and documents that were asked for.
    #[must_use]
    pub fn asked_for(application: &Application, context: &Context) -> Vec<(AuthorityId, InsuredFor)> {
        let conditions = application.live_permit().into_iter().flat_map(Permit::conditions);
        let conditions = conditions.map(|one| {
            let wanted = InsuredFor::Condition { number: one.number };
            (one.authority.clone(), wanted)
        });
        let all = conditions.chain(documents(application));
        all.filter(|(authority, wanted)| demand(application, context, authority, *wanted).is_ok())
            .collect()
    }

    /// What it says, if that can be.
    fn certificate(
        &self,
        application: &Application,
        context: &Context,
    ) -> Result<Certificate, ClearanceRefusal> {
        let currency = self.currency.as_str().parse();
        let currency = currency.map_err(|_| FeeRefusal::NoCurrency)?;
        if self.until < self.from {
            return Err(InsuranceRefusal::EndsFirst { from: self.from }.into());
        }
        let today = application.day(context.at);
        if self.until < today {
            return Err(InsuranceRefusal::Over { from: today }.into());
        }
        scan(application, context, Some(self.document))?;
        Ok(Certificate {
            insurer: self.insurer.clone(),
            policy: self.policy.clone(),
            cover: amount(&self.cover, currency)?,
            from: self.from,
            until: self.until,
            document: self.document,
        })
    }

    /// What it shows to be kept or answers, where that is not done already.
    fn instead(
        &self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        let (authority, words) = (self.authority.clone(), self.words.clone());
        let documents = vec![self.document];
        match self.wanted {
            InsuredFor::Condition { number } if is_discharged(application, &authority, number) => Ok(vec![]),
            InsuredFor::Condition { number } => ShowKept {
                authority,
                number,
                words,
                documents,
            }
            .decide(application, context),
            InsuredFor::Item { question, item } if is_awaited(application, &authority, question, item) => {
                let words = Some(words);
                let answer = ItemAnswer::Given { words, documents };
                AnswerItems {
                    authority,
                    number: question,
                    answers: vec![AnsweredItem { item, answer }],
                }
                .decide(application, context)
            }
            InsuredFor::Item { .. } => Ok(vec![]),
        }
    }
}

/// The documents that authorities asked for, answered or not.
fn documents(application: &Application) -> impl Iterator<Item = (AuthorityId, InsuredFor)> {
    application.in_order().into_iter().flat_map(|referral| {
        let mut numbers: Vec<_> = referral.rounds().flat_map(|one| &one.questions).collect();
        numbers.sort_by_key(|one| one.number);
        numbers.dedup_by_key(|one| one.number);
        numbers.into_iter().flat_map(move |question| {
            let items = (1..).zip(&question.items);
            items.map(|(item, _)| {
                let question = question.number;
                (referral.authority.clone(), InsuredFor::Item { question, item })
            })
        })
    })
}

fn is_discharged(application: &Application, authority: &AuthorityId, number: u32) -> bool {
    let permit = application.permit.as_ref();
    let condition = permit.and_then(|permit| permit.condition(authority, number));
    condition.is_some_and(|one| one.discharged().is_some())
}

/// Whether an authority still awaits an item of its open question.
fn is_awaited(application: &Application, authority: &AuthorityId, question: u32, item: u32) -> bool {
    let asked = application.document_asked(authority, question, item);
    asked.is_some_and(|(question, _)| question.ended.is_none() && question.awaits(item))
}

/// Whether an authority demands this, and nothing that was handed in for it waits. What was insured once can be insured anew: an
/// insurance ends, and the event moves.
fn demand(
    application: &Application,
    context: &Context,
    authority: &AuthorityId,
    wanted: InsuredFor,
) -> Allowed {
    let before = || {
        let all = application.insurances.iter();
        all.filter(|one| one.is_for(authority, wanted))
    };
    if before().any(|one| application.insurance_standing(one) == InsuranceStanding::Waits) {
        return Err(InsuranceRefusal::Waits.into());
    }
    match wanted {
        InsuredFor::Condition { number } if is_discharged(application, authority, number) => {
            let renews = application.live_permit().is_some() && before().next().is_some();
            renews.then_some(()).ok_or(InsuranceRefusal::NotAsked.into())
        }
        InsuredFor::Condition { number } => ShowKept::check(application, context, authority, number),
        InsuredFor::Item { question, item } if is_awaited(application, authority, question, item) => {
            AnswerItems::check(application, context, authority, question)
        }
        InsuredFor::Item { question, item } => {
            let asked = application.document_asked(authority, question, item);
            let answered = asked.filter(|(_, item)| item.is_answered()).map(drop);
            answered.ok_or(InsuranceRefusal::NotAsked.into())
        }
    }
}

impl Offered for HandInInsurance {
    fn offered(application: &Application, context: &Context) -> Vec<On> {
        on_case(HandInInsurance::check(application, context))
    }
}

impl Act for HandInInsurance {
    type State = Application;
    type Refusal = ClearanceRefusal;

    fn decide(
        self,
        application: &Application,
        context: &Context,
    ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
        Self::check(application, context)?;
        demand(application, context, &self.authority, self.wanted)?;
        let certificate = self.certificate(application, context)?;
        let mut facts = self.instead(application, context)?;
        let proof = facts.iter().find_map(|fact| match fact {
            ApplicationFact::ConditionShown { proof, .. } => Some(*proof),
            _ => None,
        });
        let insurance = application.next_insurance();
        let event = application.submission.as_ref().map(|one| &one.event);
        let short = event.and_then(|event| Some((event.date, certificate.uncovered(event)?)));
        facts.push(ApplicationFact::Insurance(InsuranceFact::HandedIn {
            authority: self.authority.clone(),
            insurance,
            wanted: self.wanted,
            certificate,
            proof,
        }));
        facts.extend(short.map(|(event, uncovered)| {
            ApplicationFact::Insurance(InsuranceFact::FoundShort {
                authority: self.authority,
                insurance,
                uncovered,
                event,
            })
        }));
        Ok(facts)
    }
}
