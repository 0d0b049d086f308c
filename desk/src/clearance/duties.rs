//! What an authority has to do in its cases beside deciding.

use super::lists::{Listed, Position, counted};
use crate::store::{ListQuery, ViewRow};
use crate::views::application::{DUTIES, Duty, certificates_of, goes, payments, payments_led};
use crate::{Desk, Fault};
use act::{Date, OrganisationId};
use jiff::ToSpan;

/// So many of each are shown: of payments the first that were said, of events the next. Those that are done make room.
const SHOWN: usize = 50;

impl Desk {
    /// What the officers and deciders of an authority have to do: the payments and certificates that it has to answer, and after them the
    /// events of which it has to say now whether they can go ahead.
    pub(super) async fn duties(
        &self,
        organisation: OrganisationId,
        today: Date,
    ) -> Result<Listed<Duty>, Fault> {
        let mut found = self.payments(payments(organisation)).await?;
        for scope in [certificates_of(organisation), goes(organisation)] {
            let due = self.by_event(scope, today).await?;
            found.count += counted(due.len());
            found.lines.extend(due.into_iter().take(SHOWN));
        }
        Ok(found)
    }

    /// What is due now of a scope that is sorted by the event's day: of a few days where it is due so long before, of all ahead where it
    /// is due at once, however many are on them.
    async fn by_event(&self, scope: String, today: Date) -> Result<Vec<Duty>, Fault> {
        // An event that goes on after midnight is over on the day after its own, and one far to the west on a day after ours.
        let mut after = (today.saturating_sub(2.days()).to_string(), String::new());
        let now = self.now();
        let mut due = vec![];
        loop {
            let rows = self.duty_rows(scope.clone(), Some(after)).await?;
            let next = rows
                .last()
                .map(|last| (last.key.sort.clone(), last.key.key.clone()));
            let duties: Vec<Duty> = read(&rows)?;
            let is_ahead = duties.last().is_some_and(|last| last.is_days_ahead(now));
            due.extend(duties.into_iter().filter(|one| one.is_due(now)));
            match next {
                Some(next) if rows.len() == SHOWN && !is_ahead => after = next,
                _ => return Ok(due),
            }
        }
    }

    /// What is left of that to the coordinators of an authority: payments in cases that it leads.
    pub(super) async fn payments_to_lead(&self, organisation: OrganisationId) -> Result<Listed<Duty>, Fault> {
        self.payments(payments_led(organisation)).await
    }

    async fn payments(&self, scope: String) -> Result<Listed<Duty>, Fault> {
        let count = self.store.count(DUTIES, &scope).await?;
        let lines = read(&self.duty_rows(scope, None).await?)?;
        Ok(Listed {
            lines,
            count,
            next: None,
            earlier: None,
        })
    }

    async fn duty_rows(&self, scope: String, after: Option<Position>) -> Result<Vec<ViewRow>, Fault> {
        let query = ListQuery {
            view: DUTIES,
            scope,
            after,
            limit: u32::try_from(SHOWN).unwrap_or(u32::MAX),
        };
        Ok(self.store.list(&query).await?)
    }
}

fn read(rows: &[ViewRow]) -> Result<Vec<Duty>, Fault> {
    Ok(rows.iter().map(crate::views::line).collect::<Result<_, _>>()?)
}
