//! Whom pronouns and titles refer to, by stated rules:
//!
//! - *he*, *she*: whoever acts in the sentence; else whoever acted in the last; else the person named last; whom a title says to be
//!   of the other gender is passed over.
//! - *it*, *they*: the last that acted and is no person; else, of a post or a statement, whoever it is of.
//! - *I*, *we* in a quotation: its speaker.
//! - *the premier*, *the JCA president*: the person named last whose post has that word, and the words beside it.

use super::{Reader, Who, Within};
use crate::names::{Gender, Names, Of};
use crate::view::{Span, View};
use crate::words::{country_of, kind, lexeme};
use std::collections::{BTreeMap, VecDeque};

/// How many people a pronoun or a title is looked for among.
const NEAR: usize = 12;

/// What the text speaks of at a place.
#[derive(Clone, Debug, Default)]
pub struct Focus {
    /// Whoever acted last.
    person: Option<usize>,
    /// Whatever acted last that is no person.
    thing: Option<Who>,
    /// The people named last, the latest first.
    recent: VecDeque<usize>,
    genders: Vec<Option<Gender>>,
    /// Whoever acted last, if only a post tells who it is: *a spokesman*.
    human: Option<Who>,
    /// Lower-case words for bodies that acted: *department* is the *transport department*.
    bodies: BTreeMap<String, String>,
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

    fn fits(&self, person: usize, gender: Gender) -> bool {
        self.genders
            .get(person)
            .copied()
            .flatten()
            .is_none_or(|known| known == gender)
    }
}

