//! A case as an archive (ZIP): written while it is sent, one file at a time, so that a case with many documents is never in memory whole.

use crate::flowing::flowing;
use act::Actor;
use axum::body::{Body, Bytes};
use desk::clearance::Bundle;
use desk::{Desk, Fault};
use http_body_util::channel::{Channel, Sender};
use std::io::{Error, Write};
use std::sync::{Arc, Mutex, PoisonError};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, ZipWriter};

/// How many pieces wait to be sent, each of one file at most.
const AHEAD: usize = 1;
/// What says what is in it, in the language of whoever took it.
const ABOUT: &str = "README.txt";

/// What was written and not yet sent.
#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl Written {
    fn take(&self) -> Bytes {
        let mut bytes = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *bytes).into()
    }
}

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        written.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        Ok(())
    }
}

/// Why an archive ends before its end.
enum Broken {
    /// Whoever it was for is gone.
    Gone,
    /// It cannot be made.
    Fault(Fault),
}

impl From<Fault> for Broken {
    fn from(fault: Fault) -> Broken {
        Broken::Fault(fault)
    }
}

fn unwritten(fault: impl std::fmt::Display) -> Broken {
    Broken::Fault(Fault::SetUp(fault.to_string()))
}

/// An archive on its way.
struct Archive<'a> {
    zip: ZipWriter<StreamWriter<Written>>,
    written: Written,
    to: &'a mut Sender<Bytes, Fault>,
}

impl Archive<'_> {
    async fn put(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), Broken> {
        let options = SimpleFileOptions::default().compression_method(method);
        self.zip.start_file(path, options).map_err(unwritten)?;
        self.zip.write_all(bytes).map_err(unwritten)?;
        let sent = self.to.send_data(self.written.take()).await;
        sent.map_err(|_| Broken::Gone)
    }
}

async fn fill(
    to: &mut Sender<Bytes, Fault>,
    desk: &Desk,
    actor: &Actor,
    (bundle, about): (Bundle, String),
) -> Result<(), Broken> {
    let written = Written::default();
    let zip = ZipWriter::new_stream(written.clone());
    let mut archive = Archive { zip, written, to };
    let deflated = CompressionMethod::Deflated;
    archive.put(ABOUT, about.as_bytes(), deflated).await?;
    for (path, text) in &bundle.texts {
        archive.put(path, text.as_bytes(), deflated).await?;
    }
    for file in &bundle.case.files {
        let (_, bytes) = desk.file(actor, bundle.case.application, file.attachment).await?;
        // Documents and pictures are compressed by themselves.
        archive.put(&file.path, &bytes, CompressionMethod::Stored).await?;
    }
    let Archive { zip, written, to } = archive;
    zip.finish().map_err(unwritten)?;
    to.send_data(written.take()).await.map_err(|_| Broken::Gone)
}

/// The archive of a bundle as the body of an answer. One that breaks off in the middle is cut off, and nobody takes it for whole.
pub(crate) fn body(desk: Arc<Desk>, actor: Actor, bundle: Bundle, about: String) -> Body {
    let (mut to, channel) = Channel::new(AHEAD);
    tokio::spawn(async move {
        match fill(&mut to, &desk, &actor, (bundle, about)).await {
            Ok(()) | Err(Broken::Gone) => {}
            Err(Broken::Fault(fault)) => {
                tracing::error!(%fault, "an archive of a case was cut off");
                to.abort(fault);
            }
        }
    });
    flowing(channel)
}
