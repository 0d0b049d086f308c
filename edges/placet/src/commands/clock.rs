//! `placet clock`: an authority's clock, reckoned again from the file that its page gives, with nothing else at hand.

use crate::arguments::Clock;
use crate::failure::Failure;
use calendar::ClockRecord;
use std::io::Write;

/// Runs the command. A reckoning in the file that is not what is reckoned here is exit code 1.
pub fn run(arguments: &Clock, out: &mut impl Write) -> Result<(), Failure> {
    let text = crate::given::text(&arguments.file)?;
    let name = arguments.file.display();
    let record: ClockRecord = serde_json::from_str(&text).map_err(|fault| {
        Failure::usage(format!(
            "{name}: this is no clock file: {fault}.\nTake the file from the referral's page, or write one as docs/formats/clock.md says."
        ))
    })?;
    let reckoning = record
        .reckon()
        .map_err(|fault| Failure::usage(format!("{name}: {fault}")))?;
    let told = record.reckoning.clone();
    let differs = told.as_ref().is_some_and(|told| *told != reckoning);
    if arguments.json {
        let reckoned = ClockRecord {
            reckoning: Some(reckoning.clone()),
            ..record
        };
        super::json(&reckoned, out)?;
    } else {
        write!(out, "{reckoning}").map_err(Failure::machine)?;
    }
    if !differs {
        return Ok(());
    }
    let due =
        |deadline: Option<jiff::civil::Date>| deadline.map_or("no day yet".to_owned(), |day| day.to_string());
    let told = due(told.and_then(|told| told.deadline));
    let found = due(reckoning.deadline);
    Err(Failure::different(format!(
        "{name}: the reckoning in it is another: it ends with {told}, and this one with {found}.\nAsk whoever gave it to you which facts of the clock are not in the file."
    )))
}
