//! Pages are compressed whole, by a compressor that is kept: to make one ready for each answer took as long as its work.

use crate::Failure;
use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::cell::RefCell;

/// What is longer, in bytes, is compressed as it is sent, by the layer outside.
const MOST: usize = 4 * 1024 * 1024;
/// RFC 1952: gzip, deflate, no name, no time; the fastest way; from a system that is not said.
const HEAD: [u8; 10] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255];

thread_local! {
    /// Level 1 costs a fifth of level 6 and leaves a page a tenth larger.
    static KEPT: RefCell<Compress> = RefCell::new(Compress::new(Compression::fast(), false));
}

/// Compresses an answer that is a page, for a browser that says plainly that it takes gzip.
pub(super) async fn whole(request: Request, next: Next) -> Response {
    let takes = takes_gzip(request.headers());
    let response = next.run(request).await;
    if !takes || !is_page(&response) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // It is all there already: its length is known.
    let Ok(bytes) = to_bytes(body, MOST).await else {
        return Failure::internal().into_response();
    };
    let Some(short) = gzipped(&bytes) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    parts
        .headers
        .insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    parts
        .headers
        .append(header::VARY, HeaderValue::from_static("accept-encoding"));
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(short))
}

/// Whether gzip is named, and without a weight, which might be none. What else is said is for the layer outside to weigh.
fn takes_gzip(headers: &HeaderMap) -> bool {
    let said = headers.get_all(header::ACCEPT_ENCODING).iter();
    let mut codings = said
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','));
    codings.any(|coding| coding.trim().eq_ignore_ascii_case("gzip"))
}

fn is_page(response: &Response) -> bool {
    let headers = response.headers();
    let kind = headers.get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    let length = response
        .body()
        .size_hint()
        .exact()
        .and_then(|length| usize::try_from(length).ok());
    kind.is_some_and(|kind| kind.starts_with(b"text/html"))
        && length.is_some_and(|length| length > 0 && length <= MOST)
        && !headers.contains_key(header::CONTENT_ENCODING)
}

/// The same bytes as gzip; none if they could not be compressed.
fn gzipped(bytes: &[u8]) -> Option<Vec<u8>> {
    KEPT.with_borrow_mut(|kept| {
        kept.reset();
        // What cannot be made shorter grows by five bytes for every 16 KiB.
        let mut short = Vec::with_capacity(bytes.len() + bytes.len() / 1_024 + 64);
        short.extend(HEAD);
        if kept.compress_vec(bytes, &mut short, FlushCompress::Finish).ok()? != Status::StreamEnd {
            return None;
        }
        let mut sum = Crc::new();
        sum.update(bytes);
        short.extend(sum.sum().to_le_bytes());
        short.extend(sum.amount().to_le_bytes());
        Some(short)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::Router;
    use axum::middleware::from_fn;
    use axum::response::Html;
    use axum::routing::get;
    use flate2::read::GzDecoder;
    use std::io::Read;
    use tower::ServiceExt;

    fn plain(gzip: &[u8]) -> Vec<u8> {
        let mut bytes = vec![];
        GzDecoder::new(gzip).read_to_end(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn what_is_compressed_comes_out_as_it_was_and_nothing_of_one_page_is_in_the_next() {
        let noise: Vec<u8> = (0..200_000_u32)
            .map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        for bytes in [
            b"<p>one</p>".repeat(3_000),
            b"<p>".to_vec(),
            noise,
            b"<p>one</p>".to_vec(),
        ] {
            assert_eq!(plain(&gzipped(&bytes).unwrap()), bytes);
        }
        assert_eq!(gzipped(b"<p>one</p>"), gzipped(b"<p>one</p>"));
    }

    #[tokio::test]
    async fn a_page_is_compressed_for_whoever_says_plainly_that_it_may_be() {
        let page = || get(|| async { Html("<p>page</p>".repeat(100)) });
        let other = get(|| async { "text ".repeat(100) });
        let app = Router::new()
            .route("/page", page())
            .route("/other", other)
            .layer(from_fn(whole));
        let check = async |path: &str, takes: &str, compressed: bool| {
            let request = Request::get(path)
                .header(header::ACCEPT_ENCODING, takes)
                .body(Body::empty())
                .unwrap();
            let response = app.clone().oneshot(request).await.unwrap();
            let coding = response.headers().get(header::CONTENT_ENCODING).cloned();
            assert_eq!(coding.is_some(), compressed, "{path} {takes}");
            let bytes = to_bytes(response.into_body(), MOST).await.unwrap();
            let bytes = if compressed { plain(&bytes) } else { bytes.to_vec() };
            assert_eq!(bytes.len() % 100, 0, "{path} {takes}");
        };
        check("/page", "gzip, deflate, br", true).await;
        check("/page", "br,GZIP", true).await;
        check("/page", "gzip;q=0", false).await;
        check("/page", "identity", false).await;
        check("/other", "gzip", false).await;
    }
}
