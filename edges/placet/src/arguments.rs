//! What can be typed after `placet`.

use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// From what two sides agree in a meeting to a permitted event on a date that cannot move.
#[derive(Debug, Parser)]
#[command(name = "placet", version, about, long_about = None, arg_required_else_help = true)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show Placet on the anniversary case, with invented people and a clock that can be moved
    Demo(Demo),
    /// Make a new installation: its folder, its key, its first operator
    Init(Init),
    /// Serve an installation
    Serve(Serve),
    /// Say which authorities an event needs, why, and the latest day to file with each
    Check(Check),
    /// Bring records in from a file
    #[command(subcommand)]
    Import(Import),
    /// Verify a permit, a permit's QR text, or a whole installation
    Verify(Verify),
    /// Fold all views again from the facts
    Rebuild(Place),
    /// People who may sign in
    #[command(subcommand)]
    User(User),
    /// Copy a whole installation into a new folder while it serves
    Backup(Copy),
    /// Make an installation from a backup
    Restore(Copy),
    /// Print completions for a shell
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Where the demonstration lives and listens.
#[derive(Debug, Args)]
pub struct Demo {
    /// Its folder; a temporary one if not given
    #[arg(long)]
    pub data: Option<PathBuf>,
    /// Where it listens
    #[arg(long, default_value = "127.0.0.1:8070")]
    pub listen: String,
    /// Its database; SQLite in the folder if not given
    #[arg(long)]
    pub database: Option<String>,
}

/// A new installation.
#[derive(Debug, Args)]
pub struct Init {
    /// Its folder
    #[arg(long, default_value = "placet-data")]
    pub data: PathBuf,
    /// The name that its ledger is known by, such as `permits.example/phnom-penh`
    #[arg(long)]
    pub origin: String,
    /// Its database; SQLite in the folder if not given
    #[arg(long)]
    pub database: Option<String>,
    /// The rulebook folder to put in force
    #[arg(long)]
    pub rulebook: PathBuf,
    /// The first operator's address
    #[arg(long)]
    pub operator: String,
    /// The first operator's name
    #[arg(long)]
    pub name: String,
}

/// An installation's server.
#[derive(Debug, Args)]
pub struct Serve {
    /// Its folder
    #[arg(long, default_value = "placet-data")]
    pub data: PathBuf,
    /// Where it listens
    #[arg(long, default_value = "127.0.0.1:8070")]
    pub listen: String,
    /// Its database, if not the one in its settings: `sqlite:FILE` or `postgres://…`
    #[arg(long, env = "PLACET_DATABASE")]
    pub database: Option<String>,
}

/// An event to check.
#[derive(Debug, Args)]
pub struct Check {
    /// The case file
    pub file: PathBuf,
    /// The day to reckon from
    #[arg(long)]
    pub as_of: jiff::civil::Date,
    /// The folder that holds rulebooks
    #[arg(long)]
    pub rulebooks: Option<PathBuf>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// What to bring in.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// Meetings, their sources, subjects, statements, requests and commitments
    Meetings {
        /// The meetings file
        file: PathBuf,
        /// The installation's folder
        #[arg(long, default_value = "placet-data")]
        data: PathBuf,
        /// The address of the desk officer in whose name it is recorded
        #[arg(long = "as")]
        by: String,
    },
}

/// What to verify.
#[derive(Debug, Args)]
pub struct Verify {
    /// A permit file, a QR text, or an installation's folder
    pub what: String,
    /// The published key, as a file that holds its text
    #[arg(long)]
    pub key: Option<PathBuf>,
    /// A newer signed status list, to learn of revocations
    #[arg(long)]
    pub status: Option<PathBuf>,
    /// A signed checkpoint of the ledger that was kept elsewhere, to hold an installation's folder to
    #[arg(long)]
    pub checkpoint: Option<PathBuf>,
}

/// An installation.
#[derive(Debug, Args)]
pub struct Place {
    /// Its folder
    #[arg(long, default_value = "placet-data")]
    pub data: PathBuf,
}

/// People who may sign in.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a person with a role in an organisation, and print the invitation's link
    Add {
        /// The installation's folder
        #[arg(long, default_value = "placet-data")]
        data: PathBuf,
        /// The person's address
        #[arg(long)]
        address: String,
        /// The person's name
        #[arg(long)]
        name: String,
        /// The organisation's name; it is made if there is none
        #[arg(long)]
        organisation: String,
        /// What kind of organisation, if it is made
        #[arg(long, default_value = "association")]
        kind: String,
        /// Which authority of the rulebook it is, if it is one
        #[arg(long)]
        authority: Option<String>,
        /// The role
        #[arg(long)]
        role: String,
        /// The address at which people reach this installation, for the link
        #[arg(long, default_value = "http://127.0.0.1:8070")]
        at: String,
    },
    /// Print a new one-time link for a person who lost the password
    Link {
        /// The installation's folder
        #[arg(long, default_value = "placet-data")]
        data: PathBuf,
        /// The person's address
        #[arg(long)]
        address: String,
        /// The address at which people reach this installation, for the link
        #[arg(long, default_value = "http://127.0.0.1:8070")]
        at: String,
    },
}

/// From where to where.
#[derive(Debug, Args)]
pub struct Copy {
    /// The folder to copy from
    pub from: PathBuf,
    /// The folder to copy to; it must not exist
    pub to: PathBuf,
}
