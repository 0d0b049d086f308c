//! Load on a real desk over a real store: a cast, cases that it carries from draft to decision, and what is needed
//! to count and to kill. Nothing here ships.

pub mod cast;
pub mod filing;
pub mod house;

use std::fmt;

/// Load could not be put on; says why.
#[derive(Debug)]
pub struct Trouble(pub String);

/// What everything here ends with.
pub type Done<T = ()> = Result<T, Trouble>;

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

/// Makes trouble of anything that can be told.
pub fn trouble(what: impl fmt::Display) -> Trouble {
    Trouble(what.to_string())
}
