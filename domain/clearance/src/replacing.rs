//! What the conditions of a case say otherwise than its permit, and what goes over to the permit that takes its place.

use crate::permit::Standing;
use crate::{Application, ApplicationFact, Condition, OnPermit, Permit, PermitContent, Referral};
use act::{AuthorityId, Context};

/// What one authority demands otherwise than the permit says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departure<'a> {
    /// The authority.
    pub authority: &'a AuthorityId,
    /// What the permit says and it demands no longer.
    pub gone: Vec<OnPermit<'a>>,
    /// What it demands and the permit does not say.
    pub new: Vec<&'a Condition>,
}

/// Of each condition that an authority demands, by which number the permit calls the same demand; none where it has it not. What the
/// permit says once counts once.
fn on_permit(permit: &Permit, authority: &AuthorityId, demanded: &[Condition]) -> Vec<Option<u32>> {
    let mut left = permit.conditions();
    left.retain(|one| one.authority == authority);
    let number = |condition: &Condition| {
        let place = left
            .iter()
            .position(|one| one.condition.demands_the_same(condition))?;
        Some(left.remove(place).number)
    };
    demanded.iter().map(number).collect()
}

fn departure<'a>(permit: &'a Permit, referral: &'a Referral) -> Departure<'a> {
    let demanded = referral.conditions();
    let numbers = on_permit(permit, &referral.authority, demanded);
    let new = demanded.iter().zip(&numbers).filter(|(_, one)| one.is_none());
    let new = new.map(|(condition, _)| condition).collect();
    let mut gone = permit.conditions();
    gone.retain(|one| one.authority == &referral.authority && !numbers.contains(&Some(one.number)));
    Departure {
        authority: &referral.authority,
        gone,
        new,
    }
}

impl Application {
    /// Every permit of the case, the first first and the present last.
    pub fn permits(&self) -> impl Iterator<Item = &Permit> {
        self.replaced.iter().chain(&self.permit)
    }

    /// What the authorities demand otherwise than the permit says, in the rulebook's order; nothing where there is none that holds or
    /// can hold again. In which order one sets its conditions makes no difference.
    #[must_use]
    pub fn departures(&self) -> Vec<Departure<'_>> {
        let Some(permit) = self.live_permit() else {
            return vec![];
        };
        let referrals = self.in_order().into_iter();
        let all = referrals.map(|one| departure(permit, one));
        all.filter(|one| !one.gone.is_empty() || !one.new.is_empty())
            .collect()
    }

    /// A condition of the present permit, or else of the last that had one of that number.
    #[must_use]
    pub fn condition_ever(&self, authority: &AuthorityId, number: u32) -> Option<(&Permit, OnPermit<'_>)> {
        let permits: Vec<_> = self.permits().collect();
        let mut latest_first = permits.into_iter().rev();
        latest_first.find_map(|permit| Some((permit, permit.condition(authority, number)?)))
    }

    /// The numbers that a permit issued now would call an authority's conditions by: what stays keeps its own, and what is new has one
    /// that no permit of the case had. None of the first permit, which counts them.
    pub(crate) fn condition_numbers(&self, referral: &Referral) -> Vec<u32> {
        let Some(permit) = &self.permit else {
            return vec![];
        };
        let authority = &referral.authority;
        let had = self.permits().flat_map(Permit::conditions);
        let had = had.filter(|one| one.authority == authority);
        let mut last = had.map(|one| one.number).max().unwrap_or_default();
        let mut next = || {
            last += 1;
            last
        };
        let kept = on_permit(permit, authority, referral.conditions());
        kept.into_iter()
            .map(|one| one.unwrap_or_else(&mut next))
            .collect()
    }

    /// Another permit takes the place of the present one, and follows.
    pub(crate) fn set_permit_aside(&mut self, fact: &ApplicationFact, by: &Context) {
        let ApplicationFact::PermitReplaced {
            by: permit, reasons, ..
        } = fact
        else {
            return;
        };
        if let Some(mut earlier) = self.permit.take() {
            earlier.standing = Standing::Replaced {
                permit: permit.to_owned(),
                reasons: reasons.clone(),
                by: by.clone(),
            };
            self.replaced.push(earlier);
        }
    }

    /// A permit is issued. What was done about the conditions of the one that it replaces goes on, as far as they stay.
    pub(crate) fn issue(&mut self, content: &PermitContent, by: &Context) {
        let mut permit = Permit::issued(content, by);
        let earlier = self.replaced.last().filter(|_| content.replaces.is_some());
        let kept = earlier.iter().flat_map(|one| &one.kept);
        permit.kept = kept
            .filter(|one| permit.condition(&one.authority, one.number).is_some())
            .cloned()
            .collect();
        self.permit = Some(permit);
    }
}
