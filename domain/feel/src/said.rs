//! What is said to people: English, with what it names apart, so that another language can say the same.

use std::fmt;

/// A sentence or a part of one. Its English is what other languages find their own words by ([`Said::id`]). It is made by
/// [`said!`](crate::said).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said(Box<Words>);

// Behind a pointer: results and faults carry it, and most of them have none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    english: &'static str,
    names: Vec<Name>,
}

/// Something that a sentence names, where its English has `{}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// A text, shown as it is.
    Text(String),
    /// A number, shown in the reader's digits.
    Number(i64),
    /// Something said in turn.
    Said(Said),
}

/// Says something in English, with what it names at each `{}`. The English is written out: the texts of `web` are held to have
/// the same in every language, by what stands in the sources.
#[macro_export]
macro_rules! said {
    ($english:literal $(, $name:expr)* $(,)?) => {{
        const ENGLISH: &str = $crate::Said::whole($english, <[&str]>::len(&[$(stringify!($name)),*]));
        $crate::Said::of(ENGLISH, [$(::std::convert::Into::<$crate::Name>::into($name)),*])
    }};
}

impl Said {
    /// What [`said!`](crate::said) makes.
    #[must_use]
    pub fn of<const NAMES: usize>(english: &'static str, names: [Name; NAMES]) -> Said {
        Said(Box::new(Words {
            english,
            names: names.into(),
        }))
    }

    /// A text as it is, where it has as many `{}` as there are names: what names more or fewer does not compile.
    ///
    /// # Panics
    /// Where it has not, which [`said!`](crate::said) asks as it is compiled.
    #[must_use]
    pub const fn whole(english: &'static str, names: usize) -> &'static str {
        let (mut rest, mut holes) = (english.as_bytes(), 0);
        while let [first, after @ ..] = rest {
            if let (b'{', [b'}', ..]) = (first, after) {
                holes += 1;
            }
            rest = after;
        }
        assert!(
            holes == names,
            "a sentence has one {{}} for each thing that it names"
        );
        english
    }

    /// Its English, with `{}` where it names something.
    #[must_use]
    pub fn english(&self) -> &'static str {
        self.0.english
    }

    /// What it names, in order.
    #[must_use]
    pub fn names(&self) -> &[Name] {
        &self.0.names
    }

    /// The id of the same in other languages.
    #[must_use]
    pub fn id(&self) -> String {
        said_id(self.0.english)
    }
}

/// The id by which other languages say what is said in English: its letters and digits, the rest as hyphens. Where it has
/// none, its signs go by their names.
#[must_use]
pub fn said_id(english: &str) -> String {
    const SIGNS: [(&str, &str); 4] = [(",", "comma"), (":", "colon"), (";", "semicolon"), (".", "point")];
    let mut plain = english.replace("{}", " x ");
    if !english.contains(|character: char| character.is_ascii_alphabetic()) {
        for (sign, name) in SIGNS {
            plain = plain.replace(sign, &format!(" {name} "));
        }
    }
    let words = plain.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    format!("said-{}", words.join("-"))
}

/// What was given, short enough to be said back.
#[must_use]
pub fn short(given: &str) -> String {
    let short: String = given.chars().take(60).collect();
    let more = if short.len() < given.len() { "…" } else { "" };
    format!("{short}{more}")
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut names = self.0.names.iter();
        for (number, part) in self.0.english.split("{}").enumerate() {
            if number > 0 {
                names.next().map_or(Ok(()), |name| name.fmt(f))?;
            }
            f.write_str(part)?;
        }
        Ok(())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Name::Text(text) => f.write_str(text),
            Name::Number(number) => number.fmt(f),
            Name::Said(said) => said.fmt(f),
        }
    }
}

impl From<&str> for Name {
    fn from(text: &str) -> Name {
        Name::Text(text.to_owned())
    }
}

impl From<&String> for Name {
    fn from(text: &String) -> Name {
        Name::Text(text.clone())
    }
}

impl From<String> for Name {
    fn from(text: String) -> Name {
        Name::Text(text)
    }
}

impl From<&std::sync::Arc<str>> for Name {
    fn from(text: &std::sync::Arc<str>) -> Name {
        Name::Text(text.to_string())
    }
}

impl From<char> for Name {
    fn from(character: char) -> Name {
        Name::Text(character.to_string())
    }
}

impl From<usize> for Name {
    fn from(number: usize) -> Name {
        Name::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Name {
    fn from(number: u32) -> Name {
        Name::Number(number.into())
    }
}

impl From<Said> for Name {
    fn from(said: Said) -> Name {
        Name::Said(said)
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_said_has_its_names_where_english_has_them() {
        let inner = said!("{} of {}", 2_usize, "many");
        let said = said!("it is {}: “{}”", inner, String::from("a {} b"));
        assert_eq!(said.to_string(), "it is 2 of many: “a {} b”");
        assert_eq!(said.id(), "said-it-is-x-x");
        assert_eq!(super::short(&"x".repeat(61)).chars().count(), 61);
        assert_eq!(said!("{}: {}.", "a", "b").id(), "said-x-colon-x-point");
        assert_eq!(said!("`{` is expected").to_string(), "`{` is expected");
    }
}
