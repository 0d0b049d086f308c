//! What people read on a page comes from Fluent: a template holds marks and expressions, no words.

use super::settings::Settings;
use crate::finding::Finding;
use crate::source::Sources;

/// Attributes that a person sees or hears.
const SPOKEN: [&str; 5] = ["alt", "title", "placeholder", "aria-label", "aria-description"];

/// Words in the templates of the web edge.
pub fn find(sources: &Sources, _: &Settings) -> Vec<Finding> {
    let is_template = |path: &str| path.starts_with("edges/web/templates/");
    let templates = sources.others.iter().filter(|(path, _)| is_template(path));
    templates.flat_map(|(path, text)| words_of(path, text)).collect()
}

fn words_of(path: &str, text: &str) -> Vec<Finding> {
    let bare = blanked(text, &[("{#", "#}"), ("{{", "}}"), ("<!--", "-->")]);
    let marks = blanked(&bare, &[("{%", "%}")]);
    let mut pieces = shown(&bare);
    pieces.extend(spoken(&marks));
    let worded = pieces.into_iter().filter(|(_, piece)| has_words(piece));
    let finding = |(at, piece): (usize, &str)| {
        let first = at + piece.find(|letter: char| !letter.is_whitespace()).unwrap_or(0);
        let line = bare[..first].matches('\n').count() + 1;
        Finding::new(path, line, format!("text outside Fluent: \"{}\"", piece.trim()))
    };
    worded.map(finding).collect()
}

/// `text` with all between each pair of `marks` blanked byte by byte, so that every place stays where it is.
fn blanked(text: &str, marks: &[(&str, &str)]) -> String {
    let mut bare = text.to_owned();
    for (begin, end) in marks {
        let mut from = 0;
        while let Some(start) = bare[from..].find(begin).map(|found| from + found) {
            let stop = bare[start..]
                .find(end)
                .map_or(bare.len(), |found| start + found + end.len());
            let blank: String = bare[start..stop]
                .bytes()
                .map(|byte| if byte == b'\n' { '\n' } else { ' ' })
                .collect();
            bare.replace_range(start..stop, &blank);
            from = stop;
        }
    }
    bare
}

