//! A name in each language in which it is known.

use act::{TextFault, Title, told_apart};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A language by its BCP 47 tag, such as `en`, `km` or `ja-Latn`. Subtags are not looked up in a registry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(String);

/// The text is no language tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageFault {
    /// What was given.
    pub given: String,
}

impl fmt::Display for LanguageFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\u{201c}{}\u{201d} is no language tag; give one such as en, km or ja",
            self.given
        )
    }
}

impl std::error::Error for LanguageFault {}

impl Language {
    /// The tag as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The language itself, without script or region: `ja` of `ja-Latn`.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

impl FromStr for Language {
    type Err = LanguageFault;

    fn from_str(text: &str) -> Result<Self, LanguageFault> {
        let first = primary(text);
        let fits = text.len() <= 35
            && (2..=3).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_lowercase())
            && text.split('-').skip(1).all(|part| {
                (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if fits {
            Ok(Language(text.to_owned()))
        } else {
            Err(LanguageFault {
                given: text.chars().take(64).collect(),
            })
        }
    }
}

impl TryFrom<String> for Language {
    type Error = LanguageFault;

    fn try_from(text: String) -> Result<Self, LanguageFault> {
        text.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name in at least one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Language, Title>", into = "BTreeMap<Language, Title>")]
pub struct Names(BTreeMap<Language, Title>);

/// Why names were not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NamesFault {
    /// No language at all.
    None,
    /// A tag is none.
    Language(LanguageFault),
    /// The name in this language does not fit.
    Text {
        /// The language's tag.
        language: String,
        /// What is wrong with the name.
        fault: TextFault,
    },
}

impl fmt::Display for NamesFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamesFault::None => write!(f, "there is no name in any language; give at least one"),
            NamesFault::Language(fault) => fault.fmt(f),
            NamesFault::Text { language, fault } => write!(f, "the name in {language}: {fault}"),
        }
    }
}

impl std::error::Error for NamesFault {}

impl Names {
    /// Names from pairs of language tag and name. Of two names in one language the later stands.
    ///
    /// # Errors
    /// See [`NamesFault`].
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, NamesFault> {
        let mut names = BTreeMap::new();
        for (tag, name) in pairs {
            let language: Language = tag.parse().map_err(NamesFault::Language)?;
            let name = Title::new(name).map_err(|fault| NamesFault::Text {
                language: language.as_str().to_owned(),
                fault,
            })?;
            names.insert(language, name);
        }
        Names::try_from(names)
    }

    /// The name as this language's readers should see it: in that language, else in English, else in the first.
    #[must_use]
    pub fn in_language(&self, tag: &str) -> &str {
        let exact = self.0.iter().find(|(language, _)| language.as_str() == tag);
        let near = || {
            self.0
                .iter()
                .find(|(language, _)| primary(language.as_str()) == primary(tag))
        };
        let english = || self.0.iter().find(|(language, _)| language.as_str() == "en");
        let first = || self.0.iter().next();
        exact
            .or_else(near)
            .or_else(english)
            .or_else(first)
            .map_or("", |(_, name)| name.as_str())
    }

    /// Whether a reader would see this as one of the names.
    #[must_use]
    pub fn include(&self, name: &str) -> bool {
        let wanted = told_apart(name);
        self.0.values().any(|own| told_apart(own.as_str()) == wanted)
    }

    /// Whether a reader would see one name among both, in whatever languages: what is called alike is taken for the same.
    #[must_use]
    pub fn share_a_name(&self, other: &Names) -> bool {
        other.0.values().any(|name| self.include(name.as_str()))
    }

    /// All the names, for whoever has to tell two apart.
    #[must_use]
    pub fn together(&self) -> String {
        let all: Vec<&str> = self.0.values().map(Title::as_str).collect();
        format!("\u{201c}{}\u{201d}", all.join(" / "))
    }

    /// Each language with its name, in the order of the tags.
    pub fn iter(&self) -> impl Iterator<Item = (&Language, &Title)> {
        self.0.iter()
    }
}

impl TryFrom<BTreeMap<Language, Title>> for Names {
    type Error = NamesFault;

