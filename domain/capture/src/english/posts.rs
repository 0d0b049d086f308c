//! Posts and organisations of people: before the name, after it between commas, under a signature.

use crate::names::{Names, Of};
use crate::token::{Kind, Tokens};
use crate::words::kind;

/// Gives each person the post that stands beside its name.
pub fn find(tokens: &Tokens<'_>, names: &mut Names) {
    for number in 0..names.mentions.len() {
        let mention = names.mentions[number];
        let Of::Person(person) = mention.of else { continue };
        let found = after(tokens, mention.to)
            .or_else(|| before(tokens, names, mention.titles, mention.from))
            .or_else(|| apart(tokens, names, mention.titles))
            .or_else(|| under(tokens, mention.titles, mention.to));
        let Some((from, to)) = found else {
            if tokens.is(mention.to, '(') && names.people[person].organisation.is_none() {
                names.people[person].organisation = bracketed(tokens, names, mention.to);
            }
            continue;
        };
        let post = tokens
            .slice(from, to)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let organisation = organisation(tokens, from, to);
        if tokens.word(to - 1) == "counterpart" {
            continue;
        }
        let known = &mut names.people[person];
        if known.post.is_none() || (known.organisation.is_none() && organisation.is_some()) {
            known.post = Some(post);
            known.organisation = organisation;
            known
                .why
                .get_or_insert_with(|| "a post beside the name".to_owned());
        }
    }
}

/// What stands in brackets after a name, if it is an organisation.
fn bracketed(tokens: &Tokens<'_>, names: &Names, open: usize) -> Option<String> {
    let close = (open + 1..open + 10).find(|at| tokens.is(*at, ')'))?;
    let body = matches!(
        names.mention(open + 1)?.of,
        Of::Body(_) | Of::Unknown | Of::Person(_)
    );
    let large = (open + 1..close).any(|at| tokens.lexeme(at).is(kind::BODY | kind::PORTFOLIO))
        || body && close - open > 2;
    large.then(|| tokens.slice(open + 1, close).to_owned())
}

fn small(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.lexeme(at).is(kind::DETERMINER
        | kind::OWNER
        | kind::PREPOSITION
        | kind::CONJUNCTION
        | kind::SUBORDINATOR
        | kind::PRONOUN
        | kind::AUXILIARY
        | kind::MODAL)
        || tokens.kind(at) != Kind::Word && !tokens.possessive(at)
}

/// `, president of the Institute,` after a name; also `, who is the president of the Institute,`.
fn after(tokens: &Tokens<'_>, name: usize) -> Option<(usize, usize)> {
    let mut from = name;
    let mut commas = 0;
    while tokens.is(from, ',') || tokens.kind(from) == Kind::Number && commas > 0 {
        commas += usize::from(tokens.is(from, ','));
        from += 1;
    }
    if commas == 0 || tokens.all.get(from)?.begins_paragraph {
        return None;
    }
    if tokens.word(from) == "who" && matches!(tokens.word(from + 1), "is" | "was") {
        from += 2;
    }
    while tokens.lexeme(from).is(kind::DETERMINER | kind::OWNER)
        || matches!(tokens.word(from), "former" | "one" | "of") && commas > 0 && tokens.word(from) != "former"
    {
        from += 1;
    }
    let title = (from..from + 7)
        .take_while(|at| !small(tokens, *at) || tokens.possessive(*at))
        .filter(|at| tokens.lexeme(*at).is(kind::POST))
        .last()?;
    let owner = (from..title).rev().find(|at| tokens.possessive(*at));
    let from = owner.map_or(from, |at| at + 1);
    // "Otieno, Minister Rao said": the post is the next person's.
    if tokens.capital(title + 1) && !tokens.is(title + 1, ',') {
        return None;
    }
    Some((from, phrase_end(tokens, title + 1)))
}

/// The end of `of the Institute`, `to Cambodia`, `for health` after a post.
fn phrase_end(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut to = from;
    while tokens.all.get(to).is_some_and(|token| !token.begins_paragraph)
        && matches!(
            tokens.word(to),
            "of" | "for" | "at" | "to" | "in" | "and" | "general" | "with" | "on"
        )
    {
        let general = tokens.word(to) == "general";
        let mut at = to + 1;
        while !general
            && tokens.all.get(at).is_some()
            && (tokens.lexeme(at).is(kind::DETERMINER | kind::OWNER) || !small(tokens, at))
            && !(tokens.lexeme(at).is_verb()
                && !tokens.capital(at)
                && tokens.lexeme(at).form() != crate::words::Form::Ing
                && tokens.word(at - 1) != "the")
        {
            if tokens.lexeme(at).is(kind::MONTH | kind::WEEKDAY) && tokens.capital(at) {
                return to;
            }
            at += 1;
        }
        if at == to + 1 && !general {
            break;
        }
        to = at;
    }
    to
}

