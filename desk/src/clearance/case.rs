//! What each party sees of a case. One place decides it; pages only show what they are handed.

use crate::clearance::SealedWords;
use crate::clearance::sealing::reads_file;
use crate::{Desk, Fault, Refused};
use act::{Actor, ApplicationId, AuthorityId, Context, OrganisationId, Reason};
use calendar::OwnCalendar;
use clearance::acts::{ActName, Amend, Possible, Watch, possible};
use clearance::{
    Application, Extension, Keeping, KeptBack, Outcome, Question, Referral, Sealed, Stage, Watchers,
};
pub use clearance::{Sight, sight};
use std::collections::BTreeMap;

/// A case as one person may see it.
#[derive(Clone, Debug)]
pub struct CaseView {
    /// Its id.
    pub id: ApplicationId,
    /// Its state, without what is not this person's to see.
    pub application: Application,
    /// How many facts it rests on; a form carries it.
    pub version: u64,
    /// How the person stands to it.
    pub sight: Sight,
    /// What the person can do now.
    pub possible: Vec<Possible>,
    /// Why the person, who may circulate it, cannot: an authority that nobody is, or rules that contradict each other.
    pub hindered: Option<Refused>,
    /// Whom the person can ask beside those that are asked.
    pub askable: Vec<AuthorityId>,
    /// What authorities that may be asked entered of their own days; nothing once they were asked.
    pub own_days: BTreeMap<AuthorityId, OwnCalendar>,
    /// The pieces of what was handed in that are there and that this person does not read.
    pub kept_back: Vec<KeptBack>,
    /// How many of them each authority does not read, and one that decided did not when it did.
    pub unread: BTreeMap<AuthorityId, usize>,
    /// The words of reasons that were sealed, and not opened, as far as this person reads them all the same.
    pub sealed: SealedWords,
    /// Whether all have agreed and the permit waits for a fee, be it one that this person does not read of.
    pub unpaid: bool,
    /// Whether the person watches it; none where the person, who has no inbox, cannot.
    pub watching: Option<bool>,
    /// The person, and the instant of looking.
    pub context: Context,
}

/// Whether a person sees what an authority asked the organiser, or why it offered something: what another authority asked no authority sees.
fn sees_what_was_asked(sight: Sight, organisation: OrganisationId, referral: &Referral) -> bool {
    sight != Sight::Authority || referral.organisation == organisation
}

impl CaseView {
    /// Why this person cannot amend it now.
    #[must_use]
    pub fn amending_refused(&self) -> Option<Refused> {
        let refusal = Amend::check(&self.application, &self.context).err()?;
        Some(Refused::of(&refusal))
    }

    /// Whether the person can do this now, on the case or anywhere in it.
    #[must_use]
    pub fn offers(&self, act: ActName) -> bool {
        self.possible.iter().any(|one| one.act == act)
    }

    /// Whether it is over, a permit that stands apart: it was withdrawn or revoked, all have decided and someone refused, or the
    /// event is over. One that was refused while others may still decide is not.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        let application = &self.application;
        let event = application.submission.as_ref().map(|one| &one.event);
        let is_over = || event.is_some_and(|event| event.is_over(self.context.at));
        match application.stage() {
            Stage::Withdrawn | Stage::Revoked | Stage::Lapsed => true,
            Stage::Decided => is_over() || self.is_refused(),
            Stage::Submitted | Stage::Returned | Stage::InCirculation => is_over(),
            Stage::Draft | Stage::Permitted | Stage::Suspended => false,
        }
    }

    /// Whether someone whose consent is needed refused, so that no permit can come of it, whatever others still decide.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        matches!(Outcome::of(&self.application), Outcome::Refused { .. })
    }

    /// The questions of an authority, as far as they are this person's to see.
    #[must_use]
    pub fn questions<'v>(&self, referral: &'v Referral) -> &'v [Question] {
        if sees_what_was_asked(self.sight, self.context.actor.organisation, referral) {
            &referral.questions
        } else {
            &[]
        }
    }

    /// Whether the person sees why an authority asks or offers something, and what it is answered.
    #[must_use]
    pub fn sees_words_of(&self, referral: &Referral) -> bool {
        sees_what_was_asked(self.sight, self.context.actor.organisation, referral)
    }

    /// The times that an authority asked for more time, as far as they are this person's to see.
    #[must_use]
    pub fn extensions<'v>(&self, referral: &'v Referral) -> &'v [Extension] {
        if sees_what_was_asked(self.sight, self.context.actor.organisation, referral) {
            &referral.extensions
        } else {
            &[]
        }
    }
}

