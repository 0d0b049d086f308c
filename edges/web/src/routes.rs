//! The addresses of the site: each is known by name as it is added, so that a test can go through all of them and a
//! new one cannot be forgotten.

use crate::site::Site;
use axum::Router;
use axum::routing::MethodRouter;

/// Handlers by address, and the addresses.
#[derive(Default)]
pub(crate) struct Routes {
    router: Router<Site>,
    addresses: Vec<&'static str>,
}

impl Routes {
    /// No address yet.
    pub(crate) fn new() -> Self {
        Routes::default()
    }

    /// The same with an address and what is done there.
    pub(crate) fn route(mut self, address: &'static str, handlers: MethodRouter<Site>) -> Self {
        self.addresses.push(address);
        self.router = self.router.route(address, handlers);
        self
    }

    /// The same with the addresses of another file.
    pub(crate) fn merge(mut self, others: Routes) -> Self {
        self.addresses.extend(others.addresses);
        self.router = self.router.merge(others.router);
        self
    }

    /// The addresses, in the order of the site's files.
    pub(crate) fn into_addresses(self) -> Vec<&'static str> {
        self.addresses
    }

    /// The handlers, ready to be served.
    pub(crate) fn into_router(self) -> Router<Site> {
        self.router
    }
}
