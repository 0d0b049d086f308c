//! Rulebook folders on disk.

use crate::copying::copy;
use crate::failure::Failure;
use crate::shipped;
use crate::staged::{PASSING, Staged};
use desk::{RULEBOOK_TOML, Rulebooks, RulebooksNow, Version};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rulebook::{Files, LoadError, Rulebook};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The texts of a rulebook folder.
pub struct Folder {
    settings: String,
    /// The decision models that it names, in its order.
    models: Vec<(String, String)>,
}

impl Folder {
    /// Reads a rulebook folder: `rulebook.toml` and the models that it names.
    pub fn read(folder: &Path) -> Result<Folder, Failure> {
        let settings = crate::given::text(&folder.join(RULEBOOK_TOML))?;
        // What is wrong with the settings is said, all of it, when the rulebook is loaded.
        let named = Rulebook::models_named(RULEBOOK_TOML, &settings).unwrap_or_default();
        let model = |name: String| crate::given::text(&folder.join(&name)).map(|text| (name, text));
        let models = named.into_iter().map(model).collect::<Result<_, _>>()?;
        Ok(Folder { settings, models })
    }

    /// Its files, as a rulebook is loaded from them.
    pub fn files(&self) -> Files<'_> {
        let models = self.models.iter();
        Files {
            rulebook_toml: (RULEBOOK_TOML, &self.settings),
            dmn: models
                .map(|(name, text)| (name.as_str(), text.as_str()))
                .collect(),
        }
    }

    /// Its files by name.
    fn texts(self) -> BTreeMap<String, String> {
        let settings = (RULEBOOK_TOML.to_owned(), self.settings);
        self.models.into_iter().chain([settings]).collect()
    }

    /// The names of its files.
    fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(RULEBOOK_TOML).chain(self.models.iter().map(|(name, _)| name.as_str()))
    }
}

/// Reads a rulebook folder.
pub fn load(folder: &Path) -> Result<Rulebook, Failure> {
    let read = Folder::read(folder)?;
    Rulebook::load(&read.files()).map_err(|fault| refused(folder, &fault))
}

/// Reads a rulebook folder with its tests.
pub fn version(folder: &Path) -> Result<Version, Failure> {
    let mut texts = Folder::read(folder)?.texts();
    texts.extend(tests(folder)?);
    Version::load(texts).map_err(|fault| refused(folder, &fault))
}

/// The tests of a rulebook folder, `tests/*.toml`, in the order of their names; none where it has none.
pub fn tests(folder: &Path) -> Result<Vec<(String, String)>, Failure> {
    let tests = folder.join("tests");
    if !tests.is_dir() {
        return Ok(vec![]);
    }
    let fault = |fault: std::io::Error| Failure::file("could not be read", &tests, &fault);
    let mut names = vec![];
    for found in std::fs::read_dir(&tests).map_err(fault)? {
        let found = found.map_err(fault)?.path();
        if found.extension().is_some_and(|kind| kind == "toml") {
            names.extend(found.file_name().map(|name| name.to_string_lossy().into_owned()));
        }
    }
    names.sort();
    let text = |name: String| {
        let text = crate::given::text(&tests.join(&name))?;
        Ok((format!("tests/{name}"), text))
    };
    names.into_iter().map(text).collect()
}

fn refused(folder: &Path, fault: &LoadError) -> Failure {
    Failure::usage(format!("{}: {fault}", folder.display()))
}

/// The rulebooks in a folder. Of several versions of one, that binds whose first day came last.
pub fn load_all(folder: &Path) -> Result<Rulebooks, Failure> {
    let versions = folders(folder, None)?;
    Ok(versions.into_iter().fold(Rulebooks::new(), Rulebooks::with))
}

/// The versions of one rulebook in a folder, or the one that the folder is, the earlier ones first. Others beside them may
/// have any fault.
pub fn of(folder: &Path, id: &str) -> Result<Vec<Version>, Failure> {
    if folder.join(RULEBOOK_TOML).is_file() {
        let one = may_be(folder, id)?.then(|| version(folder));
        return one.into_iter().collect();
    }
    folders(folder, Some(id))
}

