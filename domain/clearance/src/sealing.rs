//! Where a case has reasons that were sealed, by whom, and who may open them.

use crate::permit::Standing;
use crate::{
    AdviceEnd, AdviceRequest, Application, ApplicationFact, Commitment, Decided, Opened, Permit, Referral,
    Sealed,
};
use act::{Actor, AuthorityId, Context, OrganisationId, Reason, Role, Timestamp};

/// What it is the reasons of that were sealed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedOf {
    /// An authority's decision.
    Decision,
    /// What a letter says in which an authority decided.
    Letter,
    /// What a consultee advises.
    Advice,
    /// What somebody without an account advises by a link.
    AdviceByLink,
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
            SealedOf::Letter => "letter",
            SealedOf::Advice => "advice",
            SealedOf::AdviceByLink => "advice-by-link",
            SealedOf::Conditions => "conditions",
            SealedOf::Recommendation => "recommendation",
            SealedOf::Suspension => "suspension",
            SealedOf::Revocation => "revocation",
        }
    }

    /// Whether it is for the authority and for whoever leads the case as well: a letter the lead wrote down, and advice it has to weigh.
    #[must_use]
    pub fn is_for_lead(self) -> bool {
        matches!(self, SealedOf::Letter | SealedOf::Advice | SealedOf::AdviceByLink)
    }

    /// The role that opens such a seal: the one that sealed.
    #[must_use]
    pub fn opens(self) -> Option<Role> {
        match self {
            SealedOf::Decision
            | SealedOf::Letter
            | SealedOf::Advice
            | SealedOf::AdviceByLink
            | SealedOf::Conditions => Some(Role::Decider),
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
    /// The organisation whose they are: the one that sealed, or that wrote the letter, or asked for the advice.
    pub whose: OrganisationId,
    /// When it was sealed.
    pub at: Timestamp,
    /// Who sealed; none where that is nobody with an account.
    pub by: Option<&'a Actor>,
}

impl SealedReasons<'_> {
    /// Whether an authority sealed them in its own referral: of a permit the lead did, for the whole case.
    #[must_use]
    pub fn is_of(&self, authority: &AuthorityId) -> bool {
        let of_permit = matches!(self.of, SealedOf::Suspension | SealedOf::Revocation);
        !of_permit && self.authority == authority
    }
}

/// Those that somebody with an account sealed.
fn by<'a>(
    of: SealedOf,
    authority: &'a AuthorityId,
    sealed: &'a Sealed,
    by: &'a Context,
) -> SealedReasons<'a> {
    SealedReasons {
        of,
        authority,
        sealed,
        ground: None,
        whose: by.actor.organisation,
        at: by.at,
        by: Some(&by.actor),
    }
}

fn of_decided<'a>(referral: &'a Referral, decided: &'a Decided) -> Vec<SealedReasons<'a>> {
    let authority = &referral.authority;
    let (of, whose) = if decided.letter.is_some() {
        (SealedOf::Letter, referral.organisation)
    } else if decided.decision.is_advice() {
        (SealedOf::Advice, decided.by.actor.organisation)
    } else {
        (SealedOf::Decision, decided.by.actor.organisation)
    };
    let decision = decided.sealed.iter().map(|sealed| SealedReasons {
        whose,
        ground: decided.reasons.as_ref(),
        ..by(of, authority, sealed, &decided.by)
    });
    let revised = decided.revised.iter().filter_map(|one| {
        let sealed = one.sealed.as_ref()?;
        Some(SealedReasons {
            ground: Some(&one.reasons),
            ..by(SealedOf::Conditions, authority, sealed, &one.by)
        })
    });
    decision.chain(revised).collect()
}

fn of_referral(referral: &Referral) -> Vec<SealedReasons<'_>> {
    let authority = &referral.authority;
    let rounds = referral.rounds();
    rounds
        .flat_map(|round| {
            let disowned = round.disowned.iter().map(|one| &one.decided);
            let decided = disowned
                .chain(&round.decided)
                .flat_map(|one| of_decided(round, one));
            let recommended = round.recommendations().filter_map(|one| {
                let sealed = one.sealed.as_ref()?;
                Some(SealedReasons {
                    ground: one.reasons.as_ref(),
                    ..by(SealedOf::Recommendation, authority, sealed, &one.by)
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
        .filter_map(|(of, (sealed, reasons, who))| {
            Some(SealedReasons {
                ground: Some(reasons),
                ..by(of, authority, sealed.as_ref()?, who)
            })
        })
        .collect()
}

/// What somebody sealed who was asked by a link: it is for whoever asked.
fn of_link<'a>(lead: &'a AuthorityId, one: &'a AdviceRequest) -> Option<SealedReasons<'a>> {
    let ended = one.ended.as_ref()?;
    let AdviceEnd::Given { words, sealed, .. } = &ended.how else {
        return None;
    };
    Some(SealedReasons {
        of: SealedOf::AdviceByLink,
        authority: one.asked.authority.as_ref().unwrap_or(lead),
        sealed: sealed.as_deref()?,
        ground: words.as_ref(),
        whose: one.by,
        at: ended.at,
        by: None,
    })
}

fn seals_of_referral(referral: &mut Referral) -> Vec<&mut Sealed> {
    let earlier = referral.earlier.iter_mut();
    let mut all: Vec<_> = earlier
        .flat_map(|one| seals_of_referral(&mut one.referral))
        .collect();
    let disowned = referral.disowned.iter_mut().map(|one| &mut one.decided);
    for decided in disowned.chain(&mut referral.decided) {
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
            all.extend(self.advice.iter().filter_map(|one| of_link(&lead.authority, one)));
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

    /// Whether those of one commitment were not opened.
    #[must_use]
    pub fn is_shut(&self, commitment: &Commitment) -> bool {
        self.sealed_as(commitment).is_some_and(|one| one.sealed.is_shut())
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
        let all = all.chain(permits.flat_map(seals_of_permit));
        for sealed in all.chain(self.advice.iter_mut().filter_map(AdviceRequest::sealed_mut)) {
            if sealed.commitment == *commitment {
                sealed.opened = Some(Opened {
                    opening: opening.clone(),
                    by: by.clone(),
                });
            }
        }
    }
}
