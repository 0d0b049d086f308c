//! What is foretold of one case, and what of it each of its readers sees.

use super::record::entry;
use super::{Model, aside};
use crate::clearance::{CaseView, Sight};
use crate::views::application::present;
use crate::{Desk, Fault};
use ::forecast::{Ahead, End, Entry, Learner, Outlook, Reckoned, Unforeseen, Withheld, outlook, reckoned};
use act::{ApplicationId, AuthorityId, Date};
use clearance::Stage;
use std::sync::{Arc, PoisonError};

/// What is foretold of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseForecast {
    /// The day of looking, in the case's zone.
    pub as_of: Date,
    /// The day by whose end all should have decided: the one before the event.
    pub by: Date,
    /// How likely it is that they have.
    pub whole: Result<Whole, Unforeseen>,
    /// Each authority whose decision is awaited, in the rulebook's order, as far as the reader sees it.
    pub referrals: Vec<Foretold>,
    /// What would help, the most first, as far as the reader sees it.
    pub helps: Vec<Help>,
}

/// How likely it is that all have decided in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whole {
    /// The probability.
    pub probability: f64,
    /// How many decisions were learned from.
    pub decisions: u32,
    /// Since when they are on record.
    pub since: Date,
}

/// What is foretold of one authority's decision.
#[derive(Clone, Debug, PartialEq)]
pub struct Foretold {
    /// The authority.
    pub authority: AuthorityId,
    /// When it may decide.
    pub days: Result<Days, Withheld>,
    /// What that rests on.
    pub reckoned: Result<Reckoned, Withheld>,
}

/// When an authority may decide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Days {
    /// With the probabilities 0.1, 0.25, 0.5, 0.75 and 0.9 it has decided by these days.
    pub by: [Date; 5],
    /// The probability that it has decided in time.
    pub in_time: f64,
    /// The probability that it is the last; none where nothing is foretold of others.
    pub last: Option<f64>,
}

/// A change that would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Helps {
    /// The authority's question is answered today.
    Answer,
    /// The authority decides today.
    Decision,
}

/// What a change would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    /// The authority that it is about.
    pub authority: AuthorityId,
    /// What would be done.
    pub helps: Helps,
    /// The probability that all decide in time, if it were.
    pub probability: f64,
}

impl Days {
    /// The middle: half the courses are over by that day.
    #[must_use]
    pub fn middle(&self) -> Date {
        self.by[2]
    }

    /// What holds four of five courses.
    #[must_use]
    pub fn four_of_five(&self) -> (Date, Date) {
        (self.by[0], self.by[4])
    }

    fn of(ahead: &Ahead, as_of: Date, by: Date, whole: bool) -> Days {
        let day = |probability| ahead.quantile(as_of, probability).unwrap_or(Date::MAX);
        Days {
            by: [0.1, 0.25, 0.5, 0.75, 0.9].map(day),
            in_time: ahead.probability(as_of, by),
            last: whole.then_some(ahead.critical),
        }
    }
}

impl CaseForecast {
    /// The authority that is most often the last, where there are several.
    #[must_use]
    pub fn critical(&self) -> Option<(&AuthorityId, f64)> {
        let last = |one: &Foretold| one.days.ok()?.last;
        let all = self
            .referrals
            .iter()
            .filter_map(|one| Some((&one.authority, last(one)?)));
        all.filter(|_| self.referrals.len() > 1)
            .max_by(|one, other| one.1.total_cmp(&other.1))
    }

    /// As a reader sees it: an authority reads its own record, and how likely the whole is, but not how long the others take.
    fn seen_by(&self, view: &CaseView) -> CaseForecast {
        let mut seen = self.clone();
        if view.sight == Sight::Authority {
            let own = view.application.referred_to(view.context.actor.organisation);
            let own: Vec<&AuthorityId> = own.map(|one| &one.authority).collect();
            seen.referrals.retain(|one| own.contains(&&one.authority));
            seen.helps.retain(|one| own.contains(&&one.authority));
        }
        seen
    }
}

/// The open referrals of a case on a day.
struct Open {
    as_of: Date,
    by: Date,
    seed: u64,
    entries: Vec<(AuthorityId, Entry)>,
}

/// The same case is drawn with the same numbers each day: what differs comes from what happened.
fn seed(id: ApplicationId) -> u64 {
    // FNV-1a over the text of the id.
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    id.to_string().bytes().fold(0xcbf2_9ce4_8422_2325, fold)
}

