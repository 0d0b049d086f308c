//! The canonical bytes of facts: what a leaf of the ledger commits to, and what is read back for ever.
//!
//! A fact is written as JSON in canonical form (RFC 8785) with who, when, and its place in its stream. The golden
//! files in `tests/golden.jsonl` hold one example of each kind; a change that would alter them is refused there.

use act::{Context, Recorded};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The version of the form below. A reader refuses a later one and lifts an earlier one.
pub const SCHEMA: u32 = 1;

/// A kind of fact that the ledger holds.
pub trait Fact: Clone + Serialize + DeserializeOwned {
    /// The kind of stream that it stands in: the first half of a stream's name.
    const STREAM: &'static str;
}

impl Fact for clearance::ApplicationFact {
    const STREAM: &'static str = "application";
}
impl Fact for clearance::hold::HoldFact {
    const STREAM: &'static str = "hold";
}
impl Fact for clearance::comments::CommentFact {
    const STREAM: &'static str = "comment";
}
impl Fact for engagement::SourceFact {
    const STREAM: &'static str = "source";
}
impl Fact for engagement::MeetingFact {
    const STREAM: &'static str = "meeting";
}
impl Fact for engagement::RequestFact {
    const STREAM: &'static str = "request";
}
impl Fact for engagement::CommitmentFact {
    const STREAM: &'static str = "commitment";
}
impl Fact for engagement::TaskFact {
    const STREAM: &'static str = "task";
}
impl Fact for engagement::RelationshipFact {
    const STREAM: &'static str = "relationship";
}
impl Fact for identity::PersonFact {
    const STREAM: &'static str = "person";
}
impl Fact for governance::RulebookFact {
    const STREAM: &'static str = "rulebook";
}
impl Fact for governance::CalendarFact {
    const STREAM: &'static str = "calendar";
}
impl Fact for identity::OrganisationFact {
    const STREAM: &'static str = "organisation";
}

/// Where a fact stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The id within its kind of stream.
    pub id: String,
    /// Its number in the stream, from 1.
    pub version: u64,
}

/// Why bytes could not be read as a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong with them.
    pub what: String,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Unreadable {}

fn unreadable(what: impl fmt::Display) -> Unreadable {
    Unreadable {
        what: what.to_string(),
    }
}

#[derive(Serialize, Deserialize)]
struct Envelope {
    #[serde(flatten)]
    by: Context,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    data: Option<serde_json::Value>,
    kind: String,
    schema: u32,
    stream: String,
    version: u64,
}

/// The canonical bytes of a fact at its place.
///
/// # Errors
/// None for the facts of this crate; [`Unreadable`] if a fact does not serialise as kind and data.
pub fn write<F: Fact>(place: &Place, recorded: &Recorded<F>) -> Result<Vec<u8>, Unreadable> {
    let serde_json::Value::Object(mut fact) = serde_json::to_value(&recorded.fact).map_err(unreadable)?
    else {
        return Err(unreadable("a fact is written as an object"));
    };
    let Some(serde_json::Value::String(kind)) = fact.remove("kind") else {
        return Err(unreadable("a fact names its kind"));
    };
    let envelope = Envelope {
        by: recorded.by.clone(),
        data: fact.remove("data"),
        kind: format!("{}.{kind}", F::STREAM),
        schema: SCHEMA,
        stream: format!("{}/{}", F::STREAM, place.id),
        version: place.version,
    };
    serde_json_canonicalizer::to_vec(&envelope).map_err(unreadable)
}

/// Reads a fact back.
///
/// # Errors
/// [`Unreadable`] if the bytes are not a fact of this kind, or were written by a later version of Placet.
pub fn read<F: Fact>(bytes: &[u8]) -> Result<(Place, Recorded<F>), Unreadable> {
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(unreadable)?;
    if envelope.schema > SCHEMA {
        return Err(unreadable(format!(
            "written in form {}; this version of Placet knows forms up to {SCHEMA}: use a newer one",
            envelope.schema
        )));
    }
    let prefix = |text: &str, separator: char| {
        text.strip_prefix(F::STREAM)
            .and_then(|rest| rest.strip_prefix(separator))
            .map(str::to_owned)
    };
    let kind = prefix(&envelope.kind, '.').ok_or_else(|| {
        unreadable(format!(
            "a fact of kind {} where {} was expected",
            envelope.kind,
            F::STREAM
        ))
    })?;
    let id = prefix(&envelope.stream, '/')
        .ok_or_else(|| unreadable(format!("a fact of stream {} in a {}", envelope.stream, F::STREAM)))?;
    let mut fact = serde_json::Map::new();
    fact.insert("kind".to_owned(), kind.into());
    if let Some(data) = envelope.data {
        fact.insert("data".to_owned(), data);
    }
    let fact = serde_json::from_value(fact.into()).map_err(unreadable)?;
    Ok((
        Place {
            id,
            version: envelope.version,
        },
        Recorded {
            fact,
            by: envelope.by,
        },
    ))
}

/// What can be said of any fact without knowing its kind: for audit and for listing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its kind, such as `application.submitted`.
    pub kind: String,
    /// Its stream, such as `application/0190…`.
    pub stream: String,
    /// Its number in the stream.
    pub version: u64,
    /// Who and when.
    pub by: Context,
}

/// Reads the heading of any fact.
///
/// # Errors
/// [`Unreadable`] if the bytes are no fact at all.
pub fn heading(bytes: &[u8]) -> Result<Heading, Unreadable> {
    let envelope: Envelope = serde_json::from_slice(bytes).map_err(unreadable)?;
    Ok(Heading {
        kind: envelope.kind,
        stream: envelope.stream,
        version: envelope.version,
        by: envelope.by,
    })
}
