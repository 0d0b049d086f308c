//! `placet rulebook trace`: which rules a case fires, on which answers, and what follows.

use super::{Pin, faults, json};
use crate::arguments::Trace;
use crate::failure::Failure;
use crate::rulebooks::load;
use calendar::Calendar;
use jiff::civil::Date;
use rulebook::{Case, Evaluation, Required, Rulebook};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

#[derive(Serialize)]
struct Traced {
    format: &'static str,
    rulebook: Pin,
    event_date: Date,
    /// The last day to file with each authority, where its calendar is known and covers it.
    latest_filing: BTreeMap<String, Date>,
    #[serde(flatten)]
    evaluation: Evaluation,
    /// What had no value, and why.
    nulls: Vec<String>,
}

/// Runs the command. A table that contradicts itself on the case is exit code 1.
pub fn run(arguments: &Trace, out: &mut impl Write) -> Result<(), Failure> {
    let rulebook = load(&arguments.folder)?;
    let text = crate::given::text(&arguments.case)?;
    let name = arguments.case.display().to_string();
    let case = Case::parse(&name, &text, &rulebook).map_err(|found| faults(&found))?;
    let evaluation = rulebook.evaluate(&case.answers).map_err(Failure::different)?;
    let day = |required: &Required| {
        let calendar = Calendar::named(&rulebook.authority(&required.authority)?.calendar)?;
        let schedule = clearance::latest_filing(case.event.date, required, calendar).ok()?;
        Some((required.authority.clone(), schedule.latest_filing))
    };
    let traced = Traced {
        format: "placet-rulebook-trace/1",
        rulebook: Pin::of(&rulebook),
        event_date: case.event.date,
        latest_filing: evaluation.authorities.iter().filter_map(day).collect(),
        nulls: rulebook
            .without_value(&case.answers)
            .iter()
            .map(ToString::to_string)
            .collect(),
        evaluation,
    };
    if arguments.json {
        return json(&traced, out);
    }
    print(&rulebook, &traced, out).map_err(Failure::machine)
}

fn print(rulebook: &Rulebook, traced: &Traced, out: &mut impl Write) -> std::io::Result<()> {
    for required in &traced.evaluation.authorities {
        let name = rulebook.authority(&required.authority);
        let name = name.map_or("", |authority| authority.name.in_language("en"));
        writeln!(out, "{} ({name})", required.authority)?;
        for fired in &required.fired {
            let reason = rulebook.reason(&fired.reason);
            let reason = reason.map_or(fired.reason.as_str(), |text| text.in_language("en"));
            writeln!(
                out,
                "  {}: {reason} [{}: {}]",
                fired.id,
                fired.kind.name(),
                fired.citation
            )?;
            for tested in &fired.inputs {
                writeln!(
                    out,
                    "    {} is {}, which meets {}",
                    tested.input, tested.value, tested.test
                )?;
            }
        }
        print_terms(required, traced.latest_filing.get(&required.authority), out)?;
    }
    if traced.evaluation.authorities.is_empty() {
        writeln!(out, "No rule fires: nobody is asked.")?;
    }
    for null in &traced.nulls {
        writeln!(out, "{null}")?;
    }
    Ok(())
}

fn print_terms(required: &Required, latest: Option<&Date>, out: &mut impl Write) -> std::io::Result<()> {
    let basis = &required.period_basis;
    writeln!(
        out,
        "  may take {} {} days [{}: {}]",
        required.period.days,
        required.period.unit.name(),
        basis.kind.name(),
        basis.citation
    )?;
    if let Some(lead) = &required.lead_time {
        let clear = if lead.clear { "clear " } else { "" };
        writeln!(
            out,
            "  to be filed {} {clear}{} days ahead [{}: {}]",
            lead.days,
            lead.unit.name(),
            lead.basis.kind.name(),
            lead.basis.citation
        )?;
    }
    if let Some(latest) = latest {
        writeln!(out, "  latest filing {latest}")?;
    }
    let lists = [
        ("documents", &required.documents),
        ("fees", &required.fees),
        ("conditions", &required.conditions),
    ];
    for (what, ids) in lists {
        if !ids.is_empty() {
            writeln!(out, "  {what}: {}", ids.join(", "))?;
        }
    }
    for distance in &required.distances {
        match distance.metres {
            Some(metres) => writeln!(out, "  distance {}: {metres} m", distance.id)?,
            None => writeln!(out, "  distance {}: not known for this answer", distance.id)?,
        }
    }
    Ok(())
}
