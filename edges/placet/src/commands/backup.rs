//! `placet backup` and `placet restore`: a whole installation into a new folder, and out of one.

use crate::arguments::{Backup, Copy};
use crate::database::{Database, SQLITE};
use crate::failure::Failure;
use crate::installation::{Installation, Settings};
use crate::staged::Staged;
use std::io::Write;
use std::path::Path;

/// Copies an installation while it serves. SQLite makes the copy of the database in one read transaction.
pub async fn backup(arguments: &Backup, out: &mut impl Write) -> Result<(), Failure> {
    let copy = &arguments.copy;
    let installation = Installation::find(&copy.from)?.on(&arguments.database);
    let database = installation.database()?;
    let Database::Sqlite(file) = &database else {
        return Err(Failure::usage(format!(
            "{database}: this installation's facts lie in PostgreSQL.\nBack that database up with pg_dump, and copy this folder beside it."
        )));
    };
    // It is not opened: that might bring its tables up to date under a server that does not know them.
    database.find()?;
    let staged = Staged::new(&copy.to)?;
    let to = staged.path();
    store_sqlite::backup(file, &to.join("placet.sqlite")).await?;
    for name in ["placet.key", "placet.pub", "rulebooks"] {
        copy_any(&copy.from.join(name), &to.join(name))?;
    }
    let fonts = copy.from.join(crate::fonts::FOLDER);
    if fonts.is_dir() {
        copy_any(&fonts, &to.join(crate::fonts::FOLDER))?;
    }
    // The copy's own database, wherever the other one lies.
    let settings = Settings {
        database: SQLITE.to_owned(),
        ..installation.settings
    };
    settings.write(to)?;
    staged.settle()?;
    writeln!(
        out,
        "{} is a whole copy of {}. It holds the key: keep it safe.",
        copy.to.display(),
        copy.from.display()
    )
    .map_err(Failure::machine)
}

/// Makes an installation from a backup.
pub fn restore(copy: &Copy, out: &mut impl Write) -> Result<(), Failure> {
    Installation::find(&copy.from)?.database()?.find()?;
    let staged = Staged::new(&copy.to)?;
    copy_any(&copy.from, staged.path())?;
    staged.settle()?;
    writeln!(
        out,
        "{} is restored. Audit it with `placet verify {}`.",
        copy.to.display(),
        copy.to.display()
    )
    .map_err(Failure::machine)
}

fn copy_any(from: &Path, to: &Path) -> Result<(), Failure> {
    if !from.is_dir() {
        return std::fs::copy(from, to)
            .map(drop)
            .map_err(|fault| Failure::file("could not be copied", from, &fault));
    }
    std::fs::create_dir_all(to).map_err(|fault| Failure::file("could not be made", to, &fault))?;
    let names = std::fs::read_dir(from).map_err(|fault| Failure::file("could not be read", from, &fault))?;
    for found in names {
        let name = found
            .map_err(|fault| Failure::file("could not be read", from, &fault))?
            .file_name();
        copy_any(&from.join(&name), &to.join(&name))?;
    }
    Ok(())
}
