//! Which installation, and which database of it.

use clap::Args;
use std::path::PathBuf;

/// An installation: its folder and its database.
#[derive(Debug, Args)]
pub struct Place {
    /// The installation's folder
    #[arg(long, value_name = "DIR", default_value = "placet-data")]
    pub data: PathBuf,
    /// Its database
    #[command(flatten)]
    pub database: NamedDatabase,
}

/// The database of an installation.
#[derive(Debug, Args)]
pub struct NamedDatabase {
    /// The installation's database, `sqlite:FILE` or `postgres://…`; the one in its settings, or SQLite in its folder, if not given
    #[arg(
        id = "database",
        long,
        value_name = "DATABASE",
        env = "PLACET_DATABASE",
        hide_env_values = true
    )]
    pub name: Option<String>,
}
