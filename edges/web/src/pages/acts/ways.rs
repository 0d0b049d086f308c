//! From the page of a case to the forms that stand on the pages of its referrals.

use super::Entry;
use super::of_page::Sort;
use act::AuthorityId;
use clearance::acts::{ActName, On};
use desk::clearance::{CaseView, Sight};

/// A way from the case's page to a form on the page of a referral.
#[derive(PartialEq)]
pub(in crate::pages) struct Way<'v> {
    /// The text of the link.
    pub text: &'static str,
    pub authority: &'v AuthorityId,
    /// Where on the page of that authority's referral.
    pub at: &'static str,
}

/// The ways from the case's page to what the reader can do on the pages of referrals, the most pressing act first: one for each
/// thing that is awaited, and none where it is in vain.
pub(in crate::pages) fn leads_to(view: &CaseView) -> Vec<Way<'_>> {
    let possible = view.possible.iter().filter(|_| !is_in_vain(view));
    let mut ways = vec![];
    for one in possible {
        let (Some(authority), Some(entry)) = (one.on.authority(), Entry::of(one.act)) else {
            continue;
        };
        let (text, at) = entry.leads;
        // The list of the permit's conditions leads to each of them.
        if entry.sort() == Sort::Condition {
            continue;
        }
        // None of these is what one comes for; and who is late is named, with the way there, above all else.
        let seldom = matches!(
            one.act,
            ActName::TakeBack | ActName::RecordLetter | ActName::DisownLetter | ActName::Remind
        );
        if seldom || one.act == ActName::ReviseConditions && !reconciles(view, &one.on) {
            continue;
        }
        let way = Way { text, authority, at };
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// Whether the conditions of the authority that an act is on contradict another's: then it is for it to change them.
pub(super) fn reconciles(view: &CaseView, on: &On) -> bool {
    let found = clearance::contradictions(&view.application);
    let mut parts = found
        .iter()
        .flat_map(|one| [one.first.authority, one.second.authority]);
    parts.any(|one| on.authority() == Some(one))
}

/// Whether nothing that the reader can do helps any more: an organiser's application was refused, whatever others still decide.
pub(super) fn is_in_vain(view: &CaseView) -> bool {
    view.sight == Sight::Organiser && view.is_refused()
}
