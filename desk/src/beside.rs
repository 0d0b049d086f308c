//! Words that lie beside the ledger, under the commitment that a fact has to them: reasons that were sealed, comments, and what a brief is
//! not to say.

use crate::store::{Kept, Store, StoreFault};
use crate::{Desk, Fault};
use act::Reason;
use act::sealed::{Commitment, Opening, Salt};
use std::fmt::Display;

/// Words of one sort, by the kind of entry under which they are kept.
#[derive(Clone, Copy)]
pub(crate) struct Beside(pub &'static str);

impl Beside {
    /// The words and the salt of a commitment, if they are kept and are those that it was made of.
    pub async fn kept(
        self,
        store: &dyn Store,
        commitment: &Commitment,
    ) -> Result<Option<Opening>, StoreFault> {
        let kept = store.kept(self.0, &commitment.to_string(), 0).await?;
        let opening = kept.and_then(|kept| serde_json::from_slice::<Opening>(&kept.body).ok());
        Ok(opening.filter(|opening| opening.commitment() == *commitment))
    }

    /// Whether something is kept of a commitment, whatever it is.
    pub async fn is_left(self, store: &dyn Store, commitment: &Commitment) -> Result<bool, StoreFault> {
        let kept = store.kept(self.0, &commitment.to_string(), 0).await?;
        Ok(kept.is_some())
    }

    /// Keeps words, before the fact that has their commitment.
    pub async fn keep(self, store: &dyn Store, owner: impl Display, opening: &Opening) -> Result<(), Fault> {
        let body = serde_json::to_vec(opening).map_err(|fault| Fault::SetUp(fault.to_string()))?;
        let entry = Kept {
            kind: self.0,
            key: opening.commitment().to_string(),
            owner: owner.to_string(),
            version: 1,
            expires: None,
            body,
        };
        Ok(store.keep(entry).await?)
    }

    /// Erases them.
    pub async fn erase(self, store: &dyn Store, commitment: &Commitment) -> Result<(), StoreFault> {
        store.take(self.0, &commitment.to_string(), 0).await.map(drop)
    }

    /// Erases those of which what came of their fact says that there is none.
    pub async fn erase_unless<T>(
        self,
        store: &dyn Store,
        commitment: &Commitment,
        done: &Result<T, Fault>,
    ) -> Result<(), StoreFault> {
        if Fault::ended(done) {
            self.erase(store, commitment).await?;
        }
        Ok(())
    }
}

impl Desk {
    /// Words with a salt of their own.
    pub(crate) fn with_salt(&self, words: &Reason) -> Opening {
        Opening {
            words: words.clone(),
            salt: Salt::of(self.chance.salt()),
        }
    }
}
