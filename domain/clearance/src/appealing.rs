//! What of a case can be appealed against, and what facts of appeals do to it.

use crate::permit::Standing as PermitStanding;
use crate::{Appeal, AppealEnded, Appealed, Application, ApplicationFact, Referral};
use act::{Context, Date, Timestamp};

/// What of a referral can be appealed against, and since when it is so: where a letter decided, since the day that it bears.
fn of_referral(referral: &Referral, day: &impl Fn(Timestamp) -> Date) -> Option<(Appealed, Date)> {
    let decided = referral.decided.as_ref().filter(|_| !referral.advises())?;
    let authority = referral.authority.clone();
    let recorded = day(decided.by.at);
    let since = decided.letter.as_ref().map_or(recorded, |one| one.dated);
    if referral.standing().refused() {
        Some((Appealed::Refusal { authority }, since))
    } else if referral.conditions().is_empty() {
        None
    } else {
        Some((Appealed::Conditions { authority }, since))
    }
}

impl Application {
    /// The day of an instant where the event is.
    pub(crate) fn day(&self, at: Timestamp) -> Date {
        let zone = self.submission.as_ref().map(|one| one.event.zone.as_str());
        // Events are not taken with a zone that is unknown; one that a later program forgets is read as UTC.
        let zone = zone.and_then(calendar::zone).unwrap_or(jiff::tz::TimeZone::UTC);
        at.to_zoned_datetime(zone).date()
    }

    /// What can be appealed against as the case stands, each with the day since which it is so.
    #[must_use]
    pub fn appealable(&self) -> Vec<(Appealed, Date)> {
        let day = |at| self.day(at);
        let referrals = self.in_order().into_iter();
        let mut all: Vec<_> = referrals.filter_map(|one| of_referral(one, &day)).collect();
        all.extend(self.permit.as_ref().and_then(|permit| match &permit.standing {
            PermitStanding::InForce => None,
            PermitStanding::Suspended { by, .. } => Some((Appealed::Suspension, day(by.at))),
            PermitStanding::Revoked { by, .. } => Some((Appealed::Revocation, day(by.at))),
        }));
        all
    }

    /// The appeals of which it was not noted how they ended.
    pub fn open_appeals(&self) -> impl Iterator<Item = &Appeal> {
        self.appeals.iter().filter(|one| one.ended.is_none())
    }

    /// What a fact of an appeal does; other facts do nothing.
    pub(crate) fn evolve_appeals(&mut self, fact: &ApplicationFact, by: &Context) {
        match fact {
            ApplicationFact::AppealNoted {
                number,
                against,
                body,
                lodged,
                reference,
            } => self.appeals.push(Appeal {
                number: *number,
                against: against.clone(),
                body: body.clone(),
                lodged: *lodged,
                reference: reference.clone(),
                by: by.clone(),
                ended: None,
            }),
            ApplicationFact::AppealEnded {
                number,
                how,
                day,
                words,
            } => {
                if let Some(appeal) = self.appeals.iter_mut().find(|one| one.number == *number) {
                    appeal.ended = Some(AppealEnded {
                        how: *how,
                        day: *day,
                        words: words.clone(),
                        by: by.clone(),
                    });
                }
            }
            _ => {}
        }
    }
}
