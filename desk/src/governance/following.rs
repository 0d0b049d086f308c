//! Clocks that are behind their authority's calendar, and follow it.

use crate::clearance::PAGE;
use crate::desk::{Drafted, ROUNDS, decide};
use crate::store::{ListQuery, ViewRow};
use crate::views::application::{CLOCKS, as_of};
use crate::views::governance::CALENDARS;
use crate::views::identity::ALL;
use crate::{Desk, Fault};
use act::{Actor, AuthorityId, Context, Timestamp};
use calendar::OwnCalendar;
use clearance::acts::FollowCalendar;
use clearance::{Application, Referral};
use governance::AuthorityCalendar;

/// A calendar as clocks follow it.
pub(super) struct Followed<'a> {
    pub authority: &'a AuthorityId,
    pub calendar: OwnCalendar,
    pub changed: Timestamp,
}

impl Followed<'_> {
    /// What has a clock follow it.
    pub fn act(&self) -> FollowCalendar {
        FollowCalendar {
            authority: self.authority.clone(),
            calendar: self.calendar.clone(),
            changed: self.changed,
        }
    }
}

/// A calendar to be followed; none if nothing was ever entered.
pub(super) fn followed<'a>(authority: &'a AuthorityId, calendar: &AuthorityCalendar) -> Option<Followed<'a>> {
    Some(Followed {
        authority,
        calendar: calendar.own(),
        changed: calendar.changed?,
    })
}

impl Desk {
    /// A page of the open referrals of an authority whose clocks do not follow its calendar yet.
    pub(super) async fn behind(
        &self,
        followed: &Followed<'_>,
        after: Option<(String, String)>,
    ) -> Result<Vec<ViewRow>, Fault> {
        let query = ListQuery {
            view: CLOCKS,
            scope: followed.authority.to_string(),
            after,
            limit: PAGE,
        };
        let now = as_of(followed.calendar.as_of);
        let mut rows = self.store.list(&query).await?;
        rows.retain(|row| row.key.sort < now);
        Ok(rows)
    }

    /// What following a calendar is to those of these cases that do. Those that stay as they are reckoned, and those that cannot
    /// be read, keep no other from it.
    pub(super) async fn following(&self, followed: &Followed<'_>, rows: &[ViewRow]) -> Vec<Drafted> {
        let mut drafted = vec![];
        for row in rows {
            match self.follows(followed, &row.key.key).await {
                Ok(one) => drafted.extend(one),
                Err(Fault::Refused(_)) => {}
                Err(fault) => tracing::warn!(application = row.key.key, %fault, "a clock did not follow"),
            }
        }
        drafted
    }

    async fn follows(&self, followed: &Followed<'_>, id: &str) -> Result<Option<Drafted>, Fault> {
        let loaded = self.existing::<Application>(id).await?;
        let Some(referral) = loaded.state.referrals.get(followed.authority) else {
            return Ok(None);
        };
        let context = self.by_rule(referral, &loaded.state);
        let facts = decide(&loaded.state, &context, followed.act())?;
        if facts.is_empty() {
            return Ok(None);
        }
        self.facts(id, &loaded, &context, facts).map(Some)
    }

    /// The program, in the name of whom a case was referred to.
    pub(super) fn by_rule(&self, referral: &Referral, application: &Application) -> Context {
        self.context_in(&Actor::rule(referral.organisation), application)
    }

    /// Has every clock of an authority that is behind its calendar follow it.
    pub(super) async fn follow(&self, authority: &AuthorityId) -> Result<(), Fault> {
        let calendar = self.load::<AuthorityCalendar>(authority).await?.state;
        let Some(followed) = followed(authority, &calendar) else {
            return Ok(());
        };
        let mut after = None;
        loop {
            let rows = self.behind(&followed, after.take()).await?;
            let Some(last) = rows.last() else { return Ok(()) };
            after = Some((last.key.sort.clone(), last.key.key.clone()));
            let parts = self.following(&followed, &rows).await;
            if parts.is_empty() || self.append(parts).await.is_ok() {
                continue;
            }
            // Someone was faster with one of them: each by itself then.
            for row in &rows {
                self.follows_alone(&followed, row).await?;
            }
        }
    }

    async fn follows_alone(&self, followed: &Followed<'_>, row: &ViewRow) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let parts = self.following(followed, std::slice::from_ref(row)).await;
            if parts.is_empty() {
                return Ok(());
            }
            match self.append(parts).await {
                Err(Fault::Stale) => {}
                done => return done.map(drop),
            }
        }
        Err(Fault::Stale)
    }

    /// Has every clock that is behind its authority's calendar follow it: what a server that stopped left to do. What cannot be
    /// done is told to the operator, and is tried again the next time.
    pub(crate) async fn follow_calendars(&self) {
        let calendars = match self.rows(CALENDARS, ALL.to_owned()).await {
            Ok(calendars) => calendars,
            Err(fault) => return tracing::warn!(%fault, "the calendars of authorities cannot be read"),
        };
        for row in calendars {
            let Ok(authority) = row.key.key.parse::<AuthorityId>() else {
                continue;
            };
            if let Err(fault) = self.follow(&authority).await {
                tracing::warn!(%authority, %fault, "clocks do not follow the calendar yet");
            }
        }
    }
}
