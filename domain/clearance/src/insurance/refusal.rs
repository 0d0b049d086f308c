//! Why something was not recorded of a certificate of insurance.

use act::{Date, Detail, Refusal};

/// Why something was not recorded of a certificate of insurance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InsuranceRefusal {
    /// No authority demands a document or sets a condition that it could be handed in for.
    NotAsked,
    /// One that was handed in for the same waits for its authority.
    Waits,
    /// It ends before it begins.
    EndsFirst {
        /// The first day on which it could end.
        from: Date,
    },
    /// It has ended.
    Over {
        /// The first day on which it could end.
        from: Date,
    },
    /// There is none of that number of which this can be said now.
    NoSuchInsurance,
    /// Whoever sends one back, or reverses something, has to say why.
    Unexplained,
    /// It does not end soon, or that was told.
    NotSoon,
    /// The case has as many as it takes.
    TooMany {
        /// How many that is.
        most: usize,
    },
}

impl Refusal for InsuranceRefusal {
    act::codes! {
        NotAsked = "insurance-not-asked",
        Waits = "insurance-waits",
        EndsFirst = "insurance-ends-first",
        Over = "insurance-over",
        NoSuchInsurance = "no-such-insurance",
        Unexplained = "insurance-unexplained",
        NotSoon = "insurance-not-soon",
        TooMany = "too-many-insurances",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            InsuranceRefusal::EndsFirst { from } | InsuranceRefusal::Over { from } => {
                vec![("from", Detail::Date(*from))]
            }
            InsuranceRefusal::TooMany { most } => {
                vec![("most", Detail::Number(i64::try_from(*most).unwrap_or(i64::MAX)))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            InsuranceRefusal::NotAsked | InsuranceRefusal::Waits => Some("insurance-for"),
            InsuranceRefusal::EndsFirst { .. } | InsuranceRefusal::Over { .. } => Some("insurance-until"),
            InsuranceRefusal::NoSuchInsurance => Some("insurance"),
            InsuranceRefusal::Unexplained => Some("insurance-reasons"),
            InsuranceRefusal::NotSoon | InsuranceRefusal::TooMany { .. } => None,
        }
    }
}
