//! Which characters may stand in names, and which are blank (DMN 1.5, 10.3.1.2, rules 27 to 30 and 61).

use std::sync::Arc;

/// Whether a name may start with the character.
pub(crate) fn is_start(c: char) -> bool {
    matches!(c,
        '?' | '_' | 'A'..='Z' | 'a'..='z'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}'
        | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
        && !is_space(c)
}

/// Whether a word of a name may have the character in it.
pub(crate) fn is_part(c: char) -> bool {
    is_start(c) || matches!(c, '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

/// Whether a name may have the character between its words.
pub(crate) fn is_sign(c: char) -> bool {
    matches!(c, '.' | '/' | '-' | '\'' | '\u{2019}' | '+' | '*')
}

/// Whether the character is blank.
pub(crate) fn is_space(c: char) -> bool {
    matches!(c,
        '\u{9}'..='\u{D}' | ' ' | '\u{85}' | '\u{A0}' | '\u{1680}' | '\u{180E}' | '\u{2000}'..='\u{200B}'
        | '\u{2028}' | '\u{2029}' | '\u{202F}' | '\u{205F}' | '\u{3000}' | '\u{FEFF}')
}

/// A name with its blanks made single, and none at its ends.
pub(crate) fn normal(name: &str) -> Arc<str> {
    let words: Vec<&str> = name.split(is_space).filter(|word| !word.is_empty()).collect();
    words.join(" ").into()
}
