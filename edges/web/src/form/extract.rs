//! A sent form as a handler gets it: within bounds, read, and proven to come from a page of ours.

use super::MOST_FORM_BYTES;
use crate::Failure;
use crate::token::{FormSecret, TOKEN_FIELD, is_token};
use crate::typed::Typed;
use axum::body::Body;
use axum::extract::{FromRequest, Request};
use axum::http::{Extensions, HeaderMap, header};
use http_body_util::{BodyExt, LengthLimitError, Limited};

/// A sent form without files. By the time a handler has it, its token was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form(pub Typed);

impl Form {
    /// The media type that it comes as.
    pub(crate) const MEDIA_TYPE: &str = "application/x-www-form-urlencoded";
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Form, Failure> {
        let (parts, body) = request.into_parts();
        if media_type(&parts.headers) != Form::MEDIA_TYPE {
            return Err(Failure::wrong_form());
        }
        let body = bounded(body, MOST_FORM_BYTES).await?;
        let typed = Typed::read(&body).ok_or_else(Failure::wrong_form)?;
        proven(&parts.extensions, typed).map(Form)
    }
}

/// The media type of a request, without its parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> String {
    let value = headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    value
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase()
}

pub(super) async fn bounded(body: Body, most: usize) -> Result<Vec<u8>, Failure> {
    match Limited::new(body, most).collect().await {
        Ok(collected) => Ok(collected.to_bytes().to_vec()),
        Err(fault) if fault.is::<LengthLimitError>() => Err(Failure::too_large(most)),
        Err(_) => Err(Failure::wrong_form()),
    }
}

/// What was typed, if it carries the token of the session. If not, the failure keeps what was typed.
pub(super) fn proven(extensions: &Extensions, typed: Typed) -> Result<Typed, Failure> {
    match extensions.get::<FormSecret>() {
        Some(secret) if is_token(secret, typed.get(TOKEN_FIELD)) => Ok(typed),
        _ => Err(Failure::stale_form(typed)),
    }
}
