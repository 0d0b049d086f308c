//! The board of an authority that leads: what waits, and for whom.

use super::lists::{Listed, Position, paged};
use crate::views::application::{
    AppealLine, CASES, CaseLine, Duty, by_due, concerning, in_cases_led_by, leading, waiting,
};
use crate::{Desk, Fault};
use act::{Actor, Date, Role};

/// Whom an open application waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WaitsFor {
    /// Someone who should have decided by now.
    Overdue,
    /// The authority that leads: it circulates, or issues the permit.
    Lead,
    /// Those who were asked and have time, or the organiser.
    Others,
    /// The body that an appeal went to; or, once it was upheld, whoever decided.
    Appeals,
    /// Whoever has to show, or to discharge, that a condition of its permit is kept.
    Conditions,
}

/// The open applications of a lead authority, each in one list.
#[derive(Clone, Debug)]
pub struct Board {
    /// Those that wait for a decision that is overdue, by the event's day: the nearest is in the greatest danger.
    pub overdue: Listed<CaseLine>,
    /// Those that wait for the authority itself, by the event's day.
    pub lead: Listed<CaseLine>,
    /// Those that wait for others, by the event's day.
    pub others: Listed<CaseLine>,
    /// Those with a permit of which a condition is overdue, or not discharged though the event is near; the longest first.
    pub conditions: Listed<CaseLine>,
    /// Payments of its own fees that it has to answer for.
    pub duties: Listed<Duty>,
    /// Appeals in cases that it leads: those that were upheld, as long as something is to be done, then the open ones.
    pub appeals: Listed<AppealLine>,
}

impl Desk {
    /// The open applications that the actor's organisation leads, as seen on a day. Of one list, the page after a position; of
    /// the others, the first.
    ///
    /// # Errors
    /// [`Fault::Store`]; [`Fault::NotFound`] if the actor leads none.
    pub async fn board(
        &self,
        actor: &Actor,
        today: Date,
        (paged, after): (WaitsFor, Option<Position>),
    ) -> Result<Board, Fault> {
        if actor.role != Role::Coordinator {
            return Err(Fault::NotFound);
        }
        let own = actor.organisation.to_string();
        let after = |list| after.clone().filter(|_| list == paged);
        let is_in_time = |line: &CaseLine| !line.is_overdue(today);
        let overdue = self.overdue(&own, after(WaitsFor::Overdue), is_in_time).await?;
        let concerns_nobody = |line: &CaseLine| !line.has_condition_due(today);
        let conditions = concerning(&own);
        let conditions = self
            .until(CASES, &conditions, after(WaitsFor::Conditions), concerns_nobody)
            .await?;
        // What is overdue stands in its own list alone.
        let has_time = |line: &CaseLine| !line.is_overdue(today);
        let scope = waiting(&own);
        let count = self.store.count(CASES, &scope).await?;
        let (lines, next) = self
            .page_of(CASES, scope, after(WaitsFor::Others), has_time)
            .await?;
        let others = Listed {
            lines,
            count: count.saturating_sub(overdue.count),
            next,
            earlier: None,
        };
        let lead = self.listed(CASES, leading(&own), after(WaitsFor::Lead)).await?;
        let scope = in_cases_led_by(&own);
        let appeals = self.appeals(scope, after(WaitsFor::Appeals), today).await?;
        // Whether an event can go ahead is for its deciders to say.
        let duties = self.payments_to_lead(actor.organisation).await?;
        Ok(Board {
            overdue,
            lead,
            others,
            conditions,
            duties,
            appeals,
        })
    }

    /// Those that wait for a decision that is overdue. Rows have them by the day on which it was due; all are read, to be counted.
    async fn overdue(
        &self,
        lead: &str,
        after: Option<Position>,
        is_in_time: impl Fn(&CaseLine) -> bool,
    ) -> Result<Listed<CaseLine>, Fault> {
        let mut all = self.first_until(CASES, &by_due(lead), is_in_time).await?;
        for ((sort, _), line) in &mut all {
            *sort = format!("{} {}", line.date, line.reference);
        }
        all.sort_by(|one, other| one.0.cmp(&other.0));
        Ok(paged(all, after.as_ref()))
    }
}
