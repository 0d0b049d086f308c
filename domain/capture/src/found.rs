//! What was found in a text. Every offset counts Unicode scalar values of the text as it was given, the end not included.

use serde::Serialize;

/// All that was found in a text, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Capture {
    /// The people that it names.
    pub participants: Vec<Participant>,
    /// The organisations that it names.
    pub organisations: Vec<Named>,
    /// The places that it names.
    pub places: Vec<Named>,
    /// The days and periods that it names.
    pub dates: Vec<Dated>,
    /// What it says that somebody said.
    pub statements: Vec<Statement>,
    /// What it says that somebody asked for.
    pub requests: Vec<Directed>,
    /// What it says that somebody promised.
    pub commitments: Vec<Directed>,
    /// What it says was talked about.
    pub subjects: Vec<Subject>,
    /// Who it says met whom.
    pub meetings: Vec<Met>,
}

/// Somebody who is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Participant {
    /// The fullest form of the name, without honorifics.
    pub name: String,
    /// The post, in the text's words.
    pub post: Option<String>,
    /// The organisation of the post, in the text's words.
    pub organisation: Option<String>,
    /// Whether the text says that this person met somebody.
    pub met: bool,
    /// Where the name first stands.
    pub start: usize,
    /// Where that ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// An organisation or a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// The short form that the text gives in brackets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub short: Option<String>,
    /// Where it first stands.
    pub start: usize,
    /// Where that ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// A day or a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// As the text has it.
    pub text: String,
    /// ISO 8601: `2023-04-26`, `2023-04`, `2023`, `2023-W17`, from and to with a slash between. `XXXX-04-26` where the year is not known
    /// (ISO 8601-2), nothing where nothing is.
    pub date: Option<String>,
    /// Where it stands.
    pub start: usize,
    /// Where that ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// How a statement is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// In the speaker's words, in quotation marks.
    Direct,
    /// In a clause of the writer's: *said that …*
    Indirect,
    /// In the writer's words: *praised …*, *according to …*
    Paraphrased,
}

/// Something that somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// Who said it: a participant's name, an organisation's, or the text's own words.
    pub speaker: Option<String>,
    /// The word that tells it; nothing where a quotation goes on without one.
    pub cue: Option<String>,
    /// How it is told.
    pub mode: Mode,
    /// The words between the offsets.
    pub text: String,
    /// Where they begin, without quotation marks.
    pub start: usize,
    /// Where they end.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// Something that one side asked of another, or promised it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Directed {
    /// Who asked or promised.
    pub from: Option<String>,
    /// Whom.
    pub to: Option<String>,
    /// What.
    pub text: String,
    /// Where that begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// Something that was talked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Subject {
    /// What.
    pub text: String,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}

/// A meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Met {
    /// Who met.
    pub with: Vec<String>,
    /// When, as in [`Dated`]; `../2023-04-25` is that day or an earlier one.
    pub date: Option<String>,
    /// Where it is told.
    pub start: usize,
    /// Where that ends.
    pub end: usize,
    /// The rule and what it rests on.
    pub why: String,
}
