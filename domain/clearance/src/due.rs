//! What happens to an application by itself, and when: nobody presses anything. Whoever runs a clock asks here.

use crate::acts::{
    CaseAct, CountSilence, EndSuspension, Lapse, NoteInsuranceEnds, NoteOverrun, suspension_ends,
};
use crate::clock::{overrun, silent};
use crate::{Application, Referral, Stage};
use act::{OrganisationId, Timestamp};

/// When the event is over.
fn over(application: &Application) -> Option<Timestamp> {
    application.submission.as_ref()?.event.end()
}

/// When an authority's period is over without an answer, and the act that follows from it.
fn passes(referral: &Referral) -> Option<(Timestamp, CaseAct)> {
    let authority = || referral.authority.clone();
    let counted = silent(referral).map(|(_, from)| {
        let authority = authority();
        (from, CountSilence { authority }.into())
    });
    counted.or_else(|| {
        let (_, from) = overrun(referral)?;
        let authority = authority();
        Some((from, NoteOverrun { authority }.into()))
    })
}

/// When something happens next to the application by itself, if nothing else happens before. A letter that is recorded ends the wait
/// for an authority as its decision does; one that is disowned lets its clock go on with what was left of its period.
#[must_use]
pub fn next_due(application: &Application) -> Option<Timestamp> {
    let stage = application.stage();
    let lapses = over(application).filter(|_| Lapse::FROM.contains(&stage));
    let passed = application.referrals.values().filter_map(passes);
    let passed = passed.filter(|_| stage == Stage::InCirculation);
    let stands_again = suspension_ends(application).map(|(_, _, from)| from);
    let uninsured = application.insurance_ends().map(|(from, _)| from);
    let by_stage = lapses.into_iter().chain(stands_again).chain(uninsured);
    passed.map(|(from, _)| from).chain(by_stage).min()
}

/// What happens to the application by itself as of an instant, what was due first first: the act, and the organisation in whose
/// name the rule does it.
#[must_use]
pub fn due(application: &Application, now: Timestamp) -> Option<(CaseAct, OrganisationId)> {
    let stage = application.stage();
    let event = &application.submission.as_ref()?.event;
    // A suspension that ends by itself ends before the event's day, however late that is looked at.
    if suspension_ends(application).is_some_and(|(_, _, from)| from <= now) {
        return Some((EndSuspension.into(), application.lead.as_ref()?.organisation));
    }
    let over = event.is_over(now);
    if over && Lapse::FROM.contains(&stage) {
        return Some((Lapse.into(), application.lead.as_ref()?.organisation));
    }
    let referrals = application.referrals.values();
    let referrals = referrals.filter(|_| stage == Stage::InCirculation && !over);
    let passed = referrals.filter_map(|referral| {
        let (from, act) = passes(referral)?;
        Some((from, Some(referral.place), act, referral.organisation))
    });
    let insured = application.insurance_ends();
    let insured = insured.map(|(from, one)| (from, None, NoteInsuranceEnds.into(), one.organisation));
    let all = passed.chain(insured).filter(|(from, ..)| *from <= now);
    let (_, _, act, by) = all.min_by_key(|(from, place, ..)| (*from, *place))?;
    Some((act, by))
}
