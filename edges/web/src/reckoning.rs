//! The steps of a reckoning in the reader's language: each line can be redone on paper.

mod facts;

use crate::Text;
use crate::wording::cited;
use calendar::{NonWorking, Passed, Period, Standing, Step, Unit};
use clearance::{ClockFault, Referral, Terms};
use facts::Fact;
use rulebook::Rulebook;

/// The period in words, with what it rests on.
#[must_use]
pub fn period(t: Text, rulebook: Option<&Rulebook>, terms: &Terms) -> String {
    period_resting_on(t, rulebook, terms.period, &terms.kind, &terms.citation)
}

/// A period in words, with what kind of rule gives it and where that stands.
pub(crate) fn period_resting_on(
    t: Text,
    rulebook: Option<&Rulebook>,
    period: Period,
    kind: &str,
    citation: &str,
) -> String {
    let id = match period.unit {
        Unit::Working => "period-working",
        Unit::Calendar => "period-calendar",
        Unit::Month => "period-month",
    };
    t.with(
        id,
        [
            ("days", i64::from(period.days).into()),
            ("kind", t.get(&format!("basis-{kind}")).into()),
            ("citation", cited(t, rulebook, citation).into()),
        ],
    )
}

/// What the end of the period does, in words; nothing to say once it has been decided.
pub(crate) fn silence(t: Text, referral: &Referral) -> Option<String> {
    if referral.decided.is_some() {
        return None;
    }
    let id = if referral.advises() {
        "silence-advice".to_owned()
    } else {
        format!("silence-{}", referral.terms.silence.name())
    };
    Some(t.get(&id).into_owned())
}

/// The clock of a referral, a line each, to the day of its decision once there is one.
///
/// # Errors
/// [`ClockFault`] where it cannot be reckoned.
pub(crate) fn clock(
    t: Text,
    rulebook: Option<&Rulebook>,
    referral: &Referral,
) -> Result<Vec<String>, ClockFault> {
    let lines = with_facts(t, rulebook, referral)?;
    let said = |line: Line| match line.items {
        Some(items) => t.with(
            "step-items",
            [("step", line.text.into()), ("items", items.into())],
        ),
        None => line.text,
    };
    Ok(lines.into_iter().map(said).collect())
}

/// A line of a reckoning, and the fact that it rests on, where that is not the country's calendar.
pub(crate) struct Line {
    pub text: String,
    pub fact: Option<String>,
    /// What was awaited of a question that asks item by item, and until when.
    pub items: Option<String>,
}

impl Line {
    /// One that rests on no fact of its own.
    pub(crate) fn of(text: String) -> Line {
        Line {
            text,
            fact: None,
            items: None,
        }
    }
}

/// The same with the fact that each line rests on.
///
/// # Errors
/// [`ClockFault`] where it cannot be reckoned.
pub(crate) fn with_facts(
    t: Text,
    rulebook: Option<&Rulebook>,
    referral: &Referral,
) -> Result<Vec<Line>, ClockFault> {
    let reckoned = clearance::reckon(referral)?;
    let steps = reckoned.compact();
    let facts = facts::of(t, rulebook, referral, &steps);
    let both = steps.iter().zip(facts);
    let mut lines: Vec<Line> = both
        .map(|(step, fact)| Line {
            text: line(t, step),
            items: fact.as_ref().and_then(|fact| fact.items.clone()),
            fact: fact.map(Fact::words),
        })
        .collect();
    let zone = calendar::zone(&referral.terms.zone);
    let decided = referral.decided.as_ref().zip(zone);
    let decided = decided.map(|(decided, zone)| {
        if let Some(ended) = decided.ended {
            return t.one("step-silent", "date", t.date(ended));
        }
        let day = decided.by.at.to_zoned_datetime(zone).date();
        let elapsed = reckoned.state_on(day);
        let id = if elapsed.standing == Standing::Passed {
            "step-decided-late"
        } else {
            "step-decided"
        };
        t.with(
            id,
            [
                ("date", t.date(day).into()),
                ("number", i64::from(elapsed.used).into()),
            ],
        )
    });
    let letter = referral.letter();
    let letter = letter.map(|letter| t.one("step-letter", "dated", t.date(letter.dated)));
    let said = decided.into_iter().chain(letter);
    lines.extend(said.map(Line::of));
    Ok(lines)
}

/// The steps, a line each.
#[must_use]
pub fn lines(t: Text, steps: &[Step]) -> Vec<String> {
    steps.iter().map(|step| line(t, step)).collect()
}

/// From one day to another, or the one day.
pub(crate) fn span(t: Text, from: jiff::civil::Date, to: jiff::civil::Date) -> String {
    if from == to {
        t.date(from)
    } else {
        t.with("span", [("from", t.date(from).into()), ("to", t.date(to).into())])
    }
}

fn why(t: Text, why: &NonWorking) -> String {
    match why {
        NonWorking::Weekend => t.get("why-weekend").into_owned(),
        NonWorking::Closed { reason } => t.one("why-closed", "reason", reason.as_str()),
        NonWorking::Holiday { names } => {
            let name = names
                .get(t.language().tag())
                .or_else(|| names.get("en"))
                .or_else(|| names.values().next());
            name.cloned().unwrap_or_default()
        }
    }
}

