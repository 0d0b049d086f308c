//! A check as text.

use super::needs::{Due, Limit, Need, Needs, Paper, Safety, Term};
use super::public::{Kept, Public, Shown};
use super::report::{Basis, Checked, Line, Pin};
use super::version::Standing;
use crate::commands::counted;
use rulebook::{FeePer, Phase};
use std::io::{Result, Write};

pub fn print(checked: &Checked, out: &mut impl Write) -> Result<()> {
    writeln!(
        out,
        "Event on {}; reckoned on {}, by {} {}, {}.",
        checked.event_date,
        checked.as_of,
        checked.rulebook.id,
        checked.rulebook.version,
        standing(&checked.rulebook)
    )?;
    for line in &checked.authorities {
        authority(line, out)?;
    }
    needs(&checked.needs, out)?;
    match &checked.public {
        Some(one) => public(one, out),
        None => Ok(()),
    }
}

fn standing(of: &Pin) -> String {
    let until = of
        .valid_to
        .map_or_else(String::new, |last| format!(" until {last}"));
    let held = format!("from {}{until}", of.valid_from);
    match of.standing {
        Standing::Named => format!("which the case names (it holds {held})"),
        Standing::InForce => format!("which is in force ({held})"),
        Standing::NotInForce => format!("which is not in force on that day (it holds {held})"),
    }
}

fn rests_on(basis: &Basis) -> String {
    format!("[{}: {}]", basis.kind, basis.basis)
}

fn authority(line: &Line, out: &mut impl Write) -> Result<()> {
    writeln!(out, "\n{} ({}, {})", line.name, line.id, line.competence)?;
    for rule in &line.rules {
        writeln!(
            out,
            "  asked because   {} [{}; {}: {}]",
            rule.reason, rule.rule, rule.kind, rule.basis
        )?;
    }
    let period = &line.period;
    writeln!(
        out,
        "  may take        {} {}",
        period.words(),
        rests_on(&period.basis)
    )?;
    if let Some(lead) = &line.lead_time {
        let (words, basis) = (lead.words(), rests_on(&lead.basis));
        writeln!(out, "  to be filed     {words} before the event {basis}")?;
    }
    let slack = match line.slack_days {
        0 => "today".to_owned(),
        days if days > 0 => format!("{} left", counted(days, "day")),
        days => format!("passed {} ago", counted(-days, "day")),
    };
    writeln!(out, "  latest filing   {} ({slack})", line.latest_filing)?;
    for step in &line.reckoning {
        writeln!(out, "                  {step}")?;
    }
    Ok(())
}

fn needs(needs: &Needs, out: &mut impl Write) -> Result<()> {
    kind("Documents to hand in", &needs.documents, document, out)?;
    kind("Fees", &needs.fees, fee, out)?;
    kind("Conditions to expect", &needs.conditions, condition, out)?;
    kind("Safety distances", &needs.distances, distance, out)
}

fn kind<T>(
    title: &str,
    needs: &[Need<T>],
    words: impl Fn(&T) -> (String, Option<String>),
    out: &mut impl Write,
) -> Result<()> {
    if !needs.is_empty() {
        writeln!(out, "\n{title}")?;
    }
    for need in needs {
        let (what, more) = words(&need.what);
        writeln!(out, "  {what} {}", rests_on(&need.basis))?;
        if let Some(more) = more {
            writeln!(out, "                  {more}")?;
        }
        writeln!(out, "                  for {}", need.authorities.join(", "))?;
    }
    Ok(())
}

fn document(paper: &Paper) -> (String, Option<String>) {
    (paper.label.clone(), paper.help.clone())
}

