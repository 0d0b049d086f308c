//! Lists of cases, a page at a time.

use crate::store::ListQuery;
use crate::views::application::{CALENDAR, CASES, CalendarLine, CaseLine, DOCKET, DocketLine, PUBLIC};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, Role};
use clearance::Stage;
use serde::de::DeserializeOwned;

/// Rows on one page.
const PAGE: u32 = 50;

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Listed<T> {
    /// Its lines.
    pub lines: Vec<T>,
    /// How many there are on all pages.
    pub count: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<(String, String)>,
}

impl Desk {
    async fn listed<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: String,
        after: Option<(String, String)>,
    ) -> Result<Listed<T>, Fault> {
        // One more than is shown tells whether there is a next page.
        let query = ListQuery {
            view,
            scope,
            after,
            limit: PAGE + 1,
        };
        let mut rows = self.store.list(&query).await?;
        let count = self.store.count(view, &query.scope).await?;
        let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = rows.len() > shown;
        rows.truncate(shown);
        let next = rows
            .last()
            .filter(|_| more)
            .map(|row| (row.sort.clone(), row.key.key.clone()));
        let lines = rows.iter().map(crate::views::line).collect::<Result<_, _>>()?;
        Ok(Listed { lines, count, next })
    }

    /// The cases of the actor's organisation, by the event's day.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn cases(
        &self,
        actor: &Actor,
        after: Option<(String, String)>,
    ) -> Result<Listed<CaseLine>, Fault> {
        match actor.role {
            Role::Operator | Role::RuleMaker => Err(Fault::NotFound),
            _ => self.listed(CASES, actor.organisation.to_string(), after).await,
        }
    }

    /// The undecided referrals of the actor's organisation, by the day they are due.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor does not review.
    pub async fn docket(
        &self,
        actor: &Actor,
        after: Option<(String, String)>,
    ) -> Result<Listed<DocketLine>, Fault> {
        match actor.role {
            Role::Officer | Role::Decider => self.listed(DOCKET, actor.organisation.to_string(), after).await,
            _ => Err(Fault::NotFound),
        }
    }

    /// The permitted events, by day; for everyone.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn calendar(&self, after: Option<(String, String)>) -> Result<Listed<CalendarLine>, Fault> {
        self.listed(CALENDAR, PUBLIC.to_owned(), after).await
    }

    /// The case that an organiser has most reason to look at: the soonest event ahead that is not given up.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn pressing_case(&self, actor: &Actor) -> Result<Option<ApplicationId>, Fault> {
        let today = self.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
        let cases = self.cases(actor, None).await?;
        let live =
            |line: &&CaseLine| line.date >= today && !matches!(line.stage, Stage::Withdrawn | Stage::Revoked);
        Ok(cases
            .lines
            .iter()
            .find(live)
            .and_then(|line| line.application.parse().ok()))
    }
}
