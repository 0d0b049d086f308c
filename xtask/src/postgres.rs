//! A throw-away PostgreSQL server for the tests: one cluster on loopback, gone when its [`Server`] is dropped,
//! and also when this process is killed.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{env, io, process};

use crate::failure::{Failure, Outcome};
use crate::needs::is_root;
use crate::project::output;

/// Keeps the server up while its standard input is open. A pipe closes however its other end dies, so no way
/// of ending us leaves a server behind; the signals of a terminal reach this shell too and must not end it first.
const KEEPER: &str = r#"
trap '' INT TERM HUP
programs=$1 folder=$2
if "$programs/pg_ctl" start -w -s -D "$folder/data" -l "$folder/log" >/dev/null 2>&1; then echo up; else echo down; exit 1; fi
while read -r _; do :; done
"$programs/pg_ctl" stop -w -s -m immediate -D "$folder/data" >/dev/null 2>&1
rm -rf "$folder/data" "$folder/password" "$folder/log"
"#;

/// A running server.
pub struct Server {
    keeper: Child,
    folder: PathBuf,
    address: String,
}

impl Server {
    /// Makes a cluster with the server programs in `programs` and starts it on a free port of 127.0.0.1. Its data
    /// lies under `target`, or in the system's temporary folder when the server's own user cannot reach that.
    ///
    /// # Errors
    /// When the cluster cannot be made or the server does not start; the failure holds the server's own words.
    pub fn start(programs: &Path, target: &Path) -> Outcome<Self> {
        let user = server_user()?;
        let folder =
            data_folder(target, user).map_err(|error| broken("no folder for it could be made", &error))?;
        let password = random_word().map_err(|error| broken("no password could be drawn", &error))?;
        let port = free_port().map_err(|error| broken("no free port was found", &error))?;
        initialise(programs, &folder, user, &password)?;
        configure(&folder, port).map_err(|error| broken("its settings could not be written", &error))?;
        let keeper = keep(programs, &folder, user)?;
        let address = format!("postgres://placet:{password}@127.0.0.1:{port}/postgres");
        Ok(Self {
            keeper,
            folder,
            address,
        })
    }

    /// `postgres://user:password@host:port/database`; the user may make databases.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.keeper.stdin.take());
        if let Err(error) = self.keeper.wait() {
            eprintln!("the test server's keeper could not be waited for: {error}");
        }
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            eprintln!("{} could not be removed: {error}", self.folder.display());
        }
    }
}

fn broken(what: &str, error: &dyn std::fmt::Display) -> Failure {
    Failure::new(
        format!("the tests' PostgreSQL server did not start: {what}: {error}"),
        "mend that, or point PostgreSQL's programs out by putting them in PATH",
    )
}

/// PostgreSQL refuses to run as root: its package's own user does it then. `None` means as whom we are.
fn server_user() -> Outcome<Option<(u32, u32)>> {
    if !is_root() {
        return Ok(None);
    }
    let known = fs::read_to_string("/etc/passwd").map_err(|error| broken("/etc/passwd", &error))?;
    match user_and_group(&known, "postgres").or_else(|| user_and_group(&known, "nobody")) {
        Some(user) => Ok(Some(user)),
        None => Err(broken(
            "it must not run as root",
            &"there is neither a user `postgres` nor `nobody`",
        )),
    }
}

fn user_and_group(known: &str, name: &str) -> Option<(u32, u32)> {
    let mut fields = known.lines().map(|line| line.split(':').collect::<Vec<_>>());
    let own = fields.find(|fields| fields.first() == Some(&name))?;
    Some((own.get(2)?.parse().ok()?, own.get(3)?.parse().ok()?))
}

fn data_folder(target: &Path, user: Option<(u32, u32)>) -> io::Result<PathBuf> {
    let name = format!("placet-postgres-{}-{}", process::id(), random_word()?);
    let mut folder = target.join(&name);
    make_folder(&folder, user)?;
    if !is_reachable(&folder, user) {
        fs::remove_dir(&folder)?;
        folder = env::temp_dir().join(&name);
        make_folder(&folder, user)?;
    }
    Ok(folder)
}

