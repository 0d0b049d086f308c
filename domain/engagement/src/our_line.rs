//! What the desk writes for the brief of a relationship: its line on a subject, and what is not to be said, which is sealed. And that a
//! brief was signed off.

use crate::TakenBack;
use act::sealed::Commitment;
use act::{Actor, Context, Date, MeetingId, PersonId, Reason, Role, SubjectId, Title};
use identity::Language;
use serde::{Deserialize, Serialize};

/// The subject that a line is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its subject.
    pub subject: SubjectId,
    /// What the subject was called then.
    pub title: Title,
}

/// What is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// Our line; whoever reads the record reads it.
    OurLine(Reason),
    /// What is not to be said: the words lie beside the ledger.
    NotToSay {
        /// What binds to the words.
        commitment: Commitment,
        /// Who reads them, beside whoever wrote them.
        readers: Vec<PersonId>,
    },
}

/// A line of the desk's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OurLine {
    /// On what; none for the relationship as a whole.
    pub about: Option<Heading>,
    /// What.
    pub written: Written,
    /// Who wrote it, and when.
    pub by: Context,
    /// That it was taken back, if it was.
    pub taken_back: Option<TakenBack>,
}

impl OurLine {
    /// What binds to its words, where they are sealed.
    #[must_use]
    pub fn commitment(&self) -> Option<Commitment> {
        match self.written {
            Written::OurLine(_) => None,
            Written::NotToSay { commitment, .. } => Some(commitment),
        }
    }

    /// Whether somebody who reads the record reads its words. Who audits is told that there are some, whoever that is.
    #[must_use]
    pub fn is_read_by(&self, actor: &Actor) -> bool {
        let person = actor.person;
        match &self.written {
            Written::OurLine(_) => true,
            Written::NotToSay { readers, .. } => {
                actor.role != Role::Auditor && (self.by.actor.person == person || readers.contains(&person))
            }
        }
    }
}

/// A brief that was signed off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOff {
    /// The day of the brief.
    pub day: Date,
    /// The language of its text.
    pub language: Language,
    /// SHA-256 of its text's UTF-8 bytes, in 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// How many facts the ledger had that its text was made from: those that came later are not in it.
    pub known: u64,
}

impl SignedOff {
    /// Whether both are of one text on one day, however much else was known by then.
    #[must_use]
    pub fn is_same(&self, other: &SignedOff) -> bool {
        (self.day, &self.language, &self.sha256) == (other.day, &other.language, &other.sha256)
    }
}
