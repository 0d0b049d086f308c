//! `placet rebuild`: all views again from the facts, compared with what they were.

use crate::arguments::Place;
use crate::failure::Failure;
use crate::installation::Installation;
use std::io::Write;

/// Runs the command. Views that were otherwise before are exit code 1: something had changed them.
pub async fn run(place: &Place, out: &mut impl Write) -> Result<(), Failure> {
    let store = Installation::at(place)?.store().await?;
    let before = store.dump_views().await?;
    let progress = crate::progress::spinner("folding all facts again");
    let facts = store.rebuild().await?;
    progress.finish_and_clear();
    let after = store.dump_views().await?;
    writeln!(out, "{facts} facts were folded into {} views.", after.len()).map_err(Failure::machine)?;
    if before == after {
        return Ok(());
    }
    let differing = before
        .iter()
        .filter(|line| after.binary_search(line).is_err())
        .count();
    Err(Failure::different(format!(
        "{differing} views differed from the facts and were put right.\nSomething other than Placet changed them: run `placet verify` on the folder."
    )))
}
