//! Numbers in order, found fast: most thresholds are whole, and so are most answers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// Distinct numbers in order.
#[derive(Clone, Debug)]
pub(crate) struct Numbers {
    values: Vec<Decimal>,
    /// The same as machine integers, if all of them are.
    whole: Option<Vec<i64>>,
}

impl Numbers {
    /// Takes numbers that are in order and distinct.
    pub fn new(values: Vec<Decimal>) -> Numbers {
        let whole = |number: &Decimal| number.is_integer().then(|| number.to_i64()).flatten();
        Numbers {
            whole: values.iter().map(whole).collect(),
            values,
        }
    }

    /// The numbers.
    pub fn values(&self) -> &[Decimal] {
        &self.values
    }

    /// The place of a number, or the place where it would be put in.
    pub fn place(&self, number: &Decimal) -> Result<usize, usize> {
        let whole = if number.scale() == 0 {
            number.to_i64()
        } else {
            None
        };
        match (&self.whole, whole) {
            (Some(values), Some(whole)) => values.binary_search(&whole),
            _ => self.values.binary_search(number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn a_number_is_found_where_its_value_is(
            values in proptest::collection::btree_set((-30i64..30, 0u32..2), 0..20),
            number in -40i64..40, scale in 0u32..3,
        ) {
            let values: BTreeSet<Decimal> = values.into_iter().map(|(number, scale)| Decimal::new(number, scale)).collect();
            let values: Vec<Decimal> = values.into_iter().collect();
            let number = Decimal::new(number, scale);
            let expect = values.binary_search(&number);
            prop_assert_eq!(Numbers::new(values).place(&number), expect);
        }
    }

    #[test]
    fn numbers_larger_than_a_machine_integer_are_found_too() {
        let large: Decimal = "99999999999999999999999999".parse().unwrap();
        let numbers = Numbers::new(vec![Decimal::ONE, large]);
        assert_eq!(
            (numbers.place(&large), numbers.place(&Decimal::TWO)),
            (Ok(1), Err(1))
        );
        assert_eq!(Numbers::new(vec![Decimal::ONE]).place(&large), Err(1));
    }
}
