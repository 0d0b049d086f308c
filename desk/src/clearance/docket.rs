//! An authority's docket: what it can still decide, the most urgent first, and apart from it what lapsed because the event is
//! over. Whether it is depends on the day of looking, which no row knows.

use super::lists::PAGE;
use crate::store::ListQuery;
use crate::views::application::{DOCKET, DocketLine, UNDECIDED, awaiting};
use crate::{Desk, Fault};
use act::{Actor, Date, Role};

/// A page of a docket.
#[derive(Clone, Debug)]
pub struct Docket {
    /// What can still be decided, by the day on which that is due; last, what waits for the organiser's answer.
    pub lines: Vec<DocketLine>,
    /// How many referrals wait for this authority, on all pages.
    pub waiting: u64,
    /// How many wait for the organiser's answer, on all pages.
    pub awaiting: u64,
    /// Those whose event was over before they were decided, the oldest first: as many as a page has.
    pub lapsed: Vec<DocketLine>,
    /// How many of them there are.
    pub lapsed_count: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<(String, String)>,
}

impl Desk {
    /// The undecided referrals of the actor's organisation as seen on a day.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor does not review.
    pub async fn docket(
        &self,
        actor: &Actor,
        after: Option<(String, String)>,
        today: Date,
    ) -> Result<Docket, Fault> {
        if !matches!(actor.role, Role::Officer | Role::Decider) {
            return Err(Fault::NotFound);
        }
        let own = actor.organisation.to_string();
        let asked = awaiting(&own);
        let (lapsed_own, lapsed_asked) = (self.lapsed(&own, today).await?, self.lapsed(&asked, today).await?);
        let counts =
            [lapsed_own.len(), lapsed_asked.len()].map(|count| u64::try_from(count).unwrap_or(u64::MAX));
        let undecided = self.store.count(UNDECIDED, &own).await?;
        let questioned = self.store.count(UNDECIDED, &asked).await?;
        let (lines, next) = self.decidable(own, after, today).await?;
        let mut lapsed = [lapsed_own, lapsed_asked].concat();
        lapsed.sort_by_key(|one| one.last);
        lapsed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        Ok(Docket {
            lines,
            waiting: undecided.saturating_sub(counts[0]),
            awaiting: questioned.saturating_sub(counts[1]),
            lapsed,
            lapsed_count: counts.iter().sum(),
            next,
        })
    }

    /// The referrals of a scope whose event was over before the day: they come first, and reading ends after them.
    async fn lapsed(&self, scope: &str, today: Date) -> Result<Vec<DocketLine>, Fault> {
        let mut lapsed = vec![];
        let mut after = None;
        loop {
            let query = ListQuery {
                view: UNDECIDED,
                scope: scope.to_owned(),
                after: after.take(),
                limit: PAGE,
            };
            let rows = self.store.list(&query).await?;
            for row in &rows {
                let line: DocketLine = crate::views::line(row)?;
                if line.last >= today {
                    return Ok(lapsed);
                }
                lapsed.push(line);
            }
            match rows.last() {
                Some(last) => after = Some((last.sort.clone(), last.key.key.clone())),
                None => return Ok(lapsed),
            }
        }
    }

    /// A page of what can still be decided, and where the next begins. What lapsed stands among it and is passed over.
    async fn decidable(
        &self,
        scope: String,
        mut after: Option<(String, String)>,
        today: Date,
    ) -> Result<(Vec<DocketLine>, Option<(String, String)>), Fault> {
        let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let mut lines: Vec<DocketLine> = vec![];
        let mut last_shown = None;
        loop {
            let query = ListQuery {
                view: DOCKET,
                scope: scope.clone(),
                after: after.take(),
                limit: PAGE + 1,
            };
            let rows = self.store.list(&query).await?;
            for row in &rows {
                let line: DocketLine = crate::views::line(row)?;
                let position = (row.sort.clone(), row.key.key.clone());
                after = Some(position.clone());
                if line.last < today {
                    continue;
                }
                // One more than is shown tells whether there is a next page.
                if lines.len() == most {
                    return Ok((lines, last_shown));
                }
                lines.push(line);
                last_shown = Some(position);
            }
            if rows.len() <= most {
                return Ok((lines, None));
            }
        }
    }
}
