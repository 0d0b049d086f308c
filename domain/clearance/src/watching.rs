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
    /// How often that person began to.
    pub begun: usize,
    /// Whether that person does now.
    pub watches: bool,
}

/// How often somebody can begin to watch one case: each time is a fact of it for ever.
pub const MOST_BEGUN: usize = 20;

impl Watcher {
    fn of(context: &Context) -> Watcher {
        Watcher {
            person: context.actor.person,
            organisation: context.actor.organisation,
            role: context.actor.role,
            begun: 0,
            watches: false,
        }
    }

    /// Whether it is the same person in the same inbox.
    fn is(&self, other: &Watcher) -> bool {
        let inbox = |one: &Watcher| (one.person, one.organisation, Party::of(one.role));
        inbox(self) == inbox(other)
    }
}

/// Those who watch a case, or did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Watchers(pub Vec<Watcher>);

impl Watchers {
    /// Whether nobody ever did.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Those who do now.
    pub fn now(&self) -> impl Iterator<Item = &Watcher> {
        self.0.iter().filter(|one| one.watches)
    }

    fn of(&self, context: &Context) -> Option<&Watcher> {
        self.0.iter().find(|one| one.is(&Watcher::of(context)))
    }

    /// Whether whoever acts does.
    #[must_use]
    pub fn has(&self, context: &Context) -> bool {
        self.of(context).is_some_and(|one| one.watches)
    }

    /// Whether whoever acts began as often as one can.
    #[must_use]
    pub fn is_worn(&self, context: &Context) -> bool {
        self.of(context).is_some_and(|one| one.begun >= MOST_BEGUN)
    }

    pub(crate) fn evolve(&mut self, fact: WatchFact, by: &Context) {
        let watcher = Watcher::of(by);
        let before = self.0.iter().position(|one| one.is(&watcher));
        // Whoever came to another role meanwhile is told in that one.
        let begun = before.map_or(0, |at| self.0.remove(at).begun);
        let watches = fact == WatchFact::Begun;
        self.0.push(Watcher {
            begun: begun + usize::from(watches),
            watches,
            ..watcher
        });
    }
}
