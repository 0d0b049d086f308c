//! The rulebooks that this installation knows: every version with its files, and from which day each binds.
//!
//! The operator installs versions (`placet rulebook add`), rule makers publish them (`governance`). Of one rulebook that
//! version is in force whose first day came last.

use act::{Date, Timestamp};
use governance::Known;
use jiff::tz::TimeZone;
use rulebook::{Files, LoadError, LoadFault, Rulebook, said};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// The file that a rulebook's folder has first.
pub const RULEBOOK_TOML: &str = "rulebook.toml";
/// What the names of a version's own tests begin with.
pub(crate) const TESTS: &str = "tests/";
/// What the names of decision models end with.
pub(crate) const MODEL: &str = ".dmn";

/// A version with the files that it is.
#[derive(Clone, Debug)]
pub struct Version {
    /// The version, checked whole.
    pub rulebook: Arc<Rulebook>,
    /// Its files by name: `rulebook.toml`, decision models, and its tests.
    pub files: Arc<BTreeMap<String, String>>,
}

impl Version {
    /// Loads a version from its files.
    ///
    /// # Errors
    /// Every fault of the files, each with its place and what to do.
    pub fn load(files: BTreeMap<String, String>) -> Result<Version, LoadError> {
        let settings = files.get(RULEBOOK_TOML).ok_or_else(|| LoadError {
            faults: vec![LoadFault {
                file: RULEBOOK_TOML.to_owned(),
                what: said!("there is no such file"),
                todo: said!("Add it"),
                ..LoadFault::default()
            }],
        })?;
        let models = files.iter().filter(|(name, _)| name.ends_with(MODEL));
        let rulebook = Rulebook::load(&Files {
            rulebook_toml: (RULEBOOK_TOML, settings),
            dmn: models
                .map(|(name, text)| (name.as_str(), text.as_str()))
                .collect(),
        })?;
        Ok(Version {
            rulebook: Arc::new(rulebook),
            files: Arc::new(files),
        })
    }
}

/// A version that binds from a day on.
#[derive(Clone, Debug)]
pub struct Binding {
    /// The version.
    pub version: Version,
    /// The first day on which it binds.
    pub from: Date,
    /// The proposal that it was published by; none where the operator installed it.
    pub proposal: Option<u32>,
}

impl Binding {
    fn has_begun(&self, at: Timestamp) -> bool {
        today(&self.version.rulebook, at).is_some_and(|today| self.from <= today)
    }

    /// Whether the version says of itself that it holds no more.
    fn has_ended(&self, at: Timestamp) -> bool {
        let last = self.version.rulebook.valid_to();
        last.is_some_and(|last| today(&self.version.rulebook, at).is_some_and(|today| last < today))
    }
}

/// A version that was published and that this program does not load: it refuses what was taken when it was proposed.
#[derive(Clone, Debug)]
pub struct Unloaded {
    /// The rulebook.
    pub rulebook: String,
    /// The version by its hash.
    pub hash: String,
    /// What its makers call it.
    pub name: String,
    /// The first day on which it binds.
    pub from: Date,
    /// The proposal that it was published by.
    pub proposal: u32,
    /// Its files by name.
    pub files: Arc<BTreeMap<String, String>>,
}

/// The day that it is where a rulebook holds.
pub(crate) fn today(rulebook: &Rulebook, at: Timestamp) -> Option<Date> {
    let zone = calendar::zone(rulebook.timezone())?;
    Some(at.to_zoned_datetime(zone).date())
}

/// Every version by its hash, and from which day each binds.
#[derive(Clone, Debug, Default)]
pub struct Rulebooks {
    versions: BTreeMap<String, Version>,
    bindings: BTreeMap<String, Vec<Binding>>,
    unloaded: Vec<Unloaded>,
}

impl Rulebooks {
    /// No rulebook.
    #[must_use]
    pub fn new() -> Self {
        Rulebooks::default()
    }

    /// These rulebooks at an instant.
    #[must_use]
    pub fn at(self, at: Timestamp) -> RulebooksNow {
        let all = Arc::new(self);
        RulebooksNow { all, at }
    }

    /// Adds a version that the operator installed; it binds from the day on from which it says that it holds.
    #[must_use]
    pub fn with(self, version: Version) -> Self {
        let from = version.rulebook.valid_from();
        self.binding(Binding {
            version,
            from,
            proposal: None,
        })
    }

    /// Adds a version that binds. Of two that begin on one day, the one that is added last does.
    #[must_use]
    pub(crate) fn binding(mut self, binding: Binding) -> Self {
        let rulebook = &binding.version.rulebook;
        self.versions
            .insert(rulebook.hash().to_owned(), binding.version.clone());
        let all = self.bindings.entry(rulebook.id().to_owned()).or_default();
        all.push(binding);
        all.sort_by_key(|one| (one.from, one.proposal.is_some()));
        self
    }

