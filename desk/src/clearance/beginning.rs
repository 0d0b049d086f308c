//! How a draft begins: with nothing, from a request, from what was answered in a permit check, after a closed application, or as
//! one that was given back or is amended.

use super::draft::{Amends, Draft, organiser};
use super::submission::{fits, then_and_there, written};
use crate::{Desk, Fault, Refused};
use act::{Actor, ApplicationId, AuthorityId, HoldId, RequestId};
use clearance::acts::{ActName, could_be_applied_for_again, could_be_taken_up};
use clearance::hold::UseHold;
use clearance::{Application, ClearanceRefusal, Stage};
use std::collections::{BTreeMap, BTreeSet};

/// The version of a draft in which nothing was changed since it was begun.
const UNTOUCHED: u64 = 1;

/// What a draft begins with.
struct Begun<'b> {
    rulebook: &'b str,
    cites: Option<RequestId>,
    /// The application after which it is begun.
    after: Option<ApplicationId>,
    /// The application that it is a copy of, for another day.
    copies: Option<ApplicationId>,
    /// The hold of its day that it uses.
    hold: Option<HoldId>,
    fields: BTreeMap<String, String>,
}

impl<'b> Begun<'b> {
    /// Nothing but the rules by which it is asked.
    fn by(rulebook: &'b str) -> Begun<'b> {
        Begun {
            rulebook,
            cites: None,
            after: None,
            copies: None,
            hold: None,
            fields: BTreeMap::new(),
        }
    }
}

impl Desk {
    /// Begins a draft; from a request, it cites it.
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
        self.renew_rulebooks().await?;
        self.rulebooks().in_force(rulebook).ok_or(Fault::NotFound)?;
        if let Some(request) = cites {
            self.request(actor, request).await?;
        }
        let begun = Begun {
            cites,
            ..Begun::by(rulebook)
        };
        self.begun(actor, begun).await
    }

    /// Begins a draft with what was answered in a permit check: the event's day, and what the rulebook asks. Whatever else is
    /// given is left out.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the rulebook is not there for this actor; [`Fault::Invalid`] if a field is longer than any draft
    /// holds.
    pub async fn begin_checked_draft(
        &self,
        actor: &Actor,
        rulebook: &str,
        mut fields: BTreeMap<String, String>,
    ) -> Result<ApplicationId, Fault> {
        organiser(actor)?;
        self.renew_rulebooks().await?;
        let known = self.rulebooks().in_force(rulebook).ok_or(Fault::NotFound)?;
        let asked: BTreeSet<String> = known
            .inputs()
            .iter()
            .map(|input| super::answer_field(&input.id))
            .collect();
        fields.retain(|field, _| field == "date" || asked.contains(field));
        fits(&fields)?;
        let begun = Begun {
            fields,
            ..Begun::by(rulebook)
        };
        self.begun(actor, begun).await
    }

    /// Begins a draft with what a closed or refused application said, by its rules as they are now. Its documents stay with it, and so does
    /// the request that it took up; one that was begun so before and is untouched goes on. One that was given back as incomplete
    /// becomes a draft of itself, documents and all, and so does one that is amended, by the rules that it is bound to; if it is one
    /// already, that goes on.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor, is neither closed, refused, given back nor to be amended, or if its
    /// rulebook is not there any more.
    pub async fn begin_draft_after(
        &self,
        actor: &Actor,
        case: ApplicationId,
    ) -> Result<ApplicationId, Fault> {
        organiser(actor)?;
        let view = self.case(actor, case).await?;
        let is_closed = view.is_closed();
        let given_back = view.application.stage() == Stage::Returned && !is_closed;
        let ends = is_closed || view.is_refused();
        let amended = view.offers(ActName::Amend);
        let application = view.application;
        let (Some(submission), Some(pin), true) = (
            &application.submission,
            &application.rulebook,
            ends || given_back || amended,
        ) else {
            return Err(Fault::NotFound);
        };
        self.renew_rulebooks().await?;
        if given_back || amended {
            return self.taken_up_again(actor, case, &application, amended).await;
        }
        let rulebook = self.rulebooks().in_force(&pin.id).ok_or(Fault::NotFound)?;
        // Whoever asks again goes on with what was begun, as long as nothing was changed in it.
        let untouched = |draft: &Draft| draft.after == Some(case) && draft.version == draft.first + UNTOUCHED;
        if let Some(there) = self.own_drafts(actor).await?.into_iter().find(untouched) {
            return Ok(there.application);
        }
        let begun = Begun {
            after: Some(case),
            fields: written(submission, &rulebook),
            ..Begun::by(&pin.id)
        };
        self.begun(actor, begun).await
    }

    /// Begins a draft with what an application said, for another day and by the rules as they are now. The day is not taken over: it is
    /// chosen. Nor are documents: they stay with the application that they were handed in to. One that was begun so before and is
    /// untouched goes on, so that a second press makes no second draft.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor, or its rulebook is not there any more; [`Fault::Refused`] by its name where
    /// the actor holds no such event.
    pub async fn begin_draft_again(
        &self,
        actor: &Actor,
        case: ApplicationId,
    ) -> Result<ApplicationId, Fault> {
        let view = self.case(actor, case).await?;
        could_be_applied_for_again(&view.application, &view.context)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        let (Some(submission), Some(pin)) = (&view.application.submission, &view.application.rulebook) else {
            return Err(Fault::NotFound);
        };
        self.renew_rulebooks().await?;
        let rulebook = self.rulebooks().in_force(&pin.id).ok_or(Fault::NotFound)?;
        let untouched =
            |draft: &Draft| draft.copies == Some(case) && draft.version == draft.first + UNTOUCHED;
        if let Some(there) = self.own_drafts(actor).await?.into_iter().find(untouched) {
            return Ok(there.application);
        }
        let mut fields = written(submission, &rulebook);
        fields.remove("date");
        let begun = Begun {
            copies: Some(case),
            fields,
            ..Begun::by(&pin.id)
        };
        self.begun(actor, begun).await
    }

