//! The fields that bind a time, a figure or a place, so that conditions can be compared with what others demand.

use super::propose_extension::digits;
use crate::pages::entry::Entering;
use crate::parts::{FieldKind, TextField};
use clearance::Limit;
use desk::FieldFault;
use jiff::civil::Time;

/// What a field that binds takes.
#[derive(Clone, Copy)]
pub(super) enum Taken {
    Time(fn(Time) -> Limit),
    /// In that unit, where it has one.
    Number(fn(u32) -> Limit, &'static str),
    Place,
}

/// The fields that bind, in the order in which they stand. Each is called by the text of its own name.
const TIMES: [(&str, Taken); 3] = [
    ("limit-begins-from", Taken::Time(Limit::BeginsFrom)),
    ("limit-begins-by", Taken::Time(Limit::BeginsBy)),
    ("limit-ends-by", Taken::Time(Limit::EndsBy)),
];
const FIGURES: [(&str, Taken); 5] = [
    ("limit-people-at-most", Taken::Number(Limit::PeopleAtMost, "")),
    (
        "limit-stewards-at-least",
        Taken::Number(Limit::StewardsAtLeast, ""),
    ),
    ("limit-stewards-at-most", Taken::Number(Limit::StewardsAtMost, "")),
    (
        "limit-metres-at-least",
        Taken::Number(Limit::MetresAtLeast, "unit-metres"),
    ),
    (
        "limit-sound-at-most",
        Taken::Number(Limit::SoundAtMost, "unit-decibels"),
    ),
];
const PLACE: (&str, Taken) = ("limit-place", Taken::Place);

/// Every field that binds.
pub(super) fn binding() -> impl Iterator<Item = (&'static str, Taken)> {
    TIMES.into_iter().chain(FIGURES).chain([PLACE])
}

/// What binds a measure, by its name.
pub(super) fn taken(measure: &str) -> Option<(&'static str, Taken)> {
    binding().find(|(name, _)| name.strip_prefix("limit-") == Some(measure))
}

/// A field that binds, under any name.
pub(super) fn field(entering: Entering<'_>, name: &str, label: &str, taken: Taken) -> TextField {
    let field = entering.line(name, label);
    match taken {
        Taken::Time(_) => field.kind(FieldKind::Time),
        Taken::Number(_, "") => field.kind(FieldKind::Number),
        Taken::Number(_, unit) => {
            let unit = entering.t.get(unit).into_owned();
            field.kind(FieldKind::Number).unit(Some(unit))
        }
        Taken::Place => field,
    }
}

/// What stands in the field of something that is bound.
pub(super) fn value(limit: &Limit) -> String {
    match limit {
        Limit::BeginsFrom(time) | Limit::BeginsBy(time) | Limit::EndsBy(time) => {
            time.strftime("%H:%M").to_string()
        }
        Limit::SoundAtMost(number)
        | Limit::PeopleAtMost(number)
        | Limit::StewardsAtLeast(number)
        | Limit::StewardsAtMost(number)
        | Limit::MetresAtLeast(number) => number.to_string(),
        Limit::Place(place) => place.to_string(),
    }
}

/// What was typed into a field that binds.
pub(super) fn read(name: &str, text: &str, taken: Taken) -> Result<Limit, FieldFault> {
    let text = text.trim();
    let fault = |code| FieldFault::plain(name, code);
    match taken {
        Taken::Time(limit) => {
            let time = Time::strptime("%H:%M", digits(text)).map_err(|_| fault("not-a-time"))?;
            Ok(limit(time))
        }
        Taken::Number(limit, _) => {
            let number: u32 = digits(text).parse().map_err(|_| fault("not-whole"))?;
            Ok(limit(number))
        }
        Taken::Place => {
            let place = act::Title::new(text).map_err(|fault| FieldFault::of_text(name, &fault))?;
            Ok(Limit::Place(place))
        }
    }
}
