//! What becomes of a permit, and of appeals, as the history tells it.

use super::happened::Said;
use super::{Circle, Deed, Happened};
use crate::telling::appeal_ended;
use crate::{Application, ApplicationFact, News};

/// What becomes of the permit, and of appeals.
pub(super) fn of_permit(said: &Said<'_>, after: &Application, fact: &ApplicationFact) -> Option<Happened> {
    let news = |news| said.everyone(Deed::News(news));
    let appealed = |number: u32, news| {
        let mut appeals = after.appeals.iter();
        let against = appeals
            .find(|one| one.number == number)?
            .against
            .authority()
            .cloned();
        Some(Happened {
            circle: Circle::Parties(against.clone()),
            authority: against,
            ..said.everyone(Deed::News(news))
        })
    };
    Some(match fact {
        ApplicationFact::PermitIssued(content) => said.everyone(Deed::PermitIssued).naming(&content.permit),
        ApplicationFact::PermitReplaced { permit, reasons, .. } => said
            .everyone(Deed::PermitReplaced)
            .naming(permit)
            .saying([reasons]),
        ApplicationFact::PermitRevoked { reasons, sealed, .. } => {
            news(News::Revoked).saying([reasons]).sealing(sealed.as_ref())
        }
        ApplicationFact::PermitSuspended {
            reasons,
            sealed,
            until,
            ..
        } => Happened {
            day: *until,
            ..news(News::Suspended).saying([reasons]).sealing(sealed.as_ref())
        },
        ApplicationFact::SuspensionLifted { reasons, .. } => news(News::SuspensionLifted).saying(reasons),
        ApplicationFact::SuspensionEnded { .. } => news(News::SuspensionEnded),
        ApplicationFact::AppealNoted(noted) => appealed(noted.number, News::AppealNoted)?.naming(&noted.body),
        ApplicationFact::AppealEnded(end) => {
            appealed(end.number, appeal_ended(end.how))?.saying([&end.words])
        }
        _ => return None,
    })
}
