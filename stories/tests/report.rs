//! No sentence of the press report stands in what ships. The report itself may not ship, so this is proved where it lies
//! beside the project, and said where it does not; with CI=true it must.

use std::fs;
use std::path::{Path, PathBuf};

/// So many words in a row are somebody's sentence.
const RUN: usize = 8;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn words(text: &str) -> Vec<String> {
    let plain = |one: char| {
        if one.is_alphanumeric() {
            one.to_ascii_lowercase()
        } else {
            ' '
        }
    };
    text.chars()
        .map(plain)
        .collect::<String>()
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

fn texts(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut paths: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    for path in paths {
        let kind = path
            .extension()
            .and_then(|kind| kind.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            texts(&path, found);
        } else if ["toml", "md", "dmn", "ftl", "txt"].contains(&kind) {
            found.push(path);
        }
    }
}

#[test]
fn no_sentence_of_the_report_is_in_what_ships() {
    let place = root().join("../shared/cases/article.txt");
    let Ok(report) = fs::read_to_string(&place) else {
        assert!(
            std::env::var("CI").is_err(),
            "with CI=true the report must be at {}",
            place.display()
        );
        eprintln!("not compared with the report: it is not at {}", place.display());
        return;
    };
    let mut paths = vec![root().join("README.md")];
    for folder in ["examples", "rulebooks", "docs", "edges/web/text", "stories"] {
        texts(&root().join(folder), &mut paths);
    }
    paths.retain(|path| !path.components().any(|part| part.as_os_str() == "node_modules"));
    assert!(paths.len() > 20, "the texts that ship were not found: {paths:?}");
    let report = words(&report);
    for path in paths {
        let ours = format!(" {} ", words(&fs::read_to_string(&path).unwrap()).join(" "));
        for run in report.windows(RUN) {
            let run = format!(" {} ", run.join(" "));
            assert!(
                !ours.contains(&run),
                "{}: words of the report in a row:{run}",
                path.display()
            );
        }
    }
}
