//! A product of atoms as a person reads it: a case that lies in it, and its bounds.

use super::{Region, Table};
use crate::atoms::{Atoms, Piece};
use crate::bits::Bits;
use crate::compiled::Axis;
use crate::product::Product;
use crate::{Input, Value};

impl Table<'_> {
    fn asked(&self) -> impl Iterator<Item = (&Axis, &Input)> {
        self.compiled.asked(self.rulebook.inputs())
    }

    /// A case that lies in a product: for each question the first answer that may be given, or none where only that is left.
    pub(super) fn example(&self, product: &Product) -> Vec<(String, Option<Value>)> {
        let first = |((axis, input), atoms): ((&Axis, &Input), &Bits)| {
            let pieces = axis.atoms.pieces();
            let mut examples = axis
                .atoms
                .pieces_of(atoms)
                .filter_map(|piece| pieces.example(piece, input));
            (axis.input, (input.id.clone(), examples.next()))
        };
        asked_first(self.asked().zip(product.sets()).map(first))
    }

    /// What a product takes of each question, where that is not all of it.
    pub(super) fn region(&self, product: &Product) -> Vec<Region> {
        let regions = self
            .asked()
            .zip(product.pairs(&self.taken))
            .filter(|(_, (atoms, taken))| !taken.within(atoms))
            .map(|((axis, input), (atoms, _))| (axis.input, region(&axis.atoms, atoms, input)));
        asked_first(regions)
    }
}

/// What is said of each axis, in the order in which the rulebook asks.
fn asked_first<T>(parts: impl Iterator<Item = (usize, T)>) -> Vec<T> {
    let mut parts: Vec<(usize, T)> = parts.collect();
    parts.sort_by_key(|(input, _)| *input);
    parts.into_iter().map(|(_, part)| part).collect()
}

fn region(atoms: &Atoms, own: &Bits, input: &Input) -> Region {
    let pieces = atoms.pieces();
    let mut region = Region {
        input: input.id.clone(),
        tests: vec![],
        other: false,
        unanswered: false,
    };
    // Neighbours become one range, also across what the question does not take.
    let mut runs: Vec<(usize, usize)> = vec![];
    for piece in atoms.pieces_of(own).filter(|piece| pieces.taken(*piece, input)) {
        match (pieces.piece_at(piece), runs.last_mut()) {
            (Piece::None, _) => region.unanswered = true,
            (Piece::Other, _) if input.values.is_empty() => region.other = true,
            (Piece::Other, _) => region
                .tests
                .extend(pieces.unnamed(input).map(|text| quoted(&text))),
            (Piece::Is(value @ (Value::Text(_) | Value::Boolean(_))), _) => region.tests.push(test(&value)),
            (_, Some((_, last))) if (*last + 1..piece).all(|between| !pieces.taken(between, input)) => {
                *last = piece;
            }
            _ => runs.push((piece, piece)),
        }
    }
    let range = |(first, last): (usize, usize)| {
        let (low, low_in) = match pieces.piece_at(first) {
            Piece::Is(value) => (Some(value), true),
            Piece::Between(low, _) => (low, false),
            Piece::None | Piece::Other => (None, false),
        };
        let (high, high_in) = match pieces.piece_at(last) {
            Piece::Is(value) => (Some(value), true),
            Piece::Between(_, high) => (high, false),
            Piece::None | Piece::Other => (None, false),
        };
        ranged(low.map(|low| (low, low_in)), high.map(|high| (high, high_in)))
    };
    region.tests.extend(runs.into_iter().filter_map(range));
    region
}

/// A range as a unary test; nothing for a range without ends.
fn ranged(low: Option<(Value, bool)>, high: Option<(Value, bool)>) -> Option<String> {
    Some(match (low, high) {
        (None, None) => return None,
        (Some((low, true)), Some((high, true))) if low == high => test(&low),
        (Some((low, low_in)), Some((high, high_in))) => {
            let (from, to) = (if low_in { "[" } else { "(" }, if high_in { "]" } else { ")" });
            format!("{from}{}..{}{to}", test(&low), test(&high))
        }
        (Some((low, low_in)), None) => format!("{} {}", if low_in { ">=" } else { ">" }, test(&low)),
        (None, Some((high, high_in))) => format!("{} {}", if high_in { "<=" } else { "<" }, test(&high)),
    })
}

/// A value as a unary test writes it.
fn test(value: &Value) -> String {
    match value {
        Value::Text(text) => quoted(text),
        Value::Date(date) => format!("date(\"{date}\")"),
        Value::Number(_) | Value::Boolean(_) => value.to_string(),
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
