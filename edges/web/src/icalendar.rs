//! Days as calendar programs read them (RFC 5545). A writer of a few lines: only whole days are told, without zones, alarms or
//! recurrence, of which the crates for it are full.

use jiff::Timestamp;
use jiff::civil::Date;

/// The octets that a line has at most, without its end.
const MOST: usize = 75;

/// A day to be known of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    /// Always the same for the same thing.
    pub uid: String,
    /// How often what it is about changed: of two, the higher holds.
    pub sequence: u64,
    /// When it changed last.
    pub changed: Timestamp,
    /// The day.
    pub date: Date,
    /// What is on that day.
    pub summary: String,
    /// More of it.
    pub description: String,
    /// Where that can be read.
    pub url: String,
}

/// A calendar of these days.
pub(crate) fn calendar(name: &str, days: &[Day]) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Placet//Placet//EN");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(name));
    for day in days {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&day.uid));
        line("SEQUENCE", &day.sequence.to_string());
        line("DTSTAMP", &day.changed.strftime("%Y%m%dT%H%M%SZ").to_string());
        line("DTSTART;VALUE=DATE", &day.date.strftime("%Y%m%d").to_string());
        line("SUMMARY", &escaped(&day.summary));
        if !day.description.is_empty() {
            line("DESCRIPTION", &escaped(&day.description));
        }
        // Nothing of it is escaped: it is no text but an address.
        line("URL", &day.url);
        // Whoever has something else on that day is not busy by this.
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// A text in which no character means anything else (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Writes a line, in pieces of at most 75 octets of which none breaks a character (RFC 5545, 3.1).
fn fold(text: &mut String, line: &str) {
    let mut room = MOST;
    for character in line.chars() {
        if character.len_utf8() > room {
            text.push_str("\r\n ");
            room = MOST - 1;
        }
        room -= character.len_utf8();
        text.push(character);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn day(summary: &str) -> Day {
        Day {
            uid: "0190-moi-due@permits.example".to_owned(),
            sequence: 7,
            changed: "2023-09-01T02:00:00Z".parse().unwrap(),
            date: date(2023, 9, 14),
            summary: summary.to_owned(),
            description: "First line\nsecond, with a comma; and \\".to_owned(),
            url: "https://placet.example/en/cases/0190".to_owned(),
        }
    }

    #[test]
    fn a_day_is_written_as_calendar_programs_read_it() {
        let text = calendar("Dates", &[day("Interior decides")]);
        let expect = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Placet//Placet//EN\r\nCALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n\
             X-WR-CALNAME:Dates\r\nBEGIN:VEVENT\r\nUID:0190-moi-due@permits.example\r\nSEQUENCE:7\r\n\
             DTSTAMP:20230901T020000Z\r\nDTSTART;VALUE=DATE:20230914\r\nSUMMARY:Interior decides\r\n\
             DESCRIPTION:First line\\nsecond\\, with a comma\\; and \\\\\r\n\
             URL:https://placet.example/en/cases/0190\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(text, expect);
    }

    #[test]
    fn no_line_has_more_than_75_octets_and_no_character_is_broken() {
        for letter in ["a", "é", "ក", "\u{20000}"] {
            for length in 1..120 {
                let summary = letter.repeat(length);
                let text = calendar("Dates", &[day(&summary)]);
                assert!(
                    text.split("\r\n").all(|line| line.len() <= MOST),
                    "{letter} {length}"
                );
                let whole = text.replace("\r\n ", "");
                assert!(
                    whole.contains(&format!("SUMMARY:{summary}\r\n")),
                    "{letter} {length}"
                );
            }
        }
    }

    #[test]
    fn nobody_writes_lines_of_their_own() {
        let text = calendar("Dates", &[day("A\r\nATTENDEE:mailto:x@y.example")]);
        assert!(
            text.contains("SUMMARY:A\\nATTENDEE:mailto:x@y.example\r\n"),
            "{text}"
        );
    }
}
