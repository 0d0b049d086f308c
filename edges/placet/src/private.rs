//! Folders and files that only their owner may use, whatever the mask of whoever starts the program.

use std::fs::{DirBuilder, OpenOptions, Permissions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::Path;

/// Who may read a file: its owner alone.
pub const OWNER: u32 = 0o600;
/// Who may read a file: everyone.
pub const ALL: u32 = 0o644;

/// What a folder allows: everything to its owner.
pub fn of_folder() -> Permissions {
    Permissions::from_mode(0o700)
}

/// Makes a folder, and those above it, unless it is there.
pub fn folder(path: &Path) -> std::io::Result<()> {
    DirBuilder::new()
        .recursive(true)
        .mode(of_folder().mode())
        .create(path)
}

/// Writes a new file to disk, which nobody else may read from its first byte on.
pub fn file(path: &Path, text: &str, mode: u32) -> std::io::Result<()> {
    let mut options = OpenOptions::new();
    let mut file = options.write(true).create_new(true).mode(mode).open(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