/// The versions with their files, of one rulebook or of all.
fn folders(folder: &Path, id: Option<&str>) -> Result<Vec<Version>, Failure> {
    let fault = |fault: std::io::Error| Failure::file("could not be read", folder, &fault);
    let mut versions: Vec<Version> = vec![];
    for found in std::fs::read_dir(folder).map_err(fault)? {
        let found = found.map_err(fault)?;
        let broken_off = found.file_name().to_string_lossy().starts_with(PASSING);
        let path = found.path();
        if !broken_off && path.join(RULEBOOK_TOML).is_file() && id.map_or(Ok(true), |id| may_be(&path, id))? {
            versions.push(version(&path)?);
        }
    }
    versions.sort_by(|one, other| {
        let (one, other) = (&one.rulebook, &other.rulebook);
        one.id().cmp(other.id()).then_with(|| age(one).cmp(&age(other)))
    });
    Ok(versions)
}

/// Whether a folder may be a version of a rulebook. One that says no id may be: what is wrong with it is said when it is
/// loaded.
fn may_be(folder: &Path, id: &str) -> Result<bool, Failure> {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    let text = crate::given::text(&folder.join(RULEBOOK_TOML))?;
    Ok(toml::from_str::<Named>(&text).map_or(true, |named| named.id == id))
}

/// Adds a version, from its folder or by the name of one that ships, to a folder of rulebooks, where it comes into force. One
/// that would not is refused.
pub fn add(
    given: &Path,
    rulebooks: &Path,
    known: &RulebooksNow,
    now: Timestamp,
) -> Result<Arc<Rulebook>, Failure> {
    let found = shipped::find(given)?;
    let from = found.path.as_path();
    let version = version(from)?;
    let rulebook = Arc::clone(&version.rulebook);
    let refused = |what: String| Failure::usage(format!("{}: {what}", given.join(RULEBOOK_TOML).display()));
    let today = usable(&rulebook, now).map_err(refused)?;
    sound(given, &version, today, known)?;
    let every = known.every();
    let mut own = every.iter().filter(|known| known.id() == rulebook.id());
    if let Some(later) = own.find(|known| age(known) >= age(&rulebook)) {
        return Err(refused(format!(
            "version: version {} of {} is here already, and {} is no later one.\nWrite a later version into the file; a version never changes.",
            later.version(),
            rulebook.id(),
            rulebook.version()
        )));
    }
    let named = |character: char| character.is_alphanumeric() || "-._".contains(character);
    let version = rulebook.version().replace(|character| !named(character), "-");
    let staged = Staged::new(&rulebooks.join(format!("{}-{version}", rulebook.id())))?;
    for name in Folder::read(from)?.names() {
        copy(&from.join(name), &staged.path().join(name), rulebooks)?;
    }
    let tests = tests(from)?;
    let beside = staged.path().join("tests");
    if !tests.is_empty() {
        std::fs::create_dir(&beside).map_err(|fault| Failure::file("could not be made", &beside, &fault))?;
    }
    for (name, _) in tests {
        copy(&from.join(&name), &staged.path().join(&name), rulebooks)?;
    }
    staged.settle()?;
    Ok(rulebook)
}

/// Whether cases can be decided by it today: what does not hold yet, or no longer, is not put in force. Gives the day.
fn usable(rulebook: &Rulebook, now: Timestamp) -> Result<Date, String> {
    let zone = TimeZone::get(rulebook.timezone()).map_err(|fault| fault.to_string())?;
    let today = now.to_zoned_datetime(zone).date();
    if rulebook.in_force_on(today) {
        return Ok(today);
    }
    let until = rulebook
        .valid_to()
        .map_or_else(String::new, |last| format!(" until {last}"));
    Err(format!(
        "valid_from, valid_to: it holds from {}{until}, and not today.\nAdd it when it holds.",
        rulebook.valid_from()
    ))
}

/// The operator puts in force what rule makers could publish: without a fault, its tests passed, each rule held by one.
fn sound(folder: &Path, version: &Version, today: Date, known: &RulebooksNow) -> Result<(), Failure> {
    let found = desk::governance::soundness(version, today, known);
    let tests = &found.tests;
    let untested = tests.untested.join(", ");
    let untested = (!untested.is_empty()).then(|| format!("no test holds these rules: {untested}"));
    let faults = found.faults().map(ToString::to_string);
    let unread = tests.unread.iter().map(ToString::to_string);
    let differing = tests.differing.iter();
    let differing = differing.map(|(name, difference)| format!("{name}: {difference}"));
    let said: Vec<String> = faults.chain(unread).chain(differing).chain(untested).collect();
    if said.is_empty() {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{}: this version cannot be put in force:\n{}\nCorrect each; placet rulebook lint and placet rulebook test say where it stands.",
        folder.display(),
        said.join("\n")
    )))
}

