//! Statements: the verbs and the turns of phrase that tell who said what.

mod clauses;
mod source;

use super::content::{is_infinitive, is_passive, is_unreal, is_verb};
use super::{Reader, Who, Within, said};
use crate::found::{Mode, Statement};
use crate::names::Of;
use crate::token::Kind;
use crate::view::View;
use crate::words::{Form, verb};

/// The most letters of a statement that goes on with the next quotation.
const LONGEST: usize = 20_000;

impl Reader<'_, '_> {
    /// What the verb at a piece says that somebody said.
    pub fn says(&mut self, view: View<'_, '_>, at: usize, within: &mut Within, asked: bool) {
        if view.word(at) == "according" && view.word(at + 1) == "to" {
            self.according(view, at, within);
            return;
        }
        let lexeme = view.lexeme(at);
        if !lexeme.tells(verb::SAYS | verb::JUDGES) || !is_verb(view, at) || is_infinitive(view, at) {
            return;
        }
        if is_passive(view, at) && view.word(at + 1) != "as" || is_unreal(view, at) {
            return;
        }
        let Some(attribution) = self.attribution(view, at, within) else {
            return;
        };
        if at < within.said_until && attribution.who == within.subject {
            return;
        }
        if let Some(who) = attribution.who.clone().filter(|_| at >= within.said_until) {
            self.focus.acted(&who);
            within.subject = Some(who);
        }
        let told = self.quoted(view, &attribution, within);
        // Who suggests says something and asks for it.
        let both =
            lexeme.tells(verb::ASKS_THAT) && view.word(at + 1) == "that" && !lexeme.tells(verb::ASKS_TO);
        if !told && (!asked || both) {
            self.unquoted(view, at, &attribution, within);
        }
    }

    /// What stands in quotation marks beside the attribution.
    fn quoted(&mut self, view: View<'_, '_>, attribution: &Attribution, within: &Within) -> bool {
        let comma =
            |at: usize| at > 0 && (view.is(at - 1, ',') || view.is(at - 1, '—') || view.is(at - 1, '–'));
        let left = attribution.from - usize::from(comma(attribution.from));
        let before = left.checked_sub(1).and_then(|at| view.quote(at));
        let mut after = None;
        let mut at = attribution.to;
        while at < view.len() && at < attribution.to + 40 {
            if let Some(quote) = view.quote(at) {
                after = Some(quote).filter(|_| {
                    view.stops(at - 1) || at == attribution.to || view.lexeme(at - 1).tells(verb::SAYS)
                });
                break;
            }
            let lexeme = view.lexeme(at);
            let other = lexeme.tells(verb::SAYS) && is_verb(view, at) && lexeme.form() != Form::Ing;
            if other || view.word(at) == "that" || view.is(at, ';') {
                break;
            }
            at += 1;
        }
        let (Some(first), Some(last)) = (before.or(after), after.or(before)) else {
            return false;
        };
        let rule = if before.is_some() && after.is_some() {
            "a quotation that the speaker parts"
        } else {
            "a quotation beside the verb"
        };
        self.states_quotes(view, attribution, (first, last), rule, within);
        true
    }

    fn states_quotes(
        &mut self,
        view: View<'_, '_>,
        attribution: &Attribution,
        quotes: (usize, usize),
        rule: &str,
        within: &Within,
    ) {
        let cue = view.word(attribution.verb).to_owned();
        let who = attribution.who.clone().or_else(|| within.inside.clone());
        for quote in quotes.0..=quotes.1 {
            self.quotation(self.quotes[quote], who.as_ref());
        }
        let (first, last) = (self.quotes[quotes.0], self.quotes[quotes.1]);
        self.states(
            who.as_ref(),
            Some(cue),
            Mode::Direct,
            (first.open + 1, last.close),
            rule,
        );
    }

