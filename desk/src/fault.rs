//! Why a use case was not carried out, in a form that a page can show beside the field it concerns.

use crate::store::StoreFault;
use act::{AuthorityId, Detail, Refusal};
use rulebook::{Localised, Rulebook};
use std::collections::BTreeMap;
use std::fmt;

/// A refusal by the domain, by its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The stable name; `refusal-{code}` is its Fluent id.
    pub code: &'static str,
    /// What was wrong and what would be allowed.
    pub details: Vec<(&'static str, Detail)>,
    /// The form field it concerns.
    pub field: Option<&'static str>,
    /// What the authorities among the details are called, as far as a rulebook is known that says it.
    pub names: BTreeMap<AuthorityId, Localised>,
}

impl Refused {
    pub(crate) fn of(refusal: &impl Refusal) -> Self {
        Refused {
            code: refusal.code(),
            details: refusal.details(),
            field: refusal.field(),
            names: BTreeMap::new(),
        }
    }

    /// The same with the names that a rulebook has for the authorities.
    pub(crate) fn naming(self, rulebook: &Rulebook) -> Self {
        let mut authorities = vec![];
        for (_, detail) in &self.details {
            collect(detail, &mut authorities);
        }
        let named = |id: AuthorityId| Some((id.clone(), rulebook.authority(id.as_str())?.name.clone()));
        Refused {
            names: authorities.into_iter().filter_map(named).collect(),
            ..self
        }
    }
}

/// The authorities in a detail.
fn collect(detail: &Detail, authorities: &mut Vec<AuthorityId>) {
    match detail {
        Detail::Authority(id) => authorities.push(id.clone()),
        Detail::AnyOf(parts) | Detail::AllOf(parts) | Detail::Said(_, parts) => {
            parts.iter().for_each(|part| collect(part, authorities));
        }
        Detail::Text(_) | Detail::Number(_) | Detail::Term(_) | Detail::Date(_) => {}
    }
}

/// Something typed into a form that was not taken. What was typed stays with the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldFault {
    /// The form field.
    pub field: String,
    /// The stable name; `fault-{code}` is its Fluent id.
    pub code: &'static str,
    /// What the Fluent text needs.
    pub details: Vec<(&'static str, Detail)>,
}

impl FieldFault {
    /// A fault that needs no particulars.
    #[must_use]
    pub fn plain(field: &str, code: &'static str) -> Self {
        FieldFault {
            field: field.to_owned(),
            code,
            details: vec![],
        }
    }

    /// The fault of a text that was not taken.
    #[must_use]
    pub fn of_text(field: &str, fault: &act::TextFault) -> Self {
        let number = |value: usize| Detail::Number(i64::try_from(value).unwrap_or(i64::MAX));
        match fault {
            act::TextFault::Empty => FieldFault::plain(field, "empty"),
            act::TextFault::TooLong { most, given } => FieldFault {
                field: field.to_owned(),
                code: "too-long",
                details: vec![("most", number(*most)), ("given", number(*given))],
            },
            act::TextFault::Control { at } => FieldFault {
                field: field.to_owned(),
                code: "control-character",
                details: vec![("at", number(*at + 1))],
            },
        }
    }
}

/// Why a use case was not carried out. Nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It does not exist, or is not for this person to see: the two are not told apart.
    NotFound,
    /// The domain refused the act.
    Refused(Refused),
    /// Fields of the form were not taken.
    Invalid(Vec<FieldFault>),
    /// Someone else changed it meanwhile.
    Stale,
    /// Too many attempts; try again after so many minutes.
    TooMany {
        /// Minutes to wait.
        minutes: i64,
    },
    /// The store failed.
    Store(StoreFault),
    /// The installation is not set up for this; says what is missing.
    SetUp(String),
}

impl Fault {
    /// Whether nothing can have come of an act: what was kept for its fact is kept for nothing. Where the store failed, the fact may be
    /// there all the same, and needs its words and files.
    pub(crate) fn ended<T>(done: &Result<T, Fault>) -> bool {
        matches!(done, Err(Fault::Stale | Fault::Refused(_) | Fault::NotFound))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::NotFound => f.write_str("there is nothing of that name that you may see"),
            Fault::Refused(refused) => write!(f, "refused: {} {:?}", refused.code, refused.details),
            Fault::Invalid(faults) => {
                f.write_str("not taken:")?;
                faults
                    .iter()
                    .try_for_each(|fault| write!(f, " {}: {}", fault.field, fault.code))
            }
            Fault::Stale => f.write_str("someone else changed it meanwhile; look at it again"),
            Fault::TooMany { minutes } => write!(f, "too many attempts; try again in {minutes} minutes"),
            Fault::Store(fault) => fault.fmt(f),
            Fault::SetUp(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Fault {}

impl From<StoreFault> for Fault {
    fn from(fault: StoreFault) -> Self {
        match fault {
            StoreFault::Conflict { .. } => Fault::Stale,
            other => Fault::Store(other),
        }
    }
}
