//! A permit that is suspended, or was, in words.

use crate::{Text, sealed};
use act::{Date, Timestamp};
use clearance::{Application, PermitStanding, Stage, Suspension};
use jiff::tz::TimeZone;

/// Since when it is suspended, and until and with which day if it ends by itself: by the text of that name, or by the one that says
/// the day as well.
pub(crate) fn since(t: Text, id: [&str; 2], until: Option<Date>, at: Timestamp, zone: &TimeZone) -> String {
    let [open, to_a_day] = id;
    let at = t.instant(at, zone);
    match until {
        None => t.one(open, "at", at),
        Some(day) => t.with(to_a_day, [("at", at.into()), ("date", t.date(day).into())]),
    }
}

/// What the permit's page and paper warn of.
pub(crate) fn warning(t: Text, until: Option<Date>, at: Timestamp, zone: &TimeZone) -> String {
    let id = ["permit-suspended-warning", "permit-suspended-until-warning"];
    since(t, id, until, at, zone)
}

/// How a case stands whose permit is suspended, or was when the day passed.
pub(crate) fn stands(t: Text, application: &Application, now: Timestamp) -> Option<String> {
    let PermitStanding::Suspended { until, .. } = &application.permit.as_ref()?.standing else {
        return None;
    };
    let event = &application.submission.as_ref()?.event;
    // Between the end of the event and its closing nothing can be lifted any more, either.
    let passed = application.stage() == Stage::Lapsed || event.is_over(now);
    Some(match until {
        _ if passed => t.get("position-day-passed-suspended").into_owned(),
        Some(day) => t.one("position-suspended-until", "date", t.date(*day)),
        None => t.get("position-suspended").into_owned(),
    })
}

/// The suspensions of its permit that are over, for those who see the case.
pub(crate) fn before(t: Text, application: &Application, zone: &TimeZone) -> Vec<String> {
    let Some(permit) = &application.permit else {
        return vec![];
    };
    let revoked = match &permit.standing {
        PermitStanding::Revoked { by, .. } => Some(by.at),
        _ => None,
    };
    let ended = |one: &Suspension| {
        let (from, to) = (t.instant(one.by.at, zone), t.instant(one.ended, zone));
        if revoked == Some(one.ended) {
            return t.one("suspended-until-revoked", "from", from);
        }
        let days = [("from", from.into()), ("to", to.into())];
        match &one.lifted {
            None => t.with("suspended-before", days),
            Some(reasons) => {
                let reasons = [("reasons", reasons.as_str().into())];
                t.with_all("suspended-before-lifted", days.into_iter().chain(reasons))
            }
        }
    };
    let said = |one: &Suspension| {
        let why = t.one(
            "suspended-why",
            "reasons",
            sealed::said(t, &one.reasons, one.sealed.as_ref()),
        );
        format!("{} {why}", ended(one))
    };
    permit.suspensions.iter().map(said).collect()
}
