//! Figures, and the time that they are of.

use std::fmt::Write;
use std::time::{Duration, Instant};

/// Time is taken for so long at least.
const LONG_ENOUGH: Duration = Duration::from_millis(500);

/// One figure.
struct Row {
    what: String,
    wanted: &'static str,
    found: String,
    beside: String,
}

/// All figures, as they are taken.
#[derive(Default)]
pub struct Figures {
    rows: Vec<Row>,
}

impl Figures {
    /// Notes a figure, and what stands beside it.
    pub fn take(&mut self, what: impl Into<String>, wanted: &'static str, found: String, beside: String) {
        let what = what.into();
        eprintln!("{what}: {found} (wanted: {wanted}; {beside})");
        self.rows.push(Row {
            what,
            wanted,
            found,
            beside,
        });
    }

    /// The figures as a table in Markdown.
    pub fn table(&self) -> String {
        let mut text = "| what | wanted | found | beside zen-engine |\n|---|---|---|---|\n".to_owned();
        for row in &self.rows {
            // A String takes everything that is written to it.
            let _ = writeln!(
                text,
                "| {} | {} | {} | {} |",
                row.what, row.wanted, row.found, row.beside
            );
        }
        text
    }
}

/// How often in a second something is done that a pass does so many times.
pub fn rate(times: usize, mut pass: impl FnMut()) -> f64 {
    let begun = Instant::now();
    let mut done = 0;
    while begun.elapsed() < LONG_ENOUGH {
        pass();
        done += times;
    }
    done as f64 / begun.elapsed().as_secs_f64()
}

/// The middle one of some figures.
pub fn middle(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}
