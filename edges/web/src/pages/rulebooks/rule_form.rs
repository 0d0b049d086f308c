//! The fields of a rule's form.

use super::super::entry::{Entering, Field};
use super::cells::{Cell, Takes};
use super::compared::{AS_WRITTEN, upper_field, value_field, ways};
use crate::parts::{Choice, ChoiceField, FieldKind, TextField};
use crate::select::SelectField;
use rulebook::{Input, InputType};

/// The fields of one cell.
pub(super) fn fields(entering: Entering<'_>, cell: &Cell<'_>) -> Vec<Field> {
    match &cell.takes {
        Takes::Test(input, hint) => test(entering, cell, input, hint),
        Takes::One { of, .. } => {
            // A rule that is not there yet has nothing chosen.
            let nothing = Choice::new("", entering.t.get("rule-choose"));
            let lacks = cell.own.trim().is_empty() && of.iter().all(|one| !one.value.is_empty());
            let offered = lacks.then_some(nothing).into_iter().chain(of.iter().cloned());
            vec![select(entering, cell, offered.collect())]
        }
        Takes::Shown(of) => vec![radios(entering, cell, of.clone()).into()],
        Takes::Several(of) => vec![radios(entering, cell, of.clone()).several().into()],
        Takes::Text(hint) => vec![text(entering, &cell.name, &cell.label, hint).into()],
    }
}

fn text(Entering { t, typed, faults }: Entering<'_>, name: &str, label: &str, hint: &str) -> TextField {
    let field = TextField::new(t, name, label, typed, faults);
    if hint.is_empty() { field } else { field.hint(hint) }
}

fn radios(Entering { t, typed, faults }: Entering<'_>, cell: &Cell<'_>, of: Vec<Choice>) -> ChoiceField {
    ChoiceField::one(t, &cell.chosen(), cell.label.as_str(), of, typed, faults)
}

fn select(Entering { t, typed, faults }: Entering<'_>, cell: &Cell<'_>, of: Vec<Choice>) -> Field {
    Field::from(SelectField::new(
        t,
        &cell.chosen(),
        cell.label.as_str(),
        of,
        typed,
        faults,
    ))
}

/// How the answer is compared, with what, and the test as the file has it.
fn test(entering: Entering<'_>, cell: &Cell<'_>, input: &Input, hint: &str) -> Vec<Field> {
    let Entering { t, typed, faults } = entering;
    let offered = ways(t, input, cell.own);
    let value = value_field(&cell.name);
    let mut fields: Vec<Field> = match input.kind {
        InputType::Boolean => vec![select(entering, cell, offered)],
        InputType::Text => {
            let tag = t.language().tag();
            let each = input.values.iter();
            let each = each.map(|one| Choice::new(one.id.as_str(), one.label.in_language(tag)));
            let of = t.one("rule-which", "question", cell.label.as_str());
            let boxes = ChoiceField::one(t, &value, of, each.collect(), typed, faults).several();
            vec![select(entering, cell, offered), boxes.into()]
        }
        InputType::Number | InputType::Date => {
            let kind = if input.kind == InputType::Date {
                FieldKind::Day
            } else {
                FieldKind::Decimal
            };
            let unit = input.unit.as_deref().map(|unit| crate::wording::unit(t, unit));
            let label = unit.map_or_else(
                || t.get("rule-value").into_owned(),
                |unit| t.one("rule-value-in", "unit", unit),
            );
            let own = text(entering, &value, &label, "").kind(kind);
            let upper = text(entering, &upper_field(&cell.name), &t.get("rule-upper"), "").kind(kind);
            vec![Field::Row {
                of: cell.label.clone(),
                fields: vec![select(entering, cell, offered), own.into(), upper.into()],
            }]
        }
    };
    let label = t.one("rule-dmn-of", "question", cell.label.as_str());
    let own = text(entering, &cell.name, &label, hint);
    let open = typed.get(&cell.chosen()) == AS_WRITTEN
        || typed.get(&cell.name).trim() != cell.own.trim()
        || faults.at(&cell.name).is_some();
    fields.push(Field::Folded {
        title: t.get("rule-as-dmn").into_owned(),
        of: cell.label.clone(),
        open,
        fields: vec![own.into()],
    });
    fields
}
