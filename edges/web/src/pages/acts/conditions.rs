//! The fields in which an authority sets its conditions: those of the rulebook as ticks, those in its own words, each by when it is to
//! be kept, and those that bind a time, a figure or a place in fields of their own, so that they can be compared with what others demand.

use super::library::Library;
use super::limits::{self, Taken, binding};
use crate::Text;
use crate::demands::limit_words;
use crate::form::Typed;
use crate::pages::entry::{Entering, Field};
use crate::parts::{FieldKind, TextField};
use crate::typed::LIBRARY_FIELD;

use clearance::{Condition, ConditionTerms, Limit, Phase};
use desk::{Fault, FieldFault};
use jiff::civil::Date;

/// The field of words for each phase. Those that hold during the event came first, and have the plain name.
fn field_of(phase: Phase) -> &'static str {
    match phase {
        Phase::Before => "conditions-before",
        Phase::During => "conditions",
        Phase::After => "conditions-after",
    }
}

/// The field of the day by which those of a phase are shown to be kept; of those that hold during the event, none is.
fn shown_by(phase: Phase) -> Option<&'static str> {
    match phase {
        Phase::Before => Some("conditions-before-day"),
        Phase::During => None,
        Phase::After => Some("conditions-after-day"),
    }
}

/// All fields of conditions, filled with those that stand, if there are any.
pub(super) fn fields(entering: Entering<'_>, standing: &[Condition], library: &Library) -> Vec<Field> {
    let filled = (!is_sent(entering.typed)).then(|| filled(standing, library));
    let typed = filled.as_ref().unwrap_or(entering.typed);
    let entering = Entering { typed, ..entering };
    let t = entering.t;
    let most = i64::try_from(act::ONE_LINE).unwrap_or(i64::MAX);
    // Beside what the rulebook has, one's own words are called so.
    let own = if library.is_empty() {
        "field-conditions"
    } else {
        "field-conditions-own"
    };
    let own = words(entering, Phase::During, own).hint(t.one("hint-conditions", "most", most));
    let used = |names: &[&str]| {
        let of = |name: &&str| typed.given(name) || entering.faults.at(name).is_some();
        names.iter().any(of)
    };
    let timed = Phase::ALL
        .into_iter()
        .filter_map(|phase| Some((phase, shown_by(phase)?)));
    let folded = timed.map(|(phase, day)| Field::Folded {
        title: t.get(&format!("conditions-{}", phase.name())).into_owned(),
        of: t.get("field-conditions").into_owned(),
        open: used(&[field_of(phase), day]),
        fields: vec![
            words(entering, phase, &format!("field-{}", field_of(phase)))
                .hint(t.one("hint-conditions", "most", most))
                .into(),
            entering
                .line(day, "field-shown-by")
                .kind(FieldKind::Day)
                .hint(t.get("hint-shown-by"))
                .into(),
        ],
    });
    let limits: Vec<&str> = binding().map(|(name, _)| name).collect();
    let limits = Field::Folded {
        title: t.get("conditions-that-bind").into_owned(),
        of: t.get("field-conditions").into_owned(),
        open: used(&limits),
        fields: binding()
            .map(|(name, taken)| limits::field(entering, name, name, taken).into())
            .collect(),
    };
    let ticked = library.fields(entering).into_iter();
    ticked.chain([own.into(), limits]).chain(folded).collect()
}

fn words(entering: Entering<'_>, phase: Phase, label: &str) -> TextField {
    let name = field_of(phase);
    let label = entering.t.get(label);
    // How long a condition may be is said with that each stands on its line: it is not how long the field may be.
    TextField::new(entering.t, name, label, entering.typed, entering.faults).kind(FieldKind::Lines)
}

fn is_sent(typed: &Typed) -> bool {
    typed.fields().any(|(name, _)| name == field_of(Phase::During))
}

