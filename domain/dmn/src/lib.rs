//! Decision models (DMN 1.3, 1.4 and 1.5): read from XML, kept whole, edited, written back and evaluated.

mod edit;
mod fault;
mod model;
pub mod parts;
mod read;
pub mod xml;

pub use edit::{Cells, Change};
pub use fault::Fault;
pub use model::Model;
