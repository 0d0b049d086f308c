//! A finding: its kind, how grave it is, where it lies, and a case that shows it.

use crate::Value;
use crate::place::Place;
use crate::said::written;
use feel::Said;
use jiff::civil::Date;
use serde::Serialize;

/// What the linter found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is.
    #[serde(flatten)]
    pub kind: FindingKind,
    /// How grave it is.
    pub level: Level,
    /// Where it lies.
    pub place: Place,
    /// A case that shows it: each input that the table tests, with an answer or without one. Empty where no case does.
    pub example: Vec<(String, Option<Value>)>,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// It must be put right.
    Fault,
    /// It is likely not meant.
    Warning,
    /// A person may want to know it.
    Note,
}

/// What a finding is. Its stable name is [`FindingKind::name`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FindingKind {
    /// No rule catches some combinations of answers.
    Gap {
        /// Which: all that lie in each of these. Inputs that do not matter are left out.
        region: Vec<Region>,
    },
    /// Two rules catch the same combination, where one may.
    Overlap {
        /// The other rule, `authorities/3`; the finding's place is the later one.
        other: String,
    },
    /// Rules that count before it, with another answer, take some of its cases (FIRST, PRIORITY).
    Overruled {
        /// Those rules, in order.
        by: Vec<String>,
    },
    /// Its period never counts where other rules ask the same authority for longer (COLLECT).
    PeriodOverruled {
        /// Those rules, in order.
        by: Vec<String>,
    },
    /// No answer that the questions take meets all of its tests.
    NeverMet,
    /// Other rules take all of its cases: those that count before it under FIRST and PRIORITY, any under UNIQUE.
    Shadowed {
        /// Those rules, in order.
        by: Vec<String>,
    },
    /// A rule cites nothing that a person can look up.
    MissingCitation {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// A text is missing in one of the languages.
    Untranslated {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// A rule names no authority of the rulebook.
    UnknownAuthority {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// The days of validity contradict each other or are none.
    WrongValidity {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// Something else for which the rulebook is not loaded.
    Refused {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// Another rulebook of the installation calls one of its authorities otherwise.
    CalledOtherwise {
        /// What is wrong.
        #[serde(serialize_with = "written")]
        what: Said,
        /// What to do.
        #[serde(serialize_with = "written")]
        todo: Said,
    },
    /// A longer text is the same in two languages.
    SameText {
        /// The language that has it first.
        first: String,
        /// The one that has it again.
        again: String,
    },
    /// A sentence of the makers' own, which no law has, stands in one of several languages.
    OneLanguage {
        /// The sentence.
        text: String,
    },
    /// Nothing says what a translation is of.
    UnusedTranslation {
        /// The translation, in English where it has one.
        text: String,
    },
    /// A test names a day on which the rulebook is not in force.
    DateOutOfValidity {
        /// The day.
        date: Date,
    },
    /// The rulebook is not in force on the day asked about.
    NotInForce {
        /// The day.
        on: Date,
    },
    /// No table tests the answer to a question.
    UntestedInput {
        /// The question's id.
        input: String,
    },
    /// No rule names an authority that is not the lead.
    UnusedAuthority {
        /// The authority's id.
        authority: String,
    },
    /// No rule gives a reason.
    UnusedReason {
        /// The reason's id.
        reason: String,
    },
    /// No rule gives a period.
    UnusedPeriod {
        /// The period's id.
        period: String,
    },
    /// No rule attaches a document, fee, condition, lead time or distance.
    UnusedAttachment {
        /// The part of `rulebook.toml`: `document`, `fee`, `condition`, `lead_time`, `distance`.
        part: &'static str,
        /// Its id.
        id: String,
    },
    /// A field that a permit says is public at no step, so that no permit's paper and file are.
    PermitsNotWhole {
        /// The field's name in `[public.shows]`.
        field: &'static str,
    },
    /// The test of a cell has no atoms: gaps, overlaps and dead rules that depend on it are not found.
    NotExact,
    /// The search was stopped because it grew too large.
    GaveUp {
        /// What was sought.
        looking_for: Exactness,
        /// Steps taken.
        after: usize,
    },
    /// There are more of them than are listed.
    More {
        /// What was sought.
        looking_for: Exactness,
        /// How many are listed.
        listed: usize,
    },
}

/// What is exact when it was not stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exactness {
    /// Combinations that no rule catches.
    Gaps,
    /// Combinations that several rules catch.
    Overlaps,
    /// Rules that never fire.
    DeadRules,
}

/// Some answers to one question: those that lie in one of its ranges, and the lack of one if that is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Region {
    /// The question's id.
    pub input: String,
    /// The answers, as unary tests read: `< 75`, `[75..100)`, `"road"`.
    pub tests: Vec<String>,
    /// Texts that no test of the table names are meant too.
    pub other: bool,
    /// A question without an answer is meant too.
    pub unanswered: bool,
}

impl Finding {
    pub(super) fn new(kind: FindingKind, level: Level, place: Place) -> Finding {
        Finding {
            kind,
            level,
            place,
            example: vec![],
        }
    }
}

impl FindingKind {
    /// Its stable name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            FindingKind::Gap { .. } => "gap",
            FindingKind::Overlap { .. } => "overlap",
            FindingKind::Overruled { .. } => "overruled",
            FindingKind::PeriodOverruled { .. } => "period-overruled",
            FindingKind::NeverMet => "never-met",
            FindingKind::Shadowed { .. } => "shadowed",
            FindingKind::MissingCitation { .. } => "missing-citation",
            FindingKind::Untranslated { .. } => "untranslated",
            FindingKind::UnknownAuthority { .. } => "unknown-authority",
            FindingKind::WrongValidity { .. } => "wrong-validity",
            FindingKind::Refused { .. } => "refused",
            FindingKind::CalledOtherwise { .. } => "called-otherwise",
            FindingKind::SameText { .. } => "same-text",
            FindingKind::OneLanguage { .. } => "one-language",
            FindingKind::UnusedTranslation { .. } => "unused-translation",
            FindingKind::DateOutOfValidity { .. } => "date-out-of-validity",
            FindingKind::NotInForce { .. } => "not-in-force",
            FindingKind::UntestedInput { .. } => "untested-input",
            FindingKind::UnusedAuthority { .. } => "unused-authority",
            FindingKind::UnusedReason { .. } => "unused-reason",
            FindingKind::UnusedPeriod { .. } => "unused-period",
            FindingKind::UnusedAttachment { .. } => "unused-attachment",
            FindingKind::PermitsNotWhole { .. } => "permits-not-whole",
            FindingKind::NotExact => "not-exact",
            FindingKind::GaveUp { .. } => "gave-up",
            FindingKind::More { .. } => "more",
        }
    }
}
