//! Tests cite rules by their rows: where rows move, what cites them moves along, and all else in the file stays as its makers
//! wrote it.

/// A file of tests in which the rules of a decision are cited where they stand by now. The citation of a rule that is gone is
/// taken out: the test then says that the rule no longer fires, or fails.
pub(super) fn recited(text: &str, decision: &str, moved: &dyn Fn(usize) -> Option<usize>) -> String {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(begin) = rest.find(['"', '\'']) {
        let (before, quoted) = rest.split_at(begin);
        written.push_str(before);
        let quote = &quoted[..1];
        let Some(length) = quoted[1..].find([quote.chars().next().unwrap_or('"'), '\n']) else {
            rest = quoted;
            break;
        };
        let (cited, after) = quoted.split_at(length + 2);
        rest = after;
        match row(&cited[1..=length], decision).map(moved) {
            None => written.push_str(cited),
            Some(Some(row)) => written.push_str(&format!("{quote}{decision}/{row}{quote}")),
            Some(None) => rest = without_comma(&mut written, after),
        }
    }
    written.push_str(rest);
    written
}

fn row(cited: &str, decision: &str) -> Option<usize> {
    let row = cited.strip_prefix(decision)?.strip_prefix('/')?;
    row.parse().ok()
}

/// Takes out the comma that stood beside what was taken out of a list.
fn without_comma<'a>(before: &mut String, after: &'a str) -> &'a str {
    if let Some(after) = after.trim_start().strip_prefix(',') {
        return after.trim_start_matches(' ');
    }
    let kept = before.trim_end();
    if let Some(kept) = kept.strip_suffix(',') {
        before.truncate(kept.len());
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cites_a_rule_follows_it_and_nothing_else_changes() {
        let text = "# \"a/2\" it isn't\n[[case]]\nname = \"Rule a/2\"\nrules = [\"a/1\", 'a/2', \"ab/2\", \"a/3\"]\n";
        let up = recited(text, "a", &|row| Some(row + 1));
        assert!(up.contains(r#"rules = ["a/2", 'a/3', "ab/2", "a/4"]"#), "{up}");
        assert!(up.contains("name = \"Rule a/2\""), "{up}");
        assert_eq!(recited(text, "b", &|row| Some(row + 1)), text);
    }

    #[test]
    fn the_citation_of_a_rule_that_is_gone_is_taken_out_with_its_comma() {
        let gone = |text: &str| recited(text, "a", &|row| (row != 2).then_some(row.min(2)));
        assert_eq!(gone(r#"["a/1", "a/2", "a/3"]"#), r#"["a/1", "a/2"]"#);
        assert_eq!(gone(r#"["a/1", "a/2"]"#), r#"["a/1"]"#);
        assert_eq!(gone(r#"["a/2"]"#), "[]");
    }
}