    /// Notes a statement that lies between two tokens.
    fn states(
        &mut self,
        who: Option<&Who>,
        cue: Option<String>,
        mode: Mode,
        tokens: (usize, usize),
        rule: &str,
    ) {
        let (mut from, mut to) = tokens;
        let loose = |at: usize| {
            matches!(
                self.tokens.kind(at),
                Kind::Mark(',' | '.' | '“' | '”' | '"' | ':' | ';')
            )
        };
        while to > from && loose(to - 1) {
            to -= 1;
        }
        while from < to && loose(from) {
            from += 1;
        }
        let start = self.tokens.all.get(from).map(|token| token.from);
        let told = self.out.statements.last().map(|last| last.start);
        // A quotation has one speaker, whatever else its sentence tells of.
        if from >= to || (mode == Mode::Direct && told == start) {
            return;
        }
        self.acts(who, false);
        self.speaker = who.cloned();
        let speaker = who.map(|who| who.name.clone()).filter(|name| !name.is_empty());
        let why = match &cue {
            Some(cue) => said(format!("{rule}: \"{cue}\""), who, None),
            None => said(rule.to_owned(), who, None),
        };
        self.out.statements.push(Statement {
            speaker,
            cue,
            mode,
            text: self.tokens.slice(from, to).to_owned(),
            start: self.tokens.all[from].from,
            end: self.tokens.all[to - 1].to,
            why,
        });
    }

    /// What stands in a clause of the writer's.
    fn unquoted(&mut self, view: View<'_, '_>, at: usize, attribution: &Attribution, within: &mut Within) {
        let nested = within
            .inside
            .as_ref()
            .is_some_and(|inside| self.letter.writer.as_ref() != Some(inside));
        let own = within.inside.as_ref().map(|inside| &inside.name)
            == attribution.who.as_ref().map(|who| &who.name);
        if nested
            && (own
                || !matches!(
                    attribution.who.as_ref().and_then(|who| who.of),
                    Some(Of::Person(_) | Of::Body(_))
                ))
        {
            return;
        }
        let found = if attribution.inverted {
            self.clause_before(view, attribution)
        } else {
            self.clause_after(view, at)
                .or_else(|| self.clause_before(view, attribution))
        };
        let Some((span, mode, rule)) = found else { return };
        let span = view.trimmed(span);
        if span.0 >= span.1 {
            return;
        }
        let cue = view.word(at).to_owned();
        let tokens = (view.token(span.0), view.token(span.1 - 1) + 1);
        self.states(attribution.who.as_ref(), Some(cue), mode, tokens, rule);
        within.said_until = within.said_until.max(span.1);
        if mode == Mode::Indirect {
            self.promised_in(view, span, attribution.who.as_ref());
        }
    }

    /// A quotation by itself goes on with what was said before it in the paragraph, or is whoever's spoke last.
    pub fn unclaimed(&mut self, view: View<'_, '_>) {
        let Some(quote) = (view.len() <= 2).then(|| view.quote(0)).flatten() else {
            return;
        };
        let quote = self.quotes[quote];
        let Some(last) = self.out.statements.last().cloned() else {
            return;
        };
        let how = Some("the quotation goes on from the last".to_owned());
        let Some(who) = self.speaker.clone().map(|who| Who { how, ..who }) else {
            return;
        };
        let number = self.out.statements.len() - 1;
        self.quotation(quote, Some(&who));
        let begins = view.line.begins_paragraph;
        let short = last.end - last.start < LONGEST;
        let goes_on = !begins && short && last.mode == Mode::Direct;
        if goes_on {
            let to = (quote.open + 1..quote.close)
                .rev()
                .find(|at| !matches!(self.tokens.kind(*at), Kind::Mark(',' | '.')));
            if let (Some(to), Some(statement)) = (to, self.out.statements.get_mut(number)) {
                let first = self
                    .tokens
                    .all
                    .partition_point(|token| token.from < statement.start);
                statement.end = self.tokens.all[to].to;
                statement.text = self.tokens.slice(first, to + 1).to_owned();
            }
            return;
        }
        self.states(
            Some(&who),
            None,
            Mode::Direct,
            (quote.open + 1, quote.close),
            "a quotation without a verb",
        );
    }
}

/// The pieces that say who speaks.
struct Attribution {
    who: Option<Who>,
    verb: usize,
    /// The first piece.
    from: usize,
    /// The piece after the last.
    to: usize,
    inverted: bool,
}
