//! Browsers from which someone has signed in before. Each shows a secret of its own, and what is tried from it is counted by
//! itself: however often strangers try a password, whoever signed in there before is heard (decision 0012).

use super::{entry, hashed};
use crate::{Desk, Fault};

const DEVICE: &str = "device";
/// So long a browser is remembered after a password was set or given there.
pub const DEVICE_SECONDS: i64 = 180 * 24 * 3600;

impl Desk {
    /// The key of a browser, if someone has signed in from it to this account.
    pub(super) async fn known_device(
        &self,
        address: &str,
        shown: Option<&str>,
    ) -> Result<Option<String>, Fault> {
        let Some(shown) = shown else { return Ok(None) };
        let kept = self.store.kept(DEVICE, &hashed(shown), self.seconds()).await?;
        let own = kept.filter(|kept| kept.owner == address.trim().to_lowercase());
        Ok(own.map(|kept| kept.key))
    }

    /// Remembers a browser; gives the secret that it is to show.
    pub(super) async fn remember_device(&self, address: &str) -> Result<String, Fault> {
        let (secret, owner) = (self.secret(), address.trim().to_lowercase());
        let expires = Some(self.seconds() + DEVICE_SECONDS);
        let entry = entry(DEVICE, &hashed(&secret), &owner, 1, expires, &());
        self.store.keep(entry).await?;
        Ok(secret)
    }

    /// Forgets every browser of an account: whoever asks for a new password may not trust them.
    pub(super) async fn forget_devices(&self, address: &str) -> Result<(), Fault> {
        self.store
            .drop_kept(DEVICE, &address.trim().to_lowercase())
            .await?;
        Ok(())
    }
}
