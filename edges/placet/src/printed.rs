//! What is printed for whoever reads along, until they do not.

use crate::plain::plain;
use std::io::{ErrorKind, Result, StdoutLock, Write};

/// Standard output. Where its reader stops reading (`placet … | head`), the rest is printed for nobody, and the command goes on
/// to its end: what it does and its exit code do not hang on how much of it was read. What is printed is [`plain`].
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
        // What is written comes in whole pieces of text; of what is none, the bytes go through.
        match std::str::from_utf8(bytes) {
            Ok(text) => unless_unread(self.0.write_all(plain(text).as_bytes()), ())?,
            Err(_) => unless_unread(self.0.write_all(bytes), ())?,
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<()> {
        unless_unread(self.0.flush(), ())
    }
}
