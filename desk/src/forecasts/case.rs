//! What is foretold of one case, and what of it each of its readers sees.

use super::aside;
use super::record::entry;
use crate::clearance::{CaseView, Sight};
use crate::foretold::{CaseForecast, Days, Foretold, Help, Helps, Model, Whole};
use crate::views::application::present;
use crate::{Desk, Fault};
use ::forecast::{End, Entry, Learner, Lever, Outlook, Unforeseen, outlook, reckoned, with_change};
use act::{ApplicationId, AuthorityId, Date};
use clearance::Stage;
use std::sync::{Arc, PoisonError};

/// What a reader sees of it: an authority reads its own record, and how likely the whole is, but not how long the others take.
fn seen_by(view: &CaseView, foretold: &CaseForecast) -> CaseForecast {
    let mut seen = foretold.clone();
    if view.sight == Sight::Authority {
        let own = view.application.referred_to(view.context.actor.organisation);
        let own: Vec<&AuthorityId> = own.map(|one| &one.authority).collect();
        seen.referrals.retain(|one| own.contains(&&one.authority));
        // What another's decision would do tells when that one is expected; so does why nothing is said of it.
        seen.helps
            .retain(|one| one.helps == Helps::Answer && own.contains(&&one.authority));
    }
    seen
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
            is_cut: false,
            referrals: referrals.collect(),
            helps: self.helps(learner, &entries),
            whole: whole.map(|whole| Whole {
                probability: whole.decided_by(self.by),
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
            let lever = Lever {
                referral: at,
                instead,
            };
            let with = with_change(learner, self.as_of, entries, lever, self.by, self.seed);
            helps.extend(with.ok().map(|probability| Help {
                authority: authority.clone(),
                helps: helps_by,
                probability,
            }));
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
            return Ok(Some(seen_by(view, &foretold)));
        }
        let Some(open) = Open::of(view, days) else {
            return Ok(None);
        };
        let model: Arc<Model> = self.model(open.as_of).await?;
        let foretold = aside(move || {
            let mut learner = model.learner.lock().unwrap_or_else(PoisonError::into_inner);
            let foretold = open.foretold(&mut learner);
            Arc::new(CaseForecast {
                is_cut: model.is_cut,
                ..foretold
            })
        });
        let foretold = foretold.await?;
        self.forecasts.keep_of_case(stood, Arc::clone(&foretold));
        Ok(Some(seen_by(view, &foretold)))
    }
}
