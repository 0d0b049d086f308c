//! Why a piece was not confided.

use act::{AuthorityId, Detail, Refusal};

/// Why a piece was not confided to few, or to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfideRefusal {
    /// The case has no such piece, or none that the actor reads.
    NoSuchPiece,
    /// The organisation is not asked in this case.
    NotAsked,
    /// It was confided by another organisation: that one changes it, or whoever leads.
    ByAnother,
    /// It is read by these already.
    ReadSo,
    /// Authorities need it to decide: a rule by which they are asked reads it, or it was given to them.
    NeededToDecide {
        /// Who, as far as the actor may know.
        authorities: Vec<AuthorityId>,
    },
    /// The same, of authorities of which the actor is not told why they do.
    NeededByAnother,
    /// Its organisation confided in this case as often as it may.
    TooOften {
        /// How often that is.
        most: usize,
    },
}

impl Refusal for ConfideRefusal {
    act::codes! {
        NoSuchPiece = "no-such-piece",
        NotAsked = "not-asked-here",
        ByAnother = "confided-by-another",
        ReadSo = "read-so-already",
        NeededToDecide = "needed-to-decide",
        NeededByAnother = "needed-by-another",
        TooOften = "confided-too-often",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            ConfideRefusal::NeededToDecide { authorities } => {
                let all = authorities.iter().cloned().map(Detail::Authority).collect();
                vec![("authorities", Detail::AllOf(all))]
            }
            ConfideRefusal::TooOften { most } => {
                vec![("most", Detail::Number(i64::try_from(*most).unwrap_or(i64::MAX)))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            ConfideRefusal::NoSuchPiece | ConfideRefusal::ByAnother => Some("piece"),
            ConfideRefusal::ReadSo
            | ConfideRefusal::NeededToDecide { .. }
            | ConfideRefusal::NeededByAnother => Some("confided-among"),
            ConfideRefusal::NotAsked | ConfideRefusal::TooOften { .. } => None,
        }
    }
}
