//! `cargo xtask screens`: a picture of every page in every language, width and light; when asked, those that the README shows.

use std::path::PathBuf;

use crate::failure::Outcome;
use crate::metadata::Metadata;
use crate::needs;
use crate::project::{Project, run};

/// Builds the program, starts its demonstration and takes the pictures into `out`, by default `screens/`; with
/// `readme`, renews those in `docs/pictures/`: ids and times differ at each run, and the pictures with them; with `only`, of
/// the pages alone whose name has that in it.
///
/// # Errors
/// When something is missing that cannot be installed, the program does not build, or a page does not come.
pub fn run_task(project: &Project, out: Option<PathBuf>, readme: bool, only: Option<&str>) -> Outcome {
    let chromium = needs::chromium()?;
    needs::browser_packages(project)?;
    run(
        &mut project.cargo(&["build", "--package", "placet", "--bin", "placet"]),
        "mend what the compiler names",
    )?;
    let program = Metadata::of_ours(project)?.target_directory.join("debug/placet");
    let folder = project.root.join(out.unwrap_or_else(|| PathBuf::from("screens")));
    let mut node = project.command("node");
    node.arg("stories/browser/screens.mjs")
        .env("PLACET_BINARY", program)
        .env("CHROMIUM", chromium)
        .env("SCREENS", &folder)
        .env("ONLY", only.unwrap_or_default());
    if readme {
        node.env("PICTURES", project.root.join("docs/pictures"));
    }
    run(
        &mut node,
        "read which page it stopped at, and open it in a browser",
    )?;
    eprintln!("The pictures are in {}.", folder.display());
    Ok(())
}
