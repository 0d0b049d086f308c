//! The inbox of a person in one role: what the organisation is told in the capacity in which the person acts for it, and what of it
//! the person has read. The notices are rows that were written with their facts; what was read lies beside the ledger, for each person.

mod read;

use crate::clearance::{PAGE, Position};
use crate::desk::ROUNDS;
use crate::store::{ListQuery, RowKey, StoreFault, ViewRow};
use crate::views::notices::{self, NOTICES, NoticeLine, OfRecord, told, told_to};
use crate::{Desk, Fault, Hat};
use act::{Actor, OrganisationId, PersonId};
use clearance::{Application, Party, is_left_to_do};
use engagement::{Commitment, Task};
use std::collections::BTreeMap;

/// How many notices one may open singly beyond those that were marked all at once. What is older than all of these counts as read then,
/// so that this entry, which every page reads, stays small.
const MOST_OPENED: usize = 500;

/// A notice, and whether it is unread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxLine {
    /// The notice.
    pub notice: NoticeLine,
    /// Whether the person has not read it.
    pub unread: bool,
    /// Whether there is still something to do of what it says.
    pub to_do: bool,
}

/// The applications that notices were told of, each read once.
#[derive(Default)]
pub(crate) struct TellsOf(BTreeMap<String, Option<Application>>);

/// A page of an inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// The notices, the latest first.
    pub lines: Vec<InboxLine>,
    /// How many are unread, on all pages.
    pub unread: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<Position>,
}

/// The two lists of an inbox: what the organisation is told, and what one person of it is told alone. No fact is told in both.
pub(crate) struct Scopes {
    organisation: String,
    own: String,
}

impl Scopes {
    /// Those of somebody who is told in this capacity.
    pub(crate) fn of(organisation: OrganisationId, party: Party, person: PersonId) -> Scopes {
        Scopes {
            organisation: told(organisation, party),
            own: told_to(organisation, party, person),
        }
    }

    /// Both.
    pub(crate) fn each(&self) -> [&str; 2] {
        [&self.organisation, &self.own]
    }
}

/// The lists of an actor's inbox.
fn inbox_of(actor: &Actor) -> Result<Scopes, Fault> {
    let party = Party::of(actor.role).ok_or(Fault::NotFound)?;
    Ok(Scopes::of(actor.organisation, party, actor.person))
}

impl Desk {
    /// A page of an actor's inbox.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none for this actor.
    pub async fn inbox(&self, actor: &Actor, after: Option<Position>) -> Result<Inbox, Fault> {
        let scope = inbox_of(actor)?;
        let (read, _) = self.read_so_far(actor, &scope).await?;
        let all = self.told_in(&scope).await?;
        let (notices, next) = self.page_of_inbox(&scope, after).await?;
        let party = Party::of(actor.role).ok_or(Fault::NotFound)?;
        let (mut lines, mut known) = (vec![], TellsOf::default());
        for notice in notices {
            lines.push(InboxLine {
                unread: !read.has(notice.position),
                to_do: self.is_left_to_do(party, &notice, &mut known).await?,
                notice,
            });
        }
        Ok(Inbox {
            lines,
            unread: read.unread_of(all),
            next,
        })
    }

    /// Whether there is still something to do of what someone was told in this capacity.
    pub(crate) async fn is_left_to_do(
        &self,
        party: Party,
        notice: &NoticeLine,
        known: &mut TellsOf,
    ) -> Result<bool, Fault> {
        if notice.watched || !notice.news.is_to_do(party) {
            return Ok(false);
        }
        match notice.of {
            Some(OfRecord::Commitment(id)) => {
                return Ok(self.load::<Commitment>(id).await?.state.due_from_us().is_some());
            }
            // Whoever has it no more, or until another day, has nothing to do for what was told then.
            Some(OfRecord::Task(id, owner)) => {
                let open = self.load::<Task>(id).await?.state.open();
                return Ok(open.is_some_and(|open| Some(open) == notice.by.map(|by| (owner, by))));
            }
            None => {}
        }
        if !known.0.contains_key(&notice.application) {
            let read = match self.existing::<Application>(&notice.application).await {
                Ok(found) => Some(found.state),
                Err(Fault::NotFound) => None,
                Err(fault) => return Err(fault),
            };
            known.0.insert(notice.application.clone(), read);
        }
        let application = known.0.get(&notice.application).and_then(Option::as_ref);
        let authority = notice.authority.as_ref();
        let (news, condition, now) = (notice.news, notice.condition, self.now());
        Ok(application.is_some_and(|one| is_left_to_do(one, party, news, authority, condition, now)))
    }

