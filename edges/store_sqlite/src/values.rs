//! Statements over several rows at once, with one text for each number of places, so that few are prepared.

use sqlx::AssertSqlSafe;

/// A statement over a list of rows with so many columns each. All its text is the program's own.
pub(crate) fn values(head: &str, columns: usize, rows: usize, tail: &str) -> AssertSqlSafe<String> {
    let row = format!("({})", vec!["?"; columns].join(", "));
    AssertSqlSafe(format!("{head}{}{tail}", vec![row.as_str(); rows].join(", ")))
}
