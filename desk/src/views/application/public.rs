//! The rows that everyone may read: events with a permit, and which permits do not hold.

use super::row;
use crate::store::ViewRow;
use act::Date;
use clearance::{Application, Organiser, PermitStanding};
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
}

impl Holds {
    fn of(standing: &PermitStanding) -> Holds {
        match standing {
            PermitStanding::InForce => Holds::InForce,
            PermitStanding::Suspended { .. } => Holds::Suspended,
            PermitStanding::Revoked { .. } => Holds::Revoked,
        }
    }

    /// The view in which permits stand that do not hold so.
    fn view(self) -> Option<&'static str> {
        match self {
            Holds::InForce => None,
            Holds::Suspended => Some(SUSPENDED),
            Holds::Revoked => Some(REVOKED),
        }
    }
}

pub(super) fn public(id: &str, application: &Application) -> Vec<ViewRow> {
    let Some(permit) = &application.permit else {
        return vec![];
    };
    let content = &permit.content;
    let holds = Holds::of(&permit.standing);
    let line = CalendarLine {
        permit: content.permit.clone(),
        application: id.to_owned(),
        title: content.title.to_string(),
        place: content.place.to_string(),
        date: content.date,
        from: content.from,
        until: content.until,
        zone: content.zone.clone(),
        organisers: content.organisers.clone(),
        holds,
    };
    let scope = || PUBLIC.to_owned();
    let sort = format!("{} {} {}", content.date, content.from, content.permit);
    let mut rows = vec![
        row(CALENDAR, scope(), id.to_owned(), sort.clone(), &line),
        row(
            PERMITS,
            scope(),
            content.permit.clone(),
            content.permit.clone(),
            &line,
        ),
    ];
    if let Some(view) = holds.view() {
        rows.push(row(
            view,
            scope(),
            content.permit.clone(),
            content.permit.clone(),
            &line,
        ));
    }
    rows
}
