//! Whether the entries of a file fit together: keys, references, sides, and words that stand in their source.

use super::MeetingsFile;
use super::entries::{CitationEntry, Key, MeetingEntry, ParticipationEntry, Placed, SubjectEntry};
use super::fault::Faults;
use super::plan::as_excerpt;
use super::section::Reference;
use crate::{Anchor, MeetingKind};
use act::SourceId;
use identity::{Membership, Names, When};
use std::collections::{BTreeMap, BTreeSet};

type Keys<'f> = BTreeSet<&'f str>;

struct Coherence<'f, 'x, 't> {
    file: &'f MeetingsFile,
    texts: BTreeMap<&'f str, &'f str>,
    organisations: Keys<'f>,
    persons: Keys<'f>,
    posts: Keys<'f>,
    /// `meeting/subject`.
    subjects: BTreeSet<String>,
    faults: &'x mut Faults<'t>,
}

pub(super) fn check(file: &MeetingsFile, faults: &mut Faults<'_>) {
    let requests = || {
        file.meetings
            .iter()
            .flat_map(|one| one.requests.iter().map(|one| &one.key))
    };
    let commitments = || {
        file.meetings
            .iter()
            .flat_map(|one| one.commitments.iter().map(|one| &one.key))
    };
    once(requests(), faults);
    once(commitments(), faults);
    once(file.relationships.iter().map(|one| &one.key), faults);
    once(file.meetings.iter().map(|one| &one.key), faults);
    once(file.sources.iter().map(|one| &one.key), faults);
    let subject_keys = |meeting: &MeetingEntry| {
        let name = |one: &SubjectEntry| format!("{}/{}", meeting.key.text, one.key.text);
        meeting.subjects.iter().map(name).collect::<Vec<_>>()
    };
    let mut coherence = Coherence {
        file,
        texts: file
            .sources
            .iter()
            .map(|one| (one.key.text.as_str(), one.text.as_str()))
            .collect(),
        organisations: once(file.organisations.iter().map(|one| &one.key), faults),
        persons: once(file.persons.iter().map(|one| &one.key), faults),
        posts: once(file.posts.iter().map(|one| &one.key), faults),
        subjects: file.meetings.iter().flat_map(subject_keys).collect(),
        faults,
    };
    coherence.apart();
    coherence.posts_and_relationships();
    for meeting in &file.meetings {
        coherence.meeting(meeting);
    }
}

/// The keys, each of which may be used once.
fn once<'f>(keys: impl Iterator<Item = &'f Key>, faults: &mut Faults<'_>) -> Keys<'f> {
    let mut seen = Keys::new();
    for key in keys {
        if !seen.insert(key.text.as_str()) {
            faults.add(
                &key.at,
                format!("the key {} is used twice", key.text),
                "give each its own",
            );
        }
    }
    seen
}

