//! Whom pronouns and titles refer to, by stated rules:
//!
//! - *he*, *she*: whoever acts in the sentence; else whoever acted in the last; else the person named last; whom a title says to be
//!   of the other gender is passed over.
//! - *it*, *they*: the last that acted and is no person; else, of a post or a statement, whoever it is of.
//! - *I*, *we* in a quotation: its speaker.
//! - *the premier*, *the JCA president*: the person named last whose post has that word, and the words beside it.

use super::{Reader, Who, Within};
use crate::names::{Gender, Of};
use crate::view::{Span, View};
use crate::words::{country_of, kind};

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
        // "Deputy Prime Minister and Minister of Trade Ana Horvat" has two posts and is one person.
        let posts = |at: usize| at > 0 && view.mention(at - 1).is_some_and(|one| one.of == Of::Post);
        let joined = (span.0..head.1).any(|at| {
            view.word(at) == "and"
                && view.mention(at).is_none_or(|one| view.token(at) < one.titles)
                && !posts(at)
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
