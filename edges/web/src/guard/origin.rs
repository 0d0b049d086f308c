//! Requests that change something are taken only from pages of this very site.

use crate::Failure;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, Uri, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses a request that would change something and did not come from a page of ours.
pub(super) async fn of_ours(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reads || is_ours(request.headers(), request.uri()) {
        next.run(request).await
    } else {
        Failure::other_origin().into_response()
    }
}

/// Browsers say by `Sec-Fetch-Site` (W3C Fetch Metadata) where a request comes from. Old ones do not; they say the
/// `Origin`, which must then be the host asked. A request that says neither is refused.
pub(super) fn is_ours(headers: &HeaderMap, uri: &Uri) -> bool {
    let header = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or_default());
    if let Some(site) = header("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let origin = header(header::ORIGIN.as_str()).and_then(|origin| origin.split_once("://"));
    let host = header(header::HOST.as_str()).or(uri.authority().map(|authority| authority.as_str()));
    matches!((origin, host), (Some((_, origin)), Some(host)) if !host.is_empty() && origin.eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_taken_only_from_this_site() {
        let check = |given: &[(&'static str, &'static str)], expect| {
            let headers = given
                .iter()
                .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()));
            assert_eq!(
                is_ours(&headers.collect(), &Uri::from_static("/x")),
                expect,
                "{given:?}"
            );
        };
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(
            &[
                ("sec-fetch-site", ""),
                ("origin", "http://a.example"),
                ("host", "a.example"),
            ],
            false,
        );
        check(
            &[
                ("sec-fetch-site", "cross-site"),
                ("origin", "http://a.example"),
                ("host", "a.example"),
            ],
            false,
        );
        check(
            &[("origin", "http://a.example:8080"), ("host", "a.example:8080")],
            true,
        );
        check(&[("origin", "http://b.example"), ("host", "a.example")], false);
        check(
            &[("origin", "http://a.example.b.example"), ("host", "a.example")],
            false,
        );
        check(&[("origin", "null"), ("host", "null")], false);
        check(&[("host", "a.example")], false);
        check(&[], false);
    }
}
