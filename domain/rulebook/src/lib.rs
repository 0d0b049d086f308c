//! The rulebook: DMN read, evaluated and traced.