/// Where a place in a template lies.
#[derive(Clone, Copy)]
enum Place {
    Shown,
    Tag {
        /// The mark that closes the attribute's value.
        quote: Option<char>,
        /// What ends the element, when it holds no text.
        silent: Option<&'static str>,
    },
    Silent(&'static str),
}

const ELEMENTS_WITHOUT_TEXT: [(&str, &str); 2] = [("<script", "</script"), ("<style", "</style")];

/// The pieces that lie between tags and statements, with their place. A tag may be closed differently in each
/// branch of a statement: so each branch begins where the statement did.
fn shown(bare: &str) -> Vec<(usize, &str)> {
    let (mut place, mut branches, mut pieces) = (Place::Shown, Vec::new(), Vec::new());
    let (mut at, mut begin) = (0, 0);
    while let Some(letter) = bare[at..].chars().next() {
        let before = place;
        let mut length = letter.len_utf8();
        if let Some((statement, whole)) = statement(&bare[at..]) {
            length = whole;
            place = after_statement(statement, place, &mut branches);
            pieces.push((
                begin,
                if matches!(before, Place::Shown) {
                    &bare[begin..at]
                } else {
                    ""
                },
            ));
            begin = at + length;
        } else {
            place = after_letter(&bare[at..], letter, place);
            match (before, place) {
                (Place::Shown, Place::Tag { .. }) => pieces.push((begin, &bare[begin..at])),
                (Place::Shown, _) => {}
                _ => begin = at + length,
            }
        }
        at += length;
    }
    if matches!(place, Place::Shown) {
        pieces.push((begin, &bare[begin..]));
    }
    pieces
}

fn after_letter(rest: &str, letter: char, place: Place) -> Place {
    match (place, letter) {
        (Place::Shown, '<') => {
            let silent = ELEMENTS_WITHOUT_TEXT
                .iter()
                .find(|(begin, _)| rest.starts_with(begin));
            Place::Tag {
                quote: None,
                silent: silent.map(|(_, end)| *end),
            }
        }
        (Place::Silent(end), '<') if rest.starts_with(end) => Place::Tag {
            quote: None,
            silent: None,
        },
        (Place::Tag { quote: None, silent }, '>') => silent.map_or(Place::Shown, Place::Silent),
        (Place::Tag { quote: None, silent }, '"' | '\'') => Place::Tag {
            quote: Some(letter),
            silent,
        },
        (
            Place::Tag {
                quote: Some(open),
                silent,
            },
            _,
        ) if open == letter => Place::Tag { quote: None, silent },
        _ => place,
    }
}

/// The statement that `rest` begins with: its first word and its whole length.
fn statement(rest: &str) -> Option<(&str, usize)> {
    let inner = rest.strip_prefix("{%")?;
    let length = inner.find("%}").map_or(rest.len(), |found| found + 4);
    let first = inner
        .trim_start_matches(['-', '+', '~'])
        .split_whitespace()
        .next()
        .unwrap_or_default();
    Some((first, length))
}

fn after_statement(statement: &str, place: Place, branches: &mut Vec<Place>) -> Place {
    match statement {
        "if" | "for" | "match" | "block" | "macro" | "call" | "filter" => branches.push(place),
        "else" | "elif" | "when" => return branches.last().copied().unwrap_or(place),
        ending if ending.starts_with("end") => drop(branches.pop()),
        _ => {}
    }
    place
}

/// Values of the attributes that a person sees or hears, with their place.
fn spoken(bare: &str) -> impl Iterator<Item = (usize, &str)> {
    let values = SPOKEN.iter().flat_map(move |name| {
        let begins = move |at: usize| bare[..at].ends_with(char::is_whitespace);
        let named = bare.match_indices(name).filter(move |(at, _)| begins(*at));
        named.filter_map(|(at, name)| {
            Some((at + name.len() + 2, bare[at + name.len()..].strip_prefix("=\"")?))
        })
    });
    values.map(|(at, rest)| (at, rest.split('"').next().unwrap_or_default()))
}

fn has_words(text: &str) -> bool {
    let mut pieces = text.split('&');
    let before = pieces.next().unwrap_or_default();
    let after_entities = pieces.map(|piece| piece.split_once(';').map_or(piece, |(_, after)| after));
    std::iter::once(before)
        .chain(after_entities)
        .any(|piece| piece.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::found;

    fn check(text: &str, expect: &[&str]) {
        let expect: Vec<_> = expect
            .iter()
            .map(|place| format!("edges/web/templates/page.html:{place}"))
            .collect();
        assert_eq!(found(find, "edges/web/templates/page.html", text), expect);
    }

    #[test]
    fn words_between_tags_are_found_at_their_line() {
        check(
            "<h1>{{ title }}</h1>\n<p class=\"lead\">\n  Ask first</p>\n",
            &["3: text outside Fluent: \"Ask first\""],
        );
        check("<p>{{ count }} days</p>", &["1: text outside Fluent: \"days\""]);
        check("<p>អនុញ្ញាត</p>", &["1: text outside Fluent: \"អនុញ្ញាត\""]);
    }

    #[test]
    fn words_in_a_spoken_attribute_are_found() {
        check(
            "<img src=\"a.svg\" alt=\"A bridge\">",
            &["1: text outside Fluent: \"A bridge\""],
        );
        check("<img src=\"a.svg\" alt=\"{{ t.bridge }}\">", &[]);
        check("<img src=\"a.svg\" alt=\"{% if a %}{{ b }}{% endif %}\">", &[]);
    }

    #[test]
    fn a_tag_may_be_closed_differently_in_each_branch() {
        let tag =
            "<svg{% if a %} class=\"x\">{% else %} role=\"img\"><title>{{ b }}</title>{%- endif %}</svg>";
        check(tag, &[]);
        check(
            &tag.replace("</title>", "</title>Ask"),
            &["1: text outside Fluent: \"Ask\""],
        );
    }

    #[test]
    fn marks_and_expressions_pass() {
        check(
            "<!doctype html>\n{% if a > b %}<p>{{ words }} &middot; 12</p>{% endif %}{# A note #}",
            &[],
        );
        check(
            "<a href=\"{{ url(\"a > b\") }}\">{{ name }}</a><!-- A note -->",
            &[],
        );
        check(
            "<style>body { margin: 0 }</style><script>let a = 1 < 2;</script>",
            &[],
        );
    }
}
