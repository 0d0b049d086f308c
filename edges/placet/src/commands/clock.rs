//! `placet clock`: an authority's clock, reckoned again from the file that its page gives, with nothing else at hand.

use crate::arguments::Clock;
use crate::failure::Failure;
use calendar::{ClockRecord, Reckoning, Step};
use jiff::civil::Date;
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
    if arguments.json {
        let reckoned = ClockRecord {
            reckoning: Some(reckoning.clone()),
            ..record
        };
        super::json(&reckoned, out)?;
    } else {
        write!(out, "{reckoning}").map_err(Failure::machine)?;
    }
    match told.filter(|told| *told != reckoning) {
        None => Ok(()),
        Some(told) => Err(Failure::different(format!(
            "{name}: the reckoning in it is another: {}.\nAsk whoever gave it to you which facts of the clock are not in the file.",
            difference(&told, &reckoning)
        ))),
    }
}

/// Where the one that was told first differs from the one that was found.
fn difference(told: &Reckoning, found: &Reckoning) -> String {
    let day = |day: Option<Date>| day.map_or("no day yet".to_owned(), |day| day.to_string());
    let fields = [
        ("start", told.start.to_string(), found.start.to_string()),
        ("deadline", day(told.deadline), day(found.deadline)),
        ("used", told.used.to_string(), found.used.to_string()),
        (
            "remaining",
            told.remaining.to_string(),
            found.remaining.to_string(),
        ),
    ];
    if let Some((field, told, found)) = fields.into_iter().find(|(_, told, found)| told != found) {
        return format!("its {field} is {told}, and this one's {found}");
    }
    let same = told.steps.iter().zip(&found.steps);
    let at = same.take_while(|(told, found)| told == found).count();
    let step = |all: &[Step]| all.get(at).map_or("nothing".to_owned(), ToString::to_string);
    format!(
        "its step {} is “{}”, and this one's “{}”",
        at + 1,
        step(&told.steps),
        step(&found.steps)
    )
}
