//! What a person can do now to an application: the same checks that the acts make, asked beforehand.

use crate::acts::{
    AnswerQuestion, AskQuestion, BeginReview, Circulate, Decide, HandIn, IssuePermit, RevokePermit, Withdraw,
    WithdrawQuestion,
};
use crate::{Application, Referral};
use act::{AuthorityId, Context};

/// An act that would not be refused, as far as can be known before its words are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Possible {
    /// Answer this authority's question.
    Answer {
        /// Who asked.
        authority: AuthorityId,
        /// Which question.
        number: u32,
    },
    /// Accept as valid and put to the authorities.
    Circulate,
    /// Begin the review.
    BeginReview {
        /// For which authority.
        authority: AuthorityId,
    },
    /// Decide.
    Decide {
        /// For which authority.
        authority: AuthorityId,
    },
    /// Ask the organiser.
    Ask {
        /// For which authority.
        authority: AuthorityId,
    },
    /// Take a question back.
    WithdrawQuestion {
        /// For which authority.
        authority: AuthorityId,
        /// Which question.
        number: u32,
    },
    /// Issue the permit.
    IssuePermit,
    /// Take the permit back.
    RevokePermit,
    /// Hand in a document that was missing.
    HandIn,
    /// Withdraw the application.
    Withdraw,
}

/// What the actor can do, the most pressing first.
#[must_use]
pub fn possible(application: &Application, context: &Context) -> Vec<Possible> {
    let mut acts = Vec::new();
    for referral in application.referrals.values() {
        answers(application, context, referral, &mut acts);
    }
    if Circulate::check(application, context).is_ok() {
        acts.push(Possible::Circulate);
    }
    if IssuePermit::check(application, context).is_ok() {
        acts.push(Possible::IssuePermit);
    }
    for referral in application.referred_to(context.actor.organisation) {
        reviews(application, context, referral, &mut acts);
    }
    if RevokePermit::check(application, context).is_ok() {
        acts.push(Possible::RevokePermit);
    }
    if HandIn::check(application, context).is_ok() {
        acts.push(Possible::HandIn);
    }
    if Withdraw::check(application, context).is_ok() {
        acts.push(Possible::Withdraw);
    }
    acts
}

fn answers(application: &Application, context: &Context, referral: &Referral, acts: &mut Vec<Possible>) {
    let Some(question) = referral.open_question() else {
        return;
    };
    let authority = &referral.authority;
    if AnswerQuestion::check(application, context, authority, question.number).is_ok() {
        acts.push(Possible::Answer {
            authority: authority.clone(),
            number: question.number,
        });
    }
}

fn reviews(application: &Application, context: &Context, referral: &Referral, acts: &mut Vec<Possible>) {
    let authority = &referral.authority;
    if BeginReview::check(application, context, authority).is_ok() {
        acts.push(Possible::BeginReview {
            authority: authority.clone(),
        });
    }
    if Decide::check(application, context, authority).is_ok() {
        acts.push(Possible::Decide {
            authority: authority.clone(),
        });
    }
    if AskQuestion::check(application, context, authority).is_ok() {
        acts.push(Possible::Ask {
            authority: authority.clone(),
        });
    }
    if let Some(question) = referral.open_question()
        && WithdrawQuestion::check(application, context, authority, question.number).is_ok()
    {
        acts.push(Possible::WithdrawQuestion {
            authority: authority.clone(),
            number: question.number,
        });
    }
}
