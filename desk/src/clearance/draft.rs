//! Drafts: what an organiser has typed so far, kept as it was typed. A draft is nobody's record; handing it in is.

use super::submission::read;
use crate::accounts::{entry, opened};
use crate::clearance::file::FILE;
use crate::desk::Drafted;
use crate::store::Kept;
use crate::views::identity::organisation_of_authority;
use crate::{Desk, Fault, FieldFault};
use act::{Actor, ApplicationId, AuthorityId, Context, Date, RequestId, Role, Timestamp};
use clearance::acts::Submit;
use clearance::{Application, Attachment, Lead, RulebookPin, Submission};
use engagement::{Request, acts::TakeUpRequest};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const DRAFT: &str = "draft";
/// The most that one field of a draft holds, in characters.
const MOST_FIELD: usize = 20_000;
/// The most fields that a draft holds.
const MOST_FIELDS: usize = 200;

/// A draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The application that it will be.
    pub application: ApplicationId,
    /// The rulebook it is asked by.
    pub rulebook: String,
    /// What was typed, by field, as it was typed.
    pub fields: BTreeMap<String, String>,
    /// Files handed in so far.
    pub attachments: Vec<Attachment>,
    /// The request that it follows from.
    pub cites: Option<RequestId>,
    /// When it was last saved.
    pub saved: Timestamp,
    /// Counts its savings; a form carries it, so that two tabs do not overwrite each other.
    #[serde(skip)]
    pub version: u64,
}

/// A line in the list of drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// The application that it will be.
    pub application: ApplicationId,
    /// The event's name as far as typed.
    pub title: String,
    /// When it was last saved.
    pub saved: Timestamp,
}

fn organiser(actor: &Actor) -> Result<(), Fault> {
    match actor.role {
        Role::Applicant | Role::Agent => Ok(()),
        // To anyone else a draft does not exist.
        _ => Err(Fault::NotFound),
    }
}

impl Desk {
    /// Begins a draft; from a request, it cites it and takes its words as a first title.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the rulebook or the request is not there for this actor.
    pub async fn begin_draft(
        &self,
        actor: &Actor,
        rulebook: &str,
        cites: Option<RequestId>,
    ) -> Result<ApplicationId, Fault> {
        organiser(actor)?;
        self.rulebooks.in_force(rulebook).ok_or(Fault::NotFound)?;
        let mut fields = BTreeMap::new();
        if let Some(request) = cites {
            let view = self.request(actor, request).await?;
            fields.insert(
                "title".to_owned(),
                view.request.text().chars().take(200).collect(),
            );
        }
        fields.insert(
            super::ORGANISER_FIELD.to_owned() + &actor.organisation.to_string(),
            "on".to_owned(),
        );
        let application = ApplicationId::new(self.id());
        let draft = Draft {
            application,
            rulebook: rulebook.to_owned(),
            fields,
            attachments: vec![],
            cites,
            saved: self.now(),
            version: 1,
        };
        self.put_draft(actor, &draft).await?;
        Ok(application)
    }

    /// A draft of the actor's own organisation.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none.
    pub async fn draft_of(&self, actor: &Actor, id: ApplicationId) -> Result<Draft, Fault> {
        organiser(actor)?;
        let kept = self
            .store
            .kept(DRAFT, &id.to_string(), self.seconds())
            .await?
            .ok_or(Fault::NotFound)?;
        if kept.owner != actor.organisation.to_string() {
            return Err(Fault::NotFound);
        }
        Ok(Draft {
            version: kept.version,
            ..opened(&kept)?
        })
    }

    /// The drafts of the actor's own organisation, the latest first.
    ///
    /// # Errors
    /// [`Fault::Store`].
    pub async fn drafts(&self, actor: &Actor) -> Result<Vec<DraftLine>, Fault> {
        if organiser(actor).is_err() {
            return Ok(vec![]);
        }
        let mut lines = vec![];
        for kept in self
            .store
            .kept_by(DRAFT, &actor.organisation.to_string(), self.seconds())
            .await?
        {
            let draft: Draft = opened(&kept)?;
            let title = draft.fields.get("title").cloned().unwrap_or_default();
            lines.push(DraftLine {
                application: draft.application,
                title,
                saved: draft.saved,
            });
        }
        lines.sort_by(|one, other| {
            other
                .saved
                .cmp(&one.saved)
                .then(one.application.cmp(&other.application))
        });
        Ok(lines)
    }

