//! How points and ranges lie to each other (DMN 1.5, 10.3.4.6, table 78).

use std::cmp::Ordering;

use super::arguments::Call;
use super::{Definition, Form, Outcome, define, form};
use crate::value::{compare, lies_within};
use crate::{Range, Value, said};

pub(super) const FUNCTIONS: &[Definition] = &[
    define("before", &relation(|call| ask(call, [0, 1], before))),
    define("after", &relation(|call| ask(call, [1, 0], before))),
    define("meets", &relation(|call| ask(call, [0, 1], meets))),
    define("met by", &relation(|call| ask(call, [1, 0], meets))),
    define("overlaps", &relation(|call| ask(call, [0, 1], overlaps))),
    define(
        "overlaps before",
        &relation(|call| ask(call, [0, 1], overlaps_before)),
    ),
    define(
        "overlaps after",
        &relation(|call| ask(call, [1, 0], overlaps_before)),
    ),
    define("finishes", &relation(|call| ask(call, [0, 1], finishes))),
    define("finished by", &relation(|call| ask(call, [1, 0], finishes))),
    define("includes", &relation(|call| ask(call, [1, 0], during))),
    define("during", &relation(|call| ask(call, [0, 1], during))),
    define("starts", &relation(|call| ask(call, [0, 1], starts))),
    define("started by", &relation(|call| ask(call, [1, 0], starts))),
    define("coincides", &relation(|call| ask(call, [0, 1], coincides))),
];

/// Two arguments, by any of the names that the standard gives them.
const fn relation(run: fn(&Call<'_>) -> Outcome) -> [Form; 4] {
    [
        form(&["point1", "point2"], run),
        form(&["point", "range"], run),
        form(&["range", "point"], run),
        form(&["range1", "range2"], run),
    ]
}

/// An endpoint; a point is an endpoint that belongs to itself.
#[derive(Clone, Copy)]
struct End<'v> {
    value: &'v Value,
    included: bool,
    /// Which way it lies when it is without bound: -1 below, 1 above.
    unbounded: i8,
}

#[derive(Clone, Copy)]
enum Side<'v> {
    Point(&'v Value),
    Range(&'v Range),
}

impl<'v> Side<'v> {
    fn start(self) -> End<'v> {
        match self {
            Side::Point(value) => End {
                value,
                included: true,
                unbounded: 0,
            },
            Side::Range(range) => End {
                value: &range.start,
                included: range.start_included,
                unbounded: if range.start.is_null() { -1 } else { 0 },
            },
        }
    }

    fn end(self) -> End<'v> {
        match self {
            Side::Point(_) => self.start(),
            Side::Range(range) => End {
                value: &range.end,
                included: range.end_included,
                unbounded: if range.end.is_null() { 1 } else { 0 },
            },
        }
    }
}

/// `None` when the relation is not defined for the two, or their values cannot be compared.
type Relation = fn(Side<'_>, Side<'_>) -> Option<bool>;

fn ask(call: &Call<'_>, order: [usize; 2], relation: Relation) -> Outcome {
    let side = |at| match call.single(at) {
        Value::Range(range) => Ok(Side::Range(range)),
        Value::Null(_) => Err(call.unfit(at, said!("point or range"))),
        point => Ok(Side::Point(point)),
    };
    let [first, second] = order;
    let answer = relation(side(first)?, side(second)?);
    answer
        .map(Value::Boolean)
        .ok_or_else(|| said!("the two cannot be compared in this way"))
}

fn order(a: End<'_>, b: End<'_>) -> Option<Ordering> {
    if a.unbounded == 0 && b.unbounded == 0 {
        return compare(a.value, b.value);
    }
    Some(a.unbounded.cmp(&b.unbounded))
}

fn ranges<'v>(a: Side<'v>, b: Side<'v>) -> Option<[Side<'v>; 2]> {
    matches!((a, b), (Side::Range(_), Side::Range(_))).then_some([a, b])
}

fn before(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let (end, start) = (a.end(), b.start());
    let order = order(end, start)?;
    Some(order.is_lt() || order.is_eq() && !(end.included && start.included))
}

fn meets(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let [a, b] = ranges(a, b)?;
    let (end, start) = (a.end(), b.start());
    Some(order(end, start)?.is_eq() && end.included && start.included)
}

/// Whether the one's end lies in or behind the other's start.
fn reaches(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    before(a, b).map(|before| !before)
}

fn overlaps(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let [a, b] = ranges(a, b)?;
    Some(reaches(a, b)? && reaches(b, a)?)
}

fn overlaps_before(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let [a, b] = ranges(a, b)?;
    let starts = order(a.start(), b.start())?;
    let earlier = starts.is_lt() || starts.is_eq() && a.start().included && !b.start().included;
    Some(earlier && reaches(a, b)? && ends_within(a, b)?)
}

/// Whether the one's end is not beyond the other's.
fn ends_within(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let ends = order(a.end(), b.end())?;
    Some(ends.is_lt() || ends.is_eq() && (!a.end().included || b.end().included))
}

/// Whether the one's start is not before the other's.
fn starts_within(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    let starts = order(a.start(), b.start())?;
    Some(starts.is_gt() || starts.is_eq() && (!a.start().included || b.start().included))
}

fn same(a: End<'_>, b: End<'_>) -> Option<bool> {
    Some(order(a, b)?.is_eq() && a.included == b.included)
}

fn finishes(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    match (a, b) {
        (Side::Point(_), Side::Range(_)) => same(a.end(), b.end()),
        _ => ranges(a, b).and_then(|[a, b]| Some(same(a.end(), b.end())? && starts_within(a, b)?)),
    }
}

fn starts(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    match (a, b) {
        (Side::Point(_), Side::Range(_)) => same(a.start(), b.start()),
        _ => ranges(a, b).and_then(|[a, b]| Some(same(a.start(), b.start())? && ends_within(a, b)?)),
    }
}

fn during(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    match (a, b) {
        (Side::Point(point), Side::Range(range)) => lies_within(point, range),
        _ => ranges(a, b).and_then(|[a, b]| Some(starts_within(a, b)? && ends_within(a, b)?)),
    }
}

fn coincides(a: Side<'_>, b: Side<'_>) -> Option<bool> {
    match (a, b) {
        (Side::Point(a), Side::Point(b)) => compare(a, b).map(Ordering::is_eq),
        _ => ranges(a, b).and_then(|[a, b]| Some(same(a.start(), b.start())? && same(a.end(), b.end())?)),
    }
}
