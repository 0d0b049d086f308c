//! Facts of appeals: against what, and how each ended.

use super::{reason, title};
use act::{AuthorityId, Title};
use clearance::{AppealEnd, Appealed, ApplicationFact, NotedAppeal, NotedEnd};
use jiff::civil::date;

pub fn facts(authority: &AuthorityId) -> Vec<ApplicationFact> {
    let authority = || authority.clone();
    let noted = |number, against, reference: Option<Title>| {
        ApplicationFact::AppealNoted(NotedAppeal {
            number,
            against,
            body: title("The administrative court"),
            lodged: date(2023, 9, 4),
            reference,
        })
    };
    let ended = |number, how| {
        ApplicationFact::AppealEnded(NotedEnd {
            number,
            how,
            day: date(2023, 10, 2),
            words: reason("As the court found."),
        })
    };
    let refusal = Appealed::Refusal {
        authority: authority(),
    };
    let conditions = Appealed::Conditions {
        authority: authority(),
    };
    vec![
        noted(1, refusal, None),
        noted(2, conditions, Some(title("No. 12/23"))),
        noted(3, Appealed::Suspension, None),
        noted(4, Appealed::Revocation, None),
        ended(1, AppealEnd::Upheld),
        ended(2, AppealEnd::Dismissed),
        ended(3, AppealEnd::Withdrawn),
    ]
}
