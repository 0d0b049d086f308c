//! The program as it is called: what it prints and where, what it leaves on disk, and its exit codes
//! (docs/commands.md).
#![cfg(test)]

mod archive;
mod checks;
mod clocks;
mod demonstration;
mod forecasts;
mod installation;
mod postgres;
mod program;
mod refusals;
mod rulebooks;
mod rulemaking;
