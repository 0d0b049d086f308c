//! An authority's docket: what it can still decide, the most urgent first; and what is to be done about its conditions.

use super::lists::{Listed, Position, counted};
use crate::views::application::{
    AppealLine, CONDITIONS, ConditionDue, DOCKET, DocketLine, Duty, UNDECIDED, advising, awaiting, by_letter,
    contradicting, recommending, worked_on,
};
use crate::{Desk, Fault};
use act::{Actor, Date, PersonId, Role};
use identity::Names;
use std::collections::{BTreeMap, BTreeSet};

/// Which list of a docket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocketList {
    /// What can still be decided.
    Decisions,
    /// Of that, what the reader worked on last.
    Mine,
    /// The conditions of permits.
    Conditions,
    /// The appeals.
    Appeals,
}

/// A page of a docket.
#[derive(Clone, Debug)]
pub struct Docket {
    /// What can still be decided, by the day on which that is due; last, what waits for the organiser's answer.
    pub lines: Vec<DocketLine>,
    /// How many referrals wait for this authority's decision, on all pages.
    pub waiting: u64,
    /// How many wait for its advice, on all pages.
    pub advising: u64,
    /// How many wait for somebody of this authority to recommend a decision first, on all pages.
    pub recommending: u64,
    /// How many of all lines the reader worked on last.
    pub mine: u64,
    /// Those who worked on what stands on this page, by what they are called, as far as it is known.
    pub people: BTreeMap<PersonId, Names>,
    /// How many wait for the organiser's answer, on all pages.
    pub awaiting: u64,
    /// How many it has decided under conditions that contradict another's, on all pages.
    pub contradicting: u64,
    /// How many are decided by a letter that was recorded in its name, on all pages.
    pub by_letter: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<Position>,
    /// The authority's conditions on permits about which something is to be done: first those for which something was shown, then
    /// what is overdue or, the event being near, not discharged.
    pub conditions: Listed<ConditionDue>,
    /// What it has to do beside: payments to answer for, and events of which it has to say whether they can go ahead.
    pub duties: Listed<Duty>,
    /// The appeals against what the authority decided: those that were upheld, as long as something is to be done, then the open ones.
    pub appeals: Listed<AppealLine>,
}

impl Desk {
    /// The undecided referrals of the actor's organisation, its conditions, and the appeals against it, as seen on a day. Of one list, the
    /// page after a position; of the others, the first.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor does not review.
    pub async fn docket(
        &self,
        actor: &Actor,
        (paged, after): (DocketList, Option<Position>),
        today: Date,
    ) -> Result<Docket, Fault> {
        if !matches!(actor.role, Role::Officer | Role::Decider) {
            return Err(Fault::NotFound);
        }
        let own = actor.organisation.to_string();
        let advising = self.store.count(UNDECIDED, &advising(&own)).await?;
        let awaiting = self.store.count(UNDECIDED, &awaiting(&own)).await?;
        let reconciling = self.store.count(UNDECIDED, &contradicting(&own)).await?;
        let by_letter = self.store.count(UNDECIDED, &by_letter(&own)).await?;
        let all = self.store.count(DOCKET, &own).await?;
        let recommending = self.store.count(UNDECIDED, &recommending(&own)).await?;
        let waiting = all.saturating_sub(advising + awaiting + reconciling + by_letter + recommending);
        let own_work = worked_on(&own, actor.person);
        let mine = self.store.count(DOCKET, &own_work).await?;
        // What is over is closed by itself within the minute, and then stands here no longer.
        let is_ahead = |line: &DocketLine| line.last >= today;
        // They stand before all others; those of a permit are not closed with the event.
        let is_other = |line: &DocketLine| !line.contradicts;
        let contradicting = self.first_until(DOCKET, &own, is_other).await?;
        let contradicting = counted(contradicting.iter().filter(|(_, line)| is_ahead(line)).count());
        let after = |list| after.clone().filter(|_| list == paged);
        let is_not_due = |line: &ConditionDue| !line.is_due(today);
        let conditions = self
            .until(CONDITIONS, &own, after(DocketList::Conditions), is_not_due)
            .await?;
        let duties = self.duties(actor.organisation, today).await?;
        let appeals = self
            .appeals(own.clone(), after(DocketList::Appeals), today)
            .await?;
        let (scope, of) = match paged {
            DocketList::Mine => (own_work, DocketList::Mine),
            _ => (own, DocketList::Decisions),
        };
        let (lines, next) = self.page_of(DOCKET, scope, after(of), is_ahead).await?;
        let workers: BTreeSet<PersonId> = lines
            .iter()
            .filter_map(|line: &DocketLine| line.worked_on_by)
            .collect();
        let people = self.names_of(workers).await?;
        Ok(Docket {
            lines,
            waiting,
            advising,
            recommending,
            mine,
            people,
            awaiting,
            contradicting,
            by_letter,
            next,
            conditions,
            duties,
            appeals,
        })
    }
}
