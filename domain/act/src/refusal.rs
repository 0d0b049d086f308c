//! Why an act was not done, in a form that a page, a problem document and a test can all read.

use crate::{AuthorityId, Role};
use std::fmt;

/// One particular of a refusal: what was wrong, or what would be allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Text as a person gave it, shown as it is.
    Text(String),
    /// A count or a number of days.
    Number(i64),
    /// A word of the field, by its Fluent id, shown in the reader's language.
    Term(String),
    /// A day, shown in the reader's calendar.
    Date(jiff::civil::Date),
    /// An authority, shown by its name in the reader's language.
    Authority(AuthorityId),
    /// A sentence that others have words for: its English, with `{}` where it names one of these in order.
    Said(&'static str, Vec<Detail>),
    /// Any of these would do.
    AnyOf(Vec<Detail>),
    /// All of these together.
    AllOf(Vec<Detail>),
}

impl Detail {
    /// A role by the word for it.
    #[must_use]
    pub fn role(role: Role) -> Detail {
        Detail::Term(format!("role-{}", role.name()))
    }

    /// The roles of which any would do.
    #[must_use]
    pub fn any_role(roles: &[Role]) -> Detail {
        Detail::AnyOf(roles.iter().copied().map(Detail::role).collect())
    }
}

/// A named refusal. Each maps to one problem type and to one Fluent text, both by its [`code`](Refusal::code).
pub trait Refusal: fmt::Debug {
    /// The codes of all variants.
    const CODES: &'static [&'static str];

    /// The stable name, in kebab-case: `urn:placet:refusal:{code}` is its problem type, `refusal-{code}` its Fluent id.
    fn code(&self) -> &'static str;

    /// The particulars, by the names that the Fluent text uses.
    fn details(&self) -> Vec<(&'static str, Detail)>;

    /// The form field it concerns, if it concerns one.
    fn field(&self) -> Option<&'static str> {
        None
    }
}

/// Names the variants of a refusal, inside its `impl Refusal`: [`Refusal::CODES`] and [`Refusal::code`] from one list, which
/// does not compile while a variant is missing. What `of` names are variants that hold refusals of a kind of their own, with codes
/// of their own.
#[macro_export]
macro_rules! codes {
    ($($variant:ident = $code:literal,)+ $(; of $group:ident)*) => {
        const CODES: &'static [&'static str] = &[$($code),+];

        fn code(&self) -> &'static str {
            match self {
                $(Self::$variant { .. } => $code,)+
                $(Self::$group(one) => one.code(),)*
            }
        }
    };
}
