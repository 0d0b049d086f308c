//! Values that a person can read, for pieces that hold many.

use super::pieces::{NO_ANSWER, Piece, Pieces};
use crate::{Input, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// Powers of ten that are tried, from the largest down.
const LARGEST_POWER: i32 = 18;
const SMALLEST_POWER: i32 = -18;

impl Pieces {
    /// A value of a piece that the input takes, the plainest there is; nothing for the lack of an answer, and where the input
    /// takes no value of the piece.
    pub fn example(&self, piece: usize, input: &Input) -> Option<Value> {
        if piece == NO_ANSWER {
            return None;
        }
        match self.piece_at(piece) {
            Piece::None => None,
            Piece::Is(value) => Some(value).filter(|value| input.takes(value)),
            Piece::Other => self.another(input).map(Value::Text),
            Piece::Between(low, high) => match self {
                Pieces::Date(_) => day(low.as_ref(), high.as_ref()).map(Value::Date),
                _ => number(low.as_ref(), high.as_ref(), input).map(Value::Number),
            },
        }
    }

    /// The values of an input that no test names.
    pub fn unnamed<'a>(&'a self, input: &'a Input) -> impl Iterator<Item = String> + 'a {
        let free = move |id: &String| matches!(self, Pieces::Text(named) if named.binary_search(id).is_err());
        input.values.iter().map(|choice| choice.id.clone()).filter(free)
    }

    /// A text that no test names: one of the input's own, or of any text the first that is free.
    fn another(&self, input: &Input) -> Option<String> {
        let Pieces::Text(named) = self else {
            return None;
        };
        if !input.values.is_empty() {
            return self.unnamed(input).next();
        }
        (0..=named.len())
            .map(|number| {
                if number == 0 {
                    "other".to_owned()
                } else {
                    format!("other {number}")
                }
            })
            .find(|text| named.binary_search(text).is_err())
    }
}

/// The roundest number that an input takes between two others.
fn number(low: Option<&Value>, high: Option<&Value>, input: &Input) -> Option<Decimal> {
    let plain = |value: &Value| match value {
        Value::Number(number) => Some(*number),
        _ => None,
    };
    let (low, high) = (low.and_then(plain), high.and_then(plain));
    let fits = |number: &Decimal| {
        low.is_none_or(|low| low < *number)
            && high.is_none_or(|high| *number < high)
            && input.takes(&Value::Number(*number))
    };
    // The bound that is nearer: what the tests name, or what the input takes.
    let from = low.into_iter().chain(input.least).max();
    let to = high.into_iter().chain(input.most).min();
    if from.is_none_or(|from| from <= Decimal::ZERO) && fits(&Decimal::ZERO) {
        return Some(Decimal::ZERO);
    }
    steps(from, to, input.whole)
        .flat_map(|step| [above(from, step), below(to, step)])
        .flatten()
        .find(fits)
        .or_else(|| from.into_iter().chain(to).find(fits))
}

/// Steps of 5, 2 and 1 times each power of ten, the largest first, none larger than what the bounds are made of.
fn steps(from: Option<Decimal>, to: Option<Decimal>, whole: bool) -> impl Iterator<Item = Decimal> {
    let size = match (from, to) {
        (Some(from), Some(to)) => from.abs().max(to.abs()),
        (from, to) => from.or(to).unwrap_or(Decimal::ONE).abs(),
    };
    let smallest = if whole { 0 } else { SMALLEST_POWER };
    (smallest..=LARGEST_POWER)
        .rev()
        .flat_map(|power| {
            [5, 2, 1]
                .into_iter()
                .filter_map(move |digit| scaled(digit, power))
        })
        .filter(move |step| *step <= size || *step <= Decimal::ONE)
}

fn scaled(digit: i64, power: i32) -> Option<Decimal> {
    match u32::try_from(power) {
        Ok(power) => Decimal::from(digit).checked_mul(Decimal::from(10i64.checked_pow(power)?)),
        Err(_) => Decimal::try_new(digit, power.unsigned_abs()).ok(),
    }
}

/// The first multiple of a step above a number.
fn above(from: Option<Decimal>, step: Decimal) -> Option<Decimal> {
    let times = from?.checked_div(step)?.floor().checked_add(Decimal::ONE)?;
    times.checked_mul(step).map(|number| number.normalize())
}

/// The last multiple of a step below a number.
fn below(to: Option<Decimal>, step: Decimal) -> Option<Decimal> {
    let times = to?.checked_div(step)?.ceil().checked_sub(Decimal::ONE)?;
    times.checked_mul(step).map(|number| number.normalize())
}

/// The day after the earlier bound, or before the later one; any day where there is neither.
fn day(low: Option<&Value>, high: Option<&Value>) -> Option<Date> {
    let plain = |value: &Value| match value {
        Value::Date(date) => Some(*date),
        _ => None,
    };
    let (low, high) = (low.and_then(plain), high.and_then(plain));
    let day = match (low, high) {
        (Some(low), _) => low.tomorrow().ok()?,
        (None, Some(high)) => high.yesterday().ok()?,
        (None, None) => Date::constant(2025, 1, 1),
    };
    high.is_none_or(|high| day < high).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::atoms::numbers::Numbers;
    use crate::{Choice, InputType, Localised};

    fn input(kind: InputType) -> Input {
        Input {
            id: "asked".into(),
            kind,
            values: vec![],
            unit: None,
            whole: false,
            least: None,
            most: None,
            required: true,
            question: Localised::default(),
            help: None,
        }
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn examples(cuts: &[&str], input: &Input) -> Vec<String> {
        let pieces = Pieces::Number(Numbers::new(cuts.iter().map(|cut| decimal(cut)).collect()));
        let example = |piece| {
            pieces
                .example(piece, input)
                .map_or("none".to_owned(), |value| value.to_string())
        };
        (1..pieces.count()).map(example).collect()
    }

    #[test]
    fn numbers_between_cuts_are_round() {
        let any = input(InputType::Number);
        assert_eq!(examples(&[], &any), ["0"]);
        assert_eq!(examples(&["75"], &any), ["0", "75", "100"]);
        assert_eq!(
            examples(&["-20", "75", "76", "5000"], &any),
            ["-40", "-20", "0", "75", "75.5", "76", "2000", "5000", "10000"]
        );
        assert_eq!(examples(&["0.1", "0.2"], &any), ["0", "0.1", "0.15", "0.2", "1"]);
    }

    #[test]
    fn whole_numbers_and_bounds_leave_pieces_empty() {
        let people = Input {
            whole: true,
            least: Some(Decimal::ONE),
            most: Some(decimal("5000")),
            ..input(InputType::Number)
        };
        assert_eq!(
            examples(&["1", "75", "76", "5000"], &people),
            ["none", "1", "50", "75", "none", "76", "2000", "5000", "none"]
        );
        assert_eq!(examples(&["9000"], &people), ["5000", "none", "none"]);
        assert_eq!(examples(&["1.5"], &people), ["1", "none", "5000"]);
    }

    #[test]
    fn texts_and_days_have_examples_too() {
        let named = Pieces::Text(vec!["other".into(), "road".into()]);
        let free = input(InputType::Text);
        assert_eq!(named.example(3, &free), Some(Value::Text("other 1".into())));
        let choice = |id: &str| Choice {
            id: id.into(),
            label: Localised::default(),
        };
        let chosen = Input {
            values: vec![choice("road"), choice("park"), choice("hall")],
            ..free
        };
        assert_eq!(named.example(1, &chosen), None);
        assert_eq!(named.example(3, &chosen), Some(Value::Text("park".into())));
        assert_eq!(named.weight(3, &chosen), 2);
        let day = |day| jiff::civil::date(2023, 11, day);
        let days = Pieces::Date(vec![day(19), day(20)]);
        let asked = input(InputType::Date);
        assert_eq!(days.example(1, &asked), Some(Value::Date(day(18))));
        assert_eq!(days.example(3, &asked), None);
        assert_eq!(days.example(5, &asked), Some(Value::Date(day(21))));
    }
}
