//! A process that writes and is killed, and what it acknowledged before.

use bench::{Done, trouble};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::{JoinHandle, spawn};
use std::time::{Duration, Instant};

/// Cases that a victim works on at a time.
const CLERKS: &str = "16";

/// A preloaded shim and the folder where it keeps what is on its disk.
pub struct Shim {
    /// The shared object.
    pub object: PathBuf,
    /// Its disk.
    pub disk: PathBuf,
    /// Which syncs it does not hear: files whose name ends so; `*` for all, empty for none.
    pub deaf: &'static str,
}

/// A running writer.
pub struct Victim {
    child: Child,
    lines: Receiver<String>,
    reader: JoinHandle<()>,
}

impl Victim {
    /// Starts a writer on a database.
    pub fn start(database: &str, shim: Option<&Shim>) -> Done<Self> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_writer"));
        command.args([database, CLERKS]).stdin(Stdio::null()).stdout(Stdio::piped());
        if let Some(shim) = shim {
            command.env("LD_PRELOAD", &shim.object).env("FORGET_DISK", &shim.disk).env("FORGET_DEAF", shim.deaf);
        }
        let mut child = command.spawn().map_err(trouble)?;
        let out = child.stdout.take().ok_or_else(|| trouble("the writer has no output"))?;
        let (said, lines) = channel();
        let reader = spawn(move || {
            for line in BufReader::new(out).lines().map_while(Result::ok) {
                if said.send(line).is_err() {
                    break;
                }
            }
        });
        Ok(Victim { child, lines, reader })
    }

    /// Lets it work until so much time is over or it ends; takes in what it acknowledges.
    pub fn work(&self, time: Duration, acknowledged: &mut BTreeSet<String>) {
        let end = Instant::now() + time;
        while let Ok(line) = self.lines.recv_timeout(end.saturating_duration_since(Instant::now())) {
            acknowledged.insert(line);
        }
    }

    /// Lets it work until it has acknowledged so many acts.
    pub fn work_until(&self, acts: usize, acknowledged: &mut BTreeSet<String>) -> Done {
        while acknowledged.len() < acts {
            let line = self.lines.recv().map_err(|_| trouble("the writer ended by itself"))?;
            acknowledged.insert(line);
        }
        Ok(())
    }

    /// Kills it without warning (SIGKILL); takes in what it had acknowledged until then.
    pub fn kill(mut self, acknowledged: &mut BTreeSet<String>) -> Done {
        self.child.kill().map_err(trouble)?;
        self.end(acknowledged)
    }

    /// Waits for its end; takes in what it had acknowledged until then.
    pub fn end(mut self, acknowledged: &mut BTreeSet<String>) -> Done {
        self.child.wait().map_err(trouble)?;
        self.reader.join().map_err(|_| trouble("reading what the writer said broke off"))?;
        acknowledged.extend(self.lines.try_iter());
        // A line without its end was not acknowledged to anyone who reads lines; those that came are whole.
        acknowledged.remove("ready");
        Ok(())
    }
}
