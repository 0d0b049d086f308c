//! Why something was not done about a day that is held.

use super::HoldStanding;
use act::{Date, Detail, Refusal, Role};

/// Why something was not done about a day that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldRefusal {
    /// The role does not do this.
    NotYourRole {
        /// The role acted in.
        role: Role,
        /// The roles that may.
        allowed: &'static [Role],
    },
    /// Another organisation asked for it.
    NotTheHolder,
    /// Another organisation leads.
    NotTheLead,
    /// It has moved past, or not yet reached, the standing in which this can be done.
    WrongStanding {
        /// Where it stands; none where nothing was asked.
        stands: Option<HoldStanding>,
    },
    /// The day is not ahead.
    NotAhead {
        /// The day.
        date: Date,
    },
    /// The day is too far off.
    TooFar {
        /// The last day that can be held.
        latest: Date,
    },
    /// A day is held for some time before it, and not longer.
    UntilOutOfReach {
        /// The first day until which it can be held.
        earliest: Date,
        /// The last.
        latest: Date,
    },
    /// The organisation has asked for as many as it can.
    TooMany {
        /// How many that is.
        most: usize,
    },
    /// The application is for another day, or goes to another lead.
    ForAnother {
        /// The day that is held.
        date: Date,
    },
}

impl Refusal for HoldRefusal {
    act::codes! {
        NotYourRole = "not-your-role",
        NotTheHolder = "hold-not-yours",
        NotTheLead = "hold-not-led",
        WrongStanding = "hold-wrong-standing",
        NotAhead = "hold-not-ahead",
        TooFar = "hold-too-far",
        UntilOutOfReach = "hold-until",
        TooMany = "hold-too-many",
        ForAnother = "hold-for-another",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        match self {
            HoldRefusal::NotYourRole { role, allowed } => {
                vec![
                    ("role", Detail::role(*role)),
                    ("allowed", Detail::any_role(allowed)),
                ]
            }
            HoldRefusal::WrongStanding { stands } => {
                let name = stands.map_or("nothing", HoldStanding::name);
                vec![("stands", Detail::Term(format!("hold-standing-{name}")))]
            }
            HoldRefusal::NotAhead { date } | HoldRefusal::ForAnother { date } => {
                vec![("date", Detail::Date(*date))]
            }
            HoldRefusal::TooFar { latest } => vec![("date", Detail::Date(*latest))],
            HoldRefusal::UntilOutOfReach { earliest, latest } => {
                vec![
                    ("earliest", Detail::Date(*earliest)),
                    ("latest", Detail::Date(*latest)),
                ]
            }
            HoldRefusal::TooMany { most } => {
                vec![("most", Detail::Number(i64::try_from(*most).unwrap_or(i64::MAX)))]
            }
            HoldRefusal::NotTheHolder | HoldRefusal::NotTheLead => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            HoldRefusal::NotAhead { .. } | HoldRefusal::TooFar { .. } => Some("date"),
            HoldRefusal::UntilOutOfReach { .. } => Some("until"),
            _ => None,
        }
    }
}
