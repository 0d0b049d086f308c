//! The pieces into which the values that tests name cut the answers of one input.

use super::numbers::Numbers;
use crate::unary::{Single, Unary};
use crate::{Input, InputType, Value};
use jiff::civil::Date;
use std::ops::Range;

/// Pieces from one up to, and without, another.
pub(crate) type Span = Range<usize>;

/// The piece of an answer that was not given.
pub(crate) const NO_ANSWER: usize = 0;

/// The values that tests of one input name, in order, without repetition.
///
/// Pieces count from 0, the lack of an answer. Numbers and dates: below the first value, the first value, between it and the
/// second, and so on to above the last. Text: each value, then any other. Yes or no: no, yes.
#[derive(Clone, Debug)]
pub(crate) enum Pieces {
    Text(Vec<String>),
    Number(Numbers),
    Boolean,
    Date(Vec<Date>),
}

/// What a piece is, in terms of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// No answer.
    None,
    /// This one.
    Is(Value),
    /// Greater than the first, less than the second, where there is one.
    Between(Option<Value>, Option<Value>),
    /// A text that no test names.
    Other,
}

impl Pieces {
    /// The pieces of an input under some tests of it.
    pub fn of<'a>(kind: InputType, tests: impl Iterator<Item = &'a Unary>) -> Pieces {
        let (mut texts, mut numbers, mut dates) = (vec![], vec![], vec![]);
        for value in tests.flat_map(Unary::values) {
            match value {
                Value::Text(text) => texts.push(text.clone()),
                Value::Number(number) => numbers.push(*number),
                Value::Date(date) => dates.push(*date),
                Value::Boolean(_) => {}
            }
        }
        match kind {
            InputType::Text => Pieces::Text(sorted(texts)),
            InputType::Number => Pieces::Number(Numbers::new(sorted(numbers))),
            InputType::Date => Pieces::Date(sorted(dates)),
            InputType::Boolean => Pieces::Boolean,
        }
    }

    /// How many pieces there are.
    pub fn count(&self) -> usize {
        match self {
            Pieces::Text(values) => values.len() + 2,
            Pieces::Number(numbers) => 2 * numbers.values().len() + 2,
            Pieces::Date(values) => 2 * values.len() + 2,
            Pieces::Boolean => 3,
        }
    }

    /// The piece that holds a value; that of no answer for a value of another type.
    pub fn piece(&self, value: &Value) -> usize {
        match (self, value) {
            (Pieces::Text(values), Value::Text(text)) => {
                1 + values.binary_search(text).unwrap_or(values.len())
            }
            (Pieces::Number(numbers), Value::Number(number)) => ordered(numbers.place(number)),
            (Pieces::Date(values), Value::Date(date)) => ordered(values.binary_search(date)),
            (Pieces::Boolean, Value::Boolean(yes)) => 1 + usize::from(*yes),
            _ => NO_ANSWER,
        }
    }

    /// The pieces that meet a test, as spans that do not touch, in order; nothing for a test that cannot be said in pieces.
    pub fn spans(&self, test: &Unary) -> Option<Vec<Span>> {
        match test {
            Unary::Any => Some(std::iter::once(0..self.count()).collect()),
            Unary::OneOf(tests) => Some(joined(tests.iter().map(|test| self.span(test)).collect())),
            Unary::NoneOf(tests) => {
                let refused = joined(tests.iter().map(|test| self.span(test)).collect());
                let starts = std::iter::once(NO_ANSWER + 1).chain(refused.iter().map(|span| span.end));
                let ends = refused.iter().map(|span| span.start).chain([self.count()]);
                Some(
                    starts
                        .zip(ends)
                        .map(|(from, to)| from..to)
                        .filter(|span| !span.is_empty())
                        .collect(),
                )
            }
            Unary::Feel(_) => None,
        }
    }

    fn span(&self, test: &Single) -> Span {
        let first = NO_ANSWER + 1;
        match test {
            Single::Equal(value) => self.piece(value)..self.piece(value) + 1,
            Single::Less(value) => first..self.piece(value),
            Single::AtMost(value) => first..self.piece(value) + 1,
            Single::More(value) => self.piece(value) + 1..self.count(),
            Single::AtLeast(value) => self.piece(value)..self.count(),
            Single::Range {
                low,
                low_in,
                high,
                high_in,
            } => self.piece(low) + usize::from(!low_in)..self.piece(high) + usize::from(*high_in),
        }
    }

    /// What a piece is.
    pub fn piece_at(&self, piece: usize) -> Piece {
        if piece == NO_ANSWER {
            return Piece::None;
        }
        let at = piece - 1;
        match self {
            Pieces::Text(values) => values
                .get(at)
                .map_or(Piece::Other, |text| Piece::Is(Value::Text(text.clone()))),
            Pieces::Number(numbers) => between(numbers.values(), at, Value::Number),
            Pieces::Date(values) => between(values, at, Value::Date),
            Pieces::Boolean => Piece::Is(Value::Boolean(at == 1)),
        }
    }

    /// Whether an input takes any value of a piece; no answer, where it needs none.
    pub fn taken(&self, piece: usize, input: &Input) -> bool {
        if piece == NO_ANSWER {
            !input.required
        } else {
            self.example(piece, input).is_some()
        }
    }

    /// How many values of a piece an input takes, where values can be counted, else one if it takes any.
    pub fn weight(&self, piece: usize, input: &Input) -> u32 {
        match (self, self.piece_at(piece)) {
            (Pieces::Text(_), Piece::Other) if !input.values.is_empty() => {
                u32::try_from(self.unnamed(input).count()).unwrap_or(u32::MAX)
            }
            _ => u32::from(self.taken(piece, input)),
        }
    }
}

fn sorted<T: Ord>(mut values: Vec<T>) -> Vec<T> {
    values.sort_unstable();
    values.dedup();
    values
}

fn ordered(found: Result<usize, usize>) -> usize {
    match found {
        Ok(at) => 2 * at + 2,
        Err(at) => 2 * at + 1,
    }
}

fn between<T: Copy>(values: &[T], at: usize, value: fn(T) -> Value) -> Piece {
    let get = |at: usize| values.get(at).copied().map(value);
    match get(at / 2) {
        Some(own) if at % 2 == 1 => Piece::Is(own),
        high => Piece::Between((at / 2).checked_sub(1).and_then(get), high),
    }
}

/// Spans in order; those that overlap or touch become one.
fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable_by_key(|span| (span.start, span.end));
    let mut joined: Vec<Span> = vec![];
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => joined.push(span),
        }
    }
    joined
}

/// What lies in both of two lists of spans.
pub(crate) fn both(one: &[Span], other: &[Span]) -> Vec<Span> {
    let (mut met, mut left, mut right) = (vec![], one.iter().peekable(), other.iter().peekable());
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        let shared = a.start.max(b.start)..a.end.min(b.end);
        if !shared.is_empty() {
            met.push(shared);
        }
        if a.end <= b.end {
            left.next();
        } else {
            right.next();
        }
    }
    met
}
