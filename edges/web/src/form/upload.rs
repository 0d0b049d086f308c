//! A sent form with files, each typed by its content and never by what its sender says it is.

use super::MOST_UPLOAD_BYTES;
use super::extract::{media_type, proven};
use crate::Failure;
use crate::typed::Typed;
use axum::extract::multipart::{Field, Multipart, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Request};
use axum::http::StatusCode;

/// The most characters of a file's name that are kept.
const MOST_NAME: usize = 200;

/// A kind of file that Placet takes, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF document.
    Pdf,
    /// A PNG picture.
    Png,
    /// A JPEG picture.
    Jpeg,
}

impl FileKind {
    /// The kind of some bytes, if Placet takes it.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<FileKind> {
        match infer::get(bytes)?.mime_type() {
            "application/pdf" => Some(FileKind::Pdf),
            "image/png" => Some(FileKind::Png),
            "image/jpeg" => Some(FileKind::Jpeg),
            _ => None,
        }
    }

    /// Its media type.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Pdf => "application/pdf",
            FileKind::Png => "image/png",
            FileKind::Jpeg => "image/jpeg",
        }
    }
}

/// One sent file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uploaded {
    /// The form field.
    pub field: String,
    /// The name it had at its sender's, for people to recognise it by; never a path here.
    pub name: String,
    /// Its kind; none for a kind that Placet does not take.
    pub kind: Option<FileKind>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A sent form with files. By the time a handler has it, its token was right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The fields that are no files.
    pub typed: Typed,
    /// The files that were chosen; an empty file field sends none.
    pub files: Vec<Uploaded>,
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
    let name = part
        .file_name()
        .map(|name| name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned());
    let bytes = part.bytes().await.map_err(|fault| broken(&fault))?.to_vec();
    match name {
        None => upload.typed.take(field, bytes),
        Some(name) if name.is_empty() && bytes.is_empty() => {}
        Some(name) => {
            let name = name
                .chars()
                .filter(|character| !character.is_control())
                .take(MOST_NAME)
                .collect();
            upload.files.push(Uploaded {
                field,
                name,
                kind: FileKind::of(&bytes),
                bytes,
            });
        }
    }
    Ok(())
}

fn broken(fault: &MultipartError) -> Failure {
    if fault.status() == StatusCode::PAYLOAD_TOO_LARGE {
        Failure::too_large(MOST_UPLOAD_BYTES)
    } else {
        Failure::wrong_form()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        assert_eq!(FileKind::of(b"%PDF-1.7\n"), Some(FileKind::Pdf));
        assert_eq!(
            FileKind::of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
            Some(FileKind::Png)
        );
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0"), Some(FileKind::Jpeg));
        for not_taken in [
            &b"<html><script>"[..],
            b"MZ\x90\0",
            b"PK\x03\x04",
            b"",
            b"<svg xmlns=''/>",
        ] {
            assert_eq!(FileKind::of(not_taken), None);
        }
    }
}
