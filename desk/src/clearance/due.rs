//! What happens to applications by itself: silence that counts, events that are over. Rows say when something is due; what it is
//! the application says. So nothing happens twice, whatever stops in between and however many servers look: what was done is not
//! due any more, and of two who do it at once the store takes one.

use super::lists::PAGE;
use crate::desk::ROUNDS;
use crate::store::{ListQuery, SHARED, ViewRow};
use crate::views::application::DUE;
use crate::{Desk, Fault};
use act::{Actor, Context, Timestamp};
use clearance::Application;

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
        let (mut done, mut after) = (0, None);
        loop {
            let query = ListQuery {
                view: DUE,
                scope: SHARED.to_owned(),
                after: after.take(),
                limit: PAGE,
            };
            let rows = self.store.list(&query).await?;
            let due: Vec<&ViewRow> = rows
                .iter()
                .take_while(|row| row.key.sort <= now.to_string())
                .collect();
            for row in &due {
                let id = &row.key.key;
                match self.does_what_is_due_to(id, now).await {
                    Ok(did) => done += did,
                    Err(fault) => tracing::warn!(application = id, %fault, "what is due was not done"),
                }
            }
            match due.last() {
                Some(last) if due.len() == rows.len() => {
                    after = Some((last.key.sort.clone(), last.key.key.clone()));
                }
                _ => return Ok(done),
            }
        }
    }

    /// Does all that is due to one application.
    async fn does_what_is_due_to(&self, id: &str, now: Timestamp) -> Result<u64, Fault> {
        let mut done = 0;
        // Each round something was done, by us or by others, so it ends; a bound keeps a defect from turning for ever.
        for _ in 0..ROUNDS {
            let loaded = self.existing::<Application>(id).await?;
            let Some((act, organisation)) = clearance::due(&loaded.state, now) else {
                break;
            };
            let at = loaded.state.latest.map_or(now, |latest| latest.max(now));
            let actor = Actor::rule(organisation);
            let drafted = self.draft(id, &loaded, &Context { actor, at }, act)?;
            match self.append(vec![drafted]).await {
                Ok(_) => done += 1,
                Err(Fault::Stale) => {}
                Err(fault) => return Err(fault),
            }
        }
        Ok(done)
    }
}
