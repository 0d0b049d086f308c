//! What the tests of one input tell apart: its answers in atoms.
//!
//! A **piece** is the lack of an answer, a value that some test names, or what lies between two of them; every test is a
//! list of spans of pieces. An **atom** is a set of pieces that no test of any rule tells apart. Values no longer matter
//! once an answer is an atom.

mod numbers;
mod pieces;
mod readable;

pub(crate) use pieces::{Piece, Pieces, Span, both};

use crate::bits::Bits;
use crate::{Input, Value};
use std::collections::BTreeMap;

/// The atoms of one input, and which rules each lets pass.
#[derive(Clone, Debug)]
pub(crate) struct Atoms {
    pieces: Pieces,
    /// The atom of each piece.
    of_piece: Vec<u32>,
    /// For each atom the rules whose tests of this input it meets: `blocks` blocks each, one after the other.
    passes: Vec<u64>,
    blocks: usize,
}

impl Atoms {
    /// Groups pieces by the rules that they let pass; `spans` has for each rule, in order, the pieces that pass.
    pub fn new(pieces: Pieces, spans: &[Vec<Span>]) -> Atoms {
        let mut turns: Vec<Vec<usize>> = vec![vec![]; pieces.count() + 1];
        for (rule, spans) in spans.iter().enumerate() {
            for edge in spans.iter().flat_map(|span| [span.start, span.end]) {
                if let Some(turn) = turns.get_mut(edge) {
                    turn.push(rule);
                }
            }
        }
        let mut passing = Bits::none(spans.len());
        let mut known: BTreeMap<Bits, u32> = BTreeMap::new();
        let (mut of_piece, mut passes) = (vec![], vec![]);
        for turn in turns.iter().take(pieces.count()) {
            turn.iter().for_each(|rule| passing.toggle(*rule));
            let next = u32::try_from(known.len()).unwrap_or(u32::MAX);
            let atom = *known.entry(passing.clone()).or_insert_with(|| {
                passes.extend_from_slice(passing.blocks());
                next
            });
            of_piece.push(atom);
        }
        Atoms {
            pieces,
            of_piece,
            passes,
            blocks: passing.blocks().len(),
        }
    }

    /// How many atoms there are; at least one.
    pub fn count(&self) -> usize {
        self.passes.len() / self.blocks.max(1)
    }

    /// The atom of an answer, or of the lack of one.
    pub fn atom(&self, answer: Option<&Value>) -> u32 {
        let piece = answer.map_or(0, |value| self.pieces.piece(value));
        self.of_piece.get(piece).copied().unwrap_or_default()
    }

    /// The rules that an atom lets pass, in blocks; none for an atom of another input.
    pub fn passing(&self, atom: u32) -> &[u64] {
        let from = atom as usize * self.blocks;
        self.passes.get(from..from + self.blocks).unwrap_or_default()
    }

    /// The pieces of some atoms, in order.
    pub fn pieces_of<'a>(&'a self, atoms: &'a Bits) -> impl Iterator<Item = usize> + 'a {
        let own = move |(piece, atom): (usize, &u32)| atoms.contains(*atom as usize).then_some(piece);
        self.of_piece.iter().enumerate().filter_map(own)
    }

    /// For each atom its weight among the answers that an input takes: how many values it stands for where values can be counted
    /// (texts with declared values), else one. Nothing for an atom of which the input takes no answer.
    pub fn weights(&self, input: &Input) -> Vec<u32> {
        let mut weights = vec![0u32; self.count()];
        for (piece, atom) in self.of_piece.iter().enumerate() {
            if let Some(weight) = weights.get_mut(*atom as usize) {
                let own = self.pieces.weight(piece, input);
                *weight = if input.values.is_empty() {
                    own.max(*weight)
                } else {
                    own.saturating_add(*weight)
                };
            }
        }
        weights
    }

    /// The pieces.
    pub fn pieces(&self) -> &Pieces {
        &self.pieces
    }
}
