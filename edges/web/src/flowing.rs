//! Answers that are written while they are sent.

use axum::BoxError;
use axum::body::{Body, Bytes};
use http_body_util::BodyExt;
use http_body_util::channel::Channel;

/// What comes out of a channel as the body of an answer. A channel that has ended panics when it is asked for more, and whatever
/// compresses answers asks once more: this one has ended for good.
pub(crate) fn flowing<E>(channel: Channel<Bytes, E>) -> Body
where
    E: Into<BoxError> + Send + 'static,
{
    Body::new(channel.fuse())
}
