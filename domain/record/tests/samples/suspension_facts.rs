//! Facts of a permit that is suspended and holds again, and of one that is replaced.

use super::{permit as issued, reason};
use clearance::{ApplicationFact, PermitContent};
use jiff::civil::date;

pub fn facts() -> Vec<ApplicationFact> {
    let permit = || "PNH-2023-0001-P1".to_owned();
    let suspended = |until| ApplicationFact::PermitSuspended {
        permit: permit(),
        reasons: reason("The river is high."),
        until,
        sealed: None,
    };
    let lifted = |reasons| ApplicationFact::SuspensionLifted {
        permit: permit(),
        reasons,
    };
    vec![
        suspended(None),
        suspended(Some(date(2023, 10, 10))),
        lifted(None),
        lifted(Some(reason("The river fell."))),
        ApplicationFact::SuspensionEnded {
            permit: permit(),
            until: date(2023, 10, 10),
        },
        ApplicationFact::PermitReplaced {
            permit: permit(),
            by: "PNH-2023-0001-P2".to_owned(),
            reasons: reason("Interior sees another hour."),
        },
        ApplicationFact::PermitIssued(Box::new(replacing())),
    ]
}

/// The permit that takes the place of another: its one condition is new.
fn replacing() -> PermitContent {
    let mut permit = issued();
    permit.permit = "PNH-2023-0001-P2".to_owned();
    permit.replaces = Some("PNH-2023-0001-P1".to_owned());
    for decision in &mut permit.decisions {
        decision.numbers = vec![2];
    }
    permit
}
