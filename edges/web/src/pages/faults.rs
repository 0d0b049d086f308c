//! What the desk did not take, in the reader's words: beside its field where it has one, else at the top of the form.

use crate::form::Typed;
use crate::parts::Faults;
use crate::shell::Shell;
use crate::wording::begun;
use crate::{Failure, Text, Value};
use act::{AuthorityId, Detail};
use axum::http::StatusCode;
use axum::response::Response;
use desk::store::StoreFault;
use desk::{Fault, FieldFault, Refused};
use rulebook::Localised;
use std::collections::BTreeMap;

impl Failure {
    /// The page for a fault that no form can show.
    #[must_use]
    pub fn of_fault(fault: &Fault) -> Failure {
        match fault {
            Fault::NotFound | Fault::Refused(_) | Fault::Invalid(_) => Failure::not_found(),
            Fault::Stale => Failure::stale(Typed::default()),
            Fault::TooMany { minutes } => Failure::too_many(*minutes),
            Fault::Store(fault) => {
                tracing::error!(%fault, "the store failed");
                match fault {
                    StoreFault::Unknown { .. } => Failure::unknown_outcome(),
                    _ => Failure::unavailable(),
                }
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

/// What an authority is called.
type Names = BTreeMap<AuthorityId, Localised>;

fn words(t: Text, names: &Names, detail: &Detail) -> String {
    let several = |id: &str, parts: &[Detail]| {
        let parts = parts.iter().map(|part| words(t, names, part));
        let joined = parts.reduce(|first, last| t.with(id, [("first", first.into()), ("last", last.into())]));
        joined.unwrap_or_default()
    };
    match detail {
        Detail::Text(text) => text.clone(),
        Detail::Number(number) => number.to_string(),
        Detail::Term(id) => t.get(id).into_owned(),
        Detail::Date(date) => t.date(*date),
        Detail::Authority(id) => names.get(id).map_or_else(
            || id.to_string(),
            |name| name.in_language(t.language().tag()).to_owned(),
        ),
        Detail::Said(english, parts) => t.sentence(english, parts.iter().map(|one| variable(t, names, one))),
        Detail::AnyOf(parts) => several("any-of", parts),
        Detail::AllOf(parts) => several("all-of", parts),
    }
}

fn variable(t: Text, names: &Names, detail: &Detail) -> Value<'static> {
    match detail {
        // Fluent chooses forms by it, and writes its digits.
        Detail::Number(number) => (*number).into(),
        other => words(t, names, other).into(),
    }
}

fn variables(
    t: Text,
    names: &Names,
    details: &[(&'static str, Detail)],
) -> Vec<(&'static str, Value<'static>)> {
    let named = |(name, detail): &(&'static str, Detail)| (*name, variable(t, names, detail));
    details.iter().map(named).collect()
}

impl Text {
    /// A detail in words, of which no authority is called by its name.
    pub(crate) fn detail(self, detail: &Detail) -> String {
        words(self, &Names::new(), detail)
    }

    /// A refusal in words.
    #[must_use]
    pub fn refusal(self, refused: &Refused) -> String {
        let id = format!("refusal-{}", refused.code);
        self.with_all(&id, variables(self, &refused.names, &refused.details))
    }

    /// That a file has to be chosen again: no browser keeps what was chosen.
    pub(crate) fn choose_again(self, name: &str) -> String {
        self.one("file-again", "name", name)
    }

    /// A field's fault in words.
    #[must_use]
    pub fn field_fault(self, fault: &FieldFault) -> String {
        let id = format!("fault-{}", fault.code);
        let words = self.with_all(&id, variables(self, &Names::new(), &fault.details));
        // What a rulebook says of a cell of its own begins the sentence.
        if fault.code == "rulebook-cell" {
            begun(words)
        } else {
            words
        }
    }
}

/// The faults of a form, if a form can show them to this reader; else the failure that says it.
pub(crate) fn shown(shell: &Shell, fault: Fault) -> Result<Faults, Failure> {
    let t = shell.t;
    match fault {
        Fault::Refused(_) | Fault::Invalid(_) if shell.for_program => Err(Failure::not_taken(fault)),
        Fault::Refused(refused) => Ok(Faults::none().and(refused.field.unwrap_or(""), t.refusal(&refused))),
        Fault::Invalid(faults) => Ok(faults
            .iter()
            .fold(Faults::none(), |all, one| all.and(&one.field, t.field_fault(one)))),
        other => Err(Failure::of_fault(&other)),
    }
}

/// These faults, and that the file has to be chosen again, unless something is wrong with the file itself.
pub(crate) fn file_again(t: Text, faults: Faults, name: Option<&str>) -> Faults {
    match name.filter(|_| faults.at("file").is_none()) {
        Some(name) => faults.and("file", t.choose_again(name)),
        None => faults,
    }
}

/// What is shown of a form that was not taken.
pub(crate) struct NotTaken {
    pub faults: Faults,
    status: StatusCode,
}

impl NotTaken {
    /// What the desk did not take, if a form can show it to this reader; else the failure that says it. `first` is the text
    /// for where somebody else was first.
    pub(crate) fn of(shell: &Shell, fault: Fault, first: &str) -> Result<NotTaken, Failure> {
        Ok(if fault == Fault::Stale && !shell.for_program {
            NotTaken {
                faults: Faults::none().and("", shell.t.get(first)),
                status: StatusCode::CONFLICT,
            }
        } else {
            NotTaken {
                faults: shown(shell, fault)?,
                status: StatusCode::UNPROCESSABLE_ENTITY,
            }
        })
    }

    /// The same where what was not done cannot be done for now.
    pub(crate) fn for_now(self) -> NotTaken {
        NotTaken {
            status: StatusCode::SERVICE_UNAVAILABLE,
            ..self
        }
    }

    /// The same with a file that was sent along and has to be chosen again.
    pub(crate) fn file_again(self, t: Text, name: Option<&str>) -> NotTaken {
        NotTaken {
            faults: file_again(t, self.faults, name),
            ..self
        }
    }

    /// Whether somebody else was first: what the form was made of has changed.
    pub(crate) fn is_stale(&self) -> bool {
        self.status == StatusCode::CONFLICT
    }

    /// The answer: the form's page, with the status that says so.
    pub(crate) fn answer(&self, mut page: Response) -> Response {
        *page.status_mut() = self.status;
        page
    }
}

/// The answer to a form that was not taken: its page, with the status that says so.
pub(crate) fn not_taken(mut page: Response) -> Response {
    *page.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    page
}

/// A form whose bytes were all text, or the fields that were not.
pub(crate) fn readable(typed: &Typed) -> Result<(), Fault> {
    let broken = typed.broken().iter();
    let broken: Vec<_> = broken.map(|field| FieldFault::plain(field, "not-utf8")).collect();
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Fault::Invalid(broken))
    }
}

/// A form in which these fields say something, or those that do not.
pub(crate) fn filled(typed: &Typed, fields: &[&str]) -> Result<(), Fault> {
    let blank = fields.iter().filter(|field| !typed.given(field));
    let blank: Vec<_> = blank.map(|field| FieldFault::plain(field, "empty")).collect();
    if blank.is_empty() {
        Ok(())
    } else {
        Err(Fault::Invalid(blank))
    }
}
