//! What is read of what was typed into the form of an act: each field, or what is wrong with it.

use super::sent::optional_reason;
use crate::form::Typed;
use act::{Date, Reason, Title};
use desk::{Fault, FieldFault};

/// What was read, or nothing and what is wrong with it.
pub(super) fn of<T>(read: Result<T, Fault>, faults: &mut Vec<FieldFault>) -> Option<T> {
    match read {
        Ok(read) => Some(read),
        Err(Fault::Invalid(wrong)) => {
            faults.extend(wrong);
            None
        }
        Err(_) => None,
    }
}

/// A field that may be left out, read; or nothing and what is wrong with it.
pub(super) fn taken<T>(
    typed: &Typed,
    field: &str,
    faults: &mut Vec<FieldFault>,
    read: impl Fn(&str) -> Result<T, FieldFault>,
) -> Option<T> {
    if typed.broken().contains(field) {
        faults.push(FieldFault::plain(field, "not-utf8"));
        return None;
    }
    let text = typed.get(field).trim();
    match (!text.is_empty()).then(|| read(text))? {
        Ok(read) => Some(read),
        Err(fault) => {
            faults.push(fault);
            None
        }
    }
}

/// A line that may be left out.
pub(super) fn title(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Title> {
    taken(typed, field, faults, |text| {
        Title::new(text).map_err(|fault| FieldFault::of_text(field, &fault))
    })
}

/// A line that may not.
pub(super) fn needed(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Title> {
    if !typed.given(field) {
        faults.push(FieldFault::plain(field, "empty"));
    }
    title(typed, field, faults)
}

/// A day that may be left out.
pub(super) fn day(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Date> {
    taken(typed, field, faults, |text| desk::clearance::day(field, text))
}

/// Why, where that may be left out.
pub(super) fn why(typed: &Typed, field: &str, faults: &mut Vec<FieldFault>) -> Option<Reason> {
    of(optional_reason(typed, field), faults).flatten()
}

/// A day that may not be left out.
pub(super) fn needed_day(typed: &Typed, field: &'static str, faults: &mut Vec<FieldFault>) -> Option<Date> {
    if !typed.given(field) {
        faults.push(FieldFault::plain(field, "empty"));
    }
    day(typed, field, faults)
}

/// One of several that are numbered.
pub(super) fn number(typed: &Typed, field: &str, faults: &mut Vec<FieldFault>) -> Option<u32> {
    let number = typed.get(field).parse().ok();
    faults.extend(number.is_none().then(|| not_chosen(typed, field)));
    number
}

/// That none of the choices was chosen.
pub(super) fn not_chosen(typed: &Typed, field: &str) -> FieldFault {
    let code = if typed.given(field) { "not-one-of" } else { "empty" };
    FieldFault::plain(field, code)
}

/// The act, if nothing was wrong with what was typed.
pub(super) fn whole<A>(act: Option<A>, faults: Vec<FieldFault>) -> Result<A, Fault> {
    match act {
        Some(act) if faults.is_empty() => Ok(act),
        _ => Err(Fault::Invalid(faults)),
    }
}
