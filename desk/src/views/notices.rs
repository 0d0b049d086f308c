//! The rows of the inboxes: what each party is told of a fact. They follow from the fact and from the application as it stood, not
//! from its state: so they stay as they were told, and a fact that is folded again gives the same rows.

use super::Told;
use super::application::named_by;
use crate::document::json;
use crate::store::{StoreFault, ViewRow};
use act::{AuthorityId, CommitmentId, Date, OrganisationId, PersonId, Recorded, TaskId, Timestamp};
use clearance::comments::Among;
use clearance::{Application, ApplicationFact, News, Notice, Party, Share, notices};
use serde::{Deserialize, Serialize};

/// What each organisation is told in each capacity, the latest first. A row's key is its fact's position in the ledger.
pub const NOTICES: &str = "notices";

/// A notice in an inbox.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeLine {
    /// The position of the fact that it tells: the row's key, and not in its body, which is written before it is known.
    #[serde(skip)]
    pub position: u64,
    /// When that happened.
    pub at: Timestamp,
    /// The application's id.
    pub application: String,
    /// Its reference.
    pub reference: String,
    /// The event's name.
    pub title: String,
    /// The event's day.
    pub date: Date,
    /// The zone of the event.
    pub zone: String,
    /// The rulebook that it is decided by.
    pub rulebook: String,
    /// What happened.
    pub news: News,
    /// The authority that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<AuthorityId>,
    /// That authority's name on the day on which it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Which of its conditions it is about, counted from 1 as the permit has them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<u32>,
    /// How many days are asked for, where it is about more time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// How much of a question is answered, where it is about one that asks item by item.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Share>,
    /// By when there is something to do, or the day that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Whether it is told to one person who watches the case, who has nothing to do for it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub watched: bool,
    /// Among whom the comment is that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments: Option<Among>,
    /// The record that it is about, where it is about no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<OfRecord>,
}

/// A record of the engagements that a notice is about, where it is about no case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum OfRecord {
    /// A promise.
    Commitment(CommitmentId),
    /// A task, and who did it then.
    Task(TaskId, PersonId),
}

/// The scope of what an organisation is told in one capacity.
pub(crate) fn told(organisation: OrganisationId, party: Party) -> String {
    format!("{organisation} {}", party.name())
}

/// The scope of what one person of it is told: of a case that the person watches, or of a comment that the person is to look at.
pub(crate) fn told_to(organisation: OrganisationId, party: Party, person: PersonId) -> String {
    format!("{} {person}", told(organisation, party))
}

impl NoticeLine {
    /// What is written into an inbox.
    pub(crate) fn to(&self, scope: String) -> Told {
        Told {
            view: NOTICES,
            scope,
            body: json(self),
        }
    }
}

/// Reads the row of a notice.
///
/// # Errors
/// [`StoreFault::Corrupt`] if it is not what this view writes.
pub(crate) fn read(row: &ViewRow) -> Result<NoticeLine, StoreFault> {
    let line: NoticeLine = super::line(row)?;
    let position = row.key.position().ok_or_else(|| StoreFault::Corrupt {
        what: format!("the row {} of {} names no position", row.key.key, row.key.view),
    })?;
    Ok(NoticeLine { position, ..line })
}

/// The rows that a fact adds, from the application before it and after it.
pub(crate) fn rows(
    id: &str,
    before: &Application,
    after: &Application,
    recorded: &Recorded<ApplicationFact>,
) -> Vec<Told> {
    let told = notices(before, after, recorded);
    told.into_iter()
        .filter_map(|notice| row(id, after, recorded.by.at, notice))
        .collect()
}

fn row(id: &str, application: &Application, at: Timestamp, notice: Notice) -> Option<Told> {
    let event = &application.submission.as_ref()?.event;
    let authority = notice.authority;
    let name = authority.as_ref().and_then(|one| named_by(application, one));
    let line = NoticeLine {
        position: 0,
        at,
        application: id.to_owned(),
        reference: application.reference.clone(),
        title: event.title.to_string(),
        date: event.date,
        zone: event.zone.clone(),
        rulebook: application
            .rulebook
            .as_ref()
            .map_or_else(String::new, |pin| pin.id.clone()),
        news: notice.news,
        authority,
        name,
        condition: notice.condition,
        days: notice.days,
        share: notice.share,
        by: notice.by,
        watched: notice.watcher.is_some(),
        comments: None,
        of: None,
    };
    let scope = match notice.watcher {
        Some(person) => told_to(notice.to, notice.party, person),
        None => told(notice.to, notice.party),
    };
    Some(line.to(scope))
}
