//! Reading a record of referrals from comma-separated text.

use csv::{Reader, ReaderBuilder, StringRecord, Trim};
use forecast::{End, Entry, Record};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::fmt;

/// The columns that are read; others may stand beside them.
const COLUMNS: [&str; 4] = ["case", "authority", "referred", "decided"];

/// Of each authority it is kept for how long its referrals were open, day by day: a record of more is no country's, and would
/// fill the memory.
const MOST_AUTHORITIES: usize = 2_000;

/// So many faults are told; more would only be scrolled past.
const TOLD: usize = 20;

/// What is wrong, where, and what to do.
#[derive(Debug, PartialEq)]
pub struct Fault {
    file: String,
    /// Counted from 1; the heading is the first. None where it is about what is not told.
    line: Option<u64>,
    column: Option<&'static str>,
    what: String,
    todo: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}\n{}", self.what, self.todo)
    }
}

/// Reads a record.
///
/// # Errors
/// Every fault, up to a number.
pub fn read(file: &str, text: &str) -> Result<Record, Vec<Fault>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .trim(Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let columns = columns(file, &mut reader)?;
    let cells = reader.headers().map_or(0, StringRecord::len);
    let mut record = Record::default();
    let mut faults = vec![];
    for row in reader.into_records() {
        let read = row
            .map_err(|fault| {
                let line = fault.position().map(csv::Position::line);
                vec![Fault {
                    line,
                    ..whole(
                        file,
                        fault.to_string(),
                        "Save the file as comma-separated text in UTF-8.",
                    )
                }]
            })
            .and_then(|row| {
                let row = Row {
                    file,
                    columns,
                    row: &row,
                };
                row.has(cells).and_then(|()| row.entry())
            });
        match read {
            Ok(entry) => record.entries.push(entry),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        return bounded(file, record);
    }
    let more = faults.len().saturating_sub(TOLD);
    if more > 0 {
        faults.truncate(TOLD);
        faults.push(whole(
            file,
            format!("{more} more faults"),
            "Mend those above, and run it again.",
        ));
    }
    Err(faults)
}

/// A record of no more authorities than are kept apart.
fn bounded(file: &str, record: Record) -> Result<Record, Vec<Fault>> {
    let names: BTreeSet<&str> = record
        .entries
        .iter()
        .map(|entry| entry.authority.as_str())
        .collect();
    if names.len() <= MOST_AUTHORITIES {
        return Ok(record);
    }
    let what = format!(
        "it names {} authorities, and at most {MOST_AUTHORITIES} are kept apart",
        names.len()
    );
    Err(vec![Fault {
        column: Some("authority"),
        ..whole(
            file,
            what,
            "Divide the record, or see that the column holds authorities and no numbers of cases.",
        )
    }])
}

fn whole(file: &str, what: String, todo: &'static str) -> Fault {
    Fault {
        file: file.to_owned(),
        line: None,
        column: None,
        what,
        todo,
    }
}

/// Where each column stands.
fn columns(file: &str, reader: &mut Reader<&[u8]>) -> Result<[usize; COLUMNS.len()], Vec<Fault>> {
    let heading = reader.headers().cloned().unwrap_or_default();
    let mut faults = vec![];
    let columns = COLUMNS.map(|column| {
        let mut places = heading.iter().enumerate().filter(|(_, name)| *name == column);
        let place = places.next();
        let what = match (&place, places.next()) {
            (None, _) => "there is no such column",
            (_, Some(_)) => "there are two columns of that name",
            _ => "",
        };
        if !what.is_empty() {
            faults.push(Fault {
                line: Some(1),
                column: Some(column),
                ..whole(
                    file,
                    what.to_owned(),
                    "Begin the file with the line: case,authority,referred,decided",
                )
            });
        }
        place.map_or(0, |(place, _)| place)
    });
    if faults.is_empty() {
        Ok(columns)
    } else {
        Err(faults)
    }
}

/// A row, and where its columns stand.
struct Row<'a> {
    file: &'a str,
    columns: [usize; COLUMNS.len()],
    row: &'a StringRecord,
}

