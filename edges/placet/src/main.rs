//! The binary: what can be typed, and which command carries it out.

mod address;
mod arguments;
mod commands;
mod copying;
mod database;
mod demonstration;
mod failure;
mod fonts;
mod given;
mod installation;
mod interruption;
mod mail;
mod meetings;
mod plain;
mod printed;
mod private;
mod progress;
mod rulebooks;
mod shipped;
mod staged;
mod world;

use arguments::{Arguments, Command, Forecast, Import};
use clap::{CommandFactory, Parser};
use failure::Failure;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

/// A page is made of many small texts: a tenth of its time went into the C library's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("PLACET_LOG")
                .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn")),
        )
        .with_writer(std::io::stderr)
        .with_ansi(coloured())
        .init();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Nothing can be done if even the error output is gone.
            let _ = writeln!(std::io::stderr(), "{}", plain::failure(&failure.message));
            ExitCode::from(failure.code)
        }
    }
}

/// Whether the log is in colours: where a person looks at it who did not ask for none (https://no-color.org).
fn coloured() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|asked| asked.is_empty())
}

fn run(arguments: Arguments) -> Result<(), Failure> {
    let mut out = printed::Printed::here();
    match arguments.command {
        Command::Capture(capture) => return commands::capture::run(&capture, &mut out),
        Command::Clock(clock) => return commands::clock::run(&clock, &mut out),
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "placet", &mut out);
            return Ok(());
        }
        Command::Forecast(Forecast::Backtest(backtest)) => {
            return commands::forecast::run(&backtest, &mut out);
        }
        _ => {}
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(Failure::machine)?;
    runtime.block_on(async {
        match arguments.command {
            Command::Demo(demo) => commands::demo::run(&demo, &mut out).await,
            Command::Init(init) => commands::init::run(&init, &mut out).await,
            Command::Serve(serve) => commands::serve::run(&serve, &mut out).await,
            Command::Import(Import::Meetings { file, place, by }) => {
                commands::import::run(&file, &place, &by, &mut out).await
            }
            Command::Check(check) => commands::check::run(&check, &mut out).await,
            Command::Verify(verify) => commands::verify::run(&verify, &mut out).await,
            Command::Rebuild(place) => commands::rebuild::run(&place, &mut out).await,
            Command::User(user) => commands::user::run(&user, &mut out).await,
            Command::Backup(backup) => commands::backup::backup(&backup, &mut out).await,
            Command::Restore(copy) => commands::backup::restore(&copy, &mut out).await,
            Command::Rulebook(rulebook) => commands::rulebook::run(&rulebook, &mut out).await,
            Command::Capture(_) | Command::Clock(_) | Command::Completions { .. } | Command::Forecast(_) => {
                Ok(())
            }
        }
    })
}
