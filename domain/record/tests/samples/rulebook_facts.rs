//! What can happen to a rulebook.

use super::{reason, title};
use act::OrganisationId;
use governance::{Lead, Proposed, RulebookFact, RulebookFile};
use jiff::civil::date;

pub fn rulebook() -> Vec<RulebookFact> {
    let proposal = 1;
    vec![
        RulebookFact::Proposed {
            proposal,
            version: Box::new(Proposed {
                makers: vec![],
                hash: "cd".into(),
                name: title("2"),
                files: vec![RulebookFile {
                    name: title("rulebook.toml"),
                    sha256: "ab".into(),
                    size: 12,
                }],
                changes: Some("ef".into()),
                from: date(2023, 10, 1),
                purpose: reason("Smaller crowds."),
                lead: Lead {
                    authority: super::authority(),
                    organisation: OrganisationId::of(2),
                },
            }),
        },
        RulebookFact::Withdrawn { proposal },
        RulebookFact::Approved { proposal },
        RulebookFact::Declined {
            proposal,
            reasons: reason("Not yet."),
        },
        RulebookFact::Published {
            proposal,
            from: date(2023, 10, 1),
        },
    ]
}
