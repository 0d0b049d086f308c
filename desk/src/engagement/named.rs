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
