//! What of a case can be appealed against, and what facts of appeals do to it.

use crate::permit::Standing as PermitStanding;
use crate::{Appeal, AppealEnd, AppealEnded, Appealed, Application, ApplicationFact, Referral, Stage};
use act::{Context, Date, Timestamp};

/// What can be appealed against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appealable {
    /// What.
    pub what: Appealed,
    /// Since which day: where a letter decided, since the day that it bears.
    pub since: Date,
    /// Since when the case says so.
    pub at: Timestamp,
}

/// What can be done in the case by whoever decided, now that an appeal against it was upheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The authority changes its conditions.
    ReviseConditions,
    /// The lead issues the permit anew, which does not say yet what the authority demands since.
    ReplacePermit,
    /// The lead lifts the suspension.
    LiftSuspension,
}

/// What of a referral can be appealed against.
fn of_referral(referral: &Referral, day: &impl Fn(Timestamp) -> Date) -> Option<Appealable> {
    let decided = referral.decided.as_ref().filter(|_| !referral.advises())?;
    let authority = referral.authority.clone();
    let at = decided.by.at;
    let since = decided.letter.as_ref().map_or_else(|| day(at), |one| one.dated);
    let what = if referral.standing().refused() {
        Appealed::Refusal { authority }
    } else if referral.conditions().is_empty() {
        return None;
    } else {
        Appealed::Conditions { authority }
    };
    Some(Appealable { what, since, at })
}

impl Application {
    /// The day of an instant where the event is.
    #[must_use]
    pub fn day(&self, at: Timestamp) -> Date {
        let zone = self.submission.as_ref().map(|one| one.event.zone.as_str());
        // Events are not taken with a zone that is unknown; one that a later program forgets is read as UTC.
        let zone = zone.and_then(calendar::zone).unwrap_or(jiff::tz::TimeZone::UTC);
        at.to_zoned_datetime(zone).date()
    }

    /// What can be appealed against as the case stands.
    #[must_use]
    pub fn appealable(&self) -> Vec<Appealable> {
        let day = |at| self.day(at);
        let referrals = self.in_order().into_iter();
        let mut all: Vec<_> = referrals.filter_map(|one| of_referral(one, &day)).collect();
        all.extend(
            self.permit
                .as_ref()
                .and_then(|permit| match &permit.standing {
                    PermitStanding::InForce | PermitStanding::Replaced { .. } => None,
                    PermitStanding::Suspended { by, .. } => Some((Appealed::Suspension, by.at)),
                    PermitStanding::Revoked { by, .. } => Some((Appealed::Revocation, by.at)),
                })
                .map(|(what, at)| Appealable {
                    what,
                    since: day(at),
                    at,
                }),
        );
        all
    }

    /// Whether what an appeal is against still stands: a later suspension, or what an authority decided anew, is another thing.
    #[must_use]
    pub fn stands_appealed(&self, appeal: &Appeal) -> bool {
        let mut all = self.appealable().into_iter();
        all.any(|one| one.what == appeal.against && one.at <= appeal.by.at)
    }

    /// What is to be done after an appeal, once it was upheld; none where it was not, or where it cannot be decided anew in this case.
    #[must_use]
    pub fn remedy(&self, appeal: &Appeal) -> Option<Remedy> {
        let upheld = appeal
            .ended
            .as_ref()
            .is_some_and(|one| one.how == AppealEnd::Upheld);
        if !upheld || !self.stands_appealed(appeal) {
            return None;
        }
        match (&appeal.against, self.stage()) {
            (Appealed::Suspension, Stage::Suspended) => Some(Remedy::LiftSuspension),
            (Appealed::Conditions { authority }, Stage::Permitted | Stage::Suspended)
                if self.departures().iter().any(|one| one.authority == authority) =>
            {
                Some(Remedy::ReplacePermit)
            }
            (
                Appealed::Conditions { .. },
                Stage::InCirculation | Stage::Decided | Stage::Permitted | Stage::Suspended,
            ) => (!self.was_revised(appeal)).then_some(Remedy::ReviseConditions),
            _ => None,
        }
    }

    /// Whether what follows from an appeal that was upheld is done: the authority changed its conditions since, and the permit, where
    /// there is one, says so.
    #[must_use]
    pub fn followed(&self, appeal: &Appeal) -> bool {
        self.was_revised(appeal) && self.remedy(appeal).is_none()
    }

    /// Whether the conditions that an appeal is against were changed since it was noted that it was upheld.
    fn was_revised(&self, appeal: &Appeal) -> bool {
        let Some(ended) = appeal.ended.as_ref().filter(|one| one.how == AppealEnd::Upheld) else {
            return false;
        };
        let Appealed::Conditions { authority } = &appeal.against else {
            return false;
        };
        let decided = self.referrals.get(authority).and_then(|one| one.decided.as_ref());
        let last = decided.and_then(|one| one.revised.last());
        last.is_some_and(|one| one.by.at >= ended.by.at)
    }

    /// The appeals of which it was not noted how they ended.
    pub fn open_appeals(&self) -> impl Iterator<Item = &Appeal> {
        self.appeals.iter().filter(|one| one.ended.is_none())
    }

    /// What a fact of an appeal does; other facts do nothing.
    pub(crate) fn evolve_appeals(&mut self, fact: &ApplicationFact, by: &Context) {
        match fact {
            ApplicationFact::AppealNoted(noted) => self.appeals.push(Appeal {
                number: noted.number,
                against: noted.against.clone(),
                body: noted.body.clone(),
                lodged: noted.lodged,
                reference: noted.reference.clone(),
                by: by.clone(),
                ended: None,
            }),
            ApplicationFact::AppealEnded(end) => {
                if let Some(appeal) = self.appeals.iter_mut().find(|one| one.number == end.number) {
                    appeal.ended = Some(AppealEnded {
                        how: end.how,
                        day: end.day,
                        words: end.words.clone(),
                        by: by.clone(),
                    });
                }
            }
            _ => {}
        }
    }
}
