//! Random tables of rules and random answers, the same in every run.

use std::ops::RangeInclusive;

/// What is asked: a name, and the answers that there are.
pub const ASKED: [(&str, Answers); 8] = [
    ("event_kind", Answers::Chosen(8)),
    ("place_kind", Answers::Chosen(8)),
    ("district", Answers::Chosen(8)),
    ("attendance", Answers::Whole(1, 20_000)),
    ("largest_shell", Answers::Whole(1, 300)),
    ("sound_level", Answers::Whole(30, 130)),
    ("road_closure", Answers::Truth),
    ("near_airport", Answers::Truth),
];

/// How many authorities rules ask for.
pub const AUTHORITIES: usize = 12;

/// The answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// One of so many texts, by their numbers from 0.
    Chosen(i64),
    /// A whole number from one to another.
    Whole(i64, i64),
    /// No or yes, 0 or 1.
    Truth,
}

impl Answers {
    /// All of them, as numbers.
    pub fn all(self) -> RangeInclusive<i64> {
        match self {
            Answers::Chosen(count) => 0..=count - 1,
            Answers::Whole(least, most) => least..=most,
            Answers::Truth => 0..=1,
        }
    }
}

/// A rule: the answers that each of its tests lets pass, and the authority that it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// One for each question; texts that lie beside each other, a range of numbers, yes or no.
    pub passing: [RangeInclusive<i64>; ASKED.len()],
    /// By its number from 0.
    pub authority: usize,
}

/// A case: an answer to each question.
pub type Case = [i64; ASKED.len()];

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Whether at most one rule answers a case.
    pub unique: bool,
    /// Its rules, in order.
    pub rules: Vec<Rule>,
}

fn everything() -> [RangeInclusive<i64>; ASKED.len()] {
    ASKED.map(|(_, answers)| answers.all())
}

impl Table {
    /// A table under UNIQUE: all cases halved six times, by one question after another, and every sixteenth part left to no rule.
    pub fn unique() -> Table {
        let mut random = fastrand::Rng::with_seed(60);
        let mut parts = vec![everything()];
        for _ in 0..6 {
            parts = parts
                .into_iter()
                .flat_map(|part| halves(part, &mut random))
                .collect();
        }
        let kept = parts.into_iter().enumerate().filter(|(at, _)| at % 16 != 15);
        let mut rules: Vec<Rule> = kept.map(|(at, passing)| rule(at, passing)).collect();
        random.shuffle(&mut rules);
        Table { unique: true, rules }
    }

    /// A table under COLLECT: every other cell, more or less, has a test.
    pub fn collect(rules: usize, seed: u64) -> Table {
        let mut random = fastrand::Rng::with_seed(seed);
        let rules = (0..rules).map(|at| {
            let passing = everything().map(|all| {
                if random.bool() {
                    part(&all, &mut random)
                } else {
                    all
                }
            });
            rule(at, passing)
        });
        Table {
            unique: false,
            rules: rules.collect(),
        }
    }

    /// The same table after a change of law: the thresholds of every twentieth rule are others.
    pub fn changed(&self, seed: u64) -> Table {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut changed = self.clone();
        for rule in changed.rules.iter_mut().step_by(20) {
            for (passing, all) in rule.passing.iter_mut().zip(everything()) {
                if *passing != all {
                    *passing = part(&all, &mut random);
                }
            }
        }
        changed
    }
}

/// So many random cases.
pub fn cases(count: usize) -> Vec<Case> {
    let mut random = fastrand::Rng::with_seed(8);
    (0..count)
        .map(|_| everything().map(|all| random.i64(all)))
        .collect()
}

fn rule(at: usize, passing: [RangeInclusive<i64>; ASKED.len()]) -> Rule {
    Rule {
        passing,
        authority: at % AUTHORITIES,
    }
}

/// Both halves of a part, cut somewhere by a question that has several answers left.
fn halves(
    part: [RangeInclusive<i64>; ASKED.len()],
    random: &mut fastrand::Rng,
) -> [[RangeInclusive<i64>; ASKED.len()]; 2] {
    let several: Vec<usize> = (0..part.len())
        .filter(|at| part[*at].start() < part[*at].end())
        .collect();
    let (mut low, mut high) = (part.clone(), part);
    if let Some(at) = random.choice(several) {
        let (first, last) = (*low[at].start(), *low[at].end());
        let quarter = (last - first) / 4;
        let cut = random.i64(first + quarter..=last - 1 - quarter.min(last - 1 - first - quarter));
        low[at] = first..=cut;
        high[at] = cut + 1..=last;
    }
    [low, high]
}

/// Some of the answers, beside each other, and not all of them.
fn part(all: &RangeInclusive<i64>, random: &mut fastrand::Rng) -> RangeInclusive<i64> {
    loop {
        let (one, other) = (random.i64(all.clone()), random.i64(all.clone()));
        let part = one.min(other)..=one.max(other);
        if part != *all {
            return part;
        }
    }
}
