//! `placet forecast backtest`: how well the referrals of a record would have been foretold, each from what was known
//! when its case began. `docs/formats/forecast-backtest.md` has what it reads and prints.

mod log;

use super::{counted, faults, json};
use crate::arguments::Backtest as Arguments;
use crate::failure::Failure;
use forecast::{Backtest, Coverage, backtest_watched};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Told {
    format: &'static str,
    #[serde(flatten)]
    backtest: Backtest,
}

/// Runs the command.
pub fn run(arguments: &Arguments, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.display().to_string();
    let record = log::read(&name, &text).map_err(|found| faults(&found))?;
    let total = record.entries.len();
    let bar = crate::progress::bar("referrals foretold", u64::try_from(total).unwrap_or(u64::MAX));
    let watched = |done: usize| bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    let told = Told {
        format: "placet-forecast-backtest/1",
        backtest: backtest_watched(&record, arguments.seed, watched),
    };
    bar.finish_and_clear();
    if arguments.json {
        json(&told, out)
    } else {
        print(&told.backtest, out).map_err(Failure::machine)
    }
}

fn print(told: &Backtest, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "{} foretold from what was known when the case began, and decided; {} open at the end.",
        counted(told.n, "referral"),
        told.open
    )?;
    for (why, count) in &told.withheld {
        writeln!(
            out,
            "{} not foretold: {why}.",
            counted(*count, "decided referral")
        )?;
    }
    covered(
        out,
        "Decisions inside the interval that should hold",
        told.coverage,
    )?;
    if told.cases.n > 0 {
        let cases = format!(
            "Of {} of several authorities, the last decision",
            counted(told.cases.n, "case")
        );
        covered(out, &cases, told.cases.coverage)?;
    }
    let brier = told.brier_skill;
    let skills = [
        ("Mean error of the distribution (CRPS), in days", told.crps),
        ("Better than all decisions known then by", told.crps_skill),
        ("The same, of \"decided within 30 days\"", brier.thirty),
        ("The same, of \"decided within 60 days\"", brier.sixty),
        ("The same, of \"decided within 90 days\"", brier.ninety),
    ];
    for (what, figure) in skills {
        if let Some(figure) = figure {
            writeln!(out, "{what}: {figure:.3}")?;
        }
    }
    Ok(())
}

fn covered(out: &mut impl Write, what: &str, coverage: Coverage) -> io::Result<()> {
    let levels = [
        ("50", coverage.half),
        ("80", coverage.four_fifths),
        ("90", coverage.nine_tenths),
    ];
    for (level, share) in levels {
        if let Some(share) = share {
            writeln!(out, "{what} {level} %: {:.1} %", 100.0 * share)?;
        }
    }
    Ok(())
}
