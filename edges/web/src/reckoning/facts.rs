//! The facts that the lines of a reckoning rest on: who referred, asked, agreed or entered what, and when.

use crate::Text;
use crate::acting::acted_as;
use crate::asked::{about, numbered};
use act::Timestamp;
use calendar::{NonWorking, OwnDays, Step};
use clearance::{Disowned, Item, ItemAnswer, ItemEnd, Offer, Question, Referral};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rulebook::Rulebook;

/// The fact of each step; none where it is the country's calendar, or arithmetic.
pub(super) fn of(
    t: Text,
    rulebook: Option<&Rulebook>,
    referral: &Referral,
    steps: &[Step],
) -> Vec<Option<Fact>> {
    let zone = calendar::zone(&referral.terms.zone).unwrap_or(TimeZone::UTC);
    let facts = Facts {
        t,
        rulebook,
        referral,
        zone,
    };
    let mut extended = 0;
    let mut begun = false;
    let each = steps.iter().map(|step| match step {
        Step::ReceivedLater { .. } | Step::Start { .. } | Step::StartCounted { .. } if !begun => {
            begun = true;
            let words = t.one("fact-referred", "at", facts.instant(referral.referred));
            Some(Fact::plain(words))
        }
        Step::Extended { .. } => {
            extended += 1;
            facts.more_time(extended - 1).map(Fact::plain)
        }
        Step::Paused { from, to, .. } => facts.halts(*from, *to),
        Step::SkippedRun {
            from,
            to,
            why: NonWorking::Closed { .. },
            ..
        } => facts.entries(*from.min(to), *from.max(to)).map(Fact::plain),
        Step::Skipped {
            date,
            why: NonWorking::Closed { .. },
        }
        | Step::Worked { date, .. } => facts.entries(*date, *date).map(Fact::plain),
        _ => None,
    });
    each.collect()
}

/// A fact in words.
pub(super) struct Fact {
    words: Vec<String>,
    /// What was awaited of a question that asks item by item, and until when.
    pub items: Option<String>,
}

impl Fact {
    fn plain(words: String) -> Fact {
        Fact {
            words: vec![words],
            items: None,
        }
    }

    /// All of it.
    pub(super) fn words(self) -> String {
        self.words.join(". ")
    }
}

struct Facts<'a> {
    t: Text,
    rulebook: Option<&'a Rulebook>,
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
    fn halts(&self, from: Date, to: Option<Date>) -> Option<Fact> {
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
            let words = [words].into_iter().chain(again).collect();
            (from, words, self.items(one))
        };
        let offer = |one: &Offer| {
            let ended = one.ended.as_ref().map(|ended| ended.at);
            let words = self.halt("fact-offer", one.number, one.offered, ended);
            (one.offered, vec![words], vec![])
        };
        let letter = |one: &Disowned| {
            let (at, ended) = (one.decided.by.at, one.by.at);
            let words = [
                ("at", self.instant(at).into()),
                ("ended", self.instant(ended).into()),
            ];
            (at, vec![self.t.with("fact-letter", words)], vec![])
        };
        let asked = self.referral.questions.iter().map(question);
        let offered = self.referral.offers.iter().map(offer);
        let lettered = self.referral.disowned.iter().map(letter);
        let mut all: Vec<(Timestamp, Vec<String>, Vec<String>)> =
            asked.chain(offered).chain(lettered).collect();
        all.retain(|(at, ..)| within(*at));
        all.sort_by_key(|(at, ..)| *at);
        let (mut words, mut items) = (vec![], vec![]);
        for (_, said, of) in all {
            words.extend(said);
            words.extend(of.iter().cloned());
            items.extend(of);
        }
        (!words.is_empty()).then(|| Fact {
            words,
            items: (!items.is_empty()).then(|| items.join(". ")),
        })
    }

    /// What each item of a question waited for: until when, or that it still does.
    fn items(&self, question: &Question) -> Vec<String> {
        let open = question.ended.is_none();
        let line = |(number, item): (u32, &Item)| {
            let id = match item.ended.as_ref().map(|ended| &ended.how) {
                None if open => "fact-item-awaited",
                None => "fact-item-not-answered",
                Some(ItemEnd::Answered(ItemAnswer::Given { .. })) => "fact-item-answered",
                Some(ItemEnd::Answered(ItemAnswer::CannotBe { .. })) => "fact-item-cannot-be",
                Some(ItemEnd::TakenBack) => "fact-item-taken-back",
            };
            let at = item.ended.as_ref().map(|ended| self.instant(ended.at));
            let about = about(self.t, self.rulebook, &item.wanted.about);
            let words = [
                ("number", numbered(self.t, question.number, number).into()),
                ("about", about.into()),
                ("at", at.unwrap_or_default().into()),
            ];
            self.t.with(id, words)
        };
        question.numbered().map(line).collect()
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
