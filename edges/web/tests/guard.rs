//! The layers around the handlers: headers, languages, tokens, limits, failures as whole pages.

#![cfg(test)]

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn};
use axum::routing::{get, post};
use http_body_util::BodyExt;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};
use tower::ServiceExt;
use web::form::{Form, FormSecret, MOST_FORM_BYTES, Upload, form_token};
use web::guard::{inner, outer};
use web::shell::Shell;
use web::{Failure, style_address};

async fn with_secret(mut request: Request, next: Next) -> axum::response::Response {
    request.extensions_mut().insert(FormSecret("secret".into()));
    next.run(request).await
}

fn server() -> Router {
    let handlers = Router::new()
        .route(
            "/where",
            get(|shell: Shell| async move { format!("{} {}", shell.t.language().tag(), shell.path) }),
        )
        .route(
            "/taken",
            post(|Form(typed): Form| async move { typed.get("title").to_owned() }),
        )
        .route(
            "/files",
            post(|upload: Upload| async move {
                format!("{} {}", upload.typed.get("title"), upload.file.unwrap().name)
            }),
        )
        .route(
            "/panic",
            get(|| async {
                if true {
                    panic!("a fault of ours")
                }
            }),
        )
        .route("/failure", get(|| async { Failure::too_many(3) }))
        .route("/full", post(|Form(_): Form| async { Failure::unavailable() }))
        .route("/full-files", post(|_: Upload| async { Failure::unavailable() }));
    outer(inner(handlers).layer(from_fn(with_secret)))
}

/// A server whose database is gone: it does not even know who asks.
fn without_a_database() -> Router {
    let gone =
        async |_: Request, _: Next| axum::response::IntoResponse::into_response(Failure::unavailable());
    outer(inner(Router::new()).layer(from_fn(gone)))
}

async fn ask(request: Request) -> (StatusCode, HeaderMap, String) {
    answered(server(), request).await
}

async fn answered(server: Router, request: Request) -> (StatusCode, HeaderMap, String) {
    let response = server.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await.unwrap().to_bytes();
    (
        parts.status,
        parts.headers,
        String::from_utf8_lossy(&bytes).into_owned(),
    )
}

fn reading(address: &str) -> Request {
    Request::builder().uri(address).body(Body::empty()).unwrap()
}

fn sending(address: &str, kind: &str, body: impl Into<Body>) -> Request {
    let request = Request::builder()
        .method("POST")
        .uri(address)
        .header("sec-fetch-site", "same-origin");
    request.header("content-type", kind).body(body.into()).unwrap()
}

fn form(body: String) -> Request {
    sending("/en/taken", "application/x-www-form-urlencoded", body)
}

fn token() -> String {
    form_token(&FormSecret("secret".into()))
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    for address in [
        "/en/where",
        "/en/nothing",
        "/en/panic",
        "/",
        style_address(),
        "/assets/nothing",
    ] {
        let (_, headers, _) = ask(reading(address)).await;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{address}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(headers[name], value, "{address}");
        }
        let kept = headers["cache-control"].to_str().unwrap();
        assert_eq!(
            kept.contains("immutable"),
            address == style_address(),
            "{address}: {kept}"
        );
    }
}

#[tokio::test]
async fn the_language_stands_in_the_address_and_an_address_without_one_leads_to_one() {
    assert_eq!(ask(reading("/km/where?a=b")).await.2, "km /where?a=b");
    let mut request = reading("/where?a=b");
    request
        .headers_mut()
        .insert("accept-language", "ja,en;q=0.5".parse().unwrap());
    let (status, headers, _) = ask(request).await;
    assert_eq!(
        (status, headers["location"].to_str().unwrap()),
        (StatusCode::SEE_OTHER, "/ja/where?a=b")
    );
    assert_eq!(ask(reading("/")).await.1["location"], "/en");
}

#[tokio::test]
async fn a_failure_is_a_whole_page_in_the_readers_language_with_its_status() {
    let check = async |address: &str, expect, words: &str| {
        let (status, headers, body) = ask(reading(address)).await;
        assert_eq!(status, expect, "{address}");
        assert!(
            headers["content-type"].to_str().unwrap().starts_with("text/html"),
            "{address}"
        );
        assert!(
            body.contains(words) && body.contains("<main") && body.ends_with("</html>"),
            "{address}: {body}"
        );
    };
    check("/en/nothing", StatusCode::NOT_FOUND, "Nothing found here").await;
    check("/km/nothing", StatusCode::NOT_FOUND, "រកមិនឃើញអ្វីនៅទីនេះទេ").await;
    check("/ja/panic", StatusCode::INTERNAL_SERVER_ERROR, "問題が起きました").await;
    check("/en/taken", StatusCode::METHOD_NOT_ALLOWED, "does not do that").await;
    check("/en/failure", StatusCode::TOO_MANY_REQUESTS, "in 3 minutes").await;
}

