//! A font that an installation brings is printed with where the embedded ones lack a character.

#![cfg(test)]

mod samples;

use documents::{Fonts, Language, decision_notice_pdf, missing, permit_pdf};
use samples::{LANGUAGES, decision_notice, label, permit};

/// A font whose only character is 한, drawn with the shape that another has: its table of characters (`cmap`) is
/// written over with one group of one character (format 12).
fn of_one_character() -> Vec<u8> {
    let mut font = include_bytes!("../fonts/NotoSansKhmer-Regular.ttf").to_vec();
    let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let entry = (0..tables)
        .map(|table| 12 + 16 * table)
        .find(|at| &font[*at..at + 4] == b"cmap")
        .expect("a font has a cmap");
    let number = |at: usize| u32::from_be_bytes(font[at..at + 4].try_into().expect("four bytes"));
    let offset = usize::try_from(number(entry + 8)).expect("an offset");
    let head: [u16; 6] = [0, 1, 3, 10, 0, 12];
    let body: [u32; 6] = [12 << 16, 28, 0, 1, 0xd55c, 0xd55c];
    let glyph = 40_u32;
    let cmap: Vec<u8> = head
        .iter()
        .flat_map(|one| one.to_be_bytes())
        .chain(body.iter().chain([&glyph]).flat_map(|one| one.to_be_bytes()))
        .collect();
    font[offset..offset + cmap.len()].copy_from_slice(&cmap);
    font[entry + 12..entry + 16].copy_from_slice(&u32::try_from(cmap.len()).expect("a length").to_be_bytes());
    font
}

#[test]
fn a_font_that_is_brought_prints_what_the_embedded_ones_lack() {
    let mut fonts = Fonts::default();
    assert!(fonts.add(of_one_character()));
    assert!(fonts.bring());
    assert!(!Fonts::default().bring(), "fonts are brought once");
    assert_eq!(missing("한강 花火").into_iter().collect::<String>(), "강");
    let name = b"NotoSansKhmer-Regular";
    let holds = |paper: &[u8]| paper.windows(name.len()).any(|part| part == name);
    // A paper in Khmer is printed with that font anyway.
    for language in LANGUAGES
        .into_iter()
        .filter(|one| !matches!(one, Language::Khmer))
    {
        let labels = |id: &str| label(language, id);
        let plain = permit_pdf(&permit(language), &labels).expect("a permit");
        assert!(!holds(&plain), "{language:?} is printed without it");
        let mut odd = permit(language);
        odd.title = "한".into();
        assert!(
            holds(&permit_pdf(&odd, &labels).expect("a permit")),
            "{language:?}"
        );
        let mut odd = decision_notice(language);
        odd.title = "한".into();
        assert!(
            holds(&decision_notice_pdf(&odd, &labels).expect("a notice")),
            "{language:?}"
        );
    }
}
