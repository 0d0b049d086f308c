//! A source: text that was frozen, with the hash that shows it was not changed since.

use act::{Context, Reason, Recorded, SourceId, State, Text, Title};
use identity::{Language, When};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// The text of a source: at most 200,000 characters.
pub type SourceText = Text<200_000>;

/// What sort of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// A note in the words of whoever wrote it down.
    Note,
    /// A report in a newspaper or by an agency.
    PressReport,
    /// A letter.
    Letter,
    /// Minutes that were agreed or circulated.
    Minutes,
    /// What was said, written down from a recording.
    AudioTranscript,
    /// Anything else.
    Other,
}

impl SourceKind {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: [SourceKind; 6] = [
        SourceKind::Note,
        SourceKind::PressReport,
        SourceKind::Letter,
        SourceKind::Minutes,
        SourceKind::AudioTranscript,
        SourceKind::Other,
    ];

    /// The stable name, as stored and as used in Fluent ids (`source-kind-press-report`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SourceKind::Note => "note",
            SourceKind::PressReport => "press-report",
            SourceKind::Letter => "letter",
            SourceKind::Minutes => "minutes",
            SourceKind::AudioTranscript => "audio-transcript",
            SourceKind::Other => "other",
        }
    }

    /// The kind of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<SourceKind> {
        SourceKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A source as it was frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenSource {
    /// The source.
    pub source: SourceId,
    /// What it is called.
    pub title: Title,
    /// What sort it is.
    pub kind: SourceKind,
    /// The language of the text.
    pub language: Language,
    /// The text.
    pub text: SourceText,
    /// SHA-256 of the text's UTF-8 bytes, in 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// When it was published or written.
    pub published: When,
    /// Who wrote it, or where it was found.
    pub origin: Reason,
}

/// What can have happened to a source. Its form is kept for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum SourceFact {
    /// It was frozen.
    Frozen(Box<FrozenSource>),
}

/// A source. Nothing follows its freezing: that is its point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// As it was frozen; none before.
    pub frozen: Option<Box<FrozenSource>>,
    /// By whom and when.
    pub recorded: Option<Context>,
}

impl Source {
    /// The id; none before it was frozen.
    #[must_use]
    pub fn id(&self) -> Option<SourceId> {
        self.frozen.as_ref().map(|frozen| frozen.source)
    }

    /// The title; empty before it was frozen.
    #[must_use]
    pub fn title(&self) -> &str {
        self.frozen.as_ref().map_or("", |frozen| frozen.title.as_str())
    }

    /// The text; empty before it was frozen.
    #[must_use]
    pub fn text(&self) -> &str {
        self.frozen.as_ref().map_or("", |frozen| frozen.text.as_str())
    }
}

impl State for Source {
    type Fact = SourceFact;

    fn evolve(&mut self, recorded: &Recorded<SourceFact>) {
        let SourceFact::Frozen(frozen) = &recorded.fact;
        self.frozen = Some(frozen.clone());
        self.recorded = Some(recorded.by.clone());
    }
}

/// SHA-256 of a text's UTF-8 bytes, in 64 lower-case hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    let mut digits = String::with_capacity(64);
    for byte in Sha256::digest(text.as_bytes()) {
        // Writing into a String does not fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_standard() {
        let check = |text, expect| assert_eq!(sha256(text), expect);
        // FIPS 180-2, appendix B.1, and the hash of nothing.
        check(
            "abc",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        );
        check(
            "",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        );
    }
}
