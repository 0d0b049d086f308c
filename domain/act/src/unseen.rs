//! Characters that nobody sees: which of them a line may have, and what a text is without them. This list is the whole program's.

/// Whether a character could make a line read as several, or otherwise than it is written, wherever it stands: control
/// characters, the separators of lines and paragraphs, what everybody draws otherwise ([`is_private`]), and all that is not drawn and
/// neither joins letters ([`parts_words`]) nor varies one ([`varies`]).
#[must_use]
pub fn disturbs_a_line(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}')
        || is_private(character)
        || is_not_drawn(character) && !parts_words(character) && !varies(character)
}

/// Whether a character only deceives, in a text of whatever length: overrides of the direction of writing, and tags. The embeddings
/// and isolates of that direction stand in honest texts of two scripts.
pub(crate) fn deceives(character: char) -> bool {
    matches!(character, '\u{202d}' | '\u{202e}' | '\u{e0000}'..='\u{e007f}')
}

/// Whether a character leaves nothing on the page: what is not drawn where it is not understood (`Default_Ignorable_Code_Point` of
/// Unicode 17), and what is understood as a blank or as a mark for machines, such as a braille cell without dots.
pub(crate) fn is_not_drawn(character: char) -> bool {
    is_ignorable(character)
        || matches!(
            character,
            '\u{2800}' | '\u{fff9}'..='\u{fffb}' | '\u{13430}'..='\u{1343f}' | '\u{13441}' | '\u{13442}'
                | '\u{16fe4}' | '\u{1d159}'
        )
}

/// Whether a character is for private use, or none at all: each font draws its own there, or nothing.
fn is_private(character: char) -> bool {
    let number = u32::from(character);
    matches!(character, '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..)
        || number & 0xfffe == 0xfffe
}

fn is_ignorable(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The space, the non-joiner and the joiner of no width: Khmer parts its words by the first and shapes its letters by the others.
fn parts_words(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200d}')
}

/// The selectors of variants: of the ideographs in Japanese names, and of symbols.
fn varies(character: char) -> bool {
    matches!(character, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

fn is_khmer(character: char) -> bool {
    matches!(character, '\u{1780}'..='\u{17ff}' | '\u{19e0}'..='\u{19ff}')
}

/// Whether a character has variants: an ideograph, or what is neither a letter nor a digit.
fn has_variants(character: char) -> bool {
    let ideograph = matches!(
        character,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'
    );
    let symbol = !character.is_alphanumeric() && !character.is_whitespace() && !character.is_control();
    ideograph || symbol && !is_not_drawn(character)
}

/// Each character with whether nobody sees it where it stands.
fn each(text: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = None;
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        let character = rest.next()?;
        let unseen = if parts_words(character) {
            !before.into_iter().chain(rest.peek().copied()).any(is_khmer)
        } else if varies(character) {
            !before.is_some_and(has_variants)
        } else {
            disturbs_a_line(character)
        };
        before = Some(character);
        Some((character, unseen))
    })
}

/// The first character of one line that nobody sees and by which it can read otherwise than it is written, and where it stands,
/// counted from 0. What parts or joins letters is none beside a Khmer one; what varies a character is none after one that has
/// variants.
#[must_use]
pub fn unseen(line: &str) -> Option<(usize, char)> {
    let mut all = each(line).enumerate();
    all.find_map(|(at, (character, unseen))| unseen.then_some((at, character)))
}

/// The same in a text that may have several lines and tabs.
#[must_use]
pub fn unseen_in_lines(text: &str) -> Option<(usize, char)> {
    let mut all = each(text).enumerate();
    all.find_map(|(at, (character, unseen))| {
        (unseen && !"\n\r\t".contains(character)).then_some((at, character))
    })
}

/// A text as one line without what [`unseen`] finds.
#[must_use]
pub fn seen(text: &str) -> String {
    let all = each(text).filter(|(_, unseen)| !unseen);
    all.map(|(character, _)| character).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_found_where_it_stands_and_taken_out() {
        let hidden = "\t\u{85}\u{ad}\u{34f}\u{61c}\u{115f}\u{17b4}\u{180e}\u{200e}\u{200f}\u{2028}\u{202a}\u{202e}\
            \u{2060}\u{2066}\u{3164}\u{feff}\u{ffa0}\u{e0041}\u{1160}\u{17b5}\u{2800}\u{fff9}\u{fffb}\u{13441}\
            \u{e000}\u{f8ff}\u{fdd0}\u{fffe}\u{1ffff}\u{f0000}\u{10ffff}";
        for character in hidden.chars() {
            for (before, after) in [("Quay", "West"), ("ភ្នំ", "ពេញ"), ("山", "田")] {
                let text = format!("{before}{character}{after}");
                let at = before.chars().count();
                assert_eq!(unseen(&text), Some((at, character)), "{text:?}");
                assert_eq!(seen(&text), format!("{before}{after}"), "{text:?}");
                assert!(disturbs_a_line(character), "{text:?}");
            }
        }
        assert_eq!(unseen_in_lines("one\r\n\ttwo"), None);
        assert_eq!(unseen_in_lines("one\ntw\u{ad}o"), Some((6, '\u{ad}')));
    }

    #[test]
    fn what_parts_words_stands_beside_khmer_alone() {
        for character in '\u{200b}'..='\u{200d}' {
            let check = |text: &str, expect: bool| {
                let text = text.replace('_', &character.to_string());
                assert_eq!(unseen(&text).is_none(), expect, "{text:?}");
                assert!(unseen(&seen(&text)).is_none(), "{text:?}");
            };
            check("ភ្នំ_ពេញ", true);
            check("ភ្នំ__ពេញ_", true);
            check("ទីក្រុង_Kyoto", true);
            check("Kyoto_ទីក្រុង", true);
            check("Ky_oto", false);
            check("_Kyoto", false);
            check("山_田", false);
            check("ភ្នំ Kyoto_", false);
        }
    }

    #[test]
    fn a_variant_follows_what_has_variants() {
        let check = |text: &str, expect: bool| assert_eq!(unseen(text).is_none(), expect, "{text:?}");
        check("葛\u{e0100}飾", true);
        check("\u{2764}\u{fe0f} Lanterns", true);
        check("Qu\u{fe00}ay", false);
        check("\u{fe0f}", false);
        check("Quay \u{fe0f}", false);
        check("\u{2764}\u{fe0f}\u{fe0f}", false);
    }
}
