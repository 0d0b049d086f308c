//! What the database says, in the store port's terms.

use desk::store::StoreFault;

/// A database error as a fault.
pub(crate) fn failed(error: sqlx::Error) -> StoreFault {
    StoreFault::Failed {
        what: error.to_string(),
    }
}

/// An error of a commit. One that the database sent is its answer; without an answer, nobody knows.
pub(crate) fn uncommitted(error: sqlx::Error) -> StoreFault {
    match error {
        sqlx::Error::Io(_) | sqlx::Error::Protocol(_) | sqlx::Error::Tls(_) => StoreFault::Unknown {
            what: error.to_string(),
        },
        other => failed(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_that_was_not_answered_is_not_told_as_undone() {
        let lost = sqlx::Error::Io(std::io::ErrorKind::ConnectionReset.into());
        assert!(matches!(uncommitted(lost), StoreFault::Unknown { .. }));
        assert!(matches!(
            uncommitted(sqlx::Error::PoolClosed),
            StoreFault::Failed { .. }
        ));
    }
}
