//! Forms: what was typed, kept as typed; the token that proves a form to be ours; uploads.

mod extract;
mod token;
mod typed;
mod upload;

pub use extract::Form;
pub use token::{FormSecret, TOKEN_FIELD, form_token};
pub use typed::Typed;
pub use upload::{FileKind, Upload, Uploaded};

/// The most bytes that a form without files may have.
pub const MOST_FORM_BYTES: usize = 1024 * 1024;
/// The most bytes that a form with files may have.
pub const MOST_UPLOAD_BYTES: usize = 10 * 1024 * 1024;
