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
    /// How the day of receipt is told.
    #[serde(default, skip_serializing_if = "Receipt::is_plain")]
    pub receipt: Receipt,
    /// What the end of the period without a decision does.
    pub silence: Silence,
    /// Whether two people decide: one recommends, another decides.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub four_eyes: bool,
    /// How it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Who stands in for it: posts in words, or ids of authorities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deputies: Vec<String>,
    /// Whose deciders read reasons that it sealed, beside its own people and whoever leads: ids of authorities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sealed_readers: Vec<String>,
    /// Where the law that gives it its competence is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
}

/// How an authority tells the day on which it received a case, and whether that day counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// Whether the period begins on the day of receipt; otherwise on the day after.
    #[serde(default)]
    pub counted: bool,
    /// The hour, such as `"17:00"`, from which what arrives is received on the next working day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cut_off: Option<jiff::civil::Time>,
}

impl Receipt {
    fn is_plain(&self) -> bool {
        *self == Receipt::default()
    }
}

/// How an authority is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Address {
    /// By post, in one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// By e-mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// By telephone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web: Option<String>,
}

/// Where a rulebook holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// The country: two letters of ISO 3166-1, such as `GB`.
    pub country: String,
    /// A part of it: what follows the country in its code of ISO 3166-2, such as `ENG`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subdivision: Option<String>,
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
            }        }
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
        /// Months, to the day of their number.
        Month = "month",
    }
}

named! {
    /// What a rule rests on, and what a period, a document or anything else does that rules name.
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

impl BasisKind {
    /// The one that files and facts call so.
    pub(crate) fn named(name: &str) -> Option<BasisKind> {
        use BasisKind::{Assumption, Law, Practice, Regulation};
        let all = [Law, Regulation, Practice, Assumption];
        all.into_iter().find(|kind| kind.name() == name)
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
    /// Days, 1 to 366; or months, 1 to 36.
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
            PeriodUnit::Month => u64::from(self.days) * 5 * 30,
        }
    }
}

/// What a period, a document, a fee, a condition, a lead time or a distance rests on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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
