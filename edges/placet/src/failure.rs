//! How a command fails: what is wrong, where, and what to do, on standard error; and an exit code that says which
//! kind of failure it was (documented in docs/commands.md).

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::Path;

/// A failed command.
#[derive(Debug)]
pub struct Failure {
    /// What is wrong, where, and what to do: a sentence each, one line each.
    pub message: String,
    /// The exit code.
    pub code: u8,
}

impl Failure {
    /// What was looked at is not as it should be: a proof that does not hold, a case that is late.
    pub const DIFFERENT: u8 = 1;
    /// The command was called or fed wrongly.
    pub const USAGE: u8 = 2;
    /// The machine did not do it: a disk, a database, a port.
    pub const MACHINE: u8 = 3;

    /// A finding.
    pub fn different(message: impl fmt::Display) -> Self {
        Failure {
            message: message.to_string(),
            code: Self::DIFFERENT,
        }
    }

    /// A wrong call or a wrong file.
    pub fn usage(message: impl fmt::Display) -> Self {
        Failure {
            message: message.to_string(),
            code: Self::USAGE,
        }
    }

    /// A failing machine.
    pub fn machine(message: impl fmt::Display) -> Self {
        Failure {
            message: message.to_string(),
            code: Self::MACHINE,
        }
    }

    /// The same, told of another folder than the one in which it was found.
    pub fn renamed(self, found: &Path, told: &Path) -> Self {
        let message = self
            .message
            .replace(&found.display().to_string(), &told.display().to_string());
        Failure { message, ..self }
    }

    /// What a command was given could not be read: a wrong call where nothing of that kind is there.
    pub fn given(path: &Path, fault: &io::Error) -> Self {
        let wrong = matches!(
            fault.kind(),
            ErrorKind::NotFound
                | ErrorKind::NotADirectory
                | ErrorKind::IsADirectory
                | ErrorKind::InvalidFilename
        );
        let failure = Failure::file("could not be read", path, fault);
        Failure {
            code: if wrong { Self::USAGE } else { failure.code },
            ..failure
        }
    }

    /// A file that could not be read or written, with what to do.
    pub fn file(what: &str, path: &Path, fault: &io::Error) -> Self {
        Failure::machine(format!(
            "{}: {what}: {fault}\nCheck that the path is right and that you may use it.",
            path.display()
        ))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// What to do about what was refused.
const MEND: &str = "Nothing was written. Change what you gave, and run the command again.";

impl From<desk::Fault> for Failure {
    /// What people are refused, the command says in the words of the pages.
    fn from(fault: desk::Fault) -> Self {
        let t = web::Text::of(web::Language::English);
        match fault {
            desk::Fault::Store(store) => store.into(),
            desk::Fault::SetUp(what) => Failure::machine(what),
            desk::Fault::Refused(refused) => Failure::usage(format!("{}\n{MEND}", t.refusal(&refused))),
            desk::Fault::Invalid(faults) => {
                let said = |fault: &desk::FieldFault| format!("{}: {}", fault.field, t.field_fault(fault));
                let said: Vec<_> = faults.iter().map(said).collect();
                Failure::usage(format!("{}\n{MEND}", said.join("\n")))
            }
            other => Failure::usage(other),
        }
    }
}

impl From<desk::store::StoreFault> for Failure {
    fn from(fault: desk::store::StoreFault) -> Self {
        match fault {
            desk::store::StoreFault::Failed { .. } => Failure::machine(format!(
                "{fault}\nSee that the database that placet.toml or --database names can be reached, has room on its disk, and is one that Placet made; a backup brings back one that is broken."
            )),
            other => Failure::machine(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use act::{Detail, Role};
    use desk::{Fault, FieldFault, Refused};
    use std::collections::BTreeMap;

    #[test]
    fn a_refusal_is_said_in_words() {
        let refused = Refused {
            code: "role-already-held",
            details: vec![("role", Detail::role(Role::Applicant))],
            field: Some("role"),
            names: BTreeMap::new(),
        };
        let invalid = Fault::Invalid(vec![FieldFault::plain("address", "not-an-address")]);
        for (fault, expect) in [
            (Fault::Refused(refused), "This person is applicant there already."),
            (invalid, "address: "),
        ] {
            let failure = Failure::from(fault);
            assert_eq!(failure.code, Failure::USAGE);
            assert!(failure.message.starts_with(expect), "{failure}");
            assert!(!failure.message.contains("not-an-address"), "{failure}");
        }
    }
}
