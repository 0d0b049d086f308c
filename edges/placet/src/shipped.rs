//! The rulebooks that ship with the program, each by the name of its folder.

use crate::failure::Failure;
use desk::{RULEBOOK_TOML, Version};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file of their decisions.
const DECISIONS: &str = "authorities.dmn";
/// The file of their tests: without them no version that is made of one could be published.
const TESTS: &str = "tests/events.toml";

/// A rulebook folder as it was when the program was built.
struct Shipped {
    name: &'static str,
    settings: &'static str,
    decisions: &'static str,
    tests: &'static str,
}

macro_rules! shipped {
    ($($name:literal),+) => {
        [$(Shipped {
            name: $name,
            settings: include_str!(concat!("../../../rulebooks/", $name, "/rulebook.toml")),
            decisions: include_str!(concat!("../../../rulebooks/", $name, "/authorities.dmn")),
            tests: include_str!(concat!("../../../rulebooks/", $name, "/tests/events.toml")),
        }),+]
    };
}

static ALL: [Shipped; 6] = shipped!(
    "gb-england",
    "jp-tokyo",
    "kh-phnom-penh",
    "kh-phnom-penh-2",
    "kh-phnom-penh-3",
    "us-nyc"
);

/// The rulebook of the demonstration.
pub const DEMONSTRATION: &str = "kh-phnom-penh";

impl Shipped {
    fn named(name: &str) -> Option<&'static Shipped> {
        ALL.iter().find(|one| one.name == name)
    }

    fn files(&self) -> [(&'static str, &'static str); 3] {
        [
            (RULEBOOK_TOML, self.settings),
            (DECISIONS, self.decisions),
            (TESTS, self.tests),
        ]
    }

    fn write(&self, folder: &Path) -> Result<(), Failure> {
        let tests = folder.join("tests");
        std::fs::create_dir_all(&tests)
            .map_err(|fault| Failure::file("could not be made", &tests, &fault))?;
        for (name, text) in self.files() {
            let path = folder.join(name);
            std::fs::write(&path, text)
                .map_err(|fault| Failure::file("could not be written", &path, &fault))?;
        }
        Ok(())
    }
}

/// The rulebook of that id as it ships, if its folder is called so.
pub fn version(id: &str) -> Result<Option<Version>, Failure> {
    let load = |one: &Shipped| {
        let files = one.files().into_iter();
        let files = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        Version::load(files.collect()).map_err(Failure::usage)
    };
    Shipped::named(id).map(load).transpose()
}

/// Writes the demonstration's rulebook into a folder of rulebooks.
pub fn write_demonstration(folder: &Path) -> Result<(), Failure> {
    let one = Shipped::named(DEMONSTRATION);
    one.map_or(Ok(()), |one| one.write(&folder.join(one.name)))
}

/// A rulebook folder: the one that is given, or the one that ships by that name, laid out until this is dropped.
pub struct Found {
    /// Where it lies.
    pub path: PathBuf,
    _laid_out: Option<TempDir>,
}

/// Finds a rulebook folder, or what ships by that name.
pub fn find(given: &Path) -> Result<Found, Failure> {
    if given.exists() {
        return Ok(Found {
            path: given.to_owned(),
            _laid_out: None,
        });
    }
    let Some(one) = given.to_str().and_then(Shipped::named) else {
        let names: Vec<&str> = ALL.iter().map(|one| one.name).collect();
        return Err(Failure::usage(format!(
            "{}: there is no such folder, and no rulebook of that name ships with the program.\nName a rulebook's folder, or one of: {}.",
            given.display(),
            names.join(", ")
        )));
    };
    let laid_out = tempfile::tempdir().map_err(Failure::machine)?;
    let path = laid_out.path().join(one.name);
    one.write(&path)?;
    Ok(Found {
        path,
        _laid_out: Some(laid_out),
    })
}
