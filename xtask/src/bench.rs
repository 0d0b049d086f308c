//! `cargo xtask bench`: takes the promised figures with an optimised program, each beside the machine's own limit, the
//! rulebook's beside zen-engine, the forecast's beside numpy, and writes them into `docs/PERFORMANCE.md`; the first
//! build's also into the README.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::available_parallelism;
use std::time::Instant;

use clap::Subcommand;

use crate::failure::{Failure, Outcome};
use crate::metadata::Metadata;
use crate::needs;
use crate::postgres::Server;
use crate::project::{Project, output, run};

const PAGE: &str = "docs/PERFORMANCE.md";

/// zen-engine has a workspace of its own, so that what it rests on is no part of ours.
const ZEN: &str = "bench/zen/Cargo.toml";

/// Figures that are taken by themselves.
#[derive(Clone, Debug, PartialEq, Eq, Subcommand)]
pub enum Which {
    /// The rulebook's: nothing of the server is built
    Rules,
    /// The forecast's, beside numpy where Python has it
    Forecast,
    /// The first build's: from a clone to the demonstration's first page
    Cold,
    /// New York's list of permitted events, brought through from draft to decision
    Replay {
        /// The list (NYC Open Data, tvpp-9vvx), which does not ship
        list: PathBuf,
    },
    /// What pages cost with a thousand cases and with a million, on both stores; most of an hour, and some twenty gigabytes of disk
    Growth,
}

/// Takes figures, and writes them down.
///
/// # Errors
/// When something does not build, or the program does not do what it should.
pub fn run_task(project: &Project, which: Option<&Which>) -> Outcome {
    let packages: &[&str] = match which {
        Some(Which::Cold) => return cold(project),
        Some(Which::Rules) => &["bench_rules"],
        Some(Which::Forecast) => &["bench_forecast"],
        Some(Which::Replay { .. } | Which::Growth) => &["bench", "placet"],
        None => &["bench_rules", "bench_forecast", "bench", "placet"],
    };
    // Everything is built first, so that nothing is built between two figures.
    let built = build(project, packages)?;
    let program = |name: &str| built.join(name);
    let forecast = || {
        measure(
            project,
            "forecast",
            &program("measure_forecast"),
            Path::new("python3"),
        )
    };
    match which {
        Some(Which::Forecast) => forecast(),
        Some(Which::Replay { list }) => {
            let (mut measure, folder) = measuring(project, &program("measure"))?;
            measure
                .arg("replay")
                .arg(program("placet"))
                .arg(&folder)
                .arg(list);
            measured(project, "replay", measure, &folder)
        }
        Some(Which::Growth) => growth(project, &program("measure"), &program("placet")),
        _ => {
            let zen = build_zen(project)?;
            if which.is_none() {
                measure(project, "figures", &program("measure"), &program("placet"))?;
                forecast()?;
            }
            measure(project, "rules", &program("measure_rules"), &zen)
        }
    }
}

/// Takes the figures of an installation that grows, on one store after the other.
fn growth(project: &Project, program: &Path, placet: &Path) -> Outcome {
    let (mut measure, folder) = measuring(project, program)?;
    measure.arg("growth").arg(placet).arg(&folder);
    measured(project, "growth-sqlite", measure, &folder)?;
    let target = Metadata::of_ours(project)?.target_directory;
    let server = Server::start(&needs::postgres()?, &target)?;
    let (mut measure, folder) = measuring(project, program)?;
    measure
        .arg("growth")
        .arg(placet)
        .arg(&folder)
        .arg(server.address());
    measured(project, "growth-postgresql", measure, &folder)
}

/// Builds optimised programs; gives back the folder that they are in.
fn build(project: &Project, packages: &[&str]) -> Outcome<PathBuf> {
    let mut build = project.cargo(&["build", "--release", "--locked"]);
    for package in packages {
        build.args(["--package", package]);
    }
    run(&mut build, "mend what the compiler names")?;
    Ok(Metadata::of_ours(project)?.target_directory.join("release"))
}

/// Builds the program that zen-engine is measured with.
fn build_zen(project: &Project) -> Outcome<PathBuf> {
    let target = Metadata::of_ours(project)?.target_directory.join("zen");
    let mut build = project.cargo(&["build", "--release", "--locked", "--manifest-path", ZEN]);
    build.arg("--target-dir").arg(&target);
    run(&mut build, "mend what the compiler names")?;
    Ok(target.join("release/zen"))
}

/// Has a program take the figures of a part of the page with another one, in a folder on the disk to be measured.
fn measure(project: &Project, part: &str, program: &Path, other: &Path) -> Outcome {
    let (mut measure, folder) = measuring(project, program)?;
    measure.arg(other).arg(&folder);
    measured(project, part, measure, &folder)
}

