//! Reading the entries of a meetings file. An entry with a fault is left out: its faults were told.

use super::entries::{
    CitationEntry, HolderEntry, Key, MilestoneEntry, OrganisationEntry, PartyEntry, PersonEntry, PostEntry,
    RelationshipEntry, SourceEntry,
};
use super::fault::Faults;
use super::section::Section;
use crate::Recurrence;

pub(super) const NAME: &str = "give it in at least one language, as name = { en = \"…\" }";
pub(super) const WORDS: &str = "say it in words of your own";
const CITE: &str = "say which source it rests on, as { source = \"key\", exact = \"the words\" }";

pub(super) fn key(section: &mut Section<'_>, faults: &mut Faults<'_>) -> Option<Key> {
    let todo = "give it a short key, such as key = \"note-1\"";
    let reference = section.reference(faults, "key", todo)?;
    let plain = |one: char| one.is_ascii_lowercase() || one.is_ascii_digit() || one == '-';
    if reference.key.is_empty() || reference.key.len() > 60 || !reference.key.chars().all(plain) {
        let todo = "use up to 60 lower-case letters, digits and hyphens";
        faults.add(&reference.at, "this is no key", todo);
        return None;
    }
    Some(Key {
        text: reference.key,
        at: reference.at,
    })
}

/// A citation; `whole` says whether a source as a whole is enough.
pub(super) fn citation(
    section: &mut Section<'_>,
    faults: &mut Faults<'_>,
    field: &'static str,
    whole: bool,
) -> Option<CitationEntry> {
    if !section.must_have(faults, field, CITE) {
        return None;
    }
    let mut cited = section.section(faults, field)?;
    let source = cited.reference(faults, "source", CITE);
    let exact = if whole {
        cited.optional(faults, "exact")
    } else {
        cited.required(faults, "exact", "quote the words of the source exactly")
    };
    let prefix = cited.optional(faults, "prefix").unwrap_or_default();
    let suffix = cited.optional(faults, "suffix").unwrap_or_default();
    let at = cited.at().clone();
    cited.end(faults);
    if exact.is_none() && !whole {
        return None;
    }
    Some(CitationEntry {
        source: source?,
        exact,
        prefix,
        suffix,
        at,
    })
}

pub(super) fn source(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<SourceEntry> {
    let key = key(&mut section, faults);
    let title = section.required(faults, "title", "say what it is called");
    let kind = section.required(
        faults,
        "kind",
        "say what sort it is, such as note or press-report",
    );
    let language = section.required(faults, "language", "give the language of the text, such as en");
    let published = section.when(faults, "published");
    let origin = section.required(faults, "origin", "say who wrote it or where it was found");
    let text = section.required(faults, "text", "give the whole text that the lines below rest on");
    section.end(faults);
    Some(SourceEntry {
        key: key?,
        title: title?,
        kind: kind?,
        language: language?,
        published,
        origin: origin?,
        text: text?,
    })
}

pub(super) fn organisation(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<OrganisationEntry> {
    let key = key(&mut section, faults);
    let names = section.required_placed(faults, "name", NAME);
    let kind = section.required(
        faults,
        "kind",
        "say what sort it is, such as ministry or association",
    );
    section.end(faults);
    Some(OrganisationEntry {
        key: key?,
        names: names?,
        kind: kind?,
    })
}

pub(super) fn person(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<PersonEntry> {
    let key = key(&mut section, faults);
    let names = section.required_placed(faults, "name", NAME);
    section.end(faults);
    Some(PersonEntry {
        key: key?,
        names: names?,
    })
}

pub(super) fn post(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<PostEntry> {
    let key = key(&mut section, faults);
    let organisation = section.reference(faults, "organisation", "give the key of an [[organisation]]");
    let names = section.required_placed(faults, "name", NAME);
    let mut holders = vec![];
    for mut holder in section.sections(faults, "holder") {
        let person = holder.reference(faults, "person", "give the key of a [[person]]");
        let from = holder.optional(faults, "from").unwrap_or_default();
        let until = holder.optional(faults, "until").unwrap_or_default();
        holder.end(faults);
        holders.extend(person.map(|person| HolderEntry { person, from, until }));
    }
    section.end(faults);
    Some(PostEntry {
        key: key?,
        organisation: organisation?,
        names: names?,
        holders,
    })
}

fn milestone(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<MilestoneEntry> {
    let names = section.required(faults, "name", NAME);
    let yearly = section.optional(faults, "yearly_since").map(Recurrence::Yearly);
    let once = section.optional(faults, "once").map(Recurrence::Once);
    let excerpt = citation(&mut section, faults, "excerpt", false);
    if yearly.is_some() == once.is_some() {
        let todo = "give either yearly_since = \"1953-11-19\" or once = \"2023-11-19\"";
        faults.add(section.at(), "when this milestone comes is not clear", todo);
    }
    section.end(faults);
    Some(MilestoneEntry {
        names: names?,
        recurrence: yearly.or(once)?,
        excerpt: excerpt?,
    })
}

pub(super) fn relationship(mut section: Section<'_>, faults: &mut Faults<'_>) -> Option<RelationshipEntry> {
    let key = key(&mut section, faults);
    let names = section.required(faults, "name", NAME);
    let on = section.required_placed(faults, "on", "give the day, as on = \"1953-11-19\"");
    let excerpt = citation(&mut section, faults, "excerpt", false);
    let mut parties = vec![];
    for mut party in section.sections(faults, "between") {
        let names = party.required(faults, "name", NAME);
        let organisation = party.optional_reference(faults, "organisation");
        party.end(faults);
        parties.push(names.map(|names| PartyEntry { names, organisation }));
    }
    if parties.len() != 2 {
        let todo = "name both, as between = [{ name = { en = \"…\" } }, { name = { en = \"…\" } }]";
        faults.add(
            section.at(),
            format!("it is between {}, not two", parties.len()),
            todo,
        );
    }
    let mut milestones = vec![];
    for one in section.sections(faults, "milestone") {
        milestones.extend(milestone(one, faults));
    }
    section.end(faults);
    let between = parties.into_iter().collect::<Option<Vec<_>>>()?.try_into().ok()?;
    Some(RelationshipEntry {
        key: key?,
        names: names?,
        between,
        on: on?,
        excerpt: excerpt?,
        milestones,
    })
}
