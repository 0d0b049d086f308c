//! What a person can do now with a proposal: the same checks that the acts make, asked beforehand.

use crate::Versions;
use crate::acts::{Approve, Decline, Publish, Withdraw};
use act::Context;

/// An act that would not be refused, as far as can be known before its words and its day are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Possible {
    /// Approve it.
    Approve,
    /// Decline it.
    Decline,
    /// Publish it.
    Publish,
    /// Take it back.
    Withdraw,
}

/// What the actor can do with a proposal, the most pressing first.
#[must_use]
pub fn possible(versions: &Versions, context: &Context, proposal: u32) -> Vec<Possible> {
    let checks = [
        (Possible::Approve, Approve::check(versions, context, proposal)),
        (Possible::Decline, Decline::check(versions, context, proposal)),
        (Possible::Publish, Publish::check(versions, context, proposal)),
        (Possible::Withdraw, Withdraw::check(versions, context, proposal)),
    ];
    let allowed = checks.into_iter().filter(|(_, check)| check.is_ok());
    allowed.map(|(act, _)| act).collect()
}
