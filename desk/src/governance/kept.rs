//! The files of versions: kept under their hash beside the ledger, which has their hashes; and the versions that were
//! published, known on every node as soon as anything is decided by them.

use super::acts::not_loaded;
use crate::rulebooks::{Binding, Unloaded, Version};
use crate::store::{Kept, Store, StoreFault};
use crate::views::application::PUBLIC;
use crate::views::governance::{PUBLISHED, PublishedLine};
use crate::{Desk, Fault, Rulebooks};
use governance::{Proposed, RulebookFile, Versions};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::Arc;

const FILE: &str = "rulebook-file";

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file as the ledger has it; none for a name that no folder could hold.
pub(super) fn file(name: &str, text: &str) -> Option<RulebookFile> {
    Some(RulebookFile {
        name: act::Title::new(name).ok()?,
        sha256: sha256(text),
        size: u64::try_from(text.len()).unwrap_or(u64::MAX),
    })
}

/// Keeps a file under its hash. Another version that has the same has kept it already.
pub(super) async fn keep(store: &dyn Store, text: &str) -> Result<(), StoreFault> {
    let entry = Kept {
        kind: FILE,
        key: sha256(text),
        owner: String::new(),
        version: 1,
        expires: None,
        body: text.as_bytes().to_vec(),
    };
    match store.keep(entry).await {
        Err(StoreFault::Conflict { .. }) => Ok(()),
        kept => kept,
    }
}

/// The text of a file, or what is wrong with what is kept of it.
async fn text(store: &dyn Store, file: &RulebookFile) -> Result<Result<String, &'static str>, StoreFault> {
    let Some(kept) = store.kept(FILE, &file.sha256, 0).await? else {
        return Ok(Err("its bytes are missing"));
    };
    let text = String::from_utf8(kept.body).ok();
    let own = text.filter(|text| sha256(text) == file.sha256);
    Ok(own.ok_or("its bytes are not those that were proposed"))
}

/// What is missing or changed of the files of every proposal of a rulebook, one line for each.
pub(crate) async fn files_missing(
    store: &dyn Store,
    stream: &str,
    versions: &Versions,
) -> Result<Vec<String>, StoreFault> {
    let mut differences = vec![];
    for proposal in &versions.proposals {
        for file in &proposal.version.files {
            if let Err(difference) = text(store, file).await? {
                differences.push(format!(
                    "{stream}: the file \u{201c}{}\u{201d} of proposal {}: {difference}; restore it from a backup",
                    file.name, proposal.number
                ));
            }
        }
    }
    differences.sort();
    differences.dedup();
    Ok(differences)
}

fn broken(proposed: &Proposed, file: &str, what: &str) -> Fault {
    Fault::SetUp(format!(
        "the file {file} of the rulebook version {} ({}): {what}; restore it from a backup",
        proposed.name, proposed.hash
    ))
}

/// The files that are kept of a proposed version, by name.
pub(super) async fn files_of(
    store: &dyn Store,
    proposed: &Proposed,
) -> Result<BTreeMap<String, String>, Fault> {
    let mut files = BTreeMap::new();
    for file in &proposed.files {
        let text = text(store, file)
            .await?
            .map_err(|what| broken(proposed, file.name.as_str(), what))?;
        files.insert(file.name.to_string(), text);
    }
    Ok(files)
}

/// A proposed version, loaded from the files that are kept of it; [`Fault::Invalid`] where this program does not load it.
pub(crate) async fn version_of(store: &dyn Store, proposed: &Proposed) -> Result<Version, Fault> {
    let version =
        Version::load(files_of(store, proposed).await?).map_err(|error| not_loaded("files", &error))?;
    if version.rulebook.hash() == proposed.hash {
        Ok(version)
    } else {
        Err(broken(proposed, "set", "its hash is another"))
    }
}

impl Desk {
    /// Takes in what was published since it was looked at last, on this node or another. Costs one counter where nothing was.
    ///
    /// # Errors
    /// [`Fault::SetUp`] if the files of a published version are not there.
    pub async fn renew_rulebooks(&self) -> Result<(), Fault> {
        let known = self.rulebooks().all;
        let published = self.store.count(PUBLISHED, PUBLIC).await?;
        if usize::try_from(published).is_ok_and(|count| count == known.published()) {
            return Ok(());
        }
        let mut all = Rulebooks::clone(&known);
        for line in self.lines::<PublishedLine>(PUBLISHED, PUBLIC.to_owned()).await? {
            let is_known = |one: &Binding| one.proposal == Some(line.proposal);
            let mut unloaded = all.unloaded(&line.rulebook);
            let is_known = all.bindings(&line.rulebook).iter().any(is_known)
                || unloaded.any(|one| one.proposal == line.proposal);
            drop(unloaded);
            if is_known {
                continue;
            }
            let versions = self.load::<Versions>(&line.rulebook).await?.state;
            let proposal = versions.proposal(line.proposal).ok_or(Fault::NotFound)?;
            let proposed = &proposal.version;
            all = match version_of(self.store.as_ref(), proposed).await {
                Ok(version) => all.binding(Binding {
                    version,
                    from: line.from,
                    proposal: Some(line.proposal),
                }),
                // It binds all the same: nobody is bound by what it took the place of.
                Err(Fault::Invalid(_)) => all.without(Unloaded {
                    rulebook: line.rulebook,
                    hash: proposed.hash.clone(),
                    name: proposed.name.to_string(),
                    from: line.from,
                    proposal: line.proposal,
                    files: Arc::new(files_of(self.store.as_ref(), proposed).await?),
                }),
                Err(fault) => return Err(fault),
            };
        }
        self.know(Arc::new(all));
        Ok(())
    }

    /// Makes sure that a version is known here that another node may have published.
    pub(crate) async fn know_version(&self, hash: &str) -> Result<(), Fault> {
        if self.rulebooks().version(hash).is_none() {
            self.renew_rulebooks().await?;
        }
        Ok(())
    }
}
