//! The case that Placet is built from is its example, never part of the program.

use super::settings::{FILE, Settings};
use crate::finding::Finding;
use crate::source::Sources;

/// Names of the case outside examples, rulebooks, stories, tests and documents.
pub fn find(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in sources
        .rust
        .iter()
        .filter(|file| !is_allowed(&file.path, settings))
    {
        let code = file
            .text
            .lines()
            .enumerate()
            .filter(|(index, _)| !file.is_test_line(index + 1));
        findings.extend(names(&file.path, code, settings));
    }
    for (path, text) in sources
        .others
        .iter()
        .filter(|(path, _)| !is_allowed(path, settings))
    {
        findings.extend(names(path, text.lines().enumerate(), settings));
    }
    findings
}

fn is_allowed(path: &str, settings: &Settings) -> bool {
    let case = &settings.case;
    path == FILE
        || case
            .allowed_folders
            .iter()
            .chain(&case.allowed_files)
            .any(|allowed| path.starts_with(allowed))
        || path.split('/').any(|part| part == "tests")
}

fn names<'a>(
    path: &'a str,
    lines: impl Iterator<Item = (usize, &'a str)> + 'a,
    settings: &'a Settings,
) -> impl Iterator<Item = Finding> + 'a {
    lines.filter_map(move |(index, line)| {
        let name = settings
            .case
            .names
            .iter()
            .find(|name| line.contains(name.as_str()))?;
        let message = format!(
            "names the case (\"{name}\"); it belongs in examples/, rulebooks/, stories/, tests or docs/"
        );
        Some(Finding::new(path, index + 1, message))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    #[test]
    fn a_name_of_the_case_in_the_program_is_found() {
        let text = "//! D.\n// As Takahashi asked.\n";
        let message = "edges/placet/src/demo.rs:2: names the case (\"Takahashi\"); it belongs in examples/, rulebooks/, \
                       stories/, tests or docs/";
        assert_eq!(found(find, "edges/placet/src/demo.rs", text), [message]);
        assert_eq!(
            found(find, "edges/web/text/en/pages.ftl", "host = Takahashi").len(),
            1
        );
    }

    #[test]
    fn examples_tests_and_documents_may_name_it() {
        let text = "//! Takahashi.\n";
        for path in [
            "examples/a.toml",
            "docs/a.md",
            "README.md",
            "desk/tests/a.rs",
            "stories/src/lib.rs",
        ] {
            assert_eq!(found(find, path, text), [""; 0], "{path}");
        }
        let tests = "//! A.\n#[cfg(test)]\nmod tests {\n    const A: &str = \"Takahashi\";\n}\n";
        assert_eq!(found(find, "desk/src/a.rs", tests), [""; 0]);
    }
}
