//! What an authority offered instead of deciding, in words. Pages and papers say the same.

use crate::Text;
use crate::site::Site;
use crate::wording::{hours, zone_named};
use clearance::{Application, Event, Offer, OfferEnd, Otherwise, Referral, is_then_and_there};
use jiff::tz::TimeZone;

/// What of an event would be otherwise, a line each.
pub(crate) fn lines(site: &Site, t: Text, event: &Event, otherwise: &Otherwise) -> Vec<String> {
    let would_be = otherwise.of(event);
    let day = otherwise.date.map(|day| t.one("offer-day", "day", t.day(day)));
    let hours = otherwise.hours_move().then(|| {
        let zone = zone_named(site, &event.zone);
        let until = t.time(would_be.until, &zone, would_be.last_day());
        t.one(
            "offer-hours",
            "hours",
            hours(t, would_be.from, would_be.until, until),
        )
    });
    let place = otherwise.place.as_ref();
    let place = place.map(|place| t.one("offer-place", "place", place.as_str()));
    let form = otherwise.form.as_ref();
    let form = form.map(|form| t.one("offer-form", "form", form.as_str()));
    [day, hours, place, form].into_iter().flatten().collect()
}

/// The same in one line.
pub(crate) fn what(site: &Site, t: Text, event: &Event, otherwise: &Otherwise) -> String {
    lines(site, t, event, otherwise).join("; ")
}

/// How an offer stands; `over` is whether nothing is decided any more.
pub(crate) fn state(t: Text, offer: &Offer, zone: &TimeZone, over: bool) -> String {
    let Some(ended) = &offer.ended else {
        let id = if over { "offer-not-answered" } else { "offer-open" };
        return t.get(id).into_owned();
    };
    let at = t.instant(ended.at, zone);
    if ended.how == OfferEnd::Accepted && offer.otherwise.moves_the_event() {
        return t.one("offer-accepted-applied", "at", at);
    }
    t.one(&format!("offer-{}", ended.how.name()), "at", at)
}

/// What an authority offered and is applied for now, where it has not decided on that yet.
pub(crate) fn taken_up(
    site: &Site,
    t: Text,
    application: &Application,
    referral: &Referral,
    zone: &TimeZone,
) -> Option<String> {
    let offer = referral.takes_up()?;
    let round = referral.earlier.last()?;
    let event = &application.submission_of(round.version)?.event;
    // Once it was changed again, what is applied for is no more what was offered.
    let now = &application.submission.as_ref()?.event;
    if !is_then_and_there(&offer.otherwise.of(event), now) {
        return None;
    }
    let said = [
        ("at", t.instant(offer.offered, zone).into()),
        ("what", what(site, t, event, &offer.otherwise).into()),
    ];
    Some(t.with("offer-taken-up", said))
}

/// What an authority had offered before it decided, for the paper of its decision: in this round, and what it decides on because it
/// offered it.
pub(crate) fn before_decision(
    site: &Site,
    t: Text,
    application: &Application,
    referral: &Referral,
    zone: &TimeZone,
) -> Vec<String> {
    let version = referral.decided.as_ref().map_or(0, |decided| decided.version);
    let own = referral.offers.iter().map(|offer| (offer, version));
    let accepted = |offer: &&Offer| {
        offer
            .ended
            .as_ref()
            .is_some_and(|end| end.how == OfferEnd::Accepted)
    };
    let before = referral.earlier.last().and_then(|round| {
        let last = round.referral.offers.last().filter(accepted)?;
        let offered_about = &application.submission_of(round.version)?.event;
        let decided_on = &application.submission_of(version)?.event;
        is_then_and_there(&last.otherwise.of(offered_about), decided_on).then_some((last, round.version))
    });
    let line = |(offer, version): (&Offer, usize)| {
        let event = &application.submission_of(version)?.event;
        let said = [
            ("at", t.instant(offer.offered, zone).into()),
            ("what", what(site, t, event, &offer.otherwise).into()),
            ("state", state(t, offer, zone, true).into()),
        ];
        Some(t.with("paper-offered", said))
    };
    before.into_iter().chain(own).filter_map(line).collect()
}
