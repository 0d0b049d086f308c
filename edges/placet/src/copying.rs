//! Copying files so that a failure names the right one of the two: what could not be read, or where it could not be written.

use crate::failure::Failure;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// So much is read at once.
const PIECE: usize = 1 << 17;

/// Copies a file, or a folder with all that is in it, with what its owner may do with it. `told` is what people call the
/// place to which it goes: it may be there under a passing name yet.
pub fn copy(from: &Path, to: &Path, told: &Path) -> Result<(), Failure> {
    if !from.is_dir() {
        return file(from, to, told);
    }
    std::fs::create_dir_all(to).map_err(|fault| unwritten(told, fault))?;
    for name in std::fs::read_dir(from).map_err(|fault| unread(from, &fault))? {
        let name = name.map_err(|fault| unread(from, &fault))?.file_name();
        copy(&from.join(&name), &to.join(&name), told)?;
    }
    Ok(())
}

fn file(from: &Path, to: &Path, told: &Path) -> Result<(), Failure> {
    let unread = |fault| unread(from, &fault);
    let unwritten = |fault| unwritten(told, fault);
    let mut source = File::open(from).map_err(unread)?;
    let permissions = source.metadata().map_err(unread)?.permissions();
    // Nobody else may read a key from its first byte on.
    let mut options = OpenOptions::new();
    let options = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(permissions.mode());
    let mut target = options.open(to).map_err(unwritten)?;
    let mut piece = vec![0; PIECE];
    loop {
        let length = source.read(&mut piece).map_err(unread)?;
        if length == 0 {
            return target.set_permissions(permissions).map_err(unwritten);
        }
        target.write_all(&piece[..length]).map_err(unwritten)?;
    }
}

fn unread(from: &Path, fault: &std::io::Error) -> Failure {
    Failure::file("could not be read", from, fault)
}

/// What could not be written where a copy goes.
pub fn unwritten(told: &Path, fault: impl std::fmt::Display) -> Failure {
    Failure::machine(format!(
        "{}: the copy could not be written: {fault}\nName a place where you may write, on a disk that has room for it.",
        told.display()
    ))
}

/// Refuses a copy of a folder into itself, or of one into a folder that it lies in.
pub fn apart(from: &Path, to: &Path) -> Result<(), Failure> {
    let (whole, goal) = (real(from), real(to));
    if goal.starts_with(&whole) {
        return Err(Failure::usage(format!(
            "{}: this lies in {}, which is to be copied.\nName a folder outside it.",
            to.display(),
            from.display()
        )));
    }
    if whole.starts_with(&goal) {
        return Err(Failure::usage(format!(
            "{}: {}, which is to be copied, lies in this folder.\nName a folder that does not exist or is empty.",
            to.display(),
            from.display()
        )));
    }
    Ok(())
}

/// A path without links, of which the last parts may not be there yet.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = whole
        .ancestors()
        .find_map(|one| Some((one, one.canonicalize().ok()?)));
    match there {
        Some((there, real)) => real.join(whole.strip_prefix(there).unwrap_or(Path::new(""))),
        None => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_copied_with_what_its_owner_may_do_and_its_like_is_told_from_it() {
        let around = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| around.path().join(name));
        std::fs::create_dir_all(from.join("in")).unwrap();
        std::fs::write(from.join("in/large"), vec![7; 3 * PIECE + 1]).unwrap();
        crate::private::file(&from.join("key"), "secret", crate::private::OWNER).unwrap();
        copy(&from, &to, &to).unwrap();
        assert_eq!(
            std::fs::read(to.join("in/large")).unwrap(),
            vec![7; 3 * PIECE + 1]
        );
        let permissions = |folder: &Path| folder.join("key").metadata().unwrap().permissions();
        assert_eq!(permissions(&to), permissions(&from));
        // What is named alike lies apart.
        apart(&from, &around.path().join("from-again")).unwrap();
    }

    #[test]
    fn what_could_not_be_written_is_no_fault_of_what_was_read() {
        let around = tempfile::tempdir().unwrap();
        let from = around.path().join("from");
        std::fs::write(&from, "text").unwrap();
        let told = Path::new("copy");
        let unwritten = copy(&from, Path::new("/dev/full"), told).unwrap_err();
        assert!(unwritten.message.starts_with("copy: "), "{unwritten}");
        let unread = copy(&around.path().join("nowhere"), &around.path().join("to"), told).unwrap_err();
        assert!(unread.message.contains("nowhere: could not be read"), "{unread}");
    }
}
