//! Lists of cases, a page at a time.

use crate::store::ListQuery;
use crate::views::application::{APPEALS, AppealLine, CASES, CaseLine, owing};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, Date, OrganisationId, Role};
use clearance::Stage;
use jiff::ToSpan;
use serde::de::DeserializeOwned;

/// Rows on one page.
pub(crate) const PAGE: u32 = 50;

/// The same, to count what was ticked on one.
pub const MOST_ON_A_PAGE: usize = PAGE as usize;

/// Where a page of a list of events begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begin {
    /// With the first event of this day, or after it.
    On(Date),
    /// After the row of this position.
    After(Position),
}

impl Begin {
    /// The position that it is: the rows of a day sort after the day alone.
    pub(super) fn position(&self) -> (String, String) {
        match self {
            Begin::On(day) => (day.to_string(), String::new()),
            Begin::After(position) => position.clone(),
        }
    }
}

/// A row's place in its list: by what it is sorted, and its key.
pub type Position = (String, String);

/// How many these are.
pub(super) fn counted(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// A case as a party's list has it: whom the lead asks by a link, and whom it reminded, is on the lead's own board alone, and that a fee is
/// said to be paid in the lists of those who may know.
fn told_to(organisation: OrganisationId, line: &mut CaseLine) {
    line.advice.clear();
    line.awaited.iter_mut().for_each(|one| one.reminded = None);
    line.payment_said.retain(|one| *one == organisation);
}

/// A page of rows of which all were read.
pub(super) fn paged<T>(mut rows: Vec<(Position, T)>, after: Option<&Position>) -> Listed<T> {
    let count = counted(rows.len());
    rows.retain(|(position, _)| after.is_none_or(|after| position > after));
    let shown = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let more = rows.len() > shown;
    rows.truncate(shown);
    Listed {
        count,
        next: rows.last().filter(|_| more).map(|(position, _)| position.clone()),
        earlier: None,
        lines: rows.into_iter().map(|(_, line)| line).collect(),
    }
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Listed<T> {
    /// Its lines.
    pub lines: Vec<T>,
    /// How many there are on all pages.
    pub count: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<Position>,
    /// Where those before the page can be seen from, if it begins on a day and some are before it.
    pub earlier: Option<Earlier>,
}

/// Where earlier events can be seen from: never a day from which on there are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The day of the first event within a year before, or of the very first where that year had none.
    pub from: Date,
    /// Whether no event is earlier still.
    pub is_first: bool,
}

impl Desk {
    /// A page of a list of events, and where those before the day that it begins on can be seen from.
    pub(super) async fn events<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: String,
        begin: &Begin,
    ) -> Result<Listed<T>, Fault> {
        let earlier = match begin {
            Begin::On(day) => self.earlier(view, &scope, *day).await?,
            Begin::After(_) => None,
        };
        let listed = self.listed(view, scope, Some(begin.position())).await?;
        Ok(Listed { earlier, ..listed })
    }

    /// Where the events before a day can be seen from.
    async fn earlier(&self, view: &'static str, scope: &str, day: Date) -> Result<Option<Earlier>, Fault> {
        let before = |found: Option<Date>| found.filter(|found| *found < day);
        let Some(first) = before(self.first(view, scope, None).await?) else {
            return Ok(None);
        };
        let year = Begin::On(day.saturating_sub(1.year())).position();
        let within = before(self.first(view, scope, Some(year)).await?);
        let from = within.unwrap_or(first);
        Ok(Some(Earlier {
            from,
            is_first: from == first,
        }))
    }

    /// The day of the first event after a position.
    async fn first(
        &self,
        view: &'static str,
        scope: &str,
        after: Option<(String, String)>,
    ) -> Result<Option<Date>, Fault> {
        let query = ListQuery {
            view,
            scope: scope.to_owned(),
            after,
            limit: 1,
        };
        let rows = self.store.list(&query).await?;
        // Rows of events sort by their day first.
        let day = rows.first().and_then(|row| row.key.sort.split(' ').next());
        Ok(day.and_then(|day| day.parse().ok()))
    }

    pub(super) async fn listed<T: DeserializeOwned>(
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
            .map(|row| (row.key.sort.clone(), row.key.key.clone()));
        let lines = rows.iter().map(crate::views::line).collect::<Result<_, _>>()?;
        Ok(Listed {
            lines,
            count,
            next,
            earlier: None,
        })
    }

    /// A page of the appeals of a scope of which the end is not noted, or after which something can be done on this day. They are
    /// few: all of them are read, to be counted.
    pub(super) async fn appeals(
        &self,
        scope: String,
        after: Option<Position>,
        today: Date,
    ) -> Result<Listed<AppealLine>, Fault> {
        let mut all = self.first_until(APPEALS, &scope, |_: &AppealLine| false).await?;
        all.retain(|(_, line)| line.upheld.is_none() || line.last >= today);
        Ok(paged(all, after.as_ref()))
    }

    /// The cases of the actor's organisation, by the event's day.
    ///
    /// # Errors
    /// [`Fault::Store`]; [`Fault::NotFound`] if the actor has no cases.
    pub async fn cases(&self, actor: &Actor, begin: &Begin) -> Result<Listed<CaseLine>, Fault> {
        match actor.role {
            Role::Operator | Role::RuleMaker => Err(Fault::NotFound),
            _ => {
                let own = actor.organisation;
                let mut found = self.events(CASES, own.to_string(), begin).await?;
                found.lines.iter_mut().for_each(|line| told_to(own, line));
                Ok(found)
            }
        }
    }

    /// The events of the actor's organisation that are over on a day and of which a condition is not discharged, the first first.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn owing(&self, actor: &Actor, today: Date) -> Result<Vec<CaseLine>, Fault> {
        let scope = owing(&actor.organisation.to_string());
        let ahead = |line: &CaseLine| line.date >= today;
        let begun = self.first_until(CASES, &scope, ahead).await?.into_iter();
        let mut begun: Vec<_> = begun
            .map(|(_, line)| line)
            .filter(|line| line.last < today)
            .collect();
        begun
            .iter_mut()
            .for_each(|line| told_to(actor.organisation, line));
        Ok(begun)
    }

    /// A page of the rows of a scope before the first that ends them. All of these are read, to be counted.
    pub(super) async fn until<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: &str,
        after: Option<Position>,
        ends: impl Fn(&T) -> bool,
    ) -> Result<Listed<T>, Fault> {
        let late = self.first_until(view, scope, ends).await?;
        Ok(paged(late, after.as_ref()))
    }

    /// A page of those rows of a scope that are shown, and where the next begins. The others are passed over: it is read on until
    /// the page is full.
    pub(crate) async fn page_of<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: String,
        mut after: Option<Position>,
        is_shown: impl Fn(&T) -> bool,
    ) -> Result<(Vec<T>, Option<Position>), Fault> {
        let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let mut lines: Vec<T> = vec![];
        let mut last_shown = None;
        loop {
            let query = ListQuery {
                view,
                scope: scope.clone(),
                after: after.take(),
                limit: PAGE + 1,
            };
            let rows = self.store.list(&query).await?;
            for row in &rows {
                let line: T = crate::views::line(row)?;
                let position = (row.key.sort.clone(), row.key.key.clone());
                after = Some(position.clone());
                if !is_shown(&line) {
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

    /// The rows of a scope up to the first that ends them, each with its position.
    pub(super) async fn first_until<T: DeserializeOwned>(
        &self,
        view: &'static str,
        scope: &str,
        ends: impl Fn(&T) -> bool,
    ) -> Result<Vec<(Position, T)>, Fault> {
        let mut found: Vec<(Position, T)> = vec![];
        loop {
            let query = ListQuery {
                view,
                scope: scope.to_owned(),
                after: found.last().map(|(position, _)| position.clone()),
                // Most often the very first ends them: a page of rows is read only after one that does not.
                limit: if found.is_empty() { 1 } else { PAGE },
            };
            let rows = self.store.list(&query).await?;
            for row in &rows {
                let line = crate::views::line(row)?;
                if ends(&line) {
                    return Ok(found);
                }
                found.push(((row.key.sort.clone(), row.key.key.clone()), line));
            }
            if rows.is_empty() {
                return Ok(found);
            }
        }
    }

    /// The case that an organiser has most reason to look at: the soonest event from this day on that is not withdrawn.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn pressing_case(&self, actor: &Actor, today: Date) -> Result<Option<ApplicationId>, Fault> {
        let live =
            |line: &&CaseLine| !matches!(line.stage, Stage::Withdrawn | Stage::Revoked | Stage::Lapsed);
        let mut begin = Begin::On(today);
        loop {
            let cases = self.cases(actor, &begin).await?;
            if let Some(line) = cases.lines.iter().find(live) {
                return Ok(line.application.parse().ok());
            }
            match cases.next {
                Some(next) => begin = Begin::After(next),
                None => return Ok(None),
            }
        }
    }
}
