//! A permit whose place another took, and what the authorities demand otherwise than the present one says, in words.

use super::{Position, Seen};
use crate::Text;
use crate::demands::{condition_with_when, told};
use crate::timeline::Tone;
use crate::wording::short_name;
use clearance::acts::ActName;
use clearance::{Application, Condition, Departure, Permit, PermitStanding};
use jiff::tz::TimeZone;

/// The permits of a case that were replaced, when, by which and why, for those who see the case.
pub(crate) fn before(t: Text, application: &Application, zone: &TimeZone) -> Vec<String> {
    let said = |one: &Permit| {
        let PermitStanding::Replaced { permit, reasons, by } = &one.standing else {
            return None;
        };
        let words = [
            ("earlier", one.content.permit.as_str().into()),
            ("permit", permit.as_str().into()),
            ("at", t.instant(by.at, zone).into()),
            ("reasons", reasons.as_str().into()),
        ];
        Some(t.with("replaced-before", words))
    };
    application.replaced.iter().filter_map(said).collect()
}

/// What the permit does not say yet, in a line for each condition; nothing once the event is over.
pub(crate) fn departures(seen: &Seen<'_>) -> Vec<String> {
    let application = &seen.view.application;
    if !differs(seen) {
        return vec![];
    }
    let told = told(seen.site, application);
    let of = |one: &Departure<'_>| {
        let referral = application.referrals.get(one.authority);
        let name = referral.map(|one| short_name(seen.site, seen.t, application, one));
        let name = name.unwrap_or_default();
        let line = |id, condition: &Condition| {
            let words = condition_with_when(seen.t, condition, &told);
            let said = [("authority", name.as_str().into()), ("condition", words.into())];
            seen.t.with(id, said)
        };
        let gone = one.gone.iter().map(|one| line("departure-gone", &one.condition));
        let new = one.new.iter().map(|one| line("departure-new", one));
        gone.chain(new).collect::<Vec<_>>()
    };
    application.departures().iter().flat_map(of).collect()
}

/// Whether an authority can change the conditions that the permit has: there is one, and the event is not over.
pub(crate) fn can_change(seen: &Seen<'_>) -> bool {
    let application = &seen.view.application;
    let event = application.submission.as_ref().map(|one| &one.event);
    let over = event.is_some_and(|event| event.is_over(seen.view.context.at));
    !over && application.live_permit().is_some()
}

/// Whether the permit says something else than the authorities demand, and could still be replaced.
pub(crate) fn differs(seen: &Seen<'_>) -> bool {
    can_change(seen) && !seen.view.application.departures().is_empty()
}

/// How a case with a permit that holds stands.
pub(crate) fn permitted(seen: &Seen<'_>) -> Position {
    let said = |tone, id, waiting| Position {
        tone,
        words: seen.t.get(id).into_owned(),
        waiting,
    };
    if !differs(seen) {
        return said(Tone::Ok, "position-permitted", None);
    }
    let reconciling = seen.who_reconciles();
    if reconciling.is_some() {
        return said(Tone::Bad, "position-permit-differs", reconciling);
    }
    let yours = seen.view.offers(ActName::ReplacePermit);
    let waiting = yours.then(|| seen.t.get("position-replace-yours").into_owned());
    said(Tone::Wait, "position-permit-differs", waiting)
}
