//! How a command fails: what is wrong, where, and what to do, on standard error; and an exit code that says which
//! kind of failure it was (documented in docs/commands.md).

use std::fmt;

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

    /// A file that could not be read or written, with what to do.
    pub fn file(what: &str, path: &std::path::Path, fault: &std::io::Error) -> Self {
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

impl From<desk::Fault> for Failure {
    fn from(fault: desk::Fault) -> Self {
        match fault {
            desk::Fault::Store(store) => Failure::machine(store),
            desk::Fault::SetUp(what) => Failure::machine(what),
            other => Failure::usage(other),
        }
    }
}

impl From<desk::store::StoreFault> for Failure {
    fn from(fault: desk::store::StoreFault) -> Self {
        Failure::machine(fault)
    }
}
