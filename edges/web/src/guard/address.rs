//! The language in the address: `/km/events` is `/events` in Khmer, and an address without one is sent to one with.

use crate::typed::decoded;
use crate::{Failure, Language};
use axum::extract::Request;
use axum::http::uri::{PathAndQuery, Uri};
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};

/// First segments of addresses that programs read: they carry no language.
const FOR_PROGRAMS: [&str; 2] = ["assets", "ledger"];

/// Marks a request whose address named no language though it should.
#[derive(Clone, Copy)]
struct Unnamed;

/// Takes the language out of a request's address and puts it among its extensions.
pub(super) fn take_language(mut request: Request) -> Request {
    let path = request.uri().path();
    let (first, rest) = split(path);
    let language = Language::tagged(first);
    if let Some(uri) = language.and_then(|_| without(request.uri(), rest)) {
        *request.uri_mut() = uri;
    } else if !FOR_PROGRAMS.contains(&first) {
        request.extensions_mut().insert(Unnamed);
    }
    let language = language.unwrap_or_else(|| wished(request.headers()));
    request.extensions_mut().insert(language);
    request
}

/// Sends a reader whose address names no language to the same page in the language wished for.
pub(super) async fn redirect(request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads || request.extensions().get::<Unnamed>().is_none() {
        return next.run(request).await;
    }
    let language = request
        .extensions()
        .get::<Language>()
        .copied()
        .unwrap_or_default();
    let path = request.uri().path_and_query().map_or("/", PathAndQuery::as_str);
    let mut response = Redirect::to(&language.address(path)).into_response();
    response
        .headers_mut()
        .insert(header::VARY, HeaderValue::from_static("accept-language"));
    response
}

/// Nothing has an address that is no text.
pub(super) async fn is_text(request: Request, next: Next) -> Response {
    match String::from_utf8(decoded(request.uri().path().as_bytes())) {
        Ok(_) => next.run(request).await,
        Err(_) => Failure::not_found().into_response(),
    }
}

fn wished(headers: &HeaderMap) -> Language {
    let accept = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    Language::wished(accept.unwrap_or_default())
}

/// The first segment of a path, and the rest with its slash.
fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_at(path.find('/').unwrap_or(path.len()))
}

fn without(uri: &Uri, rest: &str) -> Option<Uri> {
    let rest = if rest.is_empty() { "/" } else { rest };
    let path = uri
        .query()
        .map_or_else(|| rest.to_owned(), |query| format!("{rest}?{query}"));
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = Some(path.parse().ok()?);
    Uri::from_parts(parts).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[test]
    fn the_language_is_taken_out_of_the_address() {
        let check = |address: &str, expect_path: &str, expect| {
            let request = Request::builder()
                .uri(address)
                .header("accept-language", "ja")
                .body(Body::empty())
                .unwrap();
            let request = take_language(request);
            assert_eq!(request.uri().to_string(), expect_path, "{address}");
            assert_eq!(request.extensions().get::<Language>(), Some(&expect), "{address}");
        };
        check("/km", "/", Language::Khmer);
        check("/km/", "/", Language::Khmer);
        check("/en/events/1?a=b", "/events/1?a=b", Language::English);
        check("/en//x", "//x", Language::English);
        check("/events", "/events", Language::Japanese);
        check("/english", "/english", Language::Japanese);
        check("/", "/", Language::Japanese);
    }
}
