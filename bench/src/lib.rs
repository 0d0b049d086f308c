//! Load on the real program: an installation, its cast, and the cases that they carry from draft to permit over the
//! network; for figures (`cargo xtask bench`) and for killing the server under it (`edges/placet/tests/kill`).
//! Nothing here ships.

pub mod bare;
pub mod cast;
pub mod clerk;
pub mod client;
pub mod figures;
pub mod filing;
pub mod house;
pub mod load;
pub mod process;
pub mod server;

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
