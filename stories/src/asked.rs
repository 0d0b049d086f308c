//! An evening of which few authorities are asked, and one more by hand: for stories that begin there.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::Told;
use act::{ApplicationId, Reason};
use clearance::acts::{AskAlso, Circulate};
use desk::clearance::answer_field;

impl Installation {
    /// The application of an evening without fireworks and without an embassy, before the municipality and Interior, on 2 August.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn asked_few(&self) -> Told<ApplicationId> {
        let id = self.drafted(None).await?;
        let organiser = self.cast.actor("organiser")?;
        let draft = self.desk.draft_of(organiser, id).await?;
        let mut fields = draft.fields;
        for input in ["foreign_mission", "fireworks"] {
            fields.insert(answer_field(input), "no".to_owned());
        }
        fields.remove(&answer_field("largest_shell"));
        self.desk.save_draft(organiser, id, draft.version, fields).await?;
        self.submit(organiser, id).await?;
        self.clock_at("2023-08-02T02:30:00Z")?;
        self.acts("coordinator", id, Circulate::default()).await?;
        Ok(id)
    }

    /// The same, as on 3 August, when the coordinator has asked Foreign Affairs, too.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn asked_also(&self) -> Told<ApplicationId> {
        let id = self.asked_few().await?;
        self.clock_at("2023-08-03T02:30:00Z")?;
        self.acts("coordinator", id, asking_foreign_affairs()?).await?;
        Ok(id)
    }
}

/// Foreign Affairs asked by hand.
///
/// # Errors
/// None.
pub fn asking_foreign_affairs() -> Told<AskAlso> {
    Ok(AskAlso {
        authority: authority("mfaic")?,
        advises: false,
        reasons: Reason::new("An ambassador is to speak.")?,
        referral: None,
    })
}
