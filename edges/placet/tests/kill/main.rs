//! The server is killed without warning while it writes. What it had acknowledged is there afterwards, nothing is
//! half-written, and the views are those of the facts.
//!
//! A dozen kills on each store here; `cargo xtask soak` does two hundred. `PLACET_SEED` has a run's moments again.
#![cfg(test)]

mod draw;
mod survivors;
mod victim;

use bench::Done;
use draw::{Draw, kills};
use std::path::Path;
use std::time::Duration;
use victim::{Disk, Installed, Victim, prepare};

/// So many kills fall on one installation before a fresh one is made, so that looking it over stays quick.
const KILLS_EACH: u32 = 25;
/// Acts acknowledged before the power is cut: far more than fit into one commit.
const ACTS: usize = 200;

/// Kills the servers of installations on one kind of store, at random moments, and looks after each.
async fn survive(what: &str, install: impl AsyncFn() -> Done<Installed>) -> Done {
    let mut draw = Draw::of_this_run(what)?;
    let mut installed = install().await?;
    let mut acknowledged = vec![];
    let mut acts = 0;
    for kill in 0..kills()? {
        if kill > 0 && kill % KILLS_EACH == 0 {
            acts += acknowledged.len();
            acknowledged.clear();
            installed = install().await?;
        }
        let victim = Victim::start(&installed, prepare(&installed).await?, None)?;
        victim
            .killed_after(1, draw.milliseconds(0, 500), &mut acknowledged)
            .await?;
        let found = survivors::differences(&installed, &acknowledged).await?;
        assert!(found.is_empty(), "kill {kill}: {found:#?}");
    }
    acts += acknowledged.len();
    eprintln!("{what}: {} kills, {acts} acts acknowledged, none lost", kills()?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing_on_sqlite() {
    survive("SQLite", async || Installed::on_sqlite().await)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_killed_server_loses_nothing_on_postgres() {
    survive("PostgreSQL", async || Installed::on_postgres().await)
        .await
        .unwrap();
}

/// Cuts the power: the server is killed, and its files are what their disk holds.
async fn after_a_power_cut(deaf: &'static str) -> Done<Vec<String>> {
    let installed = Installed::on_sqlite().await?;
    let prepared = prepare(&installed).await?;
    let disk = Disk::of(&installed, deaf)?;
    let mut acknowledged = vec![];
    let victim = Victim::start(&installed, prepared, Some(&disk.shim))?;
    victim
        .killed_after(ACTS, Duration::ZERO, &mut acknowledged)
        .await?;
    disk.restore(&installed)?;
    survivors::differences(&installed, &acknowledged).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_is_on_disk_when_the_power_is_cut() {
    assert_eq!(after_a_power_cut("").await.unwrap(), Vec::<String>::new());
}

/// The test above can fail: with syncs that do not reach the disk, which is a program that does not call them.
#[tokio::test(flavor = "multi_thread")]
async fn a_missing_sync_shows() {
    let found = after_a_power_cut("*").await.unwrap();
    assert!(found.iter().any(|one| one.starts_with("lost: ")), "{found:#?}");
}

/// Everything in a folder, and itself.
fn all_in(folder: &Path, found: &mut Vec<std::path::PathBuf>) -> Done {
    for entry in std::fs::read_dir(folder).map_err(bench::trouble)? {
        let path = entry.map_err(bench::trouble)?.path();
        if path.is_dir() {
            all_in(&path, found)?;
        } else {
            found.push(path);
        }
    }
    found.push(folder.to_owned());
    Ok(())
}

/// A file that is on disk under no name is lost when the power is cut, and the log is made anew whenever a database is opened.
#[tokio::test]
async fn the_names_of_a_database_and_its_log_are_on_disk_before_anything_is_committed() {
    let installed = Installed::on_sqlite().await.unwrap();
    let disk = Disk::of(&installed, "").unwrap();
    let data = installed.data();
    let rebuilding = ["rebuild".as_ref(), "--data".as_ref(), data.as_path()];
    let synced = disk.synced_by(&rebuilding).unwrap();
    let log = data.join("placet.sqlite-wal");
    let mut after = synced.iter().skip_while(|path| **path != log).skip(1);
    assert_eq!(after.next(), Some(&data), "{synced:?}");
    assert!(
        after.any(|path| *path == log),
        "what is committed comes after its name: {synced:?}"
    );
}

/// A backup that is only in the machine's memory is none.
#[tokio::test]
async fn what_is_backed_up_and_restored_is_on_disk_before_it_has_its_name() {
    let installed = Installed::on_sqlite().await.unwrap();
    let around = tempfile::tempdir().unwrap();
    let (copy, restored) = (around.path().join("copy"), around.path().join("restored"));
    let data = installed.data();
    for (command, from, to) in [("backup", &data, &copy), ("restore", &copy, &restored)] {
        let disk = Disk::of(&installed, "").unwrap();
        let synced = disk.synced_by(&[command.as_ref(), from, to]).unwrap();
        // It was filled under a passing name beside its own.
        let passing = synced
            .iter()
            .find_map(|path| path.strip_prefix(around.path()).ok()?.iter().next());
        let passing = around.path().join(passing.unwrap());
        let mut made = vec![];
        all_in(to, &mut made).unwrap();
        assert!(made.len() > 5, "{made:?}");
        for path in made {
            let was = passing.join(path.strip_prefix(to).unwrap());
            assert!(
                synced.contains(&was),
                "{command}: {} of {synced:?}",
                was.display()
            );
        }
        assert_eq!(synced.last().unwrap(), around.path(), "its name is on disk last");
    }
}
