//! The rows that everyone may read: what stands in the public register, and which permits do not hold. What of an application may
//! stand there `clearance::Entry` says alone; rows lie here whole, and are handed on only as they may be read at an instant.

use super::row;
use crate::store::{RowKey, SHARED, ViewRow};
use crate::views::application::words::found_by;
use act::AuthorityId;
use clearance::{Application, Entry, Permit, PermitStanding};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Applications of which something is public, by day: each once in the scope [`SHARED`] by its reference, and in those by which it is
/// looked for.
pub const REGISTER: &str = "register";
/// The scope of all that stand in the register.
pub const ALL: &str = "all";
/// The scope of those that have a permit, or had one.
pub const CALENDAR: &str = "permits";
/// Permits by their reference; public.
pub const PERMITS: &str = "permits";
/// Permits that were taken back; public.
pub const REVOKED: &str = "revoked";
/// Permits that are suspended; public.
pub const SUSPENDED: &str = "suspended";
/// Permits whose place another took; public.
pub const REPLACED: &str = "replaced";
/// The scope of what everyone may read.
pub const PUBLIC: &str = "public";

/// A permit by its reference, and whether it holds. What it says stands in no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermitLine {
    /// The permit's reference.
    pub permit: String,
    /// The application's id.
    pub application: String,
    /// Whether the permit holds.
    #[serde(default)]
    pub holds: Holds,
    /// The permit to ask for, where another took its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
}

/// Whether a permit holds, as anyone may know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// It does.
    #[default]
    InForce,
    /// Not for now.
    Suspended,
    /// Not any more.
    Revoked,
    /// Not any more: another took its place.
    Replaced,
}

impl Holds {
    fn of(standing: &PermitStanding) -> Holds {
        match standing {
            PermitStanding::InForce => Holds::InForce,
            PermitStanding::Suspended { .. } => Holds::Suspended,
            PermitStanding::Revoked { .. } => Holds::Revoked,
            PermitStanding::Replaced { .. } => Holds::Replaced,
        }
    }

    /// The view in which permits stand that do not hold so.
    fn view(self) -> Option<&'static str> {
        match self {
            Holds::InForce => None,
            Holds::Suspended => Some(SUSPENDED),
            Holds::Revoked => Some(REVOKED),
            Holds::Replaced => Some(REPLACED),
        }
    }
}

/// What of an application stands in the register, and every permit of it by its reference.
pub(super) fn public(id: &str, application: &Application) -> Vec<ViewRow> {
    let mut rows = registered(application);
    if let Some(present) = &application.permit {
        rows.extend(by_reference(&line(id, present, None)));
        let now = &present.content.permit;
        for replaced in &application.replaced {
            rows.extend(by_reference(&line(id, replaced, Some(now))));
        }
    }
    rows
}

fn registered(application: &Application) -> Vec<ViewRow> {
    let Some(entry) = Entry::of(application) else {
        return vec![];
    };
    // Neither place in the order tells more than the register itself: both stand in the addresses of its pages.
    let key = || entry.reference.clone();
    let sort = format!("{} {}", entry.date, entry.reference);
    let shared = row(REGISTER, SHARED.to_owned(), key(), String::new(), &entry);
    let shown = |scope: String| ViewRow {
        key: RowKey {
            view: REGISTER,
            scope,
            sort: sort.clone(),
            key: key(),
        },
        body: vec![],
    };
    scopes(&entry).into_iter().map(shown).chain([shared]).collect()
}

/// Where an entry is looked for. By what is told only once its event is over it is looked for in scopes of their own, so that no list
/// that goes on can name it before.
fn scopes(entry: &Entry) -> BTreeSet<String> {
    let stage = by_stage(entry.stage);
    let mut scopes = BTreeSet::from([ALL.to_owned(), stage.clone()]);
    if entry.permit.is_some() {
        scopes.insert(CALENDAR.to_owned());
    }
    let found = |texts: Vec<&str>, asked: Vec<&AuthorityId>| {
        let words = texts.into_iter().flat_map(found_by).map(|word| by_word(&word));
        let asked = asked.into_iter().map(|one| by_authority(one.as_str()));
        let with_stage = |asked: String| [both(&asked, &stage), asked];
        words.chain(asked.flat_map(with_stage)).collect::<BTreeSet<_>>()
    };
    let at_once = found(entry.texts(), entry.asked().collect());
    let later = found(entry.texts_afterwards(), entry.asked_afterwards().collect());
    scopes.extend(later.difference(&at_once).map(|scope| afterwards(scope)));
    scopes.extend(at_once);
    scopes
}

/// The scope of those that stand in another only once their event is over.
pub(crate) fn afterwards(scope: &str) -> String {
    format!("over {scope}")
}

/// The scope of those that stand so.
pub(crate) fn by_stage(stage: clearance::PublicStage) -> String {
    format!("stage {}", stage.name())
}

/// The scope of those of which an authority was asked.
pub(crate) fn by_authority(authority: &str) -> String {
    format!("asked {authority}")
}

/// The scope of those that stand in two.
pub(crate) fn both(one: &str, other: &str) -> String {
    format!("{one} {other}")
}

/// The scope of those in whose name or place a word stands.
pub(crate) fn by_word(word: &str) -> String {
    format!("word {word}")
}

fn line(id: &str, permit: &Permit, replaced_by: Option<&str>) -> PermitLine {
    PermitLine {
        permit: permit.content.permit.clone(),
        application: id.to_owned(),
        holds: Holds::of(&permit.standing),
        replaced_by: replaced_by.map(ToOwned::to_owned),
    }
}

fn by_reference(line: &PermitLine) -> Vec<ViewRow> {
    let views = [Some(PERMITS), line.holds.view()].into_iter().flatten();
    let (scope, permit) = (|| PUBLIC.to_owned(), || line.permit.clone());
    views
        .map(|view| row(view, scope(), permit(), permit(), line))
        .collect()
}
