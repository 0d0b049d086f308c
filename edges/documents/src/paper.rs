//! What a paper is made from: plain data, already in the reader's language, and what can go wrong.

use std::fmt;

/// The language of a paper: which fonts lead, how lines break, what the PDF declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Khmer.
    Khmer,
    /// Japanese.
    Japanese,
}

impl Language {
    /// The BCP 47 tag: `en`, `km` or `ja`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Khmer => "km",
            Self::Japanese => "ja",
        }
    }
}

/// How a paper stands, for its colour; the word for it is the paper's `status`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In force, or a decision in favour.
    Good,
    /// Neither: suspended, expired, awaiting something.
    Open,
    /// Revoked, or a decision against.
    Bad,
}

/// A calendar moment in UTC, written into the PDF as its creation date. It comes from the record, never from a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// Month, 1–12.
    pub month: u8,
    /// Day of the month, 1–31.
    pub day: u8,
    /// Hour, 0–23.
    pub hour: u8,
    /// Minute, 0–59.
    pub minute: u8,
    /// Second, 0–59.
    pub second: u8,
}

/// A permit as issued. Texts named `…_text` are formatted for the reader (date, digits, calendar) by the caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Permit {
    /// The paper's language.
    pub language: Language,
    /// The authority that issued it, by name.
    pub issuer: String,
    /// The rulebook whose rules were applied, and its version.
    pub rulebook: String,
    /// The permit's reference, unique in the installation.
    pub reference: String,
    /// The word for its standing: in force, revoked, …
    pub status: String,
    /// How it stands, for the colour.
    pub standing: Standing,
    /// The sentence that says not to rely on it, at its head and on every page; none where it holds.
    pub warning: Option<String>,
    /// The event's title.
    pub title: String,
    /// Who may hold the event; one or more.
    pub organisers: Vec<String>,
    /// What they may do, part by part.
    pub components: Vec<String>,
    /// Where.
    pub place: String,
    /// On which day or days.
    pub date_text: String,
    /// Between which hours.
    pub time_text: String,
    /// The time zone of those hours, as people there call it.
    pub zone: String,
    /// The authority that leads and issues.
    pub lead_authority: String,
    /// What each authority decided.
    pub decisions: Vec<Decision>,
    /// What each consultee advised.
    pub advice: Vec<Decision>,
    /// What the organisers must keep to.
    pub conditions: Vec<Condition>,
    /// The sentence that says when and by which post it was issued.
    pub issued_text: String,
    /// The sentence that says as of which checkpoint of the ledger the code is proven.
    pub checkpoint_text: String,
    /// What the QR code holds; none where no code holds the permit, and its file must serve.
    pub qr_text: Option<String>,
    /// Where the permit can be verified on line.
    pub verify_address: String,
    /// Whether this is demonstration data; then the paper says so at its head and on every page.
    pub demonstration: bool,
    /// When it was issued; the PDF's own date.
    pub issued_at: Stamp,
}

/// A case on paper, as one person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseFile {
    /// The paper's language.
    pub language: Language,
    /// The authority that leads, by name.
    pub issuer: String,
    /// The rulebook whose rules are applied, and its version.
    pub rulebook: String,
    /// The application's reference.
    pub reference: String,
    /// The word for how it stands.
    pub status: String,
    /// How it stands, for the colour.
    pub standing: Standing,
    /// The event's title.
    pub title: String,
    /// What was applied for: each question with its answer.
    pub applied: Vec<(String, String)>,
    /// How each authority that was asked stands.
    pub decisions: Vec<Decision>,
    /// What the authorities demand.
    pub conditions: Vec<Condition>,
    /// What the documents are called.
    pub documents: Vec<String>,
    /// All that happened, the first first.
    pub history: Vec<Happening>,
    /// The sentence that says when and for whom it was taken.
    pub taken_text: String,
    /// Whether this is demonstration data.
    pub demonstration: bool,
    /// When it was taken; the PDF's own date.
    pub taken_at: Stamp,
}

/// Something that happened in a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening {
    /// Its number, in the reader's digits.
    pub number: String,
    /// What happened.
    pub what: String,
    /// What was said.
    pub words: Vec<String>,
    /// When, and who did it.
    pub note: String,
}

