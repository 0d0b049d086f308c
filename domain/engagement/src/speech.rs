//! What a speaker does in saying something, and how a source gives it.

use serde::{Deserialize, Serialize};

/// What a speaker does in saying something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpeechAct {
    /// Says that something is so.
    States,
    /// Gives advice.
    Suggests,
    /// Makes a plan known.
    Announces,
    /// Welcomes someone or something.
    Welcomes,
    /// Judges how something stands.
    Assesses,
    /// Gives a word; recorded as a commitment too, where it is one.
    Promises,
    /// Agrees with what another said.
    Agrees,
    /// Thanks.
    Thanks,
}

impl SpeechAct {
    /// Every speech act, in the order in which they are listed to people.
    pub const ALL: [SpeechAct; 8] = [
        SpeechAct::States,
        SpeechAct::Suggests,
        SpeechAct::Announces,
        SpeechAct::Welcomes,
        SpeechAct::Assesses,
        SpeechAct::Promises,
        SpeechAct::Agrees,
        SpeechAct::Thanks,
    ];

    /// The stable name, as stored and as used in Fluent ids (`speech-act-suggests`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            SpeechAct::States => "states",
            SpeechAct::Suggests => "suggests",
            SpeechAct::Announces => "announces",
            SpeechAct::Welcomes => "welcomes",
            SpeechAct::Assesses => "assesses",
            SpeechAct::Promises => "promises",
            SpeechAct::Agrees => "agrees",
            SpeechAct::Thanks => "thanks",
        }
    }

    /// The speech act of that name, if there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<SpeechAct> {
        SpeechAct::ALL.into_iter().find(|one| one.name() == name)
    }
}

/// Whether the source gives the speaker's words or their sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// The words.
    Direct,
    /// The sense.
    Indirect,
}

impl Mode {
    /// The stable name, as stored and as used in Fluent ids (`mode-direct`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Mode::Direct => "direct",
            Mode::Indirect => "indirect",
        }
    }
}
