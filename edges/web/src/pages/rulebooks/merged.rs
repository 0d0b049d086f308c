//! A rule that someone else changed while it was worked on: what was typed stays, beside it what stands there now.

use super::cells::{Cell, RuleCells, Takes};
use super::compared::{upper_field, value_field};
use super::test_words::in_words;
use crate::Text;
use crate::form::Typed;
use crate::parts::{Choice, Faults};
use desk::governance::Cells;

/// The field that carries what a cell said when its form was made.
pub(super) fn was_field(name: &str) -> String {
    format!("{name}-was")
}

/// A rule as it stood when a form was made; as it stands now, where the form does not say it.
pub(super) fn was(typed: &Typed, now: &Cells) -> Cells {
    let of = |kind: &str, now: &[String]| -> Vec<String> {
        let one = |(place, now): (usize, &String)| {
            let told = typed.all(&was_field(&format!("{kind}-{place}")));
            told.first().map_or_else(|| now.clone(), |was| (*was).to_owned())
        };
        (1..).zip(now).map(one).collect()
    };
    Cells {
        inputs: of("input", &now.inputs),
        outputs: of("output", &now.outputs),
        annotations: of("annotation", &now.annotations),
    }
}

/// The form of a rule as it stands now, with what was typed into that of how it was: what was not touched is as it is now; what both
/// changed says what the other made of it.
pub(super) fn merged(t: Text, was: &RuleCells<'_>, now: &RuleCells<'_>, typed: &Typed) -> (Typed, Faults) {
    let mut form = Typed::default();
    let mut faults = Faults::none();
    for theirs in now.all() {
        let mine = was.all().find(|mine| mine.name == theirs.name);
        let Some(mine) = mine.filter(|mine| mine.is_touched(typed)) else {
            form = theirs.fill(form);
            continue;
        };
        form = mine.typed_again(theirs, typed, form);
        let says_so = mine.read(typed).is_ok_and(|written| written == theirs.own);
        if theirs.own != mine.own && !says_so {
            let stands = t.one("stands-now", "now", theirs.said(t));
            faults = faults.and(&mine.made_at(typed), stands);
        }
    }
    (form, faults)
}

impl Cell<'_> {
    /// Whether something else was typed or chosen than what stood there; what says nothing was typed.
    fn is_touched(&self, typed: &Typed) -> bool {
        self.read(typed).map_or(true, |written| written != self.own)
    }

    /// Its fields as they were sent. The text of the file that nobody wrote over is that of now.
    fn typed_again(&self, now: &Cell<'_>, typed: &Typed, form: Typed) -> Typed {
        let chosen = [self.chosen(), value_field(&self.name), upper_field(&self.name)];
        let each = chosen.iter().flat_map(|field| {
            let sent = typed.all(field).into_iter();
            sent.map(|value| (field.clone(), value.to_owned()))
        });
        let form = each.fold(form, |form, (field, value)| form.and(&field, value));
        let text = self.written(typed).unwrap_or(now.own);
        form.and(&self.name, text)
    }

    /// What it says, in words.
    fn said(&self, t: Text) -> String {
        let words = match &self.takes {
            Takes::Test(input, _) => in_words(t, input, self.own),
            Takes::One { of, .. } | Takes::Shown(of) => label(of, self.id()),
            Takes::Several(of) => {
                let each: Option<Vec<String>> = self.ids().map(|id| label(of, id)).collect();
                each.map(|each| each.join("; "))
            }
            Takes::Text(_) => None,
        };
        match words.unwrap_or_else(|| self.own.to_owned()) {
            nothing if nothing.trim().is_empty() => t.get("difference-nothing").into_owned(),
            words => words,
        }
    }
}

fn label(of: &[Choice], id: &str) -> Option<String> {
    of.iter().find(|one| one.value == id).map(|one| one.label.clone())
}
