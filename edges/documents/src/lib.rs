//! Permit and decision notice on paper.
