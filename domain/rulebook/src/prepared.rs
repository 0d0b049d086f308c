//! Answers made ready: what is kept of a case that is to be evaluated many times.

/// Answers as the atoms of one rulebook: all that its table can tell of them, in four bytes for each input that it tests.
///
/// It belongs to the rulebook that made it. Another one's evaluation of it means nothing, though it does no harm.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    pub(crate) atoms: Vec<u32>,
    /// Rules stopped by a test that has no atoms, in blocks; empty where the table has no such test.
    pub(crate) failed: Vec<u64>,
}
