//! Whom we meet: who came for the other sides, the posts held on the day of the brief, and those held when we met.

use super::Known;
use crate::{Meeting, PostHeld, Report};
use act::{Date, MeetingId, OrganisationId, PersonId, Title};
use identity::{Names, When};
use std::collections::BTreeMap;

/// A post held on the day of the brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostToday {
    /// Its title.
    pub title: Names,
    /// The organisation whose post it is.
    pub organisation: Names,
}

/// A meeting with somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetAt {
    /// The meeting.
    pub meeting: MeetingId,
    /// What it is called.
    pub title: Title,
    /// When it was.
    pub when: When,
    /// The post held that day, as the record has it.
    pub post: Option<PostHeld>,
    /// What says so.
    pub report: Report,
}

/// Somebody who came for another side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Met {
    /// Who.
    pub person: PersonId,
    /// The name, as it was said last.
    pub name: Title,
    /// For which side last.
    pub side: Option<OrganisationId>,
    /// The posts held on the day of the brief.
    pub today: Vec<PostToday>,
    /// The meetings, the latest first.
    pub met: Vec<MetAt>,
}

fn posts_today(known: &Known<'_>, person: PersonId, day: Date) -> Vec<PostToday> {
    let held = known.organisations.iter().flat_map(|organisation| {
        let held = organisation.posts_held(person, &When::On(day)).into_iter();
        held.filter_map(move |post| {
            Some(PostToday {
                title: organisation.posts.get(&post)?.clone(),
                organisation: organisation.names.clone()?,
            })
        })
    });
    held.collect()
}

/// Who came for other sides than ours, whom we met last before the others.
pub(super) fn met(known: &Known<'_>, met: &[&Meeting], day: Date) -> Vec<Met> {
    let mut people: Vec<Met> = vec![];
    let mut places: BTreeMap<PersonId, usize> = BTreeMap::new();
    for record in met.iter().filter_map(|meeting| meeting.record.as_ref()) {
        let others = record.participations.iter();
        for one in others.filter(|one| one.side != Some(known.own)) {
            let place = *places.entry(one.person).or_insert_with(|| {
                people.push(Met {
                    person: one.person,
                    name: one.name.clone(),
                    side: one.side,
                    today: posts_today(known, one.person, day),
                    met: vec![],
                });
                people.len() - 1
            });
            people[place].met.push(MetAt {
                meeting: record.meeting,
                title: record.title.clone(),
                when: record.when,
                post: one.post.clone(),
                report: record.reported_by.clone(),
            });
        }
    }
    people
}
