//! The words of a text by which it is looked for. They depend on the text alone and on no dictionary, so that rows that were folded
//! once are those that are folded again.

use act::looked_for;
use std::collections::BTreeSet;

/// The most words of one text; the first ones. A title has 200 characters, so that each of its letters and each pair of them fits.
const MOST_WORDS: usize = 400;
/// The most characters of a word that count.
const MOST_LETTERS: usize = 40;

/// The words that a text looks for, each once: as readers tell them apart, without punctuation. Where a script puts nothing between
/// words, every two letters that stand together are one.
pub(crate) fn words(text: &str) -> BTreeSet<String> {
    first(&looked_for(text), split)
}

/// The words by which a text is found: its own, and of a script that puts nothing between words each letter too, of which one alone
/// may be a word.
pub(crate) fn found_by(text: &str) -> BTreeSet<String> {
    first(&looked_for(text), |run| {
        let letters = run.chars().filter(|letter| is_unbroken(*letter));
        split(run).into_iter().chain(letters.map(String::from)).collect()
    })
}

fn first(plain: &str, of_run: impl Fn(&str) -> Vec<String>) -> BTreeSet<String> {
    let runs = plain.split(|letter: char| !is_of_a_word(letter));
    let mut found = BTreeSet::new();
    for word in runs.filter(|run| !run.is_empty()).flat_map(of_run) {
        if found.len() == MOST_WORDS {
            break;
        }
        found.insert(word);
    }
    found
}

/// A run of letters as words: those of scripts without blanks in pairs, the others whole.
fn split(run: &str) -> Vec<String> {
    let letters: Vec<char> = run.chars().collect();
    let alike = letters.chunk_by(|one, next| is_unbroken(*one) == is_unbroken(*next));
    let mut all = vec![];
    for part in alike {
        match part {
            [first, ..] if is_unbroken(*first) && part.len() > 1 => {
                all.extend(part.windows(2).map(|pair| pair.iter().collect()));
            }
            whole => all.push(whole.iter().take(MOST_LETTERS).collect()),
        }
    }
    all
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || is_unbroken(letter)
}

/// Whether a letter is of a script that puts no blanks between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese, with the signs
/// that belong to its letters.
fn is_unbroken(letter: char) -> bool {
    matches!(letter,
        '\u{e01}'..='\u{e4e}' | '\u{e81}'..='\u{ece}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}'
        | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
        && letter != '・'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_readers_tell_apart() {
        let check = |text: &str, expect: &[&str]| {
            let found = words(text);
            assert_eq!(
                found.iter().map(String::as_str).collect::<Vec<_>>(),
                expect,
                "{text}"
            );
        };
        check(
            "70th anniversary: FIREWORKS!",
            &["70th", "anniversary", "fireworks"],
        );
        check("Riverfront, Phnom Penh", &["penh", "phnom", "riverfront"]);
        check("花火大会", &["大会", "火大", "花火"]);
        check("祭", &["祭"]);
        check("ទន្លេ", &["ទន", "ន្", "លេ", "្ល"]);
        check("東京 2024 Gala", &["2024", "gala", "東京"]);
        check("— , …", &[]);
    }

    #[test]
    fn what_is_looked_for_in_a_text_is_found_by_its_words() {
        let title = "កម្មវិធីបាញ់កាំជ្រួច អបអរសាទរ";
        let all = words(title);
        assert!(words("កាំជ្រួច").is_subset(&all));
        assert!(!words("ពិព័រណ៍").is_subset(&all));
        // To its very end, however long it is; and by a letter alone.
        let long: String = ('\u{4e00}'..).take(199).chain(['祭']).collect();
        let all = found_by(&long);
        assert!(words(&long).is_subset(&all));
        assert!(words("祭").is_subset(&all) && !words("花").is_subset(&all));
        assert!(words(&"word ".repeat(10).repeat(1_000)).len() == 1);
        let many: String = (0..1_000).map(|number| format!("w{number} ")).collect();
        assert_eq!(words(&many).len(), MOST_WORDS);
    }
}
