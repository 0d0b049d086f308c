//! What a decision changes for others than the organiser: whose conditions it contradicts, and what all come to.

use super::{Telling, about};
use crate::{Application, News, Outcome, Referral, contradictions};
use act::AuthorityId;
use std::collections::BTreeSet;

/// The authorities whose conditions contradict those of one.
pub(crate) fn contradicting(application: &Application, authority: &AuthorityId) -> BTreeSet<AuthorityId> {
    let conditions = application.referrals.get(authority).map(Referral::conditions);
    if conditions.is_none_or(<[_]>::is_empty) {
        return BTreeSet::new();
    }
    let pairs = contradictions(application).into_iter();
    let pairs = pairs.map(|one| (one.first.authority, one.second.authority));
    let other =
        |(first, second): (&AuthorityId, &AuthorityId)| match (first == authority, second == authority) {
            (true, false) => Some(second.clone()),
            (false, true) => Some(first.clone()),
            _ => None,
        };
    pairs.filter_map(other).collect()
}

/// Whether nothing stands between the agreement of all and the permit: no conditions contradict each other, and no fee is open that
/// comes before it.
pub(crate) fn can_be_issued(application: &Application) -> bool {
    contradictions(application).is_empty() && application.fees_before_permit().next().is_none()
}

impl Telling<'_> {
    /// Who is asked no more may have been all that the permit waited for: its decision, its conditions, or its fee.
    pub(super) fn not_asked(&mut self, authority: &AuthorityId) {
        self.authority(&about(authority, News::NotAsked));
        self.organisers(&about(authority, News::NotAsked));
        self.turned();
    }
}

/// What decisions add up to, as far as whoever leads has to know.
pub(super) fn turn(application: &Application) -> Option<News> {
    match Outcome::of(application) {
        Outcome::Refused { .. } => Some(News::NoPermitPossible),
        Outcome::Agreed { .. } if can_be_issued(application) => Some(News::AllAgreed),
        Outcome::Agreed { .. } | Outcome::Pending { .. } | Outcome::NotCirculated => None,
    }
}
