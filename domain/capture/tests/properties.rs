//! What holds of every text, however it is written.

use capture::{Capture, capture};
use jiff::civil::Date;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Pieces of which hostile texts are made.
const PIECES: &[&str] = &[
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "「",
    "」",
    "„",
    ".",
    ",",
    "?",
    "!",
    ":",
    ";",
    "—",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
    "\u{200f}",
    "\u{202e}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "é",
    "ខ្មែរ",
    "日本",
    "العربية",
    "Mr. ",
    "Dr. ",
    "Ana Horvat",
    "the mayor",
    " said",
    " said that ",
    " told ",
    " asked ",
    " asked the ",
    " to ",
    " who ",
    ", president of ",
    " according to ",
    " promised ",
    " will ",
    "he ",
    "We ",
    "Monday",
    "May ",
    "26 April 2023",
    "2003-2007",
    "31/02/2024",
    "99/99/9999",
    "n't",
    "’s ",
    "O'",
    "U.S. ",
    "Ministry of ",
    " and ",
    "met ",
    " met with ",
    "Dear ",
    "Regards,\n",
    "0",
    "$",
    "discussed ",
    "😀",
    " last ",
    " weeks ago",
    "9999 years ago",
    "AB",
    "-",
    " demanded that ",
    " suggested that ",
    "please ",
    "\u{0}",
    "\r\n",
    "İ",
    "ß",
];

fn spans(found: &Capture) -> Vec<(usize, usize, Option<&str>)> {
    let mut spans: Vec<(usize, usize, Option<&str>)> = vec![];
    spans.extend(found.participants.iter().map(|one| (one.start, one.end, None)));
    spans.extend(
        found
            .organisations
            .iter()
            .chain(&found.places)
            .map(|one| (one.start, one.end, None)),
    );
    spans.extend(
        found
            .dates
            .iter()
            .map(|one| (one.start, one.end, Some(one.text.as_str()))),
    );
    spans.extend(
        found
            .statements
            .iter()
            .map(|one| (one.start, one.end, Some(one.text.as_str()))),
    );
    spans.extend(
        found
            .requests
            .iter()
            .chain(&found.commitments)
            .map(|one| (one.start, one.end, Some(one.text.as_str()))),
    );
    spans.extend(
        found
            .subjects
            .iter()
            .map(|one| (one.start, one.end, Some(one.text.as_str()))),
    );
    spans.extend(found.meetings.iter().map(|one| (one.start, one.end, None)));
    spans
}

/// Every offset lies in the text and slices to the words that are told with it.
fn slices(text: &str) {
    for published in [
        None,
        Some(jiff::civil::date(2023, 4, 27)),
        Some(Date::MIN),
        Some(Date::MAX),
    ] {
        let found = capture(text, published);
        let scalars: Vec<char> = text.chars().collect();
        for (start, end, told) in spans(&found) {
            assert!(start < end && end <= scalars.len(), "{start}..{end} of {text:?}");
            let slice: String = scalars[start..end].iter().collect();
            if let Some(told) = told {
                assert_eq!(slice, told, "of {text:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_any_characters_ends_it(text in any::<String>()) {
        slices(&text);
    }

    #[test]
    fn no_text_of_its_own_words_ends_it(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        let text = pieces.concat();
        slices(&text);
        slices(&text.nfd().collect::<String>());
        slices(&text.nfc().collect::<String>());
    }
}

#[test]
fn composed_and_decomposed_letters_are_read_alike() {
    let text =
        "Amélie Čapek, mayor of Zürich, said on 3 May that the café was shut. “Très bien,” Čapek added.";
    let read = |text: &str| {
        let found = capture(text, Some("2023-05-04".parse().unwrap()));
        let said: Vec<_> = found
            .statements
            .iter()
            .map(|one| {
                (
                    one.speaker.clone().map(|name| name.nfc().collect::<String>()),
                    one.cue.clone(),
                )
            })
            .collect();
        (said, found.participants.len(), found.dates)
    };
    let composed = read(&text.nfc().collect::<String>());
    let decomposed = read(&text.nfd().collect::<String>());
    assert_eq!((&composed.0, composed.1), (&decomposed.0, decomposed.1));
    assert_eq!(composed.0.len(), 2, "{composed:?}");
}