    /// Adds a version that is not loaded.
    #[must_use]
    pub(crate) fn without(mut self, unloaded: Unloaded) -> Self {
        self.unloaded.push(unloaded);
        self
    }

    /// The published versions of a rulebook that are not loaded.
    pub fn unloaded<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Unloaded> {
        self.unloaded.iter().filter(move |one| one.rulebook == id)
    }

    /// The hash of the version of a rulebook that binds last, whether it is loaded or not.
    #[must_use]
    pub fn last_hash(&self, id: &str) -> Option<String> {
        let last = self.bindings(id).last();
        let last = last.map(|one| (one.from, one.version.rulebook.hash()));
        let unloaded = self.unloaded(id).map(|one| (one.from, one.hash.as_str()));
        let latest = last.into_iter().chain(unloaded).max_by_key(|(from, _)| *from);
        latest.map(|(_, hash)| hash.to_owned())
    }

    /// A version by its hash.
    #[must_use]
    pub fn version(&self, hash: &str) -> Option<Arc<Rulebook>> {
        Some(Arc::clone(&self.versions.get(hash)?.rulebook))
    }

    /// A version by its hash, with its files.
    #[must_use]
    pub fn whole(&self, hash: &str) -> Option<Version> {
        self.versions.get(hash).cloned()
    }

    /// Every version of every rulebook.
    #[must_use]
    pub fn every(&self) -> Vec<Arc<Rulebook>> {
        let each = self.versions.values();
        each.map(|one| Arc::clone(&one.rulebook)).collect()
    }

    /// The ids of all rulebooks.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.bindings.keys().map(String::as_str)
    }

    /// What binds of a rulebook from which day on, the earliest first.
    #[must_use]
    pub fn bindings(&self, id: &str) -> &[Binding] {
        self.bindings.get(id).map_or(&[], Vec::as_slice)
    }

    /// The versions of a rulebook that the operator installed.
    pub(crate) fn installed(&self, id: &str) -> Vec<Known> {
        let installed = self.bindings(id).iter().filter(|one| one.proposal.is_none());
        let known = installed.map(|one| Known {
            hash: one.version.rulebook.hash().to_owned(),
            name: one.version.rulebook.version().to_owned(),
            from: one.from,
        });
        known.collect()
    }

    /// How many versions were published by acts.
    pub(crate) fn published(&self) -> usize {
        let all = self.bindings.values().flatten();
        all.filter(|one| one.proposal.is_some()).count() + self.unloaded.len()
    }
}

/// The rulebooks at an instant.
#[derive(Clone, Debug)]
pub struct RulebooksNow {
    pub(crate) all: Arc<Rulebooks>,
    pub(crate) at: Timestamp,
}

impl Deref for RulebooksNow {
    type Target = Rulebooks;

    fn deref(&self) -> &Rulebooks {
        &self.all
    }
}

impl RulebooksNow {
    /// What was put in force of a rulebook last; before the first day of all, what the operator installed last. Once it has
    /// ended, nobody is bound by it, and by none that it took the place of; nor once one that is not loaded took its place.
    #[must_use]
    pub fn binding_now(&self, id: &str) -> Option<&Binding> {
        let all = self.bindings(id);
        let begun = all.iter().rfind(|one| one.has_begun(self.at));
        let last = begun.or_else(|| all.iter().rfind(|one| one.proposal.is_none()))?;
        let today = today(&last.version.rulebook, self.at)?;
        let replaced = |one: &Unloaded| one.from >= last.from && one.from <= today;
        (!self.unloaded(id).any(replaced)).then_some(last)
    }

    /// The zone of the installation, in which a day begins and ends where no case says in which: the first rulebook's. None where there is
    /// no rulebook.
    #[must_use]
    pub fn zone(&self) -> Option<TimeZone> {
        let known = self.all();
        TimeZone::get(known.first()?.timezone()).ok()
    }

    /// Whether a version says of itself that it holds no more.
    #[must_use]
    pub fn has_ended(&self, binding: &Binding) -> bool {
        binding.has_ended(self.at)
    }

    /// What binds of a rulebook today, and what will from a later day on.
    pub(crate) fn present_and_to_come<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Binding> {
        let present = self.binding_now(id).filter(|one| !self.has_ended(one));
        let to_come = self.bindings(id).iter().filter(|one| !one.has_begun(self.at));
        present.into_iter().chain(to_come)
    }

    /// The version of a rulebook that was put in force last.
    #[must_use]
    pub fn in_force(&self, id: &str) -> Option<Arc<Rulebook>> {
        Some(Arc::clone(&self.binding_now(id)?.version.rulebook))
    }

    /// Those in force, by id.
    #[must_use]
    pub fn all(&self) -> Vec<Arc<Rulebook>> {
        self.ids().filter_map(|id| self.in_force(id)).collect()
    }
}