/// Takes out what this person may not see of another authority: what it asked the organiser, and what it was answered; appeals against
/// it; what it was shown for its conditions; the scan of its letter; what the lead wrote to remind it; and what was recommended
/// within it, and advice that it awaits, which are for its own people alone. What is confided to few goes first, and of that it is said
/// what was there.
pub(super) fn veil(
    application: &mut Application,
    sight: Sight,
    organisation: OrganisationId,
) -> Vec<KeptBack> {
    let kept_back = application.keep_back(organisation);
    application.watchers = Watchers::default();
    hide_appeals(application, sight, organisation);
    hide_advice(application, organisation);
    hide_sealed_files(application, sight, organisation);
    let sees_of = |authority: &AuthorityId| {
        let referral = application.referrals.get(authority);
        referral.is_some_and(|referral| sees_what_was_asked(sight, organisation, referral))
    };
    let permits = application.replaced.iter_mut().chain(&mut application.permit);
    let kept = permits.flat_map(|permit| &mut permit.kept);
    for keeping in kept.filter(|one| !sees_of(&one.authority)) {
        hide_proofs(keeping);
    }
    // How much money lies where is between whoever laid it there, that authority and whoever leads, as proofs are.
    application.day.deposits.retain(|one| sees_of(&one.authority));
    application
        .fees
        .retain(|one| sight != Sight::Authority || one.organisation == organisation);
    application
        .insurances
        .retain(|one| sight != Sight::Authority || one.organisation == organisation);
    let released = application.released.iter_mut().map(|one| &mut one.referral);
    let referrals = application.referrals.values_mut().chain(released);
    for referral in referrals.filter(|one| one.organisation != organisation) {
        let rounds = referral.earlier.iter_mut().map(|round| &mut round.referral);
        rounds.for_each(hide_own);
        hide_own(referral);
    }
    if !application.is_led_by(organisation) {
        hide_who_reminded(application);
    }
    // What the lead writes to an authority to press it is between the two.
    if !sight.reads_reminders(application, organisation) {
        let released = application.released.iter_mut().map(|one| &mut one.referral);
        let referrals = application.referrals.values_mut().chain(released);
        for referral in referrals.filter(|one| one.organisation != organisation) {
            let rounds = referral.earlier.iter_mut().map(|round| &mut round.referral);
            rounds.for_each(|round| round.reminders.clear());
            referral.reminders.clear();
        }
    }
    let released = application.released.iter_mut().map(|one| &mut one.referral);
    let veiled = |referral: &&mut Referral| !sees_what_was_asked(sight, organisation, referral);
    let referrals = application.referrals.values_mut().chain(released);
    for referral in referrals.filter(veiled) {
        for round in &mut referral.earlier {
            hide(&mut round.referral);
            hide_scans(&mut round.referral);
        }
        hide(referral);
        hide_scans(referral);
    }
    kept_back
}

/// How many pieces each authority does not read, where there are any.
fn unread(application: &Application) -> BTreeMap<AuthorityId, usize> {
    let all = application.referrals.iter();
    let all = all.map(|(authority, referral)| (authority.clone(), application.unread_by(referral)));
    all.filter(|(_, count)| *count > 0).collect()
}

/// Takes out the appeals against others: of one no other authority is told than that whose decision it is against, and the one that leads.
fn hide_appeals(application: &mut Application, sight: Sight, organisation: OrganisationId) {
    if sight != Sight::Authority || application.is_led_by(organisation) {
        return;
    }
    let is_own = |authority: &AuthorityId| {
        let referral = application.referrals.get(authority);
        referral.is_some_and(|referral| referral.organisation == organisation)
    };
    let mut appeals = std::mem::take(&mut application.appeals);
    appeals.retain(|one| one.against.authority().is_some_and(is_own));
    application.appeals = appeals;
}

/// Takes out the advice by links that another asked for and that has not come: whom an authority asks, and what, is for its own people
/// alone. Once it came it is read as the advice of any consultee, by all who see the case.
fn hide_advice(application: &mut Application, organisation: OrganisationId) {
    application
        .advice
        .retain(|one| one.is_given() || one.by == organisation);
}

/// Takes out what came with words that are sealed: the scan of a letter, and the document of advice by a link. They are for the authority and
/// whoever coordinates for the lead.
fn hide_sealed_files(application: &mut Application, sight: Sight, organisation: OrganisationId) {
    let veiled = |whose: OrganisationId| !reads_file(sight, organisation, whose);
    for one in application.advice.iter_mut().filter(|one| veiled(one.by)) {
        if one.sealed().is_some_and(Sealed::is_shut) {
            one.hide_document();
        }
    }
    let released = application.released.iter_mut().map(|one| &mut one.referral);
    let referrals = application.referrals.values_mut().chain(released);
    for referral in referrals.filter(|one| veiled(one.organisation)) {
        let rounds = referral.earlier.iter_mut().map(|round| &mut round.referral);
        rounds.for_each(Referral::hide_sealed_scans);
        referral.hide_sealed_scans();
    }
}

