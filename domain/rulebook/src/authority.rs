//! An authority and its clock, as the rulebook has them.

use crate::Localised;
use serde::{Deserialize, Serialize};

/// An authority that may have to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Its id: lower-case letters, digits and hyphens, such as `phnom-penh`.
    pub id: String,
    /// Its full name.
    pub name: Localised,
    /// A short name, for where there is little room.
    pub short: Localised,
    /// What its position does to the outcome.
    pub competence: Competence,
    /// The id of the calendar whose working days are its own.
    pub calendar: String,
    /// How long it may take, unless a rule says otherwise.
    pub period: Period,
    /// What the period rests on.
    pub period_basis: PeriodBasis,
    /// What the end of the period without a decision does.
    pub silence: Silence,
}

macro_rules! named {
    ($(#[$doc:meta])* $type:ident { $($(#[$about:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $type {
            $($(#[$about])* #[serde(rename = $name)] $variant,)*
        }

        impl $type {
            /// Its stable name, as written in files and facts.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $($type::$variant => $name,)*
                }
            }
        }
    };
}

named! {
    /// What an authority's position does to the outcome.
    Competence {
        /// May refuse.
        Competent = "competent",
        /// Must agree.
        Concurrence = "concurrence",
        /// Advises.
        Consultee = "consultee",
    }
}

named! {
    /// How the days of a period are counted.
    PeriodUnit {
        /// Working days of the authority's own calendar.
        Working = "working",
        /// All days.
        Calendar = "calendar",
    }
}

named! {
    /// What a period rests on.
    BasisKind {
        /// An act of parliament.
        Law = "law",
        /// A rule made under a law.
        Regulation = "regulation",
        /// What is done, without a published rule.
        Practice = "practice",
        /// What the makers of the rulebook assume; printed as an assumption.
        Assumption = "assumption",
    }
}

named! {
    /// What the end of a period without a decision does.
    Silence {
        /// Nothing: the decision is late.
        Nothing = "nothing",
        /// It counts as granted.
        DeemedGranted = "deemed-granted",
        /// It counts as refused.
        DeemedRefused = "deemed-refused",
    }
}

/// How long an authority may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// Days, 1 to 366.
    pub days: u32,
    /// Which days count.
    pub unit: PeriodUnit,
}

impl Period {
    /// A measure for telling the longer of two periods: a working day as 7/5 of a calendar day.
    pub(crate) fn measure(self) -> u64 {
        match self.unit {
            PeriodUnit::Working => u64::from(self.days) * 7,
            PeriodUnit::Calendar => u64::from(self.days) * 5,
        }
    }
}

/// What a period rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodBasis {
    /// Law, regulation, practice or assumption.
    pub kind: BasisKind,
    /// The rule as a person would look it up, or what is assumed.
    pub citation: String,
    /// Where it is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}
