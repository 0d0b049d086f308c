//! Accounts, sessions and one-time links. None of this is anyone's record: it lies beside the ledger, changes and
//! expires. Secrets are kept only as hashes.

mod brake;
mod device;
mod hat;
mod link;
mod password;
mod session;

pub use device::DEVICE_SECONDS;
pub use hat::{Hat, HatName, StandsIn};
pub use link::{INVITATION_SECONDS, LinkPurpose, Offered, RESET_SECONDS};
pub use password::{LEAST_PASSWORD, MOST_PASSWORD};
pub use session::{Session, SignedIn};

use crate::document::json;
use crate::store::{Kept, StoreFault};
use crate::{Desk, Fault, FieldFault};
use act::PersonId;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const ACCOUNT: &str = "account";

/// Someone who may sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The address, in lower case.
    pub address: String,
    /// The person.
    pub person: PersonId,
    /// The person's name, as shown to that person.
    pub name: String,
    /// The password's Argon2id hash; none until the invitation was followed.
    pub password: Option<String>,
    /// Whether this account belongs to an invented person of the demonstration.
    #[serde(default)]
    pub demonstration: bool,
}

impl Desk {
    /// The account of an address.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn account(&self, address: &str) -> Result<Option<Account>, Fault> {
        Ok(self.account_entry(address).await?.map(|(account, _)| account))
    }

    /// The account of a person.
    pub(crate) async fn account_of(&self, person: PersonId) -> Result<Option<Account>, Fault> {
        let owner = person.to_string();
        let kept = self.store.kept_by(ACCOUNT, &owner, self.seconds()).await?;
        Ok(kept.first().map(opened).transpose()?)
    }

    async fn account_entry(&self, address: &str) -> Result<Option<(Account, u64)>, Fault> {
        let key = address.trim().to_lowercase();
        let kept = self.store.kept(ACCOUNT, &key, self.seconds()).await?;
        kept.map(|kept| Ok((opened(&kept)?, kept.version))).transpose()
    }

    /// An address as accounts have it, if it is one and nobody's yet.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if it is none or is taken.
    pub async fn free_address(&self, address: &str) -> Result<String, Fault> {
        let invalid = |code| Err(Fault::Invalid(vec![FieldFault::plain("address", code)]));
        let address = address.trim().to_lowercase();
        if !is_address(&address) {
            return invalid("not-an-address");
        }
        match self.account(&address).await? {
            Some(_) => invalid("address-taken"),
            None => Ok(address),
        }
    }

    /// Adds an account without a password; the person sets one through an invitation.
    ///
    /// # Errors
    /// [`Fault::Invalid`] if the address is none or is taken.
    pub async fn add_account(
        &self,
        address: &str,
        person: PersonId,
        name: &str,
        demonstration: bool,
    ) -> Result<Account, Fault> {
        let address = self.free_address(address).await?;
        let account = Account {
            address: address.clone(),
            person,
            name: name.to_owned(),
            password: None,
            demonstration,
        };
        match self
            .store
            .keep(entry(ACCOUNT, &address, &person.to_string(), 1, None, &account))
            .await
        {
            Err(StoreFault::Conflict { .. }) => Err(Fault::Invalid(vec![FieldFault::plain(
                "address",
                "address-taken",
            )])),
            other => Ok(other.map(|()| account)?),
        }
    }

    /// A secret for a visit before signing in: forms carry its token.
    #[must_use]
    pub fn visit_secret(&self) -> String {
        self.secret()
    }

    pub(crate) fn seconds(&self) -> i64 {
        self.now().as_second()
    }

    pub(crate) fn secret(&self) -> String {
        use base64::Engine;
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(self.chance.salt())
    }
}

/// The key under which a secret is kept: its hash, so that a stolen database signs nobody in.
pub(crate) fn hashed(secret: &str) -> String {
    Sha256::digest(secret.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

pub(crate) fn entry(
    kind: &'static str,
    key: &str,
    owner: &str,
    version: u64,
    expires: Option<i64>,
    body: &impl Serialize,
) -> Kept {
    Kept {
        kind,
        key: key.to_owned(),
        owner: owner.to_owned(),
        version,
        expires,
        body: json(body),
    }
}

pub(crate) fn opened<T: DeserializeOwned>(kept: &Kept) -> Result<T, StoreFault> {
    serde_json::from_slice(&kept.body).map_err(|fault| StoreFault::Corrupt {
        what: format!("the kept {} {}: {fault}", kept.kind, kept.key),
    })
}

/// Whether a text can be an e-mail address: one `@`, a name before it, a dotted name after it, no blanks, and nothing that nobody
/// sees: another account could be reached by what reads as the same address. Whether anyone reads it is found out by writing to it.
pub(crate) fn is_address(address: &str) -> bool {
    let Some((local, domain)) = address.rsplit_once('@') else {
        return false;
    };
    address.len() <= 254
        && !local.is_empty()
        && !local.contains('@')
        && domain.contains('.')
        && domain.split('.').all(|part| !part.is_empty())
        && !address
            .chars()
            .any(|character| character.is_whitespace() || act::disturbs_a_line(character))
        && act::visible(address) == address
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_name_and_a_dotted_place() {
        for good in ["a@b.example", "a.b+c@d.e.example", "ស@x.example"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "",
            "a",
            "@b.example",
            "a@b",
            "a@b..example",
            "a b@c.example",
            "a@@b.example",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
        for unseen in "\u{ad}\u{200b}\u{200d}\u{feff}\u{202e}\u{2800}\u{e000}\u{fe0f}".chars() {
            for bad in [format!("a{unseen}b@c.example"), format!("ស{unseen}@c.example")] {
                assert!(!is_address(&bad), "{bad:?}");
            }
        }
    }
}
