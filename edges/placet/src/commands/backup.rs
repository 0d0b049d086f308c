//! `placet backup` and `placet restore`: a whole installation into a new folder, and out of one.

use crate::arguments::Copy;
use crate::failure::Failure;
use crate::installation::Installation;
use std::io::Write;
use std::path::Path;

/// Copies an installation while it serves. SQLite makes the copy of the database in one read transaction.
pub async fn backup(copy: &Copy, out: &mut impl Write) -> Result<(), Failure> {
    let installation = Installation::find(&copy.from)?;
    let file = installation.settings.database.strip_prefix("sqlite:").ok_or_else(|| {
        Failure::usage("this installation's facts lie in PostgreSQL.\nBack that database up with pg_dump, and copy this folder beside it.")
    })?;
    new_folder(&copy.to)?;
    store_sqlite::backup(&copy.from.join(file), &copy.to.join(file)).await?;
    // Settings last: a folder with settings is a whole backup.
    for name in ["placet.key", "placet.pub", "rulebooks", "placet.toml"] {
        copy_any(&copy.from.join(name), &copy.to.join(name))?;
    }
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
    Installation::find(&copy.from)?;
    new_folder(&copy.to)?;
    let settings = Path::new("placet.toml");
    let names = std::fs::read_dir(&copy.from)
        .map_err(|fault| Failure::file("could not be read", &copy.from, &fault))?;
    for found in names {
        let name = found
            .map_err(|fault| Failure::file("could not be read", &copy.from, &fault))?
            .file_name();
        if name != settings.as_os_str() {
            copy_any(&copy.from.join(&name), &copy.to.join(&name))?;
        }
    }
    copy_any(&copy.from.join(settings), &copy.to.join(settings))?;
    writeln!(
        out,
        "{} is restored. Audit it with `placet verify {}`.",
        copy.to.display(),
        copy.to.display()
    )
    .map_err(Failure::machine)
}

fn new_folder(path: &Path) -> Result<(), Failure> {
    if path.exists() {
        return Err(Failure::usage(format!(
            "{}: there is something here already.\nName a folder that does not exist.",
            path.display()
        )));
    }
    std::fs::create_dir_all(path).map_err(|fault| Failure::file("could not be made", path, &fault))
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
