//! A city's permitted events, as it published them, brought through Placet one and all.

use super::{Figures, Row};
use crate::cast::Cast;
use crate::filing::{agreed, circulated, drafted_as, fields};
use crate::house::House;
use crate::server::Program;
use crate::{Done, trouble};
use act::Date;
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// How many cases are under way at a time.
const AT_ONCE: usize = 128;
/// The most characters of a name or a place that are taken over.
const MOST: usize = 200;

/// A row of "NYC Permitted Event Information" (NYC Open Data, tvpp-9vvx).
#[derive(Debug, Deserialize)]
struct Listed {
    #[serde(rename = "Event Name")]
    name: String,
    #[serde(rename = "Start Date/Time")]
    begins: String,
    #[serde(rename = "End Date/Time")]
    ends: String,
    #[serde(rename = "Event Location")]
    place: String,
}

/// An instant as the list writes it: `09/23/2017 10:00:00 AM`.
fn instant(text: &str) -> Done<DateTime> {
    DateTime::strptime("%m/%d/%Y %I:%M:%S %p", text).map_err(|fault| trouble(format!("{text}: {fault}")))
}

/// Some words, or `otherwise` where there are none, as long as a line may be, and without what cannot be seen: the list was recoded
/// somewhere, and has such characters in the midst of its words.
fn line(words: &str, otherwise: &str) -> String {
    let words: String = words
        .chars()
        .filter(|one| one.is_whitespace() || !act::disturbs_a_line(*one))
        .collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words: String = words.chars().take(MOST).collect();
    if words.is_empty() {
        otherwise.to_owned()
    } else {
        words
    }
}

impl Listed {
    /// What is applied for. An event of several days is applied for as its first; one that ends as it begins lasts a minute.
    fn fields(&self) -> Done<(Date, BTreeMap<String, String>)> {
        let (begins, ends) = (instant(&self.begins)?, instant(&self.ends)?);
        let until = if ends.time() == begins.time() {
            begins.time().wrapping_add(1.minute())
        } else {
            ends.time()
        };
        let hour = |time: Time| time.strftime("%H:%M").to_string();
        let mut fields = fields(&line(&self.name, "An event"), begins.date());
        fields.insert("place".to_owned(), line(&self.place, "New York"));
        fields.insert("from".to_owned(), hour(begins.time()));
        fields.insert("until".to_owned(), hour(until));
        Ok((begins.date(), fields))
    }
}

/// Brings every row of a list through its four reviews, from draft to decision, and says how long it took.
///
/// # Errors
/// If a row cannot be read, or one is refused.
pub async fn replay(program: &Program, folder: &Path, list: &Path) -> Done<Figures> {
    let mut events = vec![];
    let mut rows = csv::Reader::from_path(list).map_err(trouble)?;
    for row in rows.deserialize::<Listed>() {
        events.push(row.map_err(trouble)?.fields()?);
    }
    let first = events.iter().map(|(day, _)| *day).min();
    let first = first.ok_or_else(|| trouble("the list is empty"))?;
    // The rulebook has begun a hundred days before the first of them; weekdays stay what they are.
    let weeks = ((jiff::civil::date(2023, 8, 10) - first).get_days() + 6) / 7;
    let later = |day: Date| day.saturating_add((7 * weeks.max(0)).days());
    let first = later(first);
    for (day, fields) in &mut events {
        *day = later(*day);
        fields.insert("date".to_owned(), day.to_string());
    }
    let data = folder.join("replay");
    program.init(&data, None)?;
    let house = House::open(&data, None).await?;
    // A hundred days before the first of them: each is still ahead.
    let begun = first.saturating_sub(100.days()).in_tz("UTC").map_err(trouble)?;
    let desk = house.desk_at(begun.timestamp())?;
    let cast = Cast::assemble(&desk).await?;
    let count = events.len();
    let size = house.store().size().await.map_err(trouble)?;
    let left = Arc::new(Mutex::new(events.into_iter()));
    let mut working = JoinSet::new();
    let began = Instant::now();
    for _ in 0..AT_ONCE {
        let (desk, cast, left) = (Arc::clone(&desk), cast.clone(), Arc::clone(&left));
        working.spawn(async move {
            loop {
                let next = left.lock().map_err(trouble)?.next();
                let Some((_, fields)) = next else {
                    return Done::Ok(());
                };
                let id = drafted_as(&desk, &cast, None, fields).await.map_err(trouble)?;
                circulated(&desk, &cast, id).await.map_err(trouble)?;
                agreed(&desk, &cast, id).await.map_err(trouble)?;
            }
        });
    }
    while let Some(ended) = working.join_next().await {
        ended.map_err(trouble)??;
    }
    let taken = began.elapsed();
    let facts = house.store().size().await.map_err(trouble)? - size;
    drop(desk);
    house.close().await?;
    Ok(told(count, facts, taken))
}

fn told(count: usize, facts: u64, taken: Duration) -> Figures {
    let mut figures = Figures::default();
    figures.rows.push(Row {
        what: format!("{count} permitted events of New York, each handed in and decided by four authorities"),
        wanted: "≤ 30 s",
        found: format!("{:.1} s", taken.as_secs_f64()),
        limit: format!("{facts} facts, {:.0}/s", facts as f64 / taken.as_secs_f64()),
    });
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_what_is_applied_for() {
        let row = Listed {
            name: " Block  Par\u{93}ty ".to_owned(),
            begins: "09/23/2017 10:00:00 AM".to_owned(),
            ends: "09/24/2017 10:00:00 AM".to_owned(),
            place: String::new(),
        };
        let (day, fields) = row.fields().unwrap();
        assert_eq!(day.to_string(), "2017-09-23");
        let said = ["title", "place", "date", "from", "until"].map(|field| fields[field].as_str());
        assert_eq!(said, ["Block Party", "New York", "2017-09-23", "10:00", "10:01"]);
        assert!(instant("23.09.2017").is_err());
    }
}
