//! Which line of the newer version is which of the older: by its id in the file, else by what it says.

use std::collections::BTreeMap;

/// How many pairs of lines are looked at that are not the same: of many lines, only those that stand near each other.
const MOST_PAIRS: usize = 100_000;

/// A rule of a table, as far as telling it from others goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its id in the file, if it has one.
    pub id: Option<String>,
    /// What it says, column by column; nothing of a column in which it says nothing.
    pub said: Vec<(String, String)>,
    /// What else two rules that are the same have in common, though it makes none alike.
    pub rest: String,
}

/// The pairs of lines, from 0, older and newer, in the newer order.
pub(super) fn pairs(older: &[Line], newer: &[Line]) -> Vec<(usize, usize)> {
    let mut taken = Taken {
        older: vec![false; older.len()],
        newer: vec![false; newer.len()],
        pairs: vec![],
    };
    taken.take(by_key(older, newer, |line| line.id.as_ref()));
    taken.take(by_key(older, newer, |line| Some((&line.said, &line.rest))));
    taken.take(alike(older, newer, &taken));
    taken.pairs.sort_by_key(|(_, newer)| *newer);
    taken.pairs
}

/// The pairs so far, and which lines are in them.
struct Taken {
    older: Vec<bool>,
    newer: Vec<bool>,
    pairs: Vec<(usize, usize)>,
}

impl Taken {
    /// Takes those pairs of which neither line is taken yet.
    fn take(&mut self, pairs: Vec<(usize, usize)>) {
        for pair in pairs {
            if let (Some(older @ false), Some(newer @ false)) =
                (self.older.get_mut(pair.0), self.newer.get_mut(pair.1))
            {
                (*older, *newer) = (true, true);
                self.pairs.push(pair);
            }
        }
    }
}

/// Lines that alone in their version have a key, the same in both.
fn by_key<'a, K: Ord>(
    older: &'a [Line],
    newer: &'a [Line],
    key: impl Fn(&'a Line) -> Option<K>,
) -> Vec<(usize, usize)> {
    let single = |lines: &'a [Line]| {
        let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (at, line) in lines.iter().enumerate() {
            key(line)
                .into_iter()
                .for_each(|key| places.entry(key).or_default().push(at));
        }
        places
    };
    let (older, newer) = (single(older), single(newer));
    let pair = |(key, was): (K, Vec<usize>)| match (was.as_slice(), newer.get(&key)?.as_slice()) {
        ([was], [is]) => Some((*was, *is)),
        _ => None,
    };
    older.into_iter().filter_map(pair).collect()
}

/// Of what is left, the pairs that say at least half the same, the most alike first.
fn alike<'a>(older: &'a [Line], newer: &'a [Line], taken: &Taken) -> Vec<(usize, usize)> {
    let mut numbers = Numbers::default();
    let mut left = |lines: &'a [Line], taken: &[bool]| -> Vec<(usize, Numbered)> {
        let open = lines.iter().enumerate().zip(taken).filter(|(_, taken)| !**taken);
        open.map(|((at, line), _)| (at, numbers.of(line))).collect()
    };
    let (was, is) = (left(older, &taken.older), left(newer, &taken.newer));
    let near = MOST_PAIRS / was.len().max(1);
    let mut scored: Vec<(usize, (usize, usize))> = vec![];
    for (place, (before, old)) in was.iter().enumerate() {
        let window = is.iter().skip(place.saturating_sub(near / 2)).take(near.max(1));
        for (after, new) in window {
            let (same, all) = old.shared_with(new);
            if 2 * same >= all {
                // In thousandths, so that it can be ordered; those nearest to their old row first.
                let score = 1_000 - 1_000 * same / all.max(1);
                scored.push((score * 1_000_001 + before.abs_diff(*after), (*before, *after)));
            }
        }
    }
    scored.sort_unstable();
    scored.into_iter().map(|(_, pair)| pair).collect()
}

/// Numbers for columns, and for what is said in them: they compare faster than texts.
#[derive(Default)]
struct Numbers<'a> {
    columns: BTreeMap<&'a str, usize>,
    said: BTreeMap<(&'a str, &'a str), usize>,
}

/// A line by its numbers, in order.
struct Numbered {
    columns: Vec<usize>,
    said: Vec<usize>,
}

impl<'a> Numbers<'a> {
    fn of(&mut self, line: &'a Line) -> Numbered {
        let mut numbered = Numbered {
            columns: vec![],
            said: vec![],
        };
        for (column, text) in &line.said {
            let (next, further) = (self.columns.len(), self.said.len());
            numbered.columns.push(*self.columns.entry(column).or_insert(next));
            numbered
                .said
                .push(*self.said.entry((column, text)).or_insert(further));
        }
        numbered.columns.sort_unstable();
        numbered.said.sort_unstable();
        numbered
    }
}

impl Numbered {
    /// How many of the things that two lines say are the same, and in how many columns they say something.
    fn shared_with(&self, other: &Numbered) -> (usize, usize) {
        let columns = common(&self.columns, &other.columns);
        let all = self.columns.len() + other.columns.len() - columns;
        (common(&self.said, &other.said), all)
    }
}

/// How many numbers two ordered lists have in common.
fn common(own: &[usize], other: &[usize]) -> usize {
    let (mut count, mut others) = (0, other.iter().peekable());
    for number in own {
        while others.next_if(|other| *other < number).is_some() {}
        count += usize::from(others.next_if(|other| *other == number).is_some());
    }
    count
}

/// The newer places of as few lines as could have been moved to come from the older order to the newer.
pub(super) fn moved(pairs: &[(usize, usize)]) -> Vec<usize> {
    // The longest run of lines that kept their order stays. Of the runs of each length, the one that ends on the earliest older
    // line is kept, by its place among the pairs; and for each pair, what comes before it in its run.
    let mut ends: Vec<usize> = vec![];
    let mut earlier: Vec<Option<usize>> = vec![];
    let old = |at: &usize| pairs.get(*at).map(|pair| pair.0);
    for (at, (before, _)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|end| old(end) < Some(*before));
        earlier.push(
            length
                .checked_sub(1)
                .and_then(|shorter| ends.get(shorter).copied()),
        );
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; pairs.len()];
    let mut at = ends.last().copied();
    while let Some(here) = at {
        stays.get_mut(here).into_iter().for_each(|stays| *stays = true);
        at = earlier.get(here).copied().flatten();
    }
    let moves = pairs.iter().zip(stays).filter(|(_, stays)| !stays);
    moves.map(|((_, after), _)| *after).collect()
}
