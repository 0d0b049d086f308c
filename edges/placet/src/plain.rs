//! Text as a terminal may be given it: what came from a file moves no cursor, hides nothing and is read as it is written.

/// The most characters of a line of a failure that are shown: a quote of what was given can be as long as its file.
const MOST: usize = 1_000;

/// A text in which no character of another's does anything: those that would are written as JSON writes them, so that a JSON
/// document stays the same document. Line breaks and tabs are the program's own.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\n' | '\t') || !act::disturbs_a_line(character) {
            plain.push(character);
        } else {
            let mut units = [0; 2];
            for unit in character.encode_utf16(&mut units) {
                plain.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    plain
}

/// A failure as it is shown: plain, and no line of it longer than can be read.
pub fn failure(message: &str) -> String {
    let lines: Vec<String> = message.split('\n').map(cut).collect();
    plain(&lines.join("\n"))
}

/// What is said about a file of a stranger's in words that quote it: one line, so that no quote looks like a line of ours.
pub fn quoting(said: &dyn std::fmt::Display) -> String {
    said.to_string().replace('\n', "\\n")
}

fn cut(line: &str) -> String {
    match line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_do_something_is_written_out_and_json_stays_the_same() {
        let given = "a\u{1b}[2J\r\u{9b}m\u{202e}\u{e0041}\u{200b}ខ\tb\n";
        let expect = "a\\u001b[2J\\u000d\\u009bm\\u202e\\udb40\\udc41\u{200b}ខ\tb\n";
        assert_eq!(plain(given), expect);
        let json = serde_json::to_string(given).unwrap();
        assert_eq!(serde_json::from_str::<String>(&plain(&json)).unwrap(), given);
    }

    #[test]
    fn a_failure_is_cut_line_by_line() {
        let long = "ខ".repeat(MOST);
        assert_eq!(failure(&format!("{long}\nDo this.")), format!("{long}\nDo this."));
        assert_eq!(
            failure(&format!("{long}x\nDo this.")),
            format!("{long}…\nDo this.")
        );
        assert_eq!(quoting(&"a\nGenuine."), "a\\nGenuine.");
    }
}
