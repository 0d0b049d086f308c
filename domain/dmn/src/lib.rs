//! Decision models (DMN 1.3, 1.4 and 1.5): read from XML, kept whole, edited, written back and evaluated.

mod edit;
mod evaluate;
mod fault;
mod model;
pub mod parts;
mod program;
mod read;
pub mod tck;
mod types;
pub mod xml;

pub use edit::{Cells, Change};
pub use evaluate::{Asked, Decided, Fired, NullCause, Outcome};
pub use fault::Fault;
pub use model::Model;