    /// Saves what was typed, whatever it is; nothing is lost because it is not yet right.
    ///
    /// # Errors
    /// [`Fault::Stale`] if the draft was saved elsewhere since `version`; [`Fault::Invalid`] if a field is longer
    /// than any draft holds.
    pub async fn save_draft(
        &self,
        actor: &Actor,
        id: ApplicationId,
        version: u64,
        fields: BTreeMap<String, String>,
    ) -> Result<Draft, Fault> {
        let mut draft = self.draft_of(actor, id).await?;
        if draft.version != version {
            return Err(Fault::Stale);
        }
        if let Some((field, _)) = fields
            .iter()
            .find(|(_, value)| value.chars().count() > MOST_FIELD)
        {
            return Err(Fault::Invalid(vec![FieldFault::of_text(
                field,
                &act::TextFault::TooLong {
                    most: MOST_FIELD,
                    given: fields[field].chars().count(),
                },
            )]));
        }
        if fields.len() > MOST_FIELDS {
            return Err(Fault::Invalid(vec![FieldFault::plain(
                "title",
                "too-many-fields",
            )]));
        }
        draft.fields = fields;
        self.resave(actor, draft).await
    }

    pub(crate) async fn resave(&self, actor: &Actor, mut draft: Draft) -> Result<Draft, Fault> {
        draft.version += 1;
        draft.saved = self.now();
        self.put_draft(actor, &draft).await?;
        Ok(draft)
    }

    async fn put_draft(&self, actor: &Actor, draft: &Draft) -> Result<(), Fault> {
        let owner = actor.organisation.to_string();
        let kept: Kept = entry(
            DRAFT,
            &draft.application.to_string(),
            &owner,
            draft.version,
            None,
            draft,
        );
        Ok(self.store.keep(kept).await?)
    }

    /// Throws a draft and its files away.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none.
    pub async fn discard_draft(&self, actor: &Actor, id: ApplicationId) -> Result<(), Fault> {
        self.draft_of(actor, id).await?;
        self.store.take(DRAFT, &id.to_string(), self.seconds()).await?;
        self.store.drop_kept(FILE, &id.to_string()).await?;
        Ok(())
    }

    /// What a draft would be handed in as, or every field that is not yet right.
    ///
    /// # Errors
    /// [`Fault::Invalid`] with one fault per field.
    pub async fn check_draft(&self, actor: &Actor, draft: &Draft) -> Result<Submission, Fault> {
        let rulebook = self.rulebooks.in_force(&draft.rulebook).ok_or(Fault::NotFound)?;
        let organisations = self.organisations().await?;
        read(draft, rulebook, &organisations, actor.organisation).map_err(Fault::Invalid)
    }

    /// Hands a draft in. The request it cites is taken up in the same append.
    ///
    /// # Errors
    /// [`Fault::Invalid`] field by field; [`Fault::Refused`] by its name; the draft stays as it was.
    pub async fn submit(&self, actor: &Actor, id: ApplicationId) -> Result<String, Fault> {
        let draft = self.draft_of(actor, id).await?;
        let submission = self.check_draft(actor, &draft).await?;
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
        let loaded = self.load::<Application>(id).await?;
        let mut parts = vec![self.draft(id, &loaded, &context, act)?];
        if let Some(request) = draft.cites {
            parts.push(self.taking_up(request, id, &context).await?);
        }
        self.append(parts).await?;
        self.store.take(DRAFT, &id.to_string(), self.seconds()).await?;
        Ok(reference)
    }

    async fn taking_up(
        &self,
        request: RequestId,
        id: ApplicationId,
        context: &Context,
    ) -> Result<Drafted, Fault> {
        let loaded = self.existing::<Request>(request).await?;
        self.draft(request, &loaded, context, TakeUpRequest { application: id })
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
