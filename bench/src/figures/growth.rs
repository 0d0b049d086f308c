//! What pages cost in an installation that has grown: the same pages, the same open cases, and a thousand times as many that are over.

use super::{Cost, Figures, PAGES, Row, cost, milliseconds, seed};
use crate::cast::{Cast, Passes, give_password};
use crate::client::Pass;
use crate::filing;
use crate::house::House;
use crate::server::Program;
use crate::{Done, trouble};
use act::{ApplicationId, Timestamp};
use clearance::ApplicationFact;
use desk::store::{Append, NewFact, Part, Store, StreamId};
use jiff::ToSpan;
use jiff::tz::TimeZone;
use record::Place;
use std::path::Path;
use std::sync::Arc;

/// How many cases there are before and after.
pub const SIZES: [usize; 2] = [1_000, 1_000_000];
/// Of them, so many are before the authorities and so many are to be circulated, in both.
const CIRCULATED: usize = 200;
const SUBMITTED: usize = 200;
/// Cases that are appended together, and days over which those that are over are spread.
const TOGETHER: usize = 256;
const DAYS: usize = 3_000;

/// A case that was handed in and is over, as facts: the others are made after it.
struct Pattern {
    facts: Vec<act::Recorded<ApplicationFact>>,
}

impl Pattern {
    /// Brings one case from draft to its end, long ago.
    async fn of(house: &House, cast: &Cast) -> Done<Pattern> {
        let now = Timestamp::now();
        let past = |days: i64| now.checked_sub((24 * days).hours()).map_err(trouble);
        let desk = house.desk_at(past(60)?)?;
        let day = past(30)?.to_zoned_datetime(TimeZone::UTC).date();
        let id = filing::drafted(&desk, cast, None, "An evening long ago", day)
            .await
            .map_err(trouble)?;
        filing::submitted(&desk, cast, id).await.map_err(trouble)?;
        let later = house.desk_at(past(20)?)?;
        later.do_what_is_due().await.map_err(trouble)?;
        let stored = house
            .store()
            .stream(&StreamId::new("application", id))
            .await
            .map_err(trouble)?;
        let mut facts = vec![];
        for fact in stored {
            let payload = fact.payload.ok_or_else(|| trouble("a fact has no words"))?;
            facts.push(record::read::<ApplicationFact>(&payload).map_err(trouble)?.1);
        }
        Ok(Pattern { facts })
    }

    /// The same case under another id, reference and day.
    fn part(&self, number: usize) -> Done<Part> {
        let id = ApplicationId::new(uuid(number));
        let mut facts = vec![];
        for (version, fact) in (1..).zip(&self.facts) {
            let mut fact = fact.clone();
            if let ApplicationFact::Submitted {
                reference,
                submission,
                ..
            } = &mut fact.fact
            {
                *reference = format!("OLD-{number:07}");
                let days = i64::try_from(number % DAYS).unwrap_or(0);
                submission.event.date = submission.event.date.saturating_sub(days.days());
            }
            let place = Place {
                id: id.to_string(),
                version,
            };
            let payload = record::write(&place, &fact).map_err(trouble)?;
            let mut salt = [0; 32];
            getrandom::fill(&mut salt).map_err(trouble)?;
            facts.push(NewFact { payload, salt });
        }
        Ok(Part {
            stream: StreamId::new("application", id),
            expected: 0,
            facts,
            folded: None,
        })
    }
}

/// An id that no other case has.
fn uuid(number: usize) -> uuid::Uuid {
    uuid::Uuid::from_u128((1 << 120) + number as u128)
}

/// Appends cases that are over, many together.
async fn load(store: &Arc<dyn Store>, pattern: &Pattern, numbers: std::ops::Range<usize>) -> Done {
    let last = numbers.end;
    let mut next = numbers.start;
    while next < last {
        let end = last.min(next + TOGETHER);
        let parts = (next..end)
            .map(|number| pattern.part(number))
            .collect::<Done<_>>()?;
        store.append(Append { parts }).await.map_err(trouble)?;
        next = end;
    }
    Ok(())
}

/// Pages that people open every day: what it is, who reads it, and where it is.
fn pages(passes: &Passes, open: &[ApplicationId]) -> Vec<(&'static str, Option<Pass>, Vec<String>)> {
    let cases = open.iter().map(|id| format!("/en/cases/{id}")).collect();
    let one = |path: &str| vec![path.to_owned()];
    let decider = passes.deciders.first().map(|(_, pass)| pass.clone());
    vec![
        ("case page", Some(passes.organiser.clone()), cases),
        (
            "organiser's events",
            Some(passes.organiser.clone()),
            one("/en/events"),
        ),
        (
            "organiser's inbox",
            Some(passes.organiser.clone()),
            one("/en/inbox"),
        ),
        ("board", Some(passes.coordinator.clone()), one("/en/board")),
        ("docket", decider, one("/en/docket")),
        ("public calendar", None, one("/en/calendar")),
        ("public register", None, one("/en/register")),
    ]
}

/// Takes the cost of each page in an installation of a thousand cases and of a million, on SQLite or on a database.
///
/// # Errors
/// If the program does not do what it should.
pub async fn growth(program: &Program, folder: &Path, database: Option<&str>) -> Done<Figures> {
    let data = folder.join("growth");
    program.init(&data, database)?;
    let house = House::open(&data, database).await?;
    let desk = house.desk()?;
    let cast = Cast::assemble(&desk).await?;
    let open = seed(&desk, &cast, CIRCULATED, true).await?;
    seed(&desk, &cast, SUBMITTED, false).await?;
    give_password(&desk).await?;
    let passes = Passes::of(&desk, &cast).await?;
    let pattern = Pattern::of(&house, &cast).await?;
    let mut found: Vec<Vec<Cost>> = vec![];
    let mut loaded = CIRCULATED + SUBMITTED;
    drop(desk);
    for size in SIZES {
        load(&house.store(), &pattern, loaded..size).await?;
        loaded = size;
        let server = program.serve(&data, None)?;
        let mut costs = vec![];
        for (_, pass, paths) in pages(&passes, &open) {
            costs.push(cost(&server, pass.as_ref(), &paths, 1, PAGES / 8).await?);
        }
        found.push(costs);
    }
    house.close().await?;
    let store = if database.is_some() {
        "PostgreSQL"
    } else {
        "SQLite"
    };
    let mut figures = Figures::default();
    for (at, (what, _, _)) in pages(&passes, &open).iter().enumerate() {
        let cost = |size: usize| {
            found
                .get(size)
                .and_then(|costs| costs.get(at))
                .map(|cost| cost.each)
        };
        let (Some(small), Some(large)) = (cost(0), cost(1)) else {
            continue;
        };
        figures.rows.push(Row {
            what: format!("{what}, {store}: processor time with {} cases", SIZES[1]),
            wanted: "≤ 1.3 × with 1,000",
            found: milliseconds(large),
            limit: format!(
                "{:.2} × with {} ({})",
                large.as_secs_f64() / small.as_secs_f64(),
                SIZES[0],
                milliseconds(small)
            ),
        });
    }
    Ok(figures)
}