impl Coherence<'_, '_, '_> {
    /// Whoever is called alike is one: by its names nobody could tell which is meant.
    fn apart(&mut self) {
        let file = self.file;
        self.told_apart(
            file.organisations
                .iter()
                .map(|one| (&one.key, &one.names))
                .collect(),
        );
        self.told_apart(file.persons.iter().map(|one| (&one.key, &one.names)).collect());
        for organisation in self.organisations.clone() {
            let own = file
                .posts
                .iter()
                .filter(|one| one.organisation.key == organisation);
            self.told_apart(own.map(|one| (&one.key, &one.names)).collect());
        }
    }

    fn told_apart(&mut self, entries: Vec<(&Key, &Placed<Names>)>) {
        for (number, (key, names)) in entries.iter().enumerate() {
            let mut before = entries[..number].iter();
            if let Some((other, _)) = before.find(|(_, other)| other.value.share_a_name(&names.value)) {
                let what = format!(
                    "{} has a name of {}, {}",
                    key.text,
                    other.text,
                    names.value.together()
                );
                let todo = "write one entry for both, or add to the names what tells them apart";
                self.faults.add(&names.at, what, todo);
            }
        }
    }

    fn one_of(&mut self, reference: &Reference, there: bool, section: &str) {
        if !there {
            let what = format!("there is no {section} with the key {}", reference.key);
            self.faults.add(
                &reference.at,
                what,
                format!("add it under [[{section}]] or correct the key"),
            );
        }
    }

    fn organisation(&mut self, reference: &Reference) {
        self.one_of(
            reference,
            self.organisations.contains(reference.key.as_str()),
            "organisation",
        );
    }

    fn person(&mut self, reference: &Reference) {
        self.one_of(reference, self.persons.contains(reference.key.as_str()), "person");
    }

    fn citation(&mut self, citation: &CitationEntry) {
        let Some(text) = self.texts.get(citation.source.key.as_str()) else {
            return self.one_of(&citation.source, false, "source");
        };
        // Which id the source will have does not matter to where the words stand.
        let Some(excerpt) = as_excerpt(citation, SourceId::of(0)) else {
            return;
        };
        let source = &citation.source.key;
        match excerpt.find_in(text) {
            Anchor::Found { .. } => {}
            Anchor::Orphan => self.faults.add(
                &citation.at,
                format!("these words do not stand in the source {source}"),
                "quote them exactly, with the same punctuation, and with what is before and after them",
            ),
            Anchor::Ambiguous { places } => self.faults.add(
                &citation.at,
                format!("these words stand in the source {source} {places} times"),
                "quote more of them, or add what is before (prefix) or after (suffix)",
            ),
        }
    }

    fn posts_and_relationships(&mut self) {
        for post in &self.file.posts {
            self.organisation(&post.organisation);
            for holder in &post.holders {
                self.person(&holder.person);
            }
        }
        for relationship in &self.file.relationships {
            self.citation(&relationship.excerpt);
            for organisation in relationship
                .between
                .iter()
                .filter_map(|party| party.organisation.as_ref())
            {
                self.organisation(organisation);
            }
            for milestone in &relationship.milestones {
                self.citation(&milestone.excerpt);
            }
        }
    }

    fn meeting(&mut self, meeting: &MeetingEntry) {
        self.citation(&meeting.reported_by);
        self.sides(meeting);
        self.participations(meeting);
        once(meeting.subjects.iter().map(|one| &one.key), self.faults);
        for subject in &meeting.subjects {
            self.citation(&subject.excerpt);
            for link in subject.earlier.iter().chain(&subject.later) {
                self.link(meeting, link);
            }
        }
        for statement in &meeting.statements {
            self.citation(&statement.excerpt);
            self.participant(meeting, &statement.speaker);
            self.subject(meeting, statement.subject.as_ref());
        }
        for request in &meeting.requests {
            self.citation(&request.excerpt);
            self.two_sides(meeting, &request.from, &request.to);
            self.participant(meeting, &request.asked_by);
            self.subject(meeting, request.subject.as_ref());
            if let Some(answer) = &request.answer {
                self.citation(&answer.excerpt);
                self.person(&answer.by);
            }
        }
        for commitment in &meeting.commitments {
            self.citation(&commitment.excerpt);
            self.two_sides(meeting, &commitment.by, &commitment.to);
            self.subject(meeting, commitment.subject.as_ref());
        }
    }

    fn sides(&mut self, meeting: &MeetingEntry) {
        let mut seen = Keys::new();
        for side in &meeting.sides {
            self.organisation(side);
            if !seen.insert(&side.key) {
                self.faults.add(
                    &side.at,
                    format!("{} is named twice", side.key),
                    "name each side once",
                );
            }
        }
        match meeting.kind {
            MeetingKind::Meeting if meeting.sides.len() < 2 => self.faults.add(
                &meeting.key.at,
                "this meeting has fewer than two sides",
                "name them, as sides = [\"one\", \"other\"], or say kind = \"comment\"",
            ),
            MeetingKind::Comment if !meeting.sides.is_empty() => {
                self.faults
                    .add(&meeting.key.at, "a comment has no sides", "leave sides out");
            }
            MeetingKind::Meeting | MeetingKind::Comment => {}
        }
    }

    fn participations(&mut self, meeting: &MeetingEntry) {
        if meeting.participations.is_empty() {
            let todo = "add [[meeting.participation]] for each person who was there";
            self.faults
                .add(&meeting.key.at, "nobody is named as having been there", todo);
        }
        let mut seen = Keys::new();
        for one in &meeting.participations {
            self.person(&one.person);
            if !seen.insert(&one.person.key) {
                let what = format!("{} is named twice", one.person.key);
                self.faults.add(&one.person.at, what, "name each person once");
            }
            if let Some(side) = &one.side {
                self.side(meeting, side);
            }
            self.post_held(meeting, one);
        }
    }

    fn post_held(&mut self, meeting: &MeetingEntry, one: &ParticipationEntry) {
        let Some(reference) = &one.post else { return };
        self.one_of(reference, self.posts.contains(reference.key.as_str()), "post");
        let Some(post) = self.file.posts.iter().find(|post| post.key.text == reference.key) else {
            return;
        };
        let held = |from: When, until: When| {
            // Person and post are compared by their keys; a membership is only asked about its days.
            let membership = Membership {
                person: act::PersonId::of(0),
                post: act::PostId::of(0),
                from,
                until,
            };
            membership.held(&meeting.when.value)
        };
        let holds = post.holders.iter().any(|one_holder| {
            one_holder.person.key == one.person.key && held(one_holder.from, one_holder.until)
        });
        if !holds {
            let what = format!(
                "{} is not among those who held {} then",
                one.person.key, reference.key
            );
            let todo = "add a holder to the [[post]], with from and until as far as they are known";
            self.faults.add(&reference.at, what, todo);
        }
    }

    fn side(&mut self, meeting: &MeetingEntry, side: &Reference) {
        if !meeting.sides.iter().any(|one| one.key == side.key) {
            let what = format!("{} is no side of this meeting", side.key);
            self.faults
                .add(&side.at, what, "name it in sides or correct the key");
        }
    }

    fn two_sides(&mut self, meeting: &MeetingEntry, one: &Reference, other: &Reference) {
        self.side(meeting, one);
        self.side(meeting, other);
        if one.key == other.key {
            self.faults.add(
                &other.at,
                "both sides are the same",
                "name the side that it is put to",
            );
        }
    }

    fn participant(&mut self, meeting: &MeetingEntry, person: &Reference) {
        if !meeting
            .participations
            .iter()
            .any(|one| one.person.key == person.key)
        {
            let what = format!("{} is not named as having been there", person.key);
            self.faults.add(
                &person.at,
                what,
                "add it under [[meeting.participation]] or correct the key",
            );
        }
    }

    fn subject(&mut self, meeting: &MeetingEntry, subject: Option<&Reference>) {
        let Some(subject) = subject else { return };
        if !meeting.subjects.iter().any(|one| one.key.text == subject.key) {
            let what = format!("this meeting has no subject with the key {}", subject.key);
            self.faults.add(
                &subject.at,
                what,
                "add it under [[meeting.subject]] or correct the key",
            );
        }
    }

    fn link(&mut self, meeting: &MeetingEntry, link: &Reference) {
        let own = link.key.split('/').next() == Some(meeting.key.text.as_str());
        if own || !self.subjects.contains(&link.key) {
            let what = format!("{} is no subject of another meeting", link.key);
            self.faults
                .add(&link.at, what, "name it as \"meeting-key/subject-key\"");
        }
    }
}
