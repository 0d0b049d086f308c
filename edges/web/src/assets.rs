//! The stylesheet and the Khmer face: compiled in, named by their content, compressed once.

use axum::extract::Path;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};
use std::io::Write;
use std::sync::LazyLock;

const STYLE: &[u8] = include_bytes!("../assets/placet.css");
/// A name with its version never changes its bytes, so it may be kept for ever.
const FONTS: [(&str, &[u8]); 3] = [
    (
        "noto-sans-khmer-5.3.0-400.woff2",
        include_bytes!("../assets/noto-sans-khmer-5.3.0-400.woff2"),
    ),
    (
        "noto-sans-khmer-5.3.0-700.woff2",
        include_bytes!("../assets/noto-sans-khmer-5.3.0-700.woff2"),
    ),
    (
        "noto-sans-khmer-5.3.0-own-name.woff2",
        include_bytes!("../assets/noto-sans-khmer-5.3.0-own-name.woff2"),
    ),
];
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

struct Style {
    name: String,
    address: String,
    gzipped: Vec<u8>,
}

static STYLE_SHEET: LazyLock<Style> = LazyLock::new(|| {
    let name = format!("placet-{}.css", digest(STYLE));
    let mut encoder = GzEncoder::new(vec![], Compression::best());
    // Writing to memory does not fail; were it to, the sheet is sent uncompressed.
    let gzipped = encoder
        .write_all(STYLE)
        .and_then(|()| encoder.finish())
        .unwrap_or_default();
    Style {
        address: format!("/assets/{name}"),
        name,
        gzipped,
    }
});

/// The beginning of the hash of some bytes: enough to tell one version of an asset from another.
pub(crate) fn digest(bytes: &[u8]) -> String {
    let all = Sha256::digest(bytes);
    all.iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// The stylesheet's address: changes with its content.
#[must_use]
pub fn style_address() -> &'static str {
    &STYLE_SHEET.address
}

/// A script that makes a page more pleasant, which is whole without it.
pub(crate) struct Script {
    /// Changes with its content.
    address: String,
    bytes: &'static [u8],
}

impl Script {
    fn of(name: &str, bytes: &'static [u8]) -> Script {
        let address = format!("/assets/{name}-{}.js", digest(bytes));
        Script { address, bytes }
    }

    /// Where it is served.
    pub fn address(&self) -> &str {
        &self.address
    }
}

/// Saves drafts while one types.
pub(crate) static AUTOSAVE: LazyLock<Script> =
    LazyLock::new(|| Script::of("autosave", include_bytes!("../assets/autosave.js")));
/// Says what is wrong with a field while one types.
pub(crate) static FAULTS: LazyLock<Script> =
    LazyLock::new(|| Script::of("faults", include_bytes!("../assets/faults.js")));

/// Keeps what was made on the page of an event's day while there was no network, and sends it later.
pub(crate) static DAY: LazyLock<Script> =
    LazyLock::new(|| Script::of("day", include_bytes!("../assets/day.js")));
/// Answers with that page while there is no network.
pub(crate) static WORKER: LazyLock<Script> =
    LazyLock::new(|| Script::of("worker", include_bytes!("../assets/worker.js")));
/// Takes away what was kept for somebody else.
pub(crate) static OWNER: LazyLock<Script> =
    LazyLock::new(|| Script::of("owner", include_bytes!("../assets/owner.js")));

/// By which a script may answer for pages outside of its own folder: which page that is, the one says that registers it.
const WORKER_ALLOWED: (HeaderName, HeaderValue) = (
    HeaderName::from_static("service-worker-allowed"),
    HeaderValue::from_static("/"),
);

/// Answers for one asset.
pub(crate) async fn asset(Path(name): Path<String>, request: HeaderMap) -> Response {
    if name == STYLE_SHEET.name {
        let accepted = request
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok());
        return style(accepted.is_some_and(|accepted| accepted.contains("gzip")));
    }
    let own = |script: &&Script| script.address.strip_prefix("/assets/") == Some(name.as_str());
    if let Some(script) = [&*AUTOSAVE, &*FAULTS, &*DAY, &*WORKER, &*OWNER]
        .into_iter()
        .find(own)
    {
        let mut response = served("text/javascript; charset=utf-8", script.bytes);
        if script.bytes == WORKER.bytes {
            response.headers_mut().extend([WORKER_ALLOWED]);
        }
        return response;
    }
    match FONTS.iter().find(|(font, _)| *font == name) {
        Some((_, bytes)) => served("font/woff2", bytes),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn style(gzip: bool) -> Response {
    let plain = !gzip || STYLE_SHEET.gzipped.is_empty();
    let mut response = served(
        "text/css; charset=utf-8",
        if plain {
            STYLE
        } else {
            STYLE_SHEET.gzipped.as_slice()
        },
    );
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if !plain {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

fn served(kind: &'static str, bytes: &'static [u8]) -> Response {
    let headers: [(HeaderName, HeaderValue); 2] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, FOR_EVER),
    ];
    (headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_fits_its_budget() {
        let size = STYLE_SHEET.gzipped.len();
        assert!(size > 1_000 && size <= 16 * 1024, "{size} bytes gzipped");
    }

    #[test]
    fn the_stylesheet_names_only_fonts_that_are_served_and_nothing_from_elsewhere() {
        let sheet = std::str::from_utf8(STYLE).unwrap();
        for address in sheet.split("url(").skip(1) {
            let address = address.split(')').next().unwrap().trim_matches('"');
            assert!(FONTS.iter().any(|(font, _)| *font == address), "{address}");
        }
        for absent in ["GDS", "crown", "@import", "//fonts"] {
            assert!(!sheet.contains(absent), "{absent}");
        }
    }
}
