//! The wish of whoever started the program that it end: Ctrl-C, or the signal that a service manager sends.

use crate::failure::Failure;
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Notices the wish from the moment it is made, whenever it is asked after.
pub struct Interruption {
    interrupt: Signal,
    terminate: Signal,
}

impl Interruption {
    /// Begins to notice; the program no longer ends by itself.
    pub fn noticed() -> Result<Self, Failure> {
        Ok(Interruption {
            interrupt: signal(SignalKind::interrupt()).map_err(Failure::machine)?,
            terminate: signal(SignalKind::terminate()).map_err(Failure::machine)?,
        })
    }

    /// Ends once it came.
    pub async fn came(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}
