//! The timeline of a case: what each authority did and has still to do, from the facts of its referral.

use crate::Text;
use crate::site::Site;
use crate::timeline::{Rail, Span, SpanKind, Timeline};
use crate::wording::{short_name, standing_words, tone, zone};
use clearance::{Application, Referral};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The timeline of all authorities, drawn for the reader; none before circulation.
pub(crate) fn timeline(site: &Site, t: Text, application: &Application, today: Date) -> Option<String> {
    let event = application.submission.as_ref()?.event.date;
    let zone = zone(application, site);
    if application.referrals.is_empty() {
        return None;
    }
    let rail = |referral: &Referral| Rail {
        label: short_name(site, t, application, referral),
        state: standing_words(t, referral),
        tone: tone(referral.standing()),
        spans: spans(referral, &zone, today),
    };
    let rails = application.referrals.values().map(rail).collect();
    askama::Template::render(&Timeline { today, event, rails }.drawn(t)).ok()
}

fn spans(referral: &Referral, zone: &TimeZone, today: Date) -> Vec<Span> {
    let day = |at: act::Timestamp| at.to_zoned_datetime(zone.clone()).date();
    let mut spans = vec![];
    let mut from = day(referral.referred);
    let worked = |from: Date, until: Date| Span {
        from,
        until,
        kind: SpanKind::Worked,
    };
    for question in &referral.questions {
        let asked = day(question.asked);
        spans.push(worked(from, asked));
        let until = question.ended.map_or(today, day);
        spans.push(Span {
            from: asked,
            until,
            kind: SpanKind::Paused,
        });
        from = until;
    }
    if let Some(decided) = &referral.decided {
        let kind = if referral.standing().agreed() {
            SpanKind::Agreed
        } else {
            SpanKind::Refused
        };
        spans.push(Span {
            from,
            until: day(decided.by.at),
            kind,
        });
        return spans;
    }
    if referral.open_question().is_none() {
        spans.push(worked(from, today));
        let due = clearance::reckon(referral)
            .ok()
            .and_then(|reckoning| reckoning.deadline);
        spans.extend(due.filter(|due| *due > today).map(|until| Span {
            from: today,
            until,
            kind: SpanKind::Expected,
        }));
    }
    spans
}
