//! What is foretold of a case, in words: a number with the record behind it, days, and why nothing is said where too little is known.

use crate::Text;
use crate::asked::share;
use crate::position::Seen;
use crate::wording::{near, short_name};
use act::AuthorityId;
use clearance::{Question, Referral};
use desk::clearance::Sight;
use desk::forecasts::{CaseForecast, Days, Foretold, Help, Helps};
use forecast::{LEAST_DECISIONS, Unforeseen, Withheld};

/// Gains below half of one in a hundred are within what is drawn by chance.
const LEAST_GAIN: f64 = 0.005;

/// A probability as so many of a hundred; never as certain or impossible, which no record of the past can tell.
pub(crate) fn of_hundred(t: Text, probability: f64) -> String {
    if probability >= 0.995 {
        t.get("share-nearly-all").into_owned()
    } else if probability < 0.005 {
        t.get("share-hardly-any").into_owned()
    } else {
        // It lies between one and ninety-nine.
        t.one("share-of-hundred", "count", (probability * 100.0).round() as i64)
    }
}

/// Why nothing is said, with the rule and its number.
pub(crate) fn why(t: Text, withheld: Withheld) -> String {
    let least = ("least", i64::from(LEAST_DECISIONS).into());
    let number = |number: u32| ("number", i64::from(number).into());
    match withheld {
        Withheld::FewDecisions { known } => t.with("forecast-why-few-decisions", [least, number(known)]),
        Withheld::ShortRecord { days } => t.with("forecast-why-short-record", [number(days)]),
        Withheld::BeyondRecord { age } => t.with("forecast-why-beyond-record", [number(age)]),
        Withheld::FewAnswers { known } => t.with("forecast-why-few-answers", [least, number(known)]),
    }
}

/// What is foretold of a case, for one of its readers.
pub(crate) struct Words<'a> {
    seen: &'a Seen<'a>,
    foretold: &'a CaseForecast,
}

/// A line of a table: an authority, its page, when it may decide.
pub(crate) struct Row {
    pub name: String,
    pub path: String,
    pub middle: String,
    pub between: String,
    pub in_time: String,
    pub known: String,
}

/// What would be done, and what the chance would be then.
pub(crate) struct Change {
    pub what: String,
    pub chance: String,
}

impl<'a> Words<'a> {
    pub(crate) fn of(seen: &'a Seen<'a>, foretold: &'a CaseForecast) -> Self {
        Words { seen, foretold }
    }

    /// The short name of one of the authorities.
    pub(crate) fn name(&self, authority: &AuthorityId) -> String {
        let application = &self.seen.view.application;
        let referral = application.referrals.get(authority);
        referral.map_or_else(
            || authority.to_string(),
            |referral| short_name(self.seen.site, self.seen.t, application, referral),
        )
    }

    pub(crate) fn day(&self, day: jiff::civil::Date) -> String {
        near(self.seen.t, day, self.seen.today)
    }

    /// The number, and what it is the chance of.
    pub(crate) fn number(&self) -> Option<(String, String)> {
        let whole = self.foretold.whole.as_ref().ok()?;
        let t = self.seen.t;
        let of = t.one("forecast-whole", "date", self.day(self.foretold.by));
        Some((of_hundred(t, whole.probability), of))
    }

    /// The record behind it.
    pub(crate) fn record(&self) -> Option<String> {
        let whole = self.foretold.whole.as_ref().ok()?;
        let t = self.seen.t;
        let said = [
            ("count", i64::from(whole.decisions).into()),
            ("date", t.date(whole.since).into()),
        ];
        Some(t.with("forecast-record", said))
    }

    /// Why there is no number.
    pub(crate) fn withheld(&self) -> Option<String> {
        let Unforeseen {
            authority,
            why: because,
        } = self.foretold.whole.as_ref().err()?;
        let t = self.seen.t;
        let because = why(t, *because);
        let of_all = matches!(
            self.foretold.whole,
            Err(Unforeseen {
                why: Withheld::FewDecisions { .. },
                ..
            })
        );
        let cut = self.foretold.is_cut.then(|| t.get("forecast-cut"));
        let with_cut = |said: String| match &cut {
            Some(cut) => format!("{said} {cut}"),
            None => said,
        };
        if of_all {
            return Some(with_cut(t.one("forecast-withheld", "why", because)));
        }
        // Why nothing is said of another authority is not for one that decides itself.
        let own = self.foretold.referrals.iter();
        let mut own = own.filter(|one| one.authority.as_str() == authority);
        if self.seen.view.sight == Sight::Authority && own.next().is_none() {
            return Some(t.get("forecast-withheld-other").into_owned());
        }
        let name = authority
            .parse()
            .map_or_else(|_| authority.clone(), |id| self.name(&id));
        let said = [("authority", name.into()), ("why", because.into())];
        Some(with_cut(t.with("forecast-withheld-of", said)))
    }

