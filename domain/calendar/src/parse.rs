//! Reading a calendar from its file: comma-separated text, a heading `date,<language>,…`, one holiday a line.

use crate::resting::Resting;
use crate::{Calendar, LoadFault, Names, Weekend};
use csv::{ReaderBuilder, StringRecord};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

impl Calendar {
    /// Reads a calendar. It covers whole years, from the first year that has a holiday to the last. Of a language
    /// code only the language is kept (`en_US` becomes `en`); an empty cell means no name in that language.
    ///
    /// # Errors
    /// A [`LoadFault`] with the line, for the first thing wrong.
    pub fn parse(id: &str, text: &str, weekend: Weekend) -> Result<Calendar, LoadFault> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
        let languages = languages(id, reader.headers().map_err(|fault| row_fault(id, 1, &fault))?)?;
        let mut holidays: BTreeMap<Date, Arc<Names>> = BTreeMap::new();
        for record in reader.records() {
            let record = record.map_err(|fault| {
                let line = fault.position().map_or(1, csv::Position::line);
                row_fault(id, line, &fault)
            })?;
            let line = record.position().map_or(1, csv::Position::line);
            let (date, names) = holiday(id, line, &languages, &record)?;
            if holidays.insert(date, Arc::new(names)).is_some() {
                return Err(LoadFault::Repeated {
                    calendar: id.to_owned(),
                    line,
                    date,
                });
            }
        }
        let (from, to) = years(id, &holidays)?;
        let rests = |day: Date| weekend.includes(day.weekday()) || holidays.contains_key(&day);
        Ok(Calendar {
            id: id.to_owned(),
            weekend,
            resting: Resting::of(from, to, rests),
            holidays: Arc::new(holidays),
            from,
            to,
            closed: BTreeMap::new(),
            open: BTreeSet::new(),
            half: BTreeMap::new(),
        })
    }
}

fn row_fault(id: &str, line: u64, fault: &csv::Error) -> LoadFault {
    let what = match fault.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("{len} cells stand where the heading has {expected_len}")
        }
        _ => "the line cannot be read".to_owned(),
    };
    LoadFault::Row {
        calendar: id.to_owned(),
        line,
        what,
    }
}

fn languages(id: &str, heading: &StringRecord) -> Result<Vec<String>, LoadFault> {
    let fault = || LoadFault::Heading {
        calendar: id.to_owned(),
        found: heading.iter().collect::<Vec<_>>().join(","),
    };
    let mut cells = heading.iter();
    if cells.next() != Some("date") {
        return Err(fault());
    }
    let language = |cell: &str| {
        cell.split(['_', '-'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    let languages: Vec<String> = cells.map(language).collect();
    let distinct: BTreeSet<&String> = languages.iter().collect();
    let named = languages
        .iter()
        .all(|code| (2..=3).contains(&code.len()) && code.is_ascii());
    if languages.is_empty() || distinct.len() != languages.len() || !named {
        return Err(fault());
    }
    Ok(languages)
}

fn holiday(
    id: &str,
    line: u64,
    languages: &[String],
    record: &StringRecord,
) -> Result<(Date, Names), LoadFault> {
    let found = record.get(0).unwrap_or_default();
    let date = day(found).ok_or_else(|| LoadFault::BadDate {
        calendar: id.to_owned(),
        line,
        found: found.to_owned(),
    })?;
    let names: Names = languages
        .iter()
        .zip(record.iter().skip(1))
        .map(|(language, name)| (language.clone(), name.trim().to_owned()))
        .filter(|(_, name)| !name.is_empty())
        .collect();
    if names.is_empty() {
        return Err(LoadFault::Nameless {
            calendar: id.to_owned(),
            line,
        });
    }
    Ok((date, names))
}

/// A day written `YYYY-MM-DD` and in no other of the ways that the date library would also read.
fn day(text: &str) -> Option<Date> {
    text.parse().ok().filter(|date: &Date| date.to_string() == text)
}

fn years(id: &str, holidays: &BTreeMap<Date, Arc<Names>>) -> Result<(Date, Date), LoadFault> {
    let listed: BTreeSet<i16> = holidays.keys().map(|date| date.year()).collect();
    let (Some(first), Some(last)) = (listed.first(), listed.last()) else {
        return Err(LoadFault::Empty {
            calendar: id.to_owned(),
        });
    };
    if let Some(year) = (*first..=*last).find(|year| !listed.contains(year)) {
        return Err(LoadFault::YearMissing {
            calendar: id.to_owned(),
            year,
        });
    }
    Ok((jiff::civil::date(*first, 1, 1), jiff::civil::date(*last, 12, 31)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_file_becomes_whole_years_of_named_holidays() {
        let text =
            "\u{feff}date,en_US,km\n2023-11-09,Independence Day,\n2024-01-01,\"New Year, first day\",ទិវា\n";
        let calendar = Calendar::parse("own", text, Weekend::SATURDAY_SUNDAY).unwrap();
        assert_eq!(
            (calendar.from(), calendar.to()),
            (date(2023, 1, 1), date(2024, 12, 31))
        );
        let names = &calendar.holidays()[&date(2024, 1, 1)];
        assert_eq!(
            (names["en"].as_str(), names["km"].as_str()),
            ("New Year, first day", "ទិវា")
        );
        assert!(!calendar.holidays()[&date(2023, 11, 9)].contains_key("km"));
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let check = |text: &str, expect: &str| {
            let fault = Calendar::parse("own", text, Weekend::SATURDAY_SUNDAY)
                .unwrap_err()
                .to_string();
            assert!(
                fault.starts_with(&format!("calendar own{expect}")),
                "{text:?} gave {fault}"
            );
        };
        check("", ", line 1: the heading is");
        check("date\n", ", line 1: the heading is");
        check(
            "day,en\n2023-01-01,x\n",
            ", line 1: the heading is \u{201c}day,en\u{201d}",
        );
        check("date,en,ភា\n2023-01-01,x,y\n", ", line 1: the heading is");
        check("date,english\n2023-01-01,x\n", ", line 1: the heading is");
        check("date,en_US,en_GB\n2023-01-01,x,y\n", ", line 1: the heading is");
        check("date,en\n", ": no holiday");
        check(
            "date,en\n2023-01-01,x\n2023-02-30,y\n",
            ", line 3, column date: \u{201c}2023-02-30\u{201d}",
        );
        check("date,en\n2023-01-01T10:00,x\n", ", line 2, column date");
        check("date,en\n20230101,x\n", ", line 2, column date");
        check("date,en\n2023-01-01, \n", ", line 2: the holiday has no name");
        check(
            "date,en\n2023-01-01,x,y\n",
            ", line 2: 3 cells stand where the heading has 2",
        );
        check(
            "date,en\n2023-01-01,x\n2023-01-01,y\n",
            ", line 3: 2023-01-01 is already named",
        );
        check(
            "date,en\n2023-01-01,x\n2025-01-01,y\n",
            ": no holiday is listed for 2024",
        );
    }
}
