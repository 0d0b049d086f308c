//! What a fee comes to, and what several of one currency come to together.

use super::{Fee, FeeStep};

/// What a fee comes to, in the smallest parts of its currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// What was asked for.
    pub due: u64,
    /// What need not be paid.
    pub waived: u64,
    /// What was paid.
    pub paid: u64,
    /// What was given back.
    pub refunded: u64,
}

impl Balance {
    /// Of one fee: of entries, those that stand. What an organiser says counts once it is confirmed.
    pub(super) fn of(fee: &Fee) -> Balance {
        let mut balance = Balance {
            due: if fee.is_asked() { fee.amount.minor } else { 0 },
            ..Balance::default()
        };
        for one in fee.entries.iter().filter(|one| one.ended.is_none()) {
            let minor = one.entered.amount.minor;
            match one.entered.step {
                FeeStep::Said => {}
                FeeStep::Paid => balance.paid += minor,
                FeeStep::Waived => balance.waived += minor,
                FeeStep::Refunded => balance.refunded += minor,
            }
        }
        balance
    }

    /// What was paid and not given back.
    #[must_use]
    pub fn held(self) -> u64 {
        self.paid.saturating_sub(self.refunded)
    }

    /// What is to be paid.
    #[must_use]
    pub fn open(self) -> u64 {
        self.due.saturating_sub(self.waived).saturating_sub(self.held())
    }

    /// What was paid beyond what is due, and is to be given back.
    #[must_use]
    pub fn over(self) -> u64 {
        self.held().saturating_sub(self.due.saturating_sub(self.waived))
    }
}

/// What several fees of one currency come to together. What is open of one is not made up for by what was paid too much of another:
/// both are summed fee by fee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What was asked for.
    pub due: u64,
    /// What need not be paid.
    pub waived: u64,
    /// What was paid.
    pub paid: u64,
    /// What was given back.
    pub refunded: u64,
    /// What is to be paid.
    pub open: u64,
    /// What was paid beyond what is due, and is to be given back.
    pub over: u64,
}

impl Sums {
    /// With one fee more.
    pub(crate) fn and(self, one: Balance) -> Sums {
        Sums {
            due: self.due + one.due,
            waived: self.waived + one.waived,
            paid: self.paid + one.paid,
            refunded: self.refunded + one.refunded,
            open: self.open + one.open(),
            over: self.over + one.over(),
        }
    }
}
