//! The conditions of all authorities together: in one list, and which of them no event can keep both.

use crate::{Application, Condition, Referral};
use act::AuthorityId;

/// A condition, and who sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand<'a> {
    /// The authority that sets it.
    pub authority: &'a AuthorityId,
    /// What it demands.
    pub condition: &'a Condition,
}

/// Two conditions of which no event can keep both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction<'a> {
    /// What was asked by whom stands first in the rulebook.
    pub first: Demand<'a>,
    /// The other.
    pub second: Demand<'a>,
}

/// A condition of a permit, and all who set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<'a> {
    /// What is demanded.
    pub condition: &'a Condition,
    /// Who demands it, in the rulebook's order.
    pub authorities: Vec<&'a AuthorityId>,
}

/// The conditions of all authorities in one list: by when they are to be kept, then in the rulebook's order of who sets them. What
/// several demand in the same words and terms stands in it once.
#[must_use]
pub fn merged(application: &Application) -> Vec<Merged<'_>> {
    let mut all: Vec<Merged<'_>> = vec![];
    for demand in application.in_order().into_iter().flat_map(demands) {
        let same = |one: &&mut Merged<'_>| one.condition.demands_the_same(demand.condition);
        match all.iter_mut().find(same) {
            Some(same) if same.authorities.contains(&demand.authority) => {}
            Some(same) => same.authorities.push(demand.authority),
            None => all.push(Merged {
                condition: demand.condition,
                authorities: vec![demand.authority],
            }),
        }
    }
    all.sort_by_key(|one| one.condition.terms.phase);
    all
}

/// The conditions of an application that contradict each other, in the rulebook's order of who sets them. A permit that holds two
/// such nobody could keep.
#[must_use]
pub fn contradictions(application: &Application) -> Vec<Contradiction<'_>> {
    let referrals = application.in_order();
    let demands: Vec<Demand<'_>> = referrals.into_iter().flat_map(demands).collect();
    among(application, &demands)
}

/// Two of an authority's own conditions of which no event can keep both, if there are such.
pub(crate) fn contradicts_itself<'a>(
    application: &Application,
    authority: &'a AuthorityId,
    conditions: &'a [Condition],
) -> Option<Contradiction<'a>> {
    let own: Vec<Demand<'_>> = of(authority, conditions).collect();
    among(application, &own).into_iter().next()
}

/// Those among the others' conditions that a new one of an authority would contradict.
#[must_use]
pub fn contradicted<'a>(
    application: &'a Application,
    authority: &'a AuthorityId,
    conditions: &'a [Condition],
) -> Vec<Contradiction<'a>> {
    let others = application.in_order().into_iter();
    let others = others.filter(|one| one.authority != *authority).flat_map(demands);
    let all: Vec<Demand<'_>> = of(authority, conditions).chain(others).collect();
    let is_own = |one: &Contradiction<'_>| one.first.authority == authority;
    among(application, &all).into_iter().filter(is_own).collect()
}

fn demands(referral: &Referral) -> impl Iterator<Item = Demand<'_>> {
    of(&referral.authority, referral.conditions())
}

fn of<'a>(authority: &'a AuthorityId, conditions: &'a [Condition]) -> impl Iterator<Item = Demand<'a>> {
    let demand = move |condition| Demand { authority, condition };
    conditions.iter().map(demand)
}

fn among<'a>(application: &Application, demands: &[Demand<'a>]) -> Vec<Contradiction<'a>> {
    let Some(event) = application.submission.as_ref().map(|one| &one.event) else {
        return vec![];
    };
    let mut found = vec![];
    for (number, first) in demands.iter().enumerate() {
        let Some(limit) = &first.condition.terms.limit else {
            continue;
        };
        for second in demands.iter().skip(number + 1) {
            let other = second.condition.terms.limit.as_ref();
            if other.is_some_and(|other| limit.contradicts(other, event)) {
                found.push(Contradiction {
                    first: *first,
                    second: *second,
                });
            }
        }
    }
    found
}
