//! What facts of its own do to a referral.

use crate::{
    ApplicationFact, Condition, Decided, Decision, Extension, ExtensionAnswered, ItemEnd, Letter, Moved,
    Offer, OfferEnd, PlannedReferral, Question, Recommendation, RecordedLetter, Referral, Reminder, Revised,
    Sealed, reckon,
};
use act::{Context, Date, Reason, Timestamp};
use calendar::OwnCalendar;

/// Whether a fact tells that one of the authority's own people was at work on the referral.
fn is_work(fact: &ApplicationFact) -> bool {
    matches!(
        fact,
        ApplicationFact::ReviewBegun { .. }
            | ApplicationFact::QuestionAsked { .. }
            | ApplicationFact::ItemsTakenBack { .. }
            | ApplicationFact::ExtensionProposed { .. }
            | ApplicationFact::CounterOffered { .. }
            | ApplicationFact::Recommended { .. }
    )
}

impl Referral {
    /// A referral that was just made.
    pub(crate) fn put(planned: &PlannedReferral, place: usize, at: Timestamp) -> Self {
        Referral {
            authority: planned.authority.clone(),
            place,
            organisation: planned.organisation,
            name: planned.name.clone(),
            competence: planned.competence,
            terms: planned.terms.clone(),
            grounds: planned.grounds.clone(),
            four_eyes: planned.four_eyes,
            by_hand: None,
            referred: at,
            review_begun: None,
            begun_by: None,
            worked_on_by: None,
            questions: Vec::new(),
            extensions: Vec::new(),
            offers: Vec::new(),
            own: planned.own.clone(),
            moved: Vec::new(),
            not_before: None,
            overrun: None,
            reminders: Vec::new(),
            recommendation: None,
            recommended_before: Vec::new(),
            decided: None,
            disowned: Vec::new(),
            earlier: Vec::new(),
        }
    }

    /// What a fact of its own does to it, while so many versions had been handed in before; other facts do nothing.
    pub(crate) fn evolve(&mut self, fact: &ApplicationFact, by: &Context, version: usize) {
        self.note_work(fact, by);
        match fact {
            ApplicationFact::ReviewBegun { .. } => self.begin(by),
            ApplicationFact::QuestionAsked { .. }
            | ApplicationFact::QuestionAnswered { .. }
            | ApplicationFact::QuestionWithdrawn { .. }
            | ApplicationFact::ItemsAnswered { .. }
            | ApplicationFact::ItemsTakenBack { .. } => self.evolve_questions(fact, by.at),
            ApplicationFact::ExtensionProposed { .. } | ApplicationFact::ExtensionAnswered { .. } => {
                self.evolve_extensions(fact, by.at);
            }
            ApplicationFact::CounterOffered { .. }
            | ApplicationFact::OfferAnswered { .. }
            | ApplicationFact::OfferWithdrawn { .. } => self.evolve_offers(fact, by.at),
            ApplicationFact::CalendarChanged { own, .. } => self.follow(own, by.at),
            ApplicationFact::PeriodOverrun { ended, .. } => self.overrun = Some(*ended),
            ApplicationFact::Reminded { words, .. } => self.note_reminder(words, by),
            ApplicationFact::Recommended { .. }
            | ApplicationFact::Decided { .. }
            | ApplicationFact::LetterRecorded(_)
            | ApplicationFact::LetterDisowned { .. }
            | ApplicationFact::ConditionsRevised { .. }
            | ApplicationFact::SilenceCounted { .. } => self.evolve_decision(fact, by, version),
            // These are the application's, and each is named so that none of a referral's is forgotten.
            ApplicationFact::Submitted { .. }
            | ApplicationFact::Returned { .. }
            | ApplicationFact::DocumentHandedIn(_)
            | ApplicationFact::FoundValid
            | ApplicationFact::Referred(_)
            | ApplicationFact::Amended { .. }
            | ApplicationFact::Reopened { .. }
            | ApplicationFact::NoLongerAsked { .. }
            | ApplicationFact::AskedAlso { .. }
            | ApplicationFact::TakenBack { .. }
            | ApplicationFact::PermitIssued(_)
            | ApplicationFact::OwnerNamed { .. }
            | ApplicationFact::ConditionShown { .. }
            | ApplicationFact::ProofDeclined { .. }
            | ApplicationFact::ConditionDischarged { .. }
            | ApplicationFact::AdviceAsked(_)
            | ApplicationFact::AdviceGiven(_)
            | ApplicationFact::AdviceWithdrawn { .. }
            | ApplicationFact::AppealNoted { .. }
            | ApplicationFact::AppealEnded { .. }
            | ApplicationFact::ReasonsUnsealed { .. }
            | ApplicationFact::PermitSuspended { .. }
            | ApplicationFact::SuspensionLifted { .. }
            | ApplicationFact::SuspensionEnded { .. }
            | ApplicationFact::PermitReplaced { .. }
            | ApplicationFact::PermitRevoked { .. }
            | ApplicationFact::Day(_)
            | ApplicationFact::Fee(_)
            | ApplicationFact::Insurance(_)
            | ApplicationFact::Watch(_)
            | ApplicationFact::Withdrawn { .. }
            | ApplicationFact::Confided(_)
            | ApplicationFact::Lapsed => {}
        }
    }

