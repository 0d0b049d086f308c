//! A sent form that may bring a file. What kind of file it is, and whether it is taken, the desk says.

use super::MOST_UPLOAD_BYTES;
use super::extract::{Form, bounded, media_type, proven};
use super::sent::SentForm;
use crate::Failure;
use crate::typed::{MOST_FORM_BYTES, Typed};
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;
use desk::clearance::{FileIn, MOST_FILE_BYTES};

/// A sent form that may bring a file. By the time a handler has it, its token was right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Upload {
    /// The fields that are no files.
    pub typed: Typed,
    /// The file that was chosen; an empty file field sends none. One that is larger than any that is taken is cut off
    /// behind the first byte too many: what was typed beside it is not lost for it.
    pub file: Option<FileIn>,
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Failure;

    async fn from_request(request: Request, _: &S) -> Result<Upload, Failure> {
        let extensions = request.extensions().clone();
        let read = Upload::read(request, MOST_FILE_BYTES).await?;
        SentForm::note(&extensions, &read);
        let Upload { typed, file } = read;
        Ok(Upload {
            typed: proven(&extensions, typed)?,
            file,
        })
    }
}

impl Upload {
    /// The media type that it comes as if it brings a file.
    pub(crate) const MEDIA_TYPE: &str = "multipart/form-data";

    /// Reads a form as a browser sends it, with a file or without, of which it keeps so many bytes. Its token is not yet
    /// proven.
    pub(crate) async fn read(mut request: Request, most: usize) -> Result<Upload, Failure> {
        match media_type(request.headers()).as_str() {
            Form::MEDIA_TYPE => {
                let body = bounded(request.into_body(), MOST_FORM_BYTES).await?;
                Ok(Upload {
                    typed: Typed::read(&body).ok_or_else(Failure::wrong_form)?,
                    file: None,
                })
            }
            Upload::MEDIA_TYPE => {
                DefaultBodyLimit::max(MOST_UPLOAD_BYTES).apply(&mut request);
                let parts = Multipart::from_request(request, &()).await;
                parts_of(parts.map_err(|_| Failure::wrong_form())?, most).await
            }
            _ => Err(Failure::wrong_form()),
        }
    }
}

async fn parts_of(mut parts: Multipart, most: usize) -> Result<Upload, Failure> {
    let mut upload = Upload::default();
    let mut room = MOST_FORM_BYTES;
    while let Some(part) = parts.next_field().await.map_err(|fault| broken(&fault))? {
        let goes_on = take(part, &mut upload, &mut room, most).await?;
        if upload.typed.is_flooded() {
            return Err(Failure::wrong_form());
        }
        if !goes_on {
            break;
        }
    }
    Ok(upload)
}

/// Takes a part; tells whether the form goes on. What stands behind an endless file is not read: the fields before it were.
async fn take(
    mut part: Field<'_>,
    upload: &mut Upload,
    room: &mut usize,
    most: usize,
) -> Result<bool, Failure> {
    let field = part.name().unwrap_or_default().to_owned();
    let Some(name) = part.file_name().map(str::to_owned) else {
        let (value, _) = first(&mut part, *room).await?;
        *room = room
            .checked_sub(field.len() + value.len() + 1)
            .ok_or_else(|| Failure::too_large(MOST_FORM_BYTES))?;
        upload.typed.take(field, value);
        return Ok(true);
    };
    let (bytes, ends) = first(&mut part, most).await?;
    if upload.file.is_none() && !(name.is_empty() && bytes.is_empty()) {
        upload.file = Some(FileIn { name, bytes });
    }
    Ok(ends)
}

/// The first bytes of a part, and one more if there are more. The rest is read and dropped, as far as a form may go on;
/// tells whether the part ended before.
async fn first(part: &mut Field<'_>, most: usize) -> Result<(Vec<u8>, bool), Failure> {
    let mut bytes: Vec<u8> = vec![];
    loop {
        let chunk = match part.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => return Ok((bytes, true)),
            Err(fault) if is_too_much(&fault) && bytes.len() > most => return Ok((bytes, false)),
            Err(fault) => return Err(broken(&fault)),
        };
        let left = (most + 1).saturating_sub(bytes.len());
        bytes.extend_from_slice(&chunk[..chunk.len().min(left)]);
    }
}

fn is_too_much(fault: &MultipartError) -> bool {
    fault.status() == StatusCode::PAYLOAD_TOO_LARGE
}

fn broken(fault: &MultipartError) -> Failure {
    if is_too_much(fault) {
        Failure::too_large(MOST_FILE_BYTES)
    } else {
        Failure::wrong_form()
    }
}
