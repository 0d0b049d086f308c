//! Use cases: load, authorise, decide, append. Joins the halves that do not know each other, over ports.

pub mod store;
