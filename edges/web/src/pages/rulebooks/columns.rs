//! What a table's columns and tests are called in the reader's language, where `rulebook.toml` has words for them.

use super::test_words::in_words;
use crate::Text;
use desk::governance::Column;
use rulebook::{Input, Rulebook};

/// What ends a question, so that nothing need stand between it and what is said of it.
const ENDS: [char; 3] = ['?', '？', '。'];

/// What is asked as it stands before what is said of it.
pub(super) fn before(label: &str) -> String {
    if label.ends_with(ENDS) {
        label.to_owned()
    } else {
        format!("{label}:")
    }
}

/// A column in the reader's language.
pub(super) struct Called<'a> {
    t: Text,
    column: &'a Column,
    input: Option<&'a Input>,
}

impl<'a> Called<'a> {
    /// A column of a table, of a version as far as it could be loaded.
    pub fn of(t: Text, rulebook: Option<&'a Rulebook>, column: &'a Column) -> Called<'a> {
        let input = rulebook.and_then(|rulebook| rulebook.input(&column.key));
        Called { t, column, input }
    }

    /// The question, or what the file calls it where nobody is asked.
    pub fn label(&self) -> &'a str {
        let question = |input: &'a Input| input.question.in_language(self.t.language().tag());
        self.input.map_or(&self.column.label, question)
    }

    /// The same as it stands before a test.
    pub fn before_test(&self) -> String {
        before(self.label())
    }

    /// A test in words; none where that is how it is written, or where there are none.
    pub fn in_words(&self, test: &str) -> Option<String> {
        let words = in_words(self.t, self.input?, test)?;
        (words != test).then_some(words)
    }

    /// What helps to write a test of it as the file has it.
    pub fn hint(&self) -> String {
        let tests = self.t.one("rule-tests", "key", self.column.key.as_str());
        match self.answers() {
            none if none.is_empty() => tests,
            answers => format!("{tests} {}", self.t.one("rule-answers-are", "answers", answers)),
        }
    }

    /// The answers that there are, each as a test names it and as people read it; empty where any is taken.
    fn answers(&self) -> String {
        let values = self.input.map_or(&[][..], |input| &input.values);
        let tag = self.t.language().tag();
        let each = values
            .iter()
            .map(|one| format!("\"{}\" {}", one.id, one.label.in_language(tag)));
        each.collect::<Vec<_>>().join("; ")
    }
}
