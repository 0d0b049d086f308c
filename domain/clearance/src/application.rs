//! The state of an application, folded from its facts.

use crate::permit::Standing as PermitStanding;
use crate::{
    AdviceRequest, Appeal, ApplicationFact, Attachment, Confiding, Earlier, EventDay, Fee, Insurance, Lead,
    OfferEnd, Permit, PlannedReferral, RecordedLetter, Referral, Released, Returned, RulebookPin, Submission,
    Superseded, Watchers,
};
use act::{AttachmentId, AuthorityId, Context, OrganisationId, Reason, Recorded, State, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where an application stands. Short on purpose: reviews, questions and late additions are facts, not stages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not handed in.
    Draft,
    /// Handed in; the lead authority checks that it is complete.
    Submitted,
    /// Given back to the organiser: something is missing.
    Returned,
    /// Put to the authorities; at least one has not decided.
    InCirculation,
    /// Every authority has decided.
    Decided,
    /// A permit was issued and stands.
    Permitted,
    /// A permit was issued and is suspended: it does not hold for now.
    Suspended,
    /// The permit was taken back.
    Revoked,
    /// Withdrawn by the organiser.
    Withdrawn,
    /// The event was over, and no permit had been issued, or it was suspended.
    Lapsed,
}

impl Stage {
    /// The stable name, as used in Fluent ids (`stage-in-circulation`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Submitted => "submitted",
            Stage::Returned => "returned",
            Stage::InCirculation => "in-circulation",
            Stage::Decided => "decided",
            Stage::Permitted => "permitted",
            Stage::Suspended => "suspended",
            Stage::Revoked => "revoked",
            Stage::Withdrawn => "withdrawn",
            Stage::Lapsed => "lapsed",
        }
    }
}

/// An application and all that came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Application {
    /// The reference that people use; empty in a draft.
    pub reference: String,
    /// What was handed in.
    pub submission: Option<Box<Submission>>,
    /// When, and by whom.
    pub submitted: Option<Context>,
    /// The rulebook version it is bound to.
    pub rulebook: Option<RulebookPin>,
    /// The authority that leads.
    pub lead: Option<Lead>,
    /// Since when the organiser has it back, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
    /// What was handed in before, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Earlier>,
    /// When each document came that was handed in after it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub documents_later: BTreeMap<AttachmentId, Timestamp>,
    /// When the lead authority found it complete.
    pub found_valid: Option<Timestamp>,
    /// Those that were put to an authority and taken back, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<Released>,
    /// One referral per authority.
    pub referrals: BTreeMap<AuthorityId, Referral>,
    /// The permit, once issued.
    pub permit: Option<Permit>,
    /// The permits whose place another took, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub replaced: Vec<Permit>,
    /// The appeals that were noted, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appeals: Vec<Appeal>,
    /// The advice that people without an account were asked for by links, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub advice: Vec<AdviceRequest>,
    /// What was said and done on the day of the event, and after it.
    #[serde(default, skip_serializing_if = "EventDay::is_empty")]
    pub day: EventDay,
    /// What it costs, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// The certificates of insurance that were handed in, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub insurances: Vec<Insurance>,
    /// What was confided to few, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confided: Vec<Confiding>,
    /// Who watches it.
    #[serde(default, skip_serializing_if = "Watchers::is_empty")]
    pub watchers: Watchers,
    /// When the organiser withdrew it, and why.
    pub withdrawn: Option<(Timestamp, Option<Reason>)>,
    /// When it was found that the event was over and not permitted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapsed: Option<Timestamp>,
    /// The instant of the latest fact. Nothing is recorded before it, even if the machine's clock is set back.
    pub latest: Option<Timestamp>,
}

