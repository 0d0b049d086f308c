//! What of a case is confided to few of those who read it: which pieces, by whom, for whom and why.

mod readers;
mod refusal;

use crate::{Application, ApplicationFact, Attachment, Submission};
use act::{AttachmentId, AuthorityId, Context, Reason, Timestamp};
pub use readers::KeptBack;
pub use refusal::ConfideRefusal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A piece of a case that can be confided to few.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "kebab-case")]
pub enum Piece {
    /// A document that those who hold the event handed in.
    Document(AttachmentId),
    /// What they answered to a question of the form, by its id in the rulebook.
    Answer(String),
}

/// A form carries it as `document:ID` or `answer:ID`.
impl fmt::Display for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Piece::Document(attachment) => write!(f, "document:{attachment}"),
            Piece::Answer(input) => write!(f, "answer:{input}"),
        }
    }
}

/// That a text is no [`Piece`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPiece;

impl FromStr for Piece {
    type Err = NotAPiece;

    fn from_str(text: &str) -> Result<Piece, NotAPiece> {
        match text.split_once(':') {
            Some(("document", id)) => id.parse().map(Piece::Document).map_err(|_| NotAPiece),
            Some(("answer", input)) if !input.is_empty() => Ok(Piece::Answer(input.to_owned())),
            _ => Err(NotAPiece),
        }
    }
}

/// That a piece was confided to few, or to others than before, or that all who read the case read it again. The bytes of these are
/// golden, as all facts are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confided {
    /// Which piece.
    pub piece: Piece,
    /// The authorities that read it beside whoever confided it, whoever leads and those who hold the event; none where all who read the
    /// case read it from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<Vec<AuthorityId>>,
    /// Why. Those alone read it who read the piece.
    pub reasons: Reason,
    /// The rules by which authorities are asked that read the answer, or want the document: whoever is asked by one of them reads it,
    /// whenever that is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

/// The same, with who did it and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confiding {
    /// What was done.
    pub confided: Confided,
    /// Who did it, and when.
    pub by: Context,
}

/// That a piece is confided to few.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark<'a> {
    /// How it came to be: whose mark it is.
    pub first: &'a Confiding,
    /// What holds of it.
    pub last: &'a Confiding,
}

impl Submission {
    /// What of it can be confided, the answers first.
    pub fn pieces(&self) -> impl Iterator<Item = Piece> {
        let answers = self.answers.keys().cloned().map(Piece::Answer);
        let documents = self.attachments.iter().map(|one| one.attachment);
        answers.chain(documents.map(Piece::Document))
    }

    /// Whether that is a piece of it.
    #[must_use]
    pub fn has(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Document(id) => self.attachments.iter().any(|one| one.attachment == *id),
            Piece::Answer(input) => self.answers.contains_key(input),
        }
    }
}

impl ApplicationFact {
    /// The pieces that it holds: whoever reads all of it reads these.
    pub(crate) fn pieces(&self) -> Vec<Piece> {
        match self {
            ApplicationFact::Submitted { submission, .. } | ApplicationFact::Amended { submission } => {
                submission.pieces().collect()
            }
            ApplicationFact::DocumentHandedIn(one) => vec![Piece::Document(one.attachment)],
            ApplicationFact::Confided(one) => vec![one.piece.clone()],
            _ => vec![],
        }
    }
}

impl Application {
    /// The files of what was handed in, and of what was before.
    pub fn attachments(&self) -> impl Iterator<Item = &Attachment> {
        let earlier = self.earlier.iter().map(|one| &one.submission);
        let submissions = self.submission.iter().chain(earlier);
        submissions.flat_map(|one| &one.attachments)
    }

    pub(crate) fn evolve_confided(&mut self, fact: &ApplicationFact, by: &Context) {
        if let ApplicationFact::Confided(confided) = fact {
            self.confided.push(Confiding {
                confided: confided.clone(),
                by: by.clone(),
            });
        }
    }

    /// That a piece is confided to few, if it is.
    #[must_use]
    pub fn mark(&self, piece: &Piece) -> Option<Mark<'_>> {
        self.mark_at(piece, Timestamp::MAX)
    }

    /// The same as of an instant.
    pub(crate) fn mark_at(&self, piece: &Piece, at: Timestamp) -> Option<Mark<'_>> {
        let all = self.confided.iter().filter(|one| one.confided.piece == *piece);
        all.filter(|one| one.by.at <= at)
            .fold(None, |mark: Option<Mark<'_>>, last| {
                let first = mark.map_or(last, |mark| mark.first);
                last.confided.among.as_ref().map(|_| Mark { first, last })
            })
    }

    /// What had been handed in at an instant, as the last version by then has it.
    fn handed_in_at(&self, at: Timestamp) -> Option<&Submission> {
        let now = self.submission.as_deref().zip(self.submitted.as_ref());
        let before = self.earlier.iter().map(|one| (&*one.submission, &one.submitted));
        let mut all = before.chain(now).filter(|(_, by)| by.at <= at);
        let last = all.next_back();
        last.map(|(submission, _)| submission)
    }
}
