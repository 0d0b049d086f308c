//! The gold set: short texts with what is to be found in them (docs/capture-gold.md), and how much of it is found.

mod read;
mod replace;
mod score;

use read::{Text, texts};
use score::Score;

const BEFORE: &str = include_str!("../../gold/before.txt");

fn all(gold: &str) -> Vec<Text> {
    texts(gold)
}

fn scored(texts: &[Text]) -> Score {
    let mut score = Score::default();
    for text in texts {
        score.add(text);
    }
    score
}

#[test]
fn the_texts_written_before_the_rules() {
    let score = scored(&all(BEFORE));
    eprintln!("{score}");
    score.holds();
}

const AFTER: &str = include_str!("../../gold/after.txt");

#[test]
fn the_texts_written_after_the_rules() {
    let score = scored(&all(AFTER));
    eprintln!("{score}");
    score.holds();
}
