//! English: who said, asked and promised what, sentence by sentence.

mod asking;
mod content;
mod focus;
mod letter;
mod posts;
mod promising;
mod referring;
mod speech;
mod subject;
mod talks;

use crate::dates::Dates;
use crate::found::{Capture, Directed, Named, Participant, Statement};
use crate::line::{Line, lines};
use crate::names::{Names, Of, Thing};
use crate::quotes::{Quote, quotes};
use crate::token::Tokens;
use crate::view::{Span, View};
use focus::Focus;
use jiff::civil::Date;

/// Somebody or something that acts in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The name, or the text's words.
    pub name: String,
    /// Whom it names, if that is known.
    pub of: Option<Of>,
    /// How the words were understood: *he = the last speaker*.
    pub how: Option<String>,
}

/// Reads an English text.
pub fn read(text: &str, published: Option<Date>) -> Capture {
    let tokens = Tokens::of(text);
    let quotes = quotes(&tokens);
    let mut names = Names::of(&tokens);
    posts::find(&tokens, &mut names);
    let dates = Dates::of(&tokens, published);
    let all = lines(&tokens, 0, tokens.all.len(), &quotes);
    let mut reader = Reader {
        tokens: &tokens,
        quotes: &quotes,
        dates: &dates,
        focus: Focus::of(&names),
        shown: vec![None; names.people.len()],
        letter: letter::of(&tokens, &names),
        out: Capture::default(),
        names: &names,
        speaker: None,
        agenda: None,
        purposes: Vec::new(),
    };
    for line in &all {
        reader.line(line, None);
    }
    reader.finish()
}

/// What reads a text from its beginning to its end.
pub struct Reader<'a, 't> {
    tokens: &'a Tokens<'t>,
    quotes: &'a [Quote],
    names: &'a Names,
    dates: &'a Dates,
    focus: Focus,
    /// Of each person what shows that it is one, and whether it met somebody.
    shown: Vec<Option<bool>>,
    letter: letter::Letter,
    out: Capture,
    /// Whoever the last statement was of.
    speaker: Option<Who>,
    /// The meeting or the agenda that a sentence that begins with "it" goes on about: true while it may.
    agenda: Option<usize>,
    /// What meetings were said to be for.
    purposes: Vec<crate::found::Subject>,
}

/// What is known while one sentence is read.
#[derive(Clone, Default)]
pub struct Within {
    /// The speaker of the quotation that the sentence stands in.
    pub inside: Option<Who>,
    /// Whoever acts in the sentence so far.
    pub subject: Option<Who>,
    /// Whom the sentence's last request went to.
    pub asked: Option<Who>,
    /// The piece after what was asked last: what stands in it is asked of nobody else.
    pub asked_until: usize,
    /// The piece after the clause of what was said last.
    pub said_until: usize,
}

impl<'a, 't> Reader<'a, 't> {
    fn view<'l>(&self, line: &'l Line) -> View<'l, 't>
    where
        'a: 'l,
    {
        View {
            tokens: self.tokens,
            names: self.names,
            dates: self.dates,
            line,
        }
    }

    /// Reads a sentence; of a quotation the one who says it is known.
    fn line(&mut self, line: &Line, inside: Option<&Who>) {
        let view = self.view(line);
        self.focus.reads(view);
        self.focus.parts(view);
        let writer = self.letter.writer.clone().filter(|_| inside.is_none());
        let mut within = Within {
            inside: inside.cloned().or(writer),
            ..Within::default()
        };
        self.asked_please(view, &within);
        for at in 0..view.len() {
            if view.quote(at).is_some() {
                continue;
            }
            self.meets(view, at, &mut within);
            self.discusses(view, at);
            let asked = self.asks(view, at, &mut within);
            let promised = !asked && at >= within.asked_until && self.promises(view, at, &mut within);
            if !promised {
                self.says(view, at, &mut within, asked);
            }
        }
        self.goes_on_with_agenda(view);
        if inside.is_none() {
            self.unclaimed(view);
            self.focus.ends(view, within.subject.as_ref());
        }
    }

    /// Reads the sentences of a quotation.
    fn quotation(&mut self, quote: Quote, speaker: Option<&Who>) {
        let nobody = Who {
            name: String::new(),
            of: None,
            how: None,
        };
        let inner = lines(self.tokens, quote.open + 1, quote.close, &[]);
        let kept = self.focus.kept();
        for line in &inner {
            self.line(line, Some(speaker.unwrap_or(&nobody)));
        }
        self.focus.returns(kept);
    }

    /// Where a span begins and ends, in scalar values.
    fn offsets(&self, view: View<'_, '_>, span: Span) -> Option<(usize, usize)> {
        let first = self.tokens.all.get(view.token(span.0))?;
        let last = self.tokens.all.get(view.token(span.1.checked_sub(1)?))?;
        (first.from < last.to).then_some((first.from, last.to))
    }

    fn directed(
        &self,
        view: View<'_, '_>,
        from: Option<&Who>,
        to: Option<&Who>,
        what: Span,
        why: String,
    ) -> Option<Directed> {
        let what = view.trimmed(what);
        let (start, end) = self.offsets(view, what)?;
        let name = |who: Option<&Who>| who.map(|who| who.name.clone()).filter(|name| !name.is_empty());
        Some(Directed {
            from: name(from),
            to: name(to),
            text: view.text(what).to_owned(),
            start,
            end,
            why: said(why, from, to),
        })
    }

    /// Notes that a person acts in the text.
    fn acts(&mut self, who: Option<&Who>, met: bool) {
        if let Some(Of::Person(at)) = who.and_then(|who| who.of) {
            let shown = &mut self.shown[at];
            *shown = Some(shown.unwrap_or(false) || met);
        }
    }

    fn finish(self) -> Capture {
        let Reader {
            tokens,
            names,
            dates,
            shown,
            mut out,
            purposes,
            ..
        } = self;
        let offsets = |(from, to): (usize, usize)| (tokens.all[from].from, tokens.all[to - 1].to);
        for (person, shown) in names.people.iter().zip(shown) {
            let Some(why) = person
                .why
                .clone()
                .or(shown.map(|_| "speaks or acts in the text".to_owned()))
            else {
                continue;
            };
            let (start, end) = offsets(person.first);
            out.participants.push(Participant {
                name: person.name.clone(),
                post: person.post.clone(),
                organisation: person.organisation.clone(),
                met: shown.unwrap_or(false),
                start,
                end,
                why,
            });
        }
        let named = |thing: &Thing| {
            let (start, end) = offsets(thing.first);
            Named {
                name: thing.name.clone(),
                short: thing.short.clone(),
                start,
                end,
                why: thing.why.clone(),
            }
        };
        out.organisations = names.bodies.iter().map(named).collect();
        out.places = names.sites.iter().map(named).collect();
        out.dates = dates.told(tokens);
        if out.subjects.is_empty() {
            out.subjects = purposes;
        }
        out.participants.sort_by_key(|one| one.start);
        out.statements.sort_by_key(|one: &Statement| (one.start, one.end));
        out.requests.sort_by_key(|one| (one.start, one.end));
        out.commitments.sort_by_key(|one| (one.start, one.end));
        out
    }
}

/// The rule, and how its parties were understood.
fn said(why: String, from: Option<&Who>, to: Option<&Who>) -> String {
    let how = |who: Option<&Who>| {
        who.and_then(|who| who.how.clone())
            .map(|how| format!("; {how}"))
            .unwrap_or_default()
    };
    format!("{why}{}{}", how(from), how(to))
}
