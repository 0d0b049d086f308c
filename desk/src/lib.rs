//! Use cases: load, authorise, decide, append.
