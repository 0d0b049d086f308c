//! What happens by itself to many cases at one instant.

use super::{Figures, Measured};
use crate::house::House;
use crate::{Done, trouble};
use jiff::{Timestamp, ToSpan};
use std::time::Instant;

impl Measured {
    /// Every event is over, and nobody looked until now.
    pub(super) async fn deadlines(&self, figures: &mut Figures) -> Done {
        let house = House::open(&self.data, None).await?;
        let later = Timestamp::now()
            .checked_add((24 * 600).hours())
            .map_err(trouble)?;
        let desk = house.desk_at(later)?;
        let size = house.store().size().await.map_err(trouble)?;
        let begun = Instant::now();
        let done = desk.do_what_is_due().await.map_err(trouble)?;
        let taken = begun.elapsed();
        let facts = house.store().size().await.map_err(trouble)? - size;
        if facts != done || desk.do_what_is_due().await.map_err(trouble)? != 0 {
            return Err(trouble(format!("{done} were done, {facts} are written down")));
        }
        drop(desk);
        house.close().await?;
        figures.take(
            format!("{done} cases at once: what happens by itself, each once and in order"),
            "100,000 in ≤ 10 s",
            format!("{:.1} s", taken.as_secs_f64()),
            format!("{:.0}/s", done as f64 / taken.as_secs_f64()),
        );
        Ok(())
    }
}
