//! What is said, as programs read it.

use feel::Said;
use serde::Serializer;

/// Writes what is said in English.
pub(crate) fn written<S: Serializer>(said: &Said, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(said)
}