fn fee(due: &Due) -> (String, Option<String>) {
    let per = match due.per {
        FeePer::Application => "application",
        FeePer::Day => "day",
    };
    let amount = format!("{} {} for each {per}", due.amount, due.currency);
    let within = due.within.map(|days| {
        let days = counted(days, "day");
        format!("to be paid within {days} after the authority was asked")
    });
    let before = due.before_permit.then(|| "before any permit".to_owned());
    let more: Vec<String> = [within, before, due.how.clone()].into_iter().flatten().collect();
    let more = Some(more.join("; ")).filter(|more| !more.is_empty());
    (format!("{}: {amount}", due.label), more)
}

fn condition(term: &Term) -> (String, Option<String>) {
    let phase = match term.phase {
        Phase::Before => "before the event",
        Phase::During => "during the event",
        Phase::After => "after the event",
    };
    let proof = if term.proof {
        "; it must be shown that it is kept"
    } else {
        ""
    };
    let day = term.shown_by.map_or_else(String::new, |by| {
        let side = if term.phase == Phase::After {
            "after"
        } else {
            "before"
        };
        format!("; to be shown {} {} days {side} it", by.days, by.unit.name())
    });
    let limit = term.limit.as_ref().map_or_else(String::new, limit);
    (term.text.clone(), Some(format!("{phase}{proof}{day}{limit}")))
}

fn limit(limit: &Limit) -> String {
    let measure = limit.measure.replace('-', " ");
    match (&limit.value, limit.unit) {
        (None, _) => format!("; {measure}: as the authority says"),
        (Some(value), None) => format!("; {measure} {value}"),
        (Some(value), Some(unit)) => format!("; {measure} {value} {unit}"),
    }
}

fn distance(safety: &Safety) -> (String, Option<String>) {
    let unit = safety.unit.as_deref().unwrap_or_default();
    let rows = safety.rows.iter();
    let rows = rows.map(|row| format!("up to {} {unit}: {} m", row.up_to, row.metres));
    let what = match &safety.metres {
        Some(metres) => format!("{metres} m"),
        None => {
            let beyond = "as the authority says, since the answer is larger than the rulebook foresees";
            let beyond = safety.beyond.then(|| beyond.to_owned());
            beyond.into_iter().chain(rows).collect::<Vec<_>>().join("; ")
        }
    };
    (what, Some(format!("by the answer to: {}", safety.question)))
}

fn public(public: &Public, out: &mut impl Write) -> Result<()> {
    let keeps = match public.keeps.as_slice() {
        [] => "without a permit it does not stay there".to_owned(),
        endings => format!("it stays there without a permit if {}", endings.join(" or ")),
    };
    writeln!(
        out,
        "\nIn the public register from when it is {}; {keeps} {}",
        public.from,
        rests_on(&public.basis)
    )?;
    public.fields.iter().try_for_each(|field| shown(field, out))
}

fn shown(field: &Shown, out: &mut impl Write) -> Result<()> {
    if field.withheld.is_empty() {
        return writeln!(out, "  {}: from when it is {}", field.field, field.since);
    }
    for Kept { until_over, rule } in &field.withheld {
        let until = if *until_over {
            " until the event is over"
        } else {
            ""
        };
        writeln!(
            out,
            "  {}: withheld{until}: {} [{}; {}: {}]",
            field.field, rule.reason, rule.rule, rule.kind, rule.basis
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::version::Chosen;
    use super::*;
    use desk::Binding;

    #[test]
    fn a_published_version_is_told_with_the_day_that_it_was_published_for() {
        let version = crate::shipped::version("kh-phnom-penh").unwrap().unwrap();
        let written = version.rulebook.valid_from();
        let published = Binding {
            version,
            from: written.tomorrow().unwrap(),
            proposal: Some(1),
        };
        let told = |day| {
            let pin = Pin::of(&Chosen::on(day, &published));
            assert_eq!(pin.valid_from, published.from);
            standing(&pin)
        };
        let from = published.from;
        assert_eq!(told(from), format!("which is in force (from {from})"));
        let before = format!("which is not in force on that day (it holds from {from})");
        assert_eq!(told(written), before);
    }
}
