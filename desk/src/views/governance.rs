//! The rows that follow from a rulebook's versions: every proposal, and what is published; and from an authority's calendar: how
//! much is in it.

use crate::document::json;
use crate::store::{RowKey, ViewRow};
use crate::views::application::PUBLIC;
use crate::views::identity::ALL;
use act::Date;
use governance::{AuthorityCalendar, Standing, Versions};
use serde::{Deserialize, Serialize};

/// All proposals, by rulebook and number.
pub const PROPOSALS: &str = "proposals";
/// Published versions, by rulebook and first day; public.
pub const PUBLISHED: &str = "published-rulebooks";
/// The calendars of authorities, by authority: how many facts are in each.
pub const CALENDARS: &str = "calendars";

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalLine {
    /// The rulebook's id.
    pub rulebook: String,
    /// The proposal's number in it.
    pub proposal: u32,
    /// The version as its makers call it.
    pub name: String,
    /// The version's hash.
    pub hash: String,
    /// The day from which it is to bind.
    pub from: Date,
    /// Where it stands.
    pub standing: Standing,
}

/// A published version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublishedLine {
    /// The rulebook's id.
    pub rulebook: String,
    /// The proposal's number in it.
    pub proposal: u32,
    /// The first day on which it binds.
    pub from: Date,
}

pub(crate) fn rows(id: &str, versions: &Versions) -> Vec<ViewRow> {
    let mut rows = vec![];
    for one in &versions.proposals {
        let key = format!("{id}/{:08}", one.number);
        let line = ProposalLine {
            rulebook: id.to_owned(),
            proposal: one.number,
            name: one.version.name.to_string(),
            hash: one.version.hash.clone(),
            from: one.version.from,
            standing: one.standing,
        };
        rows.push(row(PROPOSALS, ALL, &key, key.clone(), &line));
        if let Some(from) = one.binds_from() {
            let line = PublishedLine {
                rulebook: id.to_owned(),
                proposal: one.number,
                from,
            };
            rows.push(row(PUBLISHED, PUBLIC, &key, format!("{id} {from}"), &line));
        }
    }
    rows
}

pub(crate) fn calendar_rows(authority: &str, calendar: &AuthorityCalendar) -> Vec<ViewRow> {
    let sort = authority.to_owned();
    vec![row(CALENDARS, ALL, authority, sort, &calendar.facts)]
}

fn row(view: &'static str, scope: &str, key: &str, sort: String, body: &impl Serialize) -> ViewRow {
    ViewRow {
        key: RowKey {
            view,
            scope: scope.to_owned(),
            sort,
            key: key.to_owned(),
        },
        body: json(body),
    }
}
