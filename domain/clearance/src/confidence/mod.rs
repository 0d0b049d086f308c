//! What of a case is confided to few of those who read it: which pieces, by whom, for whom and why.

mod refusal;

use act::{AttachmentId, AuthorityId, Context, Reason};
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
    /// Whether the document was handed in with this: nobody else has read it then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_once: bool,
}

/// The rules that need a piece which is confided, by the version that an application is bound to from now on. The bytes of these are
/// golden, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needed {
    /// Which piece.
    pub piece: Piece,
    /// The rules by which authorities are asked that read the answer, or want the document.
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
