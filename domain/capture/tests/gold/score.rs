//! How much of what is marked is found, and how much of what is found is marked.

use crate::read::{Item, Text, span};
use capture::{Capture, Directed, capture};
use std::fmt;

/// Marked, found, and both.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    pub marked: usize,
    pub found: usize,
    pub both: usize,
}

impl Tally {
    pub fn precision(&self) -> f64 {
        self.both as f64 / self.found.max(1) as f64
    }

    pub fn recall(&self) -> f64 {
        self.both as f64 / self.marked.max(1) as f64
    }
}

/// The tallies of all kinds, and what differs.
#[derive(Clone, Debug, Default)]
pub struct Score {
    pub said: Tally,
    pub modes: Tally,
    pub directed: Tally,
    pub dates: Tally,
    pub people: Tally,
    pub posts: Tally,
    pub about: Tally,
    pub differences: Vec<String>,
}

/// A name or a phrase without its article.
fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'");
    ["the ", "a ", "an "]
        .iter()
        .find_map(|article| name.strip_prefix(article))
        .unwrap_or(&name)
        .to_owned()
}

fn alike(marked: &str, found: Option<&String>) -> bool {
    plain(marked) == plain(found.map_or("", String::as_str))
}

/// Half of what both cover lies in both.
fn mostly(marked: (usize, usize), found: (usize, usize)) -> bool {
    let shared = marked.1.min(found.1).saturating_sub(marked.0.max(found.0));
    let all = marked.1.max(found.1) - marked.0.min(found.0);
    shared * 2 >= all
}

fn touches(marked: (usize, usize), found: (usize, usize)) -> bool {
    marked.0 < found.1 && found.0 < marked.1
}

impl Score {
    /// Reads one text and counts.
    pub fn add(&mut self, text: &Text) {
        let found = capture(&text.text, Some(text.published));
        self.statements(text, &found);
        self.requests(text, &found);
        self.days(text, &found);
        self.persons(text, &found);
        self.subjects(text, &found);
    }

    fn differs(&mut self, text: &Text, what: String) {
        self.differences.push(format!("{}: {what}", text.name));
    }

    fn statements(&mut self, text: &Text, found: &Capture) {
        let mut left: Vec<_> = found.statements.iter().collect();
        self.said.found += left.len();
        for item in &text.items {
            let Item::Said {
                speaker,
                cue,
                mode,
                words,
            } = item
            else {
                continue;
            };
            self.said.marked += 1;
            let marked = span(&text.text, words, &text.name);
            let fits = |one: &&capture::Statement| {
                alike(speaker, one.speaker.as_ref())
                    && alike(cue, one.cue.as_ref())
                    && mostly(marked, (one.start, one.end))
            };
            match left.iter().position(fits) {
                Some(at) => {
                    self.said.both += 1;
                    self.modes.marked += 1;
                    self.modes.found += 1;
                    let told = left.remove(at);
                    let told = serde_json::to_value(told.mode).unwrap();
                    self.modes.both += usize::from(told.as_str() == Some(mode));
                    if told.as_str() != Some(mode) {
                        self.differs(text, format!("mode {told} of {item:?}"));
                    }
                }
                None => self.differs(text, format!("not found {item:?}")),
            }
        }
        for one in left {
            self.differs(
                text,
                format!(
                    "not marked: said {:?} | {:?} | {}",
                    one.speaker, one.cue, one.text
                ),
            );
        }
    }

    fn requests(&mut self, text: &Text, found: &Capture) {
        let asked = text
            .items
            .iter()
            .filter(|item| matches!(item, Item::Asked { .. }))
            .collect::<Vec<_>>();
        self.sides(text, &asked, &found.requests, "asked");
        let promised = text
            .items
            .iter()
            .filter(|item| matches!(item, Item::Promised { .. }))
            .collect::<Vec<_>>();
        self.sides(text, &promised, &found.commitments, "promised");
    }

