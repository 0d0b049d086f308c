//! Characters that nobody sees and by which a text can read otherwise than it is written, as a fault tells them.

use feel::{Said, said};

/// Whether one line has any.
pub(crate) fn in_line(text: &str) -> bool {
    act::unseen(text).is_some()
}

/// What is wrong with a text of perhaps several lines that has one, and what to do.
pub(crate) fn in_lines(text: &str) -> Option<(Said, Said)> {
    let (_, character) = act::unseen_in_lines(text)?;
    let what = said!(
        "it has the character {}, which nobody sees and by which it can read otherwise than it is written",
        format!("U+{:04X}", u32::from(character))
    );
    Some((what, said!("Take it out")))
}
