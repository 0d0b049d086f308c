//! The real program: its commands, and its server as a process that can be killed.

use crate::house::ORIGIN;
use crate::{Done, trouble};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program `placet`.
#[derive(Clone, Debug)]
pub struct Program(pub PathBuf);

/// A preloaded library that stands between the server and its disk (`forget.c`).
#[derive(Clone, Debug)]
pub struct Shim {
    /// The shared object.
    pub object: PathBuf,
    /// The folder that is its disk.
    pub disk: PathBuf,
    /// Which syncs it does not hear: of files whose name ends so; of all for `*`, of none if empty.
    pub deaf: &'static str,
}

impl Program {
    /// Makes an installation in a folder that is not there yet, on a database if not on SQLite in that folder.
    ///
    /// # Errors
    /// With what the command says.
    pub fn init(&self, data: &Path, database: Option<&str>) -> Done {
        let mut command = Command::new(&self.0);
        command.args(["init", "--origin", ORIGIN, "--name", "Operator"]);
        command.args(["--operator", "operator@load.placet.example", "--rulebook"]);
        command
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../rulebooks/kh-phnom-penh"))
            .arg("--data")
            .arg(data);
        if let Some(database) = database {
            command.args(["--database", database]);
        }
        let ended = command.output().map_err(trouble)?;
        if ended.status.success() {
            return Ok(());
        }
        Err(trouble(String::from_utf8_lossy(&ended.stderr)))
    }

    /// Starts the server of an installation on a free port and waits until it listens.
    ///
    /// # Errors
    /// If it ends instead.
    pub fn serve(&self, data: &Path, shim: Option<&Shim>) -> Done<Server> {
        let mut command = Command::new(&self.0);
        command
            .args(["serve", "--listen", "127.0.0.1:0", "--data"])
            .arg(data);
        if let Some(shim) = shim {
            command
                .env("LD_PRELOAD", &shim.object)
                .env("FORGET_DISK", &shim.disk)
                .env("FORGET_DEAF", shim.deaf);
        }
        Server::start(command)
    }
}

/// A running server; it is killed when dropped.
pub struct Server {
    child: Child,
    host: String,
}

impl Server {
    /// Starts a server that says where it listens as `placet serve` does, and waits until it has.
    ///
    /// # Errors
    /// If it ends instead.
    pub fn start(mut command: Command) -> Done<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(trouble)?;
        let out = child
            .stdout
            .take()
            .ok_or_else(|| trouble("the server has no output"))?;
        let mut line = String::new();
        BufReader::new(out).read_line(&mut line).map_err(trouble)?;
        let host = line.trim().strip_prefix("Open http://");
        let Some(host) = host.map(|host| host.trim_end_matches('/').to_owned()) else {
            let ended = child.wait().map_err(trouble)?;
            return Err(trouble(format!("the server did not start: {ended} {line}")));
        };
        Ok(Server { child, host })
    }

    /// Where it listens: an address with its port.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Its process.
    #[must_use]
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// Kills it without warning (SIGKILL) and waits until it is gone.
    ///
    /// # Errors
    /// If it cannot be killed.
    pub fn kill(&mut self) -> Done {
        self.child.kill().map_err(trouble)?;
        self.child.wait().map(drop).map_err(trouble)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Nobody is left to tell.
        let _ = self.kill();
    }
}
