//! `measure_forecast PYTHON`: takes the forecast's figures on one core, those that numpy can take beside it in the same
//! run, and prints them as a table.

mod beside;
mod made_up;

use beside::Numpy;
use forecast::{Chance, Learner, Table, backtest, outlook};
use made_up::{authorities, day, record};
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// What everything here ends with.
type Done<T = ()> = Result<T, Box<dyn Error>>;

/// Time is taken for so long at least.
const LONG_ENOUGH: Duration = Duration::from_millis(500);
/// How often each figure is taken; the middle one counts.
const TURNS: usize = 7;
/// Days drawn at a time.
const DRAWN: usize = 1 << 20;

/// How often in a second something is done.
fn rate(mut pass: impl FnMut()) -> f64 {
    let begun = Instant::now();
    let mut done = 0.0;
    while begun.elapsed() < LONG_ENOUGH {
        pass();
        done += 1.0;
    }
    done / begun.elapsed().as_secs_f64()
}

/// The middle one of several turns.
fn middle(mut turn: impl FnMut() -> f64) -> f64 {
    let mut figures: Vec<f64> = (0..TURNS).map(|_| turn()).collect();
    figures.sort_by(f64::total_cmp);
    figures[TURNS / 2]
}

fn row(out: &mut impl Write, what: &str, wanted: &str, found: &str, beside: &str) -> Done {
    eprintln!("{what}: {found} (wanted: {wanted}; {beside})");
    Ok(writeln!(out, "| {what} | {wanted} | {found} | {beside} |")?)
}

/// Days drawn from one distribution.
fn samples(out: &mut impl Write, learner: &mut Learner, numpy: &Numpy) -> Done {
    let expected = learner.expect(authorities()[0]).map_err(|why| why.to_string())?;
    let curve = expected.of_referral(day(0));
    let by: Vec<f64> = (0..curve.reach()).map(|at| curve.by(at)).collect();
    let table = Table::of(&by);
    let (mut chance, mut days) = (Chance::of(1), vec![0; DRAWN]);
    let ours = middle(|| DRAWN as f64 * rate(|| table.fill(&mut chance, black_box(&mut days))));
    let beside = numpy.samples(&by)?;
    row(
        out,
        &format!("days drawn from a distribution over {} days", by.len()),
        "≥ 90 million/s",
        &format!("{:.0} million/s", ours / 1e6),
        &beside.map_or_else(absent, |theirs| {
            format!("{:.1} × its {:.0} million/s", ours / theirs, theirs / 1e6)
        }),
    )
}

fn absent() -> String {
    "numpy is not installed here".to_owned()
}

/// A whole case, drawn again and again.
fn case(out: &mut impl Write, learner: &mut Learner) -> Done {
    let (today, asked) = made_up::case();
    outlook(learner, today, &asked, 0).map_err(|unforeseen| format!("{unforeseen:?}"))?;
    let mut seed = 0;
    let taken = 1e3
        / middle(|| {
            rate(|| {
                seed += 1;
                black_box(outlook(learner, today, &asked, seed)).ok();
            })
        });
    row(
        out,
        "case of four authorities with calendars, questions and a pause, 10,000 courses",
        "≤ 1 ms",
        &format!("{taken:.2} ms"),
        "",
    )
}

fn run() -> Done {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(python) = arguments.first() else {
        return Err("usage: measure_forecast PYTHON".into());
    };
    let mut out = vec![];
    writeln!(out, "| what | wanted | found | beside numpy |\n|---|---|---|---|")?;
    let record = record();
    let (today, _) = made_up::case();
    let mut learner = record.learned_until(today);
    samples(&mut out, &mut learner, &Numpy::of(python))?;
    case(&mut out, &mut learner)?;
    let learned = 1e3 / middle(|| rate(|| drop(black_box(record.learned_until(today)))));
    let many = format!("a record of {} referrals learned", record.entries.len());
    row(&mut out, &many, "", &format!("{learned:.0} ms"), "")?;
    let tried = 1e3 / middle(|| rate(|| drop(black_box(backtest(&record, 1)))));
    row(
        &mut out,
        "the same, with a forecast of each tried",
        "",
        &format!("{tried:.0} ms"),
        "",
    )?;
    Ok(std::io::stdout().write_all(&out)?)
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
