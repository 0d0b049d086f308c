//! Hostile texts for what reads rulebooks (`cargo xtask fuzz`): each must be taken or refused, without a panic, without a
//! hang, and within bounded memory. A text is made from a seed and its number alone, so that one that breaks something
//! can be made again: `fuzz feel SEED NUMBER` reads that one text and shows it. The number of each stands on the output.

mod text;
mod trial;

use cap::Cap;
use std::alloc::System;
use std::io::Write;
use std::process::ExitCode;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use trial::Target;

/// What one text may take with all that is made of it. A program that asks for more is ended by the allocator.
const MEMORY: usize = 256 << 20;

/// A text that takes longer hangs: the budget of an evaluation is some tenths of a second, unoptimised some seconds.
const PATIENCE: Duration = Duration::from_secs(20);

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, MEMORY);

/// What a thread of the server has for its stack.
const STACK: usize = 2 << 20;

/// How long to go on.
enum Until {
    Runs(u64),
    Time(Duration),
}

/// The text that is being read, for the watch and for whoever starts this program.
static NUMBER: AtomicU64 = AtomicU64::new(0);

fn main() -> ExitCode {
    let reader = thread::Builder::new().stack_size(STACK).spawn(run);
    match reader.map(thread::JoinHandle::join) {
        Ok(Ok(ended)) => ended,
        _ => ExitCode::FAILURE,
    }
}

fn run() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let number = |text: &str| text.parse::<u64>().ok();
    let (target, seed, what) = match arguments.as_slice() {
        [target, seed, what @ ..] => match (Target::named(target), number(seed)) {
            (Some(target), Some(seed)) => (target, seed, what),
            _ => return usage(),
        },
        _ => return usage(),
    };
    match what {
        [one] => match number(one) {
            Some(one) => shown(target, seed, one),
            None => usage(),
        },
        ["--runs", runs] => match number(runs) {
            Some(runs) => many(target, seed, &Until::Runs(runs)),
            None => usage(),
        },
        ["--seconds", seconds] => match number(seconds) {
            Some(seconds) => many(target, seed, &Until::Time(Duration::from_secs(seconds))),
            None => usage(),
        },
        _ => usage(),
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: fuzz feel|dmn SEED NUMBER | --runs RUNS | --seconds SECONDS");
    ExitCode::from(2)
}

/// Reads one text, after showing it.
fn shown(target: Target, seed: u64, number: u64) -> ExitCode {
    eprintln!("{}", String::from_utf8_lossy(&target.text(seed, number)));
    ended(target, seed, target.trial(seed, number), number)
}

/// Reads texts one after another; the first that breaks something ends it.
fn many(target: Target, seed: u64, until: &Until) -> ExitCode {
    let begun = Instant::now();
    let goes_on = |number: u64| match until {
        Until::Runs(runs) => number < *runs,
        Until::Time(time) => begun.elapsed() < *time,
    };
    watch(target, seed);
    let mut told = std::io::stdout().lock();
    let (mut number, mut taken) = (0, 0);
    while goes_on(number) {
        NUMBER.store(number, Ordering::Relaxed);
        // A stack that runs over or memory that is not given ends the program: whoever started it knows where.
        let _ = writeln!(told, "{number}");
        match target.trial(seed, number) {
            Ok(sound) => taken += u64::from(sound),
            broken => return ended(target, seed, broken, number),
        }
        number += 1;
    }
    eprintln!(
        "{target}: {number} texts from seed {seed} in {:.0} s, {taken} of them sound; {} MB in use at the end",
        begun.elapsed().as_secs_f64(),
        ALLOCATOR.allocated() >> 20
    );
    ExitCode::SUCCESS
}

fn ended(target: Target, seed: u64, trial: Result<bool, String>, number: u64) -> ExitCode {
    let Err(broken) = trial else {
        return ExitCode::SUCCESS;
    };
    eprintln!("{target}: text {number} of seed {seed}: {broken}.");
    eprintln!("  What to do: `cargo run -p fuzz -- {target} {seed} {number}` reads it again and shows it.");
    ExitCode::FAILURE
}

/// Ends the program with a word when one text takes too long.
fn watch(target: Target, seed: u64) {
    thread::spawn(move || {
        let (mut at, mut since) = (u64::MAX, Instant::now());
        loop {
            thread::park_timeout(PATIENCE / 20);
            let number = NUMBER.load(Ordering::Relaxed);
            if number != at {
                (at, since) = (number, Instant::now());
            } else if since.elapsed() > PATIENCE {
                let _ = ended(
                    target,
                    seed,
                    Err(format!("took longer than {PATIENCE:?}")),
                    number,
                );
                std::process::exit(1);
            }
        }
    });
}
