//! Which events want the same place at the same time.

pub use crate::clash::Clash;
use crate::store::ListQuery;
use crate::views::holds::{DAYS, DayLine, Wants};
use crate::{Desk, Fault};
use act::{Actor, Date, Role};
use clearance::Taken;
use std::sync::Arc;

/// How many days that are wanted are looked at for clashes on a board. Those that come first are the ones that press.
const MOST_LOOKED_AT: u32 = 500;
/// How many clashes a board names.
const MOST_CLASHES: usize = 50;

impl Desk {
    /// What else is wanted at that place and time where the actor leads, but for one itself; nothing for anyone else.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn wanted_beside(
        &self,
        actor: &Actor,
        own: &str,
        taken: &Taken<'_>,
        today: Date,
    ) -> Result<Vec<DayLine>, Fault> {
        if actor.role != Role::Coordinator {
            return Ok(vec![]);
        }
        // What began on the evening before may still last, and so may this when the next day begins.
        let from = taken.date.yesterday().unwrap_or(taken.date);
        let last = taken.date.tomorrow().unwrap_or(taken.date);
        let mut lines: Vec<DayLine> = vec![];
        let mut after = (from.to_string(), String::new());
        loop {
            let some = self.days_after(actor, after).await?;
            let full = some.len() == MOST_LOOKED_AT as usize;
            let next = some.last().map(|one| (one.date.to_string(), one.id.clone()));
            lines.extend(some.into_iter().filter(|one| one.date <= last));
            match next {
                Some(next) if full && next.0 <= last.to_string() => after = next,
                _ => break,
            }
        }
        let beside = lines
            .into_iter()
            .filter(|one| one.id != own && one.wants_on(today));
        Ok(beside.filter(|one| one.taken().clashes_with(taken)).collect())
    }

    /// Those that want one place at one time where the actor leads, from a day on.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn clashes(&self, actor: &Actor, today: Date) -> Result<Arc<[Clash]>, Fault> {
        if actor.role != Role::Coordinator {
            return Ok(Arc::default());
        }
        let found = (actor.organisation, self.store.size().await?, today);
        if let Some(clashes) = self.clashes.get(&found) {
            return Ok(clashes);
        }
        let mut lines = self.days_after(actor, (today.to_string(), String::new())).await?;
        lines.retain(|one| one.wants_on(today));
        let taken: Vec<Taken<'_>> = lines.iter().map(DayLine::taken).collect();
        let pairs = clearance::clashes(&taken).into_iter().take(MOST_CLASHES);
        let clash = |(one, other): (usize, usize)| {
            Some(Clash {
                one: lines.get(one)?.clone(),
                other: lines.get(other)?.clone(),
            })
        };
        let clashes: Arc<[Clash]> = pairs.filter_map(clash).collect();
        self.clashes.keep(found, Arc::clone(&clashes));
        Ok(clashes)
    }

    async fn days_after(&self, actor: &Actor, after: (String, String)) -> Result<Vec<DayLine>, Fault> {
        let query = ListQuery {
            view: DAYS,
            scope: actor.organisation.to_string(),
            after: Some(after),
            limit: MOST_LOOKED_AT,
        };
        let rows = self.store.list(&query).await?;
        Ok(rows.iter().map(crate::views::line).collect::<Result<_, _>>()?)
    }
}

impl DayLine {
    /// The address of what wants it.
    #[must_use]
    pub fn path(&self) -> String {
        match self.by {
            Wants::Application => format!("/cases/{}", self.id),
            Wants::Hold => format!("/holds/{}", self.id),
        }
    }
}
