//! Texts that are nearly sound: a sound one, taken apart and put together wrongly.

use fastrand::Rng;

/// Sound texts, one to a paragraph.
const FEEL: &str = include_str!("../seeds/feel.txt");
/// Sound models, one to a paragraph, each without what is the same around all of them.
const DMN: &str = include_str!("../seeds/dmn.txt");
/// What is put between, one to a line.
const FEEL_PARTS: &str = include_str!("../seeds/feel-parts.txt");
/// What is put between, one to a line.
const DMN_PARTS: &str = include_str!("../seeds/dmn-parts.txt");

/// No text is longer, so that thousands are read in a second.
const LONGEST: usize = 6_000;

/// Makes one text.
pub struct Maker {
    chance: Rng,
}

impl Maker {
    /// The maker of the text of a number.
    pub fn new(seed: u64, number: u64) -> Self {
        // Neighbours would otherwise begin alike; the multiplier is odd and has bits everywhere.
        let mixed = (seed.rotate_left(32) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Maker {
            chance: Rng::with_seed(mixed),
        }
    }

    /// An expression with up to a dozen changes.
    pub fn feel(&mut self) -> Vec<u8> {
        self.mutated(FEEL, FEEL_PARTS)
    }

    /// A model with up to a dozen changes, more often than not within sound definitions.
    pub fn dmn(&mut self) -> Vec<u8> {
        let inner = self.mutated(DMN, DMN_PARTS);
        if self.chance.u8(0..20) == 0 {
            return inner;
        }
        let version = self
            .chance
            .choice(["20191111", "20211108", "20230324"])
            .unwrap_or_default();
        let head = format!(
            "<definitions xmlns=\"https://www.omg.org/spec/DMN/{version}/MODEL/\" name=\"own\" namespace=\"urn:own\">\n"
        );
        [head.as_bytes(), &inner, b"\n</definitions>"].concat()
    }

    fn mutated(&mut self, seeds: &str, parts: &str) -> Vec<u8> {
        let mut text = self.one(seeds, "\n\n").as_bytes().to_vec();
        for _ in 0..self.chance.usize(0..12) {
            self.change(&mut text, seeds, parts);
            text.truncate(LONGEST);
        }
        text
    }

    fn one<'a>(&mut self, texts: &'a str, between: &str) -> &'a str {
        let all: Vec<&str> = texts.split(between).collect();
        self.chance.choice(all).unwrap_or_default().trim_end()
    }

    fn change(&mut self, text: &mut Vec<u8>, seeds: &str, parts: &str) {
        let (from, until) = self.cut(text);
        match self.chance.u8(0..10) {
            // A part of it is gone, is there again and again, or lies elsewhere.
            0 => drop(text.drain(from..until)),
            1 => {
                let again = text[from..until].repeat(self.chance.usize(1..40));
                text.splice(until..until, again);
            }
            2 => {
                let moved: Vec<u8> = text.drain(from..until).collect();
                let (at, _) = self.cut(text);
                text.splice(at..at, moved);
            }
            // Something of another text stands in its place.
            3 | 4 => {
                let other = self.one(seeds, "\n\n").as_bytes();
                let (first, last) = self.cut(other);
                text.splice(from..until, other[first..last].iter().copied());
            }
            // A word of the language stands in its place, or is deep within itself.
            5..=7 => {
                let part = self.one(parts, "\n").as_bytes();
                text.splice(from..until, part.iter().copied());
            }
            8 => {
                let part = self.one(parts, "\n").repeat(self.chance.usize(1..400));
                text.splice(from..from, part.into_bytes());
            }
            // A byte that was not meant.
            _ => {
                let byte = self.chance.u8(..);
                text.splice(from..(from + 1).min(text.len()), [byte]);
            }
        }
    }

    /// Two places in a text; more often than not around a word, as people's slips are.
    fn cut(&mut self, text: &[u8]) -> (usize, usize) {
        let mut ends = [self.chance.usize(..=text.len()), self.chance.usize(..=text.len())];
        if self.chance.u8(0..4) > 0 {
            let length = text[ends[0]..]
                .iter()
                .take_while(|byte| byte.is_ascii_alphanumeric());
            ends[1] = ends[0] + length.count();
        }
        ends.sort_unstable();
        (ends[0], ends[1])
    }
}
