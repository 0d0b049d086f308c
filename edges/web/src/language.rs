//! The languages that pages are written in, how an address names one, and which one a browser's wishes come to.

use unic_langid::LanguageIdentifier;

/// A language that pages are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Language {
    /// English, whole; what another language lacks is shown in it.
    #[default]
    English,
    /// Khmer.
    Khmer,
    /// Japanese.
    Japanese,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Language; 3] = [Language::English, Language::Khmer, Language::Japanese];

    /// Its BCP 47 tag: the first segment of an address and the page's `lang`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Khmer => "km",
            Language::Japanese => "ja",
        }
    }

    /// Its name in itself, as offered to whoever reads only that.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Khmer => "ខ្មែរ",
            Language::Japanese => "日本語",
        }
    }

    /// The language of a tag, if pages are written in it.
    #[must_use]
    pub fn tagged(tag: &str) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// The own name of a tag's language; of one in which no pages are written, the tag.
    pub(crate) fn name_of(tag: &str) -> String {
        let known = Language::tagged(tag);
        known.map_or_else(|| tag.to_owned(), |known| known.own_name().to_owned())
    }

    /// Its place in [`Language::ALL`].
    #[must_use]
    pub(crate) fn place(self) -> usize {
        match self {
            Language::English => 0,
            Language::Khmer => 1,
            Language::Japanese => 2,
        }
    }

    /// For plural rules. A tag of ours always parses.
    pub(crate) fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }

    /// What an `Accept-Language` value (RFC 9110, 12.5.4) comes to: the language wished for most, else English.
    #[must_use]
    pub fn wished(accept: &str) -> Language {
        let mut best = (Language::English, 0);
        for wish in accept.split(',') {
            let mut parts = wish.split(';');
            let tag = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1_000, thousandths);
            let primary = tag.split('-').next().unwrap_or_default();
            if let Some(language) = Language::tagged(primary)
                && weight > best.1
            {
                best = (language, weight);
            }
        }
        best.0
    }

    /// An address of a page in this language: `/events` becomes `/km/events`.
    #[must_use]
    pub fn address(self, path: &str) -> String {
        if path == "/" {
            format!("/{}", self.tag())
        } else {
            format!("/{}{path}", self.tag())
        }
    }
}

/// A weight such as `0.75` in thousandths; what is no weight weighs nothing.
fn thousandths(weight: &str) -> u32 {
    let weight: f64 = weight.trim().parse().unwrap_or(0.0);
    // A weight is at most 1 (RFC 9110, 12.4.2), so the product fits.
    (weight.clamp(0.0, 1.0) * 1_000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_wished_for_most_wins_and_english_stands_in() {
        let check = |accept, expect| assert_eq!(Language::wished(accept), expect, "{accept}");
        check("", Language::English);
        check("fr, de;q=0.9", Language::English);
        check("km", Language::Khmer);
        check("km-KH,km;q=0.9,en;q=0.8", Language::Khmer);
        check("en;q=0.3, ja-JP;q=0.8", Language::Japanese);
        check("ja;q=0, km;q=0.1", Language::Khmer);
        check("KM;q=x, JA;q=NaN", Language::English);
        check(";;;,q=1,=", Language::English);
    }

    #[test]
    fn an_address_carries_its_language_first() {
        assert_eq!(Language::Khmer.address("/"), "/km");
        assert_eq!(Language::Japanese.address("/events/1"), "/ja/events/1");
    }
}
