//! What the desk did not take, in the reader's words: beside its field where it has one, else at the top of the form.

use crate::parts::Faults;
use crate::{Failure, Text, Value};
use act::Detail;
use desk::{Fault, FieldFault, Refused};

impl Failure {
    /// The page for a fault that no form can show.
    #[must_use]
    pub fn of_fault(fault: &Fault) -> Failure {
        match fault {
            Fault::NotFound | Fault::Refused(_) | Fault::Invalid(_) => Failure::not_found(),
            Fault::Stale => Failure::stale(crate::form::Typed::default()),
            Fault::TooMany { minutes } => Failure::too_many(*minutes),
            Fault::Store(fault) => {
                tracing::error!(%fault, "the store failed");
                Failure::unavailable()
            }
            Fault::SetUp(what) => {
                tracing::error!(what, "the installation is not set up for this");
                Failure::internal()
            }
        }
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Failure {
        Failure::of_fault(&fault)
    }
}

fn variable(t: Text, detail: &Detail) -> Value<'static> {
    match detail {
        Detail::Text(text) => text.clone().into(),
        Detail::Number(number) => (*number).into(),
        Detail::Term(id) => t.get(id).into(),
        Detail::Date(date) => t.date(*date).into(),
    }
}

fn variables(t: Text, details: &[(&'static str, Detail)]) -> Vec<(&'static str, Value<'static>)> {
    details
        .iter()
        .map(|(name, detail)| (*name, variable(t, detail)))
        .collect()
}

/// A refusal in words.
pub(crate) fn refusal(t: Text, refused: &Refused) -> String {
    t.with_all(
        &format!("refusal-{}", refused.code),
        variables(t, &refused.details),
    )
}

/// A field's fault in words.
pub(crate) fn field(t: Text, fault: &FieldFault) -> String {
    t.with_all(&format!("fault-{}", fault.code), variables(t, &fault.details))
}

/// The faults of a form, if a form can show them; else the page that says it.
pub(crate) fn shown(t: Text, fault: Fault) -> Result<Faults, Failure> {
    match fault {
        Fault::Refused(refused) => Ok(Faults::none().and(refused.field.unwrap_or(""), refusal(t, &refused))),
        Fault::Invalid(faults) => Ok(faults
            .iter()
            .fold(Faults::none(), |all, one| all.and(&one.field, field(t, one)))),
        other => Err(Failure::of_fault(&other)),
    }
}