/// A brief before a meeting, as one person reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The paper's language.
    pub language: Language,
    /// Whose brief it is, by name.
    pub issuer: String,
    /// As of when it was known.
    pub known: String,
    /// How it stands, in a word.
    pub status: String,
    /// How it stands, for the colour.
    pub standing: Standing,
    /// What it is a brief of.
    pub title: String,
    /// What it tells, under headings.
    pub sections: Vec<BriefSection>,
    /// Whether this is demonstration data.
    pub demonstration: bool,
    /// When it was made; the PDF's own date.
    pub made_at: Stamp,
}

/// Lines of a brief under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefSection {
    /// The heading.
    pub heading: String,
    /// The lines.
    pub lines: Vec<BriefLine>,
    /// What is said where there is none.
    pub nothing: String,
}

/// A line of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefLine {
    /// Its number, in the reader's digits.
    pub number: String,
    /// What it says.
    pub what: String,
    /// What more is said of it.
    pub words: Vec<String>,
    /// What it rests on.
    pub source: String,
}

/// One authority's decision, as listed on a permit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The authority.
    pub authority: String,
    /// The word for what it decided.
    pub decision: String,
    /// When.
    pub date_text: String,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Its number on the paper, in the reader's digits.
    pub number: String,
    /// What it demands.
    pub text: String,
    /// The word for when it applies: before, during or after the event.
    pub when: String,
    /// The authority that demands it.
    pub authority: String,
}

/// One authority's decision on a referral, as it tells the applicant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionNotice {
    /// The paper's language.
    pub language: Language,
    /// The authority that issued it, by name.
    pub issuer: String,
    /// Whether it is a consultee's advice, not a decision.
    pub is_advice: bool,
    /// The rulebook whose rules were applied, and its version.
    pub rulebook: String,
    /// The reference of the decision.
    pub reference: String,
    /// The event's title.
    pub title: String,
    /// Who applied.
    pub organisers: Vec<String>,
    /// What they applied for, part by part.
    pub components: Vec<String>,
    /// Where.
    pub place: String,
    /// On which day or days.
    pub date_text: String,
    /// Between which hours.
    pub time_text: String,
    /// The time zone of those hours.
    pub zone: String,
    /// The authority that decided.
    pub authority: String,
    /// The word for what it decided.
    pub decision: String,
    /// How it stands, for the colour.
    pub standing: Standing,
    /// Why, one paragraph each; empty where the reasons are confidential.
    pub reasons: Vec<String>,
    /// The conditions of this authority.
    pub conditions: Vec<Condition>,
    /// How to appeal, one paragraph each.
    pub appeal: Vec<String>,
    /// The post that decided, and under which delegation.
    pub decided_by: String,
    /// When it was decided.
    pub decided_text: String,
    /// How the statutory period was reckoned, one line per step.
    pub reckoning: Vec<String>,
    /// The sentence that says as of which checkpoint the code is proven; empty without a code.
    pub checkpoint_text: String,
    /// What the QR code holds, where the notice has one.
    pub qr_text: Option<String>,
    /// Where the notice can be verified on line.
    pub verify_address: String,
    /// Whether this is demonstration data.
    pub demonstration: bool,
    /// When it was decided; the PDF's own date.
    pub decided_at: Stamp,
}

/// Why a paper could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperFault {
    /// No QR code holds a text this long.
    CodeTooLong {
        /// Length of the text in bytes.
        bytes: usize,
    },
    /// The stamp is no moment of the calendar.
    NoSuchMoment(Stamp),
    /// Typst refused the sheet; its messages, one a line.
    Typesetting(String),
}

impl fmt::Display for PaperFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CodeTooLong { bytes } => write!(
                out,
                "the QR text of the paper has {bytes} bytes, more than a QR code holds; issue it with fewer conditions in the signed payload"
            ),
            Self::NoSuchMoment(stamp) => write!(
                out,
                "the paper's date {}-{}-{} {}:{}:{} is not in the calendar; correct the recorded instant",
                stamp.year, stamp.month, stamp.day, stamp.hour, stamp.minute, stamp.second
            ),
            Self::Typesetting(messages) => {
                write!(out, "the paper could not be typeset: {messages}")
            }
        }
    }
}

impl std::error::Error for PaperFault {}
