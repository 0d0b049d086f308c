//! Saying something of a case, and taking it back.

use super::{SayIn, WORDS, refused};
use crate::desk::ROUNDS;
use crate::together::Together;
use crate::views::comments::{COMMENTS, WRITTEN, said_to, written_by};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, CommentId, PersonId};
use clearance::comments::{Among, Comment, CommentRefusal, Correct, Say, TakeBack, audience, may_write};
use clearance::{Application, Commitment};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The id of what somebody says in a form: the same words of the same form have the same, and nobody else's have it.
fn id_of(case: ApplicationId, among: Among, person: PersonId, said: &SayIn) -> CommentId {
    let corrects = said.corrects.map(|one| one.to_string()).unwrap_or_default();
    // Whoever goes back and names somebody says something else.
    let mentions: BTreeSet<String> = said.mentions.iter().map(ToString::to_string).collect();
    let named = format!(
        "comment {case} {} {person} {} {corrects} {mentions:?} {}",
        among.name(),
        said.key,
        said.words
    );
    let mut id = [0; 16];
    id.copy_from_slice(&Sha256::digest(named)[..16]);
    CommentId::new(uuid::Builder::from_custom_bytes(id).into_uuid())
}

impl Desk {
    /// Says something of a case. The same words that come again of the same form are said once.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor has no comments on this case; [`Fault::Refused`] by its name.
    pub async fn say(
        &self,
        actor: &Actor,
        id: ApplicationId,
        among: Among,
        said: SayIn,
    ) -> Result<(), Fault> {
        let comment = id_of(id, among, actor.person, &said);
        for _ in 0..ROUNDS {
            let application = self.commented(actor, id).await?;
            let context = self.context_in(actor, &application);
            may_write(&application, &context, among).map_err(|refusal| refused(&refusal))?;
            if self.load::<Comment>(comment).await?.version > 0 {
                return Ok(());
            }
            let opening = self.with_salt(&said.words);
            let commitment = opening.commitment();
            let act = self
                .saying(actor, (id, application), (among, &said), commitment)
                .await?;
            let mut together = Together::new(self, context);
            if let Some(corrected) = said.corrects {
                together.act(corrected, Correct { id, by: comment }).await?;
            }
            together.act(comment, act).await?;
            // What would be refused keeps nothing.
            WORDS.keep(self.store.as_ref(), id, &opening).await?;
            let done = together.record().await;
            WORDS
                .erase_unless(self.store.as_ref(), &commitment, &done)
                .await?;
            match done {
                Err(Fault::Stale) => {}
                done => return done,
            }
        }
        Err(Fault::Stale)
    }

    /// The act of saying something, with what it needs to know of those who read it.
    async fn saying(
        &self,
        actor: &Actor,
        (id, application): (ApplicationId, Application),
        (among, said): (Among, &SayIn),
        commitment: Commitment,
    ) -> Result<Say, Fault> {
        let corrects = match said.corrects {
            Some(comment) => {
                let found = self.comment(actor, id, comment).await?.line.said;
                if found.among != among {
                    return Err(refused(&CommentRefusal::NoSuchComment));
                }
                Some((comment, found.readers))
            }
            None => None,
        };
        let readers = match &corrects {
            Some((_, readers)) => readers.clone(),
            None => audience(&application, actor.organisation, among),
        };
        // Whoever leads, and oneself, read all that one says, whoever is asked: its list is the longest of them.
        let longest = application.lead.as_ref().map(|lead| lead.organisation);
        let longest = longest
            .filter(|_| among == Among::Authorities)
            .unwrap_or(actor.organisation);
        let before = self.store.count(COMMENTS, &said_to(id, among, longest)).await?;
        let written = self.store.count(WRITTEN, &written_by(id, actor.person)).await?;
        let names = self.names_of(said.mentions.iter().copied()).await?;
        let name = |person: &PersonId| {
            let names = names.get(person);
            (
                *person,
                names.map_or_else(String::new, |names| names.in_language("en").to_owned()),
            )
        };
        Ok(Say {
            id,
            among,
            mentions: said.mentions.iter().map(name).collect(),
            colleagues: self.colleagues(&readers).await?,
            application: Box::new(application),
            corrects,
            commitment,
            place: before + 1,
            written,
        })
    }

    /// Takes a comment back: that it was there stays, and its words are erased.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor does not read it; [`Fault::Refused`] by its name.
    pub async fn take_comment_back(
        &self,
        actor: &Actor,
        id: ApplicationId,
        comment: CommentId,
    ) -> Result<(), Fault> {
        let found = self.comment(actor, id, comment).await?;
        let application = self.commented(actor, id).await?;
        let context = self.context_in(actor, &application);
        self.perform(comment, &context, TakeBack { id }).await?;
        // Where it was taken back before and the program stopped then, this erases what was left.
        let commitment = &found.line.said.commitment;
        Ok(WORDS.erase(self.store.as_ref(), commitment).await?)
    }
}