    /// Who is most often the last.
    pub(crate) fn critical(&self) -> Option<String> {
        let (authority, share) = self.foretold.critical()?;
        let t = self.seen.t;
        let said = [
            ("authority", self.name(authority).into()),
            ("share", of_hundred(t, share).into()),
        ];
        Some(t.with("forecast-critical", said))
    }

    /// What would help most: an answer before anything else, since that is in the hands of those who wait.
    pub(crate) fn helps_most(&self) -> Option<String> {
        let helps = self.worth_saying();
        let answer = helps.iter().find(|one| one.helps == Helps::Answer);
        let first = answer.or(helps.first())?;
        Some(self.seen.t.with("forecast-helps-most", self.change_words(first)))
    }

    /// Every change that would help, the most first.
    pub(crate) fn changes(&self) -> Vec<Change> {
        let t = self.seen.t;
        let change = |help: &&Help| Change {
            what: self.what(help),
            chance: of_hundred(t, help.probability),
        };
        self.worth_saying().iter().map(change).collect()
    }

    fn worth_saying(&self) -> Vec<&Help> {
        let now = self.foretold.whole.as_ref().ok().map(|whole| whole.probability);
        let helps = self.foretold.helps.iter();
        helps
            .filter(|help| now.is_none_or(|now| help.probability - now >= LEAST_GAIN))
            .collect()
    }

    fn change_words(&self, help: &Help) -> [(&'static str, crate::Value<'static>); 3] {
        let t = self.seen.t;
        let now = self.foretold.whole.as_ref().ok();
        let now = now.map_or_else(
            || t.get("forecast-no-number").into_owned(),
            |now| of_hundred(t, now.probability),
        );
        [
            ("what", self.what(help).into()),
            ("before", now.into()),
            ("after", of_hundred(t, help.probability).into()),
        ]
    }

    /// What would be done.
    fn what(&self, help: &Help) -> String {
        let referrals = &self.seen.view.application.referrals;
        let offers = referrals
            .get(&help.authority)
            .is_some_and(|one| one.open_offer().is_some());
        let id = match help.helps {
            // Accepting one is a change of the application: who decides again then is told there.
            Helps::Answer if offers => "forecast-declined",
            Helps::Answer if self.seen.view.sight == Sight::Organiser => "forecast-answer-yours",
            Helps::Answer => "forecast-answer",
            Helps::Decision => "forecast-decision",
        };
        let t = self.seen.t;
        let words = t.one(id, "authority", self.name(&help.authority));
        let question = referrals.get(&help.authority).and_then(Referral::open_question);
        let question = question.filter(|_| help.helps == Helps::Answer);
        match question.and_then(Question::share) {
            None => words,
            Some(one) => {
                let said = [("words", words.into()), ("answered", share(t, one).into())];
                t.with("forecast-of-items", said)
            }
        }
    }

    /// The authorities of which something is said.
    pub(crate) fn rows(&self) -> Vec<Row> {
        let row = |one: &Foretold| Some(self.row(one, one.days.ok()?));
        self.foretold.referrals.iter().filter_map(row).collect()
    }

    fn row(&self, one: &Foretold, days: Days) -> Row {
        let t = self.seen.t;
        let known = one.reckoned.as_ref().map_or(0, |reckoned| reckoned.basis.own);
        Row {
            name: self.name(&one.authority),
            path: format!("/cases/{}/forecast#{}", self.seen.view.id, one.authority),
            middle: self.day(days.middle()),
            between: self.between(days),
            in_time: of_hundred(t, days.in_time),
            known: t.number(i64::from(known)),
        }
    }

    /// Between which days four of five courses are over.
    pub(crate) fn between(&self, days: Days) -> String {
        let (early, late) = days.four_of_five();
        let said = [("from", self.day(early).into()), ("to", self.day(late).into())];
        self.seen.t.with("forecast-between", said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn nothing_is_certain_and_nothing_impossible() {
        let t = Text::of(Language::English);
        for (probability, expect) in [
            (1.0, "more than 99 of 100"),
            (0.996, "more than 99 of 100"),
            (0.994, "99 of 100"),
            (0.864, "86 of 100"),
            (0.006, "1 of 100"),
            (0.004, "fewer than 1 of 100"),
            (0.0, "fewer than 1 of 100"),
        ] {
            assert_eq!(of_hundred(t, probability), expect);
        }
    }
}