/// Whether anything is typed as a condition.
pub(super) fn given(typed: &Typed) -> Option<&'static str> {
    let words = Phase::ALL.map(field_of).into_iter();
    let days = Phase::ALL.into_iter().filter_map(shown_by);
    [LIBRARY_FIELD]
        .into_iter()
        .chain(words)
        .chain(days)
        .chain(binding().map(|(name, _)| name))
        .find(|name| typed.given(name))
}

/// What the form looks like with these conditions in it.
fn filled(standing: &[Condition], library: &Library) -> Typed {
    let mut typed = library.filled(standing);
    let standing: Vec<&Condition> = standing.iter().filter(|one| !library.has(one)).collect();
    for phase in Phase::ALL {
        let own = standing.iter().copied().filter(|one| one.terms.phase == phase);
        let own: Vec<&Condition> = own.filter(|one| one.terms.limit.is_none()).collect();
        let lines: Vec<&str> = own.iter().map(|one| one.text.as_str()).collect();
        typed = typed.and(field_of(phase), lines.join("\n"));
        let day = own.iter().find_map(|one| one.terms.shown_by);
        if let Some((field, day)) = shown_by(phase).zip(day) {
            typed = typed.and(field, day.to_string());
        }
    }
    let limits = standing.iter().filter_map(|one| one.terms.limit.as_ref());
    for limit in limits {
        typed = typed.and(&format!("limit-{}", limit.name()), limits::value(limit));
    }
    typed
}

/// The conditions as typed, every fault beside its field: those that were ticked first, then those that bind, in words of the reader's language, then each line
/// of words as one.
pub(super) fn read(t: Text, typed: &Typed, library: &Library) -> Result<Vec<Condition>, Fault> {
    let mut faults = vec![];
    let mut all = library.read(t, typed, &mut faults);
    for (name, taken) in binding().filter(|(name, _)| typed.given(name)) {
        match limit(typed, name, taken).and_then(|limit| binds(t, name, limit)) {
            Ok(condition) => all.push(condition),
            Err(fault) => faults.push(fault),
        }
    }
    for phase in Phase::ALL {
        match own_words(typed, phase) {
            Ok(own) => all.extend(own),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() {
        Ok(all)
    } else {
        Err(Fault::Invalid(faults))
    }
}

fn binds(t: Text, name: &str, limit: Limit) -> Result<Condition, FieldFault> {
    let text =
        act::Text::new(&limit_words(t, &limit, None)).map_err(|fault| FieldFault::of_text(name, &fault))?;
    let terms = ConditionTerms {
        limit: Some(limit),
        ..ConditionTerms::default()
    };
    Ok(Condition { text, terms })
}

fn limit(typed: &Typed, name: &str, taken: Taken) -> Result<Limit, FieldFault> {
    if typed.broken().contains(name) {
        return Err(FieldFault::plain(name, "not-utf8"));
    }
    limits::read(name, typed.get(name), taken)
}

/// Each line of a phase's words is a condition of its own.
fn own_words(typed: &Typed, phase: Phase) -> Result<Vec<Condition>, FieldFault> {
    let name = field_of(phase);
    if typed.broken().contains(name) {
        return Err(FieldFault::plain(name, "not-utf8"));
    }
    let shown_by = shown_by(phase).filter(|field| typed.given(field));
    let shown_by: Option<Date> = match shown_by {
        Some(field) => Some(desk::clearance::day(field, typed.get(field))?),
        None => None,
    };
    let lines = typed.get(name).lines().filter(|line| !line.trim().is_empty());
    let condition = |line: &str| {
        let terms = ConditionTerms {
            phase,
            shown_by,
            ..ConditionTerms::default()
        };
        act::Text::new(line).map(|text| Condition { text, terms })
    };
    let own: Result<Vec<Condition>, _> = lines.map(condition).collect();
    let own = own.map_err(|fault| FieldFault::of_text(name, &fault))?;
    match shown_by {
        // A day without a condition that is shown by it.
        Some(_) if own.is_empty() => Err(FieldFault::plain(name, "empty")),
        _ => Ok(own),
    }
}
