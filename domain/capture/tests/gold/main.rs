//! The gold set: short texts with what is to be found in them (docs/capture-gold.md), and how much of it is found.

#[cfg(test)]
mod read;
#[cfg(test)]
mod replace;
#[cfg(test)]
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

#[test]
fn the_figures_hold_when_every_name_place_and_date_is_another() {
    for seed in 1..=20 {
        let mut rng = fastrand::Rng::with_seed(seed);
        let texts: Vec<_> = all(BEFORE)
            .iter()
            .chain(&all(AFTER))
            .map(|text| replace::replaced(text, &mut rng))
            .collect();
        let score = scored(&texts);
        eprintln!("seed {seed}\n{score}");
        score.holds();
    }
}

#[test]
fn the_set_is_as_large_as_was_promised() {
    let texts: Vec<_> = all(BEFORE).into_iter().chain(all(AFTER)).collect();
    assert!(texts.len() >= 60, "{}", texts.len());
    let items: usize = texts.iter().map(|text| text.items.len()).sum();
    assert!(items >= 400, "{items}");
}
