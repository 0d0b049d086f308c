//! `placet check`: which authorities an event needs, why, the latest day to file with each, and what comes with them.

mod needs;
mod print;
mod public;
mod report;
mod version;

use crate::arguments::Check;
use crate::failure::Failure;
use rulebook::Case;
use std::io::Write;

/// Runs the command. A case that is late for any authority is exit code 1.
pub async fn run(arguments: &Check, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.display().to_string();
    let wanted = Case::wanted(&name, &text).map_err(Failure::usage)?;
    let chosen = version::choose(arguments, &wanted).await?;
    let case = Case::parse(&name, &text, &chosen.rulebook).map_err(|faults| super::faults(&faults))?;
    let checked = report::check(&chosen, &case, arguments.as_of)?;
    if arguments.json {
        super::json(&checked, out)?;
    } else {
        print::print(&checked, out).map_err(Failure::machine)?;
    }
    if checked.in_time {
        return Ok(());
    }
    Err(Failure::different(
        "The latest day to file has passed for at least one authority.\nAsk it at once whether it can still decide in time, or choose a later day for the event.",
    ))
}
