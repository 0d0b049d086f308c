//! Every failure as a whole page in the reader's language, whoever noticed it; for a program, as a problem document.

use crate::Failure;
use crate::form::SentForm;
use crate::problem::{PROBLEM, is_wanted};
use crate::shell::Shell;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::any::Any;

/// Turns an answer that is a failure, and not yet a page, into one. What was typed is given back with it; what could
/// not be served for now can be sent again.
pub(super) async fn as_pages(request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let body = if super::origin::is_ours(&parts.headers, &parts.uri) {
        SentForm::put(&mut parts, body).await
    } else {
        // What comes from elsewhere is refused before it is read.
        Ok(body)
    };
    let method = parts.method.clone();
    let for_program = is_wanted(&parts.headers);
    let seen = (parts.uri.clone(), parts.extensions.clone());
    let response = match body {
        Ok(body) => next.run(Request::from_parts(parts, body)).await,
        Err(failure) => failure.into_response(),
    };
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || is_document(&response) {
        return response;
    }
    let failure = response.extensions().get::<Failure>().cloned();
    let mut failure = failure.unwrap_or_else(|| Failure::of_status(status));
    if let Some(sent) = seen.1.get::<SentForm>().filter(|_| failure.gives_back())
        && let Some(sent) = sent.given_back().await
    {
        failure = failure.giving_back(sent);
    }
    let mut reader = Request::new(Body::empty()).into_parts().0;
    (reader.uri, reader.extensions) = seen;
    let shell = Shell::of(&reader);
    let page = if for_program {
        failure.problem(shell.t).into_response()
    } else {
        failure.page(shell, &method)
    };
    let allow = response.headers().get(header::ALLOW).cloned();
    let mut page = if method == Method::HEAD {
        page.map(|_| Body::empty())
    } else {
        page
    };
    if let Some(allow) = allow {
        page.headers_mut().insert(header::ALLOW, allow);
    }
    page
}

/// Whether whoever answered already gave something to read.
fn is_document(response: &Response) -> bool {
    let kind = response
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    kind.starts_with("text/html") || kind.starts_with(PROBLEM)
}

/// A panic of ours: noted for the operator, a page for the reader.
pub(super) fn panicked(panic: Box<dyn Any + Send>) -> Response {
    let what = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    let what = what
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(what, "a handler panicked");
    Failure::internal().into_response()
}
