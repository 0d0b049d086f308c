//! Watching a case.

use super::super::case::sight;
use crate::desk::{ROUNDS, decide};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId};
use clearance::Application;
use clearance::acts::Watch;

impl Desk {
    /// Begins to watch a case, or ends it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] by its name.
    pub async fn watch(&self, actor: &Actor, id: ApplicationId, watching: bool) -> Result<(), Fault> {
        for _ in 0..ROUNDS {
            let loaded = self.existing::<Application>(id).await?;
            sight(&loaded.state, actor).ok_or(Fault::NotFound)?;
            let context = self.context_in(actor, &loaded.state);
            let facts = decide(&loaded.state, &context, Watch { watching })?;
            if facts.is_empty() {
                return Ok(());
            }
            let drafted = self.facts(id, &loaded, &context, facts)?;
            match self.append(vec![drafted]).await {
                Err(Fault::Stale) => {}
                done => return done.map(drop),
            }
        }
        Err(Fault::Stale)
    }
}
