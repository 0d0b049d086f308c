//! What the database says, in the store port's terms.

use desk::store::StoreFault;

/// A database error as a fault.
pub(crate) fn failed(error: rusqlite::Error) -> StoreFault {
    StoreFault::Failed {
        what: error.to_string(),
    }
}

/// An error of the operating system as a fault.
pub(crate) fn broken(error: &std::io::Error) -> StoreFault {
    StoreFault::Failed {
        what: error.to_string(),
    }
}
