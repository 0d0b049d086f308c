//! `placet demo`: the anniversary case, with invented people and a clock that can be moved.

use crate::arguments::Demo;
use crate::demonstration::{Script, SteppedClock, script, seed};
use crate::failure::Failure;
use crate::installation::{Installation, Settings};
use crate::world::DemonstrationClock;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use web::{Demonstrator, Site};

/// Runs the command until it is interrupted.
pub async fn run(arguments: &Demo, out: &mut impl Write) -> Result<(), Failure> {
    let script = script()?;
    let folder = match &arguments.data {
        Some(folder) => folder.clone(),
        None => passing_folder(out)?,
    };
    let installation = installation(folder, &script)?;
    let database = arguments.database.as_deref();
    let stepped = Arc::new(SteppedClock::at(script.now));
    let store = installation.store(database).await?;
    let seeding = installation.desk_on(Arc::clone(&store), stepped.clone())?;
    seed(&seeding, &stepped, &script).await?;
    let clock = DemonstrationClock::starting_at(script.now, Some(installation.folder.join("clock")));
    let desk = installation.desk_on(store, Arc::new(clock))?;
    let cast = script
        .person
        .iter()
        .map(|person| Demonstrator {
            address: person.address.clone(),
        })
        .collect();
    let zone = super::serve::zone(&desk)?;
    let site = Site {
        desk,
        demonstration: Some(Arc::new(cast)),
        zone,
        secure: false,
        address: format!("http://{}", arguments.listen),
    };
    super::serve::listen(site, &arguments.listen, out).await
}

/// A folder that the operating system clears away.
fn passing_folder(out: &mut impl Write) -> Result<PathBuf, Failure> {
    let folder = std::env::temp_dir().join(format!("placet-demo-{}", std::process::id()));
    writeln!(
        out,
        "The demonstration lies in {}. Keep one with --data.",
        folder.display()
    )
    .map_err(Failure::machine)?;
    Ok(folder)
}

fn installation(folder: PathBuf, script: &Script) -> Result<Installation, Failure> {
    if folder.join("placet.toml").exists() {
        return Installation::find(&folder);
    }
    let settings = Settings {
        origin: script.origin.clone(),
        database: "sqlite:placet.sqlite".to_owned(),
        address: "http://127.0.0.1:8070".to_owned(),
    };
    let installation = Installation::make(&folder, settings)?;
    crate::rulebooks::write_shipped(&installation.folder.join("rulebooks"))?;
    Ok(installation)
}
