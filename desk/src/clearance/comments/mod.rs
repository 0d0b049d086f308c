//! Comments on a case, and who watches it. The words of a comment lie beside the ledger, under the commitment that its fact has.

mod reading;
mod saying;
mod watching;

use super::case::sight;
use super::lists::Position;
use crate::beside::Beside;
use crate::fault::Refused;
use crate::store::{Store, StoreFault};
use crate::views::comments::{COMMENTS, CommentLine, said_to};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, CommentId, OrganisationId, PersonId, Reason, SendingId};
use clearance::Application;
use clearance::comments::{Among, Colleague, Comment, CommentRefusal, may_begin};
use identity::Names;
use std::collections::BTreeMap;

/// Where the words of comments are kept, by their commitments.
const WORDS: Beside = Beside("comment");

/// A comment as one person reads it.
#[derive(Clone, Debug)]
pub struct CommentShown {
    /// The comment.
    pub line: CommentLine,
    /// Its words; none where it was taken back.
    pub words: Option<Reason>,
    /// Whether the reader may correct it.
    pub corrects: bool,
    /// Whether the reader may take it back.
    pub takes_back: bool,
}

/// A page of what was said of a case.
#[derive(Clone, Debug)]
pub struct Comments {
    /// The comments, the latest first.
    pub lines: Vec<CommentShown>,
    /// How many there are, on all pages.
    pub count: u64,
    /// The position after which the next page begins; none on the last.
    pub next: Option<Position>,
    /// Who reads what the reader says now.
    pub readers: Vec<OrganisationId>,
    /// Why the reader can say nothing now.
    pub hindered: Option<Refused>,
    /// What those are called who wrote, took back or are mentioned.
    pub people: BTreeMap<PersonId, Names>,
    /// The organisations that wrote, or read.
    pub organisations: BTreeMap<OrganisationId, Names>,
}

/// What somebody says.
#[derive(Clone, Debug)]
pub struct SayIn {
    /// The words.
    pub words: Reason,
    /// Who is to look at it.
    pub mentions: Vec<PersonId>,
    /// The form that it was typed into: the same words that come again of one form are said once.
    pub key: SendingId,
    /// The comment that it corrects.
    pub corrects: Option<CommentId>,
}

/// The people who can be told to look at a comment, each once and by name, with the organisation that the person works for and as what.
pub type Mentionable = Vec<(Colleague, Names)>;

fn refused(refusal: &CommentRefusal) -> Fault {
    Fault::Refused(Refused::of(refusal))
}

/// How the words of a comment lie beside the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Words {
    /// There, or not there where it was taken back.
    AsTheyShould,
    /// Not there, or others than were said.
    Missing,
    /// There, though it was taken back.
    NotErased,
}

impl Words {
    /// What is to be said of it; nothing where it is as it should be.
    pub(crate) fn told(self) -> Option<&'static str> {
        match self {
            Words::AsTheyShould => None,
            Words::Missing => Some(
                "the words of this comment are missing, or are not those that were said; restore them from a backup",
            ),
            Words::NotErased => Some(
                "this comment was taken back, and its words are still kept, since the program was stopped between the two; \
                 take it back once more",
            ),
        }
    }
}

/// How the words of a comment lie: there as they were said, or not there as they were taken back.
pub(crate) async fn words(store: &dyn Store, comment: &Comment) -> Result<Words, StoreFault> {
    let Some((said, _)) = &comment.said else {
        return Ok(Words::AsTheyShould);
    };
    if comment.taken_back.is_some() {
        let is_left = WORDS.is_left(store, &said.commitment).await?;
        return Ok(if is_left {
            Words::NotErased
        } else {
            Words::AsTheyShould
        });
    }
    let there = WORDS.kept(store, &said.commitment).await?;
    Ok(there.map_or(Words::Missing, |_| Words::AsTheyShould))
}

impl Desk {
    /// The case that an actor has comments on.
    async fn commented(&self, actor: &Actor, id: ApplicationId) -> Result<Application, Fault> {
        let application = self.existing::<Application>(id).await?.state;
        sight(&application, actor).ok_or(Fault::NotFound)?;
        if may_begin(&application, actor) {
            Ok(application)
        } else {
            Err(Fault::NotFound)
        }
    }

    /// How many comments an actor reads on a case, of each circle; none where the actor has none at all.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn comments_count(
        &self,
        actor: &Actor,
        id: ApplicationId,
        application: &Application,
    ) -> Result<Option<[u64; 2]>, Fault> {
        if !may_begin(application, actor) {
            return Ok(None);
        }
        let count = |among| said_to(id, among, actor.organisation);
        let own = self.store.count(COMMENTS, &count(Among::Own)).await?;
        let authorities = self.store.count(COMMENTS, &count(Among::Authorities)).await?;
        Ok(Some([own, authorities]))
    }
}
