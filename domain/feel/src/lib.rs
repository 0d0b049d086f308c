//! FEEL, the expression language of DMN 1.3 to 1.5 (OMG, chapters 9 and 10), S-FEEL included.
//!
//! [`Expression`] and [`UnaryTests`] are read from a text against the [`Names`] that are known where it stands, and
//! evaluated in a [`Scope`]. Evaluation never fails: what has no value is a null that knows its [`Cause`]. It executes
//! no code, reads no clock, and is bounded by a [`Budget`].
//!
//! ```
//! use feel::{Expression, Names, Scope};
//!
//! let names: Names = ["Monthly Fee"].into_iter().collect();
//! let fee = Expression::parse("if Monthly Fee > 10 then Monthly Fee * 0.9 else null", &names)?;
//! let now = "2026-11-25T10:30:00+07:00[Asia/Phnom_Penh]".parse()?;
//! let mut scope = Scope::new(now);
//! scope.insert("Monthly Fee", 20);
//! assert_eq!(fee.evaluate(&scope).to_string(), "18");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod ast;
mod cause;
mod characters;
mod eval;
mod expression;
mod names;
mod number;
mod parse;
mod pattern;
mod said;
mod simple;
mod span;
pub mod time;
mod value;

pub use cause::{Cause, SyntaxError};
pub use expression::{Expression, UnaryTests};
pub use names::{CLOCKS, Names};
pub use number::{Number, Rounding};
pub use said::{Name, Said, said_id, short};
pub use simple::{SimpleKind, SimpleTest, SimpleTests};
pub use span::{Position, Span};
pub use value::{
    Budget, Callable, Context, Function, List, Null, Parameter, Range, Scope, Type, Value, equal,
};
