//! The timeline of a case: what each authority did and has still to do, from the facts of its referral.

use crate::position::Seen;
use crate::timeline::{Fan, Rail, Span, SpanKind, Timeline};
use crate::wording::{short_name, zone};
use clearance::{Referral, Standing};
use desk::forecasts::CaseForecast;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::collections::BTreeSet;

/// The timeline of all authorities, drawn for the reader, with when each may decide as far as that is foretold; none before
/// circulation.
pub(crate) fn timeline(seen: &Seen<'_>, foretold: Option<&CaseForecast>) -> Option<String> {
    let (site, t, application) = (seen.site, seen.t, &seen.view.application);
    let event = application.submission.as_ref()?.event.date;
    let (zone, today) = (zone(application, site), seen.today);
    // Whoever had not answered when it ended is not worked on since.
    let until = seen.ended.map_or(today, |ended| ended.min(today));
    if application.referrals.is_empty() {
        return None;
    }
    let fan = |referral: &Referral| {
        let mut all = foretold?.referrals.iter();
        let one = all.find(|one| one.authority == referral.authority)?;
        Some(Fan(one.days.ok()?.by))
    };
    let rail = |referral: &Referral| {
        let late = seen.due(referral).filter(|due| due.late);
        let mut spans = all_spans(referral, &zone, until, seen.deadline(referral));
        if seen.ended.is_some() {
            spans.retain(|span| span.kind != SpanKind::Expected);
        }
        Rail {
            label: short_name(site, t, application, referral),
            state: late.map_or_else(|| seen.standing(referral), |due| due.words),
            tone: seen.tone(referral),
            spans,
            fan: fan(referral),
        }
    };
    let rails = application.in_order().into_iter().map(rail).collect();
    askama::Template::render(&Timeline { today, event, rails }.drawn(t)).ok()
}

/// What was done each time that the case was put to the authority, the earlier times as worked through: what came of them counts
/// no more.
fn all_spans(referral: &Referral, zone: &TimeZone, today: Date, due: Option<Date>) -> Vec<Span> {
    let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let before = referral.earlier.iter().flat_map(|round| {
        let ended = day(round.ended);
        let mut spans = spans(&round.referral, zone, ended, None);
        for span in &mut spans {
            if matches!(span.kind, SpanKind::Agreed | SpanKind::Refused) {
                span.kind = SpanKind::Worked;
            }
        }
        spans
    });
    let mut all: Vec<_> = before.collect();
    all.extend(spans(referral, zone, today, due));
    // Of a day on which much was asked and answered each kind is drawn once, where it was the last time: the others would lie under it.
    let mut drawn = BTreeSet::new();
    all.reverse();
    all.retain(|span| span.from != span.until || drawn.insert((span.from, span.kind)));
    all.reverse();
    all
}

fn spans(referral: &Referral, zone: &TimeZone, today: Date, due: Option<Date>) -> Vec<Span> {
    let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let mut spans = vec![];
    let mut from = day(referral.referred);
    // What was worked through is shown by what came of it.
    let kind = match referral.standing() {
        _ if referral.silent_until().is_some() => SpanKind::Worked,
        Standing::NoObjection => SpanKind::Agreed,
        standing if standing.agreed() => SpanKind::Agreed,
        standing if standing.refused() => SpanKind::Refused,
        _ => SpanKind::Worked,
    };
    let worked = |from: Date, until: Date| Span { from, until, kind };
    for halt in referral.halts() {
        let since = day(halt.from).max(from);
        spans.push(worked(from, since));
        let until = halt.until.map_or(today, day);
        spans.push(Span {
            from: since,
            until,
            kind: SpanKind::Paused,
        });
        from = until;
    }
    if let Some(decided) = &referral.decided {
        spans.push(worked(from, decided.ended.unwrap_or_else(|| day(decided.by.at))));
        return spans;
    }
    if referral.stands_still_since().is_none() {
        let late = due.filter(|due| *due < today).map(|due| due.max(from));
        spans.push(worked(from, late.unwrap_or(today)));
        spans.extend(late.map(|from| Span {
            from,
            until: today,
            kind: SpanKind::Overdue,
        }));
        spans.extend(due.filter(|due| *due > today).map(|until| Span {
            from: today,
            until,
            kind: SpanKind::Expected,
        }));
    }
    spans
}
