//! Numbers and hashes across a database's border, which has signed numbers and bytes alone.

use super::StoreFault;
use ledger::Hash;

/// A number as a database holds it.
///
/// # Errors
/// [`StoreFault::Failed`] for one that is beyond its numbers.
pub fn signed(number: u64) -> Result<i64, StoreFault> {
    i64::try_from(number).map_err(|_| StoreFault::Failed {
        what: format!("{number} is more than the database can count"),
    })
}

/// A number that a database held.
///
/// # Errors
/// [`StoreFault::Corrupt`], naming the place, if it is none.
pub fn unsigned(number: i64, place: &str) -> Result<u64, StoreFault> {
    u64::try_from(number).map_err(|_| StoreFault::Corrupt {
        what: format!("the negative number {number} in {place}"),
    })
}

/// Thirty-two bytes that a database held.
///
/// # Errors
/// [`StoreFault::Corrupt`], naming the place, if it is none.
pub fn bytes(stored: &[u8], place: &str) -> Result<[u8; 32], StoreFault> {
    stored.try_into().map_err(|_| StoreFault::Corrupt {
        what: format!("{} bytes in {place}, where 32 should be", stored.len()),
    })
}

/// A hash that a database held.
///
/// # Errors
/// [`StoreFault::Corrupt`], naming the place, if it is none.
pub fn hash(stored: &[u8], place: &str) -> Result<Hash, StoreFault> {
    bytes(stored, place).map(Hash)
}
