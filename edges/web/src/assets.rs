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
const FONTS: [(&str, &[u8]); 2] = [
    (
        "noto-sans-khmer-5.3.0-400.woff2",
        include_bytes!("../assets/noto-sans-khmer-5.3.0-400.woff2"),
    ),
    (
        "noto-sans-khmer-5.3.0-700.woff2",
        include_bytes!("../assets/noto-sans-khmer-5.3.0-700.woff2"),
    ),
];
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

struct Style {
    name: String,
    address: String,
    gzipped: Vec<u8>,
}

static STYLE_SHEET: LazyLock<Style> = LazyLock::new(|| {
    let digest: String = Sha256::digest(STYLE)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("placet-{digest}.css");
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

/// The stylesheet's address: changes with its content.
#[must_use]
pub fn style_address() -> &'static str {
    &STYLE_SHEET.address
}

const AUTOSAVE: &[u8] = include_bytes!("../assets/autosave.js");

static AUTOSAVE_ADDRESS: LazyLock<String> = LazyLock::new(|| {
    let digest: String = Sha256::digest(AUTOSAVE)
        .iter()
        .take(6)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    format!("/assets/autosave-{digest}.js")
});

/// The address of the script that saves drafts: changes with its content.
pub(crate) fn autosave_address() -> &'static str {
    &AUTOSAVE_ADDRESS
}

/// Answers for one asset.
pub(crate) async fn asset(Path(name): Path<String>, request: HeaderMap) -> Response {
    if name == STYLE_SHEET.name {
        let accepted = request
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok());
        return style(accepted.is_some_and(|accepted| accepted.contains("gzip")));
    }
    if autosave_address().ends_with(&format!("/{name}")) {
        return served("text/javascript; charset=utf-8", AUTOSAVE);
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
