//! Requests with their direction.

use super::content::{end, is_infinitive, is_passive, is_unreal, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within};
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// What somebody can be asked for that is their own to give: *the city's help* is asked of the city.
const GIVEN: &[&str] = &[
    "cooperation", "co-operation", "support", "help", "assistance", "aid", "backing", "consent", "approval", "permission", "participation", "advice", "understanding", "agreement",
    "blessing", "endorsement", "patience", "commitment", "view", "views", "opinion", "intervention", "partnership", "forgiveness", "protection",
];

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
        let Some(from) = self.asker(view, at, within, wishes) else { return false };
        let mut asked = self.asked_to(view, at, within).or_else(|| self.asked_that(view, at, within)).or_else(|| self.asked_for(view, at, within));
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
            let main = (0..at).rev().find(|one| view.lexeme(*one).is_verb() && is_verb(view, *one) && view.lexeme(*one).form() == Form::Past);
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

    fn notes(&mut self, view: View<'_, '_>, at: usize, from: &Who, asked: Asked, within: &mut Within) -> bool {
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
        if let Some((_, end)) = view.date(next).or_else(|| view.date(next + 1).filter(|_| view.lexeme(next).is(kind::PREPOSITION))) {
            next = end;
        }
        let not = usize::from(view.word(next) == "not");
        if view.word(next + not) != "to" || view.lexeme(next + not + 1).is(kind::DETERMINER) {
            return false;
        }
        let first = if not == 1 { next } else { next + 1 };
        let why = format!("a passive of asking: \"{}\"", view.word(at));
        let request = self.directed(view, from.as_ref(), Some(&to), (first, end(view, next + not + 1)), why);
        let found = request.is_some();
        self.out.requests.extend(request);
        self.acts(from.as_ref(), false);
        within.subject = Some(to);
        found
    }

    /// `asked O to do`, `called on O to do`, `wants O to do`, `asked to do`
    fn asked_to(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        if !view.lexeme(at).tells(verb::ASKS_TO) {
            return None;
        }
        let stem = view.word(at);
        let mut from = at + 1;
        let by = match () {
            () if stem.starts_with("call") => matches!(view.word(from), "on" | "upon"),
            () if stem.starts_with("appeal") => view.word(from) == "to",
            () if stem.starts_with("plead") => view.word(from) == "with",
            () => true,
        };
        let prepositional = stem.starts_with("call") || stem.starts_with("appeal") || stem.starts_with("plead");
        if !by {
            return None;
        }
        from += usize::from(prepositional);
        let object = if view.lexeme(from).is(kind::PRONOUN) { from + 1 } else { view.phrase(from, &["to", "for"]) };
        // "requested help to build", "requested a million from the state to build": a thing is asked for.
        let thing = view.lexeme(at).tells(verb::ASKS_THING) && object > from && (GIVEN.contains(&view.word(object - 1)) || (from..object).any(|at| view.word(at) == "from" || view.tokens.kind(view.token(at)) == crate::token::Kind::Number || view.is(at, '$') || GIVEN.contains(&view.word(at))) || view.word(object) == "for");
        if thing && !stem.starts_with("want") {
            return None;
        }
        let mut next = object;
        if let Some((_, end)) = view.date(next).or_else(|| view.date(next + 1).filter(|_| view.lexeme(next).is(kind::PREPOSITION))) {
            next = end;
        }
        // "asked O, …, to do": what stands aside is passed.
        if view.is(next, ',') && object > from {
            next = (next + 1..(next + 16).min(view.len())).find(|at| view.is(at - 1, ',') && view.word(*at) == "to").unwrap_or(next);
        }
        if view.word(next) == "for" && object > from && !stem.starts_with("want") {
            let to = self.refers(view, (from, object), within);
            return Some(Asked { to, what: (next + 1, end(view, next + 1)), rule: FOR_THING });
        }
        let not = usize::from(view.word(next) == "not");
        let verb = next + not + 1;
        let infinitive = view.word(next + not) == "to" && !view.stops(verb) && !view.lexeme(verb).is(kind::DETERMINER | kind::OWNER | kind::PRONOUN) && !view.capital(verb);
        let place = stem.starts_with("invit") && view.word(next) == "to" && view.mention(verb).is_some();
        if !(infinitive || place) || (object == from && !matches!(stem, "asked" | "asks" | "ask" | "asking")) {
            return None;
        }
        let to = if object > from { self.refers(view, (from, object), within) } else { None };
        let first = if not == 1 { next } else { next + 1 };
        Some(Asked { to, what: (first, end(view, verb)), rule: "a verb of asking, whom, and what to do" })
    }

    /// `suggested that O do`, `demanded that O be`
    fn asked_that(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        let that = view.date(at + 1).or_else(|| view.date(at + 2).filter(|_| view.lexeme(at + 1).is(kind::PREPOSITION))).map_or(at + 1, |(_, to)| to);
        if !view.lexeme(at).tells(verb::ASKS_THAT) || view.word(that) != "that" {
            return None;
        }
        let subject = that + 1;
        let found = acted(view, subject).or_else(|| acted_plainly(view, subject));
        let (object, action) = found.unwrap_or((subject, subject));
        let be = view.word(action) == "be";
        // To tell somebody whom to ask is advice.
        let advice = view.lexeme(action).tells(verb::ASKS_THING) || matches!(view.word(action), "ask" | "petition" | "appeal") || matches!(view.word(action), "apply" | "consult" | "contact");
        let suggests = view.lexeme(at).tells(verb::SAYS) && !matches!(view.word(at), "asked" | "urged" | "asks" | "urges" | "asking" | "urging");
        let finite = suggests && (found.is_none() || view.lexeme(action).is(kind::AUXILIARY) && !be);
        if advice && suggests || finite {
            return None;
        }
        let to = (object > subject && !be).then(|| self.refers(view, (subject, object), within)).flatten();
        let first = if be { subject } else { action };
        Some(Asked { to, what: (first, end(view, first)), rule: "a verb of asking, and a clause of what is to be done" })
    }

    /// `asked for help`, `requested the city's help`, `sought permits from the city`
    fn asked_for(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Asked> {
        let lexeme = view.lexeme(at);
        let stem = view.word(at);
        let from = match () {
            () if lexeme.tells(verb::ASKS_FOR) && view.word(at + 1) == "for" => at + 2,
            () if lexeme.tells(verb::ASKS_THING) && !stem.starts_with("want") => at + 1,
            () => return None,
        };
        let opens = view.nominal(from) || view.lexeme(from).is(kind::DETERMINER | kind::OWNER) || view.lexeme(from).form() == Form::Ing || view.is(from, '$') || view.is(from, '€');
        if !opens || view.stops(from) || (stem.starts_with("s") && view.word(from) == "to") {
            return None;
        }
        let last = end(view, from);
        Some(Asked { to: self.giver(view, (from, last), within), what: (from, last), rule: FOR_THING })
    }

    /// Of whom a thing is asked: `from O`, or whose it is to give.
    fn giver(&mut self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        if let Some(from) = (span.0..span.1).find(|at| view.word(*at) == "from" && view.date(at + 1).is_none() && view.mention(*at).is_none()) {
            let end = view.phrase(from + 1, &["to", "for"]);
            let numbers = view.tokens.kind(view.token(from + 1)) == crate::token::Kind::Number;
            if end > from + 1 && !numbers {
                return self.refers(view, (from + 1, end), within);
            }
        }
        if let Some(owner) = (span.0..span.1.min(span.0 + 8)).find(|at| view.possessive(*at)) {
            let given = (owner + 1..(owner + 3).min(span.1)).any(|at| GIVEN.contains(&view.word(at)));
            if given {
                return self.refers(view, (span.0, owner), within);
            }
        }
        let of = (span.0..span.1.min(span.0 + 4)).find(|at| view.word(*at) == "of" && *at > 0 && GIVEN.contains(&view.word(at - 1)))?;
        let end = view.phrase(of + 1, &["to", "for", "in"]);
        self.refers(view, (of + 1, end), within).or_else(|| within.asked.clone())
    }

    /// `has written to the minister to ask for help`
    fn written_to(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Who> {
        let to = (at.saturating_sub(14)..at.saturating_sub(1)).rev().find(|one| view.word(*one) == "to" && one + 2 < at)?;
        let end = view.phrase(to + 1, &["to"]);
        (end > to + 1 && end < at).then(|| self.refers(view, (to + 1, end), within)).flatten()
    }

    /// `would like to ask`, `I write to ask`: of whoever speaks or writes.
    fn would_like(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        let like = at > 2 && view.word(at - 1) == "to" && matches!(view.word(at - 2), "like" | "wish") && view.lexeme(at).form() == Form::Base;
        if !like {
            return false;
        }
        let subject = match before(view, at - 2) {
            Before::Phrase(span) => self.refers(view, span, within),
            _ => None,
        };
        let Some(from) = subject else { return false };
        let asked = self.asked_to(view, at, within).or_else(|| self.asked_that(view, at, within)).or_else(|| self.asked_for(view, at, within));
        asked.is_some_and(|asked| self.notes(view, at, &from, asked, within))
    }

    /// `Please send`, `could you send`: of whoever speaks or writes.
    pub fn asked_please(&mut self, view: View<'_, '_>, within: &Within) {
        let Some(from) = within.inside.clone() else { return };
        let could = (0..view.len().min(6)).find(|at| matches!(view.word(*at), "could" | "would" | "can" | "will") && view.word(at + 1) == "you");
        let please = (0..view.len().min(8)).find(|at| view.word(*at) == "please");
        let verb = match (could, please) {
            (Some(could), _) => could + 2 + usize::from(view.word(could + 2) == "please") + usize::from(view.word(could + 2) == "kindly"),
            (None, Some(please)) if please <= 1 => please + 1,
            _ => return,
        };
        if view.stops(verb) || view.lexeme(verb).is(kind::PREPOSITION | kind::DETERMINER) || view.word(verb) == "be" {
            return;
        }
        let to = self.letter.addressee.clone().filter(|_| self.letter.writer.as_ref() == Some(&from));
        let request = self.directed(view, Some(&from), to.as_ref(), (verb, end(view, verb)), "words that ask: \"please\" or \"could you\"".to_owned());
        self.out.requests.extend(request);
    }

    /// `X said on a day that Y had asked`: they met by then.
    fn asked_before(&mut self, view: View<'_, '_>, at: usize, from: &Who, within: &Within) {
        let had = (at.saturating_sub(3)..at).any(|at| view.word(at) == "had");
        let teller = within.subject.clone().filter(|teller| matches!(teller.of, Some(Of::Person(_))) && teller.name != from.name);
        if let (true, Some(teller), Some(Of::Person(_))) = (had, teller, from.of) {
            self.met_by_then(view, at, &teller, from);
        }
    }
}

/// A thing that is asked for may be several.
const FOR_THING: &str = "a verb of asking, and what for";

/// Whether the infinitive of asking says what was done, not what is wished: after *wrote*, *came*, *called*.
fn purpose(view: View<'_, '_>, at: usize) -> bool {
    let before = (at.saturating_sub(12)..at.saturating_sub(1)).rev().find(|one| view.lexeme(*one).is_verb() && is_verb(view, *one));
    before.is_some_and(|one| {
        let word = view.word(one);
        ["writ", "wrote", "came", "went", "travel", "turn", "met", "use"].iter().any(|stem| word.starts_with(stem))
    })
}

/// The end of whoever is to act in a clause, and the verb of it.
fn acted(view: View<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let stop = view.len().min(from + 16);
    let verb = (from + 1..stop).take_while(|at| !view.stops(*at)).find(|at| {
        let lexeme = view.lexeme(*at);
        let base = lexeme.is_verb() && lexeme.form() == Form::Base && !view.capital(*at) && !view.lexeme(at - 1).is(kind::DETERMINER | kind::OWNER | kind::PREPOSITION) && !view.possessive(at - 1);
        base || lexeme.is(kind::MODAL | kind::AUXILIARY) && !view.capital(*at)
    })?;
    let action = if view.lexeme(verb).is(kind::MODAL) { verb + 1 } else { verb };
    Some((verb, action))
}

/// A thing asked for, parted where `and` begins another with an article.
fn pieces(view: View<'_, '_>, span: Span) -> Vec<Span> {
    let mut parts = vec![];
    let mut from = span.0;
    for at in span.0 + 1..span.1 {
        let joined = view.word(at) == "and" && (view.lexeme(at + 1).is(kind::DETERMINER) || view.word(at + 1) == "for") && at + 1 < span.1;
        let told = (from..at).any(|at| matches!(view.word(at), "to" | "between" | "that" | "who" | "which"));
        if joined && !told {
            parts.push((from, at));
            from = at + 1 + usize::from(view.word(at + 1) == "for");
        }
    }
    parts.push((from, span.1));
    parts
}

/// The same where the verb is in no list: after an article and a noun, or after a name, in a clause that has no other verb.
fn acted_plainly(view: View<'_, '_>, from: usize) -> Option<(usize, usize)> {
    let last = end(view, from);
    if super::content::is_clause(view, (from, last)) {
        return None;
    }
    let verb = match view.mention(from) {
        Some(mention) => (from..last).find(|at| view.token(*at) >= mention.to)?,
        None if view.lexeme(from).is(kind::DETERMINER | kind::OWNER) => from + 2,
        None => return None,
    };
    (verb < last && !view.stops(verb) && !view.capital(verb) && !view.lexeme(verb).is(kind::PREPOSITION | kind::CONJUNCTION)).then_some((verb, verb))
}
