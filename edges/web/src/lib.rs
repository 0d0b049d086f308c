//! Server-rendered pages: whole without JavaScript, in three languages, small and safe.

mod assets;
mod failure;
pub mod form;
pub mod guard;
mod labels;
mod language;
mod pages;
mod paging;
mod papers;
pub mod parts;
mod reckoning;
pub mod shell;
pub mod site;
mod text;
pub mod timeline;

pub use assets::style_address;
pub use failure::Failure;
pub use language::Language;
pub use site::{Demonstrator, Site, serve};
pub use text::{Text, Value};

use askama::Template;
use axum::response::{Html, IntoResponse, Response};

/// Renders a page. A template fails only if what it shows fails to be shown; that is an error of ours.
pub fn page(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(fault) => {
            tracing::error!(%fault, "a page could not be rendered");
            Failure::internal().into_response()
        }
    }
}
