//! Text that people enter, bounded and clean from the moment it exists.

use crate::unseen::{deceives, is_not_drawn, unseen};
use serde::{Deserialize, Serialize};
use std::fmt;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Why a text was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextFault {
    /// Nothing in it can be seen ([`visible`]), or only marks without a letter to stand on.
    Empty,
    /// More characters than the field takes.
    TooLong {
        /// Characters allowed.
        most: usize,
        /// Characters given.
        given: usize,
    },
    /// A control character other than a line break or a tab, at this character (counted from 0); in one line's worth,
    /// whatever is [`unseen`].
    Control {
        /// Where it stands.
        at: usize,
    },
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TextFault::Empty => write!(f, "the text is empty"),
            TextFault::TooLong { most, given } => {
                write!(f, "the text has {given} characters; at most {most} fit")
            }
            TextFault::Control { at } => {
                write!(f, "character {} cannot be seen; take it out", at + 1)
            }
        }
    }
}

impl std::error::Error for TextFault {}

/// What of a text can be seen, without white space at its ends.
#[must_use]
pub fn visible(text: &str) -> String {
    let drawn: String = text
        .chars()
        .filter(|character| !is_not_drawn(*character))
        .collect();
    drawn.trim().to_owned()
}

/// A name as readers tell it from others: what of it can be seen, letters that are written in several ways in one (Unicode's NFKC),
/// without regard to case, what is drawn alike as one, every run of white space of whatever kind as one blank. Names of which this
/// is equal are one name.
#[must_use]
pub fn told_apart(name: &str) -> String {
    let composed: String = visible(name).nfkc().collect();
    let folded: String = without_case(&composed).nfkc().map(drawn_alike).collect();
    // The foot of a Khmer d is that of a t.
    let folded = folded.replace("\u{17d2}\u{178a}", "\u{17d2}\u{178f}");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same without the accents of Latin, Greek and Cyrillic letters, as a name is looked for by who has no such keys. The marks of
/// other scripts stay: they make another letter.
#[must_use]
pub fn looked_for(name: &str) -> String {
    let accent = |letter: &char| ('\u{300}'..='\u{36f}').contains(letter);
    let parts = told_apart(name)
        .nfd()
        .filter(|letter| !accent(letter))
        .collect::<String>();
    parts.nfc().collect()
}

/// A text in which case tells nothing apart. Some letters have a capital of several, as ß has SS, so small letters alone do not do;
/// the Turkish i without a dot stays one of its own.
fn without_case(text: &str) -> String {
    let mut large = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'ı' => large.push(letter),
            other => large.extend(other.to_uppercase()),
        }
    }
    large.chars().flat_map(char::to_lowercase).collect()
}

/// An apostrophe and a hyphen as keyboards have them.
fn drawn_alike(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2bb}' | '\u{2bc}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// The most characters of a text that is one line: a name, a heading or a condition.
pub const ONE_LINE: usize = 500;

/// Text of at most `MOST` characters of which something can be seen, without control characters, trimmed, line breaks as
/// `\n`. One of at most 500 characters is a name, a heading or a condition, and one line: nothing in it is
/// [`unseen`]. In a longer one nothing makes words read otherwise than they are written. What was recorded before that was held is still read back.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text<const MOST: usize>(String);

/// A name or a heading: one line's worth.
pub type Title = Text<200>;
/// A reason, a question, an answer, a condition.
pub type Reason = Text<2_000>;
/// A longer text: a description, a note.
pub type Passage = Text<10_000>;

impl<const MOST: usize> Text<MOST> {
    /// What stands in place of a text for whoever may not read it: a dash.
    #[must_use]
    pub fn hidden() -> Self {
        Text("\u{2014}".to_owned())
    }

