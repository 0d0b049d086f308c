//! The case of the demonstration when somebody without an account was asked for advice by a link: for stories that begin there.

use crate::case::authority;
use crate::installation::Installation;
use crate::trouble::{Told, trouble};
use act::{AdviceId, ApplicationId, Reason, Title};
use clearance::AdviceAsked;
use desk::clearance::AdviceLink;

/// What Interior asks the harbour master.
pub const BY_LINK_QUESTION: &str = "Do boats moor below the quay that night?";
/// Where the link goes.
pub const BY_LINK_ADDRESS: &str = "harbour@port.example";

impl Installation {
    /// What Interior asks the harbour master until 20 September, who may read the plan.
    ///
    /// # Errors
    /// If the case was not handed in.
    pub async fn asking_by_link(&self, id: ApplicationId) -> Told<AdviceAsked> {
        let view = self.desk.case(self.cast.actor("interior-officer")?, id).await?;
        let plan = view.application.attachments().next().map(|one| one.attachment);
        Ok(AdviceAsked {
            advice: AdviceId::of(0),
            authority: Some(authority("moi")?),
            name: Title::new("Sok Dara")?,
            office: Title::new("Harbour master")?,
            question: Reason::new(BY_LINK_QUESTION)?,
            until: "2023-09-20".parse()?,
            documents: plan.into_iter().collect(),
            replaces: None,
        })
    }

    /// Asks, and gives the secret of the link that is to be handed over.
    ///
    /// # Errors
    /// If the desk does not take it, or sends the link itself.
    pub async fn asks_by_link(&self, key: &str, id: ApplicationId, asked: AdviceAsked) -> Told<String> {
        let (actor, letter) = (self.cast.actor(key)?, |_: &str, _: &_| Default::default());
        let link = self
            .desk
            .ask_advice(actor, id, asked, BY_LINK_ADDRESS, None, letter)
            .await?;
        match link {
            AdviceLink::ToHandOver(secret) => Ok(secret),
            AdviceLink::Sent | AdviceLink::NotSent(_) => Err(trouble("the link was sent")),
        }
    }

    /// The case in circulation, in which Interior asked the harbour master, and the secret of the link.
    ///
    /// # Errors
    /// If the desk does not take it.
    pub async fn asked_by_link(&self) -> Told<(ApplicationId, String)> {
        let id = self.circulated(None).await?;
        let asked = self.asking_by_link(id).await?;
        let secret = self.asks_by_link("interior-officer", id, asked).await?;
        Ok((id, secret))
    }

    /// What was asked for last by a link in a case.
    ///
    /// # Errors
    /// If nothing was.
    pub async fn last_by_link(&self, id: ApplicationId) -> Told<AdviceId> {
        let view = self.desk.case(self.cast.actor("interior-officer")?, id).await?;
        let last = view.application.advice.last();
        Ok(last.ok_or_else(|| trouble("nobody was asked"))?.asked.advice)
    }
}
