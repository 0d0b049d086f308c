//! Handing a draft in: of all that race with it, one wins and the others are told.

use crate::clearance::Draft;
use crate::desk::{Drafted, ROUNDS};
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault};
use act::{Actor, ApplicationId, AuthorityId, Date};
use clearance::acts::Submit;
use clearance::{Application, Lead, RulebookPin};
use engagement::{Request, acts::TakeUpRequest};

impl Desk {
    /// Hands a draft in. The request it cites is taken up in the same append. The draft is closed first, so that no
    /// file of the application is taken away by a change of the draft.
    ///
    /// # Errors
    /// [`Fault::Invalid`] field by field; [`Fault::Refused`] by its name; the draft stays as it was.
    /// [`Fault::Stale`] if the draft was changed elsewhere meanwhile; [`Fault::NotFound`] if it was handed in or
    /// discarded.
    pub async fn submit(&self, actor: &Actor, id: ApplicationId) -> Result<String, Fault> {
        for _ in 0..ROUNDS {
            let draft = self.draft_of(actor, id).await?;
            let (reference, parts) = self.handed_in(actor, &draft).await?;
            match self.close_draft(actor, draft).await {
                // Whoever hands it in at the same time hands the same in; any other change is not what was sent.
                Err(Fault::Stale) if self.draft_of(actor, id).await?.handing_in.is_some() => continue,
                closed => closed?,
            }
            match self.append(parts).await {
                Err(Fault::Stale) => {}
                done => {
                    done?;
                    self.forget_draft(id).await?;
                    return Ok(reference);
                }
            }
        }
        Err(Fault::Stale)
    }

    /// What a draft is to append, under the reference that it is to have.
    async fn handed_in(&self, actor: &Actor, draft: &Draft) -> Result<(String, Vec<Drafted>), Fault> {
        let id = draft.application;
        let submission = self.check_draft(actor, draft).await?;
        let rulebook = self.rulebooks.in_force(&draft.rulebook).ok_or(Fault::NotFound)?;
        let context = self.context(actor);
        let zone = jiff::tz::TimeZone::get(rulebook.timezone())
            .map_err(|fault| Fault::SetUp(format!("the rulebook's zone: {fault}")))?;
        let today = context.at.to_zoned_datetime(zone).date();
        let lead = self.lead(rulebook).await?;
        let reference = self.reference(rulebook, today).await?;
        let pin = RulebookPin {
            id: rulebook.id().to_owned(),
            version: rulebook.version().to_owned(),
            hash: rulebook.hash().to_owned(),
        };
        let act = Submit {
            reference: reference.clone(),
            submission,
            rulebook: pin,
            lead,
            today,
        };
        // The request is loaded first: where the application is not there yet, nobody has taken it up for it.
        let request = match draft.cites {
            Some(request) => Some((request, self.existing::<Request>(request).await?)),
            None => None,
        };
        let loaded = self.load::<Application>(id).await?;
        if loaded.version > 0 {
            return Err(Fault::NotFound);
        }
        let mut parts = vec![self.draft(id, &loaded, &context, act)?];
        if let Some((request, loaded)) = request {
            parts.push(self.draft(request, &loaded, &context, TakeUpRequest { application: id })?);
        }
        Ok((reference, parts))
    }

    async fn lead(&self, rulebook: &rulebook::Rulebook) -> Result<Lead, Fault> {
        let missing = || {
            Fault::SetUp(format!(
                "no organisation is set up as the lead authority of {}",
                rulebook.id()
            ))
        };
        let authority: AuthorityId = rulebook.lead().parse().map_err(|_| missing())?;
        let organisation = organisation_of_authority(self.store.as_ref(), &authority)
            .await?
            .ok_or_else(missing)?;
        let name = rulebook
            .authority(rulebook.lead())
            .map(|one| one.name.in_language("en"))
            .ok_or_else(missing)?;
        let name = act::Title::new(name).map_err(|_| missing())?;
        Ok(Lead {
            authority,
            organisation,
            name,
        })
    }

    async fn reference(&self, rulebook: &rulebook::Rulebook, today: Date) -> Result<String, Fault> {
        let series = format!("{}-{}", rulebook.reference_prefix(), today.year());
        let number = self.store.next_number(&series).await?;
        Ok(format!("{series}-{number:04}"))
    }
}
