//! What is applied for: the public event, who organises it, and what the rulebook asked about it.

use act::{
    ApplicationId, AttachmentId, AuthorityId, Date, HoldId, OrganisationId, Passage, RequestId, Timestamp,
    Title,
};
use jiff::civil::{DateTime, Time};
use jiff::tz::TimeZone;
use rulebook::{Publicity, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A public event: the only thing that is called one in Placet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its name.
    pub title: Title,
    /// What will be seen and heard.
    pub description: Option<Passage>,
    /// Its parts, each of which may concern other authorities.
    pub components: Vec<Component>,
    /// Where, in words.
    pub place: Title,
    /// The day, in the event's own zone.
    pub date: Date,
    /// When it begins.
    pub from: Time,
    /// When it ends; not later than `from` means the next morning.
    pub until: Time,
    /// IANA time zone of the place.
    pub zone: String,
}

impl Event {
    /// Whether it ends on the day after it begins: an end that is not later than the beginning is the next morning's.
    #[must_use]
    pub fn ends_next_day(&self) -> bool {
        crate::ends_next_day(self.from, self.until)
    }

    /// The day on which it ends.
    #[must_use]
    pub fn last_day(&self) -> Date {
        if self.ends_next_day() {
            self.date.tomorrow().unwrap_or(self.date)
        } else {
            self.date
        }
    }

    /// When it is over; none in a zone that nobody knows.
    #[must_use]
    pub fn end(&self) -> Option<Timestamp> {
        let end = self.last_day().to_datetime(self.until);
        calendar::zone(&self.zone)?
            .to_ambiguous_timestamp(end)
            .compatible()
            .ok()
    }

    /// Whether it is over at that instant, by the clocks of its own place.
    #[must_use]
    pub fn is_over(&self, at: Timestamp) -> bool {
        self.local(at) >= self.last_day().to_datetime(self.until)
    }

    /// What the clocks of its own place show at that instant.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> DateTime {
        // Rulebooks are not loaded with a zone that is unknown; one that a later version forgets is read as UTC.
        let zone = calendar::zone(&self.zone).unwrap_or(TimeZone::UTC);
        at.to_zoned_datetime(zone).datetime()
    }
}

/// Whether hours from one time until another end on the day after.
#[must_use]
pub fn ends_next_day(from: Time, until: Time) -> bool {
    until <= from
}

/// A part of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// What kind of part.
    pub kind: ComponentKind,
    /// Its name.
    pub title: Title,
}

/// What kind of part of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ComponentKind {
    /// Fireworks.
    Fireworks,
    /// A performance on a stage.
    Performance,
    /// A ceremony with guests.
    Ceremony,
    /// A procession.
    Procession,
    /// Stalls.
    Market,
    /// Anything else.
    Other,
}

impl ComponentKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [ComponentKind; 6] = [
        ComponentKind::Fireworks,
        ComponentKind::Performance,
        ComponentKind::Ceremony,
        ComponentKind::Procession,
        ComponentKind::Market,
        ComponentKind::Other,
    ];

    /// The kind's stable name, as stored and as used in Fluent ids (`component-fireworks`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ComponentKind::Fireworks => "fireworks",
            ComponentKind::Performance => "performance",
            ComponentKind::Ceremony => "ceremony",
            ComponentKind::Procession => "procession",
            ComponentKind::Market => "market",
            ComponentKind::Other => "other",
        }
    }

    /// The kind of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<ComponentKind> {
        ComponentKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One of those who hold the event, with its name as it stood when the application was filed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organiser {
    /// The organisation.
    pub organisation: OrganisationId,
    /// Its name on that day.
    pub name: Title,
}

/// A file handed in. Its bytes lie outside the ledger; their hash is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its id.
    pub attachment: AttachmentId,
    /// The file's name as it was handed in.
    pub name: Title,
    /// The media type found in its content, never the one that was claimed.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// The id in the rulebook of the document that it is; none where it is another, or where it was handed in before that was
    /// asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// The authority that validates, follows and issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// Its id in the rulebook.
    pub authority: AuthorityId,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// Its name on that day.
    pub name: Title,
}

/// The rulebook version that an application is bound to for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulebookPin {
    /// The rulebook's id.
    pub id: String,
    /// Its version as its makers call it.
    pub version: String,
    /// SHA-256 over its files, in hexadecimal: the version that counts.
    pub hash: String,
}

/// All that is handed in at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The event.
    pub event: Event,
    /// Who holds it; the first one is the applicant.
    pub organisers: Vec<Organiser>,
    /// What the rulebook asked, by input id.
    pub answers: BTreeMap<String, Value>,
    /// Files handed in.
    pub attachments: Vec<Attachment>,
    /// The request from a meeting that it follows from.
    pub cites: Option<RequestId>,
    /// The application of an earlier event that it began with the answers of. Whoever may read that one is told; nobody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy_of: Option<ApplicationId>,
    /// The hold of its day that it used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held: Option<HoldId>,
    /// What of it may be public by its rulebook, evaluated when it was handed in; none where the rulebook did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public: Option<Box<Publicity>>,
}
