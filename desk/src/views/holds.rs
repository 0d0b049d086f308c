//! The rows that follow from a day that is held: in its organiser's list and its lead's; and, beside those of applications, the days
//! that are wanted, for the lead alone.

use crate::document::json;
use crate::store::{RowKey, ViewRow};
use act::Date;
use clearance::hold::DateHold;
use clearance::{Application, Outcome, Stage, Taken};
use jiff::civil::Time;
use serde::{Deserialize, Serialize};

/// The holds of an organisation that asked or leads, by the event's day.
pub const HOLDS: &str = "holds";
/// The days that are wanted where an organisation leads: by applications that are open or permitted, and by holds that did not end
/// otherwise than by themselves. By day.
pub const DAYS: &str = "days";

/// A hold in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldLine {
    /// Its id.
    pub hold: String,
    /// What kind of event it is for.
    pub kind: String,
    /// Its day.
    pub date: Date,
    /// Whether it waits for an answer, while it stands.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_asked: bool,
}

/// What wants a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wants {
    /// An application.
    Application,
    /// A hold.
    Hold,
}

/// A day that is wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// By what.
    pub by: Wants,
    /// The id of that.
    pub id: String,
    /// The application's reference; empty of a hold, which has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The event's name, or its kind.
    pub title: String,
    /// Who holds it.
    pub organiser: String,
    /// Where.
    pub place: String,
    /// When.
    pub date: Date,
    /// From when.
    pub from: Time,
    /// Until when.
    pub until: Time,
    /// The last day on which a hold stands; none of an application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_until: Option<Date>,
    /// Whether it is a hold that was asked for and not answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_asked: bool,
}

impl DayLine {
    /// Where and when.
    #[must_use]
    pub fn taken(&self) -> Taken<'_> {
        Taken {
            place: &self.place,
            date: self.date,
            from: self.from,
            until: self.until,
        }
    }

    /// Whether it still wants the day on another day.
    #[must_use]
    pub fn wants_on(&self, today: Date) -> bool {
        self.held_until.is_none_or(|until| until >= today)
    }
}

fn row(view: &'static str, scope: String, (date, key): (Date, &str), body: &impl Serialize) -> ViewRow {
    ViewRow {
        key: RowKey {
            view,
            scope,
            sort: date.to_string(),
            key: key.to_owned(),
        },
        body: json(body),
    }
}

/// The scope of those holds of an organisation that did not end otherwise than by themselves, by the last day on which they stand.
pub(crate) fn live(organisation: &str) -> String {
    format!("{organisation} live")
}

/// The last day on which a hold that did not end otherwise stands: until which it was accepted, or the one before the event.
fn last_day(hold: &DateHold, event: Date) -> Date {
    let accepted = hold.accepted.as_ref().map(|one| one.until);
    accepted.unwrap_or_else(|| event.yesterday().unwrap_or(event))
}

/// The rows of a hold. One that ended stands in its lists still, and wants no day.
pub(crate) fn rows(id: &str, hold: &DateHold) -> Vec<ViewRow> {
    let Some((asked, _)) = &hold.asked else {
        return vec![];
    };
    let (event, lead) = (&asked.event, asked.lead.organisation.to_string());
    let line = HoldLine {
        hold: id.to_owned(),
        kind: event.kind.to_string(),
        date: event.date,
        is_asked: hold.ended.is_none() && hold.accepted.is_none(),
    };
    let place = (event.date, id);
    let own = asked.organiser.organisation.to_string();
    let last = last_day(hold, event.date);
    let mut rows = vec![row(HOLDS, own.clone(), place, &line)];
    if lead != own {
        rows.push(row(HOLDS, lead.clone(), place, &line));
    }
    if hold.ended.is_none() {
        rows.push(row(HOLDS, live(&own), (last, id), &line));
        if lead != own {
            rows.push(row(HOLDS, live(&lead), (last, id), &line));
        }
        let day = DayLine {
            by: Wants::Hold,
            id: id.to_owned(),
            reference: String::new(),
            title: event.kind.to_string(),
            organiser: asked.organiser.name.to_string(),
            place: event.place.to_string(),
            date: event.date,
            from: event.from,
            until: event.until,
            held_until: Some(last),
            is_asked: hold.accepted.is_none(),
        };
        rows.push(row(DAYS, lead, place, &day));
    }
    rows
}

/// The day that an application wants, as long as something can come of it or did.
pub(crate) fn of_application(id: &str, application: &Application) -> Option<ViewRow> {
    let lives = match application.stage() {
        Stage::Submitted | Stage::Returned | Stage::Permitted | Stage::Suspended => true,
        Stage::InCirculation | Stage::Decided => !matches!(Outcome::of(application), Outcome::Refused { .. }),
        Stage::Draft | Stage::Revoked | Stage::Withdrawn | Stage::Lapsed => false,
    };
    let submission = application.submission.as_ref().filter(|_| lives)?;
    let (event, lead) = (&submission.event, application.lead.as_ref()?);
    let day = DayLine {
        by: Wants::Application,
        id: id.to_owned(),
        reference: application.reference.to_string(),
        title: event.title.to_string(),
        organiser: submission
            .organisers
            .first()
            .map_or_else(String::new, |one| one.name.to_string()),
        place: event.place.to_string(),
        date: event.date,
        from: event.from,
        until: event.until,
        held_until: None,
        is_asked: false,
    };
    Some(row(DAYS, lead.organisation.to_string(), (event.date, id), &day))
}