impl Reader<'_, '_> {
    /// The subject of a verb that has none of its own.
    pub fn same(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Who> {
        if within.subject.is_some() {
            return within.subject.clone();
        }
        let opening = || {
            let to = if view.lexeme(0).is(kind::PRONOUN) {
                1
            } else {
                view.phrase(0, &[])
            };
            (to > 0 && to < at).then_some((0, to))
        };
        let span = super::subject::of_last_verb(view, at).or_else(opening)?;
        self.refers(view, span, within)
    }

    /// Whom a phrase refers to.
    pub fn refers(&mut self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        let span = without_clause(view, span);
        if span.0 >= span.1 {
            return None;
        }
        if span.1 - span.0 == 1 && view.mention(span.0).is_none() && view.lexeme(span.0).is(kind::PRONOUN) {
            return self.pronoun(view.word(span.0), within);
        }
        if let Some(who) = self.own_country(view, span, within) {
            return Some(who);
        }
        let head = head(view, span);
        if let Some(who) = self.named(view, span, head) {
            return Some(who);
        }
        if view.lexeme(head.1 - 1).is(kind::POST)
            && !matches!(view.word(span.0), "a" | "an" | "one" | "another" | "some")
            && let Some(who) = self.titled(view, span)
        {
            return Some(who);
        }
        let from = span.0
            + usize::from(matches!(view.word(span.0), "the" | "a" | "an") && view.mention(span.0).is_none());
        let name = view
            .text((from, span.1))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let single = span.1 - from == 1;
        let name = self
            .focus
            .bodies
            .get(&name.to_lowercase())
            .filter(|_| single && from > span.0)
            .cloned()
            .unwrap_or(name);
        (!name.is_empty()).then_some(Who {
            name,
            of: None,
            how: None,
        })
    }

    /// The person or the body that the head of a phrase names.
    fn named(&self, view: View<'_, '_>, span: Span, head: Span) -> Option<Who> {
        let joined = (span.0..head.1).any(|at| {
            view.word(at) == "and" && view.mention(at).is_none_or(|one| view.token(at) < one.titles)
        });
        if joined {
            return None;
        }
        let mention = view.mention(head.1 - 1)?;
        let of = mention.of;
        let name = match of {
            Of::Person(_) | Of::Body(_) | Of::Site(_) => self.names.name(of)?.to_owned(),
            Of::Unknown if span.1 - span.0 == 1 => view.text(span).to_owned(),
            _ => return None,
        };
        // "the city of Delmar", "officials of Delmar": the head is no name, and says more.
        let whole = head == span || matches!(of, Of::Person(_));
        let plain = (head.0..head.1).all(|at| {
            view.mention(at).is_some_and(|one| one.of == of)
                || view.lexeme(at).is(kind::DETERMINER)
                || matches!(of, Of::Person(_))
        });
        (whole && plain).then_some(Who {
            name,
            of: Some(of),
            how: None,
        })
    }

    /// *his country*: that of the post of whoever speaks.
    fn own_country(&self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        let own = span.1 - span.0 == 2
            && view.lexeme(span.0).is(kind::OWNER)
            && matches!(view.word(span.0 + 1), "country" | "nation" | "homeland");
        let Some(Of::Person(person)) = within
            .subject
            .as_ref()
            .or(within.inside.as_ref())
            .filter(|_| own)?
            .of
        else {
            return None;
        };
        let country = self.names.people[person]
            .post
            .as_ref()?
            .split(' ')
            .find_map(country_of)?;
        Some(Who {
            name: country.to_owned(),
            of: None,
            how: Some(format!("\"{}\" by the speaker's post", view.text(span))),
        })
    }

    fn pronoun(&mut self, word: &str, within: &Within) -> Option<Who> {
        if matches!(word, "them" | "him" | "her")
            && let Some(who) = within.asked.clone()
        {
            return Some(who);
        }
        let gender = match word {
            "he" | "him" => Some(Gender::Man),
            "she" | "her" => Some(Gender::Woman),
            _ => None,
        };
        if let Some(gender) = gender {
            return self.person(word, gender, within);
        }
        match word {
            "i" | "we" | "us" | "me" => {
                let who = within.inside.clone().filter(|who| !who.name.is_empty())?;
                Some(Who {
                    how: Some(format!("\"{word}\" is whoever speaks")),
                    ..who
                })
            }
            "it" | "they" | "them" => {
                let who = within
                    .subject
                    .clone()
                    .filter(|who| !matches!(who.of, Some(Of::Person(_))))
                    .or_else(|| self.focus.thing.clone())?;
                Some(Who {
                    how: Some(format!("\"{word}\" is the last that acted and is no person")),
                    ..who
                })
            }
            "everyone" | "everybody" | "nobody" | "someone" | "somebody" | "anyone" => Some(Who {
                name: word.to_owned(),
                of: None,
                how: None,
            }),
            _ => None,
        }
    }

    fn person(&mut self, word: &str, gender: Gender, within: &Within) -> Option<Who> {
        if let Some(who) = self.focus.human.clone().filter(|_| within.subject.is_none()) {
            return Some(Who {
                how: Some(format!("\"{word}\" is whoever acted last")),
                ..who
            });
        }
        let of_sentence = within.subject.as_ref().and_then(|who| match who.of {
            Some(Of::Person(person)) => Some(person),
            _ => None,
        });
        let sure = [of_sentence, self.focus.person]
            .into_iter()
            .flatten()
            .find(|person| self.focus.fits(*person, gender));
        let person = sure.or_else(|| {
            self.focus
                .recent
                .iter()
                .copied()
                .find(|person| self.focus.fits(*person, gender))
        })?;
        if sure.is_some() {
            self.focus.genders[person] = Some(gender);
        }
        let how = if sure.is_some() {
            "whoever acted last"
        } else {
            "the person named last"
        };
        Some(Who {
            name: self.names.people[person].name.clone(),
            of: Some(Of::Person(person)),
            how: Some(format!("\"{word}\" is {how}")),
        })
    }

    /// The person named last who has the post.
    fn titled(&self, view: View<'_, '_>, span: Span) -> Option<Who> {
        let words: Vec<String> = (span.0..span.1)
            .filter(|at| !view.lexeme(*at).is(kind::DETERMINER | kind::PREPOSITION) && !view.possessive(*at))
            .map(|at| view.word(at).to_owned())
            .filter(|word| !matches!(word.as_str(), "former" | "own"))
            .collect();
        let fits = |person: &usize| {
            let person = &self.names.people[*person];
            let Some(post) = &person.post else { return false };
            let known = format!("{post} {}", person.organisation.clone().unwrap_or_default()).to_lowercase();
            let known: Vec<&str> = known.split(|one: char| !one.is_alphanumeric()).collect();
            words.iter().all(|word| {
                known.contains(&word.as_str())
                    || (word == "premier" && known.contains(&"prime"))
                    || self.names.is_short_of(word, person.organisation.as_deref())
            })
        };
        let person = self.focus.recent.iter().copied().find(fits)?;
        let how = format!("\"{}\" is the person named last with that post", view.text(span));
        Some(Who {
            name: self.names.people[person].name.clone(),
            of: Some(Of::Person(person)),
            how: Some(how),
        })
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

/// The phrase up to a preposition that stands in no name.
fn head(view: View<'_, '_>, span: Span) -> Span {
    let end =
        (span.0 + 1..span.1).find(|at| view.lexeme(*at).is(kind::PREPOSITION) && view.mention(*at).is_none());
    (span.0, end.unwrap_or(span.1))
}

/// Without small words that open a clause.
fn without_clause(view: View<'_, '_>, span: Span) -> Span {
    let mut from = span.0;
    while from < span.1 && (view.stops(from) || view.lexeme(from).is(kind::CONJUNCTION)) {
        from += 1;
    }
    (from, span.1)
}
