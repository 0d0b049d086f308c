//! Samples of the facts of what becomes of a permit's conditions.

use super::reason;
use act::{AttachmentId, AuthorityId, OrganisationId};
use clearance::ApplicationFact;

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let shown = |proof, documents| ApplicationFact::ConditionShown {
        authority: authority.clone(),
        number: 1,
        proof,
        words: reason("The brigade has the plan."),
        documents,
    };
    let discharged = |proof, reasons: Option<&str>| ApplicationFact::ConditionDischarged {
        authority: authority.clone(),
        number: 1,
        proof,
        reasons: reasons.map(reason),
    };
    vec![
        ApplicationFact::OwnerNamed {
            authority: authority.clone(),
            number: 1,
            organisation: OrganisationId::of(7),
        },
        shown(1, vec![]),
        ApplicationFact::ProofDeclined {
            authority: authority.clone(),
            number: 1,
            proof: 1,
            reasons: reason("It has no signature."),
        },
        shown(2, vec![AttachmentId::of(13), AttachmentId::of(15)]),
        discharged(Some(2), None),
        discharged(None, Some("We saw it on the quay.")),
    ]
}
