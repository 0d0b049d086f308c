//! Rulebook folders on disk.

use crate::failure::Failure;
use desk::Rulebooks;
use rulebook::{Files, Rulebook};
use std::path::{Path, PathBuf};

/// The files of a rulebook folder.
pub const FILES: [&str; 2] = ["rulebook.toml", "authorities.dmn"];

/// Reads a rulebook folder.
pub fn load(folder: &Path) -> Result<Rulebook, Failure> {
    let read = |name: &str| {
        let path = folder.join(name);
        std::fs::read_to_string(&path).map_err(|fault| Failure::file("could not be read", &path, &fault))
    };
    let (settings, dmn) = (read(FILES[0])?, read(FILES[1])?);
    Rulebook::load(&Files {
        rulebook_toml: (FILES[0], &settings),
        dmn: (FILES[1], &dmn),
    })
    .map_err(|fault| Failure::usage(format!("{}: {fault}", folder.display())))
}

/// The rulebook that ships with the program.
const SHIPPED: [&str; 2] = [
    include_str!("../../../rulebooks/kh-phnom-penh/rulebook.toml"),
    include_str!("../../../rulebooks/kh-phnom-penh/authorities.dmn"),
];

/// The shipped rulebook, if it is the one of that id.
pub fn shipped(id: &str) -> Result<Option<Rulebook>, Failure> {
    let files = Files {
        rulebook_toml: (FILES[0], SHIPPED[0]),
        dmn: (FILES[1], SHIPPED[1]),
    };
    let rulebook = Rulebook::load(&files).map_err(Failure::usage)?;
    Ok(Some(rulebook).filter(|rulebook| rulebook.id() == id))
}

/// Writes the rulebook that ships with the program, for the demonstration.
pub fn write_shipped(folder: &Path) -> Result<(), Failure> {
    let folder = folder.join("kh-phnom-penh");
    std::fs::create_dir_all(&folder).map_err(|fault| Failure::file("could not be made", &folder, &fault))?;
    for (name, text) in FILES.iter().zip(SHIPPED) {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|fault| Failure::file("could not be written", &path, &fault))?;
    }
    Ok(())
}

/// Reads every rulebook folder in a folder, the earlier versions first.
pub fn load_all(folder: &Path) -> Result<Rulebooks, Failure> {
    let mut rulebooks = Rulebooks::new();
    for path in folders(folder)? {
        rulebooks = rulebooks.with(load(&path)?);
    }
    Ok(rulebooks)
}

fn folders(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let fault = |fault: std::io::Error| Failure::file("could not be read", folder, &fault);
    let mut folders = vec![];
    for found in std::fs::read_dir(folder).map_err(fault)? {
        let path = found.map_err(fault)?.path();
        if path.join(FILES[0]).is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}
