//! Whom a name means among those who are recorded: nobody is taken for another because both are called so.

use crate::{Fault, FieldFault};
use act::Detail;
use identity::Names;

/// The one of these that is called so; none where nobody is.
///
/// # Errors
/// [`Fault::Invalid`] on the field if two are, whoever of them is meant.
pub(super) fn the_one<'n, T>(
    field: &str,
    called: &Names,
    all: impl IntoIterator<Item = (T, &'n Names)>,
) -> Result<Option<T>, Fault> {
    let mut called_so = all.into_iter().filter(|(_, names)| names.share_a_name(called));
    match (called_so.next(), called_so.next()) {
        (Some((_, one)), Some((_, other))) => Err(Fault::Invalid(vec![FieldFault {
            field: field.to_owned(),
            code: "name-of-two",
            details: vec![
                ("name", Detail::Text(called.together())),
                ("one", Detail::Text(one.together())),
                ("other", Detail::Text(other.together())),
            ],
        }])),
        (one, _) => Ok(one.map(|(one, _)| one)),
    }
}

/// That nobody is called so: two of one name could not be told apart by it.
///
/// # Errors
/// [`Fault::Invalid`] with whoever is, beside the first name of theirs; with two of them, where two are.
pub(super) fn none_called_so<'n>(
    names: &Names,
    all: impl IntoIterator<Item = &'n Names>,
) -> Result<(), Fault> {
    let mut called_so = all.into_iter().filter(|own| own.share_a_name(names));
    let Some(one) = called_so.next() else {
        return Ok(());
    };
    let shared = names.iter().find(|(_, name)| one.include(name.as_str()));
    let field = match shared.map_or("en", |(language, _)| language.as_str()) {
        // The languages that have a field of their own.
        own @ ("en" | "km" | "ja") => format!("name-{own}"),
        _ => "name-other".to_owned(),
    };
    let mut details = vec![("one", Detail::Text(one.together()))];
    let other = called_so.next();
    details.extend(other.map(|other| ("other", Detail::Text(other.together()))));
    Err(Fault::Invalid(vec![FieldFault {
        field,
        code: if other.is_some() {
            "names-of-two-recorded"
        } else {
            "name-recorded"
        },
        details,
    }]))
}
