//! The facts that the lines of a reckoning rest on: who referred, asked, agreed or entered what, and when.

use crate::Text;
use crate::acting::acted_as;
use act::Timestamp;
use calendar::{NonWorking, OwnDays, Step};
use clearance::{Disowned, Offer, Question, Referral};
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
        Step::Paused { from, to, .. } => facts.halts(*from, *to),
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

    /// Why the clock stood still in a time: questions and offers that were open, and letters that stood and were disowned, the first first.
    fn halts(&self, from: Date, to: Option<Date>) -> Option<String> {
        let day = |at: Timestamp| at.to_zoned_datetime(self.zone.clone()).date();
        let within = |at: Timestamp| from <= day(at) && to.is_none_or(|to| day(at) <= to);
        let question = |one: &Question| {
            let words = self.halt("fact-question", one.number, one.asked, one.ended);
            // One that was open when the case came anew stops the clock from then on.
            let from = one.asked.max(self.referral.referred);
            let again = (from != one.asked).then(|| {
                let at = self.instant(from);
                self.t.one("fact-question-again", "at", at)
            });
            let words: Vec<String> = [words].into_iter().chain(again).collect();
            (from, words.join(". "))
        };
        let offer = |one: &Offer| {
            let ended = one.ended.as_ref().map(|ended| ended.at);
            (
                one.offered,
                self.halt("fact-offer", one.number, one.offered, ended),
            )
        };
        let letter = |one: &Disowned| {
            let (at, ended) = (one.decided.by.at, one.by.at);
            let words = [
                ("at", self.instant(at).into()),
                ("ended", self.instant(ended).into()),
            ];
            (at, self.t.with("fact-letter", words))
        };
        let asked = self.referral.questions.iter().map(question);
        let offered = self.referral.offers.iter().map(offer);
        let lettered = self.referral.disowned.iter().map(letter);
        let mut all: Vec<(Timestamp, String)> = asked.chain(offered).chain(lettered).collect();
        all.retain(|(at, _)| within(*at));
        all.sort_by_key(|(at, _)| *at);
        let all: Vec<String> = all.into_iter().map(|(_, words)| words).collect();
        (!all.is_empty()).then(|| all.join(". "))
    }

    /// What was open from an instant until another, or is.
    fn halt(&self, id: &str, number: u32, from: Timestamp, ended: Option<Timestamp>) -> String {
        let number = ("number", i64::from(number).into());
        let at = ("at", self.instant(from).into());
        match ended {
            Some(ended) => {
                let ended = ("ended", self.instant(ended).into());
                self.t.with(id, [number, at, ended])
            }
            None => self.t.with(&format!("{id}-open"), [number, at]),
        }
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
        let role = acted_as(self.t, &own.entered.actor);
        let words = [
            ("number", i64::from(own.number).into()),
            ("source", own.days.source.to_string().into()),
            ("at", self.instant(own.entered.at).into()),
            ("role", role.into()),
        ];
        self.t.with("fact-own-days", words)
    }
}
