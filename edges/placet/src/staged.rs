//! A folder that comes to be whole or not at all: it is filled under a passing name, and gets its own name last.

use crate::failure::Failure;
use crate::private;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file that makes a folder an installation; it comes last where a folder cannot be renamed as a whole.
const SETTINGS: &str = "placet.toml";

/// What the passing name begins with. A killed program leaves such a folder, which is nobody's.
pub const PASSING: &str = ".placet-";

/// A folder that is being filled. Dropped before it is settled, it leaves nothing behind.
pub struct Staged {
    folder: TempDir,
    to: PathBuf,
    /// An empty folder that was there before may be a disk of its own: it is filled, not replaced.
    within: bool,
}

impl Staged {
    /// Begins a folder. Nothing may be there yet, or only an empty folder.
    pub fn new(to: &Path) -> Result<Self, Failure> {
        let within = match std::fs::read_dir(to).map(|mut names| names.next().is_none()) {
            Ok(true) => true,
            Err(fault) if fault.kind() == ErrorKind::NotFound => false,
            Err(fault) if fault.kind() != ErrorKind::NotADirectory => {
                return Err(Failure::file("could not be read", to, &fault));
            }
            Ok(false) | Err(_) => {
                return Err(Failure::usage(format!(
                    "{}: there is something here already.\nName a folder that does not exist or is empty.",
                    to.display()
                )));
            }
        };
        let parent = if within { to } else { parent(to) };
        let made = std::fs::create_dir_all(parent).and_then(|()| {
            tempfile::Builder::new()
                .prefix(PASSING)
                .permissions(private::of_folder())
                .tempdir_in(parent)
        });
        Ok(Staged {
            folder: made.map_err(|fault| Failure::file("could not be made", to, &fault))?,
            to: to.to_owned(),
            within,
        })
    }

    /// Where to put what shall be in the folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Gives the folder its name, once all that is in it is on disk: whoever finds the name finds everything. If that
    /// fails, everything stays where it is, and the failure says where.
    pub fn settle(self) -> Result<(), Failure> {
        let (to, within) = (self.to, self.within);
        let from = self.folder.keep();
        let settled = on_disk(&from).and_then(|()| {
            if within {
                std::fs::set_permissions(&to, private::of_folder())?;
                move_all(&from, &to)
            } else {
                std::fs::rename(&from, &to)
            }
        });
        // A name that is not on disk is lost if the machine goes down.
        let folder = if within { to.as_path() } else { parent(&to) };
        let settled = settled.and_then(|()| File::open(folder)?.sync_all());
        settled.map_err(|fault| {
            Failure::machine(format!(
                "{}: could not be put in place: {fault}\nWhat was made lies in {}: move it by hand.",
                to.display(),
                from.display()
            ))
        })
    }
}

fn parent(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Has a file, or a folder with all that is in it, written to disk.
fn on_disk(path: &Path) -> std::io::Result<()> {
    if path.is_dir() {
        for found in std::fs::read_dir(path)? {
            on_disk(&found?.path())?;
        }
    }
    File::open(path)?.sync_all()
}

fn move_all(from: &Path, to: &Path) -> std::io::Result<()> {
    let names = std::fs::read_dir(from)?.map(|found| Ok(found?.file_name()));
    let mut names = names.collect::<std::io::Result<Vec<_>>>()?;
    names.sort_by_key(|name| name == SETTINGS);
    for name in names {
        std::fs::rename(from.join(&name), to.join(&name))?;
    }
    std::fs::remove_dir(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let found = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = found
            .map(|found| found.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_is_broken_off_leaves_nothing_and_what_is_settled_is_whole() {
        for already in [false, true] {
            let around = tempfile::tempdir().unwrap();
            let to = around.path().join("deep/data");
            if already {
                std::fs::create_dir_all(&to).unwrap();
            }
            let begun = Staged::new(&to).unwrap();
            std::fs::write(begun.path().join("placet.key"), "key").unwrap();
            assert!(!to.join("placet.key").exists());
            drop(begun);
            assert_eq!(to.exists(), already);
            let staged = Staged::new(&to).unwrap();
            std::fs::write(staged.path().join("placet.key"), "key").unwrap();
            std::fs::write(staged.path().join(SETTINGS), "settings").unwrap();
            staged.settle().unwrap();
            assert_eq!(names(&to), ["placet.key", SETTINGS]);
            assert_eq!(names(&around.path().join("deep")), ["data"]);
        }
    }

    #[test]
    fn what_is_there_already_is_not_touched() {
        let around = tempfile::tempdir().unwrap();
        let file = around.path().join("file");
        std::fs::write(&file, "text").unwrap();
        for taken in [around.path(), &file] {
            let failure = Staged::new(taken).err().unwrap();
            assert_eq!(failure.code, Failure::USAGE);
        }
        assert_eq!(names(around.path()), ["file"]);
    }
}
