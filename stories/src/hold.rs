//! Days that are held: for stories that begin there.

use crate::case::RULEBOOK;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{HoldId, Reason, Text};
use desk::clearance::HoldIn;
use jiff::civil::time;

/// What a day is held for.
pub const HELD_FOR: &str = "A fair of a thousand lamps";
/// What is said with it.
pub const HELD_WORDS: &str = "As every year, with the same tents.";

impl Installation {
    /// Somebody asks for a day to be held at a place, from six to nine in the evening.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn asks_for_day(&self, key: &str, kind: &str, (place, date): (&str, &str)) -> Told<HoldId> {
        let hold: HoldId = self.desk.sending().to_string().parse()?;
        let entered = HoldIn {
            hold,
            rulebook: RULEBOOK.to_owned(),
            kind: Text::new(kind)?,
            place: Text::new(place)?,
            date: date.parse()?,
            hours: (time(18, 0, 0, 0), time(21, 0, 0, 0)),
            words: Some(Reason::new(HELD_WORDS)?),
        };
        Ok(self.desk.ask_hold(self.cast.actor(key)?, entered).await?)
    }

    /// The organiser asks for 20 December on the hill.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn hold_asked(&self) -> Told<HoldId> {
        self.asks_for_day("organiser", HELD_FOR, ("The hill", "2023-12-20"))
            .await
    }
}
