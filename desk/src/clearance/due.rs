//! What happens to applications by itself: silence that counts, events that are over. Rows say when something is due; what it is
//! the application says. So nothing happens twice, whatever stops in between and however many servers look: what was done is not
//! due any more, and of two who do it at once the store takes one.
//!
//! What is due is written down many cases at a time, in the order in which it fell due. Where that is not taken, because someone
//! else was faster with one of them or one cannot be folded, each is done by itself.

use crate::desk::{Drafted, ROUNDS, decide};
use crate::store::{ListQuery, SHARED, ViewRow};
use crate::views::application::DUE;
use crate::{Desk, Fault, Versioned};
use act::{Actor, Context, Recorded, State, Timestamp};
use clearance::{Application, ApplicationFact};

/// How many cases share an append: so many that the disk is not waited for at each, so few that whoever acts meanwhile is not held up.
const TOGETHER: u32 = 128;

/// Cases to which something is due, and what.
struct Due {
    ids: Vec<String>,
    /// What all of them come to, and how much that is; why not, where one of them cannot be read or decided.
    drafted: Result<(Vec<Drafted>, u64), Fault>,
    /// After which row the next of them come; none where there are no more.
    after: Option<(String, String)>,
}

impl Desk {
    /// Does all that is due at the present instant, what was due first first. Gives how much was done. What cannot be done is
    /// told to the operator, and does not keep the rest from being done.
    ///
    /// # Errors
    /// [`Fault::Store`] if it cannot be read which applications that is due to.
    pub async fn do_what_is_due(&self) -> Result<u64, Fault> {
        // Nobody's silence counts by a calendar that was changed before.
        self.follow_calendars().await;
        let now = self.now();
        let mut done = 0;
        let mut due = self.what_is_due(None, now).await?;
        // While the store writes some, the next are decided.
        while let Some(after) = due.after.take() {
            let (did, next) = tokio::join!(
                self.record_what_is_due(due, now),
                self.what_is_due(Some(after), now)
            );
            done += did;
            due = next?;
        }
        done += self.record_what_is_due(due, now).await;
        // Silence that counts does not wait until the desk was reminded, nor for want of that.
        let told = self.remind_of_what_is_due().await.unwrap_or_else(|fault| {
            tracing::warn!(%fault, "nobody was reminded of what is due");
            0
        });
        Ok(done + told)
    }

    /// The next cases to which something is due, and what.
    async fn what_is_due(&self, after: Option<(String, String)>, now: Timestamp) -> Result<Due, Fault> {
        let query = ListQuery {
            view: DUE,
            scope: SHARED.to_owned(),
            after,
            limit: TOGETHER,
        };
        let rows = self.store.list(&query).await?;
        let due: Vec<&ViewRow> = rows
            .iter()
            .take_while(|row| row.key.sort <= now.to_string())
            .collect();
        let after = due.last().filter(|_| due.len() == rows.len());
        let after = after.map(|last| (last.key.sort.clone(), last.key.key.clone()));
        let ids: Vec<String> = due.iter().map(|row| row.key.key.clone()).collect();
        Ok(Due {
            drafted: self.draft_together(&ids, now).await,
            ids,
            after,
        })
    }

    /// Decides all that is due to some applications, in their order.
    async fn draft_together(&self, ids: &[String], now: Timestamp) -> Result<(Vec<Drafted>, u64), Fault> {
        let found = self.load_each::<Application>(ids.iter()).await?;
        let (mut done, mut drafted) = (0, vec![]);
        for (id, found) in ids.iter().zip(&found) {
            let Some((one, did)) = self.draft_what_is_due_to(id, found, now)? else {
                continue;
            };
            done += did;
            drafted.push(one);
        }
        Ok((drafted, done))
    }

    /// Records what was decided, together; where that cannot be, for each application alone.
    async fn record_what_is_due(&self, due: Due, now: Timestamp) -> u64 {
        let together = match due.drafted {
            Ok((drafted, done)) if drafted.is_empty() => Ok(done),
            Ok((drafted, done)) => self.append(drafted).await.map(|_| done),
            Err(fault) => Err(fault),
        };
        match together {
            Ok(done) => return done,
            // One of them keeps all from being done: nothing was.
            Err(fault) => tracing::debug!(%fault, "what is due is not done together"),
        }
        let mut done = 0;
        for id in &due.ids {
            done += self.do_alone(id, now).await;
        }
        done
    }

    /// Does all that is due to one application. What cannot be done is told to the operator.
    async fn do_alone(&self, id: &str, now: Timestamp) -> u64 {
        self.does_what_is_due_to(id, now).await.unwrap_or_else(|fault| {
            tracing::warn!(application = id, %fault, "what is due was not done");
            0
        })
    }

    /// The same.
    ///
    /// # Errors
    /// [`Fault`] if it cannot be read, decided or appended.
    async fn does_what_is_due_to(&self, id: &str, now: Timestamp) -> Result<u64, Fault> {
        // Each round someone else got on, so it ends; a bound keeps a defect from turning for ever.
        for _ in 0..ROUNDS {
            let found = self.existing::<Application>(id).await?;
            let Some((drafted, done)) = self.draft_what_is_due_to(id, &found, now)? else {
                return Ok(0);
            };
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                appended => return appended.map(|_| done),
            }
        }
        Err(Fault::Stale)
    }

    /// All that is due to one application, each on what the one before it did, and how much that is; none if nothing is.
    fn draft_what_is_due_to(
        &self,
        id: &str,
        found: &Versioned<Application>,
        now: Timestamp,
    ) -> Result<Option<(Drafted, u64)>, Fault> {
        let (mut all, mut done) = (vec![], 0);
        let mut ahead: Option<Versioned<Application>> = None;
        for _ in 0..ROUNDS {
            let standing = ahead.as_ref().unwrap_or(found);
            let Some((act, organisation)) = clearance::due(&standing.state, now) else {
                break;
            };
            let at = standing.state.latest.map_or(now, |latest| latest.max(now));
            let actor = Actor::rule(organisation);
            let by = Context { actor, at };
            let facts: Vec<ApplicationFact> = decide(&standing.state, &by, act)?;
            done += 1;
            let standing = ahead.get_or_insert_with(|| found.clone());
            for fact in facts {
                let by = by.clone();
                let recorded = Recorded { fact, by };
                standing.state.evolve(&recorded);
                all.push(recorded);
            }
        }
        if all.is_empty() {
            return Ok(None);
        }
        Ok(Some((self.recorded(id, found, all)?, done)))
    }
}
