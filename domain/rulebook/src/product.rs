//! Combinations of answers as products of sets of atoms, one set for each input that the table tests.
//!
//! A rule catches a product; what no rule catches is found by taking rule after rule away from all that there is.

use crate::bits::Bits;
use std::ops::ControlFlow;
use std::sync::Arc;

/// A set of atoms for each axis of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Product(Vec<Arc<Bits>>);

impl Product {
    /// The sets of all axes.
    pub fn of(sets: impl Iterator<Item = Bits>) -> Product {
        Product(sets.map(Arc::new).collect())
    }

    /// The set of each axis.
    pub fn sets(&self) -> impl Iterator<Item = &Bits> {
        self.0.iter().map(Arc::as_ref)
    }

    /// The set of one axis.
    pub fn set(&self, axis: usize) -> Option<&Bits> {
        self.0.get(axis).map(Arc::as_ref)
    }

    /// The sets of each axis in this and another.
    pub fn pairs<'a>(&'a self, other: &'a Product) -> impl Iterator<Item = (&'a Bits, &'a Bits)> {
        self.sets().zip(other.sets())
    }

    /// Whether it holds no combination.
    pub fn is_empty(&self) -> bool {
        self.sets().any(Bits::is_empty)
    }

    /// Whether some combination is in both.
    pub fn meets(&self, other: &Product) -> bool {
        self.pairs(other).all(|(own, other)| own.meets(other))
    }

    /// Whether all of its combinations are in the other, which is not empty.
    pub fn within(&self, other: &Product) -> bool {
        self.pairs(other).all(|(own, other)| own.within(other))
    }

    /// What is in both.
    pub fn and(&self, other: &Product) -> Product {
        Product::of(self.pairs(other).map(|(own, other)| own.and(other)))
    }

    /// The same with another set on one axis.
    pub fn with(&self, axis: usize, atoms: Bits) -> Product {
        let mut changed = self.clone();
        if let Some(own) = changed.0.get_mut(axis) {
            *own = Arc::new(atoms);
        }
        changed
    }

    /// On how many axes it reaches beyond the other.
    fn beyond(&self, other: &Product) -> usize {
        self.pairs(other)
            .filter(|(own, other)| !own.within(other))
            .count()
    }
}

/// Steps that a search may still take; a step compares two products.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Work {
    left: usize,
}

impl Work {
    /// So many steps at most.
    pub fn of(steps: usize) -> Work {
        Work { left: steps }
    }

    /// Takes some steps.
    pub fn spend(&mut self, steps: usize) {
        self.left = self.left.saturating_sub(steps);
    }

    /// Whether none is left, so that what was found may not be all.
    pub fn gave_up(self) -> bool {
        self.left == 0
    }
}

/// Hands over, as products that do not meet, what of a product no rule catches; stops when told to or when work runs out.
pub(crate) fn uncaught(
    of: Product,
    rules: &[&Product],
    work: &mut Work,
    found: &mut impl FnMut(Product) -> ControlFlow<()>,
) -> ControlFlow<()> {
    work.spend(rules.len() + 1);
    if work.gave_up() {
        return ControlFlow::Break(());
    }
    let live: Vec<&Product> = rules.iter().copied().filter(|rule| rule.meets(&of)).collect();
    // The rule that stands across the fewest axes leaves the fewest pieces, and none where it catches everything.
    let widest = live.iter().enumerate().min_by_key(|(_, rule)| of.beyond(rule));
    let Some((at, rule)) = widest.map(|(at, rule)| (at, *rule)) else {
        return found(of);
    };
    let mut rest = live;
    rest.swap_remove(at);
    let mut inside = of;
    for axis in 0..rule.0.len() {
        let (Some(own), Some(caught)) = (inside.set(axis), rule.set(axis)) else {
            continue;
        };
        let (outside, both) = (own.without(caught), own.and(caught));
        if !outside.is_empty() {
            uncaught(inside.with(axis, outside), &rest, work, found)?;
            inside = inside.with(axis, both);
        }
    }
    ControlFlow::Continue(())
}

/// Whether rules together catch all of a product; nothing if that was too much work to tell.
pub(crate) fn covered(of: Product, rules: &[&Product], work: &mut Work) -> Option<bool> {
    let mut hole = false;
    let _ = uncaught(of, rules, work, &mut |_| {
        hole = true;
        ControlFlow::Break(())
    });
    if hole {
        Some(false)
    } else {
        Some(true).filter(|_| !work.gave_up())
    }
}
