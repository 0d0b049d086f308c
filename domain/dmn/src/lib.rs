//! Decision models (DMN 1.3, 1.4 and 1.5): read from XML, kept whole, edited, written back and evaluated.

mod fault;
pub mod xml;

pub use fault::Fault;
