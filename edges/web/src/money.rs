//! Money in words, and what a fee is called.

use crate::Text;
use act::Money;
use clearance::{Fee, FeeBasis};
use rulebook::Rulebook;

impl Text {
    /// An amount of money.
    pub(crate) fn money(self, money: Money) -> String {
        let amount = crate::habits::amount(self.language(), &money.amount());
        let said = [
            ("amount", amount.into()),
            ("currency", money.currency.to_string().into()),
        ];
        self.with("money", said)
    }
}

/// The fee of the rulebook that one of a case is.
pub(crate) fn named_fee<'r>(rulebook: Option<&'r Rulebook>, fee: &Fee) -> Option<&'r rulebook::Fee> {
    match &fee.basis {
        FeeBasis::Rule { id, .. } => rulebook?.attachments().fees.get(id),
        FeeBasis::Set { .. } => None,
    }
}

/// What a fee is for: of one of the rulebook in the reader's language.
pub(crate) fn fee_label(t: Text, rulebook: Option<&Rulebook>, fee: &Fee) -> String {
    match named_fee(rulebook, fee) {
        Some(known) => known.label.in_language(t.language().tag()).to_owned(),
        None => fee.label.to_string(),
    }
}