impl Application {
    /// Where it stands, computed from what happened.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if self.withdrawn.is_some() {
            return Stage::Withdrawn;
        }
        match &self.permit {
            Some(Permit {
                standing: PermitStanding::InForce,
                ..
            }) => return Stage::Permitted,
            Some(Permit {
                standing: PermitStanding::Suspended { .. },
                ..
            }) if self.lapsed.is_none() => return Stage::Suspended,
            Some(Permit {
                standing: PermitStanding::Revoked { .. },
                ..
            }) => return Stage::Revoked,
            Some(_) | None => {}
        }
        if self.lapsed.is_some() {
            Stage::Lapsed
        } else if self.submission.is_none() {
            Stage::Draft
        } else if self.returned.is_some() {
            Stage::Returned
        } else if self.found_valid.is_none() {
            Stage::Submitted
        } else if self.referrals.values().all(|referral| referral.decided.is_some()) {
            Stage::Decided
        } else {
            Stage::InCirculation
        }
    }

    /// The permit, unless it came to nothing: it holds, or is suspended and can hold again.
    #[must_use]
    pub fn live_permit(&self) -> Option<&Permit> {
        let live = matches!(self.stage(), Stage::Permitted | Stage::Suspended);
        self.permit.as_ref().filter(|_| live)
    }

    /// When authorities that had not answered ceased to be waited for: with the permit, or when it was withdrawn.
    #[must_use]
    pub fn ended(&self) -> Option<Timestamp> {
        let withdrawn = self.withdrawn.as_ref().map(|(at, _)| *at);
        let permitted = self.permits().next().map(|permit| permit.issued.at);
        permitted.or(withdrawn)
    }

    /// Whether that organisation is one of those who hold the event.
    #[must_use]
    pub fn is_organised_by(&self, organisation: OrganisationId) -> bool {
        self.submission.as_ref().is_some_and(|submission| {
            submission
                .organisers
                .iter()
                .any(|one| one.organisation == organisation)
        })
    }

    /// Whether that organisation leads.
    #[must_use]
    pub fn is_led_by(&self, organisation: OrganisationId) -> bool {
        self.lead
            .as_ref()
            .is_some_and(|lead| lead.organisation == organisation)
    }

    /// How many authorities have agreed, of how many whose consent is needed. Advice is not counted.
    #[must_use]
    pub fn consents(&self) -> (usize, usize) {
        let needed = || self.referrals.values().filter(|referral| !referral.advises());
        let agreed = needed().filter(|referral| referral.standing().agreed()).count();
        (agreed, needed().count())
    }

    /// The referrals in the rulebook's order, as people read them.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Referral> {
        let mut referrals: Vec<_> = self.referrals.values().collect();
        referrals.sort_by_key(|referral| referral.place);
        referrals
    }

    /// The referrals that were put to that organisation.
    pub fn referred_to(&self, organisation: OrganisationId) -> impl Iterator<Item = &Referral> {
        self.referrals
            .values()
            .filter(move |referral| referral.organisation == organisation)
    }

    fn give_back(&mut self, lacks: &Reason, at: Timestamp) {
        let lacks = lacks.clone();
        self.returned = Some(Returned { at, lacks });
    }

    /// What was given back is kept as what was handed in before.
    fn set_aside(&mut self) {
        let given_back = self.returned.take().zip(self.submission.take());
        let when = self.submitted.take().zip(self.rulebook.take());
        if let (Some((returned, submission)), Some((submitted, rulebook))) = (given_back, when) {
            self.earlier.push(Earlier {
                submission,
                submitted,
                rulebook,
                superseded: Superseded::GivenBack(returned),
            });
        }
    }

    /// It was handed in, or handed in again.
    fn take_in(&mut self, fact: &ApplicationFact, by: &Context) {
        let ApplicationFact::Submitted {
            reference,
            submission,
            rulebook,
            lead,
            needed,
        } = fact
        else {
            return;
        };
        self.set_aside();
        self.need(needed);
        self.reference.clone_from(reference);
        self.submission = Some(submission.clone());
        self.submitted = Some(by.clone());
        self.rulebook = Some(rulebook.clone());
        self.lead = Some(lead.clone());
    }

    fn hand_in(&mut self, attachment: &Attachment, at: Timestamp) {
        if let Some(submission) = &mut self.submission {
            submission.attachments.push(attachment.clone());
            self.documents_later.insert(attachment.attachment, at);
        }
    }

    /// It is put to one more authority, last of all; what that had done before goes with it.
    fn put(&mut self, planned: &PlannedReferral, by_hand: Option<&Reason>, at: Timestamp) {
        let places = self.referrals.values().map(|one| one.place + 1);
        let mut referral = Referral::put(planned, places.max().unwrap_or_default(), at);
        referral.by_hand = by_hand.cloned();
        if let Some(round) = self.round_of_released(&planned.authority) {
            referral.follow_on(round);
        }
        self.referrals.insert(planned.authority.clone(), referral);
    }

    fn refer(&mut self, planned: &PlannedReferral, at: Timestamp) {
        self.put(planned, None, at);
        // Whoever circulates refers before there is an amendment; after one, it is the amendment that asks.
        if let Some(amendment) = self.amendment() {
            amendment.asked.push(planned.authority.clone());
        }
    }

    /// The lead authority asks one more.
    fn ask_also(&mut self, planned: &PlannedReferral, reasons: &Reason, at: Timestamp) {
        self.put(planned, Some(reasons), at);
    }

    /// The lead authority asks one no longer.
    fn take_back(&mut self, authority: &AuthorityId, reasons: &Reason, at: Timestamp) {
        let version = self.earlier.len();
        if let Some(mut referral) = self.referrals.remove(authority) {
            referral.end_offers(at, OfferEnd::Released);
            self.released.push(Released {
                referral,
                at,
                version,
                because: vec![],
                taken_back: Some(reasons.clone()),
            });
        }
    }
}

