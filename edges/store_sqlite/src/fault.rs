//! What the database says, in the store port's terms, and numbers across its signed border.

use desk::store::StoreFault;
use ledger::Hash;

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

/// A number as the database holds it.
pub(crate) fn signed(number: u64) -> Result<i64, StoreFault> {
    i64::try_from(number).map_err(|_| StoreFault::Failed {
        what: format!("{number} is more than the database can count"),
    })
}

/// A number that the database held.
pub(crate) fn unsigned(number: i64, place: &str) -> Result<u64, StoreFault> {
    u64::try_from(number).map_err(|_| StoreFault::Corrupt {
        what: format!("the negative number {number} in {place}"),
    })
}

/// Thirty-two bytes that the database held.
pub(crate) fn bytes(stored: &[u8], place: &str) -> Result<[u8; 32], StoreFault> {
    stored.try_into().map_err(|_| StoreFault::Corrupt {
        what: format!("{} bytes in {place}, where 32 should be", stored.len()),
    })
}

/// A hash that the database held.
pub(crate) fn hash(stored: &[u8], place: &str) -> Result<Hash, StoreFault> {
    bytes(stored, place).map(Hash)
}
