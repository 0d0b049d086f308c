//! What a process uses, as Linux counts it under `/proc`.

use crate::{Done, trouble};
use std::time::Duration;

/// The processor time that a process has used, its own and the system's for it, to a hundredth of a second.
///
/// # Errors
/// If there is no such process.
pub fn processor_time(process: u32) -> Done<Duration> {
    let text = std::fs::read_to_string(format!("/proc/{process}/stat")).map_err(trouble)?;
    // The name may hold blanks; what follows its bracket does not. Fields 14 and 15 are in ticks (proc(5)), which are
    // hundredths of a second on every Linux that Rust runs on.
    let fields: Vec<&str> = text
        .rsplit_once(')')
        .map(|(_, rest)| rest.split_whitespace().collect())
        .unwrap_or_default();
    let ticks = |at: usize| fields.get(at).and_then(|field| field.parse::<u64>().ok());
    match (ticks(11), ticks(12)) {
        (Some(user), Some(system)) => Ok(Duration::from_millis((user + system) * 10)),
        _ => Err(trouble(format!("/proc/{process}/stat is not as proc(5) says"))),
    }
}

/// The memory of a process in bytes: its own, and its share of what it shares (PSS).
///
/// # Errors
/// If there is no such process.
pub fn memory(process: u32) -> Done<u64> {
    let path = format!("/proc/{process}/smaps_rollup");
    let text = std::fs::read_to_string(&path).map_err(trouble)?;
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    let kibibytes = line.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok());
    kibibytes
        .map(|kibibytes| kibibytes * 1024)
        .ok_or_else(|| trouble(format!("{path} is not as proc(5) says")))
}
