//! What an authority has to do in its cases beside deciding.

use super::lists::{Listed, Position, counted};
use crate::store::ListQuery;
use crate::views::application::{DUTIES, Duty, goes, payments};
use crate::{Desk, Fault};
use act::{Date, OrganisationId};
use jiff::ToSpan;

/// So many are shown: of payments the first that were said, of events the next. Those that are done make room.
const SHOWN: usize = 50;

impl Desk {
    /// What the officers and deciders of an authority have to do: the payments that it has to answer for, and after them the events of
    /// which it has to say now whether they can go ahead.
    pub(super) async fn duties(
        &self,
        organisation: OrganisationId,
        today: Date,
    ) -> Result<Listed<Duty>, Fault> {
        let mut found = self.payments(organisation).await?;
        // An event that goes on after midnight is over on the day after its own, and one far to the west on a day after ours.
        let begin = (today.saturating_sub(2.days()).to_string(), String::new());
        let goes = self.duties_of(goes(organisation), Some(begin)).await?;
        found.count += counted(goes.len());
        found.lines.extend(goes);
        Ok(found)
    }

    /// What is left of that to the coordinators of an authority: payments in cases that it leads.
    pub(super) async fn payments_to_lead(&self, organisation: OrganisationId) -> Result<Listed<Duty>, Fault> {
        let mut found = self.payments(organisation).await?;
        found.lines.retain(|one| one.leads);
        found.count = counted(found.lines.len());
        Ok(found)
    }

    async fn payments(&self, organisation: OrganisationId) -> Result<Listed<Duty>, Fault> {
        let scope = payments(organisation);
        let count = self.store.count(DUTIES, &scope).await?;
        let lines = self.duties_of(scope, None).await?;
        Ok(Listed {
            lines,
            count,
            next: None,
            earlier: None,
        })
    }

    async fn duties_of(&self, scope: String, after: Option<Position>) -> Result<Vec<Duty>, Fault> {
        let query = ListQuery {
            view: DUTIES,
            scope,
            after,
            limit: u32::try_from(SHOWN).unwrap_or(u32::MAX),
        };
        let rows = self.store.list(&query).await?;
        let duties: Vec<Duty> = rows.iter().map(crate::views::line).collect::<Result<_, _>>()?;
        let now = self.now();
        Ok(duties.into_iter().filter(|one| one.is_due(now)).collect())
    }
}