/// The day of looking and the day by which all should have decided; none where the outcome waits for nobody who could still be in time.
fn looked_at(view: &CaseView) -> Option<(Date, Date)> {
    let event = &view.application.submission.as_ref()?.event;
    let (as_of, by) = (event.local(view.context.at).date(), event.date.yesterday().ok()?);
    let waits = view.application.stage() == Stage::InCirculation && !view.is_refused();
    (waits && as_of <= by).then_some((as_of, by))
}

impl Open {
    /// Those of a case that are looked at on a day; none where only advice is awaited.
    fn of(view: &CaseView, (as_of, by): (Date, Date)) -> Option<Open> {
        let lines = present(&view.id.to_string(), &view.application);
        let open = lines.iter().filter(|line| line.decided.is_none());
        let entries: Vec<_> = open.map(|line| (line.authority.clone(), entry(line))).collect();
        (!entries.is_empty()).then(|| Open {
            as_of,
            by,
            seed: seed(view.id),
            entries,
        })
    }

    fn drawn(&self, learner: &mut Learner, entries: &[Entry]) -> Result<Outlook, Unforeseen> {
        outlook(learner, self.as_of, entries, self.seed)
    }

    fn foretold(&self, learner: &mut Learner) -> CaseForecast {
        let entries: Vec<Entry> = self.entries.iter().map(|(_, entry)| entry.clone()).collect();
        let whole = self.drawn(learner, &entries);
        let referrals = self.entries.iter().enumerate().map(|(at, (authority, entry))| {
            let days = match &whole {
                Ok(whole) => Ok(Days::of(&whole.referrals[at], self.as_of, self.by, true)),
                // What can be said of each is said, though nothing can of all.
                Err(_) => {
                    let alone = self.drawn(learner, std::slice::from_ref(entry));
                    let alone = alone.map_err(|unforeseen| unforeseen.why);
                    alone.map(|alone| Days::of(&alone.referrals[0], self.as_of, self.by, false))
                }
            };
            Foretold {
                authority: authority.clone(),
                days,
                reckoned: reckoned(learner, self.as_of, entry),
            }
        });
        CaseForecast {
            as_of: self.as_of,
            by: self.by,
            referrals: referrals.collect(),
            helps: self.helps(learner, &entries),
            whole: whole.map(|whole| Whole {
                probability: whole.probability(self.by),
                decisions: whole.referrals[0].basis.all,
                since: whole.referrals[0].basis.since,
            }),
        }
    }

    /// What each change would do, the best first.
    fn helps(&self, learner: &mut Learner, entries: &[Entry]) -> Vec<Help> {
        let mut helps = vec![];
        for (at, (authority, entry)) in self.entries.iter().enumerate() {
            let (helps_by, instead) = changed(entry, self.as_of);
            let mut entries = entries.to_vec();
            entries[at] = instead;
            if let Ok(found) = self.drawn(learner, &entries) {
                // Where nobody is left to wait for, all have decided.
                let probability = if found.referrals.is_empty() {
                    1.0
                } else {
                    found.probability(self.by)
                };
                helps.push(Help {
                    authority: authority.clone(),
                    helps: helps_by,
                    probability,
                });
            }
        }
        helps.sort_by(|one, other| other.probability.total_cmp(&one.probability));
        helps
    }
}

/// A referral with its question answered today, or, if none is open, decided.
fn changed(entry: &Entry, today: Date) -> (Helps, Entry) {
    let mut instead = entry.clone();
    match instead.pauses.iter_mut().find(|pause| pause.to.is_none()) {
        Some(pause) => {
            pause.to = Some(today);
            (Helps::Answer, instead)
        }
        None => {
            instead.end = End::Decided(today);
            (Helps::Decision, instead)
        }
    }
}

impl Desk {
    /// What is foretold of a case, as far as its reader sees it: nothing where no decision is awaited that could still come in time.
    /// It rests on the record of the days before and on the case as it stands, so that the same state gives the same figures.
    ///
    /// # Errors
    /// [`Fault::Store`] if the record cannot be read.
    pub async fn forecast(&self, view: &CaseView) -> Result<Option<CaseForecast>, Fault> {
        let Some(days) = looked_at(view) else {
            return Ok(None);
        };
        let stood = (view.id, view.version, days.0);
        if let Some(foretold) = self.forecasts.of_case(&stood) {
            return Ok(Some(foretold.seen_by(view)));
        }
        let Some(open) = Open::of(view, days) else {
            return Ok(None);
        };
        let model: Arc<Model> = self.model(open.as_of).await?;
        let foretold = aside(move || {
            let mut learner = model.learner.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::new(open.foretold(&mut learner))
        });
        let foretold = foretold.await?;
        self.forecasts.keep_of_case(stood, Arc::clone(&foretold));
        Ok(Some(foretold.seen_by(view)))
    }
}
