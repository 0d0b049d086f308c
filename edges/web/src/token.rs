//! The token that each form carries: only a page of the same session can have made it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The hidden field that carries the token.
pub const TOKEN_FIELD: &str = "token";

/// The secret of the session, or of the visit before signing in, that a request belongs to: put among the request's
/// extensions by whoever knows the session, read by the forms.
#[derive(Clone, PartialEq, Eq)]
pub struct FormSecret(pub String);

/// The token of a secret: HMAC-SHA-256 in hexadecimal. The secret itself never stands on a page.
#[must_use]
pub fn form_token(secret: &FormSecret) -> String {
    // HMAC takes a key of any length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.0.as_bytes()) else {
        return String::new();
    };
    mac.update(b"placet form");
    mac.finalize()
        .into_bytes()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Whether a token is the one of a secret. Takes the same time whether or not it is.
pub(crate) fn is_token(secret: &FormSecret, token: &str) -> bool {
    let expected = form_token(secret);
    !expected.is_empty() && bool::from(expected.as_bytes().ct_eq(token.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_taken_only_with_the_secret_it_was_made_of() {
        let (mine, other) = (FormSecret("a".into()), FormSecret("b".into()));
        let token = form_token(&mine);
        assert_eq!(token.len(), 64);
        assert!(is_token(&mine, &token));
        assert!(!is_token(&other, &token));
        for wrong in ["", "x", &token[1..], &token.to_uppercase()] {
            assert!(!is_token(&mine, wrong), "{wrong}");
        }
    }
}
