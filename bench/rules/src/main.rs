//! `measure_rules ZEN FOLDER`: takes the rulebook's figures, those that have a counterpart beside zen-engine with that
//! program in the same run, and prints them as a table. Files for it are put into the folder.

mod alone;
mod beside;
mod figure;
mod table;
#[cfg(test)]
mod tests;
mod written;

use figure::Figures;
use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

/// As the command: evaluation makes its trace on the heap.
#[global_allocator]
static GLOBAL: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What everything here ends with.
type Done<T = ()> = Result<T, Box<dyn Error>>;

fn run() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [zen, folder] = arguments.as_slice() else {
        return Err("usage: measure_rules ZEN FOLDER".into());
    };
    let mut figures = Figures::default();
    beside::measure(&mut figures, Path::new(zen), Path::new(folder))?;
    alone::measure(&mut figures)?;
    Ok(write!(std::io::stdout(), "{}", figures.table())?)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
