//! The rows that everyone may read: events with a permit, and which permits do not hold.

use super::row;
use crate::store::ViewRow;
use act::Date;
use clearance::{Application, Organiser, Permit, PermitStanding};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// Events that have or had a permit, by day; public.
pub const CALENDAR: &str = "calendar";
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

/// A line in the public calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarLine {
    /// The permit's reference.
    pub permit: String,
    /// The application's id.
    pub application: String,
    /// The event's name.
    pub title: String,
    /// Its place.
    pub place: String,
    /// Its day.
    pub date: Date,
    /// From this time.
    pub from: Time,
    /// Until this time.
    pub until: Time,
    /// IANA zone of the times.
    pub zone: String,
    /// Who holds it.
    pub organisers: Vec<Organiser>,
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

/// Every permit by its reference, and in the calendar the one that the case has now.
pub(super) fn public(id: &str, application: &Application) -> Vec<ViewRow> {
    let Some(present) = &application.permit else {
        return vec![];
    };
    let now = &present.content;
    let line = line(id, present, None);
    let sort = format!("{} {} {}", now.date, now.from, now.permit);
    let mut rows = vec![row(CALENDAR, PUBLIC.to_owned(), id.to_owned(), sort, &line)];
    rows.extend(by_reference(&line));
    for replaced in &application.replaced {
        rows.extend(by_reference(&self::line(id, replaced, Some(&now.permit))));
    }
    rows
}

fn line(id: &str, permit: &Permit, replaced_by: Option<&str>) -> CalendarLine {
    let content = &permit.content;
    CalendarLine {
        permit: content.permit.clone(),
        application: id.to_owned(),
        title: content.title.to_string(),
        place: content.place.to_string(),
        date: content.date,
        from: content.from,
        until: content.until,
        zone: content.zone.clone(),
        organisers: content.organisers.clone(),
        holds: Holds::of(&permit.standing),
        replaced_by: replaced_by.map(ToOwned::to_owned),
    }
}

fn by_reference(line: &CalendarLine) -> Vec<ViewRow> {
    let views = [Some(PERMITS), line.holds.view()].into_iter().flatten();
    let (scope, permit) = (|| PUBLIC.to_owned(), || line.permit.clone());
    views
        .map(|view| row(view, scope(), permit(), permit(), line))
        .collect()
}