    fn try_from(names: BTreeMap<Language, Title>) -> Result<Self, NamesFault> {
        if names.is_empty() {
            Err(NamesFault::None)
        } else {
            Ok(Names(names))
        }
    }
}

impl From<Names> for BTreeMap<Language, Title> {
    fn from(names: Names) -> BTreeMap<Language, Title> {
        names.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_falls_back_to_a_near_language_then_english_then_the_first() {
        let both = Names::new([("en", "Interior"), ("km", "មហាផ្ទៃ")]).unwrap();
        let khmer = Names::new([("km", "មហាផ្ទៃ"), ("lo", "x")]).unwrap();
        let check =
            |names: &Names, tag: &str, expect: &str| assert_eq!(names.in_language(tag), expect, "{tag}");
        check(&both, "km", "មហាផ្ទៃ");
        check(&both, "km-KH", "មហាផ្ទៃ");
        check(&both, "ja", "Interior");
        check(&khmer, "ja", "មហាផ្ទៃ");
    }

    #[test]
    fn who_is_called_alike_in_any_language_is_taken_for_the_same() {
        let names = |pairs: &[(&str, &str)]| Names::new(pairs.iter().copied()).unwrap();
        let both = names(&[("en", "Hanako Yamada"), ("ja", "山田花子")]);
        let check = |other: &[(&str, &str)], expect: bool| {
            let other = names(other);
            assert_eq!(both.share_a_name(&other), expect, "{other:?}");
            assert_eq!(other.share_a_name(&both), expect, "{other:?}");
        };
        check(&[("ja", "山田花子")], true);
        check(&[("fr", "HANAKO  Yamada")], true);
        check(&[("en", "H. Yamada"), ("ja", "山田花子")], true);
        check(&[("en", "Hanako Yamada"), ("ja", "山田華子")], true);
        check(&[("en", "Hana Yamada"), ("ja", "山田華子")], false);
        assert!(both.include(" 山田花子 ") && !both.include("山田"));
        assert!(both.include("hanako\u{3000}yamada") && !both.include("HanakoYamada"));
    }

    #[test]
    fn names_in_no_language_are_refused_also_when_read_back() {
        assert_eq!(Names::new([]), Err(NamesFault::None));
        assert!(serde_json::from_str::<Names>("{}").is_err());
        assert!(serde_json::from_str::<Names>(r#"{"english!":"x"}"#).is_err());
        assert!(serde_json::from_str::<Names>(r#"{"en":""}"#).is_err());
    }

    #[test]
    fn names_are_written_as_they_are_read_in_the_order_of_their_languages() {
        let names = Names::new([("km", "មហាផ្ទៃ"), ("en", "Interior")]).unwrap();
        let text = serde_json::to_string(&names).unwrap();
        assert_eq!(text, r#"{"en":"Interior","km":"មហាផ្ទៃ"}"#);
        assert_eq!(serde_json::from_str::<Names>(&text).unwrap(), names);
        let listed = names
            .iter()
            .map(|(language, name)| format!("{language}: {}", name.as_str()));
        assert_eq!(listed.collect::<Vec<_>>(), ["en: Interior", "km: មហាផ្ទៃ"]);
        assert_eq!(names.together(), "“Interior / មហាផ្ទៃ”");
    }

    #[test]
    fn a_fault_of_a_name_says_what_to_give() {
        let told = |pairs: &[(&str, &str)]| Names::new(pairs.iter().copied()).unwrap_err().to_string();
        assert_eq!(told(&[]), "there is no name in any language; give at least one");
        assert_eq!(
            told(&[("english!", "x")]),
            "\u{201c}english!\u{201d} is no language tag; give one such as en, km or ja"
        );
        assert!(told(&[("en", "")]).starts_with("the name in en: "));
    }

    #[test]
    fn a_language_tag_is_checked_for_its_shape() {
        for good in ["en", "km", "ja-Latn", "zh-Hant-TW"] {
            assert!(good.parse::<Language>().is_ok(), "{good}");
        }
        for bad in ["", "e", "English", "EN", "en_GB", "en-", "en-toolongsubtag"] {
            assert!(bad.parse::<Language>().is_err(), "{bad}");
        }
    }
}
