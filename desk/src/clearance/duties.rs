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
    /// The payments that an organisation has to answer for; with `goes`, after them the events of which it has to say now whether they
    /// can go ahead.
    pub(super) async fn duties(
        &self,
        organisation: OrganisationId,
        today: Date,
        with_goes: bool,
    ) -> Result<Listed<Duty>, Fault> {
        let scope = payments(organisation);
        let count = self.store.count(DUTIES, &scope).await?;
        let mut lines = self.duties_of(scope, None, today).await?;
        let mut goes_due = vec![];
        if with_goes {
            // An event that goes on after midnight is over on the day after its own.
            let begin = (today.saturating_sub(1.day()).to_string(), String::new());
            goes_due = self.duties_of(goes(organisation), Some(begin), today).await?;
        }
        let count = count + counted(goes_due.len());
        lines.extend(goes_due);
        Ok(Listed {
            lines,
            count,
            next: None,
            earlier: None,
        })
    }

    async fn duties_of(
        &self,
        scope: String,
        after: Option<Position>,
        today: Date,
    ) -> Result<Vec<Duty>, Fault> {
        let query = ListQuery {
            view: DUTIES,
            scope,
            after,
            limit: u32::try_from(SHOWN).unwrap_or(u32::MAX),
        };
        let rows = self.store.list(&query).await?;
        let duties: Vec<Duty> = rows.iter().map(crate::views::line).collect::<Result<_, _>>()?;
        Ok(duties.into_iter().filter(|one| one.is_due(today)).collect())
    }
}