    fn note_work(&mut self, fact: &ApplicationFact, by: &Context) {
        if is_work(fact) {
            self.worked_on_by = Some(by.actor.person);
        }
    }

    fn begin(&mut self, by: &Context) {
        self.review_begun = Some(by.at);
        self.begun_by = Some(by.actor.person);
    }

    fn note_reminder(&mut self, words: &Reason, by: &Context) {
        self.reminders.push(Reminder {
            words: words.clone(),
            by: Some(by.actor.person),
            at: by.at,
        });
    }

    /// What a fact of deciding does to it.
    fn evolve_decision(&mut self, fact: &ApplicationFact, by: &Context, version: usize) {
        match fact {
            ApplicationFact::Recommended {
                decision,
                reasons,
                sealed,
                ..
            } => {
                let last = self.recommendation.as_ref().map_or(0, |one| one.number);
                let before = self.recommendation.replace(Recommendation {
                    number: last + 1,
                    taken: false,
                    decision: decision.clone(),
                    reasons: reasons.clone(),
                    sealed: Sealed::shut(*sealed),
                    by: by.clone(),
                });
                self.recommended_before.extend(before);
            }
            ApplicationFact::Decided {
                decision,
                reasons,
                sealed,
                ..
            } => {
                self.end_offers(by.at, OfferEnd::Decided);
                self.take_recommendation();
                self.decided = Some(Decided {
                    sealed: Sealed::shut(*sealed),
                    ..decided(decision, reasons.as_ref(), by, None, version)
                });
            }
            ApplicationFact::LetterRecorded(letter) => self.evolve_letter(letter, by, version),
            ApplicationFact::LetterDisowned { reasons, .. } => self.disown(reasons, by),
            ApplicationFact::ConditionsRevised {
                conditions,
                reasons,
                sealed,
                ..
            } => {
                self.take_recommendation();
                self.revise(conditions, reasons, Sealed::shut(*sealed), by);
            }
            ApplicationFact::SilenceCounted { silence, ended, .. } => {
                if let Some(decision) = silence.decision() {
                    self.decided = Some(decided(&decision, None, by, Some(*ended), version));
                }
            }
            _ => {}
        }
    }

    /// What was recommended has been decided on.
    fn take_recommendation(&mut self) {
        if let Some(one) = &mut self.recommendation {
            one.taken = true;
        }
    }

    /// What a letter does to it that was recorded as its decision.
    fn evolve_letter(&mut self, one: &RecordedLetter, by: &Context, version: usize) {
        self.end_offers(by.at, OfferEnd::Decided);
        self.take_recommendation();
        self.decided = Some(Decided {
            letter: Some(Letter {
                dated: one.dated,
                reference: one.reference.clone(),
                scan: Some(one.scan.clone()),
            }),
            sealed: Sealed::shut(one.sealed),
            ..decided(&one.decision, one.reasons.as_ref(), by, None, version)
        });
    }

