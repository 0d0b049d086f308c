//! Statements over several rows at once, with one text for each number of places, so that few are prepared.

/// A statement over a list of rows with so many columns each. All its text is the program's own.
pub(crate) fn values(head: &str, columns: usize, rows: usize, tail: &str) -> String {
    let row = format!("({})", vec!["?"; columns].join(", "));
    format!("{head}{}{tail}", vec![row.as_str(); rows].join(", "))
}
