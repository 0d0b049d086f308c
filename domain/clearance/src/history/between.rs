//! What passes between an authority and who holds the event.

use super::happened::Said;
use super::{Deed, Happened};
use crate::{Application, ApplicationFact, ItemAnswer, News, Otherwise, Share};

/// What passes between an authority and who holds the event.
pub(super) fn between(said: &Said<'_>, after: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let between = |authority, news| said.between(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::QuestionAsked {
            authority,
            text,
            items,
            ..
        } => {
            let of = u32::try_from(items.len()).unwrap_or(u32::MAX);
            let share = (of > 0).then_some(Share {
                answered: 0,
                of,
                declined: 0,
            });
            let mut one = between(authority, News::Question).saying([text]);
            one.words.extend(
                items
                    .iter()
                    .filter_map(|one| one.words.as_ref())
                    .map(ToString::to_string),
            );
            Happened { share, ..one }
        }
        ApplicationFact::QuestionAnswered {
            authority, answer, ..
        } => between(authority, News::Answer).saying([answer]),
        ApplicationFact::QuestionWithdrawn { authority, .. } => between(authority, News::QuestionWithdrawn),
        ApplicationFact::ItemsAnswered {
            authority, answers, ..
        } => {
            let mut one = said.between(authority, Deed::ItemsAnswered);
            one.words
                .extend(answers.iter().filter_map(|one| words_of(&one.answer)));
            one
        }
        ApplicationFact::ItemsTakenBack { authority, .. } => said.between(authority, Deed::ItemsTakenBack),
        _ => return agreed_on(said, after, fact),
    })
}

/// What an offer would have otherwise. Hours are told as both, as the event had the other then.
fn offered(after: &Application, otherwise: &Otherwise) -> Otherwise {
    let mut told = otherwise.clone();
    if let Some(submission) = after.submission.as_ref().filter(|_| otherwise.hours_move()) {
        let would_be = otherwise.of(&submission.event);
        told.from = Some(would_be.from);
        told.until = Some(would_be.until);
    }
    told
}

/// More time that is asked for, and something else that is offered.
fn agreed_on(said: &Said<'_>, after: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let between = |authority, news| said.between(authority, Deed::News(news));
    Some(match fact {
        ApplicationFact::ExtensionProposed {
            authority,
            days,
            reasons,
            ..
        } => Happened {
            days: Some(*days),
            ..between(authority, News::MoreTime).saying([reasons])
        },
        ApplicationFact::ExtensionAnswered {
            authority,
            agreed,
            reasons,
            ..
        } => {
            let news = if *agreed {
                News::MoreTimeAgreed
            } else {
                News::MoreTimeDeclined
            };
            between(authority, news).saying(reasons)
        }
        ApplicationFact::CounterOffered {
            authority,
            otherwise,
            reasons,
            ..
        } => Happened {
            otherwise: Some(offered(after, otherwise)),
            ..between(authority, News::Offer).saying([reasons])
        },
        ApplicationFact::OfferAnswered {
            authority,
            accepted,
            reasons,
            ..
        } => {
            let news = if *accepted {
                News::OfferAccepted
            } else {
                News::OfferDeclined
            };
            between(authority, news).saying(reasons)
        }
        ApplicationFact::OfferWithdrawn { authority, .. } => between(authority, News::OfferWithdrawn),
        _ => return None,
    })
}

/// What an answer to an item says in words.
fn words_of(answer: &ItemAnswer) -> Option<String> {
    match answer {
        ItemAnswer::Given { words, .. } => words.as_ref().map(ToString::to_string),
        ItemAnswer::CannotBe { why } => Some(why.to_string()),
    }
}
