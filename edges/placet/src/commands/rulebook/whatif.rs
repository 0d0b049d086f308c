//! `placet rulebook whatif`: a changed rulebook tried on the past applications of an installation.

use super::{Pin, counted, json};
use crate::arguments::WhatIf;
use crate::failure::Failure;
use crate::installation::Installation;
use crate::rulebooks::load;
use desk::governance::Past;
use rulebook::whatif::{AttachedKind, Change, Report, Totals};
use rulebook::{Period, Rulebook};
use serde::Serialize;
use std::io::Write;

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
    event: &'a str,
    #[serde(flatten)]
    change: &'a Change,
}

/// Runs the command. An application for which anything changes is exit code 1.
pub async fn run(arguments: &WhatIf, out: &mut impl Write) -> Result<(), Failure> {
    let new = load(&arguments.folder)?;
    let desk = Installation::at(&arguments.place)?.desk().await?;
    let Some(old) = desk.rulebooks().in_force(new.id()) else {
        return Err(Failure::usage(format!(
            "{}: no version of {} is in force in this installation.\nName the folder of a changed version of one that is.",
            arguments.folder.display(),
            new.id()
        )));
    };
    let past = desk.past(new.id()).await?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let report = rulebook::whatif::WhatIf::new(&old, &new).run(&past.cases, threads);
    if arguments.json {
        let tried = Tried {
            format: "placet-rulebook-whatif/1",
            old: Pin::of(&old),
            new: Pin::of(&new),
            totals: report.totals(),
            changes: report
                .changes
                .iter()
                .filter_map(|change| told(&past, change))
                .collect(),
        };
        json(&tried, out)?;
    } else {
        print((&old, &new), &report, &past, out).map_err(Failure::machine)?;
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

fn told<'a>(past: &'a Past, change: &'a Change) -> Option<Told<'a>> {
    let named = past.named.get(change.case)?;
    Some(Told {
        reference: &named.reference,
        event: &named.event,
        change,
    })
}

fn print(
    (old, new): (&Rulebook, &Rulebook),
    report: &Report,
    past: &Past,
    out: &mut impl Write,
) -> std::io::Result<()> {
    writeln!(
        out,
        "{} {}, beside {} in force",
        new.id(),
        crate::plain::plain(new.version()),
        crate::plain::plain(old.version())
    )?;
    for change in &report.changes {
        if let Some(named) = past.named.get(change.case) {
            writeln!(
                out,
                "{} {} {}",
                named.reference,
                named.date,
                crate::plain::plain(&named.event)
            )?;
        }
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
                AttachedKind::Public => "public",
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
        "{}, {} of them changed.",
        counted(totals.cases, "past application"),
        totals.changed
    )
}

fn days(period: Period) -> String {
    counted(period.days, &format!("{} day", period.unit.name()))
}
