//! A record that is made up: four authorities that work on weekdays, one of which asks questions.

use forecast::{Chance, End, Entry, Pause, Record, WorkingDays};
use jiff::Span;
use jiff::civil::{Date, date};
use std::sync::Arc;

/// How many cases there are, one a day.
const CASES: i32 = 1_000;

/// The authorities' names.
pub fn authorities() -> [&'static str; 4] {
    ["municipality", "interior", "foreign-affairs", "defence"]
}

/// A day of the record; the first is a Monday.
pub fn day(number: i32) -> Date {
    date(2022, 1, 3).saturating_add(Span::new().days(number))
}

/// The record.
pub fn record() -> Record {
    let mut chance = Chance::of(7);
    let mut below = |most: u64| i32::try_from(chance.bits() % most).unwrap_or_default();
    let mut record = Record::default();
    let calendar = Arc::new(WorkingDays::from(day(0), (0..CASES + 2_000).map(|at| at % 7 < 5)));
    for name in authorities() {
        record.calendars.insert(name.to_owned(), Arc::clone(&calendar));
    }
    for case in 0..CASES {
        for (at, name) in (1..).zip(authorities()) {
            let mut days = 5 * at + below(10) + below(20) + below(10);
            let waits = 1 + below(15);
            let asks = at == 2 && days > 6 && below(2) == 0;
            days += if asks { waits } else { 0 };
            let end = if case + days < CASES {
                End::Decided(day(case + days))
            } else {
                End::Open
            };
            let pause = Pause {
                from: day(case + 5),
                to: (case + 5 + waits < CASES).then(|| day(case + 5 + waits)),
            };
            record.entries.push(Entry {
                case: case.to_string(),
                authority: name.to_owned(),
                referred: day(case),
                end,
                pauses: Vec::from_iter(asks.then_some(pause)),
            });
        }
    }
    record
}

/// An open case: asked five days ago, one authority waits for an answer.
pub fn case() -> (Date, Vec<Entry>) {
    let open = |name: &str| Entry {
        case: "open".to_owned(),
        authority: name.to_owned(),
        referred: day(CASES - 5),
        end: End::Open,
        pauses: vec![],
    };
    let mut asked = authorities().map(open);
    asked[1].pauses.push(Pause {
        from: day(CASES - 2),
        to: None,
    });
    (day(CASES), asked.to_vec())
}
