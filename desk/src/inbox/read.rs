//! How much of an inbox somebody has read: a mark, beside the ledger, up to which all is read, and what was opened after it.

use super::{Scopes, inbox_of};
use crate::accounts::{entry, opened};
use crate::clearance::PAGE;
use crate::desk::ROUNDS;
use crate::store::{ListQuery, StoreFault, latest_first};
use crate::views::notices::NOTICES;
use crate::views::version::VERSION;
use crate::{Desk, Fault, Hat};
use act::{Actor, PersonId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const READ: &str = "inbox";

/// What a person has read of one inbox.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ReadSoFar {
    /// All notices of facts before this position are read.
    pub(super) before: u64,
    /// How many notices those are: they are never counted again.
    pub(super) count: u64,
    /// The positions of those read beyond.
    pub(super) opened: BTreeSet<u64>,
    /// The form of the views in which they were counted: another may tell more of what was before, or less.
    pub(super) views: u32,
}

impl ReadSoFar {
    pub(super) fn has(&self, position: u64) -> bool {
        position < self.before || self.opened.contains(&position)
    }

    /// How many of so many there are unread.
    pub(super) fn unread_of(&self, all: u64) -> u64 {
        let opened = u64::try_from(self.opened.len()).unwrap_or(u64::MAX);
        all.saturating_sub(self.count).saturating_sub(opened)
    }
}

impl Desk {
    /// How many notices an actor has not read; none if there is no inbox for this actor.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn unread(&self, actor: &Actor) -> Result<Option<u64>, Fault> {
        let Ok(scope) = inbox_of(actor) else {
            return Ok(None);
        };
        let (read, _) = self.read_so_far(actor, &scope).await?;
        let all = self.told_in(&scope).await?;
        Ok(Some(read.unread_of(all)))
    }

    /// How much is new in the inbox of each of somebody's roles; nothing where that is not known without counting, or cannot be read
    /// now: nobody is kept from a role for it.
    pub async fn unread_in(&self, person: PersonId, hats: Vec<Hat>) -> Vec<(Hat, u64)> {
        let mut counted = vec![];
        for hat in hats {
            let unread = self.known_unread(&hat.worn_by(person)).await;
            let unread = unread.unwrap_or_else(|fault| {
                tracing::warn!(%fault, "what waits in a role is not told");
                None
            });
            counted.push((hat, unread.unwrap_or(0)));
        }
        counted
    }

    /// How many notices an actor has not read, where the mark of what was read counts by the views as they are.
    async fn known_unread(&self, actor: &Actor) -> Result<Option<u64>, Fault> {
        let Ok(scope) = inbox_of(actor) else {
            return Ok(None);
        };
        let kept = self.store.kept(READ, &read_key(actor, &scope), 0).await?;
        let read: ReadSoFar = match kept {
            Some(kept) => opened(&kept)?,
            None => ReadSoFar {
                views: VERSION,
                ..ReadSoFar::default()
            },
        };
        if read.views != VERSION {
            return Ok(None);
        }
        Ok(Some(read.unread_of(self.told_in(&scope).await?)))
    }

    /// What is read once everything up to a position is.
    pub(super) async fn up_to(
        &self,
        scope: &Scopes,
        newest: u64,
        read: &ReadSoFar,
    ) -> Result<ReadSoFar, Fault> {
        let mut opened = read.opened.clone();
        opened.retain(|position| *position > newest);
        for _ in 0..ROUNDS {
            let all = self.told_in(scope).await?;
            let [organisation, own] = scope.each();
            let later = self.later_than(organisation, newest).await? + self.later_than(own, newest).await?;
            // One that came between the two counts would be counted once only.
            if self.told_in(scope).await? == all {
                return Ok(ReadSoFar {
                    before: newest.saturating_add(1),
                    count: all.saturating_sub(later),
                    opened,
                    views: VERSION,
                });
            }
        }
        Err(Fault::Stale)
    }

    /// How many notices came after a position.
    async fn later_than(&self, scope: &str, position: u64) -> Result<u64, Fault> {
        let mut later = 0;
        let mut query = ListQuery {
            view: NOTICES,
            scope: scope.to_owned(),
            after: None,
            limit: PAGE,
        };
        loop {
            let rows = self.store.list(&query).await?;
            let here = latest_first(position);
            let newer = rows.iter().take_while(|row| row.key.sort < here).count();
            later += u64::try_from(newer).unwrap_or(u64::MAX);
            match rows.last() {
                Some(last) if newer == rows.len() => {
                    query.after = Some((last.key.sort.clone(), last.key.key.clone()));
                }
                _ => return Ok(later),
            }
        }
    }

    /// What an actor has read, and the version of the entry that says so.
    pub(super) async fn read_so_far(&self, actor: &Actor, scope: &Scopes) -> Result<(ReadSoFar, u64), Fault> {
        let Some(kept) = self.store.kept(READ, &read_key(actor, scope), 0).await? else {
            return Ok((
                ReadSoFar {
                    views: VERSION,
                    ..ReadSoFar::default()
                },
                0,
            ));
        };
        let read: ReadSoFar = opened(&kept)?;
        if read.views == VERSION {
            return Ok((read, kept.version));
        }
        let read = match read.before.checked_sub(1) {
            Some(newest) => self.up_to(scope, newest, &read).await?,
            None => ReadSoFar {
                views: VERSION,
                ..read
            },
        };
        match self.keep_read(actor, scope, kept.version, &read).await {
            Ok(()) => Ok((read, kept.version + 1)),
            // Another request was faster with the same; whoever writes on this version is told so then.
            Err(StoreFault::Conflict { .. }) => Ok((read, kept.version)),
            Err(fault) => Err(fault.into()),
        }
    }

    pub(super) async fn keep_read(
        &self,
        actor: &Actor,
        scope: &Scopes,
        version: u64,
        read: &ReadSoFar,
    ) -> Result<(), StoreFault> {
        let owner = actor.person.to_string();
        let entry = entry(READ, &read_key(actor, scope), &owner, version + 1, None, read);
        self.store.keep(entry).await
    }
}

/// A person has read each inbox by itself.
fn read_key(actor: &Actor, scope: &Scopes) -> String {
    format!("{} {}", actor.person, scope.organisation)
}