/// `Public works secretary` before a name, back to an article, a preposition, a mark or a verb.
fn before(tokens: &Tokens<'_>, names: &Names, titles: usize, name: usize) -> Option<(usize, usize)> {
    let last = name.checked_sub(1)?;
    let mut end = name;
    while end > 0
        && (tokens.lexeme(end - 1).is(kind::HONORIFIC) || tokens.is(end - 1, '.') && end > titles)
        && tokens.capital(end - 1) | tokens.is(end - 1, '.')
        && !tokens.lexeme(end - 1).is(kind::POST)
    {
        end -= 1;
    }
    if end == 0 || end < titles {
        return None;
    }
    let within = (titles..end).any(|at| tokens.lexeme(at).is(kind::POST));
    let beside = tokens.lexeme(end - 1).is(kind::POST) && tokens.lexeme(last).is(kind::POST);
    if !(within || beside) {
        return None;
    }
    let mut from = if within { titles } else { end };
    while from > 0 {
        let at = from - 1;
        let person = matches!(names.mention(at).map(|one| one.of), Some(Of::Person(_)));
        let verb = tokens.lexeme(at).is_verb()
            && !tokens.lexeme(at).is(kind::PORTFOLIO)
            && !tokens.capital(at)
            && !matches!(
                tokens.word(at),
                "acting" | "managing" | "presiding" | "ruling" | "sitting"
            );
        if small(tokens, at)
            || person
            || verb
            || tokens.word(at) == "according"
            || tokens.all[from].begins_paragraph
            || tokens.lexeme(at).is(kind::ADVERB | kind::WEEKDAY)
            || tokens.kind(at) == Kind::Number
        {
            break;
        }
        from = at;
    }
    let owner = (from..end).rev().find(|at| tokens.possessive(*at));
    from = owner.map_or(from, |at| at + 1);
    while from < end && tokens.word(from) == "former" {
        from += 1;
    }
    (from < end).then_some((from, end))
}

/// `The federation's president,` before a name.
fn apart(tokens: &Tokens<'_>, names: &Names, titles: usize) -> Option<(usize, usize)> {
    let comma = titles.checked_sub(1).filter(|at| tokens.is(*at, ','))?;
    let mut from = comma;
    while from > 0 && comma - from < 14 {
        let at = from - 1;
        let joins = matches!(tokens.word(at), "of" | "for" | "the" | "at" | "to" | "in");
        let person = matches!(names.mention(at).map(|one| one.of), Some(Of::Person(_)));
        if (small(tokens, at) && !joins)
            || person
            || tokens.word(at) == "according"
            || (tokens.lexeme(at).is_verb() && !tokens.lexeme(at).is(kind::POST) && !tokens.capital(at))
        {
            break;
        }
        from = at;
    }
    while from < comma && (matches!(tokens.word(from), "of" | "for" | "the" | "at" | "to" | "in")) {
        from += 1;
    }
    // Only what begins with an article, an owner or a sentence is the post of this name and no part of a list.
    let title = (from..comma).find(|at| tokens.lexeme(*at).is(kind::POST))?;
    let owner = (from..title).rev().find(|at| tokens.possessive(*at));
    let from = owner.map_or(from, |at| at + 1).min(title);
    Some((from, comma))
}

/// The post under a name that is a paragraph of its own: a signature.
fn under(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let alone = tokens.all.get(from)?.begins_paragraph && tokens.all.get(to)?.begins_paragraph;
    let end = (to + 1..to + 12).find(|at| {
        tokens
            .all
            .get(*at)
            .is_none_or(|token| token.begins_paragraph || token.kind == Kind::Mark(','))
    })?;
    let post = (to..end).any(|at| tokens.lexeme(at).is(kind::POST));
    (alone && post).then_some((to, end.min(tokens.all.len())))
}

/// The organisation in the words of a post: after `of`, `for`, `at`, `with`, or before a possessive.
fn organisation(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<String> {
    let owner = (from..to)
        .find(|at| tokens.possessive(*at) && !tokens.capital(at + 1))
        .map(|end| (from, end));
    let joined = (from..to)
        .find(|at| matches!(tokens.word(*at), "of" | "for" | "at" | "with"))
        .map(|at| (at + 1, to));
    let (mut first, last) = joined.or(owner)?;
    while first < last && tokens.lexeme(first).is(kind::DETERMINER | kind::OWNER) {
        first += 1;
    }
    let named = (first..last).any(|at| tokens.capital(at) || tokens.lexeme(at).is(kind::BODY));
    (named && first < last).then(|| {
        tokens
            .slice(first, last)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    })
}
