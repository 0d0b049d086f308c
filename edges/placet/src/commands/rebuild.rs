//! `placet rebuild`: all views again from the facts, compared with what they were.

use crate::arguments::Place;
use crate::failure::Failure;
use crate::installation::Installation;
use desk::views::version;
use std::collections::HashSet;
use std::io::Write;

/// Runs the command. Views that were otherwise before are exit code 1: something had changed them.
pub async fn run(place: &Place, out: &mut impl Write) -> Result<(), Failure> {
    let store = Installation::at(place)?.store().await?;
    if version::renew(store.as_ref()).await? {
        return writeln!(
            out,
            "The views of another version of Placet were folded again from the facts."
        )
        .map_err(Failure::machine);
    }
    let before = store.dump_views().await?;
    let progress = crate::progress::spinner("folding all facts again");
    let facts = store.rebuild().await?;
    progress.finish_and_clear();
    let after = store.dump_views().await?;
    writeln!(out, "{facts} facts were folded into {} views.", after.len()).map_err(Failure::machine)?;
    if before == after {
        return Ok(());
    }
    let differing = differing(&before, &after);
    Err(Failure::different(format!(
        "Views that differed from the facts and were put right: {differing}.\nSomething other than Placet changed them: run `placet verify` on the folder."
    )))
}

/// How many views differ. A changed one is a line that is gone and a line that is new.
fn differing(before: &[String], after: &[String]) -> usize {
    let [before, after] = [before, after].map(|lines| lines.iter().collect::<HashSet<_>>());
    let gone = before.difference(&after).count();
    gone.max(after.difference(&before).count())
}
