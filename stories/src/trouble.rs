//! What went otherwise than a story tells.

/// Why a story ended early, in one sentence.
pub type Trouble = Box<dyn std::error::Error + Send + Sync>;

/// A part of a story.
pub type Told<T = ()> = Result<T, Trouble>;

/// A trouble in these words.
pub(crate) fn trouble(what: impl Into<String>) -> Trouble {
    what.into().into()
}
