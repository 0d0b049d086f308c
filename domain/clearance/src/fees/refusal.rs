//! Why something was not recorded of a fee.

use act::{AuthorityId, Date, Detail, Money, Refusal};

/// Why something was not recorded of a fee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeeRefusal {
    /// The case has no such fee, or it is asked for no longer.
    NoSuchFee,
    /// The fee has no such entry that stands.
    NoSuchEntry,
    /// Nothing of the kind that could be recorded is there: what is waived is open, and what is given back was paid.
    NothingOpen,
    /// It is more than there is.
    TooMuch {
        /// The most that it can be.
        most: Money,
    },
    /// It is no currency.
    NoCurrency,
    /// It is no amount of that currency, or nothing.
    NoAmount {
        /// How many digits the currency has after the point.
        digits: usize,
    },
    /// What was paid or given back has a receipt and a day.
    ReceiptMissing,
    /// Nobody has paid on a day that is still to come.
    DayAhead {
        /// The last day on which it could have been.
        to: Date,
    },
    /// Nobody has paid so long before it was asked for.
    DayBefore {
        /// The first day on which it could have been.
        from: Date,
    },
    /// It is to be paid by a day that is over.
    DueBefore {
        /// The first day by which it could be.
        from: Date,
    },
    /// The permit was issued: nothing comes before it any more.
    AfterPermit,
    /// That receipt stands on the fee already.
    ReceiptTwice,
    /// Something was recorded of the fee since it was read.
    EnteredSince,
    /// Whoever waives, reverses or does not find something has to say why.
    Unexplained,
    /// What an organiser said to have paid waits to be confirmed.
    SaidWaits,
    /// What was paid cannot be reversed while more was given back than would be left.
    RefundedSince,
    /// A fee that a rule names is waived; only one that was set by hand was set wrongly.
    ByRule,
    /// The case has as many fees, or the fee as many entries, as it takes.
    TooMany {
        /// How many that is.
        most: usize,
    },
    /// Fees that come before the permit are neither paid nor waived.
    Open {
        /// How much is open to whom.
        open: Vec<(AuthorityId, Money)>,
    },
}

impl Refusal for FeeRefusal {
    act::codes! {
        NoSuchFee = "no-such-fee",
        NoSuchEntry = "no-such-fee-entry",
        NothingOpen = "fee-nothing-open",
        TooMuch = "fee-too-much",
        NoCurrency = "fee-no-currency",
        NoAmount = "fee-no-amount",
        ReceiptMissing = "fee-receipt-missing",
        DayAhead = "fee-day-ahead",
        DayBefore = "fee-day-before",
        DueBefore = "fee-due-before",
        AfterPermit = "fee-after-permit",
        ReceiptTwice = "fee-receipt-twice",
        EnteredSince = "fee-entered-since",
        Unexplained = "fee-unexplained",
        SaidWaits = "fee-said-waits",
        RefundedSince = "fee-refunded-since",
        ByRule = "fee-by-rule",
        TooMany = "too-many-fees",
        Open = "fees-open",
    }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        let number = |value: usize| Detail::Number(i64::try_from(value).unwrap_or(i64::MAX));
        match self {
            FeeRefusal::TooMuch { most } => vec![("most", Detail::Text(most.to_string()))],
            FeeRefusal::NoAmount { digits } => vec![("digits", number(*digits))],
            FeeRefusal::DayAhead { to } => vec![("to", Detail::Date(*to))],
            FeeRefusal::DayBefore { from } | FeeRefusal::DueBefore { from } => {
                vec![("from", Detail::Date(*from))]
            }
            FeeRefusal::TooMany { most } => vec![("most", number(*most))],
            FeeRefusal::Open { open } => {
                let one = |(authority, money): &(AuthorityId, Money)| {
                    let names = vec![
                        Detail::Text(money.to_string()),
                        Detail::Authority(authority.clone()),
                    ];
                    Detail::Said("{} to {}", names)
                };
                vec![("open", Detail::AllOf(open.iter().map(one).collect()))]
            }
            _ => vec![],
        }
    }

    fn field(&self) -> Option<&'static str> {
        match self {
            FeeRefusal::NoSuchFee
            | FeeRefusal::NothingOpen
            | FeeRefusal::SaidWaits
            | FeeRefusal::EnteredSince => Some("fee"),
            FeeRefusal::NoSuchEntry | FeeRefusal::RefundedSince | FeeRefusal::ByRule => Some("fee-entry"),
            FeeRefusal::TooMuch { .. } | FeeRefusal::NoAmount { .. } => Some("fee-amount"),
            FeeRefusal::NoCurrency => Some("fee-currency"),
            FeeRefusal::ReceiptMissing | FeeRefusal::ReceiptTwice => Some("fee-receipt"),
            FeeRefusal::DayAhead { .. } | FeeRefusal::DayBefore { .. } => Some("fee-day"),
            FeeRefusal::DueBefore { .. } => Some("fee-due"),
            FeeRefusal::AfterPermit => Some("fee-before-permit"),
            FeeRefusal::Unexplained => Some("fee-reasons"),
            FeeRefusal::TooMany { .. } | FeeRefusal::Open { .. } => None,
        }
    }
}
