//! Which organisations, people and posts of a file are here already: those that are called so, where it is clear who is meant.

use super::entries::{Key, Placed};
use super::fault::{Faults, FileFault};
use super::{Known, MeetingsFile};
use act::{OrganisationId, PersonId, PostId};
use identity::Names;
use std::collections::BTreeMap;

/// Who is here before a file is brought in, each with its names.
#[derive(Clone, Debug, Default)]
pub struct Here {
    /// Organisations.
    pub organisations: Vec<(OrganisationId, Names)>,
    /// Persons.
    pub persons: Vec<(PersonId, Names)>,
    /// Posts of organisations.
    pub posts: Vec<(OrganisationId, PostId, Names)>,
}

impl MeetingsFile {
    /// What the keys of organisations, persons and posts stand for, where they are here already.
    ///
    /// # Errors
    /// Every entry whose names are those of two that are here, and every one that is the same as an entry before it.
    pub fn recognised(&self, here: &Here) -> Result<Known, Vec<FileFault>> {
        let mut faults = Faults::of(&self.name, &self.text);
        let organisations = self.organisations.iter().map(|one| (&one.key, &one.names));
        let persons = self.persons.iter().map(|one| (&one.key, &one.names));
        let mut known = Known {
            organisations: among(organisations, &here.organisations, &mut faults),
            persons: among(persons, &here.persons, &mut faults),
            ..Known::default()
        };
        for (key, id) in &known.organisations {
            let posts = self.posts.iter().filter(|one| one.organisation.key == *key);
            let own = here.posts.iter().filter(|(of, ..)| of == id);
            let own: Vec<_> = own.map(|(_, post, names)| (*post, names.clone())).collect();
            let posts = posts.map(|one| (&one.key, &one.names));
            known.posts.extend(among(posts, &own, &mut faults));
        }
        if faults.is_empty() {
            Ok(known)
        } else {
            Err(faults.into_sorted())
        }
    }
}

/// Each entry of a kind that is among those who are here.
fn among<'f, I: Copy + PartialEq>(
    entries: impl Iterator<Item = (&'f Key, &'f Placed<Names>)>,
    here: &[(I, Names)],
    faults: &mut Faults<'_>,
) -> BTreeMap<String, I> {
    let mut found: Vec<(&Key, I)> = vec![];
    for (key, names) in entries {
        let mut called_so = here.iter().filter(|(_, own)| own.share_a_name(&names.value));
        let Some((id, own)) = called_so.next() else {
            continue;
        };
        if let Some((_, other)) = called_so.next() {
            let (own, other) = (own.together(), other.together());
            let what = format!(
                "{} is called as two are that are recorded: {own} and {other}",
                key.text
            );
            faults.add(&names.at, what, "give it only names that one of the two has");
            continue;
        }
        if let Some((before, _)) = found.iter().find(|(_, one)| one == id) {
            let what = format!("{} and {} are both {}", key.text, before.text, own.together());
            let todo = "write one entry for it, and its key wherever it is meant";
            faults.add(&names.at, what, todo);
        }
        found.push((key, *id));
    }
    found
        .into_iter()
        .map(|(key, id)| (key.text.clone(), id))
        .collect()
}
