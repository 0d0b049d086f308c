//! What can have happened to a comment. The bytes of these are golden, as all facts are.

use crate::Commitment;
use act::{ApplicationId, CommentId, Date, OrganisationId, PersonId, Role};
use serde::{Deserialize, Serialize};

/// To whom something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Among {
    /// To the people of one's own authority.
    Own,
    /// To all authorities of the case: those that are asked, and the one that leads.
    Authorities,
}

impl Among {
    /// Both.
    pub const ALL: [Among; 2] = [Among::Own, Among::Authorities];

    /// The stable name, as used in addresses and in Fluent ids (`comments-among-own`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Among::Own => "own",
            Among::Authorities => "authorities",
        }
    }

    /// That of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Among> {
        Among::ALL.into_iter().find(|among| among.name() == name)
    }
}

/// What whoever is told of a comment is told of its case. It stands in the fact as it was then: the rows of a comment follow from its own
/// stream alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutCase {
    /// The application.
    pub application: ApplicationId,
    /// Its reference.
    pub reference: String,
    /// What the event is called.
    pub title: String,
    /// The event's day.
    pub date: Date,
    /// The event's zone.
    pub zone: String,
    /// The rulebook.
    pub rulebook: String,
}

/// Somebody who is to look at a comment, and in which role that is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Mention {
    /// Who.
    pub person: PersonId,
    /// For whom that person works.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
}

/// What was said. The words are not in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Of which case.
    pub case: AboutCase,
    /// To whom.
    pub among: Among,
    /// The organisations whose people read it. Nobody is added to them later.
    pub readers: Vec<OrganisationId>,
    /// Its place among what was said so, from 1: of two that were said at once both may have one.
    pub place: u64,
    /// Who is to look at it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Mention>,
    /// The comment that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<CommentId>,
    /// What binds it to its words.
    pub commitment: Commitment,
}

/// Something that happened to a comment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum CommentFact {
    /// It was made.
    Made(Box<Said>),
    /// Another corrects it. It stays as it is, and says so.
    Corrected {
        /// Which.
        by: CommentId,
    },
    /// It was taken back: its words are erased, and that it was there stays.
    TakenBack,
}
