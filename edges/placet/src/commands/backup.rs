//! `placet backup` and `placet restore`: a whole installation into a new folder, and out of one.

use crate::arguments::{Backup, Copy};
use crate::copying::{apart, copy, unwritten};
use crate::database::{Database, SQLITE};
use crate::failure::Failure;
use crate::installation::{Installation, KEY, PUBLISHED, Settings};
use crate::staged::Staged;
use ledger::Checkpoint;
use std::io::Write;
use std::path::Path;
use store_sqlite::BackupFault;

/// Copies an installation while it serves. SQLite makes the copy of the database in one read transaction.
pub async fn backup(arguments: &Backup, out: &mut impl Write) -> Result<(), Failure> {
    let paths = &arguments.copy;
    let installation = Installation::find(&paths.from)?.on(&arguments.database);
    let database = installation.database()?;
    let Database::Sqlite(file) = &database else {
        return Err(Failure::usage(format!(
            "{database}: this installation's facts lie in PostgreSQL.\nBack that database up with pg_dump, and copy this folder beside it."
        )));
    };
    // It is not opened: that might bring its tables up to date under a server that does not know them.
    database.find()?;
    apart(&paths.from, &paths.to)?;
    let staged = Staged::new(&paths.to)?;
    let to = staged.path();
    let copied = store_sqlite::backup(file, &to.join("placet.sqlite")).await;
    copied.map_err(|fault| match fault {
        BackupFault::Source(fault) => fault.into(),
        BackupFault::Copy(what) => unwritten(&paths.to, what),
    })?;
    for name in [KEY, PUBLISHED, "rulebooks"] {
        copy(&paths.from.join(name), &to.join(name), &paths.to)?;
    }
    let fonts = paths.from.join(crate::fonts::FOLDER);
    if fonts.is_dir() {
        copy(&fonts, &to.join(crate::fonts::FOLDER), &paths.to)?;
    }
    if let Some(password) = installation
        .settings
        .mail
        .as_ref()
        .and_then(|mail| mail.own_file())
    {
        copy(&paths.from.join(password), &to.join(password), &paths.to)?;
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
        paths.to.display(),
        paths.from.display()
    )
    .map_err(Failure::machine)
}

/// Makes an installation from a backup that is whole: with the key by which its record was signed.
pub async fn restore(paths: &Copy, out: &mut impl Write) -> Result<(), Failure> {
    Installation::find(&paths.from)?.database()?.find()?;
    apart(&paths.from, &paths.to)?;
    let staged = Staged::new(&paths.to)?;
    copy(&paths.from, staged.path(), &paths.to)?;
    let copied = Installation::find(staged.path())?;
    let sound = match signs(&paths.from, &copied).await {
        Ok(()) => copied.check_published_key(),
        failed => failed,
    };
    // The passing name says nothing to anybody: what is wrong is wrong in the copy that was given.
    sound.map_err(|failure| failure.renamed(staged.path(), &paths.from))?;
    staged.settle()?;
    writeln!(
        out,
        "{} is restored. Audit it with `placet verify {}`.",
        paths.to.display(),
        paths.to.display()
    )
    .map_err(Failure::machine)
}

/// Whether the key in a copy is there and is the one that signed the record's head, as far as the record lies in the copy.
async fn signs(from: &Path, copied: &Installation) -> Result<(), Failure> {
    let key = copied.folder.join(KEY);
    if !key.is_file() {
        return Err(Failure::usage(format!(
            "{}: there is no {KEY} in this copy; without it nothing can be signed, and no permit issued.\nPut the key that was kept apart into it, and restore it again.",
            from.display()
        )));
    }
    let own = copied.key()?.verifier();
    let Database::Sqlite(file) = copied.database()? else {
        return Ok(());
    };
    let head = store_sqlite::head(&file).await?;
    match head.map(|head| Checkpoint::open(&head, &own)) {
        None | Some(Ok(_)) => Ok(()),
        Some(Err(fault)) => Err(Failure::usage(format!(
            "{}: {KEY} is not the key by which the record in this copy was signed: {fault}\nPut the key of this installation into it, and restore it again; `placet verify` says more of a copy that was changed.",
            from.display()
        ))),
    }
}
