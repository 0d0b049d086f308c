//! Forms: what was typed, kept as typed; the token that proves a form to be ours; uploads.

mod extract;
mod sent;
mod upload;

pub use crate::token::{FormSecret, TOKEN_FIELD, form_token};
pub use crate::typed::{MOST_FORM_BYTES, Typed};
pub use extract::Form;
pub(crate) use sent::SentForm;
pub use upload::Upload;

/// The most bytes that are read of a form with a file: far more than the largest file, so that whoever chose a larger one is
/// told so beside the field.
pub const MOST_UPLOAD_BYTES: usize = 4 * desk::clearance::MOST_FILE_BYTES;
