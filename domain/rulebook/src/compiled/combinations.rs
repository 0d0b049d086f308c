//! What a compiled table says of all combinations of answers: what is asked of it when no single case is meant.

use super::{Axis, Compiled};
use crate::Input;
use crate::bits::{self, Bits};
use crate::product::Product;

impl Compiled {
    /// What each rule catches, in atoms; a test without atoms counts as one that any answer may meet. Worked out when it is
    /// first asked for: evaluating does not need it.
    pub fn products(&self) -> &[Product] {
        let on = |axis: &Axis, rule: usize| {
            let passes = |atom: usize| {
                let atom = u32::try_from(atom).unwrap_or(u32::MAX);
                bits::contains(axis.atoms.passing(atom), rule)
            };
            Bits::of(axis.atoms.count(), passes)
        };
        let caught = |rule| Product::of(self.axes.iter().map(|axis| on(axis, rule)));
        self.products
            .get_or_init(|| (0..self.rules).map(caught).collect())
    }

    /// For each axis the weights of its atoms among the answers that its question takes, worked out when first asked for.
    pub fn weights(&self, inputs: &[Input]) -> &[Vec<u32>] {
        let weights = |(axis, input): (&Axis, &Input)| axis.atoms.weights(input);
        self.weights
            .get_or_init(|| self.asked(inputs).map(weights).collect())
    }

    /// All combinations of answers that the questions take.
    pub fn taken(&self, inputs: &[Input]) -> Product {
        let taken = |weights: &Vec<u32>| {
            Bits::of(weights.len(), |atom| {
                weights.get(atom).is_some_and(|weight| *weight > 0)
            })
        };
        Product::of(self.weights(inputs).iter().map(taken))
    }

    /// The axes, each with its question; `inputs` are those of the rulebook.
    pub fn asked<'a>(&'a self, inputs: &'a [Input]) -> impl Iterator<Item = (&'a Axis, &'a Input)> {
        self.axes
            .iter()
            .filter_map(|axis| Some((axis, inputs.get(axis.input)?)))
    }
}
