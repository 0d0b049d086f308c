//! What the tasks need from the machine: found, or installed on Debian as root, or asked for in one sentence.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::project::{Project, find_program, run};

/// Whether this process may do everything; the owner of its own entry in /proc tells.
pub fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// The folder with PostgreSQL's server programs, version 15 or later.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn postgres() -> Outcome<PathBuf> {
    found_or_installed(
        "PostgreSQL's server programs (initdb, pg_ctl), version 15 or later,",
        &["postgresql"],
        postgres_programs,
    )
}

/// A Python with aiosmtpd, the mail server that stories send to.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn mail_server() -> Outcome<PathBuf> {
    // The first in PATH need not be that of the system's packages.
    let pythons = || {
        find_program("python3")
            .into_iter()
            .chain([PathBuf::from("/usr/bin/python3")])
    };
    let has = |python: &PathBuf| {
        let asked = Command::new(python)
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|ended| ended.success())
    };
    found_or_installed("Python 3 with aiosmtpd", &["python3-aiosmtpd"], || {
        pythons().find(has)
    })
}

/// A Chromium that the browser story can drive.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn chromium() -> Outcome<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    found_or_installed("Chromium", &["chromium"], || {
        names.into_iter().find_map(find_program)
    })
}

/// Node, its npm, and the packages that the browser story is written with.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn browser_packages(project: &Project) -> Outcome {
    found_or_installed("Node.js with npm", &["nodejs", "npm"], || {
        find_program("node").and(find_program("npm"))
    })?;
    let folder = project.root.join("stories/browser");
    if is_newer(
        &folder.join("node_modules/.package-lock.json"),
        &folder.join("package-lock.json"),
    ) {
        return Ok(());
    }
    let mut npm = project.command("npm");
    npm.current_dir(&folder).args(["ci", "--no-audit", "--no-fund"]);
    run(
        &mut npm,
        "make npm's registry reachable, or put the packages of package-lock.json in place by hand",
    )
}

/// rustfmt and clippy, added to the toolchain when they are missing.
///
/// # Errors
/// When they are missing and there is no rustup to add them.
pub fn lint_programs(project: &Project) -> Outcome {
    for (program, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let present = project
            .cargo(&[program, "--version"])
            .output()
            .is_ok_and(|ended| ended.status.success());
        if !present {
            let mut rustup = project.command("rustup");
            rustup.args(["component", "add", component]);
            run(
                &mut rustup,
                &format!("install {component} for the toolchain in use"),
            )?;
        }
    }
    Ok(())
}

fn found_or_installed(what: &str, packages: &[&str], find: impl Fn() -> Option<PathBuf>) -> Outcome<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    if is_root() && find_program("apt-get").is_some() {
        eprintln!("{what} not found; installing {}", packages.join(" "));
        install(packages)?;
    }
    find().ok_or_else(|| missing(what, packages))
}

fn missing(what: &str, packages: &[&str]) -> Failure {
    Failure::new(
        format!("{what} not found on this machine"),
        format!(
            "install it; on Debian, as root: apt-get install {}",
            packages.join(" ")
        ),
    )
}

fn install(packages: &[&str]) -> Outcome {
    let system = Project {
        root: PathBuf::from("/"),
    };
    let remedy = "make Debian's package mirror reachable, or install the packages by hand";
    run(system.command("apt-get").args(["update", "-q"]), remedy)?;
    let mut apt = system.command("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive");
    apt.args(["install", "-q", "-y", "--no-install-recommends"])
        .args(packages);
    run(&mut apt, remedy)
}

/// Debian keeps them out of PATH, in a folder for each version; elsewhere PATH has them.
fn postgres_programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .filter_map(|entry| Some((postgres_version(&entry.path())?, entry.path().join("bin"))))
        .filter(|(version, programs)| *version >= 15 && programs.join("initdb").is_file())
        .max();
    match newest {
        Some((_, programs)) => Some(programs),
        None => find_program("initdb").and_then(|initdb| initdb.parent().map(Path::to_path_buf)),
    }
}

fn postgres_version(folder: &Path) -> Option<u32> {
    folder.file_name()?.to_str()?.parse().ok()
}

fn is_newer(path: &Path, than: &Path) -> bool {
    let changed = |path: &Path| fs::metadata(path).and_then(|known| known.modified());
    matches!((changed(path), changed(than)), (Ok(left), Ok(right)) if left >= right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_installed_is_asked_for_in_one_sentence() {
        let failure = missing("Chromium", &["chromium"]).to_string();
        assert_eq!(
            failure,
            "error: Chromium not found on this machine.\n  \
             What to do: install it; on Debian, as root: apt-get install chromium."
        );
    }

    #[test]
    fn what_is_found_is_not_installed() {
        let found = found_or_installed("A thing", &["no-such-package"], || {
            Some(PathBuf::from("/bin/thing"))
        });
        assert_eq!(found.unwrap(), PathBuf::from("/bin/thing"));
    }

    #[test]
    fn a_folder_that_is_no_version_is_passed_over() {
        assert_eq!(postgres_version(Path::new("/usr/lib/postgresql/15")), Some(15));
        assert_eq!(postgres_version(Path::new("/usr/lib/postgresql/latest")), None);
    }
}
