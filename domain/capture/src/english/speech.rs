//! Statements: the verbs and the turns of phrase that tell who said what.

use super::content::{adverbials, end, is_clause, is_infinitive, is_passive, is_unreal, is_verb};
use super::subject::{Before, before};
use super::{Reader, Who, Within, said};
use crate::found::{Mode, Statement};
use crate::names::Of;
use crate::token::Kind;
use crate::view::{Span, View};
use crate::words::{Form, kind, verb};

/// Verbs that tell that something was said only before `that` or beside a quotation.
const BARELY: &[&str] = &[
    "find", "finds", "found", "feel", "feels", "felt", "continue", "continues", "continued", "rule", "ruled", "rules", "answer", "answered", "point", "points", "pointed", "signal",
    "signalled", "signaled", "report", "reports", "remind", "reminded", "agree", "agreed", "agrees", "ask", "asks", "asked", "urge", "urges", "urged", "promise", "promised", "promises", "pledge",
    "pledged", "pledges", "vow", "vowed", "vows", "assure", "assured", "assures", "suggest", "suggests", "suggested", "propose", "proposed", "proposes", "recommend", "recommended", "swore", "expects", "expect", "hopes", "hope", "advise", "advised", "describe", "described", "wish", "quoted", "quote", "posted", "post",
    "suspect", "remembered", "laughed", "cried", "snapped", "conveyed", "notified", "inform", "informed", "counselled", "repeated",
];

/// Verbs of promising: what follows their `that` is a commitment, not a statement.
const PROMISING: &[&str] = &["promise", "pledge", "vow", "assure", "swore", "swear", "guarantee", "promised", "pledged", "vowed", "assured", "promises", "pledges", "vows", "assures"];

