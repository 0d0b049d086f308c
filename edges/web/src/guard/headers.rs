//! The headers that each answer carries: nothing from elsewhere runs, nothing of ours is framed, sniffed or kept.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;

/// Scripts only of our own, in files of their own: every page is whole without one.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; \
                      form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

const ALWAYS: [(HeaderName, HeaderValue); 7] = [
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    (
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    ),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=()"),
    ),
];

/// Adds the headers. An answer that says nothing of being kept is not kept.
pub(super) async fn protect(mut response: Response) -> Response {
    let signed_out = response.status() == StatusCode::UNAUTHORIZED;
    let headers = response.headers_mut();
    if signed_out {
        // RFC 9110 wants a way of signing in named; ours is a form, for which no browser asks by itself.
        headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Form"));
    }
    headers.extend(ALWAYS);
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    response
}
