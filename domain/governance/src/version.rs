//! A version of a rulebook, as it is proposed and as it is looked at.

use act::{AuthorityId, Date, Detail, OrganisationId, PersonId, Reason, Title};
use serde::{Deserialize, Serialize};

/// The most files of one version.
pub const MOST_FILES: usize = 100;

/// One file of a version. Its bytes lie beside the ledger; what is in the ledger finds out whether they are still the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulebookFile {
    /// Its name in the folder: `rulebook.toml`, `authorities.dmn`, `tests/river.toml`.
    pub name: Title,
    /// SHA-256 of its bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
}

/// The authority that leads, and the organisation that is it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lead {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// The organisation.
    pub organisation: OrganisationId,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposed {
    /// The version by its hash (`docs/formats/rulebook.md`).
    pub hash: String,
    /// The version as its makers call it.
    pub name: Title,
    /// Its files, by name.
    pub files: Vec<RulebookFile>,
    /// The hash of the version that it changes; none for the first of a rulebook.
    pub changes: Option<String>,
    /// The day from which it is to bind.
    pub from: Date,
    /// What it is for.
    pub purpose: Reason,
    /// Who worked on it. Who proposed it is not listed for that alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub makers: Vec<PersonId>,
    /// Who leads by the version that binds last, as it was when this was proposed, and so decides on it.
    pub lead: Lead,
}

/// What a linter and the version's own tests found; empty where nothing stands in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The linter's faults.
    pub faults: Vec<Detail>,
    /// The tests that do not come out as they say.
    pub failing: Vec<Detail>,
    /// The rules that no test makes fire.
    pub untested: Vec<Detail>,
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Waiting for a second person.
    Proposed,
    /// Approved, and not published yet.
    Approved,
    /// Not approved; the reasons are given.
    Declined,
    /// Taken back by whoever proposed it.
    Withdrawn,
    /// Published; binds from its day on.
    Published,
}

impl Standing {
    /// The stable name, as used in Fluent ids (`proposal-approved`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Standing::Proposed => "proposed",
            Standing::Approved => "approved",
            Standing::Declined => "declined",
            Standing::Withdrawn => "withdrawn",
            Standing::Published => "published",
        }
    }

    /// Whether the proposal may still bind someone, or does.
    #[must_use]
    pub fn is_alive(self) -> bool {
        !matches!(self, Standing::Declined | Standing::Withdrawn)
    }
}
