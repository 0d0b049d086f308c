//! The project's folder and how programs are run in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};

/// The root of the workspace that this run belongs to.
pub struct Project {
    /// An absolute path.
    pub root: PathBuf,
}

impl Project {
    /// The project whose `xtask` is running.
    ///
    /// # Errors
    /// When it was started by other means than `cargo xtask`, which tells it where it lives.
    pub fn of_this_run() -> Outcome<Self> {
        let own = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        match own.as_deref().and_then(Path::parent) {
            Some(root) => Ok(Self {
                root: root.to_path_buf(),
            }),
            None => Err(Failure::new(
                "the project's folder is not known",
                "run it as `cargo xtask NAME`",
            )),
        }
    }

    /// `program`, to be run in the project's root without anything to read from.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        command
    }

    /// The cargo that runs us, with `arguments`.
    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
        let mut command = self.command(&cargo);
        command.args(arguments);
        command
    }

    /// The project's files, tracked or new, that git does not ignore: relative paths with `/`, sorted.
    ///
    /// # Errors
    /// When git is missing or this is no work tree.
    pub fn files(&self) -> Outcome<Vec<String>> {
        let mut git = self.command("git");
        git.args(["ls-files", "--cached", "--others", "--exclude-standard", "-z"]);
        let listed = output(&mut git, "install git and work in a clone of the repository")?;
        let mut paths: Vec<String> = listed
            .split('\0')
            .filter(|path| !path.is_empty())
            .map(str::to_owned)
            .collect();
        paths.sort();
        paths.dedup();
        Ok(paths)
    }
}

/// Runs `command` to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or ends with anything but success.
pub fn run(command: &mut Command, remedy: &str) -> Outcome {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error, remedy))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(
        format!("`{}` failed ({status})", line(command)),
        remedy,
    ))
}

/// Runs `command` to its end and returns what it printed.
///
/// # Errors
/// As [`run`]; also when it printed something that is not UTF-8.
pub fn output(command: &mut Command, remedy: &str) -> Outcome<String> {
    let ended = command
        .stderr(Stdio::piped())
        .stdout(Stdio::piped())
        .output()
        .map_err(|error| not_started(command, &error, remedy))?;
    if !ended.status.success() {
        let said = String::from_utf8_lossy(&ended.stderr);
        return Err(Failure::new(
            format!("`{}` failed ({}): {}", line(command), ended.status, said.trim()),
            remedy,
        ));
    }
    String::from_utf8(ended.stdout).map_err(|_| {
        Failure::new(
            format!("`{}` printed something that is not UTF-8", line(command)),
            remedy,
        )
    })
}

fn not_started(command: &Command, error: &std::io::Error, remedy: &str) -> Failure {
    Failure::new(
        format!("`{}` could not be started: {error}", line(command)),
        remedy,
    )
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let mut words = vec![program.to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|argument| argument.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Where `program` lies among the folders of PATH, if anywhere.
pub fn find_program(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .map(|folder| folder.join(program))
        .find(|path| path.is_file())
}
