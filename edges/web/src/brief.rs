//! A brief in words: headings, lines, and where each line comes from. The page, the text and the paper are drawn from this alone, so that
//! none of them says what the others do not.

mod lines;
mod text;

pub(crate) use text::plain;

use crate::Text;
use desk::engagement::BriefView;

/// A brief in words.
pub(crate) struct Told {
    /// The relationship.
    pub title: String,
    /// Whose brief it is.
    pub own: String,
    /// As of when it was known.
    pub known: String,
    /// Whether it is signed off, in a word.
    pub status: String,
    pub is_signed: bool,
    /// How often the sides met, and when last.
    pub lede: String,
    pub sections: Vec<Section>,
    /// What is left out, each with its count.
    pub left_out: Vec<String>,
}

/// Lines under a heading.
pub(crate) struct Section {
    pub heading: String,
    /// Whether it stands beside the others where there is room: who and when, rather than what.
    pub aside: bool,
    pub lines: Vec<Line>,
    /// What is said where there is no line.
    pub nothing: String,
}

/// One line, with what it rests on.
#[derive(Default)]
pub(crate) struct Line {
    pub what: String,
    /// The page of its record; none where the reader has none.
    pub path: Option<String>,
    /// Where it stands, with its tone.
    pub tag: Option<(&'static str, String)>,
    pub notes: Vec<Note>,
    pub cited: Vec<Cited>,
}

/// What is said of a line, and the page of it where there is one.
pub(crate) struct Note {
    pub words: String,
    pub path: Option<String>,
}

/// Words of a source.
pub(crate) struct Cited {
    /// The words; none where the source reports it as a whole.
    pub words: Option<String>,
    /// Their language.
    pub language: String,
    /// The title of the source.
    pub source: String,
    /// Where they are read in their place.
    pub path: String,
}

impl From<String> for Note {
    fn from(words: String) -> Note {
        Note { words, path: None }
    }
}

/// The brief in words.
pub(crate) fn told(t: Text, view: &BriefView) -> Told {
    let language = t.language().tag();
    let own = view.own.as_ref();
    let count = i64::try_from(view.brief.meetings).unwrap_or(i64::MAX);
    let last = view.brief.last.as_ref();
    let last = last.map_or_else(String::new, |last| crate::pages::when(t, last));
    let lede = if view.is_known {
        t.with("brief-met", [("count", count.into()), ("last", last.into())])
    } else {
        t.get("brief-nothing-yet").into_owned()
    };
    let left_out = view.brief.left_out.iter().map(|(why, count)| {
        let count = i64::try_from(*count).unwrap_or(i64::MAX);
        t.one(&format!("brief-left-{}", why.name()), "count", count)
    });
    Told {
        title: view.relationship.name(language).to_owned(),
        own: own.map_or_else(String::new, |names| names.in_language(language).to_owned()),
        known: t.one("brief-known", "date", t.date(view.day)),
        status: t.get("brief-not-signed").into_owned(),
        is_signed: false,
        lede,
        sections: lines::sections(t, view),
        left_out: left_out.collect(),
    }
}