/// A program that measures, and the empty folder for it.
fn measuring(project: &Project, program: &Path) -> Outcome<(Command, PathBuf)> {
    let folder = empty(&Metadata::of_ours(project)?.target_directory.join("bench"))?;
    Ok((project.command(&program.to_string_lossy()), folder))
}

/// Runs it, and writes what it found.
fn measured(project: &Project, part: &str, mut measure: Command, folder: &Path) -> Outcome {
    let table = output(&mut measure, "mend what it names")?;
    fs::remove_dir_all(folder).map_err(|error| broken(folder, &error))?;
    write(
        project,
        PAGE,
        part,
        &format!("{}\n\n{}", taken_on(project)?, table.trim()),
    )
}

fn cold(project: &Project) -> Outcome {
    let minutes = first_build(project)?;
    let taken =
        format!("From a clone to the demonstration's first page: {minutes:.1} minutes (wanted: ≤ 8).");
    write(
        project,
        PAGE,
        "cold",
        &format!("{}\n\n{taken}", taken_on(project)?),
    )?;
    let told = format!("The first time this builds everything: about {minutes:.0} minutes on two cores.");
    write(project, "README.md", "cold", &told)
}

/// Minutes from a clone to the demonstration's first page: nothing built, the dependencies' sources already fetched.
fn first_build(project: &Project) -> Outcome<f64> {
    let target = Metadata::of_ours(project)?.target_directory;
    let folder = empty(&target.join("cold"))?;
    let begun = Instant::now();
    let mut git = project.command("git");
    git.args(["clone", "--quiet", "."]).arg(folder.join("placet"));
    run(&mut git, "work in a clone of the repository")?;
    let mut demo = project.cargo(&["run", "--release", "--locked", "--", "demo"]);
    demo.args(["--listen", "127.0.0.1:0"])
        .current_dir(folder.join("placet"))
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .stdout(Stdio::piped());
    let remedy = "read what cargo said above";
    let mut demo = demo.spawn().map_err(|error| broken(&folder, &error))?;
    let said = demo.stdout.take().map(BufReader::new);
    let mut lines = said.into_iter().flat_map(BufRead::lines).map_while(Result::ok);
    let served = lines.any(|line| line.starts_with("Open http://"));
    let taken = begun.elapsed();
    demo.kill().map_err(|error| broken(&folder, &error))?;
    demo.wait().map_err(|error| broken(&folder, &error))?;
    if !served {
        return Err(Failure::new("the demonstration did not start", remedy));
    }
    fs::remove_dir_all(&folder).map_err(|error| broken(&folder, &error))?;
    Ok(taken.as_secs_f64() / 60.0)
}

fn empty(folder: &Path) -> Outcome<std::path::PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(|error| broken(folder, &error))?;
    }
    fs::create_dir_all(folder).map_err(|error| broken(folder, &error))?;
    Ok(folder.to_owned())
}

/// What the figures were taken on, and of what: they mean little without it.
fn taken_on(project: &Project) -> Outcome<String> {
    let known = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = known
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .and_then(|rest| rest.split_once(':'))
        .map_or("an unnamed processor", |(_, model)| model.trim());
    let cores = available_parallelism().map_or(0, std::num::NonZero::get);
    let mut commit = Command::new("git");
    commit
        .args(["rev-parse", "--short", "HEAD"])
        .current_dir(&project.root);
    let commit = output(&mut commit, "take figures in a clone of the project")?;
    Ok(format!(
        "Taken on {cores} cores of {model}, at commit {}.",
        commit.trim()
    ))
}

/// Puts a text between the marks of its part of a page.
fn write(project: &Project, page: &str, part: &str, text: &str) -> Outcome {
    let path = project.root.join(page);
    let before = fs::read_to_string(&path).map_err(|error| broken(&path, &error))?;
    let (open, close) = (format!("<!-- {part} -->\n"), format!("<!-- /{part} -->"));
    let Some(((before, _), (_, after))) = before.split_once(&open).zip(before.split_once(&close)) else {
        return Err(Failure::new(
            format!("{page} has no part {part}"),
            format!("put {} and {close} back", open.trim()),
        ));
    };
    fs::write(&path, format!("{before}{open}{text}\n{close}{after}"))
        .map_err(|error| broken(&path, &error))?;
    eprintln!("{text}\nWritten into {page}.");
    Ok(())
}

fn broken(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        format!("{}: {error}", path.display()),
        "mend that and run it again",
    )
}
