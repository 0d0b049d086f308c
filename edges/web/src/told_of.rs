//! What happened in a case, in words: as its page and its paper say it.

use crate::Text;
use crate::acting::acted_as;
use crate::asked::numbers;
use crate::confided::{piece_name, whose};
use crate::offered;
use crate::site::Site;
use crate::wording::{Named, short_name, zone};
use act::{Actor, AuthorityId, AuthorityToAct};
use clearance::{Application, Deed, Happened, News};
use desk::clearance::{History, Told};

/// One thing that happened, in words.
pub(crate) struct ToldLine {
    /// The number of its fact in the case.
    pub number: usize,
    /// When.
    pub at: String,
    /// What.
    pub what: String,
    /// What it was about: the day of a letter, what an offer would have otherwise, what was changed from what to what.
    pub details: Vec<String>,
    /// What was said.
    pub words: Vec<String>,
    /// That something was said which is not for the reader.
    pub withheld: Option<String>,
    /// Who did it.
    pub by: String,
    /// The page where it is done or read.
    pub path: Option<String>,
}

/// A question, and what was answered before and after.
type Change = (String, String, String);

/// All that happened, in words; `changes` is what was changed each time that it was handed in again or amended, the first time first.
pub(crate) fn lines(
    site: &Site,
    t: Text,
    history: &History,
    named: Named,
    changes: Vec<Vec<Change>>,
) -> Vec<ToldLine> {
    let mut changes = changes.into_iter();
    let telling = Telling {
        site,
        t,
        history,
        named,
    };
    let line = |told: &Told| {
        let changes_it = matches!(
            told.happened.deed,
            Deed::News(News::Amended | News::HandedInAgain)
        );
        let changes = changes_it.then(|| changes.next()).flatten();
        telling.line(told, changes.unwrap_or_default())
    };
    history.told.iter().map(line).collect()
}

struct Telling<'a> {
    site: &'a Site,
    t: Text,
    history: &'a History,
    named: Named,
}