#[tokio::test]
async fn a_form_is_taken_only_with_the_token_of_its_session() {
    let (status, _, body) = ask(form(format!("title=%E1%9E%80&token={}", token()))).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "ក"));
    for wrong in [String::new(), "x".into(), form_token(&FormSecret("other".into()))] {
        let (status, _, body) = ask(form(format!("title=Kept+%3Cb%3E&password=hidden&token={wrong}"))).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{wrong}");
        assert!(
            body.contains("Kept &#60;b&#62;") && !body.contains("hidden"),
            "what was typed is given back: {body}"
        );
    }
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused_before_it_is_read() {
    let mut request = form(format!("token={}", token()));
    request
        .headers_mut()
        .insert("sec-fetch-site", "cross-site".parse().unwrap());
    let (status, _, body) = ask(request).await;
    assert_eq!(status, StatusCode::FORBIDDEN);
    assert!(body.contains("did not come from Placet"));
}

#[tokio::test]
async fn a_form_that_is_too_large_or_none_is_refused_with_a_page() {
    let (status, _, body) = ask(form("a".repeat(MOST_FORM_BYTES + 1))).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(body.contains("larger than 3 MB"));
    let (status, ..) = ask(sending("/en/taken", "application/json", "{}")).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
}

/// A body that comes as from a network: piece by piece, each after a while.
struct Pieces(Bytes, bool);

impl hyper::body::Body for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Bytes>, Infallible>>> {
        self.1 = !self.1;
        if self.1 {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        let length = self.0.len().min(65_536);
        let piece = self.0.split_to(length);
        let frame = (!piece.is_empty()).then(|| Ok(hyper::body::Frame::data(piece)));
        Poll::Ready(frame)
    }
}

fn parts(file: &[u8], token: &str) -> Vec<u8> {
    let mut body = vec![];
    for (name, value) in [("token", token), ("title", "Plan")] {
        body.extend(
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes(),
        );
    }
    body.extend(b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\nContent-Type: text/html\r\n\r\n");
    body.extend(file);
    body.extend(b"\r\n--b--\r\n");
    body
}

#[tokio::test]
async fn an_upload_is_read_and_bounded() {
    let upload = |body| sending("/en/files", "multipart/form-data; boundary=b", body);
    let (status, _, body) = ask(upload(parts(b"%PDF-1.7 x", &token()))).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "Plan a.pdf"));
    assert_eq!(
        ask(upload(parts(b"%PDF-1.7 x", "wrong"))).await.0,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        ask(upload(b"--b\r\nnonsense".to_vec())).await.0,
        StatusCode::BAD_REQUEST
    );
    // A file that is too large is cut off, and what was typed before it is there; nothing is read without an end.
    for bytes in [11_000_000, 41_000_000] {
        let body = Body::new(Pieces(parts(&vec![b'x'; bytes], &token()).into(), false));
        let sent = sending("/en/files", "multipart/form-data; boundary=b", body);
        let (status, _, body) = ask(sent).await;
        assert_eq!((status, body.as_str()), (StatusCode::OK, "Plan a.pdf"), "{bytes}");
    }
}

#[tokio::test]
async fn the_stylesheet_comes_compressed_to_who_takes_that() {
    let mut request = reading(style_address());
    let (_, headers, plain) = ask(reading(style_address())).await;
    assert!(headers.get("content-encoding").is_none() && plain.contains(".govuk-button"));
    request
        .headers_mut()
        .insert("accept-encoding", "br, gzip".parse().unwrap());
    assert_eq!(ask(request).await.1["content-encoding"], "gzip");
}

#[tokio::test]
async fn what_could_not_be_written_now_is_given_back_to_be_sent_again() {
    let body = form_urlencoded::Serializer::new(String::new())
        .append_pair("title", "Quay\n\"by day\"")
        .append_pair("token", &token())
        .finish();
    let full = |body: &str| sending("/en/full", "application/x-www-form-urlencoded", body.to_owned());
    for server in [server(), without_a_database()] {
        let (status, _, page) = answered(server, full(&body)).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(
            page.contains("<form method=\"post\" action=\"/en/full\">"),
            "{page}"
        );
        for (name, value) in [("title", "Quay\n&#34;by day&#34;"), ("token", &token())] {
            let field = format!("<input type=\"hidden\" name=\"{name}\" value=\"{value}\">");
            assert!(page.contains(&field), "{field} {page}");
        }
    }
    let secret = format!("{body}&password=unsaid");
    let (_, _, page) = answered(without_a_database(), full(&secret)).await;
    assert!(
        !page.contains("unsaid") && !page.contains("action=\"/en/full\""),
        "{page}"
    );
}

/// Whether the handler had read it or failed before it could.
#[tokio::test]
async fn what_was_typed_beside_a_file_is_given_back_and_the_file_is_named() {
    for server in [server(), without_a_database()] {
        for bytes in [10, 11_000_000] {
            let body = Body::new(Pieces(parts(&vec![b'x'; bytes], &token()).into(), false));
            let sent = sending("/en/full-files", "multipart/form-data; boundary=b", body);
            let (status, _, page) = answered(server.clone(), sent).await;
            assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
            let field = "<input type=\"hidden\" name=\"title\" value=\"Plan\">";
            assert!(page.contains(field), "{page}");
            assert!(page.contains("Choose a.pdf again"), "{page}");
            assert!(
                page.contains("<form method=\"post\" action=\"/en/full-files\">"),
                "{page}"
            );
        }
    }
}
