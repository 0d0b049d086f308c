//! The rulebooks that this installation knows: the one in force of each jurisdiction, and every version that an
//! application is bound to.

use rulebook::Rulebook;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Rulebooks by their hash, and the one in force by its id.
#[derive(Clone, Default)]
pub struct Rulebooks {
    versions: BTreeMap<String, Arc<Rulebook>>,
    in_force: BTreeMap<String, Arc<Rulebook>>,
}

impl Rulebooks {
    /// No rulebook.
    #[must_use]
    pub fn new() -> Self {
        Rulebooks::default()
    }

    /// Adds a version and puts it in force.
    #[must_use]
    pub fn with(mut self, rulebook: Rulebook) -> Self {
        let rulebook = Arc::new(rulebook);
        self.versions
            .insert(rulebook.hash().to_owned(), Arc::clone(&rulebook));
        self.in_force.insert(rulebook.id().to_owned(), rulebook);
        self
    }

    /// Adds an earlier version that applications are bound to, without putting it in force.
    #[must_use]
    pub fn with_earlier(mut self, rulebook: Rulebook) -> Self {
        let rulebook = Arc::new(rulebook);
        self.versions.insert(rulebook.hash().to_owned(), rulebook);
        self
    }

    /// A version by its hash.
    #[must_use]
    pub fn version(&self, hash: &str) -> Option<&Arc<Rulebook>> {
        self.versions.get(hash)
    }

    /// The version in force of a rulebook.
    #[must_use]
    pub fn in_force(&self, id: &str) -> Option<&Arc<Rulebook>> {
        self.in_force.get(id)
    }

    /// Those in force, by id.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Rulebook>> {
        self.in_force.values()
    }
}
