//! What can be wrong with a calendar file, and what a calendar refuses to answer.

use jiff::civil::Date;
use std::fmt;

/// A question that a calendar cannot answer. Never answered by a guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// The reckoning needs a day outside the years that the calendar covers.
    OutOfRange {
        /// The calendar's id.
        calendar: String,
        /// The first day asked for that is not covered.
        date: Date,
        /// The first day covered.
        from: Date,
        /// The last day covered.
        to: Date,
    },
    /// A period of no days: nobody can be late or in time by it.
    EmptyPeriod,
    /// A pause that ends before it begins.
    BackwardPause {
        /// The day it is said to begin.
        from: Date,
        /// The day it is said to end.
        to: Date,
    },
    /// The same day was entered both as closed and as open.
    ClosedAndOpen {
        /// The calendar's id.
        calendar: String,
        /// The day.
        date: Date,
    },
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CalendarFault::OutOfRange {
                calendar,
                date,
                from,
                to,
            } => write!(
                f,
                "the calendar {calendar} does not know {date}: it covers {from} to {to}. Use a calendar that covers \
                 that day."
            ),
            CalendarFault::EmptyPeriod => {
                f.write_str("a period of 0 days sets no deadline. Give a period of at least one day.")
            }
            CalendarFault::BackwardPause { from, to } => {
                write!(
                    f,
                    "the pause that begins on {from} ends before that, on {to}. Correct one of the two days."
                )
            }
            CalendarFault::ClosedAndOpen { calendar, date } => write!(
                f,
                "in the calendar {calendar}, {date} is entered both as closed and as open. Keep one of the two."
            ),
        }
    }
}

impl std::error::Error for CalendarFault {}

/// What is wrong with a calendar file. `line` counts from 1 and includes the heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadFault {
    /// The heading is not `date` followed by at least one language, each once.
    Heading {
        /// The calendar's id.
        calendar: String,
        /// The heading found.
        found: String,
    },
    /// A line that is not comma-separated text with as many cells as the heading.
    Row {
        /// The calendar's id.
        calendar: String,
        /// Where.
        line: u64,
        /// What the reader of the file says.
        what: String,
    },
    /// A date that is not `YYYY-MM-DD` or does not exist.
    BadDate {
        /// The calendar's id.
        calendar: String,
        /// Where.
        line: u64,
        /// The text found.
        found: String,
    },
    /// A day named on two lines.
    Repeated {
        /// The calendar's id.
        calendar: String,
        /// Where it is named again.
        line: u64,
        /// The day.
        date: Date,
    },
    /// A holiday without a name in any language.
    Nameless {
        /// The calendar's id.
        calendar: String,
        /// Where.
        line: u64,
    },
    /// A file without a single holiday: it would cover no year.
    Empty {
        /// The calendar's id.
        calendar: String,
    },
    /// A year between the first and the last without any holiday, so most likely lost.
    YearMissing {
        /// The calendar's id.
        calendar: String,
        /// The year.
        year: i16,
    },
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadFault::Heading { calendar, found } => write!(
                f,
                "calendar {calendar}, line 1: the heading is \u{201c}{found}\u{201d}. Write date, then one language \
                 code for each column of names, each language once."
            ),
            LoadFault::Row { calendar, line, what } => write!(
                f,
                "calendar {calendar}, line {line}: {what}. Give each line the heading's columns, in UTF-8."
            ),
            LoadFault::BadDate {
                calendar,
                line,
                found,
            } => write!(
                f,
                "calendar {calendar}, line {line}, column date: \u{201c}{found}\u{201d} is not a day. Write it as \
                 YYYY-MM-DD."
            ),
            LoadFault::Repeated { calendar, line, date } => write!(
                f,
                "calendar {calendar}, line {line}: {date} is already named above. Put all its names on one line."
            ),
            LoadFault::Nameless { calendar, line } => {
                write!(
                    f,
                    "calendar {calendar}, line {line}: the holiday has no name. Name it in one language at least."
                )
            }
            LoadFault::Empty { calendar } => {
                write!(
                    f,
                    "calendar {calendar}: no holiday is listed, so no year is covered. Add the years' holidays."
                )
            }
            LoadFault::YearMissing { calendar, year } => {
                write!(
                    f,
                    "calendar {calendar}: no holiday is listed for {year}. Add that year's holidays."
                )
            }
        }
    }
}

impl std::error::Error for LoadFault {}
