//! What people read on a page comes from Fluent: no sentence of the web edge stands in its code.

use super::literals;
use super::settings::Settings;
use crate::finding::Finding;
use crate::source::Sources;

/// Three words in a row are a sentence; fewer may be a header's or a style's.
const SENTENCE: usize = 3;

/// Literals of the web edge that read like a sentence and are for people.
pub fn find(sources: &Sources, settings: &Settings) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in sources
        .rust
        .iter()
        .filter(|file| file.path.starts_with("edges/web/"))
    {
        let literals = literals::of(file, &settings.text.logging);
        let shown = literals
            .iter()
            .filter(|literal| !literal.is_for_operators && is_sentence(&literal.text));
        findings.extend(shown.map(|literal| {
            let message = format!("text outside Fluent: \"{}\"", literal.text.trim());
            Finding::new(&file.path, literal.line, message)
        }));
    }
    findings
}

fn is_sentence(text: &str) -> bool {
    text.split_whitespace().filter(|word| is_word(word)).count() >= SENTENCE
}

fn is_word(word: &str) -> bool {
    let bare = word.trim_end_matches(['.', ',', ':', ';', '!', '?', '…']);
    bare.chars().count() >= 2 && bare.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    fn check(code: &str, expect: &[&str]) {
        let text = format!("//! P.\n{code}\n");
        assert_eq!(found(find, "edges/web/src/pages.rs", &text), expect);
    }

    #[test]
    fn a_sentence_in_the_web_edges_code_is_found() {
        let message = "edges/web/src/pages.rs:2: text outside Fluent: \"Ask the ministry first.\"";
        check("fn f() { heading(\"Ask the ministry first.\"); }", &[message]);
        check("fn f() { format!(\"Ask the ministry first.\"); }", &[message]);
        assert_eq!(
            found(
                find,
                "desk/src/a.rs",
                "//! A.\nfn f() { g(\"Ask the ministry first.\"); }\n"
            ),
            [""; 0]
        );
    }

    #[test]
    fn text_for_operators_passes() {
        check(
            "fn f() { tracing::warn!(%error, \"the page was not rendered\"); }",
            &[],
        );
        check("fn f() { Some(1).expect(\"one is always there\"); }", &[]);
        check(
            "fn f() { json!({ \"a\": g().expect(\"one is always there\") }); }",
            &[],
        );
        check(
            "impl fmt::Display for Fault { fn fmt(&self) { write!(f, \"no style sheet was found\") } }",
            &[],
        );
        check(
            "/// Three words here.\n#[doc = \"Three words here.\"]\nfn f() {}",
            &[],
        );
        check(
            "#[cfg(test)]\nmod tests { const A: &str = \"Ask the ministry first.\"; }",
            &[],
        );
    }

    #[test]
    fn headers_and_styles_are_no_sentences() {
        let check = |text: &str, expect| assert_eq!(is_sentence(text), expect, "{text}");
        check(
            "default-src 'none'; style-src 'self'; img-src 'self' data:",
            false,
        );
        check("govuk-button govuk-button--secondary placet-button", false);
        check("M 10 20 L 30 40 Z", false);
        check("{} of {} days", false);
        check("Choose another date, please", true);
    }
}
