//! Requests with their direction.

mod asked;

use super::content::{end, is_infinitive, is_passive, is_unreal, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within};
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};
use asked::pieces;

/// What was asked, and of whom.
struct Asked {
    to: Option<Who>,
    what: Span,
    rule: &'static str,
}

impl Reader<'_, '_> {
    /// The request that the verb at a piece tells of; whether there is one.
    pub fn asks(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        let lexeme = view.lexeme(at);
        let asks = verb::ASKS_TO | verb::ASKS_FOR | verb::ASKS_THING | verb::ASKS_THAT;
        if !lexeme.tells(asks) || at < within.asked_until || !is_verb(view, at) {
            return false;
        }
        if is_passive(view, at) {
            return !is_unreal(view, at) && self.was_asked(view, at, within);
        }
        let wishes = is_infinitive(view, at);
        if is_unreal(view, at) || (wishes && !purpose(view, at)) {
            return self.would_like(view, at, within);
        }
        let Some(from) = self.asker(view, at, within, wishes) else {
            return false;
        };
        let mut asked = self
            .asked_to(view, at, within)
            .or_else(|| self.asked_that(view, at, within))
            .or_else(|| self.asked_for(view, at, within));
        if let Some(asked) = asked.as_mut().filter(|asked| asked.to.is_none() && wishes) {
            asked.to = self.written_to(view, at, within);
        }
        let Some(mut asked) = asked else { return false };
        if asked.to.is_none() && asked.rule == FOR_THING && before(view, at) == Before::Same {
            asked.to = within.asked.clone();
        }
        self.notes(view, at, &from, asked, within)
    }

