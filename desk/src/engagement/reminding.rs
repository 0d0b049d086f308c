//! The clock reminds of what is due from us: a promise of ours, and a task. Rows say when; the record says of what. What was told is not due
//! any more, and of two who tell it at once the store takes one: so nothing is told twice, whatever stops in between.

use crate::store::{ListQuery, SHARED, ViewRow};
use crate::views::Viewed;
use crate::views::owed::{DUE_FROM_US, DueFromUs};
use crate::{Desk, Fault};
use act::{Act, Actor, Context, Date, OrganisationId};
use engagement::EngagementRefusal;
use engagement::acts::{RemindOfCommitment, RemindOfTask};
use jiff::tz::TimeZone;
use std::fmt::Display;

/// So many rows are looked at together.
const TOGETHER: u32 = 128;

impl Desk {
    /// Tells what is due soon, and what is late. Gives how much was told. What cannot be is told to the operator, and keeps nothing else back.
    ///
    /// # Errors
    /// [`Fault::Store`] if it cannot be read what is due.
    pub(crate) async fn remind_of_what_is_due(&self) -> Result<u64, Fault> {
        // The day is the installation's, as pages tell it: nothing is late while its day runs there.
        let zone = self.rulebooks().zone().unwrap_or(TimeZone::UTC);
        let today = self.now().to_zoned_datetime(zone).date();
        let (mut told, mut after) = (0, None);
        loop {
            let query = ListQuery {
                view: DUE_FROM_US,
                scope: SHARED.to_owned(),
                after,
                limit: TOGETHER,
            };
            let rows = self.store.list(&query).await?;
            let due = rows.iter().take_while(|row| row.key.sort <= today.to_string());
            let due: Vec<_> = due.collect();
            for row in &due {
                told += self.reminds(row, today).await.unwrap_or_else(|fault| {
                    tracing::warn!(record = row.key.key, %fault, "nobody was reminded of what is due");
                    0
                });
            }
            match due.last().filter(|_| due.len() == rows.len()) {
                Some(last) => after = Some((last.key.sort.clone(), last.key.key.clone())),
                None => return Ok(told),
            }
        }
    }

    async fn reminds(&self, row: &ViewRow, today: Date) -> Result<u64, Fault> {
        match &crate::views::line(row)? {
            DueFromUs::Commitment(id, from) => self.tells(id, *from, RemindOfCommitment { today }).await,
            DueFromUs::Task(id, from) => self.tells(id, *from, RemindOfTask { today }).await,
        }
    }

    /// Tells it in the name of the organisation whose record it is; where it was told meanwhile, there is nothing to do.
    async fn tells<A>(&self, id: impl Display + Clone, of: OrganisationId, act: A) -> Result<u64, Fault>
    where
        A: Act<State: Viewed, Refusal = EngagementRefusal> + Clone,
    {
        let by = Context {
            actor: Actor::rule(of),
            at: self.now(),
        };
        match self.perform(id, &by, act).await {
            Ok(_) => Ok(1),
            Err(Fault::Refused(_)) => Ok(0),
            Err(fault) => Err(fault),
        }
    }
}
