//! A brief in words: headings, lines, and where each line comes from. The page, the text and the paper are drawn from this alone, so that
//! none of them says what the others do not.

use super::lines;
use crate::Text;
use crate::pages::meetings::when;
use desk::engagement::BriefView;

/// A brief in words.
pub(super) struct Told {
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
pub(super) struct Section {
    pub heading: String,
    /// Whether it stands beside the others where there is room: when, rather than whom and what.
    pub aside: bool,
    pub lines: Vec<Line>,
    /// What is said where there is no line.
    pub nothing: String,
}

/// One line, with what it rests on.
#[derive(Default)]
pub(super) struct Line {
    pub what: String,
    /// The page of its record; none where the reader has none.
    pub path: Option<String>,
    /// Where it stands, with its tone.
    pub tag: Option<(&'static str, String)>,
    pub notes: Vec<Note>,
    pub cited: Vec<Cited>,
}

/// What is said of a line, and the page of it where there is one.
pub(super) struct Note {
    pub words: String,
    pub path: Option<String>,
}

/// Words of a source.
pub(super) struct Cited {
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

/// Whether what is sealed stands in a brief in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sealed {
    /// As far as the reader reads it.
    Told,
    /// Not at all: then it says the same to everyone who reads the record, and its hash can be compared.
    Counted,
}

/// The brief in words.
pub(super) fn told(t: Text, view: &BriefView, sealed: Sealed) -> Told {
    let language = t.language().tag();
    let own = view.own.as_ref();
    let count = i64::try_from(view.brief.meetings).unwrap_or(i64::MAX);
    let last = view.brief.last.as_ref();
    let last = last.map_or_else(String::new, |last| when(t, last));
    let lede = if view.is_known {
        t.with("brief-met", [("count", count.into()), ("last", last.into())])
    } else {
        t.get("brief-nothing-yet").into_owned()
    };
    let hidden = lines::hidden(view, sealed);
    let hidden = (hidden > 0).then_some(("sealed", hidden));
    let left_out = view
        .brief
        .left_out
        .iter()
        .map(|(why, count)| (why.name(), *count));
    let left_out = left_out.chain(hidden).map(|(why, count)| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        t.one(&format!("brief-left-{why}"), "count", count)
    });
    let mut of_day = view.signed.iter().filter(|one| one.signed.day == view.day);
    let last = of_day.next();
    let is_signed =
        last.is_some_and(|one| !one.is_changed && one.signed.language.to_string() == t.language().tag());
    Told {
        title: view.relationship.name(language).to_owned(),
        own: own.map_or_else(String::new, |names| names.in_language(language).to_owned()),
        known: t.one("brief-known", "date", t.date(view.day)),
        status: t
            .get(if is_signed {
                "brief-signed"
            } else {
                "brief-not-signed"
            })
            .into_owned(),
        is_signed,
        lede,
        sections: lines::sections(t, view, sealed),
        left_out: left_out.collect(),
    }
}