/// Verbs beside which a thing that is no clause was said as well.
const OF_THINGS: &[&str] = &[
    "confirm", "note", "recall", "acknowledge", "express", "voice", "announce", "reveal", "mention", "highlight", "underline", "underscore", "stress", "emphasis", "emphasiz", "reiterate",
    "reaffirm", "den", "affirm", "recount", "describ", "lament", "boast", "admit", "explain", "outlin",
];

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
        let Some(attribution) = self.attribution(view, at, within) else { return };
        if at < within.said_until && attribution.who == within.subject {
            return;
        }
        if let Some(who) = attribution.who.clone().filter(|_| at >= within.said_until) {
            self.focus.acted(&who);
            within.subject = Some(who);
        }
        let told = self.quoted(view, &attribution, within);
        // Who suggests says something and asks for it.
        let both = lexeme.tells(verb::ASKS_THAT) && view.word(at + 1) == "that" && !lexeme.tells(verb::ASKS_TO);
        if !told && (!asked || both) {
            self.unquoted(view, at, &attribution, within);
        }
    }

    /// Who says it, and which pieces tell so.
    fn attribution(&mut self, view: View<'_, '_>, at: usize, within: &Within) -> Option<Attribution> {
        let after_quote = at > 0 && (view.quote(at - 1).is_some() || (view.is(at - 1, ',') && at > 1 && view.quote(at - 2).is_some()));
        let opens = view.lexeme(at).form() != Form::Ing && (view.nominal(at + 1) || view.lexeme(at + 1).is(kind::DETERMINER | kind::OWNER | kind::PRONOUN)) && view.date(at + 1).is_none();
        let inverted = opens && view.word(at + 1) != "that" && (after_quote || self.follows_clause(view, at));
        if inverted {
            let to = if view.lexeme(at + 1).is(kind::PRONOUN) { at + 2 } else { view.phrase(at + 1, &[]) };
            let span = named_after(view, (at + 1, to));
            let who = self.refers(view, span, within)?;
            return Some(Attribution { who: Some(who), verb: at, from: at, to: span.1.max(to), inverted: true });
        }
        match before(view, at) {
            Before::Phrase(span) => {
                let who = self.refers(view, span, within)?;
                Some(Attribution { who: Some(who), verb: at, from: opening(view, span.0), to: at + 1, inverted: false })
            }
            Before::Same => {
                let who = self.same(view, at, within)?;
                Some(Attribution { who: Some(who), verb: at, from: at, to: at + 1, inverted: false })
            }
            Before::Nothing => None,
        }
    }

    /// `Prices fell, said the minister.`
    fn follows_clause(&self, view: View<'_, '_>, at: usize) -> bool {
        if at < 4 || !view.is(at - 1, ',') || !matches!(view.word(at), "said" | "says" | "reported" | "added" | "announced" | "wrote") {
            return false;
        }
        let to = view.phrase(at + 1, &[]);
        let closes = to >= view.len() || view.stops(to);
        closes && is_clause(view, (0, at - 1)) && !matches!(before(view, at), Before::Phrase(span) if span.0 == 0)
    }

    /// What stands in quotation marks beside the attribution.
    fn quoted(&mut self, view: View<'_, '_>, attribution: &Attribution, within: &Within) -> bool {
        let comma = |at: usize| at > 0 && (view.is(at - 1, ',') || view.is(at - 1, '—') || view.is(at - 1, '–'));
        let left = attribution.from - usize::from(comma(attribution.from));
        let before = left.checked_sub(1).and_then(|at| view.quote(at));
        let mut after = None;
        let mut at = attribution.to;
        while at < view.len() && at < attribution.to + 40 {
            if let Some(quote) = view.quote(at) {
                after = Some(quote).filter(|_| view.stops(at - 1) || at == attribution.to || view.lexeme(at - 1).tells(verb::SAYS));
                break;
            }
            let lexeme = view.lexeme(at);
            let other = lexeme.tells(verb::SAYS) && is_verb(view, at) && lexeme.form() != Form::Ing;
            if other || view.word(at) == "that" || view.is(at, ';') {
                break;
            }
            at += 1;
        }
        let (Some(first), Some(last)) = (before.or(after), after.or(before)) else { return false };
        let rule = if before.is_some() && after.is_some() { "a quotation that the speaker parts" } else { "a quotation beside the verb" };
        self.states_quotes(view, attribution, (first, last), rule, within);
        true
    }

    fn states_quotes(&mut self, view: View<'_, '_>, attribution: &Attribution, quotes: (usize, usize), rule: &str, within: &Within) {
        let cue = view.word(attribution.verb).to_owned();
        let who = attribution.who.clone().or_else(|| within.inside.clone());
        for quote in quotes.0..=quotes.1 {
            self.quotation(self.quotes[quote], who.as_ref());
        }
        let (first, last) = (self.quotes[quotes.0], self.quotes[quotes.1]);
        self.states(who.as_ref(), Some(cue), Mode::Direct, (first.open + 1, last.close), rule);
    }

    /// Notes a statement that lies between two tokens.
    fn states(&mut self, who: Option<&Who>, cue: Option<String>, mode: Mode, tokens: (usize, usize), rule: &str) {
        let (mut from, mut to) = tokens;
        let loose = |at: usize| matches!(self.tokens.kind(at), Kind::Mark(',' | '.' | '“' | '”' | '"' | ':' | ';'));
        while to > from && loose(to - 1) {
            to -= 1;
        }
        while from < to && loose(from) {
            from += 1;
        }
        if from >= to {
            return;
        }
        self.acts(who, false);
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
        let nested = within.inside.as_ref().is_some_and(|inside| self.letter.writer.as_ref() != Some(inside));
        let own = within.inside.as_ref().map(|inside| &inside.name) == attribution.who.as_ref().map(|who| &who.name);
        if nested && (own || !matches!(attribution.who.as_ref().and_then(|who| who.of), Some(Of::Person(_) | Of::Body(_)))) {
            return;
        }
        let found = if attribution.inverted { self.clause_before(view, attribution) } else { self.clause_after(view, at).or_else(|| self.clause_before(view, attribution)) };
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

    fn clause_after(&self, view: View<'_, '_>, at: usize) -> Option<(Span, Mode, &'static str)> {
        let word = view.word(at);
        let lexeme = view.lexeme(at);
        let mut from = at + 1;
        if lexeme.tells(verb::SAYS) {
            if view.word(from) == "to" || view.word(from) == "for" && matches!(word, "asked" | "ask" | "asks") {
                return None;
            }
            if is_addressed(word) && view.word(from) != "that" {
                from = addressee(view, from);
            }
            let past = adverbials(view, from);
            let opens = |at: usize| matches!(view.word(at), "that" | "whether" | "if" | "how" | "why" | "what" | "when" | "where" | "who" | "which");
            let aside = if view.is(past, ',') { (past + 1..(past + 24).min(view.len())).find(|at| opens(*at) && view.is(at - 1, ',')) } else { None };
            if let Some(that) = Some(past).filter(|at| opens(*at)).or(aside) {
                if PROMISING.contains(&word) || lexeme.tells(verb::ASKS_TO) && !lexeme.tells(verb::ASKS_THAT) && matches!(word, "wanted" | "wants" | "want") {
                    return None;
                }
                return Some(((that + 1, end(view, that + 1)), Mode::Indirect, "a clause after the verb"));
            }
            let from = if is_addressed(word) || view.date(from).is_some() || view.lexeme(from).is(kind::PREPOSITION) { past } else { from };
            let from = if view.lexeme(from).is(kind::ADVERB) { adverbials(view, from) } else { from };
            let span = (from, end(view, from));
            if span.0 < span.1 && !view.stops(span.0) && !BARELY.contains(&word) && (is_clause(view, span) || matches!(word, "said" | "says" | "say") && span.1 - span.0 > 3) {
                return Some((span, Mode::Indirect, "a clause after the verb, without \"that\""));
            }
        }
        let of_things = lexeme.tells(verb::JUDGES) || OF_THINGS.iter().any(|stem| word.starts_with(stem));
        let span = (at + 1, end(view, at + 1));
        let thing = !view.stops(at + 1) && (view.nominal(at + 1) || view.lexeme(at + 1).is(kind::DETERMINER | kind::OWNER | kind::PRONOUN) || view.word(at + 1) == "for" || word.starts_with("apologi"));
        let finite = lexeme.form() != Form::Ing;
        (of_things && thing && finite && span.0 < span.1).then_some((span, Mode::Paraphrased, "what the verb is about"))
    }

    /// `Prices will rise, the minister said.`; also the clause that an attribution between commas parts.
    fn clause_before(&self, view: View<'_, '_>, attribution: &Attribution) -> Option<(Span, Mode, &'static str)> {
        let comma = attribution.from.checked_sub(1).filter(|at| view.is(*at, ','))?;
        if !view.lexeme(attribution.verb).tells(verb::SAYS) || PROMISING.contains(&view.word(attribution.verb)) {
            return None;
        }
        let after = adverbials(view, if is_addressed(view.word(attribution.verb)) { addressee(view, attribution.to) } else { attribution.to });
        let closes = after >= view.len() || view.stops(after);
        if !closes {
            return None;
        }
        if view.is(after, ',') && !attribution.inverted {
            let span = (after + 1, end(view, after + 1));
            if is_clause(view, (span.0.saturating_sub(1), span.1)) && view.word(after + 1) != "who" && view.lexeme(after + 1).form() != Form::Ing {
                return Some((span, Mode::Indirect, "a clause that the speaker parts"));
            }
        }
        let from = (0..comma).rev().take_while(|at| view.quote(*at).is_none() && !view.is(*at, ';')).last()?;
        let dateline = (from..comma.min(from + 8)).find(|at| matches!(view.tokens.kind(view.token(*at)), Kind::Mark('–' | '—' | '-')));
        let from = dateline.map_or(from, |at| at + 1);
        is_clause(view, (from, comma)).then_some(((from, comma), Mode::Indirect, "a clause before the speaker"))
    }

    /// `according to the ministry`
    fn according(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) {
        let to = if view.lexeme(at + 2).is(kind::PRONOUN) { at + 3 } else { view.phrase(at + 2, &[]) };
        let span = named_after(view, (at + 2, to));
        let Some(who) = self.source(view, span, within) else { return };
        let cue = Some("according to".to_owned());
        self.focus.acted(&Who { of: None, ..who.clone() });
        let comma = at.checked_sub(1).filter(|at| view.is(*at, ','));
        let rule = "\"according to\" names the source";
        let before = comma.or(Some(at)).and_then(|end| {
            let from = (0..end).rev().take_while(|at| view.quote(*at).is_none() && !view.is(*at, ';')).last()?;
            Some((from, end))
        });
        let next = (span.1..view.len()).find(|at| view.is(*at, ','));
        let after = next.map(|comma| (comma + 1, view.len())).filter(|span| span.0 < span.1);
        let (content, mode) = match (before.filter(|span| span.1 > span.0), after) {
            (None, Some(after)) => (after, Mode::Paraphrased),
            // "Donors, according to X, have pledged": the whole sentence was said.
            (Some(before), Some(after)) if !is_clause(view, before) => ((before.0, after.1), Mode::Paraphrased),
            (Some(before), _) => (before, Mode::Paraphrased),
            (None, None) => return,
        };
        let content = view.trimmed(content);
        if content.0 < content.1 {
            let tokens = (view.token(content.0), view.token(content.1 - 1) + 1);
            self.states(Some(&who), cue, mode, tokens, rule);
        }
    }

    /// A source: of a post or a statement, whoever it is of.
    fn source(&mut self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        let owner = (span.0..span.1).find(|at| view.possessive(*at));
        let document = view.lexeme(span.1.checked_sub(1)?).is(kind::DOCUMENT);
        if let Some(owner) = owner.filter(|_| document) {
            let who = self.refers(view, (span.0, owner), within)?;
            return Some(Who { how: Some(format!("\"{}\" is theirs", view.text(span))), ..who });
        }
        let of = (span.0..span.1).find(|at| matches!(view.word(*at), "by" | "from" | "of") && view.lexeme(at.saturating_sub(1)).is(kind::DOCUMENT));
        match of {
            Some(of) => self.refers(view, (of + 1, span.1), within),
            None => self.refers(view, span, within),
        }
    }

    /// A quotation by itself goes on with what was said before it in the paragraph, or is whoever's spoke last.
    pub fn unclaimed(&mut self, view: View<'_, '_>) {
        let Some(quote) = (view.len() <= 2).then(|| view.quote(0)).flatten() else { return };
        let quote = self.quotes[quote];
        let Some(last) = self.out.statements.last().cloned() else { return };
        let people = self.names.people.iter().position(|person| Some(&person.name) == last.speaker.as_ref());
        let who = Who { name: last.speaker.clone().unwrap_or_default(), of: people.map(Of::Person), how: Some("the quotation goes on from the last".to_owned()) };
        self.quotation(quote, Some(&who));
        let begins = view.line.begins_paragraph;
        let goes_on = !begins && last.mode == Mode::Direct;
        if goes_on {
            let to = (quote.open + 1..quote.close).rev().find(|at| !matches!(self.tokens.kind(*at), Kind::Mark(',' | '.')));
            if let (Some(to), Some(statement)) = (to, self.out.statements.last_mut()) {
                let first = self.tokens.all.partition_point(|token| token.from < statement.start);
                statement.end = self.tokens.all[to].to;
                statement.text = self.tokens.slice(first, to + 1).to_owned();
            }
            return;
        }
        self.states(Some(&who), None, Mode::Direct, (quote.open + 1, quote.close), "a quotation without a verb");
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

/// Where the phrase that ends in a subject begins: a post and a comma before a name belong to it.
fn opening(view: View<'_, '_>, from: usize) -> usize {
    let named = view.mention(from).is_some_and(|one| matches!(one.of, Of::Person(_)));
    if named && from > 1 && view.is(from - 1, ',') && view.quote(from - 2).is_none() {
        if let Some(span) = super::subject::backward(view, from - 1)
            && (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST))
        {
            return span.0;
        }
    }
    from
}

/// The name after a post and a comma: *said the mayor, Ana Horvat*.
fn named_after(view: View<'_, '_>, span: Span) -> Span {
    let post = (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST)) && view.mention(span.1.saturating_sub(1)).is_none_or(|one| !matches!(one.of, Of::Person(_)));
    let next = view.mention(span.1 + 1).filter(|one| view.is(span.1, ',') && post && matches!(one.of, Of::Person(_)));
    match next {
        Some(_) => (span.1 + 1, view.phrase(span.1 + 1, &[])),
        None => span,
    }
}

/// Verbs after which whoever heard it stands.
fn is_addressed(word: &str) -> bool {
    matches!(
        word,
        "told" | "tells" | "telling" | "tell" | "informed" | "reminded" | "assured" | "warned" | "advised" | "notified" | "asked" | "asks" | "asking" | "warning" | "warns" | "informing" | "reminding"
    )
}

/// The end of whoever heard it.
fn addressee(view: View<'_, '_>, from: usize) -> usize {
    if view.lexeme(from).is(kind::PRONOUN) && !view.lexeme(from + 1).is_verb() {
        return from + 1;
    }
    let mut at = from;
    while at < view.len() && !view.stops(at) {
        let lexeme = view.lexeme(at);
        let clause = at > from && (lexeme.is(kind::PRONOUN | kind::OWNER | kind::SUBORDINATOR) || lexeme.is(kind::DETERMINER) && !view.lexeme(at - 1).is(kind::PREPOSITION) || view.date(at).is_some());
        if clause || lexeme.is(kind::SUBORDINATOR) || view.word(at) == "that" || view.word(at) == "to" {
            break;
        }
        at += 1;
    }
    at
}
