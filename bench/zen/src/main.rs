//! `zen TABLE CASES`: how many evaluations zen-engine does in a second, on one core, of a decision in its own JSON under
//! each of many inputs; then, line by line, which rules answer each.
//!
//! The decision is compiled, and each input is in the engine's own form, before time is taken.

use serde_json::{Value, json};
use std::error::Error;
use std::hint::black_box;
use std::io::{BufWriter, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};
use zen_engine::model::GraphContent;
use zen_engine::{Decision, Variable};

#[global_allocator]
static GLOBAL: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Time is taken for so long at least.
const LONG_ENOUGH: Duration = Duration::from_millis(500);

type Done<T = ()> = Result<T, Box<dyn Error>>;

async fn answer(decision: &Decision, case: &Variable) -> Done<Variable> {
    match decision.evaluate(case.clone()).await {
        Ok(response) => Ok(response.result),
        Err(error) => Err(format!("{error:?}").into()),
    }
}

/// The numbers of the rules in an answer: that of one rule, those of several, or nothing.
fn rules(answer: Variable) -> Vec<Value> {
    match Value::from(answer) {
        Value::Array(answers) => answers.iter().map(|one| one["rule"].clone()).collect(),
        Value::Object(one) => one.get("rule").cloned().into_iter().collect(),
        _ => vec![],
    }
}

async fn run(table: &str, cases: &str) -> Done {
    let content: GraphContent = serde_json::from_str(&std::fs::read_to_string(table)?)?;
    let mut decision = Decision::from(content);
    decision.compile();
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(cases)?)?;
    let cases: Vec<Variable> = cases.into_iter().map(Variable::from).collect();
    let mut answered = vec![];
    for case in &cases {
        answered.push(rules(answer(&decision, case).await?));
    }
    let begun = Instant::now();
    let mut done = 0;
    while begun.elapsed() < LONG_ENOUGH {
        for case in &cases {
            black_box(answer(&decision, case).await?);
        }
        done += cases.len();
    }
    let each_second = done as f64 / begun.elapsed().as_secs_f64();
    let mut out = BufWriter::new(std::io::stdout().lock());
    writeln!(out, "{each_second}")?;
    for rules in answered {
        writeln!(out, "{}", json!(rules))?;
    }
    Ok(out.flush()?)
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let ran = match arguments.as_slice() {
        [table, cases] => tokio::runtime::Builder::new_current_thread()
            .build()
            .map_err(Box::from)
            .and_then(|runtime| runtime.block_on(run(table, cases))),
        _ => Err("usage: zen TABLE CASES".into()),
    };
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
