//! A brief as plain text: to be sent, printed anywhere, and to be compared by its hash with what was signed off.

use super::told::{Line, Told};
use crate::Text;
use std::fmt::Write;

/// What stands before each line after the first of something told.
const INDENT: &str = "   ";

/// The brief as plain text, in lines that end with a line feed.
pub(super) fn plain(t: Text, told: &Told) -> String {
    let mut text = format!(
        "{}\n{}\n{}\n\n{}\n",
        t.one("brief-title", "relationship", told.title.as_str()),
        told.own,
        told.known,
        told.lede
    );
    for section in &told.sections {
        heading(&mut text, &section.heading);
        if section.lines.is_empty() {
            text.push_str(&section.nothing);
            text.push('\n');
        }
        for (number, one) in (1_i64..).zip(&section.lines) {
            line(&mut text, t, number, one);
        }
    }
    heading(&mut text, &t.get("brief-left-out"));
    if told.left_out.is_empty() {
        text.push_str(&t.get("brief-left-nothing"));
        text.push('\n');
    }
    for one in &told.left_out {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "- {one}");
    }
    text
}

fn heading(text: &mut String, heading: &str) {
    let _ = writeln!(text, "\n== {heading} ==");
}

/// Words of several lines, of which no line can be taken for one of the brief's own.
fn indented(words: &str) -> String {
    words.replace('\n', &format!("\n{INDENT}"))
}

fn line(text: &mut String, t: Text, number: i64, line: &Line) {
    let number = t.number(number);
    let _ = write!(text, "{number}. {}", indented(&line.what));
    if let Some((_, standing)) = &line.tag {
        let _ = write!(text, " [{standing}]");
    }
    text.push('\n');
    for note in &line.notes {
        let _ = writeln!(text, "{INDENT}{}", indented(&note.words));
    }
    for cited in &line.cited {
        let words = cited.words.as_ref();
        let words = words.map_or_else(String::new, |words| format!("\u{201c}{words}\u{201d} "));
        let _ = writeln!(text, "{INDENT}{}({})", indented(&words), cited.source);
    }
}
