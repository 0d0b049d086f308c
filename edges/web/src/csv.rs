//! Tables for other programs (RFC 4180).

/// A row of cells.
pub(crate) fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    cells.join(",") + "\r\n"
}

/// What a formula begins with: where Chinese or Japanese is typed also as wide as their letters; and what programs skip before it.
const BEGINS_FORMULA: [char; 11] = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n'];

/// A cell as it is, and no formula of a program that opens the file: others chose what stands in it.
fn quoted(cell: &str) -> String {
    let mark = if cell.starts_with(BEGINS_FORMULA) { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_quoted_and_no_formula() {
        let cells = ["plain", "a \"b\", c", "=1+1"].map(str::to_owned);
        assert_eq!(row(&cells), "\"plain\",\"a \"\"b\"\", c\",\"'=1+1\"\r\n");
        for begins in ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", "\n="] {
            let cell = format!("{begins}1");
            assert_eq!(row(std::slice::from_ref(&cell)), format!("\"'{cell}\"\r\n"));
        }
    }
}
