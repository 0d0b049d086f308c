//! The layers around every handler: headers, compression, the language in the address, the origin of forms, and a whole
//! page for every failure. Whoever knows the session puts its own layer between [`inner`] and [`outer`].

mod address;
mod compressed;
mod failures;
mod headers;
mod origin;

use axum::Router;
use axum::middleware::{from_fn, map_response};
use axum::routing::get;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};

/// The layers next to the handlers: forms from elsewhere are refused, and every failure, a panic too, becomes a page.
pub fn inner(handlers: Router) -> Router {
    handlers
        .layer(from_fn(origin::of_ours))
        .layer(CatchPanicLayer::custom(failures::panicked))
        .layer(from_fn(address::is_text))
        .layer(from_fn(failures::as_pages))
}

/// What compresses whatever is not compressed already: an archive is by itself.
fn compression() -> CompressionLayer<impl Predicate> {
    let worth = DefaultPredicate::new().and(NotForContentType::const_new("application/zip"));
    CompressionLayer::new()
        .quality(CompressionLevel::Fastest)
        .compress_when(worth)
}

/// The layers next to the network: the language is taken from the address, assets are served, answers get their
/// headers and are compressed.
pub fn outer(handlers: Router) -> Router {
    let addressed = tower::util::MapRequestLayer::new(address::take_language);
    let handlers = tower::Layer::layer(
        &addressed,
        handlers
            .layer(from_fn(failures::as_pages))
            .layer(from_fn(address::redirect)),
    );
    Router::new()
        .route("/assets/{name}", get(crate::assets::asset))
        .fallback_service(handlers)
        .layer(from_fn(compressed::whole))
        .layer(compression())
        .layer(map_response(headers::protect))
}
