//! Who watches a case: people who are told what changes in it, beside what their organisation is told in the capacity in which they act.

use crate::Party;
use act::{Context, OrganisationId, PersonId, Role};
use serde::{Deserialize, Serialize};

/// Something that happened to who watches a case: to whoever did it. The bytes of these are golden, as all facts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum WatchFact {
    /// Somebody begins to watch it.
    Begun,
    /// Somebody watches it no more.
    Ended,
}

/// Somebody who watches a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watcher {
    /// Who.
    pub person: PersonId,
    /// For whom.
    pub organisation: OrganisationId,
    /// As what.
    pub role: Role,
}

impl Watcher {
    fn of(context: &Context) -> Watcher {
        Watcher {
            person: context.actor.person,
            organisation: context.actor.organisation,
            role: context.actor.role,
        }
    }

    /// Whether it is the same person in the same inbox.
    fn is(&self, other: &Watcher) -> bool {
        let inbox = |one: &Watcher| (one.person, one.organisation, Party::of(one.role));
        inbox(self) == inbox(other)
    }
}

/// Those who watch a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Watchers(pub Vec<Watcher>);

impl Watchers {
    /// Whether nobody does.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether whoever acts does.
    #[must_use]
    pub fn has(&self, context: &Context) -> bool {
        self.0.iter().any(|one| one.is(&Watcher::of(context)))
    }

    pub(crate) fn evolve(&mut self, fact: WatchFact, by: &Context) {
        let watcher = Watcher::of(by);
        self.0.retain(|one| !one.is(&watcher));
        if fact == WatchFact::Begun {
            self.0.push(watcher);
        }
    }
}
