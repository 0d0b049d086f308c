//! The public conformance suite. It may not ship, so this is proved where it lies beside the project, and said where it
//! does not; with CI=true it must. The crate itself reads no files.
#![cfg(test)]

use dmn::Model;
use dmn::tck::{self, File, Verdict};
use feel::Budget;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::fs::OpenOptions;
use std::io::Read;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = folder.read_dir() else { return };
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else if path
            .extension()
            .is_some_and(|kind| kind == "dmn" || kind == "xml")
        {
            found.push(path);
        }
    }
}

/// The files of the suite with their paths; none where it is not beside the project.
fn suite() -> Vec<(String, Vec<u8>)> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/dmn-tck");
    let mut paths = vec![];
    files(&place, &mut paths);
    if paths.is_empty() {
        assert!(
            option_env!("CI").is_none(),
            "with CI=true the suite must be at {}",
            place.display()
        );
        eprintln!("not run on the suite: it is not at {}", place.display());
    }
    let read = |path: PathBuf| {
        let mut bytes = vec![];
        let mut file = OpenOptions::new().read(true).open(&path).unwrap();
        file.read_to_end(&mut bytes).unwrap();
        (path.to_str().unwrap().to_owned(), bytes)
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_case_of_the_suite_passes() {
    let files = suite();
    let files: Vec<File<'_>> = files.iter().map(|(path, bytes)| File { path, bytes }).collect();
    let now = Timestamp::UNIX_EPOCH.to_zoned_datetime(TimeZone::UTC);
    let report = tck::run(&files, &now, Budget::default());
    let (passed, failed, unsupported) = report.totals();
    let wrong: Vec<String> = report
        .cases
        .iter()
        .filter(|case| case.verdict != Verdict::Passed)
        .map(|case| format!("{} {}: {:?}", case.file, case.case, case.verdict))
        .collect();
    eprintln!("{passed} passed, {failed} failed, {unsupported} unsupported");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(files.is_empty() || passed > 0, "no case of the suite was found");
}

#[test]
fn every_model_of_the_suite_is_written_and_read_again_the_same() {
    for (path, bytes) in suite().iter().filter(|(path, _)| path.ends_with(".dmn")) {
        let model = Model::read(bytes).unwrap_or_else(|faults| panic!("{path}: {faults:?}"));
        let written = model.write();
        assert_eq!(Model::read(written.as_bytes()).as_ref(), Ok(&model), "{path}");
        assert!(model.faults().is_empty(), "{path}: {:?}", model.faults());
        assert!(
            model.unknown_names().is_empty(),
            "{path}: {:?}",
            model.unknown_names()
        );
    }
}
