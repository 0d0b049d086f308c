//! A brief on paper.

use super::told::{Line, Section, Told};
use crate::Text;
use crate::papers::{language, stamp};
use crate::site::Site;
use documents::{Brief, BriefLine, BriefSection, Standing};

/// A brief as a paper.
pub(super) fn paper(site: &Site, t: Text, told: Told) -> Brief {
    let left_out = BriefSection {
        heading: t.get("brief-left-out").into_owned(),
        lines: vec![],
        nothing: if told.left_out.is_empty() {
            t.get("brief-left-nothing").into_owned()
        } else {
            told.left_out.join("\n")
        },
    };
    let sections = told.sections.into_iter().map(|one| section(t, one));
    Brief {
        language: language(t),
        issuer: told.own,
        known: told.known,
        status: told.status,
        standing: if told.is_signed {
            Standing::Good
        } else {
            Standing::Open
        },
        title: told.title,
        sections: sections.chain([left_out]).collect(),
        demonstration: site.demonstration.is_some(),
        made_at: stamp(site.desk.now()),
    }
}

fn section(t: Text, section: Section) -> BriefSection {
    let lines = (1_i64..).zip(section.lines);
    BriefSection {
        heading: section.heading,
        lines: lines.map(|(number, one)| line(t, number, one)).collect(),
        nothing: section.nothing,
    }
}

fn line(t: Text, number: i64, line: Line) -> BriefLine {
    let quoted = line.cited.iter().filter_map(|one| one.words.as_ref());
    let quoted = quoted.map(|words| format!("\u{201c}{words}\u{201d}"));
    let notes = line.notes.iter().map(|note| note.words.clone());
    let mut sources: Vec<&str> = line.cited.iter().map(|one| one.source.as_str()).collect();
    sources.dedup();
    BriefLine {
        number: t.number(number),
        what: match &line.tag {
            Some((_, standing)) => format!("{} [{standing}]", line.what),
            None => line.what,
        },
        words: notes.chain(quoted).collect(),
        source: sources.join(" · "),
    }
}
