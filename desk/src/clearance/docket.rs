//! An authority's docket: what it can still decide, the most urgent first, and apart from it what lapsed because the event is
//! over. Whether it is depends on the day of looking, which no row knows.

use super::lists::{PAGE, counted};
use crate::store::ListQuery;
use crate::views::application::{DOCKET, DocketLine, UNDECIDED, advising, awaiting};
use crate::{Desk, Fault};
use act::{Actor, Date, Role};

/// A page of a docket.
#[derive(Clone, Debug)]
pub struct Docket {
    /// What can still be decided, by the day on which that is due; last, what waits for the organiser's answer.
    pub lines: Vec<DocketLine>,
    /// How many referrals wait for this authority's decision, on all pages.
    pub waiting: u64,
    /// How many wait for its advice, on all pages.
    pub advising: u64,
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
        let mut lapsed = vec![];
        let waiting = self.undecided(&own, today, &mut lapsed).await?;
        let advising = self.undecided(&advising(&own), today, &mut lapsed).await?;
        let awaiting = self.undecided(&awaiting(&own), today, &mut lapsed).await?;
        let (lines, next) = self.decidable(own, after, today).await?;
        let lapsed_count = counted(lapsed.len());
        lapsed.sort_by_key(|one| one.last);
        lapsed.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
        Ok(Docket {
            lines,
            waiting,
            advising,
            awaiting,
            lapsed,
            lapsed_count,
            next,
        })
    }

    /// How many referrals of a scope wait on this day; those whose event was over before it join the lapsed.
    async fn undecided(&self, scope: &str, today: Date, lapsed: &mut Vec<DocketLine>) -> Result<u64, Fault> {
        let is_ahead = |line: &DocketLine| line.last >= today;
        let over = self.first_until(UNDECIDED, scope, is_ahead).await?;
        let all = self.store.count(UNDECIDED, scope).await?;
        let waiting = all.saturating_sub(counted(over.len()));
        lapsed.extend(over.into_iter().map(|(_, line)| line));
        Ok(waiting)
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