/// Why days are passed over, from the first to the last: a day of the weekend by its name, each reason once.
fn passed(t: Text, passed: &[Passed]) -> String {
    let mut days: Vec<&Passed> = passed.iter().collect();
    days.sort_by_key(|one| one.date);
    let why = |one: &Passed| match one.why {
        NonWorking::Weekend => t.weekday(one.date),
        _ => why(t, &one.why),
    };
    let mut reasons: Vec<String> = vec![];
    for reason in days.into_iter().map(why) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let both =
        |id: &str, first: String, last: String| t.with(id, [("first", first.into()), ("last", last.into())]);
    let last = reasons.pop().unwrap_or_default();
    let before = reasons
        .into_iter()
        .reduce(|first, next| both("all-of", first, next));
    match before {
        Some(before) => both("both-of", before, last),
        None => last,
    }
}

/// From one day to another, or the one day.
fn days(t: Text, step: &Step) -> Option<String> {
    let skipped = |span: String, reason: &NonWorking| {
        t.with(
            "step-skipped",
            [("span", span.into()), ("why", why(t, reason).into())],
        )
    };
    Some(match step {
        Step::Counted { number, date }
        | Step::Run {
            from: date,
            days: 1,
            first: number,
            ..
        } => t.with(
            "step-counted",
            [
                ("span", t.date(*date).into()),
                ("number", i64::from(*number).into()),
            ],
        ),
        Step::Run {
            from,
            to,
            first,
            last,
            weekend_days,
            ..
        } => {
            let number = |number: u32| i64::from(number).into();
            // A schedule counts backward; a run is read forward, its days and their numbers.
            let ((from, first), (to, last)) = if from > to {
                ((to, last), (from, first))
            } else {
                ((from, first), (to, last))
            };
            t.with(
                "step-run",
                [
                    ("span", span(t, *from, *to).into()),
                    ("first", number(*first)),
                    ("last", number(*last)),
                    ("weekend", number(*weekend_days)),
                ],
            )
        }
        Step::Worked { date, why: rest } => t.with(
            "step-worked",
            [("date", t.date(*date).into()), ("why", why(t, rest).into())],
        ),
        Step::Skipped { date, why } => skipped(t.date(*date), why),
        Step::SkippedRun { from, to, why, .. } => skipped(span(t, *from.min(to), *from.max(to)), why),
        Step::Paused {
            from, to: Some(to), ..
        } => t.one("step-paused", "span", span(t, *from, *to)),
        _ => return None,
    })
}

/// How the day of receipt was told, and months.
fn receipt(t: Text, step: &Step) -> Option<String> {
    Some(match step {
        Step::Start { date } => t.one("step-start", "date", t.date(*date)),
        Step::StartCounted { date } => t.one("step-start-counted", "date", t.date(*date)),
        Step::ReceivedLater {
            arrived,
            cut_off,
            half_day,
            why: rest,
            date,
        } => {
            let late = match (cut_off, rest) {
                (Some(hour), _) if *half_day => t.one("late-half-day", "hour", t.clock(*hour)),
                (Some(hour), _) => t.one("late-hour", "hour", t.clock(*hour)),
                (None, Some(rest)) => why(t, rest),
                (None, None) => String::new(),
            };
            t.with(
                "step-received-later",
                [
                    ("arrived", t.date(arrived.date()).into()),
                    ("time", t.clock(arrived.time()).into()),
                    ("why", late.into()),
                    ("date", t.date(*date).into()),
                ],
            )
        }
        Step::Months { months, date, days } => t.with(
            "step-months",
            [
                ("months", i64::from(*months).into()),
                ("date", t.date(*date).into()),
                ("days", i64::from(*days).into()),
            ],
        ),
        Step::MonthsBack { months, date } => t.with(
            "step-months-back",
            [
                ("months", i64::from(*months).into()),
                ("date", t.date(*date).into()),
            ],
        ),
        _ => return None,
    })
}

fn line(t: Text, step: &Step) -> String {
    if let Some(line) = days(t, step).or_else(|| receipt(t, step)) {
        return line;
    }
    match step {
        Step::Extended { days, total } => t.with(
            "step-extended",
            [
                ("days", i64::from(*days).into()),
                ("total", i64::from(*total).into()),
            ],
        ),
        Step::RolledForward {
            from,
            to,
            passed: days,
        }
        | Step::RolledBack {
            from,
            to,
            passed: days,
        } => t.with(
            "step-rolled",
            [
                ("from", t.date(*from).into()),
                ("to", t.date(*to).into()),
                ("why", passed(t, days).into()),
            ],
        ),
        Step::Held { from, to } => t.with(
            "step-held",
            [("from", t.date(*from).into()), ("to", t.date(*to).into())],
        ),
        Step::Event { date } => t.one("step-event", "date", t.date(*date)),
        Step::Margin { days, date } => t.with(
            "step-margin",
            [("days", i64::from(*days).into()), ("date", t.date(*date).into())],
        ),
        Step::Result { date } => t.one("step-result", "date", t.date(*date)),
        Step::Paused { from, .. } => t.one("step-stands-still", "date", t.date(*from)),
        // Named above; a step that is new says at least what it is.
        _ => step.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Language;
    use jiff::civil::date;

    #[test]
    fn a_reason_why_days_do_not_count_is_said_once() {
        let festival = NonWorking::Holiday {
            names: std::sync::Arc::new([("en".to_owned(), "Water Festival".to_owned())].into()),
        };
        // The fourth of November 2023 is a Saturday; the festival has two days.
        let all = [
            NonWorking::Weekend,
            NonWorking::Weekend,
            festival.clone(),
            festival,
        ];
        let day = |(day, why): (i8, &NonWorking)| Passed {
            date: date(2023, 11, day),
            why: why.clone(),
        };
        let days: Vec<Passed> = (4..).zip(&all).map(day).collect();
        assert_eq!(
            passed(Text::of(Language::English), &days),
            "Saturday, Sunday and Water Festival"
        );
    }
}
