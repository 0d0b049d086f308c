//! Typed ids. A meeting's id can never be handed where an application's is asked for.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The text is not an id of the kind that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadId {
    /// The kind asked for.
    pub kind: &'static str,
    /// What was given.
    pub given: String,
}

impl fmt::Display for BadId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\u{201c}{}\u{201d} is no {} id", self.given, self.kind)
    }
}

impl std::error::Error for BadId {}

macro_rules! typed_id {
    ($($(#[$doc:meta])* $name:ident = $kind:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// The kind of thing it names, as used in stream names and addresses.
            pub const KIND: &'static str = $kind;

            /// An id from its sixteen bytes; the caller made them.
            #[must_use]
            pub const fn new(value: Uuid) -> Self {
                Self(value)
            }

            /// An id for a test, from a small number.
            #[must_use]
            pub const fn of(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                Uuid::try_parse(text)
                    .map(Self)
                    .map_err(|_| BadId { kind: $kind, given: text.chars().take(64).collect() })
            }
        }
    )*};
}

typed_id! {
    /// A person.
    PersonId = "person";
    /// An organisation.
    OrganisationId = "organisation";
    /// A post in an organisation.
    PostId = "post";
    /// A source: frozen text.
    SourceId = "source";
    /// A meeting.
    MeetingId = "meeting";
    /// A subject of a meeting.
    SubjectId = "subject";
    /// A statement made by a person.
    StatementId = "statement";
    /// A request from one side to another.
    RequestId = "request";
    /// A commitment: a promise.
    CommitmentId = "commitment";
    /// A task: our own work.
    TaskId = "task";
    /// A relationship between two sides.
    RelationshipId = "relationship";
    /// An application for one event.
    ApplicationId = "application";
    /// A day that is held before anything is applied for.
    HoldId = "hold";
    /// A file attached to something.
    AttachmentId = "attachment";
    /// Advice that somebody without an account is asked for by a link.
    AdviceId = "advice";
    /// A comment on a case.
    CommentId = "comment";
    /// One sending of a form: what comes again under the same counts once.
    SendingId = "sending";
}

/// An authority's id in a rulebook: lower-case letters, digits and hyphens, such as `phnom-penh`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AuthorityId(String);

impl AuthorityId {
    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AuthorityId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let fits = (1..=40).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && text.as_bytes()[0].is_ascii_lowercase();
        if fits {
            Ok(AuthorityId(text.to_owned()))
        } else {
            Err(BadId {
                kind: "authority",
                given: text.chars().take(64).collect(),
            })
        }
    }
}

impl TryFrom<String> for AuthorityId {
    type Error = BadId;

    fn try_from(text: String) -> Result<Self, BadId> {
        text.parse()
    }
}

impl From<AuthorityId> for String {
    fn from(id: AuthorityId) -> String {
        id.0
    }
}

impl fmt::Display for AuthorityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_wrote() {
        let id = MeetingId::of(7);
        assert_eq!(id.to_string().parse::<MeetingId>(), Ok(id));
        assert_eq!(serde_json::to_string(&id).unwrap(), format!("\"{id}\""));
    }

    #[test]
    fn what_is_no_id_says_which_kind_was_asked_for() {
        let bad = "seven".parse::<MeetingId>().unwrap_err();
        assert_eq!(
            bad,
            BadId {
                kind: "meeting",
                given: "seven".into()
            }
        );
        assert_eq!(bad.to_string(), "\u{201c}seven\u{201d} is no meeting id");
    }

    #[test]
    fn an_authority_id_is_a_plain_word() {
        let id: AuthorityId = "phnom-penh".parse().unwrap();
        assert_eq!(
            (id.as_str(), id.to_string().as_str()),
            ("phnom-penh", "phnom-penh")
        );
        assert_eq!(serde_json::to_string(&id).unwrap(), "\"phnom-penh\"");
        for bad in ["", "Phnom", "9a", "a b", "a/../b"] {
            assert!(bad.parse::<AuthorityId>().is_err(), "{bad}");
        }
    }
}