/// Takes out who of the lead's people reminded: the lead is who does.
fn hide_who_reminded(application: &mut Application) {
    let released = application.released.iter_mut().map(|one| &mut one.referral);
    for referral in application.referrals.values_mut().chain(released) {
        let rounds = referral.earlier.iter_mut();
        let earlier = rounds.flat_map(|round| &mut round.referral.reminders);
        for one in earlier.chain(&mut referral.reminders) {
            one.by = None;
        }
    }
}

/// Takes out what is for an authority's own people alone.
fn hide_own(referral: &mut Referral) {
    referral.recommendation = None;
    referral.recommended_before.clear();
    referral.worked_on_by = None;
    referral.begun_by = None;
}

/// Takes the words of what an authority asked out of its referral.
fn hide(referral: &mut Referral) {
    // That a question is open shows in the standing; what it says does not.
    for question in &mut referral.questions {
        question.text = Reason::hidden();
        question.answer = question.answer.as_ref().map(|_| Reason::hidden());
        question.items.clear();
    }
    // What was offered concerns all who decide on the event; why, and what the organiser says to it, is between the two.
    for offer in &mut referral.offers {
        offer.reasons = Reason::hidden();
        if let Some(ended) = &mut offer.ended {
            ended.reasons = ended.reasons.as_ref().map(|_| Reason::hidden());
        }
    }
    // The days that were agreed move its clock, which all can reckon.
    for extension in &mut referral.extensions {
        extension.reasons = Reason::hidden();
        if let Some(answered) = &mut extension.answered {
            answered.reasons = answered.reasons.as_ref().map(|_| Reason::hidden());
        }
    }
}

/// Takes out the scans of letters, and why one was disowned. That one came, which day it bears and what it says is as any decision.
fn hide_scans(referral: &mut Referral) {
    for letter in referral.letters_mut() {
        letter.scan = None;
    }
    for disowned in &mut referral.disowned {
        disowned.reasons = Reason::hidden();
    }
}

/// Takes out what was shown for a condition, and what its authority said to it. That it was, and when, shows how the permit stands.
fn hide_proofs(keeping: &mut Keeping) {
    for proof in &mut keeping.proofs {
        proof.words = Reason::hidden();
        proof.documents.clear();
        if let Some(declined) = &mut proof.declined {
            declined.reasons = Reason::hidden();
        }
    }
    if let Some(discharged) = &mut keeping.discharged {
        discharged.reasons = discharged.reasons.as_ref().map(|_| Reason::hidden());
    }
}

impl Desk {
    /// What authorities entered of their own days, where they may still be asked.
    async fn days_ahead(
        &self,
        application: &Application,
    ) -> Result<BTreeMap<AuthorityId, OwnCalendar>, Fault> {
        let pin = application.rulebook.as_ref();
        let pin = pin.filter(|_| application.stage() == Stage::Submitted);
        match pin.and_then(|pin| self.rulebooks().version(&pin.hash)) {
            Some(rulebook) => self.own_days_of(&rulebook).await,
            None => Ok(BTreeMap::new()),
        }
    }

    /// A case, as this actor may see it.
    ///
    /// # Errors
    /// [`Fault::NotFound`] if there is none, or none for this actor.
    pub async fn case(&self, actor: &Actor, id: ApplicationId) -> Result<CaseView, Fault> {
        let found = self.existing::<Application>(id).await?;
        let mut application = found.state;
        let sight = sight(&application, actor).ok_or(Fault::NotFound)?;
        if let Some(pin) = &application.rulebook {
            self.know_version(&pin.hash).await?;
        }
        let context = self.context_in(actor, &application);
        let mut possible = possible(&application, &context);
        let hindered = if possible.iter().any(|one| one.act == ActName::Circulate) {
            match &application.submission {
                Some(submission) => self.planned(&application, submission).await.err(),
                None => None,
            }
        } else {
            None
        };
        let hindered = match hindered {
            Some(Fault::Refused(refused)) => {
                possible.retain(|one| one.act != ActName::Circulate);
                Some(refused)
            }
            Some(fault) => return Err(fault),
            None => None,
        };
        let askable = if possible.iter().any(|one| one.act == ActName::AskAlso) {
            self.askable(&application).await?
        } else {
            vec![]
        };
        possible.retain(|one| one.act != ActName::AskAlso || !askable.is_empty());
        let own_days = self.days_ahead(&application).await?;
        let sealed = self.sealed_words(&application, actor).await?;
        let can_watch = Watch::check(&application, &context).is_ok();
        let watching = can_watch.then(|| application.watchers.has(&context));
        let unpaid = application.is_unpaid();
        let unread = unread(&application);
        let kept_back = veil(&mut application, sight, actor.organisation);
        Ok(CaseView {
            id,
            application,
            version: found.version,
            sight,
            possible,
            hindered,
            askable,
            own_days,
            kept_back,
            unread,
            sealed,
            unpaid,
            watching,
            context,
        })
    }
}
