//! What became of certificates of insurance.

use super::happened::Said;
use super::{Circle, Deed, Happened};
use crate::{Application, InsuranceFact, News};

/// What a fact of a certificate is told as. Whoever holds the event, the authority that demands it and whoever leads read of it, and
/// nobody else.
pub(super) fn of_insurance(said: &Said<'_>, after: &Application, fact: &InsuranceFact) -> Option<Happened> {
    let certificate = &after.insurance(fact.insurance())?.certificate;
    let of = |news| {
        let one = said.about(fact.authority(), Deed::News(news));
        Happened {
            circle: Circle::Money(fact.authority().clone()),
            ..one.naming(&certificate.insurer)
        }
    };
    Some(match fact {
        InsuranceFact::HandedIn { .. } => {
            let mut one = of(News::InsuranceHandedIn);
            one.words.push(certificate.policy.to_string());
            Happened {
                amount: Some(certificate.cover),
                day: Some(certificate.until),
                ..one
            }
        }
        InsuranceFact::Answered {
            accepted: true,
            reasons,
            ..
        } => of(News::InsuranceAccepted).saying(reasons),
        InsuranceFact::Answered { reasons, .. } => of(News::InsuranceSentBack).saying(reasons),
        InsuranceFact::Reversed { reasons, .. } => of(News::InsuranceReversed).saying([reasons]),
        InsuranceFact::FoundShort { .. } => of(News::InsuranceShort),
        InsuranceFact::EndsSoon { until, .. } => Happened {
            day: Some(*until),
            ..of(News::InsuranceEnds)
        },
    })
}
