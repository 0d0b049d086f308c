//! Why something was not said of a case.

use act::{Detail, Refusal, Role};

/// Why something was not said of a case, or not taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommentRefusal {
    /// The role does not comment on cases.
    Role {
        /// The actor's role.
        role: Role,
        /// The roles that would do.
        allowed: &'static [Role],
    },
    /// The actor's organisation neither leads the case nor is asked in it.
    NotOfTheCase,
    /// No other authority is asked: nobody else would read it.
    NobodyElse,
    /// Somebody who is mentioned cannot read it.
    CannotRead {
        /// What that person is called; empty where nobody of that id is known.
        name: String,
    },
    /// More people are mentioned than can be.
    TooManyMentions {
        /// How many can be.
        most: usize,
    },
    /// The same person wrote as many on this case as one can.
    TooMany {
        /// How many one can.
        most: u64,
    },
    /// There is no such comment among what the actor reads.
    NoSuchComment,
    /// What another wrote is corrected by that person alone.
    NotYours,
    /// What another wrote is taken back by that person, or by whoever decides for the authority.
    NotYoursToTakeBack,
    /// It was corrected already: the correction can be corrected.
    CorrectedAlready,
    /// It was taken back.
    TakenBackAlready,
}

impl Refusal for CommentRefusal {
    act::codes! {
        Role = "comment-role",
        NotOfTheCase = "comment-not-of-the-case",
        NobodyElse = "comment-nobody-else",
        CannotRead = "comment-cannot-read",
        TooManyMentions = "comment-too-many-mentions",
        TooMany = "comment-too-many",
        NoSuchComment = "comment-not-there",
        NotYours = "comment-not-yours",
        NotYoursToTakeBack = "comment-not-yours-to-take-back",
        CorrectedAlready = "comment-corrected-already",
        TakenBackAlready = "comment-taken-back",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            CommentRefusal::Role { role, allowed } => vec![
                ("role", Detail::role(*role)),
                ("allowed", Detail::any_role(allowed)),
            ],
            CommentRefusal::CannotRead { name } => {
                let name = if name.is_empty() { "blank" } else { name };
                vec![("name", Detail::Text(name.to_owned()))]
            }
            CommentRefusal::TooManyMentions { most } => {
                let most = i64::try_from(*most).unwrap_or(i64::MAX);
                vec![("most", Detail::Number(most))]
            }
            CommentRefusal::TooMany { most } => {
                let most = i64::try_from(*most).unwrap_or(i64::MAX);
                vec![("most", Detail::Number(most))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            CommentRefusal::CannotRead { .. } | CommentRefusal::TooManyMentions { .. } => Some("mention"),
            CommentRefusal::TooMany { .. } => Some("words"),
            _ => None,
        }
    }
}