fn make_folder(folder: &Path, user: Option<(u32, u32)>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    match user {
        Some((user, group)) => chown(folder, Some(user), Some(group)),
        None => Ok(()),
    }
}

fn is_reachable(folder: &Path, user: Option<(u32, u32)>) -> bool {
    let mut look = Command::new("test");
    look.arg("-w").arg(folder);
    as_user(&mut look, user)
        .status()
        .is_ok_and(|status| status.success())
}

/// In a folder that every user may enter: the server's programs want to know where they are.
fn as_user(command: &mut Command, user: Option<(u32, u32)>) -> &mut Command {
    command.current_dir("/").stdin(Stdio::null());
    if let Some((user, group)) = user {
        command.uid(user).gid(group);
    }
    command
}

fn random_word() -> io::Result<String> {
    let mut bytes = [0_u8; 12];
    fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn initialise(programs: &Path, folder: &Path, user: Option<(u32, u32)>, password: &str) -> Outcome {
    let file = folder.join("password");
    fs::write(&file, password).map_err(|error| broken("its password could not be written", &error))?;
    let mut initdb = Command::new(programs.join("initdb"));
    initdb.args([
        "--username=placet",
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
    ]);
    initdb
        .arg("--no-sync")
        .arg("--pwfile")
        .arg(&file)
        .arg("--pgdata")
        .arg(folder.join("data"));
    output(as_user(&mut initdb, user), "read what initdb says").map(drop)
}

/// fsync stays on: the tests ask what survives. The socket stays off, so that two runs cannot meet in one file.
fn configure(folder: &Path, port: u16) -> io::Result<()> {
    let mut settings = OpenOptions::new()
        .append(true)
        .open(folder.join("data/postgresql.conf"))?;
    write!(
        settings,
        "\nlisten_addresses = '127.0.0.1'\nport = {port}\nunix_socket_directories = ''\n\
         max_connections = 300\nfsync = on\nsynchronous_commit = on\n"
    )
}

fn keep(programs: &Path, folder: &Path, user: Option<(u32, u32)>) -> Outcome<Child> {
    let mut shell = Command::new("sh");
    shell.args(["-c", KEEPER, "sh"]).arg(programs).arg(folder);
    as_user(&mut shell, user)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut keeper = shell.spawn().map_err(|error| broken("no shell", &error))?;
    let mut said = String::new();
    if let Some(words) = keeper.stdout.take() {
        BufReader::new(words)
            .read_line(&mut said)
            .map_err(|error| broken("its keeper is gone", &error))?;
    }
    if said.trim() == "up" {
        return Ok(keeper);
    }
    let log = fs::read_to_string(folder.join("log")).unwrap_or_default();
    keeper
        .wait()
        .map_err(|error| broken("its keeper is gone", &error))?;
    Err(broken("its own words are", &log.trim()))
}

#[cfg(test)]
mod tests {
    use std::net::{SocketAddr, TcpStream};

    use super::*;
    use crate::needs;

    #[test]
    fn a_server_answers_while_it_is_held_and_leaves_nothing_behind() {
        let programs = needs::postgres().unwrap();
        let server = Server::start(&programs, &env::temp_dir()).unwrap();
        let place = server
            .address()
            .split_once('@')
            .unwrap()
            .1
            .trim_end_matches("/postgres");
        let place: SocketAddr = place.parse().unwrap();
        let folder = server.folder.clone();
        assert!(TcpStream::connect(place).is_ok());
        drop(server);
        assert!(TcpStream::connect(place).is_err());
        assert!(!folder.exists());
    }

    #[test]
    fn the_servers_user_is_read_by_name() {
        let known = "root:x:0:0:root:/root:/bin/sh\npostgres:x:114:121:server:/var/lib/postgresql:/bin/sh\n";
        assert_eq!(user_and_group(known, "postgres"), Some((114, 121)));
        assert_eq!(user_and_group(known, "post"), None);
    }
}
