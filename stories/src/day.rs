//! The case with a permit whose event is near, or was yesterday: for stories of the day itself.

use crate::case::{DECIDERS, authority};
use crate::installation::Installation;
use crate::trouble::{Told, trouble};
use act::{ApplicationId, Text};
use clearance::acts::{Decide, IssuePermit};
use clearance::{Condition, Decision, Phase};

/// What Interior demands while the event lasts.
pub const BARGE: &str = "Nobody is on the barge while it fires.";
/// What it demands after it, with money that it keeps until then.
pub const LAWN: &str = "The lawn is left as it was; 500 USD are deposited for it.";

fn demand(text: &str, phase: Phase) -> Told<Condition> {
    let mut condition = Condition::plain(Text::new(text)?);
    condition.terms.phase = phase;
    Ok(condition)
}

impl Installation {
    /// The application with its permit on 1 September, the event being on the day after.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn on_the_day(&self) -> Told<ApplicationId> {
        self.permitted_on("2023-09-02").await
    }

    /// The same, the event having been on the day before.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn after_the_day(&self) -> Told<ApplicationId> {
        self.permitted_on("2023-08-31").await
    }

    /// Whatever is applied for from now on is on this day; without one, on that of the demonstration.
    ///
    /// # Errors
    /// Never in a story that is told in order.
    pub fn dated(&self, date: Option<&str>) -> Told {
        *self.date.lock().map_err(|_| trouble("the day broke"))? = date.map(str::to_owned);
        Ok(())
    }

    /// The day on which the next application is to be, if the story gave it one.
    pub(crate) fn date(&self) -> Option<String> {
        self.date.lock().ok()?.clone()
    }

    async fn permitted_on(&self, date: &str) -> Told<ApplicationId> {
        self.dated(Some(date))?;
        let id = self.circulated(None).await;
        self.dated(None)?;
        let id = id?;
        self.clock_at("2023-08-21T02:00:00Z")?;
        for (whose, decider) in DECIDERS {
            let decision = match whose {
                "moi" => Decision::GrantedWithConditions {
                    conditions: vec![demand(LAWN, Phase::After)?, demand(BARGE, Phase::During)?],
                },
                _ => Decision::Granted,
            };
            let decide = Decide {
                authority: authority(whose)?,
                decision,
                reasons: None,
            };
            self.acts(decider, id, decide).await?;
        }
        self.clock_at("2023-08-25T02:00:00Z")?;
        self.acts("coordinator", id, IssuePermit).await?;
        self.clock_at("2023-09-01T02:00:00Z")?;
        Ok(id)
    }
}
