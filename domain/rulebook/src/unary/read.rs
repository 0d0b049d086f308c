//! Cells read: what compares an answer with values becomes spans of values, anything else stays a text of FEEL.

use super::{Feel, Single, Unary};
use crate::given::feel_value;
use crate::{Input, InputType, Value};
use feel::{Expression, Names, Range, Said, Scope, SimpleKind, SimpleTests, UnaryTests, said, short};
use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::sync::Arc;

/// Of the values that a test names, how many are tried.
const MOST_NAMED: usize = 20;
/// The largest number that is tried unless a test names one, as a power of ten.
const LARGEST_POWER: u32 = 12;

/// Why a cell holds no test of its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnaryFault {
    pub what: Said,
    pub todo: Said,
}

impl Unary {
    /// Reads a cell as a test of an input; `names` are the inputs and the decisions that it may name besides. A test of FEEL is
    /// tried in a scope without names, whose budget all cells of a table share.
    pub fn read(text: &str, input: &Input, names: &Names, trial: &Scope) -> Result<Unary, UnaryFault> {
        let text = text.trim();
        if text.is_empty() || text == "-" {
            return Ok(Unary::Any);
        }
        let cell = Cell { text, input };
        let tests = parsed(text, names).map_err(|known| known.unwrap_or_else(|| cell.no_test()))?;
        if let Some(exact) = tests
            .simple()
            .map(|simple| cell.simple(simple))
            .transpose()?
            .flatten()
        {
            return Ok(exact);
        }
        cell.never(&tests, names, trial)?;
        Ok(Unary::Feel(Feel(Arc::new(tests))))
    }

    /// Reads a cell as a test of what a decision of the model answers: its values are not known beforehand.
    pub fn read_of_decision(text: &str, names: &Names) -> Result<Unary, UnaryFault> {
        let text = text.trim();
        if text.is_empty() || text == "-" {
            return Ok(Unary::Any);
        }
        let no_test = || UnaryFault {
            what: said!("“{}” is no test", short(text)),
            todo: said!("Write unary tests of FEEL"),
        };
        let tests = parsed(text, names).map_err(|known| known.unwrap_or_else(no_test))?;
        Ok(Unary::Feel(Feel(Arc::new(tests))))
    }
}

/// The text that an expression is, if it is one in quotes.
pub(crate) fn literal_text(text: &str) -> Option<String> {
    let read = Expression::parse(text, &Names::new()).ok()?;
    read.literal()?.as_text().map(str::to_owned)
}

/// The tests; nothing to say about what is no FEEL at all.
fn parsed(text: &str, names: &Names) -> Result<UnaryTests, Option<UnaryFault>> {
    let tests = UnaryTests::parse(text, names).map_err(|_| None)?;
    match tests.unknown_names().first() {
        None => Ok(tests),
        Some(name) => Err(Some(UnaryFault {
            what: said!("nothing is named “{}” here", short(name)),
            todo: said!(
                "Write a text in quotes, the id of an [[input]], or the name of a decision that this one needs"
            ),
        })),
    }
}

struct Cell<'a> {
    text: &'a str,
    input: &'a Input,
}

