//! The certificates of insurance of a case as a whole: what facts do to them, where each stands, and which leave something of the event
//! uncovered.

use crate::clock::instant;
use crate::{
    Application, ApplicationFact, ENDS_SOON_DAYS, Insurance, InsuranceAnswer, InsuranceFact,
    InsuranceStanding, InsuredFor, Item, Outcome, Question, Reversal, Stage, Uncovered,
};
use act::{AuthorityId, Context, Timestamp};
use jiff::ToSpan;
use jiff::civil::Time;
use std::collections::BTreeSet;

/// The stages in which certificates are handed in, answered and watched: the case is before the authorities, or has a permit that can
/// hold.
pub(crate) const INSURED_IN: &[Stage] = &[
    Stage::InCirculation,
    Stage::Decided,
    Stage::Permitted,
    Stage::Suspended,
];

impl Insurance {
    fn evolve(&mut self, fact: &InsuranceFact, by: &Context) {
        match fact {
            InsuranceFact::Answered {
                accepted, reasons, ..
            } => self.answers.push(InsuranceAnswer {
                accepted: *accepted,
                reasons: reasons.clone(),
                by: by.clone(),
                reversed: None,
            }),
            InsuranceFact::Reversed { answer, reasons, .. } => {
                let reversal = Reversal {
                    reasons: reasons.clone(),
                    by: by.clone(),
                };
                if !answer {
                    self.reversed = Some(reversal);
                } else if let Some(last) = self.answers.last_mut() {
                    last.reversed = Some(reversal);
                }
            }
            InsuranceFact::EndsSoon { .. } => self.told = Some(by.at),
            InsuranceFact::HandedIn { .. } | InsuranceFact::FoundShort { .. } => {}
        }
    }
}

impl Application {
    /// What a fact does to the certificates; other facts do nothing.
    pub(crate) fn evolve_insurances(&mut self, fact: &ApplicationFact, by: &Context) {
        let ApplicationFact::Insurance(fact) = fact else {
            return;
        };
        if let InsuranceFact::HandedIn {
            authority,
            insurance,
            wanted,
            certificate,
            proof,
        } = fact
        {
            let Some(referral) = self.referrals.get(authority) else {
                return;
            };
            self.insurances.push(Insurance {
                number: *insurance,
                authority: authority.clone(),
                organisation: referral.organisation,
                wanted: *wanted,
                proof: *proof,
                certificate: certificate.clone(),
                by: by.clone(),
                answers: vec![],
                reversed: None,
                told: None,
            });
            return;
        }
        let mut all = self.insurances.iter_mut();
        let Some(one) = all.find(|one| one.number == fact.insurance()) else {
            return;
        };
        one.evolve(fact, by);
        // A certificate that shows a condition to be kept is taken back as that, too.
        if let (Some(proof), Some(taken), InsuredFor::Condition { number }) =
            (one.proof, &one.reversed, one.wanted)
        {
            let (authority, at) = (one.authority.clone(), taken.by.at);
            let permit = self.permit.as_mut();
            let kept = permit.and_then(|permit| permit.keeping_of(&authority, number));
            kept.into_iter().for_each(|kept| kept.take_back(proof, at));
        }
    }

    /// The number that the next certificate has.
    pub(crate) fn next_insurance(&self) -> u32 {
        self.insurances.last().map_or(1, |last| last.number + 1)
    }

    /// A certificate by its number.
    #[must_use]
    pub fn insurance(&self, number: u32) -> Option<&Insurance> {
        self.insurances.iter().find(|one| one.number == number)
    }

    /// A document that an authority that is asked asked for, in whichever round, with its question as it stands now; none where it took
    /// it back.
    #[must_use]
    pub fn document_asked(
        &self,
        authority: &AuthorityId,
        question: u32,
        item: u32,
    ) -> Option<(&Question, &Item)> {
        let referral = self.referrals.get(authority)?;
        let mut asked = referral.rounds().rev().flat_map(|one| &one.questions);
        let question = asked.find(|one| one.number == question)?;
        let place = usize::try_from(item).ok()?.checked_sub(1)?;
        let item = question.items.get(place)?;
        let is_document = !matches!(item.wanted.about, crate::About::Field(_));
        (is_document && !item.is_taken_back()).then_some((question, item))
    }

