//! `placet demo`: the anniversary case, with invented people and a clock that can be moved.

use super::serve::{listen, zone};
use crate::arguments::Demo;
use crate::database::SQLITE;
use crate::demonstration::{Script, SteppedClock, script, seed};
use crate::failure::Failure;
use crate::installation::{Installation, Settings};
use crate::interruption::Interruption;
use crate::staged::Staged;
use crate::world::DemonstrationClock;
use desk::ports::Clock;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use tempfile::TempDir;
use web::{Demonstrator, Site};

/// The file that keeps by how much its clock was moved.
const CLOCK: &str = "clock";

/// Runs the command until it is interrupted.
pub async fn run(arguments: &Demo, out: &mut impl Write) -> Result<(), Failure> {
    let script = script()?;
    let mut interruption = Interruption::noticed()?;
    // Taken away with everything in it when this function ends.
    let (folder, _passing) = match &arguments.data {
        Some(folder) => (folder.clone(), None),
        None => {
            let passing = passing_folder(out)?;
            (passing.path().join("demonstration"), Some(passing))
        }
    };
    let installation = tokio::select! {
        made = installation(&folder, arguments.database.as_deref(), &script) => made?,
        () = interruption.came() => return Ok(()),
    };
    crate::fonts::bring(&folder)?;
    let clock = DemonstrationClock::starting_at(script.now, Some(folder.join(CLOCK)));
    let desk = installation
        .desk_on(installation.store().await?, Arc::new(clock))
        .await?;
    let cast = script
        .person
        .iter()
        .map(|person| Demonstrator {
            address: person.address.clone(),
        })
        .collect();
    let zone = zone(&desk)?;
    let site = Site {
        desk,
        demonstration: Some(Arc::new(cast)),
        zone,
        secure: false,
        address: format!("http://{}", arguments.listen),
    };
    listen(site, &arguments.listen, interruption, out).await
}

fn passing_folder(out: &mut impl Write) -> Result<TempDir, Failure> {
    let folder = tempfile::Builder::new()
        .prefix("placet-demo-")
        .tempdir()
        .map_err(|fault| Failure::file("could not be made", &std::env::temp_dir(), &fault))?;
    writeln!(
        out,
        "The demonstration lies in {} until it is stopped. Keep one with --data.",
        folder.path().display()
    )
    .map_err(Failure::machine)?;
    Ok(folder)
}

/// The demonstration in a folder, seeded if there is none. One that is broken off while it is seeded never gets there.
async fn installation(
    folder: &Path,
    database: Option<&str>,
    script: &Script,
) -> Result<Installation, Failure> {
    if folder.join("placet.toml").exists() {
        let mut installation = Installation::find(folder)?;
        if let Some(database) = database {
            database.clone_into(&mut installation.settings.database);
        }
        seeded(&installation, script).await?;
        return Ok(installation);
    }
    let staged = Staged::new(folder)?;
    let settings = Settings {
        origin: script.origin.clone(),
        database: database.unwrap_or(SQLITE).to_owned(),
        address: crate::address::Address::default(),
        mail: None,
    };
    let installation = Installation::make(staged.path(), settings)?;
    crate::shipped::write_demonstration(&staged.path().join("rulebooks"))?;
    seeded(&installation, script).await?;
    staged.settle()?;
    Installation::find(folder)
}

/// Seeds the installation's database if nothing is in it.
async fn seeded(installation: &Installation, script: &Script) -> Result<(), Failure> {
    let database = installation.database()?;
    let opened = database.open_or_make(installation.hand()?).await?;
    let stepped = Arc::new(SteppedClock::at(script.now));
    let empty = opened.store().size().await? == 0;
    // One that was served goes on at its own time: at the script's, what was done in it would lie ahead.
    let clock: Arc<dyn Clock> = if empty {
        stepped.clone()
    } else {
        let kept = installation.folder.join(CLOCK);
        Arc::new(DemonstrationClock::starting_at(script.now, Some(kept)))
    };
    let desk = installation.desk_on(opened.store(), clock).await?;
    if empty {
        seed(&desk, &stepped, script).await?;
    }
    let whole = crate::demonstration::is_whole(&desk).await?;
    opened.close().await?;
    if whole {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{database}: this is no whole demonstration: its seeding was broken off, or real facts lie here.\nName another folder with --data, or an empty database with --database."
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A script of which one act is refused.
    fn broken_off() -> Script {
        let mut script = script().unwrap();
        script.break_off();
        script
    }

    #[tokio::test]
    async fn a_demonstration_that_was_broken_off_is_seeded_again_from_nothing() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("demonstration");
        installation(&folder, None, &broken_off()).await.unwrap_err();
        assert!(!folder.exists());
        let made = installation(&folder, None, &script().unwrap()).await.unwrap();
        let size = made.store().await.unwrap().size().await.unwrap();
        let again = installation(&folder, None, &script().unwrap()).await.unwrap();
        assert_eq!(again.store().await.unwrap().size().await.unwrap(), size);
    }

    #[tokio::test]
    async fn a_database_that_was_seeded_half_is_not_shown() {
        let around = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", around.path().join("half.sqlite").display());
        for script in [broken_off(), script().unwrap()] {
            let folder = around.path().join("demonstration");
            let failure = installation(&folder, Some(&database), &script).await.unwrap_err();
            assert_eq!(failure.code, Failure::USAGE);
            assert!(!folder.exists());
        }
    }
}
