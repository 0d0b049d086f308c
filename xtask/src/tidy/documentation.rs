//! Every Rust file opens with what lives in it.

use super::settings::Settings;
use crate::finding::Finding;
use crate::source::Sources;

/// Files that do not open with `//!`.
pub fn find(sources: &Sources, _: &Settings) -> Vec<Finding> {
    let silent = sources.rust.iter().filter(|file| !file.text.starts_with("//! "));
    silent
        .map(|file| Finding::new(&file.path, 1, "opens without `//! ` and what lives in it"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    #[test]
    fn a_file_that_does_not_say_what_lives_in_it_is_found() {
        let message = "desk/tests/a.rs:1: opens without `//! ` and what lives in it";
        assert_eq!(found(find, "desk/tests/a.rs", "use desk::Desk;\n"), [message]);
        assert_eq!(
            found(find, "desk/tests/a.rs", "//! Appends.\nuse desk::Desk;\n"),
            [""; 0]
        );
    }
}
