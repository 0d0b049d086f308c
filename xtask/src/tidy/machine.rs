//! Nothing in the project knows the machine that it was written on.

use super::settings::{FILE, Settings};
use crate::finding::Finding;
use crate::source::Sources;

/// Paths of one machine, in any file.
pub fn find(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let rust = sources
        .rust
        .iter()
        .map(|file| (file.path.as_str(), file.text.as_str()));
    let others = sources
        .others
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let mut findings = Vec::new();
    for (path, text) in rust.chain(others).filter(|(path, _)| *path != FILE) {
        for (index, line) in text.lines().enumerate() {
            let found = settings.machine.paths.iter().find(|known| begins_in(line, known));
            findings.extend(found.map(|known| {
                Finding::new(
                    path,
                    index + 1,
                    format!("names a folder of one machine (under {known})"),
                )
            }));
        }
    }
    findings
}

/// An address or a relative path may hold the same words further on.
fn begins_in(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|letter| letter.is_alphanumeric() || "./}-_~".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    #[test]
    fn a_path_of_one_machine_is_found() {
        let line = ["Data lies in /", "home/sok/placet.\n"].concat();
        assert_eq!(
            found(find, "docs/a.md", &line),
            [["docs/a.md:1: names a folder of one machine (under /", "home/)"].concat()]
        );
        let code = format!("//! A.\nconst A: &str = \"{}\";\n", ["/", "root/placet"].concat());
        assert_eq!(found(find, "desk/src/a.rs", &code).len(), 1);
    }

    #[test]
    fn an_address_or_a_relative_path_passes() {
        for line in [
            "see docs/home/page.md",
            "https://example.org/home/",
            "GET /homework/1",
        ] {
            assert_eq!(found(find, "docs/a.md", line), [""; 0], "{line}");
        }
    }
}
