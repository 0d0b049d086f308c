//! The canonical bytes of facts.