    /// Whoever asks: the subject, the same as before, or whoever writes "to ask".
    fn asker(&mut self, view: View<'_, '_>, at: usize, within: &Within, wishes: bool) -> Option<Who> {
        if wishes {
            let main = (0..at).rev().find(|one| {
                view.lexeme(*one).is_verb() && is_verb(view, *one) && view.lexeme(*one).form() == Form::Past
            });
            return match main.map(|main| before(view, main)) {
                Some(Before::Phrase(span)) => self.refers(view, span, within),
                _ => within.subject.clone().or_else(|| within.inside.clone()),
            };
        }
        match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            Before::Same => self.same(view, at, within),
            Before::Nothing => None,
        }
    }

    fn notes(
        &mut self,
        view: View<'_, '_>,
        at: usize,
        from: &Who,
        asked: Asked,
        within: &mut Within,
    ) -> bool {
        let to = asked.to.filter(|to| to.name != from.name);
        let mut parts = vec![asked.what];
        if asked.rule == FOR_THING {
            parts = pieces(view, asked.what);
        }
        let mut found = false;
        for what in parts {
            let why = format!("{}: \"{}\"", asked.rule, view.word(at));
            if let Some(request) = self.directed(view, Some(from), to.as_ref(), what, why) {
                self.out.requests.push(request);
                found = true;
            }
        }
        self.acts(Some(from), false);
        if found {
            self.acts(to.as_ref(), false);
            self.asked_before(view, at, from, within);
            if let Some(to) = &to {
                self.focus.hears(to);
            }
            // What is told within a clause of somebody's is no act of the sentence's own subject.
            if at >= within.said_until {
                within.subject = Some(from.clone());
                self.focus.acted(from);
            }
            within.asked = to.or_else(|| within.asked.clone());
            within.asked_until = asked.what.1;
        }
        found
    }

    /// `was asked by O to do`
    fn was_asked(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        if !view.lexeme(at).tells(verb::ASKS_TO) {
            return false;
        }
        let to = match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            Before::Same => within.subject.clone(),
            Before::Nothing => None,
        };
        let Some(to) = to else { return false };
        let mut next = at + 1;
        let mut from = None;
        if view.word(next) == "by" {
            let end = view.phrase(next + 1, &["to"]);
            from = self.refers(view, (next + 1, end), within);
            next = end;
        }
        if let Some((_, end)) = view.date(next).or_else(|| {
            view.date(next + 1)
                .filter(|_| view.lexeme(next).is(kind::PREPOSITION))
        }) {
            next = end;
        }
        let not = usize::from(view.word(next) == "not");
        if view.word(next + not) != "to" || view.lexeme(next + not + 1).is(kind::DETERMINER) {
            return false;
        }
        let first = if not == 1 { next } else { next + 1 };
        let why = format!("a passive of asking: \"{}\"", view.word(at));
        let request = self.directed(
            view,
            from.as_ref(),
            Some(&to),
            (first, end(view, next + not + 1)),
            why,
        );
        let found = request.is_some();
        self.out.requests.extend(request);
        self.acts(from.as_ref(), false);
        within.subject = Some(to);
        found
    }

    /// `has written to the minister to ask for help`
    fn written_to(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Who> {
        let to = (at.saturating_sub(14)..at.saturating_sub(1))
            .rev()
            .find(|one| view.word(*one) == "to" && one + 2 < at)?;
        let end = view.phrase(to + 1, &["to"]);
        (end > to + 1 && end < at)
            .then(|| self.refers(view, (to + 1, end), within))
            .flatten()
    }

    /// `would like to ask`, `I write to ask`: of whoever speaks or writes.
    fn would_like(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        let like = at > 2
            && view.word(at - 1) == "to"
            && matches!(view.word(at - 2), "like" | "wish")
            && view.lexeme(at).form() == Form::Base;
        if !like {
            return false;
        }
        let subject = match before(view, at - 2) {
            Before::Phrase(span) => self.refers(view, span, within),
            _ => None,
        };
        let Some(from) = subject else { return false };
        let asked = self
            .asked_to(view, at, within)
            .or_else(|| self.asked_that(view, at, within))
            .or_else(|| self.asked_for(view, at, within));
        asked.is_some_and(|asked| self.notes(view, at, &from, asked, within))
    }

    /// `Please send`, `could you send`: of whoever speaks or writes.
    pub fn asked_please(&mut self, view: View<'_, '_>, within: &Within) {
        let Some(from) = within.inside.clone() else { return };
        let could = (0..view.len().min(6)).find(|at| {
            matches!(view.word(*at), "could" | "would" | "can" | "will") && view.word(at + 1) == "you"
        });
        let please = (0..view.len().min(8)).find(|at| view.word(*at) == "please");
        let verb = match (could, please) {
            (Some(could), _) => {
                could
                    + 2
                    + usize::from(view.word(could + 2) == "please")
                    + usize::from(view.word(could + 2) == "kindly")
            }
            (None, Some(please)) if please <= 1 => please + 1,
            _ => return,
        };
        if view.stops(verb)
            || view.lexeme(verb).is(kind::PREPOSITION | kind::DETERMINER)
            || view.word(verb) == "be"
        {
            return;
        }
        let to = self
            .letter
            .addressee
            .clone()
            .filter(|_| self.letter.writer.as_ref() == Some(&from));
        let request = self.directed(
            view,
            Some(&from),
            to.as_ref(),
            (verb, end(view, verb)),
            "words that ask: \"please\" or \"could you\"".to_owned(),
        );
        self.out.requests.extend(request);
    }

    /// `X said on a day that Y had asked`: they met by then.
    fn asked_before(&mut self, view: View<'_, '_>, at: usize, from: &Who, within: &Within) {
        let had = (at.saturating_sub(3)..at).any(|at| view.word(at) == "had");
        let teller = within
            .subject
            .clone()
            .filter(|teller| matches!(teller.of, Some(Of::Person(_))) && teller.name != from.name);
        if let (true, Some(teller), Some(Of::Person(_))) = (had, teller, from.of) {
            self.met_by_then(view, at, &teller, from);
        }
    }
}

/// A thing that is asked for may be several.
const FOR_THING: &str = "a verb of asking, and what for";

/// Whether the infinitive of asking says what was done, not what is wished: after *wrote*, *came*, *called*.
fn purpose(view: View<'_, '_>, at: usize) -> bool {
    let before = (at.saturating_sub(12)..at.saturating_sub(1))
        .rev()
        .find(|one| view.lexeme(*one).is_verb() && is_verb(view, *one));
    before.is_some_and(|one| {
        let word = view.word(one);
        ["writ", "wrote", "came", "went", "travel", "turn", "met", "use"]
            .iter()
            .any(|stem| word.starts_with(stem))
    })
}
