//! The same job in numpy.

use crate::{Done, TURNS};
use std::fmt::Write;
use std::process::{Command, Stdio};

/// A Python that may have numpy.
pub struct Numpy<'a>(&'a str);

/// Draws days by the quickest of what numpy offers: the distribution's inverse searched, or looked up in a table of
/// 65,536 days. Prints the middle of several turns, in days a second, as the program of ours does.
const DRAW: &str = "
import sys, time
try:
    import numpy
except ImportError:
    sys.exit(0)
by = numpy.array(sys.stdin.read().split(), dtype=float)
chance = numpy.random.Generator(numpy.random.SFC64(1))
many, turns = 1 << 20, int(sys.argv[1])
table = numpy.searchsorted(by, (numpy.arange(65536) + 0.5) / 65536).astype(numpy.uint16)
ways = [
    lambda: numpy.searchsorted(by, chance.random(many)),
    lambda: table[chance.integers(0, 65536, many, dtype=numpy.uint16)],
]
def rate(way):
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < 0.5:
        way()
        done += many
    return done / (time.perf_counter() - begun)
print(max(sorted(rate(way) for _ in range(turns))[turns // 2] for way in ways))
";

impl<'a> Numpy<'a> {
    pub fn of(python: &'a str) -> Self {
        Numpy(python)
    }

    /// Days drawn a second; none where numpy is not installed.
    pub fn samples(&self, by: &[f64]) -> Done<Option<f64>> {
        let mut numbers = String::new();
        for by in by {
            writeln!(numbers, "{by}")?;
        }
        let run = Command::new(self.0)
            .args(["-c", DRAW, &TURNS.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut run) = run else {
            return Ok(None);
        };
        if let Some(mut input) = run.stdin.take() {
            // A Python without numpy ends before it reads.
            let _ = std::io::Write::write_all(&mut input, numbers.as_bytes());
        }
        let told = String::from_utf8(run.wait_with_output()?.stdout)?;
        Ok(told.trim().parse().ok())
    }
}
