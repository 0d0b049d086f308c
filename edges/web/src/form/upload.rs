//! A sent form with files. What kind of file each is, and whether it is taken, the desk says.

use super::MOST_UPLOAD_BYTES;
use super::extract::{media_type, proven};
use crate::Failure;
use crate::typed::Typed;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use desk::clearance::{FileIn, MOST_FILE_BYTES};

/// A sent form with files. By the time a handler has it, its token was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The fields that are no files.
    pub typed: Typed,
    /// The files that were chosen; an empty file field sends none.
    pub files: Vec<FileIn>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Failure;

    async fn from_request(mut request: Request, _: &S) -> Result<Upload, Failure> {
        if media_type(request.headers()) != "multipart/form-data" {
            return Err(Failure::wrong_form());
        }
        let extensions = request.extensions().clone();
        DefaultBodyLimit::max(MOST_UPLOAD_BYTES).apply(&mut request);
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Failure::wrong_form())?;
        let mut upload = Upload {
            typed: Typed::default(),
            files: vec![],
        };
        while let Some(part) = parts.next_field().await.map_err(|fault| broken(&fault))? {
            take(part, &mut upload).await?;
        }
        let Upload { typed, files } = upload;
        Ok(Upload {
            typed: proven(&extensions, typed)?,
            files,
        })
    }
}

async fn take(part: Field<'_>, upload: &mut Upload) -> Result<(), Failure> {
    let field = part.name().unwrap_or_default().to_owned();
    let name = part.file_name().map(str::to_owned);
    let bytes = part.bytes().await.map_err(|fault| broken(&fault))?.to_vec();
    match name {
        None => upload.typed.take(field, bytes),
        Some(name) if name.is_empty() && bytes.is_empty() => {}
        Some(name) => upload.files.push(FileIn { name, bytes }),
    }
    Ok(())
}

fn broken(fault: &MultipartError) -> Failure {
    if fault.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::too_large(MOST_FILE_BYTES)
    } else {
        Failure::wrong_form()
    }
}
