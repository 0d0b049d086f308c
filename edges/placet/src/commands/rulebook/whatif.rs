//! `placet rulebook whatif`: a changed rulebook tried on the past applications of an installation.

use super::{Pin, json};
use crate::arguments::WhatIf;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::rulebooks::load;
use crate::world::SystemClock;
use clearance::ApplicationFact;
use desk::ports::Clock;
use desk::store::{Store, StreamId};
use rulebook::whatif::{AttachedKind, Change, Report, Totals};
use rulebook::{Answers, Period};
use serde::Serialize;
use std::io::Write;

/// Facts read from the ledger at a time.
const PAGE: u32 = 1_000;

#[derive(Serialize)]
struct Tried<'a> {
    format: &'static str,
    old: Pin,
    new: Pin,
    totals: Totals,
    changes: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    reference: &'a str,
    #[serde(flatten)]
    change: &'a Change,
}

/// The applications that were handed in under any version of a rulebook: their references and their answers.
#[derive(Default)]
struct Past {
    references: Vec<String>,
    answers: Vec<Answers>,
}

/// Runs the command. An application for which anything changes is exit code 1.
pub async fn run(arguments: &WhatIf, out: &mut impl Write) -> Result<(), Failure> {
    let new = load(&arguments.folder)?;
    let installation = Installation::at(&arguments.place)?;
    let rulebooks = installation.rulebooks()?.at(SystemClock.now());
    let Some(old) = rulebooks.in_force(new.id()) else {
        return Err(Failure::usage(format!(
            "{}: no version of {} is in force in this installation.\nName the folder of a changed version of one that is.",
            arguments.folder.display(),
            new.id()
        )));
    };
    let past = past(installation.store().await?.as_ref(), new.id()).await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let report = rulebook::whatif::WhatIf::new(&old, &new).run(&past.answers, threads);
    if arguments.json {
        let told = |change| Told {
            reference: past.reference(change),
            change,
        };
        let tried = Tried {
            format: "placet-rulebook-whatif/1",
            old: Pin::of(&old),
            new: Pin::of(&new),
            totals: report.totals(),
            changes: report.changes.iter().map(told).collect(),
        };
        json(&tried, out)?;
    } else {
        print(&report, &past, out).map_err(Failure::machine)?;
    }
    if report.changes.is_empty() {
        return Ok(());
    }
    Err(Failure::different(format!(
        "Under the changed rulebook {} of {} past applications would be treated otherwise.\nLook at each before it is put in force.",
        report.changes.len(),
        report.cases
    )))
}

impl Past {
    fn reference(&self, change: &Change) -> &str {
        self.references.get(change.case).map_or("", String::as_str)
    }
}

async fn past(store: &dyn Store, rulebook: &str) -> Result<Past, Failure> {
    let (mut past, mut first) = (Past::default(), 0);
    loop {
        let facts = store.facts(first, PAGE).await?;
        let Some(last) = facts.last() else { return Ok(past) };
        first = last.position + 1;
        let applications = facts.iter().filter(|fact| is_application(&fact.stream));
        // An application that was erased can no longer be tried.
        for payload in applications.filter_map(|fact| fact.payload.as_ref()) {
            let (_, recorded) = record::read::<ApplicationFact>(payload).map_err(Failure::machine)?;
            if let ApplicationFact::Submitted {
                reference,
                submission,
                rulebook: pin,
                ..
            } = recorded.fact
                && pin.id == rulebook
            {
                past.references.push(reference);
                past.answers.push(submission.answers);
            }
        }
    }
}

fn is_application(stream: &StreamId) -> bool {
    stream.kind() == <ApplicationFact as record::Fact>::STREAM
}

fn print(report: &Report, past: &Past, out: &mut impl Write) -> std::io::Result<()> {
    for change in &report.changes {
        writeln!(out, "{}", past.reference(change))?;
        for authority in &change.gained {
            writeln!(out, "  {authority} would be asked")?;
        }
        for authority in &change.lost {
            writeln!(out, "  {authority} would not be asked")?;
        }
        for period in &change.periods {
            let (before, after) = (days(period.before), days(period.after));
            writeln!(out, "  {}: {before} \u{2192} {after}", period.authority)?;
        }
        for other in &change.attached {
            let what = match other.kind {
                AttachedKind::Document => "document",
                AttachedKind::Fee => "fee",
                AttachedKind::LeadTime => "lead time of",
            };
            let said = |text: &Option<String>| text.clone().unwrap_or_else(|| "(none)".to_owned());
            let (before, after) = (said(&other.before), said(&other.after));
            writeln!(out, "  {what} {}: {before} \u{2192} {after}", other.id)?;
        }
        if let Some(refusal) = &change.refused {
            writeln!(out, "  would be refused: {refusal}")?;
        }
        if let Some(refusal) = &change.no_longer_refused {
            writeln!(out, "  would no longer be refused: {refusal}")?;
        }
    }
    let totals = report.totals();
    writeln!(
        out,
        "{} past applications, {} of them changed.",
        totals.cases, totals.changed
    )
}

fn days(period: Period) -> String {
    format!("{} {} days", period.days, period.unit.name())
}
