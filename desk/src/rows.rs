//! Lists that are needed whole: read a page at a time, to the end.

use crate::Desk;
use crate::store::{ListQuery, StoreFault, ViewRow};
use serde::de::DeserializeOwned;

/// How many rows of a view are read at once.
const ROWS_AT_ONCE: u16 = 500;

impl Desk {
    /// All rows of a view in a scope, however many there are.
    pub(crate) async fn rows(&self, view: &'static str, scope: String) -> Result<Vec<ViewRow>, StoreFault> {
        let mut all = vec![];
        let mut query = ListQuery {
            view,
            scope,
            after: None,
            limit: ROWS_AT_ONCE.into(),
        };
        loop {
            let rows = self.store.list(&query).await?;
            query.after = rows.last().map(|row| (row.key.sort.clone(), row.key.key.clone()));
            let is_last = rows.len() < usize::from(ROWS_AT_ONCE);
            all.extend(rows);
            if is_last {
                return Ok(all);
            }
        }
    }

    /// The same, read.
    pub(crate) async fn lines<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: String,
    ) -> Result<Vec<T>, StoreFault> {
        let rows = self.rows(view, scope).await?;
        rows.iter().map(crate::views::line).collect()
    }
}
