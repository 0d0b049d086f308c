//! The state of an application, folded from its facts.

use crate::permit::Standing as PermitStanding;
use crate::{
    ApplicationFact, Attachment, Decided, Lead, Permit, PlannedReferral, Question, Referral, RulebookPin,
    Submission,
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
    /// Put to the authorities; at least one has not decided.
    InCirculation,
    /// Every authority has decided.
    Decided,
    /// A permit was issued and stands.
    Permitted,
    /// The permit was taken back.
    Revoked,
    /// Withdrawn by the organiser.
    Withdrawn,
}

impl Stage {
    /// The stable name, as used in Fluent ids (`stage-in-circulation`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Draft => "draft",
            Stage::Submitted => "submitted",
            Stage::InCirculation => "in-circulation",
            Stage::Decided => "decided",
            Stage::Permitted => "permitted",
            Stage::Revoked => "revoked",
            Stage::Withdrawn => "withdrawn",
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
    /// When each document came that was handed in after it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub documents_later: BTreeMap<AttachmentId, Timestamp>,
    /// When the lead authority found it complete.
    pub found_valid: Option<Timestamp>,
    /// One referral per authority.
    pub referrals: BTreeMap<AuthorityId, Referral>,
    /// The permit, once issued.
    pub permit: Option<Permit>,
    /// When the organiser withdrew it, and why.
    pub withdrawn: Option<(Timestamp, Option<Reason>)>,
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
                standing: PermitStanding::Revoked { .. },
                ..
            }) => return Stage::Revoked,
            None => {}
        }
        if self.submission.is_none() {
            Stage::Draft
        } else if self.found_valid.is_none() {
            Stage::Submitted
        } else if self.referrals.values().all(|referral| referral.decided.is_some()) {
            Stage::Decided
        } else {
            Stage::InCirculation
        }
    }

    /// When authorities that had not answered ceased to be waited for: with the permit, or when it was withdrawn.
    #[must_use]
    pub fn ended(&self) -> Option<Timestamp> {
        let withdrawn = self.withdrawn.as_ref().map(|(at, _)| *at);
        let permitted = self.permit.as_ref().map(|permit| permit.issued.at);
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

    fn referral(&mut self, authority: &AuthorityId, change: impl FnOnce(&mut Referral)) {
        if let Some(referral) = self.referrals.get_mut(authority) {
            change(referral);
        }
    }

    fn end_question(&mut self, authority: &AuthorityId, number: u32, at: Timestamp, answer: Option<&Reason>) {
        self.referral(authority, |referral| {
            for question in referral
                .questions
                .iter_mut()
                .filter(|question| question.number == number)
            {
                question.ended = Some(at);
                question.answer = answer.cloned();
            }
        });
    }

    fn hand_in(&mut self, attachment: &Attachment, at: Timestamp) {
        if let Some(submission) = &mut self.submission {
            submission.attachments.push(attachment.clone());
            self.documents_later.insert(attachment.attachment, at);
        }
    }

    fn refer(&mut self, planned: &PlannedReferral, at: Timestamp) {
        self.referrals.insert(
            planned.authority.clone(),
            Referral {
                authority: planned.authority.clone(),
                place: self.referrals.len(),
                organisation: planned.organisation,
                name: planned.name.clone(),
                competence: planned.competence,
                terms: planned.terms.clone(),
                grounds: planned.grounds.clone(),
                referred: at,
                review_begun: None,
                questions: Vec::new(),
                decided: None,
            },
        );
    }
}

impl State for Application {
    type Fact = ApplicationFact;

    fn evolve(&mut self, Recorded { fact, by }: &Recorded<ApplicationFact>) {
        let at = by.at;
        self.latest = self.latest.max(Some(at));
        match fact {
            ApplicationFact::Submitted {
                reference,
                submission,
                rulebook,
                lead,
            } => {
                self.reference.clone_from(reference);
                self.submission = Some(submission.clone());
                self.submitted = Some(by.clone());
                self.rulebook = Some(rulebook.clone());
                self.lead = Some(lead.clone());
            }
            ApplicationFact::DocumentHandedIn(attachment) => self.hand_in(attachment, at),
            ApplicationFact::FoundValid => self.found_valid = Some(at),
            ApplicationFact::Referred(planned) => self.refer(planned, at),
            ApplicationFact::ReviewBegun { authority } => {
                self.referral(authority, |referral| referral.review_begun = Some(at));
            }
            ApplicationFact::QuestionAsked {
                authority,
                number,
                text,
            } => {
                let question = Question::asked(*number, text, at);
                self.referral(authority, |referral| referral.questions.push(question));
            }
            ApplicationFact::QuestionAnswered {
                authority,
                number,
                answer,
            } => self.end_question(authority, *number, at, Some(answer)),
            ApplicationFact::QuestionWithdrawn { authority, number } => {
                self.end_question(authority, *number, at, None);
            }
            ApplicationFact::Decided {
                authority,
                decision,
                reasons,
            } => {
                let (decision, reasons, by) = (decision.clone(), reasons.clone(), by.clone());
                let decided = Decided {
                    decision,
                    reasons,
                    by,
                };
                self.referral(authority, |referral| referral.decided = Some(decided));
            }
            ApplicationFact::PermitIssued(content) => self.permit = Some(Permit::issued(content, by)),
            ApplicationFact::PermitRevoked { reasons, .. } => {
                if let Some(permit) = &mut self.permit {
                    permit.revoke(reasons, by);
                }
            }
            ApplicationFact::Withdrawn { reasons } => self.withdrawn = Some((at, reasons.clone())),
        }
    }
}