impl Row<'_> {
    /// A comma that is not quoted, or a file that was cut, would put days into the wrong columns.
    fn has(&self, cells: usize) -> Result<(), Vec<Fault>> {
        let found = self.row.len();
        if found == cells {
            return Ok(());
        }
        Err(vec![Fault {
            column: None,
            ..self.fault(
                0,
                &format!("the row has {found} cells, and the heading has {cells}"),
                "Put a cell that holds a comma in quotation marks, and end no row early.",
            )
        }])
    }

    fn entry(&self) -> Result<Entry, Vec<Fault>> {
        let mut faults = vec![];
        let case = self.text(0, "Give each case a name or a number.", &mut faults);
        let authority = self.text(1, "Name the authority that was asked.", &mut faults);
        let referred = self.day(2, &mut faults);
        let decided = self.day(3, &mut faults);
        if referred.is_none() && faults.iter().all(|fault| fault.column != Some("referred")) {
            faults.push(self.fault(
                2,
                "there is no day",
                "Write the day on which the authority was asked, as 2026-11-19.",
            ));
        }
        let backward = referred
            .zip(decided)
            .is_some_and(|(referred, decided)| decided < referred);
        if backward {
            faults.push(self.fault(
                3,
                "this is before the day on which the authority was asked",
                "Mend one of the two days, or leave the row out.",
            ));
        }
        match referred {
            Some(referred) if faults.is_empty() => Ok(Entry {
                case: case.to_owned(),
                authority: authority.to_owned(),
                referred,
                end: decided.map_or(End::Open, End::Decided),
                pauses: vec![],
            }),
            _ => Err(faults),
        }
    }

    fn cell(&self, column: usize) -> &str {
        self.row.get(self.columns[column]).unwrap_or_default()
    }

    fn text(&self, column: usize, todo: &'static str, faults: &mut Vec<Fault>) -> &str {
        let cell = self.cell(column);
        if cell.is_empty() {
            faults.push(self.fault(column, "this is empty", todo));
        }
        cell
    }

    /// The day in a column; none where it is empty.
    fn day(&self, column: usize, faults: &mut Vec<Fault>) -> Option<Date> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        let day = cell.parse().ok();
        if day.is_none() {
            let what = format!("\u{201c}{cell}\u{201d} is no day");
            let todo = "Write it as 2026-11-19; leave decided empty where a referral is open at the end.";
            faults.push(self.fault(column, &what, todo));
        }
        day
    }

    fn fault(&self, column: usize, what: &str, todo: &'static str) -> Fault {
        Fault {
            line: self.row.position().map(csv::Position::line),
            column: Some(COLUMNS[column]),
            ..whole(self.file, what.to_owned(), todo)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<String> {
        let faults = read("log.csv", text).unwrap_err();
        faults
            .iter()
            .map(|fault| fault.to_string().replace('\n', " "))
            .collect()
    }

    #[test]
    fn rows_are_read_in_any_order_of_columns() {
        let text = "\u{feff}note,decided,case,authority,referred\n,2026-02-03,1,\"Fire, and rescue\",2026-01-02\nx, ,1,b,2026-01-02\n";
        let record = read("log.csv", text).unwrap();
        assert_eq!(record.entries[0].authority, "Fire, and rescue");
        assert_eq!(record.entries[0].days(), Some(32));
        assert_eq!(record.entries[1].end, End::Open);
        assert_eq!(
            read("log.csv", "case,authority,referred,decided\n")
                .unwrap()
                .entries,
            []
        );
    }

    #[test]
    fn every_fault_has_its_line_its_column_and_what_to_do() {
        let text = "case,authority,referred,decided\n1,a,2026-01-02,2026-13-01\n,a,2026-01-02,\n2,,,\n3,a,2026-01-02,2026-01-01\n4,a,b,2026-01-02,\n";
        assert_eq!(
            faults(text),
            [
                "log.csv, line 2, column decided: “2026-13-01” is no day Write it as 2026-11-19; leave decided empty where a referral is open at the end.",
                "log.csv, line 3, column case: this is empty Give each case a name or a number.",
                "log.csv, line 4, column authority: this is empty Name the authority that was asked.",
                "log.csv, line 4, column referred: there is no day Write the day on which the authority was asked, as 2026-11-19.",
                "log.csv, line 5, column decided: this is before the day on which the authority was asked Mend one of the two days, or leave the row out.",
                "log.csv, line 6: the row has 5 cells, and the heading has 4 Put a cell that holds a comma in quotation marks, and end no row early.",
            ]
        );
    }

    /// What is kept grows with each of them.
    #[test]
    fn a_record_of_very_many_authorities_is_refused() {
        let of = |authorities: usize| {
            let rows = (0..authorities).map(|number| format!("{number},a{number},2026-01-02,\n"));
            format!("case,authority,referred,decided\n{}", rows.collect::<String>())
        };
        assert!(read("log.csv", &of(MOST_AUTHORITIES)).is_ok());
        assert_eq!(
            faults(&of(MOST_AUTHORITIES + 1)),
            [
                "log.csv, column authority: it names 2001 authorities, and at most 2000 are kept apart Divide the record, or see that the column holds authorities and no numbers of cases."
            ]
        );
    }

    #[test]
    fn a_column_that_is_missing_or_there_twice_is_named() {
        let todo = "Begin the file with the line: case,authority,referred,decided";
        assert_eq!(
            faults("case,authority,authority,referred\n"),
            [
                format!("log.csv, line 1, column authority: there are two columns of that name {todo}"),
                format!("log.csv, line 1, column decided: there is no such column {todo}"),
            ]
        );
        assert_eq!(faults("").len(), 4);
    }

    #[test]
    fn a_file_of_faults_is_not_told_to_its_end() {
        let text = format!("case,authority,referred,decided\n{}", "1,a,x,\n".repeat(30));
        let faults = faults(&text);
        assert_eq!(faults.len(), 21);
        assert_eq!(
            faults[20],
            "log.csv: 10 more faults Mend those above, and run it again."
        );
    }
}
