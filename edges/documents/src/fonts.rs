//! The fonts that papers are printed with: those embedded, and those that an installation brings for scripts they lack.

use std::collections::BTreeSet;
use std::sync::{LazyLock, OnceLock};

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

/// The fonts that an installation brings.
#[derive(Default)]
pub struct Fonts(Vec<Font>);

static BROUGHT: OnceLock<Fonts> = OnceLock::new();

impl Fonts {
    /// Adds every font of a file (TrueType, OpenType or a collection of them). False if it holds none that can be printed.
    #[must_use]
    pub fn add(&mut self, file: Vec<u8>) -> bool {
        let before = self.0.len();
        self.0.extend(Font::iter(Bytes::new(file)));
        self.0.len() > before
    }

    /// Prints every paper of this program with them too, where the embedded fonts lack a character. False if other fonts
    /// were brought before.
    #[must_use]
    pub fn bring(self) -> bool {
        BROUGHT.set(self).is_ok()
    }
}

/// All fonts, read when the first paper is looked at, so that a server that shows none does not pay.
pub(crate) struct Shelf {
    pub(crate) fonts: Vec<Font>,
    pub(crate) book: LazyHash<FontBook>,
}

pub(crate) static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let embedded = [
        include_bytes!("../fonts/NotoSans-Regular.ttf").as_slice(),
        include_bytes!("../fonts/NotoSans-Bold.ttf"),
        include_bytes!("../fonts/NotoSerif-Bold.ttf"),
        include_bytes!("../fonts/NotoSansKhmer-Regular.ttf"),
        include_bytes!("../fonts/NotoSansKhmer-Bold.ttf"),
        include_bytes!("../fonts/NotoSerifKhmer-Bold.ttf"),
        include_bytes!("../fonts/NotoSansJP-Subset-Regular.otf"),
    ];
    let embedded = embedded
        .into_iter()
        .flat_map(|bytes| Font::iter(Bytes::new(bytes)));
    let brought = BROUGHT.get().into_iter().flat_map(|fonts| fonts.0.clone());
    let fonts: Vec<Font> = embedded.chain(brought).collect();
    Shelf {
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        fonts,
    }
});

/// Characters that only say how others are written: no font needs a picture of them.
pub(crate) fn is_unseen(one: char) -> bool {
    matches!(one, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether a character can be printed.
pub(crate) fn is_printable(one: char) -> bool {
    let has = |font: &Font| font.info().coverage.contains(u32::from(one));
    one.is_ascii() || SHELF.fonts.iter().any(has)
}

/// The characters of a text that no font has, each once. Papers print `�` in their place.
#[must_use]
pub fn missing(text: &str) -> BTreeSet<char> {
    let seen = |one: &char| !(one.is_ascii() || one.is_whitespace() || one.is_control() || is_unseen(*one));
    let told = |one: &char| !act::disturbs_a_line(*one);
    let all: BTreeSet<char> = text.chars().filter(seen).filter(told).collect();
    all.into_iter().filter(|one| !is_printable(*one)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_characters_that_no_font_has_are_named_each_once() {
        let check =
            |text: &str, expect: &str| assert_eq!(missing(text).into_iter().collect::<String>(), expect);
        check("Fireworks – “Wat Phnom”\n", "");
        check("ពិធី ក្រុង\u{200b}ភ្នំ 花火大会 髙﨑 a\u{fe0f}", "");
        check("한강 한 𠮷 \u{202e}a", "강한𠮷");
        check("مرحبا हिन्दी ไทย", "ابحرمदनहिी्ทยไ");
    }

    /// Kana, signs and the kanji of levels 1 and 2: rows 1–8 and 16–84 of JIS X 0208, by way of its EUC form.
    #[test]
    fn every_character_of_jis_x_0208_but_one_sign_is_printed() {
        let cells = (0xa1..=0xfe_u8).flat_map(|row| (0xa1..=0xfe_u8).map(move |cell| [row, cell]));
        let text: String = cells
            .filter(|[row, _]| (0xa1..=0xa8).contains(row) || (0xb0..=0xf4).contains(row))
            .filter_map(|bytes| {
                let text = encoding_rs::EUC_JP.decode_without_bom_handling_and_without_replacement(&bytes);
                text.map(|text| text.into_owned())
            })
            .collect();
        let kanji = text.chars().filter(|one| ('\u{4e00}'..='\u{9fff}').contains(one));
        // 2,965 of level 1, 3,390 of level 2, and 仝, which stands among the signs.
        assert_eq!(kanji.count(), 6_356);
        // Noto Sans CJK itself has no sign for "nearly equal".
        assert_eq!(missing(&text), BTreeSet::from(['≒']));
    }

    #[test]
    fn what_is_no_font_is_not_taken_for_one() {
        let mut fonts = Fonts::default();
        assert!(!fonts.add(b"no font".to_vec()));
        assert!(fonts.add(include_bytes!("../fonts/NotoSansKhmer-Bold.ttf").to_vec()));
    }
}
