//! The meetings file (`docs/formats/meetings.md`): whole meetings with their sources, brought in through the same
//! acts as by hand.

mod coherence;
mod days;
mod entries;
mod fault;
mod known;
mod plan;
mod plan_meeting;
mod read;
mod read_meeting;
mod recognised;
mod section;

pub use fault::FileFault;
pub use known::Known;
pub use plan::{Plan, PlannedAct};
pub use recognised::Here;

use crate::source::sha256;
use act::Timestamp;
use entries::{MeetingEntry, OrganisationEntry, PersonEntry, PostEntry, RelationshipEntry, SourceEntry};
use fault::{At, Faults};
use identity::Names;
use read_meeting::each;
use section::Section;
use toml::de::DeTable;

/// The form that this version of Placet reads, as the file's first field names it.
pub const FORMAT: &str = "placet-meetings/1";

/// A meetings file that holds together: every key it uses is there, and every line's words stand in their source.
#[derive(Clone, Debug)]
pub struct MeetingsFile {
    /// As it was named by whoever gave it.
    name: String,
    /// As it was given.
    text: String,
    sources: Vec<SourceEntry>,
    organisations: Vec<OrganisationEntry>,
    persons: Vec<PersonEntry>,
    posts: Vec<PostEntry>,
    relationships: Vec<RelationshipEntry>,
    meetings: Vec<MeetingEntry>,
}

impl MeetingsFile {
    /// Reads a file, at this instant: what it reports has been by then.
    ///
    /// # Errors
    /// Every fault that was found, in the order of the file.
    pub fn parse(file_name: &str, text: &str, at: Timestamp) -> Result<Self, Vec<FileFault>> {
        let mut faults = Faults::of(file_name, text);
        let (document, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let start = error.span().map_or(0, |span| span.start);
            let at = At {
                path: String::new(),
                start,
            };
            faults.add(
                &at,
                error.message().trim_end(),
                "write it as TOML (https://toml.io)",
            );
        }
        if !faults.is_empty() {
            return Err(faults.into_sorted());
        }
        let mut root = Section::root(document.get_ref());
        if !format_is_known(&mut root, &mut faults) {
            return Err(faults.into_sorted());
        }
        let file = MeetingsFile {
            name: file_name.to_owned(),
            text: text.to_owned(),
            sources: each(&mut root, &mut faults, "source", read::source),
            organisations: each(&mut root, &mut faults, "organisation", read::organisation),
            persons: each(&mut root, &mut faults, "person", read::person),
            posts: each(&mut root, &mut faults, "post", read::post),
            relationships: each(&mut root, &mut faults, "relationship", read::relationship),
            meetings: each(&mut root, &mut faults, "meeting", read_meeting::meeting),
        };
        root.end(&mut faults);
        // An entry that could not be read is missing to those that refer to it; that would be told as a second fault.
        if faults.is_empty() {
            coherence::check(&file, &mut faults);
            days::check(&file, at, &mut faults);
        }
        if faults.is_empty() {
            Ok(file)
        } else {
            Err(faults.into_sorted())
        }
    }

    /// Each source's key with the SHA-256 of its text, by which one that is here already is recognised.
    pub fn sources(&self) -> impl Iterator<Item = (&str, String)> {
        self.sources
            .iter()
            .map(|one| (one.key.text.as_str(), sha256(one.text.as_str())))
    }

    /// Each organisation's key with its names.
    pub fn organisations(&self) -> impl Iterator<Item = (&str, &Names)> {
        self.organisations
            .iter()
            .map(|one| (one.key.text.as_str(), &one.names.value))
    }

    /// Each person's key with its names.
    pub fn persons(&self) -> impl Iterator<Item = (&str, &Names)> {
        self.persons
            .iter()
            .map(|one| (one.key.text.as_str(), &one.names.value))
    }

    /// Each post's key with the key of its organisation and its names.
    pub fn posts(&self) -> impl Iterator<Item = (&str, &str, &Names)> {
        self.posts.iter().map(|one| {
            (
                one.key.text.as_str(),
                one.organisation.key.as_str(),
                &one.names.value,
            )
        })
    }
}

fn format_is_known(root: &mut Section<'_>, faults: &mut Faults<'_>) -> bool {
    let todo = format!("begin the file with format = \"{FORMAT}\"");
    let Some(format) = root.reference(faults, "format", &todo) else {
        return false;
    };
    if format.key != FORMAT {
        faults.add(
            &format.at,
            format!("this version of Placet does not know the format {}", format.key),
            todo,
        );
        return false;
    }
    true
}