    /// Begins a draft for a day that is held: with that day, its hours and its place. One that was begun so before goes on.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the hold is not for this actor, or its rulebook is not there any more; [`Fault::Refused`] by its name where
    /// it does not stand.
    pub async fn begin_draft_from_hold(&self, actor: &Actor, id: HoldId) -> Result<ApplicationId, Fault> {
        let hold = self.hold(actor, id).await?;
        UseHold::check(&hold.hold, &hold.context).map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        let (asked, _) = hold.hold.asked.as_ref().ok_or(Fault::NotFound)?;
        self.renew_rulebooks().await?;
        self.rulebooks()
            .in_force(&asked.rulebook)
            .ok_or(Fault::NotFound)?;
        let has_it = |draft: &Draft| draft.hold == Some(id);
        if let Some(there) = self.own_drafts(actor).await?.into_iter().find(has_it) {
            return Ok(there.application);
        }
        let event = &asked.event;
        let clock = |time: jiff::civil::Time| time.strftime("%H:%M").to_string();
        let fields = [
            ("title", event.kind.to_string()),
            ("place", event.place.to_string()),
            ("date", event.date.to_string()),
            ("from", clock(event.from)),
            ("until", clock(event.until)),
        ];
        let begun = Begun {
            hold: Some(id),
            fields: fields.map(|(field, value)| (field.to_owned(), value)).into(),
            ..Begun::by(&asked.rulebook)
        };
        self.begun(actor, begun).await
    }

    /// Begins a draft with what was handed in and the day, the hours and the place that an authority offered. If the application
    /// is being amended already, that draft goes on with these.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if the case is not for this actor; [`Fault::Refused`] where no such offer is open, or nothing can be
    /// amended to it; [`Fault::Stale`] if the draft was changed at the same moment, or is being handed in.
    pub async fn begin_draft_of_offer(
        &self,
        actor: &Actor,
        case: ApplicationId,
        authority: &AuthorityId,
        number: u32,
    ) -> Result<(), Fault> {
        organiser(actor)?;
        let view = self.case(actor, case).await?;
        let application = &view.application;
        let open = application
            .referrals
            .get(authority)
            .and_then(|one| one.open_offer());
        let open = open.filter(|offer| offer.number == number && offer.otherwise.moves_the_event());
        let (Some(offer), Some(submission)) = (open, &application.submission) else {
            let none = ClearanceRefusal::NoOpenOffer { number };
            return Err(Fault::Refused(Refused::of(&none)));
        };
        could_be_taken_up(application, &view.context, &offer.otherwise)
            .map_err(|refusal| Fault::Refused(Refused::of(&refusal)))?;
        self.begin_draft_after(actor, case).await?;
        let mut draft = self.draft_of(actor, case).await?;
        let event = offer.otherwise.of(&submission.event);
        let offered = then_and_there(&event).map(|(field, value)| (field.to_owned(), value));
        if offered
            .iter()
            .any(|(field, value)| draft.fields.get(field) != Some(value))
        {
            draft.fields.extend(offered);
            self.resave(actor, draft).await?;
        }
        Ok(())
    }

    /// An application that was given back, or is amended, as a draft.
    async fn taken_up_again(
        &self,
        actor: &Actor,
        case: ApplicationId,
        application: &Application,
        amended: bool,
    ) -> Result<ApplicationId, Fault> {
        match self.draft_of(actor, case).await {
            Err(Fault::NotFound) => {}
            there => return there.map(|draft| draft.application),
        }
        let (Some(submission), Some(pin)) = (&application.submission, &application.rulebook) else {
            return Err(Fault::NotFound);
        };
        // Of 48 bits: a form carries it, and what reads forms in a browser holds no more than 53.
        let first = self.id().as_u64_pair().1 & 0xffff_ffff_ffff;
        let files = submission.attachments.iter().map(|one| one.attachment);
        let mut draft = Draft {
            application: case,
            rulebook: pin.id.clone(),
            fields: BTreeMap::new(),
            attachments: submission.attachments.clone(),
            cites: submission.cites,
            after: None,
            copies: submission.copy_of,
            hold: submission.held,
            amends: amended.then(|| Amends {
                rulebook: pin.hash.clone(),
                versions: application.earlier.len(),
                had: files.collect(),
            }),
            saved: self.now(),
            handing_in: None,
            first,
            version: first + UNTOUCHED,
            owner: String::new(),
        };
        let rulebook = self.rulebook_of(&draft).ok_or(Fault::NotFound)?;
        draft.fields = written(submission, &rulebook);
        match self.put_draft(actor, &draft).await {
            // Another tab began it.
            Ok(()) | Err(Fault::Stale) => Ok(case),
            Err(fault) => Err(fault),
        }
    }

    async fn begun(&self, actor: &Actor, begun: Begun<'_>) -> Result<ApplicationId, Fault> {
        let mut fields = begun.fields;
        fields.insert(
            super::ORGANISER_FIELD.to_owned() + &actor.organisation.to_string(),
            "on".to_owned(),
        );
        let application = ApplicationId::new(self.id());
        let draft = Draft {
            application,
            rulebook: begun.rulebook.to_owned(),
            fields,
            attachments: vec![],
            cites: begun.cites,
            after: begun.after,
            copies: begun.copies,
            hold: begun.hold,
            amends: None,
            saved: self.now(),
            handing_in: None,
            first: 0,
            version: UNTOUCHED,
            owner: String::new(),
        };
        self.put_draft(actor, &draft).await?;
        Ok(application)
    }
}
