//! What becomes of the advice that people without an account are asked for: by what they and those who asked do, and by the course of
//! the case, which closes links that nobody needs any more.

use crate::{
    AdviceEnd, AdviceEnded, AdviceRequest, Application, ApplicationFact, Attachment, RecordedLetter, Sealed,
};
use act::{AdviceId, AuthorityId, Context, Timestamp};

impl Application {
    /// Advice that was asked for, by its id.
    #[must_use]
    pub fn advice_request(&self, advice: AdviceId) -> Option<&AdviceRequest> {
        self.advice.iter().find(|one| one.asked.advice == advice)
    }

    /// What is awaited, or overdue, by a link: of what an authority asked for its own decision, or of what the lead asked.
    pub fn awaited_advice<'a>(
        &'a self,
        authority: Option<&'a AuthorityId>,
    ) -> impl Iterator<Item = &'a AdviceRequest> {
        let of_it = move |one: &&AdviceRequest| one.asked.authority.as_ref() == authority;
        self.advice.iter().filter(of_it).filter(|one| one.is_awaited())
    }

    /// The documents that came with advice.
    pub fn advice_documents(&self) -> impl Iterator<Item = &Attachment> {
        self.advice.iter().filter_map(AdviceRequest::document)
    }

    /// What a fact does to it; most do nothing. What closes a link stays: a decision that falls again opens none.
    pub(crate) fn evolve_advice(&mut self, fact: &ApplicationFact, by: &Context) {
        let at = by.at;
        match fact {
            ApplicationFact::AdviceAsked(asked) => {
                if let Some(before) = asked.replaces {
                    self.end_advice(at, &AdviceEnd::AskedAnew, |one| one.asked.advice == before);
                }
                self.advice.push(AdviceRequest {
                    asked: asked.clone(),
                    by: by.actor.organisation,
                    at,
                    ended: None,
                });
            }
            ApplicationFact::AdviceGiven(given) => {
                let how = AdviceEnd::Given {
                    says: given.says,
                    words: given.words.clone(),
                    document: given.document.clone(),
                    version: self.earlier.len(),
                    sealed: Sealed::shut(given.sealed).map(Box::new),
                };
                self.end_advice(at, &how, |one| one.asked.advice == given.advice);
            }
            ApplicationFact::AdviceWithdrawn { advice } => {
                self.end_advice(at, &AdviceEnd::Withdrawn, |one| one.asked.advice == *advice);
            }
            ApplicationFact::Decided { authority, .. }
            | ApplicationFact::LetterRecorded(RecordedLetter { authority, .. })
            | ApplicationFact::SilenceCounted { authority, .. }
            | ApplicationFact::TakenBack { authority, .. }
            | ApplicationFact::NoLongerAsked { authority, .. } => {
                let of_it = |one: &AdviceRequest| one.asked.authority.as_ref() == Some(authority);
                self.end_advice(at, &AdviceEnd::Decided, of_it);
            }
            ApplicationFact::PermitIssued(_) => self.end_advice(at, &AdviceEnd::Permitted, |_| true),
            ApplicationFact::Withdrawn { .. } | ApplicationFact::Lapsed => {
                self.end_advice(at, &AdviceEnd::Closed, |_| true);
            }
            _ => {}
        }
    }

    fn end_advice(&mut self, at: Timestamp, how: &AdviceEnd, which: impl Fn(&AdviceRequest) -> bool) {
        for one in self
            .advice
            .iter_mut()
            .filter(|one| one.is_awaited() && which(one))
        {
            one.ended = Some(AdviceEnded { how: how.clone(), at });
        }
    }
}