    fn sides(&mut self, text: &Text, items: &[&Item], found: &[Directed], kind: &str) {
        let mut left: Vec<_> = found.iter().collect();
        self.directed.found += left.len();
        for item in items {
            let (Item::Asked { from, to, words } | Item::Promised { from, to, words }) = item else {
                continue;
            };
            self.directed.marked += 1;
            let marked = span(&text.text, words, &text.name);
            let fits = |one: &&Directed| {
                alike(from, one.from.as_ref())
                    && alike(to, one.to.as_ref())
                    && touches(marked, (one.start, one.end))
            };
            match left.iter().position(fits) {
                Some(at) => {
                    self.directed.both += 1;
                    left.remove(at);
                }
                None => self.differs(text, format!("not found {item:?}")),
            }
        }
        for one in left {
            self.differs(
                text,
                format!("not marked: {kind} {:?} | {:?} | {}", one.from, one.to, one.text),
            );
        }
    }

    fn days(&mut self, text: &Text, found: &Capture) {
        let mut left: Vec<_> = found.dates.iter().collect();
        self.dates.found += left.len();
        for item in &text.items {
            let Item::Dated { date, words } = item else {
                continue;
            };
            self.dates.marked += 1;
            let fits = |one: &&capture::Dated| {
                one.date.as_ref() == Some(date)
                    && (one.text.contains(words.as_str()) || words.contains(&one.text))
            };
            match left.iter().position(fits) {
                Some(at) => {
                    self.dates.both += 1;
                    left.remove(at);
                }
                None => self.differs(text, format!("not found {item:?}")),
            }
        }
        for one in left {
            self.differs(text, format!("not marked: date {:?} | {}", one.date, one.text));
        }
    }

    fn persons(&mut self, text: &Text, found: &Capture) {
        let mut left: Vec<_> = found.participants.iter().collect();
        self.people.found += left.len();
        for item in &text.items {
            let Item::Person { name, post } = item else {
                continue;
            };
            self.people.marked += 1;
            let Some(at) = left.iter().position(|one| one.name == *name) else {
                self.differs(text, format!("not found {item:?}"));
                continue;
            };
            let one = left.remove(at);
            self.people.both += 1;
            self.posts.marked += usize::from(!post.is_empty());
            self.posts.found += usize::from(one.post.is_some());
            let same = one
                .post
                .as_ref()
                .is_some_and(|told| !post.is_empty() && told.starts_with(post.as_str()));
            self.posts.both += usize::from(same);
            if same == post.is_empty() || (one.post.is_some() && post.is_empty()) {
                self.differs(text, format!("post {:?} of {item:?}", one.post));
            }
        }
        for one in left {
            self.differs(text, format!("not marked: person {} | {:?}", one.name, one.post));
        }
    }

    fn subjects(&mut self, text: &Text, found: &Capture) {
        let mut left: Vec<_> = found.subjects.iter().collect();
        self.about.found += left.len();
        for item in &text.items {
            let Item::About { words } = item else { continue };
            self.about.marked += 1;
            let marked = span(&text.text, words, &text.name);
            match left.iter().position(|one| mostly(marked, (one.start, one.end))) {
                Some(at) => {
                    self.about.both += 1;
                    left.remove(at);
                }
                None => self.differs(text, format!("not found {item:?}")),
            }
        }
        for one in left {
            self.differs(text, format!("not marked: about {}", one.text));
        }
    }

    /// The figures of this set stay near those that are published (docs/capture-gold.md).
    pub fn holds(&self) {
        assert!(
            self.said.precision() >= 0.96 && self.said.recall() >= 0.97,
            "who said what:\n{self}"
        );
        assert!(
            self.directed.precision() >= 0.94 && self.directed.recall() >= 0.91,
            "requests and promises:\n{self}"
        );
        assert!(
            self.dates.precision() >= 0.97 && self.dates.recall() >= 0.97,
            "dates:\n{self}"
        );
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.differences {
            writeln!(f, "{line}")?;
        }
        let rows = [
            ("speaker and cue", &self.said),
            ("mode, of those", &self.modes),
            ("requests, promises", &self.directed),
            ("dates", &self.dates),
            ("people", &self.people),
            ("posts, of those", &self.posts),
            ("subjects", &self.about),
        ];
        for (what, tally) in rows {
            writeln!(
                f,
                "{what:<20} P {:.3} R {:.3} ({} marked, {} found, {} both)",
                tally.precision(),
                tally.recall(),
                tally.marked,
                tally.found,
                tally.both
            )?;
        }
        Ok(())
    }
}
