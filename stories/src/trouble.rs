//! What went otherwise than a story tells.

use desk::Fault;

/// Why a story ended early, in one sentence.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// A part of a story.
pub type Told<T = ()> = Result<T, Trouble>;

/// A trouble in these words.
pub(crate) fn trouble(what: impl Into<String>) -> Trouble {
    what.into().into()
}

/// The code of the refusal that an act met.
///
/// # Errors
/// If it met none.
pub fn refused<T: std::fmt::Debug>(outcome: Result<T, Fault>) -> Told<&'static str> {
    match outcome {
        Err(Fault::Refused(refused)) => Ok(refused.code),
        other => Err(trouble(format!("not refused: {other:?}"))),
    }
}
