//! Text in several languages.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A text in each language of a rulebook, by BCP 47 code (`en`, `km`, `ja`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localised(BTreeMap<String, String>);

impl Localised {
    /// The text in a language; without it in English; without that in the first language there is.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let own = self.0.get(language).or_else(|| self.0.get("en"));
        own.or_else(|| self.0.values().next()).map_or("", String::as_str)
    }

    /// Whether one of its texts is this one.
    pub(crate) fn has(&self, text: &str) -> bool {
        self.0.values().any(|own| own == text)
    }

    /// The languages that it has a text in, with the text.
    pub fn texts(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(language, text)| (language.as_str(), text.as_str()))
    }
}

impl<const COUNT: usize> From<[(&str, &str); COUNT]> for Localised {
    fn from(texts: [(&str, &str); COUNT]) -> Self {
        Localised(
            texts
                .into_iter()
                .map(|(language, text)| (language.to_owned(), text.to_owned()))
                .collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_that_is_missing_falls_back_to_english_and_then_to_the_first() {
        let name = Localised::from([("en", "Interior"), ("km", "មហាផ្ទៃ")]);
        assert_eq!(name.in_language("km"), "មហាផ្ទៃ");
        assert_eq!(name.in_language("ja"), "Interior");
        assert_eq!(Localised::from([("km", "មហាផ្ទៃ")]).in_language("ja"), "មហាផ្ទៃ");
        assert_eq!(Localised::default().in_language("ja"), "");
    }
}
