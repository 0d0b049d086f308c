//! One example of each kind of fact of a day that is held.

use super::{authority, reason, title};
use act::{ApplicationId, OrganisationId};
use clearance::hold::{HeldEvent, HoldAsked, HoldFact};
use clearance::{Lead, Organiser};
use jiff::civil::{date, time};

pub fn hold() -> Vec<HoldFact> {
    let asked = HoldAsked {
        organiser: Organiser {
            organisation: OrganisationId::of(7),
            name: title("A side"),
        },
        lead: Lead {
            authority: authority(),
            organisation: OrganisationId::of(9),
            name: title("Interior"),
        },
        rulebook: "a-book".into(),
        event: HeldEvent {
            kind: title("A fair"),
            place: title("The quay"),
            date: date(2024, 11, 17),
            from: time(18, 0, 0, 0),
            until: time(21, 0, 0, 0),
            zone: "Asia/Phnom_Penh".into(),
        },
        words: Some(reason("As every year.")),
    };
    vec![
        HoldFact::Asked(Box::new(asked)),
        HoldFact::Accepted {
            until: date(2024, 10, 1),
            words: Some(reason("Apply by then.")),
        },
        HoldFact::Declined {
            reasons: reason("The quay is repaired."),
        },
        HoldFact::Withdrawn {
            reasons: Some(reason("No money.")),
        },
        HoldFact::Used {
            application: ApplicationId::of(3),
        },
    ]
}
