//! The least that the same tools can do on the same machine: a page of axum's that is there already, and a file that is
//! written and synced.

use crate::load::Times;
use crate::{Done, trouble};
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use std::io::Write;
use std::path::Path;
use std::time::Instant;

/// Serves one page of so many bytes on a free port, says where on standard output, and goes on until killed.
///
/// # Errors
/// If nothing can be served.
pub async fn serve(bytes: usize) -> Done {
    let body: &'static str = Box::leak("x".repeat(bytes).into_boxed_str());
    let router = Router::new().route("/", get(move || async move { Html(body) }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .map_err(trouble)?;
    let host = listener.local_addr().map_err(trouble)?;
    writeln!(std::io::stdout(), "Open http://{host}/").map_err(trouble)?;
    axum::serve(listener, router).await.map_err(trouble)
}

/// Writes 4 KiB to the end of a file and syncs them (`fdatasync`), over and over.
///
/// # Errors
/// If the file cannot be written.
pub fn syncs(folder: &Path, count: usize) -> Done<Times> {
    let path = folder.join("synced");
    let mut file = std::fs::File::create(&path).map_err(trouble)?;
    let mut each = Vec::with_capacity(count);
    let begun = Instant::now();
    for _ in 0..count {
        let begun = Instant::now();
        file.write_all(&[7; 4096]).map_err(trouble)?;
        file.sync_data().map_err(trouble)?;
        each.push(begun.elapsed());
    }
    let whole = begun.elapsed();
    std::fs::remove_file(path).map_err(trouble)?;
    Ok(Times::new(each, whole))
}
