//! What was typed into the form of an act that is there no more, told so that it is not lost.

use super::library::Library;
use super::of_page::{Asking, Asks, NOT_OF_CASE, Sort};
use super::{ActForm, Entry};
use crate::form::Typed;
use crate::pages::entry::{Entering, Field};
use crate::parts::Faults;
use crate::shell::Shell;
use clearance::acts::ActName;
use std::collections::BTreeSet;

/// Shows what was typed into the form of a referral that is there no more.
pub(in crate::pages) fn keep_typed(shell: &mut Shell, typed: &Typed) {
    let (faults, library, asks) = (Faults::none(), Library::typed(typed), Asks::typed(typed));
    let asking = |advises| Asking {
        sealed: None,
        entering: Entering {
            t: shell.t,
            typed,
            faults: &faults,
        },
        referral: None,
        condition: None,
        advises,
        case: &NOT_OF_CASE,
        library: Some(&library),
        asks: &asks,
        today: None,
    };
    let entries = ActName::ALL.iter().filter_map(|act| Entry::of(*act));
    let entries = entries.filter(|entry| entry.sort() == Sort::Referral);
    let fields = |entry: Entry| [false, true].map(|advises| texts(&(entry.fields)(&asking(advises))));
    let gone: BTreeSet<_> = entries.flat_map(fields).flatten().collect();
    let gone: Vec<_> = gone.iter().map(|name| (name.as_str(), false)).collect();
    shell.left_over.clear();
    shell.keep_left_over(typed, &gone);
}

/// The names of the fields in which something is typed.
pub(super) fn texts(fields: &[Field]) -> Vec<String> {
    let of = |field: &Field| match field {
        Field::Text(field) => vec![field.label().0.to_owned()],
        Field::Ticked(ticked) => ticked.meant().map(str::to_owned).collect(),
        Field::Folded { fields, .. } => texts(fields),
        Field::Group(group) => texts(&group.fields),
        Field::Choice(_) | Field::Select(_) | Field::Row { .. } => vec![],
    };
    fields.iter().flat_map(of).collect()
}

/// What each field of these forms is called.
pub(in crate::pages) fn labels(forms: &[ActForm]) -> impl Iterator<Item = (&str, &str)> {
    forms.iter().flat_map(|form| {
        let file = form.file.iter().map(|one| one.file.label());
        form.fields.iter().flat_map(Field::labels).chain(file)
    })
}
