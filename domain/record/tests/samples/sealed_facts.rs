//! Facts whose reasons are sealed, and that a seal was opened.

use super::{binding, reason};
use act::AuthorityId;
use clearance::{ApplicationFact, Decision, Opening, Salt};

pub fn opening() -> Opening {
    Opening {
        words: reason("The bridge is watched that week."),
        salt: Salt::of([7; 32]),
    }
}

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let opening = opening();
    let ground = || reason("Law on State Secrets, article 12");
    let (authority, sealed) = (|| authority.clone(), Some(opening.commitment()));
    let permit = || "PNH-2023-0001-P1".to_owned();
    vec![
        ApplicationFact::Recommended {
            authority: authority(),
            decision: Decision::Refused,
            reasons: Some(ground()),
            sealed,
        },
        ApplicationFact::Decided {
            authority: authority(),
            decision: Decision::Refused,
            reasons: Some(ground()),
            sealed,
        },
        ApplicationFact::ConditionsRevised {
            authority: authority(),
            conditions: binding(),
            reasons: ground(),
            sealed,
        },
        ApplicationFact::PermitSuspended {
            permit: permit(),
            reasons: ground(),
            until: None,
            sealed,
        },
        ApplicationFact::PermitRevoked {
            permit: permit(),
            reasons: ground(),
            sealed,
        },
        ApplicationFact::ReasonsUnsealed {
            authority: authority(),
            commitment: opening.commitment(),
            opening,
        },
    ]
}
