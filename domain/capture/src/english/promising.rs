//! Commitments with their direction.

use super::content::{end, is_infinitive, is_passive, is_unreal, is_verb};
use super::subject::{Before, auxiliaries, before};
use super::{Reader, Who, Within};
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// Verbs after `will` that are no act of whoever promises.
const NO_ACT: &[&str] = &[
    "be", "have", "need", "see", "know", "like", "become", "remain", "seem", "want", "depend", "happen",
    "find", "get", "lose", "suffer", "die", "not", "never",
];

impl Reader<'_, '_> {
    /// The commitment that the verb at a piece tells of; whether there is one.
    pub fn promises(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        if self.is_ready(view, at, within) || self.will(view, at, within) {
            return false;
        }
        let lexeme = view.lexeme(at);
        let committed = view.word(at) == "committed";
        if !lexeme.tells(verb::PROMISES)
            || !is_verb(view, at)
            || is_infinitive(view, at)
            || is_unreal(view, at)
        {
            return false;
        }
        if is_passive(view, at) && !committed {
            return self.was_promised(view, at, within);
        }
        let from = match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            Before::Same => self.same(view, at, within),
            Before::Nothing => None,
        };
        let Some(from) = from else { return false };
        let Some((to, what)) = self.promised(view, at, within) else {
            return false;
        };
        self.commits(view, at, &from, to.as_ref(), what);
        if at >= within.said_until {
            self.focus.acted(&from);
            within.subject = Some(from);
        }
        true
    }

    fn commits(&mut self, view: View<'_, '_>, at: usize, from: &Who, to: Option<&Who>, what: Span) {
        let why = format!("a verb of promising: \"{}\"", view.word(at));
        let commitment = self.directed(view, Some(from), to, what, why);
        self.acts(Some(from), false);
        if commitment.is_some() {
            self.acts(to, false);
        }
        self.out.commitments.extend(commitment);
    }

    /// What is promised, and to whom.
    fn promised(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<(Option<Who>, Span)> {
        let word = view.word(at);
        let mut from = at + 1;
        let agrees = word.starts_with("agree") || word.starts_with("consent");
        if matches!(view.word(from), "itself" | "himself" | "herself" | "themselves") {
            from += 1;
        }
        from = view.past_date(from);
        if view.word(from) == "to" {
            let ok =
                !view.lexeme(from + 1).is(kind::DETERMINER | kind::OWNER) && view.mention(from + 1).is_none();
            return (ok || word.starts_with("commit")).then(|| (None, (from + 1, end(view, from + 1))));
        }
        if agrees {
            return None;
        }
        if view.word(from) == "that" {
            return Some((None, (from + 1, end(view, from + 1))));
        }
        // Nothing follows: what stands before the comma is what was promised.
        if from >= view.len() || view.stops(from) {
            return clause_before(view, at).map(|span| (None, span));
        }
        self.promised_thing(view, at, from, within)
    }

    /// The same where neither `to` nor `that` follows: *promised farmers an answer*, *pledged a million to the city*.
    fn promised_thing(
        &mut self,
        view: View<'_, '_>,
        at: usize,
        from: usize,
        within: &Within,
    ) -> Option<(Option<Who>, Span)> {
        let word = view.word(at);
        let object = if view.lexeme(from).is(kind::PRONOUN) {
            from + 1
        } else {
            heard(view, from)
        };
        if matches!(view.word(object), "to" | "that") && object > from && !word.starts_with("offer")
            || view.word(object) == "that" && object > from
        {
            let to = self.refers(view, (from, object), within);
            return Some((to, (object + 1, end(view, object + 1))));
        }
        if matches!(
            view.word(from),
            "too" | "less" | "more" | "much" | "nothing" | "little" | "it"
        ) {
            return None;
        }
        let thing = |at: usize| {
            !view.stops(at) && (view.nominal(at) || view.lexeme(at).is(kind::DETERMINER | kind::OWNER))
                || view.is(at, '$')
                || view.is(at, '€')
        };
        // "promised farmers an answer", "promised them full pay"
        if object > from
            && object < view.len()
            && thing(object)
            && (view.lexeme(from).is(kind::PRONOUN) || view.lexeme(object).is(kind::DETERMINER))
        {
            let to = self.refers(view, (from, object), within);
            return Some((to, (object, end(view, object))));
        }
        if view.lexeme(from).is(kind::PRONOUN) && view.word(from) != "it" {
            let clause = end(view, from);
            return super::content::is_clause(view, (from, clause)).then_some((None, (from, clause)));
        }
        let what = (from, end(view, from));
        let receiver = (from..what.1).rev().find(|at| {
            view.word(*at) == "to"
                && (view.mention(at + 1).is_some() || view.lexeme(at + 1).is(kind::DETERMINER))
        });
        let to = receiver
            .and_then(|at| self.refers(view, (at + 1, view.phrase(at + 1, &["to", "for", "in"])), within));
        thing(from).then_some((to, what))
    }

    fn was_promised(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) -> bool {
        if !view.word(at).starts_with("promis")
            && !view.word(at).starts_with("offer")
            && !view.word(at).starts_with("assur")
        {
            return false;
        }
        let to = match before(view, at) {
            Before::Phrase(span) => self.refers(view, span, within),
            _ => None,
        };
        let by = (at + 1..view.len())
            .take_while(|at| !view.stops(*at))
            .find(|at| view.word(*at) == "by" && view.mention(at + 1).is_some());
        let from = by.and_then(|by| self.refers(view, (by + 1, view.phrase(by + 1, &["to", "in"])), within));
        let first = at + 1 + usize::from(matches!(view.word(at + 1), "that"));
        let what = (first, by.unwrap_or_else(|| end(view, first)));
        let why = format!("a passive of promising: \"{}\"", view.word(at));
        let commitment = self.directed(view, from.as_ref(), to.as_ref(), what, why);
        let found = commitment.is_some();
        self.out.commitments.extend(commitment);
        found
    }

    /// `is ready to help`, `are willing to help`
    fn is_ready(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> bool {
        if !matches!(view.word(at), "ready" | "willing" | "prepared")
            || view.word(at + 1) != "to"
            || view.stops(at + 2)
        {
            return false;
        }
        let from = auxiliaries(view, at);
        let verb = if from < at { at } else { at.saturating_sub(1) };
        let stands = from < at || matches!(view.word(verb), "stands" | "stand" | "stood");
        if !stands || is_unreal(view, at) || view.lexeme(at + 2).is(kind::DETERMINER) {
            return false;
        }
        let Before::Phrase(span) = before(view, verb) else {
            return false;
        };
        let Some(from) = self.refers(view, span, within) else {
            return false;
        };
        let why = format!("readiness to act: \"{} to\"", view.word(at));
        let commitment = self.directed(view, Some(&from), None, (at + 2, end(view, at + 2)), why);
        self.out.commitments.extend(commitment);
        self.acts(Some(&from), false);
        true
    }

    /// `We will look`: of whoever speaks in a quotation, or writes.
    fn will(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> bool {
        let will = matches!(view.word(at), "will" | "shall" | "'ll" | "’ll");
        if !will || at == 0 || !matches!(view.word(at - 1), "i" | "we") {
            return false;
        }
        let Some(from) = within.inside.clone().filter(|who| !who.name.is_empty()) else {
            return false;
        };
        let mut verb = at + 1;
        while view.lexeme(verb).is(kind::ADVERB) && !view.stops(verb) || view.word(verb).ends_with("ly") {
            verb += 1;
        }
        if !self.is_act(view, verb) || opens_condition(view, at) {
            return false;
        }
        let to = self.letter.addressee.clone().filter(|_| false);
        let how = format!("\"{} {}\" of whoever speaks", view.word(at - 1), view.word(at));
        let commitment = self.directed(view, Some(&from), to.as_ref(), (verb, end(view, verb)), how);
        self.out.commitments.extend(commitment);
        true
    }

    fn is_act(&self, view: View<'_, '_>, verb: usize) -> bool {
        let lexeme = view.lexeme(verb);
        !view.stops(verb)
            && !NO_ACT.contains(&view.word(verb))
            && !lexeme.is(kind::NEGATION | kind::PREPOSITION | kind::DETERMINER | kind::PRONOUN)
            && !view.capital(verb)
            && (lexeme.form() == Form::Base || !lexeme.is_verb())
    }

    /// `said that it would help`: the speaker's own act, or that of the side that the speaker speaks for.
    pub fn promised_in(&mut self, view: View<'_, '_>, span: Span, speaker: Option<&Who>) {
        let Some(speaker) = speaker else { return };
        let Some(modal) = (span.0..span.1)
            .take(14)
            .find(|at| view.lexeme(*at).is(kind::MODAL))
        else {
            return;
        };
        if !matches!(view.word(modal), "will" | "would" | "shall") || opens_condition(view, modal) {
            return;
        }
        let mut verb = modal + 1;
        while view.lexeme(verb).is(kind::ADVERB) && verb < span.1 || view.word(verb).ends_with("ly") {
            verb += 1;
        }
        if !self.is_act(view, verb) {
            return;
        }
        let within = Within {
            subject: Some(speaker.clone()),
            ..Within::default()
        };
        let own = modal == span.0;
        let who = if own {
            // "India, she said, would bear": whom the sentence begins with.
            let before = (0..span.0).find(|at| view.is(*at, ','));
            before.and_then(|comma| self.refers(view, (0, comma), &within))
        } else {
            let first = (span.0..modal)
                .rev()
                .take_while(|at| !view.lexeme(*at).is(kind::SUBORDINATOR))
                .last();
            first
                .filter(|first| *first == span.0)
                .and_then(|_| match before(view, modal) {
                    Before::Phrase(subject) if subject.0 <= span.0 + 1 => self.refers(view, subject, &within),
                    _ => None,
                })
        };
        let Some(who) = who else { return };
        let side = match who.of {
            Some(Of::Person(_)) => who.name == speaker.name,
            Some(Of::Body(_) | Of::Site(_)) => true,
            _ => {
                who.name == speaker.name
                    || who
                        .name
                        .rsplit(' ')
                        .next()
                        .is_some_and(|last| crate::words::lexeme(&last.to_lowercase()).is(kind::BODY))
            }
        };
        if side {
            let why = format!("\"{}\" of the speaker's own side", view.word(modal));
            let commitment = self.directed(view, Some(&who), None, (verb, end(view, verb)), why);
            self.out.commitments.extend(commitment);
        }
    }
}

/// Whether the clause of a verb hangs on an `if`.
fn opens_condition(view: View<'_, '_>, at: usize) -> bool {
    (at.saturating_sub(10)..at)
        .rev()
        .take_while(|at| !view.is(*at, ',') && view.quote(*at).is_none())
        .any(|at| matches!(view.word(at), "if" | "unless" | "whether"))
}

/// `The roof will be mended, the minister has promised.`
fn clause_before(view: View<'_, '_>, at: usize) -> Option<Span> {
    let comma = (0..at)
        .rev()
        .take_while(|one| view.quote(*one).is_none())
        .filter(|one| view.is(*one, ','))
        .find(|comma| {
            !(comma + 1..at).any(|one| {
                view.lexeme(one).is_verb() && !view.noun_use(one) && !view.lexeme(one).is(kind::AUXILIARY)
            })
        })?;
    let first = (0..comma)
        .find(|one| view.is(*one, ','))
        .filter(|first| super::content::is_clause(view, (0, *first)));
    let span = (0, first.unwrap_or(comma));
    super::content::is_clause(view, span).then_some(span)
}

/// The end of whoever hears a promise: a plural, a name or a phrase with an article.
fn heard(view: View<'_, '_>, from: usize) -> usize {
    let to = view.phrase(from, &["to", "for", "in", "of", "on"]);
    // "promised farmers an answer": the article begins what was promised.
    (from + 1..to)
        .find(|at| view.lexeme(*at).is(kind::DETERMINER))
        .unwrap_or(to)
}
