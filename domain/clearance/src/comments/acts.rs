//! What people do with comments: say something, correct it by saying something else, take it back.

use super::readers::role;
use super::{
    AboutCase, Among, Colleague, Comment, CommentFact, CommentRefusal, Mention, Said, audience, may_write,
};
use crate::{Application, Commitment};
use act::{Act, ApplicationId, CommentId, Context, OrganisationId, PersonId, Role};
use std::collections::BTreeSet;

/// How many people one comment can tell to look at it.
pub const MOST_MENTIONS: usize = 20;
/// How many comments one person can write on one case. Those that were taken back count: their facts stay.
pub const MOST_COMMENTS: u64 = 500;

/// Somebody of an authority says something of a case.
#[derive(Clone, Debug)]
pub struct Say {
    /// Of which case.
    pub id: ApplicationId,
    /// The case as it stands.
    pub application: Box<Application>,
    /// To whom.
    pub among: Among,
    /// Who is to look at it, and what each is called.
    pub mentions: Vec<(PersonId, String)>,
    /// The people of those who read it.
    pub colleagues: Vec<Colleague>,
    /// What is corrected by it, and to whom that was said: whoever read the one reads the other.
    pub corrects: Option<(CommentId, Vec<OrganisationId>)>,
    /// What binds it to its words.
    pub commitment: Commitment,
    /// Its place among what was said so.
    pub place: u64,
    /// How many comments the same person wrote on the case before.
    pub written: u64,
}

impl Say {
    fn readers(&self, context: &Context) -> Vec<OrganisationId> {
        match &self.corrects {
            Some((_, readers)) => readers.clone(),
            None => audience(&self.application, context.actor.organisation, self.among),
        }
    }

    /// Those who are mentioned, of whom everyone reads it. Whoever writes needs not be told.
    fn mentioned(&self, readers: &[OrganisationId], own: PersonId) -> Result<Vec<Mention>, CommentRefusal> {
        let reads = self
            .colleagues
            .iter()
            .filter(|one| readers.contains(&one.organisation));
        let reads: Vec<Colleague> = reads.copied().collect();
        let mut all = BTreeSet::new();
        for (person, name) in self.mentions.iter().filter(|(person, _)| *person != own) {
            let one = Colleague::mentioned(&self.application, &reads, *person);
            all.insert(one.ok_or_else(|| CommentRefusal::CannotRead { name: name.clone() })?);
        }
        if all.len() > MOST_MENTIONS {
            return Err(CommentRefusal::TooManyMentions { most: MOST_MENTIONS });
        }
        Ok(all.into_iter().collect())
    }

    fn about(&self) -> Option<AboutCase> {
        let event = &self.application.submission.as_ref()?.event;
        Some(AboutCase {
            application: self.id,
            reference: self.application.reference.clone(),
            title: event.title.to_string(),
            date: event.date,
            zone: event.zone.clone(),
            rulebook: self.application.rulebook.as_ref()?.id.clone(),
        })
    }
}

impl Act for Say {
    type State = Comment;
    type Refusal = CommentRefusal;

    fn decide(self, comment: &Comment, context: &Context) -> Result<Vec<CommentFact>, CommentRefusal> {
        may_write(&self.application, context, self.among)?;
        // The same words that come again of the same form are there already.
        if comment.said.is_some() {
            return Ok(vec![]);
        }
        if self.written >= MOST_COMMENTS {
            return Err(CommentRefusal::TooMany { most: MOST_COMMENTS });
        }
        let readers = self.readers(context);
        let mentions = self.mentioned(&readers, context.actor.person)?;
        Ok(vec![CommentFact::Made(Box::new(Said {
            case: self.about().ok_or(CommentRefusal::NotOfTheCase)?,
            among: self.among,
            readers,
            place: self.place,
            mentions,
            corrects: self.corrects.map(|(comment, _)| comment),
            commitment: self.commitment,
        }))])
    }
}

/// What was said stands: whoever wrote it and none else, for the same organisation.
fn said<'a>(
    comment: &'a Comment,
    id: ApplicationId,
    context: &Context,
) -> Result<(&'a Said, bool), CommentRefusal> {
    let found = comment.said.as_ref();
    let found =
        found.filter(|(said, _)| said.case.application == id && super::reads(&said.readers, &context.actor));
    let (said, by) = found.ok_or(CommentRefusal::NoSuchComment)?;
    role(&context.actor)?;
    let own = by.actor.person == context.actor.person && by.actor.organisation == context.actor.organisation;
    Ok((said, own))
}

/// Whoever wrote a comment corrects it by another.
#[derive(Clone, Copy, Debug)]
pub struct Correct {
    /// Of which case it is.
    pub id: ApplicationId,
    /// The comment that corrects it.
    pub by: CommentId,
}

impl Correct {
    /// Whether it may be.
    ///
    /// # Errors
    /// The refusal, by its name.
    pub fn check(comment: &Comment, id: ApplicationId, context: &Context) -> Result<(), CommentRefusal> {
        let (_, own) = said(comment, id, context)?;
        if !own {
            return Err(CommentRefusal::NotYours);
        }
        if comment.taken_back.is_some() {
            return Err(CommentRefusal::TakenBackAlready);
        }
        match comment.corrected_by {
            Some(_) => Err(CommentRefusal::CorrectedAlready),
            None => Ok(()),
        }
    }
}

impl Act for Correct {
    type State = Comment;
    type Refusal = CommentRefusal;

    fn decide(self, comment: &Comment, context: &Context) -> Result<Vec<CommentFact>, CommentRefusal> {
        Correct::check(comment, self.id, context)?;
        Ok(vec![CommentFact::Corrected { by: self.by }])
    }
}

/// A comment is taken back: by whoever wrote it, or by whoever decides or coordinates for that authority, since people leave an office and
/// what they wrote stays with it.
#[derive(Clone, Copy, Debug)]
pub struct TakeBack {
    /// Of which case it is.
    pub id: ApplicationId,
}

impl TakeBack {
    /// Whether it may be.
    ///
    /// # Errors
    /// The refusal, by its name.
    pub fn check(comment: &Comment, id: ApplicationId, context: &Context) -> Result<(), CommentRefusal> {
        let (_, own) = said(comment, id, context)?;
        let writer = comment.said.as_ref().map(|(_, by)| by.actor.organisation);
        let answers = matches!(context.actor.role, Role::Decider | Role::Coordinator);
        if own || answers && writer == Some(context.actor.organisation) {
            Ok(())
        } else {
            Err(CommentRefusal::NotYoursToTakeBack)
        }
    }
}

impl Act for TakeBack {
    type State = Comment;
    type Refusal = CommentRefusal;

    fn decide(self, comment: &Comment, context: &Context) -> Result<Vec<CommentFact>, CommentRefusal> {
        TakeBack::check(comment, self.id, context)?;
        // Pressed twice, it was taken back once.
        Ok(match comment.taken_back {
            Some(_) => vec![],
            None => vec![CommentFact::TakenBack],
        })
    }
}
