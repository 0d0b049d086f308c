//! A real mail server for a story: aiosmtpd on loopback, which the story starts, tells whom to refuse, and stops.

use crate::trouble::{Told, trouble};
use desk::ports::Post;
use notify::{Mailer, Security, Server};
use serde::Deserialize;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

/// From whom the letters of a story come.
const FROM: &str = "Permits <permits@placet.example>";
/// How long a story waits for a server that hangs.
const PATIENCE: Duration = Duration::from_secs(2);
/// Where a Python with aiosmtpd may be: the first in the path need not be that of the system's packages.
const PYTHONS: [&str; 2] = ["python3", "/usr/bin/python3"];

/// A message that the server took.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Received {
    /// For whom.
    pub to: Vec<String>,
    /// From whom it says that it is.
    pub from: String,
    /// What it is about.
    pub subject: String,
    /// Its id.
    pub id: Option<String>,
    /// That a program wrote it.
    pub automatic: Option<String>,
    /// Its text.
    pub text: String,
    /// The same as a page.
    pub html: String,
}

/// A mail server on loopback; it ends with the story.
pub struct MailServer {
    process: Child,
    told: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// Where it listens.
    port: u16,
}

impl MailServer {
    /// Starts a server on a port that is free.
    ///
    /// # Errors
    /// If there is no Python with aiosmtpd on the machine.
    pub fn started() -> Told<MailServer> {
        MailServer::on(0)
    }

    /// Starts one where another was.
    ///
    /// # Errors
    /// As [`MailServer::started`]; if the port is taken.
    pub fn on(port: u16) -> Told<MailServer> {
        let mut process = Command::new(python()?)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/smtp/server.py"))
            .arg(port.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let broken = || trouble("the mail server has no pipes");
        let told = Some(process.stdin.take().ok_or_else(broken)?);
        let mut answers = BufReader::new(process.stdout.take().ok_or_else(broken)?);
        let mut line = String::new();
        answers.read_line(&mut line)?;
        let port = line
            .trim()
            .parse()
            .map_err(|fault| trouble(format!("the mail server did not start: {line:?}: {fault}")))?;
        Ok(MailServer {
            process,
            told,
            answers,
            port,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// A post that hands messages to the server on a port.
    ///
    /// # Errors
    /// Never for the sender of the stories.
    pub fn post(port: u16) -> Told<Arc<dyn Post>> {
        MailServer::post_waiting(port, PATIENCE, PATIENCE)
    }

    /// The same, which waits for so long, and for so long where somebody waits before a page.
    ///
    /// # Errors
    /// Never for the sender of the stories.
    pub fn post_waiting(port: u16, patience: Duration, before_a_page: Duration) -> Told<Arc<dyn Post>> {
        let mailer = Mailer::new(Server {
            host: "127.0.0.1".to_owned(),
            port,
            security: Security::Nothing,
            from: FROM.to_owned(),
            login: None,
        })
        .map_err(|fault| trouble(format!("{fault:?}")))?;
        Ok(Arc::new(mailer.waiting(patience, before_a_page)))
    }

    /// Tells the server to `refuse`, `defer`, `ignore` or `accept` an address.
    ///
    /// # Errors
    /// If it does not answer.
    pub fn tell(&mut self, word: &str, address: &str) -> Told {
        self.asked(&format!("{word} {address}")).map(drop)
    }

    /// All that it took, in order.
    ///
    /// # Errors
    /// If it does not answer.
    pub fn received(&mut self) -> Told<Vec<Received>> {
        Ok(serde_json::from_str(&self.asked("messages")?)?)
    }

    fn asked(&mut self, line: &str) -> Told<String> {
        let told = self
            .told
            .as_mut()
            .ok_or_else(|| trouble("the mail server is down"))?;
        writeln!(told, "{line}")?;
        told.flush()?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer)?;
        Ok(answer)
    }

    /// Stops it, and gives the port on which it listened.
    ///
    /// # Errors
    /// If it does not end.
    pub fn stops(mut self) -> Told<u16> {
        drop(self.told.take());
        self.process.wait()?;
        Ok(self.port)
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.told.take());
        let _ended = self.process.wait();
    }
}

fn python() -> Told<&'static str> {
    let has = |python: &&&str| {
        let asked = Command::new(python)
            .args(["-c", "import aiosmtpd"])
            .stderr(Stdio::null())
            .status();
        asked.is_ok_and(|ended| ended.success())
    };
    PYTHONS.iter().find(has).copied().ok_or_else(|| {
        trouble("no Python with aiosmtpd: run `cargo xtask test`, or install Debian's python3-aiosmtpd")
    })
}
