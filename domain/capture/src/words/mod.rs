//! The closed lists of English that the rules rest on: verbs, posts, months, countries and the small words between them.

mod countries;
mod small;
mod verbs;

pub use countries::{country_of, is_country_word};
pub use small::{month, number, weekday};

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What the lists say of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lexeme {
    kinds: u32,
    verb: u16,
    form: Form,
}

/// Which form of a verb a word is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As after `to`.
    #[default]
    Base,
    /// Of the third person.
    Third,
    /// Of the past, or the participle.
    Past,
    /// Ends in `ing`.
    Ing,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        /// Kinds of words.
        pub mod kind {
            $($(#[$doc])* pub const $name: u32 = 1 << $bit;)*
        }
    };
}
kinds! {
    /// the, a, this, some
    DETERMINER = 0;
    /// of, in, at
    PREPOSITION = 1;
    /// I, he, they
    PRONOUN = 2;
    /// his, their
    OWNER = 3;
    /// is, had, did
    AUXILIARY = 4;
    /// will, should
    MODAL = 5;
    /// not, never
    NEGATION = 6;
    /// and, or, but
    CONJUNCTION = 7;
    /// that, who, because
    SUBORDINATOR = 8;
    /// also, later
    ADVERB = 9;
    /// minister, president
    POST = 10;
    /// Mr, Dr
    HONORIFIC = 11;
    /// ministry, council
    BODY = 12;
    /// city, river
    SITE = 13;
    /// japan, japanese
    COUNTRY = 14;
    /// january
    MONTH = 15;
    /// monday
    WEEKDAY = 16;
    /// de, van, bin
    PARTICLE = 17;
    /// Words that are no name though they begin a sentence.
    ORDINARY = 18;
    /// finance, health, foreign
    PORTFOLIO = 19;
    /// meeting, talks, agenda
    TALKS = 20;
    /// statement, post, report
    DOCUMENT = 21;
}

/// Small words.
pub const SMALL: u32 = kind::PREPOSITION
    | kind::PRONOUN
    | kind::AUXILIARY
    | kind::MODAL
    | kind::NEGATION
    | kind::CONJUNCTION
    | kind::SUBORDINATOR
    | kind::DETERMINER
    | kind::OWNER;

/// What a verb tells.
pub mod verb {
    /// Something was said: *said that*.
    pub const SAYS: u16 = 1;
    /// Somebody's judgement of something, in an object: *praised*.
    pub const JUDGES: u16 = 1 << 1;
    /// Somebody is to do something: *asked O to*.
    pub const ASKS_TO: u16 = 1 << 2;
    /// *asked for*
    pub const ASKS_FOR: u16 = 1 << 3;
    /// *requested assistance*
    pub const ASKS_THING: u16 = 1 << 4;
    /// *demanded that*
    pub const ASKS_THAT: u16 = 1 << 5;
    /// *promised to*
    pub const PROMISES: u16 = 1 << 6;
    /// *discussed*
    pub const DISCUSSES: u16 = 1 << 7;
    /// *met*
    pub const MEETS: u16 = 1 << 8;
    /// The same word is a noun as well: *claims*.
    pub const NOUN: u16 = 1 << 9;
}

impl Lexeme {
    /// Whether it is of one of these kinds.
    pub fn is(self, kinds: u32) -> bool {
        self.kinds & kinds != 0
    }

    /// Whether it is a verb that tells one of these.
    pub fn tells(self, verbs: u16) -> bool {
        self.verb & verbs != 0
    }

    /// Whether it is a verb of the lists, or an auxiliary.
    pub fn is_verb(self) -> bool {
        self.verb != 0 || self.is(kind::AUXILIARY | kind::MODAL)
    }

    /// Which form of its verb.
    pub fn form(self) -> Form {
        self.form
    }
}

/// Bit of verbs that only part phrases.
const OTHER: u16 = 1 << 15;

static WORDS: LazyLock<BTreeMap<String, Lexeme>> = LazyLock::new(|| {
    let mut words: BTreeMap<String, Lexeme> = BTreeMap::new();
    for (kinds, list) in small::LISTS {
        for word in list.split_whitespace() {
            words.entry(word.to_owned()).or_default().kinds |= kinds;
        }
    }
    for word in countries::words() {
        words.entry(word.to_lowercase()).or_default().kinds |= kind::COUNTRY;
    }
    for (verb, list) in verbs::LISTS {
        for entry in list.split_whitespace() {
            for (form, word) in verbs::forms(entry) {
                let known = words.entry(word).or_default();
                known.verb |= verb | OTHER;
                if !(known.form == Form::Past && form == Form::Base) {
                    known.form = form;
                }
            }
        }
    }
    words
});

/// What the lists say of a word in small letters.
pub fn lexeme(word: &str) -> Lexeme {
    let plain = word.trim_end_matches('.');
    WORDS.get(plain).copied().unwrap_or_default()
}
