//! What can be typed after `placet`.

mod capture;
mod forecast;
mod place;
mod user;

pub use capture::{Capture, Written};
pub use forecast::{Backtest, Forecast};
pub use place::{NamedDatabase, Place};
pub use user::{AddUser, User, WithdrawAuthority, WithdrawRole};

use crate::address::Address;
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
    /// Say who met whom, who said, asked and promised what, as a text tells it; nothing is recorded
    Capture(Capture),
    /// Reckon an authority's clock again, from the file that a referral's page gives
    Clock(Clock),
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
    /// Rulebooks: looked at, tested, compared, and those of an installation
    #[command(subcommand)]
    Rulebook(RulebookCommand),
    /// Forecasts of when authorities will have decided
    #[command(subcommand)]
    Forecast(Forecast),
    /// Copy a whole installation into a new folder while it serves
    Backup(Backup),
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
    /// Where it will be
    #[command(flatten)]
    pub place: Place,
    /// The name that its ledger is known by, such as `permits.example/phnom-penh`
    #[arg(long)]
    pub origin: String,
    /// The address at which people will reach it, `https://HOST`, for links in messages and on permits
    #[arg(long, value_name = "URL", default_value_t)]
    pub address: Address,
    /// The rulebook to put in force: its folder, or the name of one that ships with the program, such as `kh-phnom-penh`
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
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// Where it listens; if not given, at its address where that is the machine's own, else at 127.0.0.1:8070
    #[arg(long)]
    pub listen: Option<String>,
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
    #[arg(long, value_name = "DIR")]
    pub rulebooks: Option<PathBuf>,
    /// The folder of an installation, whose versions decide, those that were published on its pages among them
    #[arg(long, value_name = "DIR", conflicts_with = "rulebooks")]
    pub data: Option<PathBuf>,
    /// The installation's database
    #[command(flatten)]
    pub database: NamedDatabase,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A clock to reckon again.
#[derive(Debug, Args)]
pub struct Clock {
    /// The clock file
    pub file: PathBuf,
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
        /// The installation
        #[command(flatten)]
        place: Place,
        /// The address of the desk officer in whose name it is recorded
        #[arg(long = "as")]
        by: String,
    },
}

/// What to verify.
#[derive(Debug, Args)]
pub struct Verify {
    /// A permit's file, a QR text, sealed reasons, a case's archive, or an installation's folder
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
    /// An installation's database
    #[command(flatten)]
    pub database: NamedDatabase,
}

/// Rulebooks, by themselves and in an installation.
#[derive(Debug, Subcommand)]
pub enum RulebookCommand {
    /// Say what of a rulebook a person should look at: gaps, contradictions, rules that never fire, missing texts
    Lint(Lint),
    /// Run the tests that a rulebook brings along, and say which of its rules no test holds
    Test(Looked),
    /// Say which rules a case fires, on which answers
    Trace(Trace),
    /// Say in words what changed between two versions
    Diff(Versions),
    /// Run the conformance suite of DMN, or a part of it
    Tck(Looked),
    /// Read a DMN file, and say what is wrong with it or print it as it is written here
    Import(ImportModel),
    /// Say what a changed rulebook would do to the past applications of an installation
    Whatif(WhatIf),
    /// Publish a version that one rule maker proposed and another approved
    Publish(Publish),
    /// Put another rulebook, or a newer version of one, in force
    Add {
        /// The rulebook's folder, or the name of one that ships with the program, such as `jp-tokyo`
        folder: PathBuf,
        /// The installation's folder
        #[arg(long, value_name = "DIR", default_value = "placet-data")]
        data: PathBuf,
    },
    /// List the versions of its rulebooks, and which are in force
    List {
        /// The installation's folder
        #[arg(long, value_name = "DIR", default_value = "placet-data")]
        data: PathBuf,
    },
}

/// A rulebook's folder to be linted.
#[derive(Debug, Args)]
pub struct Lint {
    /// The rulebook's folder
    pub folder: PathBuf,
    /// The day on which it should be in force
    #[arg(long, value_name = "DATE")]
    pub on: Option<jiff::civil::Date>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A folder to look at.
#[derive(Debug, Args)]
pub struct Looked {
    /// The folder
    pub folder: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A case to be traced through a rulebook.
#[derive(Debug, Args)]
pub struct Trace {
    /// The rulebook's folder
    pub folder: PathBuf,
    /// The case file
    pub case: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Two versions of a rulebook.
#[derive(Debug, Args)]
pub struct Versions {
    /// The folder of the older version
    pub older: PathBuf,
    /// The folder of the newer version
    pub newer: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A decision model.
#[derive(Debug, Args)]
pub struct ImportModel {
    /// The DMN file
    pub file: PathBuf,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A changed rulebook, and the installation whose past applications are tried on it.
#[derive(Debug, Args)]
pub struct WhatIf {
    /// The folder of the changed rulebook
    pub folder: PathBuf,
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A version that was proposed and approved, and the installation that is to be bound by it.
#[derive(Debug, Args)]
pub struct Publish {
    /// The folder of the version, as it was approved
    pub folder: PathBuf,
    /// The installation
    #[command(flatten)]
    pub place: Place,
    /// The address of the rule maker who publishes
    #[arg(long, value_name = "ADDRESS")]
    pub by: String,
    /// The first day on which it binds; the day for which it was proposed, if not given
    #[arg(long, value_name = "DATE")]
    pub from: Option<jiff::civil::Date>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// From where to where.
#[derive(Debug, Args)]
pub struct Copy {
    /// The folder to copy from
    pub from: PathBuf,
    /// The folder to copy to; it must not exist, or be empty
    pub to: PathBuf,
}

/// A copy of an installation.
#[derive(Debug, Args)]
pub struct Backup {
    /// From where to where
    #[command(flatten)]
    pub copy: Copy,
    /// The installation's database
    #[command(flatten)]
    pub database: NamedDatabase,
}