impl Cell<'_> {
    /// The test in values; nothing where values do not say it.
    fn simple(&self, tests: SimpleTests) -> Result<Option<Unary>, UnaryFault> {
        let (tests, negated) = match tests {
            SimpleTests::Any => return Ok(Some(Unary::Any)),
            SimpleTests::AnyOf(tests) => (tests, false),
            SimpleTests::NoneOf(tests) => (tests, true),
        };
        if let ([single], false) = (tests.as_slice(), negated)
            && let SimpleKind::Unequal(value) = &single.kind
        {
            let equal = self.value(value)?.map(Single::Equal);
            return Ok(equal.map(|equal| Unary::NoneOf(vec![equal])));
        }
        let mut singles = vec![];
        for test in tests {
            match self.single(test.kind)? {
                Some(more) => singles.extend(more),
                None => return Ok(None),
            }
        }
        Ok(Some(if negated {
            Unary::NoneOf(singles)
        } else {
            Unary::OneOf(singles)
        }))
    }

    fn single(&self, kind: SimpleKind) -> Result<Option<Vec<Single>>, UnaryFault> {
        Ok(match kind {
            SimpleKind::Equal(value) => self.value(&value)?.map(|value| vec![Single::Equal(value)]),
            SimpleKind::Within(range) => self.range(&range)?.map(|range| vec![range]),
            // A list is met by itself, too; no answer is a list.
            SimpleKind::In(items) => {
                let mut all = vec![];
                for item in &items {
                    let single = match item {
                        feel::Value::Range(range) => self.range(range)?,
                        value => self.value(value)?.map(Single::Equal),
                    };
                    let Some(single) = single else { return Ok(None) };
                    all.push(single);
                }
                Some(all)
            }
            SimpleKind::Unequal(_) => None,
        })
    }

    fn range(&self, range: &Range) -> Result<Option<Single>, UnaryFault> {
        if !matches!(self.input.kind, InputType::Number | InputType::Date) {
            return Err(self.unordered());
        }
        let end = |value: &feel::Value| match value {
            feel::Value::Null(_) => Ok(Some(None)),
            value => self.value(value).map(|value| value.map(Some)),
        };
        let (Some(low), Some(high)) = (end(&range.start)?, end(&range.end)?) else {
            return Ok(None);
        };
        let (low_in, high_in) = (range.start_included, range.end_included);
        Ok(match (low, high) {
            (Some(low), Some(high)) if low > high || low == high && !(low_in && high_in) => {
                return Err(self.nothing_in_range());
            }
            (Some(low), Some(high)) => Some(Single::Range {
                low,
                low_in,
                high,
                high_in,
            }),
            (Some(low), None) if low_in => Some(Single::AtLeast(low)),
            (Some(low), None) => Some(Single::More(low)),
            (None, Some(high)) if high_in => Some(Single::AtMost(high)),
            (None, Some(high)) => Some(Single::Less(high)),
            (None, None) => None,
        })
    }

    /// A literal as an answer; nothing for a number of more digits than answers have.
    fn value(&self, literal: &feel::Value) -> Result<Option<Value>, UnaryFault> {
        let value = match (self.input.kind, literal) {
            (InputType::Text, feel::Value::Text(text)) => return self.text(text).map(Some),
            (InputType::Boolean, feel::Value::Boolean(yes)) => Some(Value::Boolean(*yes)),
            (InputType::Number, feel::Value::Number(number)) => {
                return Ok(crate::number::decimal(&number.to_string()).map(Value::Number));
            }
            (InputType::Date, feel::Value::Date(date)) => day(*date).map(Value::Date),
            _ => None,
        };
        value.map(Some).ok_or_else(|| self.no_test())
    }

    fn text(&self, text: &str) -> Result<Value, UnaryFault> {
        let values = &self.input.values;
        if values.is_empty() || values.iter().any(|choice| choice.id == text) {
            return Ok(Value::Text(text.to_owned()));
        }
        let allowed: Vec<String> = values.iter().map(|choice| format!("\"{}\"", choice.id)).collect();
        let what = said!("“{}” is no value of the input {}", short(text), &self.input.id);
        Err(UnaryFault {
            what,
            todo: said!("Write one of: {}", allowed.join(", ")),
        })
    }

    /// Refuses a test of this answer alone that has no value for any example: a slip that would never ask anybody. Where
    /// that cannot be seen, it is taken: free texts have no examples, a `null` that is written is meant, and trials are bounded.
    fn never(&self, tests: &UnaryTests, names: &Names, trial: &Scope) -> Result<(), UnaryFault> {
        let examples = examples(self.input, tests.source());
        if examples.is_empty() || tests.names().any(|name| names.contains(name)) {
            return Ok(());
        }
        let mut first = None;
        for example in &examples {
            let tested = tests.test(&feel_value(example), trial);
            let cause = tested.cause().map(|cause| cause.reason().clone());
            let Some(cause) = cause.filter(|_| !trial.is_exhausted()) else {
                return Ok(());
            };
            first.get_or_insert(cause);
        }
        let cause = first.unwrap_or_default();
        Err(UnaryFault {
            what: said!("“{}” has no value for any answer: {}", short(self.text), cause),
            todo: said!("Write {}", form(self.input.kind)),
        })
    }

    fn nothing_in_range(&self) -> UnaryFault {
        UnaryFault {
            what: said!("nothing lies in the range “{}”", short(self.text)),
            todo: said!("Write the lower end first, or let both ends in"),
        }
    }

    fn unordered(&self) -> UnaryFault {
        let kind = self.input.kind;
        let what = said!(
            "“{}” orders a {}, which has no order here",
            short(self.text),
            kind.name()
        );
        UnaryFault {
            what,
            todo: said!("Write {}", form(kind)),
        }
    }

    fn no_test(&self) -> UnaryFault {
        let kind = self.input.kind;
        let what = said!("“{}” is no test of a {}", short(self.text), kind.name());
        UnaryFault {
            what,
            todo: said!("Write {}", form(kind)),
        }
    }
}

/// Answers of every sort that an input takes, those about which a test speaks among them; none where texts are free.
fn examples(input: &Input, test: &str) -> Vec<Value> {
    match input.kind {
        InputType::Text => input
            .values
            .iter()
            .map(|choice| Value::Text(choice.id.clone()))
            .collect(),
        InputType::Number => {
            let digits = |character: char| !character.is_ascii_digit() && character != '.';
            let named = test.split(digits).filter_map(crate::number::decimal);
            let own = [input.least, input.most]
                .into_iter()
                .flatten()
                .chain(named.take(MOST_NAMED));
            let near = own
                .flat_map(|number| [Decimal::ZERO, Decimal::ONE].map(|step| [number - step, number + step]));
            let powers = (0..=LARGEST_POWER).map(|power| Decimal::from(10_i64.pow(power)));
            let plain = powers.flat_map(|number| [number, -number]).chain([Decimal::ZERO]);
            plain.chain(near.flatten()).map(Value::Number).collect()
        }
        InputType::Boolean => [false, true].map(Value::Boolean).into(),
        InputType::Date => {
            let year = Date::constant(2024, 1, 1).series(1.day()).take(366);
            let named = test
                .split('"')
                .filter_map(crate::answer::iso_date)
                .take(MOST_NAMED);
            let near = named
                .flat_map(|day| [day.yesterday(), Ok(day), day.tomorrow()])
                .flatten();
            let far = [
                Date::MIN,
                Date::constant(1900, 1, 1),
                Date::constant(2100, 1, 1),
                Date::MAX,
            ];
            year.chain(near).chain(far).map(Value::Date).collect()
        }
    }
}

fn day(date: feel::time::Date) -> Option<Date> {
    crate::answer::iso_date(&date.to_string())
}

fn form(kind: InputType) -> Said {
    match kind {
        InputType::Text => said!(
            "- or one of these: {}",
            r#""road"; "road", "riverside"; not("road")"#
        ),
        InputType::Number => said!("- or one of these: {}", "75; > 75; [10..75]; 10, 20; not(75)"),
        InputType::Boolean => said!("-, true or false"),
        InputType::Date => said!(
            "- or one of these: {}",
            r#"date("2023-11-19"); > date("2023-11-19"); [date("2023-11-01")..date("2023-11-19")]"#
        ),
    }
}
