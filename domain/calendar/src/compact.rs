//! The compact form of a reckoning: days of one kind in one line.

use crate::{NonWorking, Step};
use jiff::civil::Date;

/// The same reckoning with runs of days merged. Weekends inside a run of counted days become a number; holidays and
/// closures keep a line of their own, because they are what a reader checks.
pub(crate) fn compact(steps: &[Step]) -> Vec<Step> {
    let mut lines: Vec<Step> = Vec::new();
    // Weekend days just after a run: part of it when counting goes on after them, lines of their own otherwise.
    let mut weekend: Vec<Date> = Vec::new();
    for step in steps {
        match step {
            Step::Counted { number, date } => count(&mut lines, &mut weekend, *number, *date),
            Step::Skipped {
                date,
                why: NonWorking::Weekend,
            } if matches!(lines.last(), Some(Step::Run { .. })) => {
                weekend.push(*date);
            }
            Step::Skipped { date, why } => {
                settle(&mut lines, &mut weekend);
                skip(&mut lines, *date, why);
            }
            other => {
                settle(&mut lines, &mut weekend);
                lines.push(other.clone());
            }
        }
    }
    settle(&mut lines, &mut weekend);
    lines
}

fn count(lines: &mut Vec<Step>, weekend: &mut Vec<Date>, number: u32, date: Date) {
    if let Some(Step::Run {
        to,
        days,
        last,
        weekend_days,
        ..
    }) = lines.last_mut()
    {
        *to = date;
        *last = number;
        *days += 1;
        *weekend_days += u32::try_from(weekend.len()).unwrap_or(u32::MAX);
        weekend.clear();
    } else {
        lines.push(Step::Run {
            from: date,
            to: date,
            days: 1,
            first: number,
            last: number,
            weekend_days: 0,
        });
    }
}

fn skip(lines: &mut Vec<Step>, date: Date, reason: &NonWorking) {
    match lines.last_mut() {
        Some(Step::SkippedRun { to, days, why, .. }) if why == reason => {
            *to = date;
            *days += 1;
        }
        _ => lines.push(Step::SkippedRun {
            from: date,
            to: date,
            days: 1,
            why: reason.clone(),
        }),
    }
}

fn settle(lines: &mut Vec<Step>, weekend: &mut Vec<Date>) {
    for date in weekend.drain(..) {
        skip(lines, date, &NonWorking::Weekend);
    }
}
