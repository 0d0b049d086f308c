//! The same tables under the same inputs in zen-engine and in ours, in turns.

use crate::Done;
use crate::figure::{Figures, middle, rate};
use crate::table::{self, Table};
use crate::written::{self, Folder};
use rulebook::{Answers, EvaluationError, Prepared, Rulebook};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

/// Inputs under which a table is evaluated.
const CASES: usize = 4_096;
/// How often both take their turn; the middle counts.
const TURNS: usize = 7;

/// Takes the figures of both tables, once both engines give the same answers to all inputs.
pub fn measure(figures: &mut Figures, zen: &Path, folder: &Path) -> Done {
    both(figures, "UNIQUE", &Table::unique(), zen, folder)?;
    both(figures, "COLLECT", &Table::collect(60, 1), zen, folder)
}

fn both(figures: &mut Figures, policy: &str, table: &Table, zen: &Path, folder: &Path) -> Done {
    let cases = table::cases(CASES);
    let (decision, inputs) = (folder.join("table.json"), folder.join("cases.json"));
    fs::write(&decision, written::decision(table).to_string())?;
    let json: Vec<serde_json::Value> = cases.iter().map(written::zens).collect();
    fs::write(&inputs, serde_json::to_string(&json)?)?;
    let rulebook = Folder::of(table).load()?;
    let cases: Vec<Answers> = cases.iter().map(written::ours).collect();
    let mut answered = vec![];
    for case in &cases {
        answered.push(rows(&rulebook, &rulebook.prepare(case)?)?);
    }
    let mut turns = vec![];
    for _ in 0..TURNS {
        let mut run = Command::new(zen);
        let ran = run
            .arg(&decision)
            .arg(&inputs)
            .stderr(Stdio::inherit())
            .output()?;
        if !ran.status.success() {
            return Err("zen-engine did not evaluate the table".into());
        }
        let zens = same(&String::from_utf8(ran.stdout)?, &answered)?;
        turns.push((zens, Ours::measure(&rulebook, &cases)?));
    }
    let hits = answered.iter().map(Vec::len).sum::<usize>() as f64 / CASES as f64;
    tell(
        figures,
        &format!("{policy}, {} rules × 8 inputs, {hits:.1} hits", table.rules.len()),
        &turns,
    );
    Ok(())
}

/// The rate that zen's program tells, if all its answers are the expected ones.
fn same(told: &str, expected: &[Vec<usize>]) -> Done<f64> {
    let mut lines = told.lines();
    let rate = lines.next().unwrap_or_default().parse()?;
    for (case, expected) in expected.iter().enumerate() {
        let rules: Vec<usize> = serde_json::from_str(lines.next().unwrap_or_default())?;
        if rules != *expected {
            return Err(
                format!("case {case} differs: rules {rules:?} of zen-engine, {expected:?} of ours").into(),
            );
        }
    }
    Ok(rate)
}

fn rows(rulebook: &Rulebook, prepared: &Prepared) -> Result<Vec<usize>, EvaluationError> {
    rulebook.rows(prepared).map(Iterator::collect)
}

/// Evaluations of ours in a second.
struct Ours {
    /// From answers by their names to the rules.
    named: f64,
    /// From answers made ready before, as they are kept of past cases.
    prepared: f64,
    /// From answers by their names to authorities, with everything that a page or a permit says of why.
    traced: f64,
}

impl Ours {
    fn measure(rulebook: &Rulebook, cases: &[Answers]) -> Done<Ours> {
        let prepared: Vec<Prepared> = cases
            .iter()
            .map(|case| rulebook.prepare(case))
            .collect::<Result<_, _>>()?;
        let last = |prepared: &Prepared| rulebook.rows(prepared).map(Iterator::last);
        Ok(Ours {
            named: rate(cases.len(), || {
                for case in cases {
                    black_box(rulebook.prepare(black_box(case)).and_then(|ready| last(&ready))).ok();
                }
            }),
            prepared: rate(cases.len(), || {
                for case in &prepared {
                    black_box(last(black_box(case))).ok();
                }
            }),
            traced: rate(cases.len(), || {
                for case in cases {
                    black_box(rulebook.evaluate(black_box(case))).ok();
                }
            }),
        })
    }
}

fn tell(figures: &mut Figures, what: &str, turns: &[(f64, Ours)]) {
    let zens = middle(turns.iter().map(|(zens, _)| *zens).collect());
    let mut row = |how: &str, wanted, ours: fn(&Ours) -> f64| {
        let rates = turns.iter().map(|(_, own)| ours(own)).collect();
        let times = turns.iter().map(|(zens, own)| ours(own) / zens).collect();
        figures.take(
            format!("{what}: {how}"),
            wanted,
            format!("{}/s", thousands(middle(rates))),
            format!("{:.1} × its {}/s", middle(times), thousands(zens)),
        );
    };
    row("answers by name → rules", "≥ 20 × zen-engine", |ours| {
        ours.named
    });
    row("answers made ready before → rules", "", |ours| ours.prepared);
    row("answers by name → authorities with trace", "", |ours| {
        ours.traced
    });
}

fn thousands(rate: f64) -> String {
    format!("{:.0} thousand", rate / 1e3)
}
