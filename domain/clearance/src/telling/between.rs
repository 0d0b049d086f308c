//! What is told of what passes between an authority and those who hold the event.

use super::words::asked;
use super::{Telling, about, news};
use crate::{
    ApplicationFact, Commitment, News, Notice, Party, PlannedReferral, Question, Referral, SealedOf,
};
use act::{AdviceId, AuthorityId};

impl Telling<'_> {
    /// An appeal concerns who holds the event, who leads, and the authority that it is against.
    pub(super) fn appeal(&mut self, number: u32, told: News) {
        let mut appeals = self.after.appeals.iter();
        let Some(appeal) = appeals.find(|one| one.number == number) else {
            return;
        };
        let told = match appeal.against.authority() {
            Some(authority) => about(authority, told),
            None => news(told),
        };
        self.organisers(&told);
        self.lead(&told);
        self.authority(&told);
    }

    /// Advice that was asked for by a link came: whoever asked is told, and those who hold the event as of any advice.
    pub(super) fn advice(&mut self, advice: AdviceId) {
        let Some(request) = self.after.advice_request(advice) else {
            return;
        };
        match request.asked.authority.clone() {
            Some(authority) => {
                let by = self.due(&authority);
                let told = about(&authority, News::AdviceByLink);
                self.authority(&Notice { by, ..told.clone() });
                self.organisers(&told);
            }
            None => {
                self.lead(&news(News::AdviceByLinkToLead));
                self.organisers(&news(News::AdviceByLinkToLead));
            }
        }
    }

    /// Reasons that were sealed are read from now on by all who read what they are the reasons of. Of a permit all are told.
    pub(super) fn unsealed(&mut self, commitment: &Commitment) {
        let Some(one) = self.after.sealed_as(commitment) else {
            return;
        };
        match one.of {
            SealedOf::Suspension | SealedOf::Revocation => self.everyone(News::ReasonsUnsealed),
            SealedOf::Decision
            | SealedOf::Letter
            | SealedOf::Advice
            | SealedOf::AdviceByLink
            | SealedOf::Conditions
            | SealedOf::Recommendation => {
                let told = about(one.authority, News::ReasonsUnsealed);
                self.organisers(&told);
                self.lead(&told);
                self.authority(&told);
            }
        }
    }

    /// An authority changed its conditions. Where there is a permit, whoever leads, who holds the event and that authority know whether
    /// it still says the same.
    pub(super) fn revised(&mut self, authority: &AuthorityId) {
        let mut departures = self.after.departures().into_iter();
        let told = match self.after.live_permit() {
            None => News::ConditionsRevised,
            Some(_) if departures.any(|one| one.authority == authority) => News::PermitDiffers,
            Some(_) => News::PermitAgrees,
        };
        let told = about(authority, told);
        if self.after.live_permit().is_some() {
            self.lead(&told);
            self.authority(&told);
        }
        self.decided(authority, &told);
    }

    /// What is applied for was changed.
    pub(super) fn amended(&mut self) {
        self.lead(&news(News::Amended));
        self.organisers(&news(News::Amended));
    }

    /// One more authority is asked.
    pub(super) fn asked_also(&mut self, referral: &PlannedReferral) {
        self.asked(referral, asked(referral));
        self.asked_by_hand(&referral.authority);
    }

    /// The organisers are told that one more is asked; where a question of its own is open again by that, they are told of that one,
    /// since it is theirs to answer.
    fn asked_by_hand(&mut self, authority: &AuthorityId) {
        let referral = self.after.referrals.get(authority);
        match referral.and_then(Referral::open_question) {
            Some(one) => self.awaits_answer(authority, News::Question, one.share()),
            None => self.organisers(&about(authority, News::AskedAlso)),
        }
    }

    /// What is said between an authority and the organiser.
    pub(super) fn between(&mut self, fact: &ApplicationFact) {
        match fact {
            ApplicationFact::QuestionAsked {
                authority, number, ..
            } => {
                let share = self.question(authority, *number).and_then(Question::share);
                self.awaits_answer(authority, News::Question, share);
            }
            ApplicationFact::ItemsAnswered {
                authority, number, ..
            } => self.items_answered(authority, *number),
            ApplicationFact::ItemsTakenBack {
                authority, number, ..
            } => self.items_taken_back(authority, *number),
            ApplicationFact::CounterOffered { authority, .. } => {
                self.awaits_answer(authority, News::Offer, None);
            }
            ApplicationFact::QuestionAnswered { authority, .. } => self.answered(authority, News::Answer),
            ApplicationFact::OfferAnswered {
                authority, accepted, ..
            } => self.answered(
                authority,
                if *accepted {
                    News::OfferAccepted
                } else {
                    News::OfferDeclined
                },
            ),
            ApplicationFact::ExtensionAnswered {
                authority, agreed, ..
            } => self.answered(
                authority,
                if *agreed {
                    News::MoreTimeAgreed
                } else {
                    News::MoreTimeDeclined
                },
            ),
            ApplicationFact::QuestionWithdrawn { authority, .. } => {
                self.organisers(&about(authority, News::QuestionWithdrawn));
            }
            ApplicationFact::OfferWithdrawn { authority, .. } => {
                self.organisers(&about(authority, News::OfferWithdrawn));
            }
            ApplicationFact::ExtensionProposed { authority, days, .. } => {
                let by = self.due(authority);
                let asked = about(authority, News::MoreTime);
                self.organisers(&Notice {
                    days: Some(*days),
                    by,
                    ..asked
                });
            }
            _ => {}
        }
    }

    fn question(&self, authority: &AuthorityId, number: u32) -> Option<&Question> {
        let referral = self.after.referrals.get(authority)?;
        referral.questions.iter().find(|one| one.number == number)
    }

    /// Items of a question were answered: that this was the last of them is told as any answer is.
    fn items_answered(&mut self, authority: &AuthorityId, number: u32) {
        match self.question(authority, number) {
            Some(question) if question.ended.is_none() => {
                let told = Notice {
                    share: question.share(),
                    ..about(authority, News::AnswerInPart)
                };
                self.authority(&told);
                self.organisers(&told);
            }
            _ => self.answered(authority, News::Answer),
        }
    }

    /// Items of a question were taken back: all that it asked, or a part of it.
    fn items_taken_back(&mut self, authority: &AuthorityId, number: u32) {
        let share = self.question(authority, number).and_then(Question::share);
        let told = match share {
            Some(_) => News::ItemsTakenBack,
            None => News::QuestionWithdrawn,
        };
        self.organisers(&Notice {
            share,
            ..about(authority, told)
        });
    }

    /// What is done about a condition of the permit, between those who hold the event and the authority that set it.
    pub(super) fn kept(&mut self, fact: &ApplicationFact) {
        let permit = self.after.permit.as_ref();
        let due = |authority: &AuthorityId, number: u32| permit?.condition(authority, number)?.due();
        let of = |authority: &AuthorityId, number: u32, told: News| Notice {
            condition: Some(number),
            by: due(authority, number).filter(|_| told.is_to_do(Party::Organiser)),
            ..about(authority, told)
        };
        match fact {
            ApplicationFact::OwnerNamed {
                authority,
                number,
                organisation,
            } => {
                let told = of(authority, *number, News::OwnerNamed);
                self.to(*organisation, Party::Organiser, &told);
            }
            ApplicationFact::ConditionShown {
                authority, number, ..
            } => {
                let told = of(authority, *number, News::ConditionShown);
                self.authority(&told);
                self.organisers(&told);
            }
            ApplicationFact::ProofDeclined {
                authority, number, ..
            } => self.organisers(&of(authority, *number, News::ProofDeclined)),
            ApplicationFact::ConditionDischarged {
                authority, number, ..
            } => self.organisers(&of(authority, *number, News::ConditionDischarged)),
            _ => {}
        }
    }
}