impl Application {
    /// What a fact does to one authority's referral.
    fn evolve_referral(&mut self, authority: &AuthorityId, fact: &ApplicationFact, by: &Context) {
        let version = self.earlier.len();
        if let Some(referral) = self.referrals.get_mut(authority) {
            referral.evolve(fact, by, version);
        }
        self.note_unread(fact);
    }
}

impl Application {
    /// What no single referral has: when something was last done, appeals, advice that was asked for by a link, fees, insurance, and what
    /// is confided. That somebody watches is nobody else's, and changes nothing that anyone is told.
    fn evolve_beside(&mut self, fact: &ApplicationFact, by: &Context) {
        if !matches!(fact, ApplicationFact::Watch(_)) {
            self.latest = self.latest.max(Some(by.at));
        }
        self.evolve_appeals(fact, by);
        self.evolve_advice(fact, by);
        self.evolve_fees(fact, by);
        self.evolve_insurances(fact, by);
        self.evolve_confided(fact, by);
    }

    fn evolve_permit(&mut self, fact: &ApplicationFact, by: &Context) {
        self.permit.iter_mut().for_each(|permit| permit.evolve(fact, by));
    }
}

impl State for Application {
    type Fact = ApplicationFact;

    fn evolve(&mut self, Recorded { fact, by }: &Recorded<ApplicationFact>) {
        let at = by.at;
        self.evolve_beside(fact, by);
        match fact {
            ApplicationFact::Submitted { .. } => self.take_in(fact, by),
            ApplicationFact::DocumentHandedIn(attachment) => self.hand_in(attachment, at),
            ApplicationFact::Returned { lacks } => self.give_back(lacks, at),
            ApplicationFact::FoundValid => self.found_valid = Some(at),
            ApplicationFact::Referred(planned) => self.refer(planned, at),
            ApplicationFact::Amended { submission } => self.amend(submission, by),
            ApplicationFact::AskedAlso { referral, reasons } => self.ask_also(referral, reasons, at),
            ApplicationFact::TakenBack { authority, reasons } => self.take_back(authority, reasons, at),
            ApplicationFact::Reopened { referral, because } => self.reopen(referral, because, at),
            ApplicationFact::NoLongerAsked { authority, because } => self.release(authority, because, at),
            ApplicationFact::ReviewBegun { authority }
            | ApplicationFact::QuestionAsked { authority, .. }
            | ApplicationFact::QuestionAnswered { authority, .. }
            | ApplicationFact::QuestionWithdrawn { authority, .. }
            | ApplicationFact::ItemsAnswered { authority, .. }
            | ApplicationFact::ItemsTakenBack { authority, .. }
            | ApplicationFact::ExtensionProposed { authority, .. }
            | ApplicationFact::ExtensionAnswered { authority, .. }
            | ApplicationFact::CounterOffered { authority, .. }
            | ApplicationFact::OfferAnswered { authority, .. }
            | ApplicationFact::OfferWithdrawn { authority, .. }
            | ApplicationFact::CalendarChanged { authority, .. }
            | ApplicationFact::Recommended { authority, .. }
            | ApplicationFact::Decided { authority, .. }
            | ApplicationFact::LetterRecorded(RecordedLetter { authority, .. })
            | ApplicationFact::LetterDisowned { authority, .. }
            | ApplicationFact::ConditionsRevised { authority, .. }
            | ApplicationFact::SilenceCounted { authority, .. }
            | ApplicationFact::Reminded { authority, .. }
            | ApplicationFact::PeriodOverrun { authority, .. } => self.evolve_referral(authority, fact, by),
            ApplicationFact::PermitIssued(content) => self.issue(content, by),
            ApplicationFact::PermitReplaced { .. } => self.set_permit_aside(fact, by),
            ApplicationFact::OwnerNamed { .. }
            | ApplicationFact::ConditionShown { .. }
            | ApplicationFact::ProofDeclined { .. }
            | ApplicationFact::ConditionDischarged { .. }
            | ApplicationFact::PermitSuspended { .. }
            | ApplicationFact::SuspensionLifted { .. }
            | ApplicationFact::SuspensionEnded { .. }
            | ApplicationFact::PermitRevoked { .. } => self.evolve_permit(fact, by),
            ApplicationFact::AppealNoted(_)
            | ApplicationFact::AppealEnded(_)
            | ApplicationFact::AdviceAsked(_)
            | ApplicationFact::AdviceGiven(_)
            | ApplicationFact::AdviceWithdrawn { .. }
            | ApplicationFact::Fee(_)
            | ApplicationFact::Insurance(_)
            | ApplicationFact::Confided(_) => {}
            ApplicationFact::ReasonsUnsealed { .. } => self.unseal(fact, by),
            ApplicationFact::Day(fact) => self.day.evolve(fact, by),
            ApplicationFact::Watch(fact) => self.watchers.evolve(*fact, by),
            ApplicationFact::Withdrawn { reasons } => self.withdrawn = Some((at, reasons.clone())),
            ApplicationFact::Lapsed => self.lapsed = Some(at),
        }
    }
}
