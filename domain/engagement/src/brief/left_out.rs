//! What a brief leaves out: it is counted, so that nobody takes the brief for all there is.

use super::MOST;
use std::collections::BTreeMap;

/// Why something stands in no list of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Something was said of the same subject later.
    SaidBefore,
    /// It was promised and kept.
    Kept,
    /// It lies between others.
    BetweenOthers,
    /// It was said to nobody in particular, in no meeting.
    Comments,
    /// There were too many.
    Beyond,
}

impl LeftOut {
    /// The stable name, as used in Fluent ids (`brief-left-said-before`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            LeftOut::SaidBefore => "said-before",
            LeftOut::Kept => "kept",
            LeftOut::BetweenOthers => "between-others",
            LeftOut::Comments => "comments",
            LeftOut::Beyond => "beyond",
        }
    }
}

/// Counts while the lists are made.
#[derive(Debug, Default)]
pub(super) struct Counting(BTreeMap<LeftOut, usize>);

impl Counting {
    pub fn add(&mut self, why: LeftOut, count: usize) {
        if count > 0 {
            *self.0.entry(why).or_default() += count;
        }
    }

    /// The first lines of a list; the rest is counted.
    pub fn cut<T>(&mut self, mut lines: Vec<T>) -> Vec<T> {
        self.add(LeftOut::Beyond, lines.len().saturating_sub(MOST));
        lines.truncate(MOST);
        lines
    }

    pub fn counted(self) -> BTreeMap<LeftOut, usize> {
        self.0
    }
}
