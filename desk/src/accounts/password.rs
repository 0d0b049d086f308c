//! Passwords: Argon2id with the parameters that OWASP's password storage sheet gives for servers of small memory
//! (19 MiB, two passes, one lane), checked off the async threads, a few at once.

use super::{ACCOUNT, Account, entry};
use crate::{Desk, Fault, FieldFault};
use act::Detail;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::OnceLock;
use tokio::sync::Semaphore;

/// The fewest characters of a password (NIST SP 800-63B-4: 15 where it is the only factor; 8 at the very least).
pub const LEAST_PASSWORD: usize = 12;
/// The most characters, so that hashing stays bounded.
pub const MOST_PASSWORD: usize = 200;

/// So many passwords are hashed at once in this process; the others wait. Each takes 19 MiB while it is hashed.
const MOST_AT_ONCE: usize = 2;
static AT_ONCE: Semaphore = Semaphore::const_new(MOST_AT_ONCE);

/// Hashes off the async threads, when it is its turn; nothing if the hashing was broken off.
async fn in_turn<T: Send + 'static>(hashing: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let turn = AT_ONCE.acquire().await.ok()?;
    let work = move || {
        let hashed = hashing();
        // The turn ends here and not with the asker, who may have gone while this went on.
        drop(turn);
        hashed
    };
    tokio::task::spawn_blocking(work).await.ok()
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(19 * 1024, 2, 1, None).unwrap_or_default();
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// A hash that no password has, so that an unknown address costs as much as a wrong password.
fn nobody() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| hash("", &[0; 16]).unwrap_or_default())
}

fn hash(password: &str, salt: &[u8]) -> Option<String> {
    hasher()
        .hash_password_with_salt(password.as_bytes(), salt)
        .ok()
        .map(|hash| hash.to_string())
}

fn matches(password: &str, stored: &str) -> bool {
    PasswordHash::new(stored)
        .is_ok_and(|stored| hasher().verify_password(password.as_bytes(), &stored).is_ok())
}

impl Desk {
    /// The account if the password is its own. Takes as long for an address that nobody has.
    pub(crate) async fn proven(&self, address: &str, password: &str) -> Result<Option<Account>, Fault> {
        let account = self.account(address).await?;
        let stored = account.as_ref().and_then(|account| account.password.clone());
        let password: String = password.chars().take(MOST_PASSWORD).collect();
        let right = in_turn(move || match stored {
            Some(stored) => matches(&password, &stored),
            None => {
                let _spent = matches(&password, nobody());
                false
            }
        })
        .await
        .unwrap_or(false);
        Ok(account.filter(|_| right))
    }

    /// Sets a password; every session of the person ends.
    pub(crate) async fn set_password(&self, address: &str, password: &str) -> Result<Account, Fault> {
        check(password)?;
        let Some((mut account, version)) = self.account_entry(address).await? else {
            return Err(Fault::NotFound);
        };
        let (password, salt) = (password.to_owned(), self.chance.salt());
        account.password = in_turn(move || hash(&password, &salt[..16])).await.flatten();
        if account.password.is_none() {
            return Err(Fault::SetUp("the password could not be hashed".to_owned()));
        }
        let owner = account.person.to_string();
        self.store
            .keep(entry(
                ACCOUNT,
                &account.address,
                &owner,
                version + 1,
                None,
                &account,
            ))
            .await?;
        self.end_sessions(account.person).await?;
        Ok(account)
    }
}

pub(super) fn check(password: &str) -> Result<(), Fault> {
    let length = password.chars().count();
    let fault = |code, bound: usize| {
        let bound = i64::try_from(bound).unwrap_or(i64::MAX);
        Fault::Invalid(vec![FieldFault {
            field: "password".to_owned(),
            code,
            details: vec![("bound", Detail::Number(bound))],
        }])
    };
    if length < LEAST_PASSWORD {
        Err(fault("password-short", LEAST_PASSWORD))
    } else if length > MOST_PASSWORD {
        Err(fault("password-long", MOST_PASSWORD))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_its_own_hash_and_no_other() {
        let stored = hash("a long enough secret", &[7; 16]).unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(matches("a long enough secret", &stored));
        assert!(!matches("a long enough secreT", &stored));
        assert!(!matches("", nobody().trim_end_matches('x').get(..5).unwrap()));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn no_more_passwords_are_hashed_at_once_than_have_a_turn() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static INSIDE: AtomicUsize = AtomicUsize::new(0);
        let hashing = || {
            let inside = INSIDE.fetch_add(1, Ordering::SeqCst) + 1;
            hash("a long enough secret", &[7; 16]).unwrap();
            INSIDE.fetch_sub(1, Ordering::SeqCst);
            inside
        };
        let tasks: Vec<_> = (0..16).map(|_| tokio::spawn(in_turn(hashing))).collect();
        for task in tasks {
            assert!(task.await.unwrap().unwrap() <= MOST_AT_ONCE);
        }
    }

    #[test]
    fn a_short_password_says_how_long_it_must_be() {
        let Err(Fault::Invalid(faults)) = check("short") else {
            panic!("taken")
        };
        assert_eq!(faults[0].details, vec![("bound", Detail::Number(12))]);
    }
}
