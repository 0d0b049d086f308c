//! What each command does.

mod acting;
pub mod backup;
pub mod capture;
pub mod check;
pub mod clock;
pub mod demo;
pub mod forecast;
pub mod import;
pub mod init;
pub mod rebuild;
pub mod rulebook;
pub mod serve;
pub mod user;
pub mod verify;

use crate::failure::Failure;
use serde::Serialize;
use std::fmt::Display;
use std::io::Write;

/// So many of something, in English.
fn counted<T: Display + PartialEq + From<u8>>(count: T, of: &str) -> String {
    let plural = if count == T::from(1) { "" } else { "s" };
    format!("{count} {of}{plural}")
}

/// Prints a report as JSON.
fn json(report: &impl Serialize, out: &mut impl Write) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, report)
        .map_err(std::io::Error::from)
        .and_then(|()| writeln!(out))
        .map_err(Failure::machine)
}

/// Several faults as one failure, a line each.
fn faults<T: Display>(faults: &[T]) -> Failure {
    let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
    Failure::usage(lines.join("\n"))
}