impl Telling<'_> {
    fn application(&self) -> &Application {
        &self.history.view.application
    }

    fn line(&self, told: &Told, changes: Vec<Change>) -> ToldLine {
        let one = &told.happened;
        let why = if told.open {
            "history-withheld"
        } else {
            "history-kept-back"
        };
        let withheld = told.withheld.then(|| self.t.get(why).into_owned());
        ToldLine {
            number: one.number,
            at: self.t.instant(one.by.at, &zone(self.application(), self.site)),
            what: self.what(one),
            details: self.details(one, changes),
            words: self.words(one),
            withheld,
            by: self.by(&one.by.actor),
            path: self.path(one),
        }
    }

    fn what(&self, one: &Happened) -> String {
        let authority = one.authority.as_ref();
        let authority = authority.map_or_else(String::new, |authority| self.authority(authority));
        let [answered, of] = numbers(one.share);
        let variables = [
            ("authority", authority.into()),
            ("days", i64::from(one.days.unwrap_or_default()).into()),
            ("named", self.named(one).unwrap_or_default().into()),
            (
                "amount",
                one.amount
                    .map_or_else(String::new, |money| self.t.money(money))
                    .into(),
            ),
            (
                "condition",
                self.t.number(i64::from(one.condition.unwrap_or_default())).into(),
            ),
            answered,
            of,
        ];
        match one.deed {
            // Whoever does not read what it is about reads that it happened.
            Deed::News(news) if one.named.is_none() && is_of_a_piece(news) => {
                self.t.with(&format!("notice-{}", news.name()), variables)
            }
            Deed::News(news) => self.t.with(&news_id(news), variables),
            Deed::Letter(news) => {
                let decided = self.t.with(&news_id(news), variables.clone());
                let [authority, ..] = variables;
                self.t
                    .with("history-letter", [authority, ("decided", decided.into())])
            }
            Deed::AdviceGiven(says) => {
                let said = self.t.get(&format!("by-link-says-{}", says.name()));
                let named = one.named.clone().unwrap_or_default();
                self.t.with(
                    "history-advice-given",
                    [("named", named.into()), ("says", said.into())],
                )
            }
            Deed::Recommended(news) => {
                let decided = self.t.with(&news_id(news), variables);
                self.t.one("history-recommended", "decided", decided)
            }
            other => {
                let name = other.own_name().unwrap_or_default();
                self.t.with(&format!("history-{name}"), variables)
            }
        }
    }

    /// What it names: a piece by what it is called.
    fn named(&self, one: &Happened) -> Option<String> {
        match (one.deed, one.pieces.first()) {
            (Deed::News(News::Confided | News::ConfidenceEnded), Some(piece)) => {
                Some(piece_name(self.site, self.t, self.application(), piece))
            }
            _ => one.named.clone(),
        }
    }

    /// What it was about.
    fn details(&self, one: &Happened, changes: Vec<Change>) -> Vec<String> {
        let t = self.t;
        let day = one.day.map(|day| {
            let id = match one.deed {
                Deed::Letter(_) => "history-letter-day",
                Deed::News(News::FeeDue) => "history-fee-by",
                Deed::News(News::InsuranceHandedIn | News::InsuranceEnds) => "history-insured-until",
                _ => "history-until",
            };
            t.one(id, "day", t.day(day))
        });
        let submission = self.application().submission.as_ref();
        let offered = submission.zip(one.otherwise.as_ref());
        let offered = offered.map(|(submission, otherwise)| {
            let what = offered::what(self.site, t, &submission.event, otherwise);
            t.one("history-offered", "what", what)
        });
        let some = |words: String| {
            if words.is_empty() {
                t.get("changes-nothing").into_owned()
            } else {
                words
            }
        };
        let changed = |(field, before, after): Change| {
            let words = [
                ("field", field.into()),
                ("before", some(before).into()),
                ("after", some(after).into()),
            ];
            t.with("history-changed", words)
        };
        let changes = changes.into_iter().map(changed);
        day.into_iter().chain(offered).chain(changes).collect()
    }

    /// What was said; of what was sealed, the ground says that it is one.
    fn words(&self, one: &Happened) -> Vec<String> {
        let mut words = one.words.clone();
        if one.sealed
            && let Some(ground) = words.first_mut()
        {
            *ground = self.t.one("sealed-on-ground", "ground", ground.as_str());
        }
        words
    }

    fn authority(&self, authority: &AuthorityId) -> String {
        let application = self.application();
        application.asked_ever(authority).map_or_else(
            || authority.to_string(),
            |referral| short_name(self.site, self.t, application, referral),
        )
    }

    /// In which role, and of whom.
    fn by(&self, actor: &Actor) -> String {
        if actor.is_rule() {
            return self.t.get("history-by-rule").into_owned();
        }
        if matches!(actor.authority, AuthorityToAct::Link { .. }) {
            return self.t.get("history-by-link").into_owned();
        }
        let role = acted_as(self.t, actor);
        let (site, t, named) = (self.site, self.t, &self.named);
        match whose(site, t, self.application(), named, actor.organisation) {
            None => role,
            Some(organisation) => {
                let words = [("role", role.into()), ("organisation", organisation.into())];
                self.t.with("history-by", words)
            }
        }
    }

    fn path(&self, one: &Happened) -> Option<String> {
        let case = format!("/cases/{}", self.history.view.id);
        if one.deed == Deed::PermitIssued {
            return one.named.as_ref().map(|permit| format!("/permits/{permit}"));
        }
        if is_of_insurance(one) {
            return Some(format!("{case}#insurances"));
        }
        if one.amount.is_some() {
            return Some(format!("{case}#fees"));
        }
        let authority = one.authority.as_ref()?;
        if !self.application().referrals.contains_key(authority) {
            return None;
        }
        Some(match one.condition {
            Some(number) => format!("{case}/referrals/{authority}/conditions/{number}"),
            None => format!("{case}/referrals/{authority}"),
        })
    }
}

/// Whether it became of a certificate of insurance.
fn is_of_insurance(one: &Happened) -> bool {
    matches!(
        one.deed,
        Deed::News(
            News::InsuranceHandedIn
                | News::InsuranceAccepted
                | News::InsuranceSentBack
                | News::InsuranceReversed
                | News::InsuranceShort
                | News::InsuranceEnds
        )
    )
}

/// Whether it names a piece of the case.
fn is_of_a_piece(news: News) -> bool {
    matches!(news, News::Document | News::Confided | News::ConfidenceEnded)
}

/// What is said of a document or an appeal is said with its name here.
fn news_id(news: News) -> String {
    match news {
        News::Document
        | News::Confided
        | News::ConfidenceEnded
        | News::AppealNoted
        | News::FeeDue
        | News::FeeSaid
        | News::FeeNotFound
        | News::FeePaid
        | News::FeeWaived
        | News::FeeRefunded
        | News::FeeReversed
        | News::InsuranceHandedIn
        | News::InsuranceAccepted
        | News::InsuranceSentBack
        | News::InsuranceReversed
        | News::InsuranceShort
        | News::InsuranceEnds => format!("history-{}", news.name()),
        news => format!("notice-{}", news.name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;

    #[test]
    fn all_that_happens_has_words() {
        for language in Language::ALL {
            let t = Text::of(language);
            for name in Deed::own_names() {
                assert!(t.has(&format!("history-{name}")), "{name}");
            }
            for news in News::ALL {
                assert!(t.has(&news_id(*news)), "{}", news.name());
            }
        }
    }
}
