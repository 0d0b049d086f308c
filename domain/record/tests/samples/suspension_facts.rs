//! Facts of a permit that is suspended, and holds again.

use super::reason;
use clearance::ApplicationFact;
use jiff::civil::date;

pub fn facts() -> Vec<ApplicationFact> {
    let permit = || "PNH-2023-0001-P1".to_owned();
    let suspended = |until| ApplicationFact::PermitSuspended {
        permit: permit(),
        reasons: reason("The river is high."),
        until,
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
    ]
}
