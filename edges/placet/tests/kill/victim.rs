//! A server under load that is killed, and what it acknowledged before.

use act::RequestId;
use bench::cast::{Cast, Passes};
use bench::clerk::{Acknowledged, Clerk};
use bench::filing::Table;
use bench::house::House;
use bench::server::{Program, Server, Shim};
use bench::{Done, trouble};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use sqlx::{Connection, PgConnection};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;

/// Cases that are carried at a time.
const CLERKS: usize = 16;
/// The database that the store tests find their server at.
const SERVER_ADDRESS: &str = "PLACET_TEST_POSTGRES";

fn program() -> Program {
    Program(PathBuf::from(env!("CARGO_BIN_EXE_placet")))
}

/// An installation made by the program.
pub struct Installed {
    folder: TempDir,
    /// Its PostgreSQL database, if it has one.
    pub database: Option<String>,
}

impl Installed {
    /// On a SQLite file in its folder.
    pub async fn on_sqlite() -> Done<Self> {
        Self::made(None).await
    }

    /// On a fresh database of the tests' PostgreSQL server.
    pub async fn on_postgres() -> Done<Self> {
        let server = std::env::var(SERVER_ADDRESS)
            .map_err(|_| trouble(format!("{SERVER_ADDRESS} is not set: run `cargo xtask test`")))?;
        let (base, _) = server
            .rsplit_once('/')
            .ok_or_else(|| trouble("that is no database"))?;
        let name = format!("kill_{:016x}", getrandom::u64().map_err(trouble)?);
        let mut connection = PgConnection::connect(&server).await.map_err(trouble)?;
        sqlx::query(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}")))
            .execute(&mut connection)
            .await
            .map_err(trouble)?;
        Self::made(Some(format!("{base}/{name}"))).await
    }

    async fn made(database: Option<String>) -> Done<Self> {
        let folder = tempfile::tempdir().map_err(trouble)?;
        program().init(&folder.path().join("placet"), database.as_deref())?;
        Ok(Installed { folder, database })
    }

    /// Its folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("placet")
    }

    /// Opens its store beside the server.
    pub async fn open(&self) -> Done<House> {
        House::open(&self.data(), self.database.as_deref()).await
    }
}

/// A disk for the files of an installation's SQLite database.
pub struct Disk {
    /// What stands between the server and this disk.
    pub shim: Shim,
    folder: TempDir,
}

impl Disk {
    /// A disk that holds the files as they are, and does not hear the syncs named by `deaf`.
    pub fn of(installed: &Installed, deaf: &'static str) -> Done<Self> {
        let folder = tempfile::tempdir().map_err(trouble)?;
        let object = folder.path().join("forget.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/kill/forget.c");
        let built = Command::new("cc")
            .args(["-O1", "-shared", "-fPIC", "-Wall", "-Werror", "-o"])
            .arg(&object)
            .args([source, "-ldl"])
            .status()
            .map_err(|fault| trouble(format!("cc: {fault}; install a C compiler")))?;
        if !built.success() {
            return Err(trouble("forget.c does not compile"));
        }
        let disk = folder.path().join("disk");
        std::fs::create_dir(&disk).map_err(trouble)?;
        for file in database_files(&installed.data())? {
            std::fs::copy(&file, disk.join(name(&file)?)).map_err(trouble)?;
        }
        let shim = Shim { object, disk, deaf };
        Ok(Disk { shim, folder })
    }

    /// Runs a command of the program over this disk; the paths that it synced, in the order in which it did.
    pub fn synced_by(&self, arguments: &[&Path]) -> Done<Vec<PathBuf>> {
        let told = self.folder.path().join("synced");
        let ran = Command::new(env!("CARGO_BIN_EXE_placet"))
            .args(arguments)
            .env("LD_PRELOAD", &self.shim.object)
            .env("FORGET_DISK", &self.shim.disk)
            .env("FORGET_SYNCED", &told)
            .output()
            .map_err(trouble)?;
        if !ran.status.success() {
            return Err(trouble(String::from_utf8_lossy(&ran.stderr)));
        }
        let told = std::fs::read_to_string(told).map_err(trouble)?;
        Ok(told.lines().map(PathBuf::from).collect())
    }

