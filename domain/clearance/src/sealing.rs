//! Where a case has reasons that were sealed, by whom, and who may open them.

use crate::permit::Standing;
use crate::{Application, ApplicationFact, Commitment, Decided, Opened, Permit, Referral, Sealed};
use act::{AuthorityId, Context, OrganisationId, Reason, Role};

/// What it is the reasons of that were sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedOf {
    /// An authority's decision.
    Decision,
    /// That an authority changed its conditions.
    Conditions,
    /// What was recommended within an authority. It is for its own people alone, sealed or not.
    Recommendation,
    /// That the permit was suspended.
    Suspension,
    /// That the permit was revoked.
    Revocation,
}

impl SealedOf {
    /// The stable name, as used in Fluent ids (`sealed-of-decision`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SealedOf::Decision => "decision",
            SealedOf::Conditions => "conditions",
            SealedOf::Recommendation => "recommendation",
            SealedOf::Suspension => "suspension",
            SealedOf::Revocation => "revocation",
        }
    }

    /// The role that opens such a seal: the one that sealed.
    #[must_use]
    pub fn opens(self) -> Option<Role> {
        match self {
            SealedOf::Decision | SealedOf::Conditions => Some(Role::Decider),
            SealedOf::Suspension | SealedOf::Revocation => Some(Role::Coordinator),
            SealedOf::Recommendation => None,
        }
    }
}

/// Reasons that were sealed, with all that the case says of them.
#[derive(Clone, Copy, Debug)]
pub struct SealedReasons<'a> {
    /// Of what.
    pub of: SealedOf,
    /// The authority that sealed.
    pub authority: &'a AuthorityId,
    /// The seal.
    pub sealed: &'a Sealed,
    /// The legal ground, which all read who read the decision.
    pub ground: Option<&'a Reason>,
    /// Who sealed, and when.
    pub by: &'a Context,
}

impl SealedReasons<'_> {
    /// Whether an authority sealed them in its own referral: of a permit the lead did, for the whole case.
    #[must_use]
    pub fn is_of(&self, authority: &AuthorityId) -> bool {
        let of_permit = matches!(self.of, SealedOf::Suspension | SealedOf::Revocation);
        !of_permit && self.authority == authority
    }

    /// The organisation that sealed.
    #[must_use]
    pub fn organisation(&self) -> OrganisationId {
        self.by.actor.organisation
    }
}

fn of_decided<'a>(authority: &'a AuthorityId, decided: &'a Decided) -> Vec<SealedReasons<'a>> {
    let decision = decided.sealed.iter().map(|sealed| SealedReasons {
        of: SealedOf::Decision,
        authority,
        sealed,
        ground: decided.reasons.as_ref(),
        by: &decided.by,
    });
    let revised = decided.revised.iter().filter_map(|one| {
        Some(SealedReasons {
            of: SealedOf::Conditions,
            authority,
            sealed: one.sealed.as_ref()?,
            ground: Some(&one.reasons),
            by: &one.by,
        })
    });
    decision.chain(revised).collect()
}

fn of_referral(referral: &Referral) -> Vec<SealedReasons<'_>> {
    let authority = &referral.authority;
    let rounds = referral.rounds();
    rounds
        .flat_map(|round| {
            let decided = round.decided.iter().flat_map(|one| of_decided(authority, one));
            let recommended = round.recommendations().filter_map(|one| {
                Some(SealedReasons {
                    of: SealedOf::Recommendation,
                    authority,
                    sealed: one.sealed.as_ref()?,
                    ground: one.reasons.as_ref(),
                    by: &one.by,
                })
            });
            decided.chain(recommended).collect::<Vec<_>>()
        })
        .collect()
}

fn of_permit<'a>(authority: &'a AuthorityId, permit: &'a Permit) -> Vec<SealedReasons<'a>> {
    let over = permit
        .suspensions
        .iter()
        .map(|one| (&one.sealed, &one.reasons, &one.by));
    let over = over.map(|one| (SealedOf::Suspension, one));
    let now = match &permit.standing {
        Standing::Suspended {
            sealed, reasons, by, ..
        } => Some((SealedOf::Suspension, (sealed, reasons, by))),
        Standing::Revoked { sealed, reasons, by } => Some((SealedOf::Revocation, (sealed, reasons, by))),
        Standing::InForce | Standing::Replaced { .. } => None,
    };
    over.chain(now)
        .filter_map(|(of, (sealed, reasons, by))| {
            Some(SealedReasons {
                of,
                authority,
                sealed: sealed.as_ref()?,
                ground: Some(reasons),
                by,
            })
        })
        .collect()
}

fn seals_of_referral(referral: &mut Referral) -> Vec<&mut Sealed> {
    let earlier = referral.earlier.iter_mut();
    let mut all: Vec<_> = earlier
        .flat_map(|one| seals_of_referral(&mut one.referral))
        .collect();
    if let Some(decided) = &mut referral.decided {
        all.extend(&mut decided.sealed);
        all.extend(decided.revised.iter_mut().filter_map(|one| one.sealed.as_mut()));
    }
    all
}

fn seals_of_permit(permit: &mut Permit) -> Vec<&mut Sealed> {
    let over = permit
        .suspensions
        .iter_mut()
        .filter_map(|one| one.sealed.as_mut());
    let mut all: Vec<_> = over.collect();
    match &mut permit.standing {
        Standing::Suspended { sealed, .. } | Standing::Revoked { sealed, .. } => all.extend(sealed),
        Standing::InForce | Standing::Replaced { .. } => {}
    }
    all
}

impl Application {
    /// All reasons that were sealed in this case.
    #[must_use]
    pub fn sealed(&self) -> Vec<SealedReasons<'_>> {
        let released = self.released.iter().map(|one| &one.referral);
        let referrals = self.in_order().into_iter().chain(released);
        let mut all: Vec<_> = referrals.flat_map(of_referral).collect();
        if let Some(lead) = &self.lead {
            all.extend(self.permits().flat_map(|one| of_permit(&lead.authority, one)));
        }
        all
    }

    /// Those of one commitment.
    #[must_use]
    pub fn sealed_as(&self, commitment: &Commitment) -> Option<SealedReasons<'_>> {
        let mut all = self.sealed().into_iter();
        all.find(|one| one.sealed.commitment == *commitment)
    }

    /// A seal is opened.
    pub(crate) fn unseal(&mut self, fact: &ApplicationFact, by: &Context) {
        let ApplicationFact::ReasonsUnsealed {
            commitment, opening, ..
        } = fact
        else {
            return;
        };
        let released = self.released.iter_mut().map(|one| &mut one.referral);
        let referrals = self.referrals.values_mut().chain(released);
        let permits = self.replaced.iter_mut().chain(&mut self.permit);
        let all = referrals.flat_map(seals_of_referral);
        for sealed in all.chain(permits.flat_map(seals_of_permit)) {
            if sealed.commitment == *commitment {
                sealed.opened = Some(Opened {
                    opening: opening.clone(),
                    by: by.clone(),
                });
            }
        }
    }
}
