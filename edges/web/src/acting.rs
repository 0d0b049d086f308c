//! As what somebody acts or acted, in words: in a role, or in the place of whoever holds it.

use crate::Text;
use act::Actor;
use desk::Hat;

/// As what somebody acted: in a role, or in the place of whoever holds it.
pub(crate) fn acted_as(t: Text, actor: &Actor) -> String {
    let role = t.get(&format!("role-{}", actor.role.name()));
    match actor.stands_in_for() {
        None => role.into_owned(),
        Some(_) => t.one("role-as-deputy", "role", role),
    }
}

/// The role of a hat, and in whose place it is worn.
pub(crate) fn hat_role(t: Text, hat: &Hat) -> String {
    let role = t.get(&format!("role-{}", hat.role.name()));
    match &hat.stands_in {
        None => role.into_owned(),
        Some(stands) => {
            let of = stands.name(t.language().tag()).to_owned();
            t.with("role-in-place-of", [("role", role.into()), ("of", of.into())])
        }
    }
}

/// What is said of something that was done, and that a deputy did it, if one did.
pub(crate) fn said_by(t: Text, actor: &Actor, said: String) -> String {
    match actor.stands_in_for() {
        None => said,
        Some(_) => t.one("said-by-deputy", "said", said),
    }
}
