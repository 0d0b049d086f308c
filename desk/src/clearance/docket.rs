//! An authority's docket: what it can still decide, the most urgent first.

use super::lists::Position;
use crate::views::application::{DOCKET, DocketLine, UNDECIDED, advising, awaiting, contradicting};
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
    /// How many it has decided under conditions that contradict another's, on all pages.
    pub contradicting: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<Position>,
}

impl Desk {
    /// The undecided referrals of the actor's organisation as seen on a day.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor does not review.
    pub async fn docket(&self, actor: &Actor, after: Option<Position>, today: Date) -> Result<Docket, Fault> {
        if !matches!(actor.role, Role::Officer | Role::Decider) {
            return Err(Fault::NotFound);
        }
        let own = actor.organisation.to_string();
        let advising = self.store.count(UNDECIDED, &advising(&own)).await?;
        let awaiting = self.store.count(UNDECIDED, &awaiting(&own)).await?;
        let contradicting = self.store.count(UNDECIDED, &contradicting(&own)).await?;
        let all = self.store.count(DOCKET, &own).await?;
        let waiting = all.saturating_sub(advising + awaiting + contradicting);
        // What is over is closed by itself within the minute, and then stands here no longer.
        let is_ahead = |line: &DocketLine| line.last >= today;
        let (lines, next) = self.page_of(DOCKET, own, after, is_ahead).await?;
        Ok(Docket {
            lines,
            waiting,
            advising,
            awaiting,
            contradicting,
            next,
        })
    }
}
