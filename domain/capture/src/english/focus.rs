//! What the text speaks of at a place: who acted last, and who was named.

use super::Who;
use crate::names::{Gender, Names, Of};
use crate::view::View;
use crate::words::{kind, lexeme};
use std::collections::{BTreeMap, VecDeque};

/// How many people a pronoun or a title is looked for among.
const NEAR: usize = 12;

/// What the text speaks of at a place.
#[derive(Clone, Debug, Default)]
pub struct Focus {
    /// Whoever acted last.
    pub(super) person: Option<usize>,
    /// Whatever acted last that is no person.
    pub(super) thing: Option<Who>,
    /// The people named last, the latest first.
    pub(super) recent: VecDeque<usize>,
    pub(super) genders: Vec<Option<Gender>>,
    /// Whoever acted last, if only a post tells who it is: *a spokesman*.
    pub(super) human: Option<Who>,
    /// Lower-case words for bodies that acted: *department* is the *transport department*.
    pub(super) bodies: BTreeMap<String, String>,
}

impl Focus {
    /// At the beginning.
    pub fn of(names: &Names) -> Self {
        Focus {
            genders: names.people.iter().map(|person| person.gender).collect(),
            ..Focus::default()
        }
    }

    /// The people that a sentence names are near from now on.
    pub fn reads(&mut self, view: View<'_, '_>) {
        for at in 0..view.len() {
            if let Some(Of::Person(person)) = view.mention(at).map(|mention| mention.of) {
                self.names(person);
            }
        }
    }

    fn names(&mut self, person: usize) {
        if self.recent.front() != Some(&person) {
            self.recent.retain(|known| *known != person);
            self.recent.push_front(person);
            self.recent.truncate(NEAR);
        }
    }

    /// After a sentence whoever acted in it is spoken of, or whom it names first.
    pub fn ends(&mut self, view: View<'_, '_>, subject: Option<&Who>) {
        match subject {
            Some(Who {
                of: Some(Of::Person(person)),
                ..
            }) => {
                self.person = Some(*person);
                self.names(*person);
            }
            Some(_) => {}
            None => {
                let first = (0..view.len()).find_map(|at| match view.mention(at)?.of {
                    Of::Person(person) => Some(person),
                    _ => None,
                });
                self.person = first.or(self.person);
            }
        }
    }

    /// Whom the text speaks of, without what stays as it is found.
    pub fn kept(&self) -> Focus {
        Focus {
            person: self.person,
            thing: self.thing.clone(),
            recent: self.recent.clone(),
            human: self.human.clone(),
            ..Focus::default()
        }
    }

    /// After a quotation the text speaks of whom it spoke before.
    pub fn returns(&mut self, kept: Focus) {
        let Focus {
            person,
            thing,
            recent,
            human,
            ..
        } = kept;
        (self.person, self.thing, self.recent, self.human) = (person, thing, recent, human);
    }

    /// Somebody acts.
    pub fn acted(&mut self, who: &Who) {
        match who.of {
            Some(Of::Person(person)) => {
                self.person = Some(person);
                self.human = None;
            }
            _ if who.name.is_empty() => {}
            _ if is_human(&who.name) => self.human = Some(who.clone()),
            _ => {
                self.thing = Some(who.clone());
                self.hears(who);
            }
        }
    }

    /// Somebody is spoken to: a body is known by its last word from now on.
    pub fn hears(&mut self, who: &Who) {
        let last = who
            .name
            .rsplit(' ')
            .next()
            .filter(|last| who.name.len() > last.len());
        if let Some(last) = last
            .map(str::to_lowercase)
            .filter(|last| lexeme(last).is(kind::BODY))
        {
            self.bodies.insert(last, who.name.clone());
        }
    }

    /// "for her part" says who is a woman, "for his part" who is a man.
    pub fn parts(&mut self, view: View<'_, '_>) {
        for at in 1..view.len() {
            if view.word(at) != "part" || !matches!(view.word(at - 1), "her" | "his") {
                continue;
            }
            let gender = if view.word(at - 1) == "her" {
                Gender::Woman
            } else {
                Gender::Man
            };
            let named = (0..at).rev().find_map(|at| match view.mention(at)?.of {
                Of::Person(person) => Some(person),
                _ => None,
            });
            if let Some(person) = named {
                self.genders[person] = Some(gender);
            }
        }
    }

    /// Whether a person can be a woman or a man as a pronoun says.
    pub(super) fn fits(&self, person: usize, gender: Gender) -> bool {
        self.genders
            .get(person)
            .copied()
            .flatten()
            .is_none_or(|known| known == gender)
    }
}

/// Whether a phrase is of a person by the post that it begins with.
fn is_human(name: &str) -> bool {
    let mut words = name.split(' ').map(str::to_lowercase);
    words
        .by_ref()
        .take_while(|word| !lexeme(word).is(kind::PREPOSITION))
        .last()
        .is_some_and(|last| lexeme(&last).is(kind::POST))
}