    /// Opens a notice, which is read from now on.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none in this actor's inbox.
    pub async fn open_notice(&self, actor: &Actor, position: u64) -> Result<NoticeLine, Fault> {
        let scope = inbox_of(actor)?;
        let row = self.notice_in(&scope, position).await?.ok_or(Fault::NotFound)?;
        let notice = notices::read(&row)?;
        for _ in 0..ROUNDS {
            let (mut read, version) = self.read_so_far(actor, &scope).await?;
            if read.has(position) {
                return Ok(notice);
            }
            read.opened.insert(position);
            if read.opened.len() > MOST_OPENED
                && let Some(oldest) = read.opened.first().copied()
            {
                read = self.up_to(&scope, oldest, &read).await?;
            }
            match self.keep_read(actor, &scope, version, &read).await {
                Err(StoreFault::Conflict { .. }) => {}
                done => return Ok(done.map(|()| notice)?),
            }
        }
        Err(Fault::Stale)
    }

    /// In which of a person's roles a notice is told; none if it is told in none.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn told_as(&self, person: PersonId, position: u64) -> Result<Option<Hat>, Fault> {
        for hat in self.hats(person).await? {
            let Some(party) = Party::of(hat.role) else {
                continue;
            };
            let scope = Scopes::of(hat.organisation, party, person);
            if self.notice_in(&scope, position).await?.is_some() {
                return Ok(Some(hat));
            }
        }
        Ok(None)
    }

    /// Marks as read all notices up to the one that a page showed first: what came since stays unread, whatever a request says.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is no inbox for this actor.
    pub async fn mark_read(&self, actor: &Actor, newest: u64) -> Result<(), Fault> {
        let scope = inbox_of(actor)?;
        let latest = self.latest(&scope).await?;
        let newest = latest.map_or(0, |latest| newest.min(latest));
        for _ in 0..ROUNDS {
            let (read, version) = self.read_so_far(actor, &scope).await?;
            if latest.is_none() || newest < read.before {
                return Ok(());
            }
            let read = self.up_to(&scope, newest, &read).await?;
            match self.keep_read(actor, &scope, version, &read).await {
                Err(StoreFault::Conflict { .. }) => {}
                done => return Ok(done?),
            }
        }
        Err(Fault::Stale)
    }

    /// How many notices an inbox has.
    async fn told_in(&self, scope: &Scopes) -> Result<u64, Fault> {
        let [organisation, own] = scope.each();
        let told = self.store.count(NOTICES, organisation).await?;
        Ok(told + self.store.count(NOTICES, own).await?)
    }

    /// The row of an inbox that tells of the fact at a position.
    async fn notice_in(&self, scope: &Scopes, position: u64) -> Result<Option<ViewRow>, Fault> {
        for one in scope.each() {
            if let Some(row) = self
                .store
                .row(&RowKey::of_fact(NOTICES, one.to_owned(), position))
                .await?
            {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    /// A page of both lists of an inbox together, and where the next begins.
    async fn page_of_inbox(
        &self,
        scope: &Scopes,
        after: Option<Position>,
    ) -> Result<(Vec<NoticeLine>, Option<Position>), Fault> {
        let mut all = vec![];
        for one in scope.each() {
            let query = ListQuery {
                view: NOTICES,
                scope: one.to_owned(),
                after: after.clone(),
                // One more than is shown tells whether there is a next page.
                limit: PAGE + 1,
            };
            for row in self.store.list(&query).await? {
                all.push(notices::read(&row)?);
            }
        }
        all.sort_by_key(|one: &NoticeLine| std::cmp::Reverse(one.position));
        let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
        let more = all.len() > most;
        all.truncate(most);
        let last = all.last().filter(|_| more).map(|one| {
            let place = RowKey::of_fact(NOTICES, String::new(), one.position);
            (place.sort, place.key)
        });
        Ok((all, last))
    }

    /// The position of the latest notice of an inbox; none where it is empty.
    async fn latest(&self, scope: &Scopes) -> Result<Option<u64>, Fault> {
        let mut latest = None;
        for one in scope.each() {
            let query = ListQuery {
                view: NOTICES,
                scope: one.to_owned(),
                after: None,
                limit: 1,
            };
            let rows = self.store.list(&query).await?;
            let first = rows.first().map(notices::read).transpose()?;
            latest = latest.max(first.map(|notice| notice.position));
        }
        Ok(latest)
    }
}