    /// Puts what the disk holds in the place of the files.
    pub fn restore(self, installed: &Installed) -> Done {
        for file in database_files(&installed.data())? {
            std::fs::remove_file(file).map_err(trouble)?;
        }
        for file in database_files(&self.shim.disk)? {
            std::fs::copy(&file, installed.data().join(name(&file)?)).map_err(trouble)?;
        }
        self.folder.close().map_err(trouble)
    }
}

fn database_files(folder: &Path) -> Done<Vec<PathBuf>> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if name(&path)?.contains(".sqlite") {
            found.push(path);
        }
    }
    Ok(found)
}

fn name(path: &Path) -> Done<&str> {
    path.file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(|| trouble("a file without a name"))
}

/// What a clerk comes with: everyone's passes, a meeting to write to, and requests to begin cases from.
pub struct Prepared {
    passes: Passes,
    table: Table,
    requests: Vec<RequestId>,
}

/// Makes ready for the clerks, beside the server, before it starts.
pub async fn prepare(installed: &Installed) -> Done<Vec<Prepared>> {
    let house = installed.open().await?;
    let desk = house.desk()?;
    let cast = Cast::assemble(&desk).await?;
    let passes = Passes::of(&desk, &cast).await?;
    let mut prepared = vec![];
    for _ in 0..CLERKS {
        let table = Table::set(&desk, &cast).await?;
        let requests = vec![
            table.request(&desk, &cast).await?,
            table.request(&desk, &cast).await?,
        ];
        prepared.push(Prepared {
            passes: passes.clone(),
            table,
            requests,
        });
    }
    drop(desk);
    house.close().await?;
    Ok(prepared)
}

/// A server that is being written to.
pub struct Victim {
    server: Server,
    clerks: JoinSet<()>,
    told: UnboundedReceiver<Acknowledged>,
}

impl Victim {
    /// Starts the server of an installation and sets clerks to work on it.
    pub fn start(installed: &Installed, prepared: Vec<Prepared>, shim: Option<&Shim>) -> Done<Self> {
        let server = program().serve(&installed.data(), shim)?;
        let (tell, told) = unbounded_channel();
        let mut clerks = JoinSet::new();
        for (number, prepared) in prepared.into_iter().enumerate() {
            let (host, tell) = (server.host().to_owned(), tell.clone());
            clerks.spawn(async move {
                let worked = carry(&host, number, prepared, |one| {
                    // Nobody listens any more once the test has failed.
                    let _ = tell.send(one);
                });
                // It ends with the server; what was told before is what counts.
                let _ = worked.await;
            });
        }
        Ok(Victim { server, clerks, told })
    }

    /// Kills the server so long after it has acknowledged so many acts; takes in all that it acknowledged.
    pub async fn killed_after(
        mut self,
        acts: usize,
        time: Duration,
        acknowledged: &mut Vec<Acknowledged>,
    ) -> Done {
        for _ in 0..acts {
            let one = self.told.recv().await;
            acknowledged.push(one.ok_or_else(|| trouble("the clerks stopped before"))?);
        }
        tokio::time::sleep(time).await;
        self.kill(acknowledged).await
    }

    async fn kill(&mut self, acknowledged: &mut Vec<Acknowledged>) -> Done {
        self.server.kill()?;
        while let Some(ended) = self.clerks.join_next().await {
            ended.map_err(trouble)?;
        }
        while let Ok(one) = self.told.try_recv() {
            acknowledged.push(one);
        }
        Ok(())
    }
}

async fn carry(
    host: &str,
    number: usize,
    prepared: Prepared,
    mut tell: impl FnMut(Acknowledged) + Send,
) -> Done {
    let mut clerk = Clerk::at(host, prepared.passes, prepared.table).await?;
    let date = Timestamp::now()
        .to_zoned_datetime(TimeZone::UTC)
        .date()
        .saturating_add(300.days());
    let mut requests = prepared.requests.into_iter();
    for case in 0_u32.. {
        let title = format!("Evening {number}/{case}");
        clerk.case(&title, date, requests.next(), &mut tell).await?;
    }
    Ok(())
}
