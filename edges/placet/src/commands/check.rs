//! `placet check`: which authorities an event needs, why, and the latest day to file with each.

use crate::arguments::Check;
use crate::failure::Failure;
use calendar::{Calendar, Schedule};
use jiff::civil::Date;
use rulebook::{Case, Required, Rulebook};
use serde::Serialize;
use std::io::Write;
use std::path::{Path, PathBuf};

#[derive(Serialize)]
struct Checked {
    format: &'static str,
    rulebook: Pin,
    as_of: Date,
    event_date: Date,
    authorities: Vec<Line>,
    in_time: bool,
}

#[derive(Serialize)]
struct Pin {
    id: String,
    version: String,
    hash: String,
}

#[derive(Serialize)]
struct Line {
    id: String,
    name: String,
    competence: &'static str,
    rule: String,
    reason: String,
    basis: String,
    kind: &'static str,
    rules: Vec<Rule>,
    period: Period,
    latest_filing: Date,
    slack_days: i64,
    in_time: bool,
    reckoning: Vec<String>,
}

#[derive(Serialize)]
struct Rule {
    rule: String,
    reason: String,
    basis: String,
    kind: &'static str,
}

#[derive(Serialize)]
struct Period {
    days: u32,
    unit: &'static str,
    basis: String,
    kind: &'static str,
    assumed: bool,
}

/// Runs the command. A case that is late for any authority is exit code 1.
pub fn run(arguments: &Check, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.display().to_string();
    let wanted = Case::rulebook_named(&name, &text).map_err(Failure::usage)?;
    let rulebook = find(arguments.rulebooks.as_deref(), &arguments.file, &wanted)?;
    let case = Case::parse(&name, &text, &rulebook).map_err(|faults| {
        Failure::usage(
            faults
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
                .join("\n"),
        )
    })?;
    let checked = check(&rulebook, &case, arguments.as_of)?;
    let written = if arguments.json {
        serde_json::to_writer_pretty(&mut *out, &checked)
            .map_err(std::io::Error::from)
            .and_then(|()| writeln!(out))
    } else {
        print(&checked, out)
    };
    written.map_err(Failure::machine)?;
    if checked.in_time {
        Ok(())
    } else {
        Err(Failure::different(
            "The latest day to file has passed for at least one authority.",
        ))
    }
}

fn find(given: Option<&Path>, case: &Path, id: &str) -> Result<Rulebook, Failure> {
    let beside = case.parent().map(|folder| folder.join("../rulebooks"));
    let places: Vec<PathBuf> = match given {
        Some(folder) => vec![folder.to_owned()],
        None => [Some(PathBuf::from("rulebooks")), beside]
            .into_iter()
            .flatten()
            .collect(),
    };
    for place in &places {
        let folder = place.join(id);
        if folder.join(crate::rulebooks::FILES[0]).is_file() {
            return crate::rulebooks::load(&folder);
        }
    }
    if let Some(rulebook) = crate::rulebooks::shipped(id)? {
        return Ok(rulebook);
    }
    let looked = places
        .iter()
        .map(|place| place.display().to_string())
        .collect::<Vec<_>>()
        .join(", ");
    Err(Failure::usage(format!(
        "the rulebook \u{201c}{id}\u{201d} was not found in {looked}\nName the folder that holds rulebooks with --rulebooks."
    )))
}

fn check(rulebook: &Rulebook, case: &Case, as_of: Date) -> Result<Checked, Failure> {
    let evaluation = rulebook.evaluate(&case.answers).map_err(Failure::usage)?;
    let authorities = evaluation
        .authorities
        .iter()
        .map(|required| line(rulebook, required, case.event.date, as_of))
        .collect::<Result<Vec<_>, _>>()?;
    let in_time = authorities.iter().all(|line| line.in_time);
    Ok(Checked {
        format: "placet-check/1",
        rulebook: Pin {
            id: rulebook.id().to_owned(),
            version: rulebook.version().to_owned(),
            hash: rulebook.hash().to_owned(),
        },
        as_of,
        event_date: case.event.date,
        authorities,
        in_time,
    })
}

fn line(rulebook: &Rulebook, required: &Required, event: Date, as_of: Date) -> Result<Line, Failure> {
    let unknown = || Failure::usage(format!("the rulebook names no authority {}", required.authority));
    let authority = rulebook.authority(&required.authority).ok_or_else(unknown)?;
    let first = required.fired.first().ok_or_else(unknown)?;
    let schedule = schedule(rulebook, required, authority, event)?;
    let slack = as_of
        .until(schedule.latest_filing)
        .map_err(Failure::usage)?
        .get_days();
    let rule = |fired: &rulebook::Fired| Rule {
        rule: fired.id.clone(),
        reason: rulebook
            .reason(&fired.reason)
            .map_or_else(|| fired.reason.clone(), |text| text.in_language("en").to_owned()),
        basis: fired.citation.clone(),
        kind: fired.kind.name(),
    };
    let shown = rule(first);
    Ok(Line {
        id: required.authority.clone(),
        name: authority.name.in_language("en").to_owned(),
        competence: authority.competence.name(),
        rule: shown.rule,
        reason: shown.reason,
        basis: shown.basis,
        kind: shown.kind,
        rules: required.fired.iter().map(rule).collect(),
        period: Period {
            days: required.period.days,
            unit: required.period.unit.name(),
            basis: required.period_basis.citation.clone(),
            kind: required.period_basis.kind.name(),
            assumed: required.period_basis.kind == rulebook::BasisKind::Assumption,
        },
        latest_filing: schedule.latest_filing,
        slack_days: i64::from(slack),
        in_time: slack >= 0,
        reckoning: schedule.compact().iter().map(ToString::to_string).collect(),
    })
}

/// The backward schedule of one authority, in its own calendar.
fn schedule(
    rulebook: &Rulebook,
    required: &Required,
    authority: &rulebook::Authority,
    event: Date,
) -> Result<Schedule, Failure> {
    let calendar = Calendar::named(&authority.calendar).ok_or_else(|| {
        Failure::usage(format!(
            "the rulebook {} names the calendar {}, which is not known",
            rulebook.id(),
            authority.calendar
        ))
    })?;
    clearance::latest_filing(event, required, calendar).map_err(Failure::usage)
}

fn print(checked: &Checked, out: &mut impl Write) -> std::io::Result<()> {
    writeln!(
        out,
        "Event on {}; reckoned on {}, by {} {}.",
        checked.event_date, checked.as_of, checked.rulebook.id, checked.rulebook.version
    )?;
    for line in &checked.authorities {
        writeln!(out, "\n{} ({}, {})", line.name, line.id, line.competence)?;
        for rule in &line.rules {
            writeln!(
                out,
                "  asked because   {} [{}; {}: {}]",
                rule.reason, rule.rule, rule.kind, rule.basis
            )?;
        }
        let assumed = if line.period.assumed {
            "; our assumption"
        } else {
            ""
        };
        writeln!(
            out,
            "  may take        {} {} days [{}: {}{assumed}]",
            line.period.days, line.period.unit, line.period.kind, line.period.basis
        )?;
        let slack = match line.slack_days {
            0 => "today".to_owned(),
            days if days > 0 => format!("{days} days left"),
            days => format!("passed {} days ago", -days),
        };
        writeln!(out, "  latest filing   {} ({slack})", line.latest_filing)?;
        for step in &line.reckoning {
            writeln!(out, "                  {step}")?;
        }
    }
    Ok(())
}
