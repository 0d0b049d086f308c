//! Server-rendered pages: whole without JavaScript, in three languages, small and safe.

mod acting;
mod appeals;
mod asked;
mod assets;
mod attachment;
mod bundle;
mod by_link;
mod confided;
mod csv;
mod day;
mod demands;
mod duties;
mod failure;
mod fees;
mod flowing;
mod forecast;
pub mod form;
pub mod guard;
mod habits;
mod icalendar;
mod insurance;
mod keeping;
mod kept;
mod labels;
mod language;
mod letters;
mod mails;
mod memo;
mod money;
mod offered;
mod pace;
mod pages;
mod paging;
mod papers;
pub mod parts;
mod position;
mod problem;
mod rails;
mod reckoning;
mod router;
mod routes;
mod sealed;
mod select;
mod serve;
pub mod shell;
pub mod site;
mod suspended;
mod telling;
mod text;
mod ticked;
pub mod timeline;
mod token;
mod told_of;
mod typed;
mod untold;
mod wording;

pub use assets::style_address;
pub use demands::as_it_stands;
pub use failure::Failure;
pub use language::Language;
pub use pages::final_addresses;
pub use router::addresses;
pub use serve::serve;
pub use site::{Demonstrator, Site};
pub use text::{Text, Value};

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// Sends the browser on after a form was taken, so that loading the page again does not send it twice.
pub(crate) fn see_other(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address.to_owned())]).into_response()
}

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
