//! That decisions are late: what each authority lets wait, whether it was reminded, and whom to turn to.

use super::{Seen, count};
use crate::wording::{near, short_name};
use clearance::{Outcome, Stage};
use desk::clearance::Sight;

/// That decisions are late, or due too late, and the event near: what each authority lets wait, and whom to turn to.
pub(crate) struct Alarm {
    pub words: String,
    /// Each late authority with its page and since when it is late.
    pub late: Vec<(String, String, String)>,
    pub what_now: String,
}

impl Seen<'_> {
    /// That authorities whose consent is needed are late, or may decide only when it is too late, for those who can press them or have to know: the organisers and
    /// whoever leads. Nothing once the event is over or refused.
    pub(crate) fn alarm(&self, lead: &str) -> Option<Alarm> {
        let (t, application) = (self.t, self.application());
        let pending = matches!(Outcome::of(application), Outcome::Pending { .. });
        let what_now = match self.view.sight {
            Sight::Organiser => "alarm-turn-to",
            Sight::Lead => "alarm-press",
            Sight::Authority | Sight::Auditor => return None,
        };
        if !pending || application.stage() != Stage::InCirculation {
            return None;
        }
        let mut overdue = true;
        let mut late = vec![];
        for referral in application.in_order().into_iter().filter(|one| !one.advises()) {
            let Some(due) = self.due(referral).filter(|due| due.late) else {
                continue;
            };
            overdue &= due.overdue;
            let path = format!("/cases/{}/referrals/{}", self.view.id, referral.authority);
            let day = |one: &clearance::Reminder| one.at.to_zoned_datetime(self.zone()).date();
            let since = match referral.reminders.last().map(day) {
                Some(day) => {
                    let said = [
                        ("since", due.words.into()),
                        ("date", near(t, day, self.today).into()),
                    ];
                    t.with("alarm-reminded", said)
                }
                None => due.words,
            };
            late.push((short_name(self.site, t, application, referral), path, since));
        }
        let event = application.submission.as_ref()?.event.date;
        let days = self.today.until(event).map_or(0, |span| span.get_days());
        let words = [
            ("count", count(late.len()).into()),
            ("days", i64::from(days).into()),
        ];
        let whom = [
            ("lead", lead.into()),
            ("reference", application.reference.as_str().into()),
        ];
        (!late.is_empty()).then(|| Alarm {
            words: t.with(if overdue { "alarm-overdue" } else { "alarm-late" }, words),
            late,
            what_now: t.with(what_now, whom),
        })
    }
}
