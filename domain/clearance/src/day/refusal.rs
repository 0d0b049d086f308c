//! Why something was not said or done of the day of an event.

use act::{AuthorityId, Date, Detail, Refusal};

/// Why something was not said or done of the day of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayRefusal {
    /// The event is too far off.
    TooEarly {
        /// The first day on which it can be said.
        from: Date,
    },
    /// The event was too long ago.
    TooLate {
        /// The last day on which it could be noted.
        to: Date,
    },
    /// No permit was issued: there is no event that something could happen at.
    NoPermit,
    /// The permit does not rest on the consent of that authority.
    NotOnPermit {
        /// The authority.
        authority: AuthorityId,
    },
    /// That was said already.
    SaidAlready,
    /// Whoever says no-go has to say why.
    NoGoUnexplained,
    /// As many things were noted as can be.
    TooManyNotes {
        /// How many that is.
        most: usize,
    },
    /// It would have been seen later than now.
    SeenAhead,
    /// It was told as often as it can be how the event went.
    ReportedTooOften {
        /// How often that is.
        most: usize,
    },
    /// Whoever tells that an event was not held as permitted has to say what was otherwise.
    OtherwiseMissing,
    /// The condition binds a time, a figure or a place, and so asks for no deposit.
    NoDepositAsked,
    /// A deposit is received first, and then given back or kept, once.
    DepositOrder,
    /// Whoever keeps a deposit has to say how much, and why.
    DepositUnexplained,
    /// Nothing that counts was said of the deposit, or what is named was reversed already.
    NothingOfDeposit,
    /// Something was said of the deposit after what is named: that is reversed first.
    DepositSaidSince,
    /// It was said as often as it can be what became of the deposit.
    TooManyOfDeposit {
        /// How often that is.
        most: usize,
    },
}

impl Refusal for DayRefusal {
    act::codes! {
        TooEarly = "day-too-early",
        TooLate = "day-too-late",
        NoPermit = "day-no-permit",
        NotOnPermit = "not-on-permit",
        SaidAlready = "said-already",
        NoGoUnexplained = "no-go-unexplained",
        TooManyNotes = "too-many-notes",
        SeenAhead = "seen-ahead",
        ReportedTooOften = "reported-too-often",
        OtherwiseMissing = "otherwise-missing",
        NoDepositAsked = "no-deposit-asked",
        DepositOrder = "deposit-order",
        DepositUnexplained = "deposit-unexplained",
        NothingOfDeposit = "nothing-of-deposit",
        DepositSaidSince = "deposit-said-since",
        TooManyOfDeposit = "too-many-of-deposit",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        let number = |value: usize| Detail::Number(i64::try_from(value).unwrap_or(i64::MAX));
        match self {
            DayRefusal::TooEarly { from } => vec![("date", Detail::Date(*from))],
            DayRefusal::TooLate { to } => vec![("date", Detail::Date(*to))],
            DayRefusal::NotOnPermit { authority } => {
                vec![("authority", Detail::Authority(authority.clone()))]
            }
            DayRefusal::TooManyNotes { most }
            | DayRefusal::ReportedTooOften { most }
            | DayRefusal::TooManyOfDeposit { most } => {
                vec![("most", number(*most))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            DayRefusal::NoGoUnexplained => Some("go-reasons"),
            DayRefusal::SeenAhead => Some("note-seen"),
            DayRefusal::OtherwiseMissing => Some("report-otherwise"),
            DayRefusal::DepositOrder => Some("deposit-step"),
            DayRefusal::DepositUnexplained => Some("deposit-reasons"),
            _ => None,
        }
    }
}
