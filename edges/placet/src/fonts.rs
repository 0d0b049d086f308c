//! Fonts that an installation brings: the files of its folder `fonts`, beside those that are in the program.

use crate::failure::Failure;
use documents::Fonts;
use std::path::{Path, PathBuf};

/// The folder, in that of an installation.
pub const FOLDER: &str = "fonts";

/// Prints papers with the fonts of an installation too. A file that is no font is refused by its name, since papers would
/// lack what it was put there for.
pub fn bring(installation: &Path) -> Result<(), Failure> {
    let mut fonts = Fonts::default();
    for path in files(&installation.join(FOLDER))? {
        let bytes =
            std::fs::read(&path).map_err(|fault| Failure::file("could not be read", &path, &fault))?;
        if !fonts.add(bytes) {
            return Err(Failure::usage(format!(
                "{}: this is no font that can be printed.\nPut a TrueType or OpenType font in its place, or take it away.",
                path.display()
            )));
        }
    }
    if fonts.bring() {
        Ok(())
    } else {
        Err(Failure::machine(
            "the fonts of an installation were brought already",
        ))
    }
}

/// The fonts in a folder, by name, so that every start prefers the same; none if there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.is_dir() {
        return Ok(vec![]);
    }
    let unread = |fault: std::io::Error| Failure::file("could not be read", folder, &fault);
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let kind = path.extension().unwrap_or_default().to_ascii_lowercase();
        if kind == "ttf" || kind == "otf" || kind == "ttc" {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_font_is_refused_by_its_name_and_other_files_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let fonts = folder.path().join(FOLDER);
        std::fs::create_dir(&fonts).unwrap();
        std::fs::write(fonts.join("OFL.txt"), "a licence").unwrap();
        std::fs::write(fonts.join("arabic.TTF"), "no font").unwrap();
        let told = bring(folder.path()).unwrap_err().to_string();
        assert!(told.contains("arabic.TTF") && told.contains("no font"), "{told}");
        std::fs::remove_file(fonts.join("arabic.TTF")).unwrap();
        assert_eq!(files(&fonts).unwrap(), Vec::<PathBuf>::new());
        assert_eq!(files(&folder.path().join("none")).unwrap(), Vec::<PathBuf>::new());
    }
}