    /// What a fact of a question does to it.
    fn evolve_questions(&mut self, fact: &ApplicationFact, at: Timestamp) {
        match fact {
            ApplicationFact::QuestionAsked {
                number, text, items, ..
            } => self.questions.push(Question::asked(*number, text, items, at)),
            ApplicationFact::QuestionAnswered { number, answer, .. } => {
                let question = self.question_mut(*number);
                question.into_iter().for_each(|one| one.end(at, Some(answer)));
            }
            ApplicationFact::QuestionWithdrawn { number, .. } => {
                let question = self.question_mut(*number);
                question.into_iter().for_each(|one| one.end(at, None));
            }
            ApplicationFact::ItemsAnswered { number, answers, .. } => {
                let ended = answers
                    .iter()
                    .map(|one| (one.item, ItemEnd::Answered(one.answer.clone())));
                let question = self.question_mut(*number);
                question
                    .into_iter()
                    .for_each(|one| one.end_items(ended.clone(), at));
            }
            ApplicationFact::ItemsTakenBack { number, items, .. } => {
                let ended = items.iter().map(|item| (*item, ItemEnd::TakenBack));
                let question = self.question_mut(*number);
                question
                    .into_iter()
                    .for_each(|one| one.end_items(ended.clone(), at));
            }
            _ => {}
        }
    }

    /// What a fact of more time does to it.
    fn evolve_extensions(&mut self, fact: &ApplicationFact, at: Timestamp) {
        match fact {
            ApplicationFact::ExtensionProposed {
                number,
                days,
                reasons,
                ..
            } => self
                .extensions
                .push(Extension::proposed(*number, *days, reasons, at)),
            ApplicationFact::ExtensionAnswered {
                number,
                agreed,
                reasons,
                ..
            } => {
                let (agreed, reasons) = (*agreed, reasons.clone());
                let mut asked = self.extensions.iter_mut();
                if let Some(asked) = asked.find(|one| one.number == *number) {
                    asked.answered = Some(ExtensionAnswered { at, agreed, reasons });
                }
            }
            _ => {}
        }
    }

    /// What a fact of an offer does to it.
    fn evolve_offers(&mut self, fact: &ApplicationFact, at: Timestamp) {
        match fact {
            ApplicationFact::CounterOffered {
                number,
                otherwise,
                reasons,
                ..
            } => self.offers.push(Offer::made(*number, otherwise, reasons, at)),
            ApplicationFact::OfferAnswered {
                number,
                accepted,
                reasons,
                ..
            } => {
                let how = if *accepted {
                    OfferEnd::Accepted
                } else {
                    OfferEnd::Declined
                };
                self.end_offer(*number, at, how, reasons.as_ref());
            }
            ApplicationFact::OfferWithdrawn { number, .. } => {
                self.end_offer(*number, at, OfferEnd::TakenBack, None);
            }
            _ => {}
        }
    }

    /// Reckons with other days from now on, and keeps in mind whether its day moved by that.
    fn follow(&mut self, own: &OwnCalendar, at: Timestamp) {
        let day = |referral: &Referral| reckon(referral).ok()?.deadline;
        let from = day(self);
        *self = crate::clock::followed(self, own, at);
        if let Some((from, to)) = from.zip(day(self)).filter(|(from, to)| from != to) {
            self.moved.push(Moved { at, from, to });
        }
    }

    fn question_mut(&mut self, number: u32) -> Option<&mut Question> {
        self.questions
            .iter_mut()
            .find(|question| question.number == number)
    }

    fn revise(&mut self, conditions: &[Condition], reasons: &Reason, sealed: Option<Sealed>, by: &Context) {
        let before = self.conditions().to_vec();
        if let Some(decided) = &mut self.decided {
            decided.decision = Decision::granted(conditions.to_vec());
            decided.revised.push(Revised {
                before,
                reasons: reasons.clone(),
                sealed,
                by: by.clone(),
            });
        }
    }
}

fn decided(
    decision: &Decision,
    reasons: Option<&Reason>,
    by: &Context,
    ended: Option<Date>,
    version: usize,
) -> Decided {
    Decided {
        decision: decision.clone(),
        reasons: reasons.cloned(),
        sealed: None,
        by: by.clone(),
        ended,
        letter: None,
        version,
        revised: vec![],
        unread: 0,
    }
}
