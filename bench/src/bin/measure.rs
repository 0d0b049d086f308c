//! `measure PLACET FOLDER`: takes all figures with that program in that folder, and prints them as a table.
//! `measure replay PLACET FOLDER FILE.csv`: brings a city's list of permitted events through it.
//! `measure growth PLACET FOLDER [DATABASE]`: what pages cost with a thousand cases and with a million.
//! `measure bare BYTES`: the bare page that they are held against.

use bench::server::Program;
use bench::{Done, bare, figures, trouble};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

async fn run() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [bare, bytes] if bare == "bare" => bare::serve(bytes.parse().map_err(trouble)?).await,
        [replay, program, folder, list] if replay == "replay" => {
            let program = Program(PathBuf::from(program));
            let figures = figures::replay(&program, Path::new(folder), Path::new(list)).await?;
            write!(std::io::stdout(), "{}", figures.table()).map_err(trouble)
        }
        [growth, program, folder, database @ ..] if growth == "growth" => {
            let program = Program(PathBuf::from(program));
            let database = database.first().map(String::as_str);
            let figures = figures::growth(&program, Path::new(folder), database).await?;
            write!(std::io::stdout(), "{}", figures.table()).map_err(trouble)
        }
        [program, folder] => {
            let program = Program(PathBuf::from(program));
            let figures = figures::measure(&program, Path::new(folder)).await?;
            write!(std::io::stdout(), "{}", figures.table()).map_err(trouble)
        }
        _ => Err(trouble(
            "usage: measure [replay|growth] PLACET FOLDER [FILE.csv|DATABASE]",
        )),
    }
}

// What is measured within this process has the allocator that the program has.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // One thread asks for all: what it takes of the machine is what the server is measured without.
    let ran = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(trouble)
        .and_then(|runtime| runtime.block_on(run()));
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}
