//! SQL is written in the stores and nowhere else.

use super::literals;
use super::settings::Settings;
use crate::finding::Finding;
use crate::source::Sources;

const STORES: &str = "edges/store_";

/// The word that a statement begins with and one that must follow further on.
const STATEMENTS: [(&str, &str); 8] = [
    ("select", "from"),
    ("insert", "into"),
    ("update", "set"),
    ("delete", "from"),
    ("create", "table"),
    ("create", "index"),
    ("alter", "table"),
    ("drop", "table"),
];

/// Literals that are SQL, and files of it, outside the stores.
pub fn find(sources: &Sources, _: &Settings) -> Vec<Finding> {
    let message = "SQL outside the stores: ask the store's port for what is wanted";
    let mut findings = Vec::new();
    for file in sources.rust.iter().filter(|file| !file.path.starts_with(STORES)) {
        let statements = literals::of(file, &[])
            .into_iter()
            .filter(|literal| is_statement(&literal.text));
        findings.extend(statements.map(|literal| Finding::new(&file.path, literal.line, message)));
    }
    let files = sources
        .others
        .iter()
        .filter(|(path, _)| path.ends_with(".sql") && !path.starts_with(STORES));
    findings.extend(files.map(|(path, _)| Finding::new(path, 1, message)));
    findings
}

/// SQL is written all small or all capital; a sentence that begins with the same word is not.
fn is_statement(text: &str) -> bool {
    let Some(first) = text.split_whitespace().next() else {
        return false;
    };
    let is_sentence = first.chars().any(char::is_uppercase) && first.chars().any(char::is_lowercase);
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let begins = |begin: &str, then: &str| {
        words.first().is_some_and(|word| word == begin) && words.iter().any(|word| word == then)
    };
    !is_sentence
        && (first == "SELECT" && words.len() > 1
            || STATEMENTS.iter().any(|(begin, then)| begins(begin, then)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    #[test]
    fn sql_outside_the_stores_is_found() {
        let text = "//! D.\nfn f() {\n    query(\"SELECT seq FROM facts\");\n}\n";
        let message = "desk/src/docket.rs:3: SQL outside the stores: ask the store's port for what is wanted";
        assert_eq!(found(find, "desk/src/docket.rs", text), [message]);
        assert_eq!(found(find, "edges/store_sqlite/src/docket.rs", text), [""; 0]);
        assert_eq!(found(find, "desk/schema.sql", "CREATE").len(), 1);
    }

    #[test]
    fn sql_in_a_macro_is_found() {
        let text = "//! D.\nfn f() { query!(\"delete\\n from facts where seq = 1\"); }\n";
        assert_eq!(found(find, "desk/src/docket.rs", text).len(), 1);
    }

    #[test]
    fn statements_are_told_from_sentences_and_methods() {
        let check = |text: &str, expect| assert_eq!(is_statement(text), expect, "{text}");
        check("SELECT 1", true);
        check("\n  insert into facts values (1)", true);
        check("UPDATE views SET body = ?", true);
        check("create table facts (seq integer)", true);
        check("DELETE", false);
        check("Select a date from the list", false);
        check("update", false);
    }
}
