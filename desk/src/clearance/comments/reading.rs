//! What was said of a case, as one person reads it, and who can be told to look at it.

use super::super::lists::Position;
use super::{CommentShown, Comments, Mentionable, WORDS};
use crate::fault::Refused;
use crate::views::comments::{Became, COMMENTS, CommentLine, said_to};
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, CommentId, Context, OrganisationId, PersonId, Role};
use clearance::Application;
use clearance::comments::{Among, Colleague, Comment, Correct, TakeBack, audience, may_write};
use identity::{Organisation, Stands};
use std::collections::{BTreeMap, BTreeSet};

/// The people that a comment names: who wrote it, in whose place, who is to look at it, who took it back.
fn named(one: &CommentShown) -> Vec<PersonId> {
    let by = &one.line.by.actor;
    let took = one.line.state.taken_back.iter().map(|by| by.actor.person);
    let mentioned = one.line.said.mentions.iter().map(|one| one.person);
    mentioned
        .chain([by.person])
        .chain(by.stands_in_for())
        .chain(took)
        .collect()
}

impl Desk {
    /// A page of what was said of a case, as far as it was said to the actor's organisation.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor has no comments on this case.
    pub async fn comments(
        &self,
        actor: &Actor,
        id: ApplicationId,
        among: Among,
        after: Option<Position>,
    ) -> Result<Comments, Fault> {
        let application = self.commented(actor, id).await?;
        let context = self.context_in(actor, &application);
        let scope = said_to(id, among, actor.organisation);
        let count = self.store.count(COMMENTS, &scope).await?;
        let (found, next) = self
            .page_of(COMMENTS, scope, after, |_: &CommentLine| true)
            .await?;
        let mut lines = vec![];
        for line in found {
            lines.push(self.shown((&application, &context), id, line).await?);
        }
        let readers = audience(&application, actor.organisation, among);
        let people: BTreeSet<PersonId> = lines.iter().flat_map(named).collect();
        let wrote = lines.iter().map(|one| one.line.by.actor.organisation);
        let heard = lines.iter().flat_map(|one| one.line.said.readers.iter().copied());
        let mut known: Vec<OrganisationId> = wrote.chain(heard).chain(readers.iter().copied()).collect();
        known.sort();
        known.dedup();
        let hindered = may_write(&application, &context, among).err();
        Ok(Comments {
            count,
            next,
            readers,
            hindered: hindered.map(|refusal| Refused::of(&refusal)),
            people: self.names_of(people).await?,
            organisations: self.organisation_names(&known).await?,
            lines,
        })
    }

    /// A comment that an actor reads, with its words.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none for this actor.
    pub async fn comment(
        &self,
        actor: &Actor,
        id: ApplicationId,
        comment: CommentId,
    ) -> Result<CommentShown, Fault> {
        let application = self.commented(actor, id).await?;
        let context = self.context_in(actor, &application);
        let found = self.existing::<Comment>(comment).await?.state;
        let (said, by) = found.said.clone().ok_or(Fault::NotFound)?;
        let is_read = clearance::comments::reads(&said.readers, actor);
        if said.case.application != id || !is_read {
            return Err(Fault::NotFound);
        }
        let line = CommentLine {
            comment: comment.to_string(),
            said,
            by,
            state: Became {
                corrected_by: found.corrected_by,
                taken_back: found.taken_back,
            },
        };
        self.shown((&application, &context), id, line).await
    }

    /// A comment with its words, and with what its reader may do with it.
    async fn shown(
        &self,
        (application, context): (&Application, &Context),
        id: ApplicationId,
        line: CommentLine,
    ) -> Result<CommentShown, Fault> {
        let comment = Comment {
            said: Some((line.said.clone(), line.by.clone())),
            corrected_by: line.state.corrected_by,
            taken_back: line.state.taken_back.clone(),
        };
        let stands = comment.taken_back.is_none();
        let words = if stands {
            WORDS.kept(self.store.as_ref(), &line.said.commitment).await?
        } else {
            None
        };
        let left = !stands && super::words(self.store.as_ref(), &comment).await? == super::Words::NotErased;
        let writes = may_write(application, context, line.said.among).is_ok();
        Ok(CommentShown {
            corrects: writes && Correct::check(&comment, id, context).is_ok(),
            // Words that were left when the program stopped between the fact and their erasing can still be erased.
            takes_back: (stands || left) && TakeBack::check(&comment, id, context).is_ok(),
            words: words.map(|one| one.words),
            line,
        })
    }

    /// Who can be told to look at what an actor says now: the people of those who read it, but for the actor.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the actor has no comments on this case.
    pub async fn mentionable(
        &self,
        actor: &Actor,
        id: ApplicationId,
        among: Among,
        corrects: Option<CommentId>,
    ) -> Result<Mentionable, Fault> {
        let application = self.commented(actor, id).await?;
        let readers = match corrects {
            Some(comment) => self.comment(actor, id, comment).await?.line.said.readers,
            None => audience(&application, actor.organisation, among),
        };
        let colleagues = self.colleagues(&readers).await?;
        let mut each: BTreeMap<PersonId, Colleague> = BTreeMap::new();
        for one in colleagues.into_iter().filter(|one| one.person != actor.person) {
            let kept = each.entry(one.person).or_insert(one);
            if one.role == Role::Decider {
                *kept = one;
            }
        }
        let names = self.names_of(each.keys().copied()).await?;
        let mut all: Mentionable = each
            .into_values()
            .filter_map(|one| Some((one, names.get(&one.person)?.clone())))
            .collect();
        // One's own people are asked most.
        all.sort_by_key(|(one, names)| {
            let other = one.organisation != actor.organisation;
            (other, one.organisation, names.in_language("en").to_lowercase())
        });
        Ok(all)
    }

    /// The people of organisations who act in cases for them, and those who stand in for one just now.
    pub(super) async fn colleagues(&self, organisations: &[OrganisationId]) -> Result<Vec<Colleague>, Fault> {
        let now = self.now();
        let mut all = vec![];
        for &organisation in organisations {
            let found = self.load::<Organisation>(organisation).await?.state;
            for role in [Role::Coordinator, Role::Decider, Role::Officer] {
                let held = found.holders(role).map(|person| Colleague {
                    person,
                    organisation,
                    role,
                });
                let standing = found.delegations.iter();
                let standing = standing.filter(|one| one.role == role && one.stands(now) == Stands::Now);
                let in_place = standing.map(|one| Colleague {
                    person: one.to,
                    organisation,
                    role,
                });
                all.extend(held.chain(in_place));
            }
        }
        Ok(all)
    }
}
