//! The built program, run as a process of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use tempfile::TempDir;

/// Nothing was wrong.
pub const DONE: i32 = 0;
/// What was looked at is not as it should be.
pub const DIFFERENT: i32 = 1;
/// Called or fed wrongly.
pub const USAGE: i32 = 2;
/// The machine did not do it.
pub const MACHINE: i32 = 3;

pub const ORIGIN: &str = "permits.example/phnom-penh";
pub const OPERATOR: &str = "operator@permits.example";

/// A file of the repository.
pub fn shipped(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.join(path).display().to_string()
}

impl From<Output> for Ran {
    fn from(output: Output) -> Ran {
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// What a run of the program came to.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    /// It is done, and said so on standard output alone.
    pub fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (DONE, ""), "{}", self.out);
        self.out
    }

    /// It failed with this code, and said on standard error, in these words among others, what is wrong and what to do.
    pub fn failed(self, code: i32, words: &[&str]) {
        assert_eq!(self.code, code, "{self:?}");
        for word in words {
            assert!(
                self.err.contains(word),
                "\u{201c}{word}\u{201d} is not in {self:?}"
            );
        }
        let sentences = self.err.trim().split(['\n', '.']);
        assert!(
            sentences.filter(|one| !one.is_empty()).count() > 1,
            "nothing says what to do: {self:?}"
        );
    }
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_placet"));
    command
        .args(arguments)
        .current_dir(folder)
        .env_remove("PLACET_DATABASE")
        .env_remove("PLACET_LOG")
        .env("TMPDIR", folder);
    command
}

/// A folder to work in, with the program at hand.
pub struct Desk(TempDir);

impl Desk {
    pub fn new() -> Self {
        Desk(tempfile::tempdir().unwrap())
    }

    /// One with an installation in `data`.
    pub fn with_installation() -> Self {
        let desk = Desk::new();
        desk.init(&[]).done();
        desk
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The names of what lies here, in order.
    pub fn names(&self) -> Vec<String> {
        let found = std::fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<String> = found
            .map(|found| found.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    pub fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Ran {
        let mut command = command(self.0.path(), arguments);
        Ran::from(command.envs(environment.iter().copied()).output().unwrap())
    }

    /// Runs the program with nobody there who reads what it prints.
    pub fn unread(&self, arguments: &[&str]) -> Ran {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = command(self.0.path(), arguments);
        let run = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        Ran::from(run.wait_with_output().unwrap())
    }

    /// Runs the program where no file may have more than some forty thousand bytes.
    pub fn confined(&self, arguments: &str) -> Ran {
        let program = env!("CARGO_BIN_EXE_placet");
        let mut shell = Command::new("sh");
        let script = format!("trap '' XFSZ; ulimit -f 80; exec {program} {arguments}");
        Ran::from(
            shell
                .args(["-c", &script])
                .current_dir(self.0.path())
                .output()
                .unwrap(),
        )
    }

    /// `placet init` in `data`.
    pub fn init(&self, more: &[&str]) -> Ran {
        let rulebook = shipped("rulebooks/kh-phnom-penh");
        let mut arguments = vec![
            "init",
            "--data",
            "data",
            "--origin",
            ORIGIN,
            "--rulebook",
            &rulebook,
        ];
        arguments.extend(["--operator", OPERATOR, "--name", "Operator"]);
        arguments.extend(more);
        self.run(&arguments)
    }

    /// `placet user add` for `data`.
    pub fn add(&self, address: &str, more: &[&str]) -> Ran {
        let mut arguments = vec!["user", "add", "--data", "data", "--address", address];
        arguments.extend(more);
        self.run(&arguments)
    }

    /// Starts a server, and gives it once it answers.
    pub fn start(&self, arguments: &[&str]) -> Server {
        let mut process = command(self.0.path(), arguments)
            .args(["--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = BufReader::new(process.stdout.take().unwrap()).lines();
        let place = said.find_map(|line| {
            let line = line.unwrap();
            line.strip_prefix("Open http://")
                .map(|rest| rest.trim_end_matches('/').to_owned())
        });
        let Some(place) = place else {
            let mut err = String::new();
            process.stderr.take().unwrap().read_to_string(&mut err).unwrap();
            panic!("it does not serve: {err}");
        };
        Server { process, place }
    }
}

/// A running server. It ends with the test.
pub struct Server {
    process: Child,
    /// Host and port.
    pub place: String,
}

impl Server {
    /// The answer to a request for a path, with its head.
    pub fn answer(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.place).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.place
        )
        .unwrap();
        let mut answer = vec![];
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// Asks it to end, and gives its exit code and what it said on standard error.
    pub fn stop(mut self) -> (i32, String) {
        let asked = Command::new("sh")
            .args(["-c", &format!("kill -TERM {}", self.process.id())])
            .status()
            .unwrap();
        assert!(asked.success());
        let mut err = String::new();
        self.process
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut err)
            .unwrap();
        (self.process.wait().unwrap().code().unwrap(), err)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already, by `stop` or by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
