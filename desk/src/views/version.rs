//! Views of an older or newer program are folded again before they are read: their form is ours to change, the facts'
//! is not.

use crate::store::{Kept, Store, StoreFault};

/// The form of all documents and rows. Whoever changes one raises it; a story holds it to `stories/views.txt`.
pub const VERSION: u32 = 53;

const KIND: &str = "views";
const KEY: &str = "version";

async fn found(store: &dyn Store) -> Result<Option<Kept>, StoreFault> {
    store.kept(KIND, KEY, 0).await
}

fn is_ours(found: Option<&Kept>) -> bool {
    found.is_some_and(|kept| kept.body == VERSION.to_string().as_bytes())
}

/// Whether the views in a store have the form that this program reads.
///
/// # Errors
/// [`StoreFault`] if the store cannot be read.
pub async fn are_current(store: &dyn Store) -> Result<bool, StoreFault> {
    Ok(is_ours(found(store).await?.as_ref()))
}

/// Folds the views again if another program made them; says whether it did. To be called before a store is used.
///
/// # Errors
/// [`StoreFault`] if the facts cannot be folded or the store fails.
pub async fn renew(store: &dyn Store) -> Result<bool, StoreFault> {
    let found = found(store).await?;
    if is_ours(found.as_ref()) {
        return Ok(false);
    }
    store.rebuild().await?;
    let entry = Kept {
        kind: KIND,
        key: KEY.to_owned(),
        owner: String::new(),
        version: found.map_or(1, |found| found.version + 1),
        expires: None,
        body: VERSION.to_string().into_bytes(),
    };
    match store.keep(entry).await {
        // Another node was faster with the same.
        Ok(()) | Err(StoreFault::Conflict { .. }) => Ok(true),
        Err(fault) => Err(fault),
    }
}