    /// Whether its authority still demands what a certificate was handed in for.
    fn is_demanded(&self, one: &Insurance) -> bool {
        match one.wanted {
            InsuredFor::Condition { number } => {
                let permit = self.live_permit();
                permit.is_some_and(|permit| permit.condition(&one.authority, number).is_some())
            }
            InsuredFor::Item { question, item } => {
                self.document_asked(&one.authority, question, item).is_some()
            }
        }
    }

    /// What was said to the proof that a certificate is; none where it is none, or nothing was said.
    fn said_to_proof(&self, one: &Insurance) -> Option<bool> {
        let InsuredFor::Condition { number } = one.wanted else {
            return None;
        };
        let (proof, permit) = (one.proof?, self.permit.as_ref()?);
        let condition = permit.condition(&one.authority, number)?;
        let shown = condition.proofs().iter().find(|shown| shown.number == proof)?;
        let accepted = condition.discharged().is_some_and(|end| end.proof == Some(proof));
        (accepted || shown.declined.is_some()).then_some(accepted)
    }

    /// Where a certificate stands, computed from what happened.
    #[must_use]
    pub fn insurance_standing(&self, one: &Insurance) -> InsuranceStanding {
        if one.reversed.is_some() {
            return InsuranceStanding::Reversed;
        }
        let said = one.answer().map(|answer| answer.accepted);
        match said.or_else(|| self.said_to_proof(one)) {
            _ if !self.is_demanded(one) => InsuranceStanding::NotAsked,
            Some(false) => InsuranceStanding::SentBack,
            Some(true) => InsuranceStanding::Accepted,
            None => InsuranceStanding::Waits,
        }
    }

    /// The certificates that somebody waits to hear of, as long as they are of use: of those for the same demand the last.
    #[must_use]
    pub fn insurances_to_answer(&self) -> Vec<&Insurance> {
        let mut all = self.insurances_that_count();
        all.retain(|one| self.is_insured() && self.awaits_answer(one));
        all
    }

    /// Whether its authority has to say something to a certificate itself. To one that shows a condition to be kept it is said to that proof.
    #[must_use]
    pub fn awaits_answer(&self, one: &Insurance) -> bool {
        one.proof.is_none()
            && INSURED_IN.contains(&self.stage())
            && self.insurance_standing(one) == InsuranceStanding::Waits
    }

    /// The certificates that count: of those for the same demand that wait or were accepted, the last.
    #[must_use]
    pub fn insurances_that_count(&self) -> Vec<&Insurance> {
        let mut met = BTreeSet::new();
        let mut counting: Vec<_> = self.insurances.iter().rev().collect();
        counting.retain(|one| {
            let standing = self.insurance_standing(one);
            matches!(standing, InsuranceStanding::Waits | InsuranceStanding::Accepted)
                && met.insert((&one.authority, one.wanted))
        });
        counting.reverse();
        counting
    }

    /// The certificates that count and leave something of the event uncovered, while that can still be helped.
    #[must_use]
    pub fn insurances_that_fall_short(&self) -> Vec<(&Insurance, Uncovered)> {
        let submission = self.submission.as_ref().filter(|_| self.is_insured());
        let Some(event) = submission.map(|one| &one.event) else {
            return vec![];
        };
        let all = self.insurances_that_count().into_iter();
        all.filter_map(|one| Some((one, one.certificate.uncovered(event)?)))
            .collect()
    }

    /// Whether certificates are still of use: the case is open, and nobody refused.
    pub(crate) fn is_insured(&self) -> bool {
        INSURED_IN.contains(&self.stage()) && !matches!(Outcome::of(self), Outcome::Refused { .. })
    }

    /// Of which certificate it is to be told next that it ends soon, and from when on: so many days before its last, where the event is,
    /// and never once the event is over.
    pub(crate) fn insurance_ends(&self) -> Option<(Timestamp, &Insurance)> {
        let event = &self.submission.as_ref().filter(|_| self.is_insured())?.event;
        let over = event.end()?;
        let untold = self
            .insurances_that_count()
            .into_iter()
            .filter(|one| one.told.is_none());
        let soon = untold.filter_map(|one| {
            let day = one.certificate.until.saturating_sub(ENDS_SOON_DAYS.days());
            Some((instant(day.to_datetime(Time::midnight()), &event.zone)?, one))
        });
        let ahead = soon.filter(|(from, _)| *from < over);
        ahead.min_by_key(|(from, one)| (*from, one.number))
    }
}
