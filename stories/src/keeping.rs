//! The case with a permit that has conditions of two ministries: for stories of what is shown for them.

use crate::case::{DECIDERS, authority};
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason, RequestId, Text};
use clearance::acts::{Decide, IssuePermit, ShowKept};
use clearance::{Condition, Decision, Phase};

/// What Interior demands before the event.
pub const PLAN: &str = "The fire brigade holds the plan of the quay.";
/// What Defence demands after it.
pub const GROUND: &str = "The ground is left clean.";
/// What the organiser shows first.
pub const PROOF: &str = "The brigade has had the plan since Monday.";

fn demand(text: &str, phase: Phase, shown_by: &str) -> Told<Decision> {
    let mut condition = Condition::plain(Text::new(text)?);
    condition.terms.phase = phase;
    condition.terms.shown_by = Some(shown_by.parse()?);
    Ok(Decision::GrantedWithConditions {
        conditions: vec![condition],
    })
}

impl Installation {
    /// The application with its permit, on 1 September: Interior wants a plan shown by 5 November, Defence the ground clean by the
    /// 24th, five days after the event.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn conditioned(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.circulated(cites).await?;
        self.clock_at("2023-08-21T02:00:00Z")?;
        for (whose, decider) in DECIDERS {
            let decision = match whose {
                "moi" => demand(PLAN, Phase::Before, "2023-11-05")?,
                "mond" => demand(GROUND, Phase::After, "2023-11-24")?,
                _ => Decision::Granted,
            };
            let decide = Decide {
                authority: authority(whose)?,
                decision,
                reasons: None,
            };
            self.acts(decider, id, decide).await?;
        }
        self.clock_at("2023-09-01T02:00:00Z")?;
        self.acts("coordinator", id, IssuePermit).await?;
        Ok(id)
    }

    /// The same when the organiser has shown the first of them to be kept.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn shown_kept(&self, cites: Option<RequestId>) -> Told<ApplicationId> {
        let id = self.conditioned(cites).await?;
        let shown = ShowKept {
            authority: authority("moi")?,
            number: 1,
            words: Reason::new(PROOF)?,
            documents: vec![],
        };
        self.acts("organiser", id, shown).await?;
        Ok(id)
    }
}