    /// Takes a text in.
    ///
    /// # Errors
    /// See [`TextFault`].
    pub fn new(text: &str) -> Result<Self, TextFault> {
        let text = Text::recorded(text)?;
        let stands = |character: char| !character.is_whitespace() && !is_combining_mark(character);
        if !visible(&text.0).chars().any(stands) {
            return Err(TextFault::Empty);
        }
        let hidden = if MOST <= ONE_LINE {
            unseen(&text.0).map(|(at, _)| at)
        } else {
            text.0.chars().position(deceives)
        };
        match hidden {
            Some(at) => Err(TextFault::Control { at }),
            None => Ok(text),
        }
    }

    /// A text as it may have been recorded at any time.
    fn recorded(text: &str) -> Result<Self, TextFault> {
        let clean = text.replace("\r\n", "\n");
        let clean = clean.trim();
        if clean.is_empty() {
            return Err(TextFault::Empty);
        }
        let mut given = 0;
        for (at, character) in clean.chars().enumerate() {
            given = at + 1;
            if character.is_control() && character != '\n' && character != '\t' {
                return Err(TextFault::Control { at });
            }
        }
        if given > MOST {
            return Err(TextFault::TooLong { most: MOST, given });
        }
        Ok(Text(clean.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MOST: usize> TryFrom<String> for Text<MOST> {
    type Error = TextFault;

    fn try_from(text: String) -> Result<Self, TextFault> {
        Text::recorded(&text)
    }
}

impl<const MOST: usize> From<Text<MOST>> for String {
    fn from(text: Text<MOST>) -> String {
        text.0
    }
}

impl<const MOST: usize> fmt::Display for Text<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_trimmed_and_its_line_breaks_are_made_one_kind() {
        let text = Reason::new("  one\r\ntwo ").unwrap();
        assert_eq!(
            (text.as_str(), text.to_string().as_str()),
            ("one\ntwo", "one\ntwo")
        );
    }

    #[test]
    fn length_is_counted_in_characters_not_in_bytes() {
        let khmer = "ក".repeat(200);
        assert!(Title::new(&khmer).is_ok());
        assert_eq!(
            Title::new(&format!("{khmer}ក")),
            Err(TextFault::TooLong {
                most: 200,
                given: 201
            })
        );
    }

    #[test]
    fn empty_and_control_characters_are_refused_by_name() {
        let check = |text: &str, fault: TextFault, said: &str| {
            assert_eq!(fault.to_string(), said);
            assert_eq!(Title::new(text), Err(fault));
        };
        check(" \t ", TextFault::Empty, "the text is empty");
        let control = "character 2 cannot be seen; take it out";
        check("a\u{0}b", TextFault::Control { at: 1 }, control);
        let (most, given) = (200, 201);
        let long = "the text has 201 characters; at most 200 fit";
        check(&"a".repeat(201), TextFault::TooLong { most, given }, long);
    }

    #[test]
    fn a_name_is_looked_for_without_accents_and_with_the_marks_that_make_another_letter() {
        for (one, other, expect) in [
            ("Árbol de Navidad", "arbol de navidad", true),
            ("Ελληνική Γιορτή", "ελληνικη γιορτη", true),
            ("Fête d’été", "FETE D'ETE", true),
            ("がくや", "かくや", false),
            ("កម្ពុជា", "កមពជ", false),
        ] {
            assert_eq!(looked_for(one) == looked_for(other), expect, "{one} {other}");
        }
    }

    #[test]
    fn a_name_is_told_apart_as_readers_do() {
        let check = |one: &str, other: &str, expect: bool| {
            assert_eq!(told_apart(one) == told_apart(other), expect, "{one} {other}");
        };
        check("Jos\u{e9}", "Jose\u{301}", true);
        check(
            "\u{30ac}\u{30fc}\u{30c9}",
            "\u{30ab}\u{3099}\u{30fc}\u{30c8}\u{3099}",
            true,
        );
        check("Ｔｈｅ City", "the\u{3000} CITY ", true);
        check("The City", "TheCity", false);
        check("José", "Jose", false);
        // A Khmer t and d are drawn alike below another letter, and only there.
        check("ប\u{17d2}\u{178f}", "ប\u{17d2}\u{178a}", true);
        check("\u{178f}", "\u{178a}", false);
        for apostrophe in ["\u{2019}", "\u{2018}", "\u{2bc}", "\u{ff07}"] {
            check("O'Brien", &format!("O{apostrophe}Brien"), true);
        }
        for hyphen in ["\u{2010}", "\u{2011}", "\u{ff0d}"] {
            check("Jean-Luc", &format!("Jean{hyphen}Luc"), true);
        }
        check("Jean-Luc", "Jean Luc", false);
        check("Straße", "STRASSE", true);
        check("STRA\u{1e9e}E", "Strasse", true);
        check("ΟΔΟΣ", "οδοσ", true);
        check("ΟΔΟΣ", "οδος", true);
        check("Kılıç", "Kiliç", false);
        check("J\u{30c}an", "\u{1f0}an", true);
    }

    #[test]
    fn no_text_of_any_length_is_turned_around() {
        let fault = TextFault::Control { at: 2 };
        assert_eq!(Reason::new("1 \u{202e}000"), Err(fault.clone()));
        assert_eq!(Passage::new("1 \u{e0041}000"), Err(fault));
        assert!(Passage::new("one\n\u{2067}שתיים\u{2069}\tthree").is_ok());
        assert!(
            serde_json::from_str::<Reason>("\"1 \u{202e}000\"").is_ok(),
            "recorded before"
        );
    }

    #[test]
    fn a_name_is_one_line_that_reads_as_it_is_written() {
        let check = |disturbing: char, once_recorded: bool| {
            let text = format!("Quay{disturbing}Revocation");
            assert_eq!(Title::new(&text), Err(TextFault::Control { at: 4 }), "{text:?}");
            // A condition stands on the permit.
            assert_eq!(
                Text::<ONE_LINE>::new(&text),
                Err(TextFault::Control { at: 4 }),
                "{text:?}"
            );
            let stored = serde_json::to_string(&text).unwrap();
            let read = serde_json::from_str::<Title>(&stored);
            assert_eq!(
                read.is_ok_and(|read| read.as_str() == text),
                once_recorded,
                "{text:?}"
            );
        };
        for disturbing in
            "\n\t\u{ad}\u{200b}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2066}\u{2069}\u{feff}\u{e0041}"
                .chars()
        {
            check(disturbing, true);
        }
        check('\u{85}', false);
        assert!(Reason::new("Quay\nby day").is_ok());
        // Khmer words are parted by U+200B and joined by U+200D.
        assert!(Title::new("ភ្នំពេញ\u{200b}ក្រុង\u{200d}").is_ok());
    }

    #[test]
    fn a_text_of_which_nothing_can_be_seen_is_empty() {
        for unseen in [
            "\u{200b}",
            " \u{200b}\u{feff} ",
            "\u{17b4}",
            "\u{e0041}\u{e007f}",
            "\u{3164}",
            "\u{2800} \u{fff9}\u{fffb}",
            "\u{301}\u{17c6} \u{17d2}",
        ] {
            assert_eq!(Title::new(unseen), Err(TextFault::Empty), "{unseen:?}");
            assert_eq!(Reason::new(unseen), Err(TextFault::Empty), "{unseen:?}");
            let stored = serde_json::to_string(unseen).unwrap();
            assert!(serde_json::from_str::<Reason>(&stored).is_ok(), "{unseen:?}");
        }
        assert_eq!(visible("\u{200b} ភ្នំ\u{200b}ពេញ \u{200b}"), "ភ្នំពេញ");
    }

    #[test]
    fn what_is_stored_is_checked_when_it_is_read_back() {
        assert!(serde_json::from_str::<Title>("\"\"").is_err());
        assert_eq!(serde_json::from_str::<Title>("\"x\"").unwrap().as_str(), "x");
    }
}