/// What tells the later of two versions of one rulebook: the day from which it holds, then its version, in which a
/// number counts as a number, so that 10 comes after 9.
fn age(rulebook: &Rulebook) -> (Date, Vec<(Option<u64>, &str)>) {
    let version = rulebook.version();
    let pieces = version.split_inclusive(|character: char| !character.is_ascii_digit());
    let pieces = pieces.flat_map(|piece| {
        let digits = piece.trim_end_matches(|character: char| !character.is_ascii_digit());
        [(digits.parse().ok(), ""), (None, &piece[digits.len()..])]
    });
    (rulebook.valid_from(), pieces.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: [&str; 2] = [RULEBOOK_TOML, "authorities.dmn"];

    /// A rulebook's folder with what is shipped and its tests, and something of it written otherwise.
    fn folder(around: &Path, name: &str, changed: &[(&str, &str)]) -> std::path::PathBuf {
        let folder = around.join(name);
        std::fs::create_dir_all(&folder).unwrap();
        let shipped = crate::shipped::version("kh-phnom-penh").unwrap().unwrap();
        for name in FILES {
            let text = changed
                .iter()
                .fold(shipped.files[name].clone(), |text, (from, to)| {
                    text.replace(from, to)
                });
            std::fs::write(folder.join(name), text).unwrap();
        }
        std::fs::create_dir_all(folder.join("tests")).unwrap();
        let tests = include_str!("../../../rulebooks/kh-phnom-penh/tests/events.toml");
        std::fs::write(folder.join("tests/events.toml"), tests).unwrap();
        folder
    }

    fn version(version: &str) -> String {
        format!("version = \"{version}\"")
    }

    fn versions(folder: &Path) -> Vec<Arc<Rulebook>> {
        let all = folders(folder, None).unwrap().into_iter();
        all.map(|version| version.rulebook).collect()
    }

    fn known(folder: &Path, now: Timestamp) -> RulebooksNow {
        load_all(folder).unwrap().at(now)
    }

    #[test]
    fn the_latest_version_is_in_force_however_it_is_numbered() {
        let around = tempfile::tempdir().unwrap();
        let all = around.path().join("all");
        for (name, number) in [("a", "10"), ("b", "9"), ("c", "2.1"), ("d", "2.10"), ("e", "1")] {
            folder(&all, name, &[("version = \"1\"", &version(number))]);
        }
        let found = versions(&all);
        let found: Vec<&str> = found.iter().map(|one| one.version()).collect();
        assert_eq!(found, ["1", "2.1", "2.10", "9", "10"]);
        let now = "2023-08-01T00:00:00Z".parse().unwrap();
        let in_force = load_all(&all).unwrap().at(now);
        assert_eq!(in_force.in_force("kh-phnom-penh").unwrap().version(), "10");
    }

    #[test]
    fn what_does_not_hold_today_or_cannot_be_reckoned_is_not_put_in_force() {
        let around = tempfile::tempdir().unwrap();
        let (all, now) = (around.path().join("all"), "2023-08-01T00:00:00Z".parse().unwrap());
        std::fs::create_dir(&all).unwrap();
        for (from, to) in [
            ("valid_from = 2023-04-25", "valid_from = 2023-09-01"),
            (
                "valid_from = 2023-04-25",
                "valid_from = 2023-04-25\nvalid_to = 2023-07-31",
            ),
            ("calendar = \"kh\"", "calendar = \"mars\""),
        ] {
            let folder = folder(around.path(), "one", &[(from, to)]);
            let failure = add(&folder, &all, &known(&all, now), now).unwrap_err();
            assert_eq!(failure.code, Failure::USAGE, "{to}");
        }
        assert!(versions(&all).is_empty());
        add(&folder(around.path(), "one", &[]), &all, &known(&all, now), now).unwrap();
        assert_eq!(versions(&all).len(), 1);
    }

    #[test]
    fn what_a_killed_adding_left_is_no_version_and_an_empty_folder_is_filled() {
        let around = tempfile::tempdir().unwrap();
        let (all, now) = (around.path().join("all"), "2023-08-01T00:00:00Z".parse().unwrap());
        let left = folder(&all, ".placet-left", &[]);
        std::fs::remove_file(left.join(FILES[1])).unwrap();
        std::fs::create_dir(all.join("kh-phnom-penh-1")).unwrap();
        add(&folder(around.path(), "one", &[]), &all, &known(&all, now), now).unwrap();
        assert_eq!(versions(&all).len(), 1);
    }
}
