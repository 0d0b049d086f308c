//! What rules attach to asking an authority, of both rulebooks in one table: equal things have one place, so that cases are
//! compared by numbers.

use super::change::{AttachedChange, AttachedKind};
use crate::attached::{Attached, Attachments, FeePer};
use std::collections::BTreeMap;

/// Everything that rules of either rulebook attach.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    known: Vec<Thing>,
}

/// A document, a fee or a lead time, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Thing {
    kind: AttachedKind,
    /// Its own id in its version.
    id: String,
    says: String,
}

impl Table {
    /// What a rule attaches: its documents and fees by their places, and its longest lead time by measure and place.
    pub fn of(&mut self, all: &Attachments, own: &Attached) -> (Vec<usize>, Option<(u64, usize)>) {
        let mut places = vec![];
        for id in &own.documents {
            places.push(self.place(AttachedKind::Document, id, id.clone()));
        }
        for (id, fee) in own.fees.iter().filter_map(|id| Some((id, all.fees.get(id)?))) {
            let per = match fee.per {
                FeePer::Application => "application",
                FeePer::Day => "day",
            };
            let says = format!("{} {} per {per}", fee.amount.normalize(), fee.currency);
            places.push(self.place(AttachedKind::Fee, id, says));
        }
        let lead = all.longest(own).map(|(id, lead)| {
            (
                lead.measure(),
                self.place(AttachedKind::LeadTime, id, lead.to_string()),
            )
        });
        (places, lead)
    }

    fn place(&mut self, kind: AttachedKind, id: &str, says: String) -> usize {
        let thing = Thing {
            kind,
            id: id.to_owned(),
            says,
        };
        let known = self.known.iter().position(|known| *known == thing);
        known.unwrap_or_else(|| {
            self.known.push(thing);
            self.known.len() - 1
        })
    }

    /// The change of the lead time of an authority that is asked before and after.
    pub fn lead(
        &self,
        authority: &str,
        before: Option<usize>,
        after: Option<usize>,
    ) -> Option<AttachedChange> {
        let thing = |place: Option<usize>| self.known.get(place?);
        let says = |thing: Option<&Thing>| Some(thing?.says.clone());
        let id = |thing: Option<&Thing>| Some(thing?.id.clone());
        let (was, is) = (thing(before), thing(after));
        // One that says the same under another id is no other.
        (says(was) != says(is)).then(|| AttachedChange {
            kind: AttachedKind::LeadTime,
            id: authority.to_owned(),
            before: says(was),
            after: says(is),
            ids: [id(was), id(is)],
        })
    }

    /// The documents and fees that are in one list of places alone.
    pub fn between(&self, mut before: Vec<usize>, mut after: Vec<usize>) -> Vec<AttachedChange> {
        for places in [&mut before, &mut after] {
            places.sort_unstable();
            places.dedup();
        }
        if before == after {
            return vec![];
        }
        let of = |places: &[usize]| -> BTreeMap<(AttachedKind, String), String> {
            let things = places.iter().filter_map(|place| self.known.get(*place));
            things
                .map(|thing| ((thing.kind, thing.id.clone()), thing.says.clone()))
                .collect()
        };
        let (was, mut is) = (of(&before), of(&after));
        let turned = |((kind, id), before): ((AttachedKind, String), String)| {
            let after = is.remove(&(kind, id.clone()));
            let other = after.as_ref() != Some(&before);
            other.then_some(AttachedChange {
                ids: [Some(id.clone()), after.as_ref().map(|_| id.clone())],
                kind,
                id,
                before: Some(before),
                after,
            })
        };
        let mut changes: Vec<AttachedChange> = was.into_iter().filter_map(turned).collect();
        changes.extend(is.into_iter().map(|((kind, id), says)| AttachedChange {
            ids: [None, Some(id.clone())],
            kind,
            id,
            before: None,
            after: Some(says),
        }));
        changes
    }
}
