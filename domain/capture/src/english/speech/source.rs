//! Who says it: before the verb, after it, or named as the source.

use super::Attribution;
use crate::english::content::is_clause;
use crate::english::subject::{Before, backward, before};
use crate::english::{Reader, Who, Within};
use crate::found::Mode;
use crate::names::Of;
use crate::view::{Span, View};
use crate::words::{Form, kind};

impl Reader<'_, '_> {
    /// Who says it, and which pieces tell so.
    pub(super) fn attribution(
        &mut self,
        view: View<'_, '_>,
        at: usize,
        within: &Within,
    ) -> Option<Attribution> {
        let after_quote = at > 0
            && (view.quote(at - 1).is_some()
                || (view.is(at - 1, ',') && at > 1 && view.quote(at - 2).is_some()));
        let opens = view.lexeme(at).form() != Form::Ing
            && (view.nominal(at + 1)
                || view
                    .lexeme(at + 1)
                    .is(kind::DETERMINER | kind::OWNER | kind::PRONOUN))
            && view.date(at + 1).is_none();
        let inverted = opens && view.word(at + 1) != "that" && (after_quote || self.follows_clause(view, at));
        if inverted {
            let to = if view.lexeme(at + 1).is(kind::PRONOUN) {
                at + 2
            } else {
                view.phrase(at + 1, &[])
            };
            let span = named_after(view, (at + 1, to));
            let who = self.refers(view, span, within)?;
            return Some(Attribution {
                who: Some(who),
                verb: at,
                from: at,
                to: span.1.max(to),
                inverted: true,
            });
        }
        match before(view, at) {
            Before::Phrase(span) => {
                let who = self.refers(view, span, within)?;
                Some(Attribution {
                    who: Some(who),
                    verb: at,
                    from: opening(view, span.0),
                    to: at + 1,
                    inverted: false,
                })
            }
            Before::Same => {
                let who = self.same(view, at, within)?;
                Some(Attribution {
                    who: Some(who),
                    verb: at,
                    from: at,
                    to: at + 1,
                    inverted: false,
                })
            }
            Before::Nothing => None,
        }
    }

    /// `Prices fell, said the minister.`
    pub(super) fn follows_clause(&self, view: View<'_, '_>, at: usize) -> bool {
        if at < 4
            || !view.is(at - 1, ',')
            || !matches!(
                view.word(at),
                "said" | "says" | "reported" | "added" | "announced" | "wrote"
            )
        {
            return false;
        }
        let to = view.phrase(at + 1, &[]);
        let closes = to >= view.len() || view.stops(to);
        closes
            && is_clause(view, (0, at - 1))
            && !matches!(before(view, at), Before::Phrase(span) if span.0 == 0)
    }

    /// `according to the ministry`
    pub(super) fn according(&mut self, view: View<'_, '_>, at: usize, within: &mut Within) {
        let to = if view.lexeme(at + 2).is(kind::PRONOUN) {
            at + 3
        } else {
            view.phrase(at + 2, &[])
        };
        let span = named_after(view, (at + 2, to));
        let Some(who) = self.source(view, span, within) else {
            return;
        };
        let cue = Some("according to".to_owned());
        self.focus.acted(&Who {
            of: None,
            ..who.clone()
        });
        let comma = at.checked_sub(1).filter(|at| view.is(*at, ','));
        let rule = "\"according to\" names the source";
        let before = comma.or(Some(at)).and_then(|end| {
            let from = (0..end)
                .rev()
                .take_while(|at| view.quote(*at).is_none() && !view.is(*at, ';'))
                .last()?;
            Some((from, end))
        });
        let next = (span.1..view.len()).find(|at| view.is(*at, ','));
        let after = next
            .map(|comma| (comma + 1, view.len()))
            .filter(|span| span.0 < span.1);
        let (content, mode) = match (before.filter(|span| span.1 > span.0), after) {
            (None, Some(after)) => (after, Mode::Paraphrased),
            // "Donors, according to X, have pledged": the whole sentence was said.
            (Some(before), Some(after)) if !is_clause(view, before) => {
                ((before.0, after.1), Mode::Paraphrased)
            }
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
    pub(super) fn source(&mut self, view: View<'_, '_>, span: Span, within: &Within) -> Option<Who> {
        let owner = (span.0..span.1).find(|at| view.possessive(*at));
        let document = view.lexeme(span.1.checked_sub(1)?).is(kind::DOCUMENT);
        if let Some(owner) = owner.filter(|_| document) {
            let who = self.refers(view, (span.0, owner), within)?;
            return Some(Who {
                how: Some(format!("\"{}\" is theirs", view.text(span))),
                ..who
            });
        }
        let of = (span.0..span.1).find(|at| {
            matches!(view.word(*at), "by" | "from" | "of")
                && view.lexeme(at.saturating_sub(1)).is(kind::DOCUMENT)
        });
        match of {
            Some(of) => self.refers(view, (of + 1, span.1), within),
            None => self.refers(view, span, within),
        }
    }
}

/// Where the phrase that ends in a subject begins: a post and a comma before a name belong to it.
pub(super) fn opening(view: View<'_, '_>, from: usize) -> usize {
    let named = view
        .mention(from)
        .is_some_and(|one| matches!(one.of, Of::Person(_)));
    if named
        && from > 1
        && view.is(from - 1, ',')
        && view.quote(from - 2).is_none()
        && let Some(span) = backward(view, from - 1)
        && (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST))
    {
        return span.0;
    }
    from
}

/// The name after a post and a comma: *said the mayor, Ana Horvat*.
pub(super) fn named_after(view: View<'_, '_>, span: Span) -> Span {
    let post = (span.0..span.1).any(|at| view.lexeme(at).is(kind::POST))
        && view
            .mention(span.1.saturating_sub(1))
            .is_none_or(|one| !matches!(one.of, Of::Person(_)));
    let next = view
        .mention(span.1 + 1)
        .filter(|one| view.is(span.1, ',') && post && matches!(one.of, Of::Person(_)));
    match next {
        Some(_) => (span.1 + 1, view.phrase(span.1 + 1, &[])),
        None => span,
    }
}
