//! What is printed for whoever reads along, until they do not.

use std::io::{ErrorKind, Result, StdoutLock, Write};

/// Standard output. Where its reader stops reading (`placet … | head`), the rest is printed for nobody, and the command goes on
/// to its end: what it does and its exit code do not hang on how much of it was read.
pub struct Printed(StdoutLock<'static>);

impl Printed {
    /// Standard output, held until the end.
    pub fn here() -> Self {
        Printed(std::io::stdout().lock())
    }
}

fn unless_unread<T>(done: Result<T>, unread: T) -> Result<T> {
    match done {
        Err(fault) if fault.kind() == ErrorKind::BrokenPipe => Ok(unread),
        done => done,
    }
}

impl Write for Printed {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        unless_unread(self.0.write(bytes), bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        unless_unread(self.0.flush(), ())
    }
}
