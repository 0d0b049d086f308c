//! Forms: what was typed, kept as typed; the token that proves a form to be ours; uploads.

mod extract;
mod upload;

pub use crate::token::{FormSecret, TOKEN_FIELD, form_token};
pub use crate::typed::{MOST_FORM_BYTES, Typed};
pub use extract::Form;
pub(crate) use extract::SentForm;
pub use upload::Upload;

/// The most bytes that a form with files may have: the largest file, and the rest of the form.
pub const MOST_UPLOAD_BYTES: usize = desk::clearance::MOST_FILE_BYTES + 1_000_000;
