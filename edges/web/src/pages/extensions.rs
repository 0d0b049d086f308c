//! The times that an authority asked the organiser for more time, in words.

use crate::Text;
use calendar::Unit;
use clearance::{Extension, Referral, Stage};
use desk::clearance::CaseView;
use jiff::tz::TimeZone;

/// One time that it asked.
pub(super) struct ExtensionLine {
    pub days: String,
    pub asked: String,
    pub reasons: String,
    pub state: String,
    /// What the organiser said to it, if anything.
    pub answer: Option<String>,
}

/// How many days more, as the authority's period counts them.
pub(super) fn days_more(t: Text, referral: &Referral, days: u32) -> String {
    let id = match referral.terms.period.unit {
        Unit::Working => "days-more-working",
        Unit::Calendar | Unit::Month => "days-more-calendar",
    };
    t.one(id, "days", i64::from(days))
}

/// Those that are the reader's to see, the first one first.
pub(super) fn lines(t: Text, view: &CaseView, referral: &Referral, zone: &TimeZone) -> Vec<ExtensionLine> {
    let waiting = referral.open_extension().map(|open| open.number);
    let state = |one: &Extension| match &one.answered {
        Some(answered) => {
            let id = if answered.agreed {
                "extension-agreed"
            } else {
                "extension-declined"
            };
            t.one(id, "at", t.instant(answered.at, zone))
        }
        None if waiting != Some(one.number) => t.get("extension-replaced").into_owned(),
        None if referral.decided.is_some() || view.application.stage() != Stage::InCirculation => {
            t.get("extension-not-needed").into_owned()
        }
        None => t.get("extension-open").into_owned(),
    };
    let answer = |one: &Extension| Some(one.answered.as_ref()?.reasons.as_ref()?.to_string());
    let line = |one: &Extension| ExtensionLine {
        days: days_more(t, referral, one.days),
        asked: t.instant(one.proposed, zone),
        reasons: one.reasons.to_string(),
        state: state(one),
        answer: answer(one),
    };
    view.extensions(referral).iter().map(line).collect()
}
