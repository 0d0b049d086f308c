//! A form as it was sent, beside the request that brings it: whoever answers for a handler can give back what was typed.

use super::extract::{Form, bounded, media_type};
use super::upload::Upload;
use crate::Failure;
use crate::typed::{GivenBack, MOST_FORM_BYTES, Typed};
use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderValue, Method, header};
use hyper::body::Frame;
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll};

/// A form as it was sent.
#[derive(Clone)]
pub(crate) enum SentForm {
    /// The bytes of one without files.
    Whole(Bytes),
    /// One that may bring a file, which is not held for this.
    InParts(Arc<InParts>),
}

/// A form that may bring a file: read by a handler, or left unread by one that failed before.
pub(crate) struct InParts {
    kind: Option<HeaderValue>,
    body: Mutex<Body>,
    read: OnceLock<GivenBack>,
}

/// The body of a form in parts, lent to whoever reads it first.
struct Lent(Arc<InParts>);

impl hyper::body::Body for Lent {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let mut body = self.0.body.lock().unwrap_or_else(PoisonError::into_inner);
        Pin::new(&mut *body).poll_frame(context)
    }
}

impl SentForm {
    /// Puts a request's form beside the request, which is read by others after this as if nothing had been done. A request
    /// that has none, or whose form lies there already, stays as it is.
    ///
    /// # Errors
    /// If one without files is longer than any form, or breaks off.
    pub async fn put(parts: &mut Parts, body: Body) -> Result<Body, Failure> {
        if parts.method != Method::POST || parts.extensions.get::<SentForm>().is_some() {
            return Ok(body);
        }
        match media_type(&parts.headers).as_str() {
            Form::MEDIA_TYPE => {
                let sent = Bytes::from(bounded(body, MOST_FORM_BYTES).await?);
                parts.extensions.insert(SentForm::Whole(sent.clone()));
                Ok(Body::from(sent))
            }
            Upload::MEDIA_TYPE => {
                let sent = Arc::new(InParts {
                    kind: parts.headers.get(header::CONTENT_TYPE).cloned(),
                    body: Mutex::new(body),
                    read: OnceLock::new(),
                });
                parts.extensions.insert(SentForm::InParts(Arc::clone(&sent)));
                Ok(Body::new(Lent(sent)))
            }
            _ => Ok(body),
        }
    }

    /// Notes what a handler has read of a form that may bring a file.
    pub(super) fn note(extensions: &Extensions, upload: &Upload) {
        if let Some(SentForm::InParts(sent)) = extensions.get() {
            sent.read.get_or_init(|| of(upload.clone()));
        }
    }

    /// What can be given back; what nobody has read is read now.
    pub async fn given_back(&self) -> Option<GivenBack> {
        match self {
            SentForm::Whole(bytes) => Typed::read(bytes).map(GivenBack::from),
            SentForm::InParts(sent) => match sent.read.get() {
                Some(read) => Some(read.clone()),
                None => sent.read_now().await,
            },
        }
    }
}

impl InParts {
    async fn read_now(self: &Arc<Self>) -> Option<GivenBack> {
        let mut request = Request::new(Body::new(Lent(Arc::clone(self))));
        request
            .headers_mut()
            .insert(header::CONTENT_TYPE, self.kind.clone()?);
        Upload::read(request, 0).await.ok().map(of)
    }
}

fn of(upload: Upload) -> GivenBack {
    GivenBack {
        typed: upload.typed,
        file: upload.file.map(|file| file.name),
    }
}
