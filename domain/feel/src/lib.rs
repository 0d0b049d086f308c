//! FEEL, the expression language of DMN 1.3 to 1.5 (OMG, chapters 9 and 10), S-FEEL included.
//!
//! [`Expression`] and [`UnaryTests`] are read from a text against the [`Names`] that are known where it stands, and
//! evaluated in a [`Scope`]. Evaluation never fails: what has no value is a null that knows its [`Cause`]. It executes
//! no code, reads no clock, and is bounded by a [`Budget`].

mod builtin;
mod cause;
mod characters;
mod collection;
mod eval;
mod expression;
mod function;
mod names;
mod number;
mod range;
mod scope;
mod span;
pub mod time;
mod types;
mod value;

pub use cause::{Cause, SyntaxError};
pub use collection::{Context, List};
pub use expression::{Expression, SimpleKind, SimpleTest, SimpleTests, UnaryTests};
pub use function::{Callable, Function, Parameter};
pub use names::Names;
pub use number::{Number, Rounding};
pub use range::Range;
pub use scope::{Budget, Scope};
pub use span::{Position, Span};
pub use types::Type;
pub use value::{Null, Value};
