//! Characters that nobody sees and by which a line can read otherwise than it is written.

/// Control characters, the separators of lines and paragraphs, the embeddings, overrides and isolates of the direction of
/// writing, and tags. What only joins or marks letters stays: Khmer and Arabic are written with U+200B to U+200F.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The first of them in one line.
pub(crate) fn in_line(text: &str) -> Option<char> {
    text.chars().find(|character| is_unseen(*character))
}

/// The first of them in a text that may have several lines.
pub(crate) fn in_lines(text: &str) -> Option<char> {
    let unseen = |character: &char| is_unseen(*character) && !"\n\r\t".contains(*character);
    text.chars().find(unseen)
}

/// What such a character is called: `U+202E`.
pub(crate) fn called(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

/// A text without them, so that it can be said back.
pub(crate) fn seen(text: &str) -> String {
    text.chars().filter(|character| !is_unseen(*character)).collect()
}
