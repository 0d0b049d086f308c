//! The facts that the lines of a reckoning rest on: who referred, asked, agreed or entered what, and when.

use crate::Text;
use act::Timestamp;
use calendar::{NonWorking, OwnDays, Step};
use clearance::{Question, Referral};
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The fact of each step; none where it is the country's calendar, or arithmetic.
pub(super) fn of(t: Text, referral: &Referral, steps: &[Step]) -> Vec<Option<String>> {
    let zone = calendar::zone(&referral.terms.zone).unwrap_or(TimeZone::UTC);
    let facts = Facts { t, referral, zone };
    let mut extended = 0;
    let mut begun = false;
    let each = steps.iter().map(|step| match step {
        Step::ReceivedLater { .. } | Step::Start { .. } | Step::StartCounted { .. } if !begun => {
            begun = true;
            Some(t.one("fact-referred", "at", facts.instant(referral.referred)))
        }
        Step::Extended { .. } => {
            extended += 1;
            facts.more_time(extended - 1)
        }
        Step::Paused { from, to, .. } => facts.questions(*from, *to),
        Step::SkippedRun {
            from,
            to,
            why: NonWorking::Closed { .. },
            ..
        } => facts.entries(*from.min(to), *from.max(to)),
        Step::Skipped {
            date,
            why: NonWorking::Closed { .. },
        }
        | Step::Worked { date, .. } => facts.entries(*date, *date),
        _ => None,
    });
    each.collect()
}

struct Facts<'a> {
    t: Text,
    referral: &'a Referral,
    zone: TimeZone,
}

impl Facts<'_> {
    fn instant(&self, at: Timestamp) -> String {
        self.t.instant(at, &self.zone)
    }

    /// The request for more time that was agreed to, of all that were in their order.
    fn more_time(&self, place: usize) -> Option<String> {
        let agreed = self.referral.extensions.iter();
        let mut agreed = agreed.filter_map(|one| Some((one.number, one.agreed()?)));
        let (number, at) = agreed.nth(place)?;
        let words = [
            ("number", i64::from(number).into()),
            ("at", self.instant(at).into()),
        ];
        Some(self.t.with("fact-more-time", words))
    }

    /// The questions that were open in a time.
    fn questions(&self, from: Date, to: Option<Date>) -> Option<String> {
        let day = |at: Timestamp| at.to_zoned_datetime(self.zone.clone()).date();
        let within = |one: &&Question| {
            let asked = day(one.asked);
            from <= asked && to.is_none_or(|to| asked <= to)
        };
        let line = |one: &Question| {
            let number = ("number", i64::from(one.number).into());
            let at = ("at", self.instant(one.asked).into());
            match one.ended {
                Some(ended) => {
                    let ended = ("ended", self.instant(ended).into());
                    self.t.with("fact-question", [number, at, ended])
                }
                None => self.t.with("fact-question-open", [number, at]),
            }
        };
        let open = self.referral.questions.iter().filter(within).map(line);
        let all: Vec<String> = open.collect();
        (!all.is_empty()).then(|| all.join(". "))
    }

    /// The entries of the authority's calendar that hold on days that follow each other: one reason may stand in several.
    fn entries(&self, from: Date, to: Date) -> Option<String> {
        let days = std::iter::successors(Some(from), |day| day.tomorrow().ok());
        let mut held: Vec<&OwnDays> = vec![];
        for day in days.take_while(|day| *day <= to) {
            let mut all = self.referral.own.days.iter();
            let own = all.rfind(|one| (one.days.from..=one.days.to).contains(&day));
            held.extend(own.filter(|own| held.iter().all(|one| one.number != own.number)));
        }
        let all: Vec<String> = held.into_iter().map(|own| self.entry(own)).collect();
        (!all.is_empty()).then(|| all.join(". "))
    }

    fn entry(&self, own: &OwnDays) -> String {
        let role = self.t.get(&format!("role-{}", own.entered.actor.role.name()));
        let words = [
            ("number", i64::from(own.number).into()),
            ("source", own.days.source.to_string().into()),
            ("at", self.instant(own.entered.at).into()),
            ("role", role.into()),
        ];
        self.t.with("fact-own-days", words)
    }
}
