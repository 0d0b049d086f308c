//! The whole site as one service: the pages within their guards.

use crate::site::{Site, know_the_session};
use crate::{guard, pages};
use axum::Router;
use axum::middleware::from_fn_with_state;

impl Site {
    /// The whole site as one service.
    pub fn router(self) -> Router {
        let handlers = pages::routes().into_router().with_state(self.clone());
        let known = self.clone();
        let handlers = handlers.layer(from_fn_with_state(known, pages::keep_what_was_typed));
        let handlers = guard::inner(handlers).layer(from_fn_with_state(self, know_the_session));
        guard::outer(handlers)
    }
}

/// Every address of the site, as the router has it: `/cases/{id}`. Assets are not among them.
#[must_use]
pub fn addresses() -> Vec<&'static str> {
    pages::routes().into_addresses()
}
