//! The case as put to one authority: why, within which clock, what it asked and what it decided.

use crate::{
    Condition, Decided, Decision, Disowned, Extension, ExtensionAnswered, Item, Offer, Recommendation,
    Reminder, Silence,
};
use act::{AuthorityId, Date, OrganisationId, PersonId, Reason, Timestamp, Title};
use calendar::OwnCalendar;
use serde::{Deserialize, Serialize};

/// What an authority's position does to the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Competence {
    /// It may refuse.
    Competent,
    /// It must agree.
    Concurrence,
    /// It advises; the outcome does not wait for a consent of its own.
    Consultee,
}

/// The clock that an authority was given, as the rulebook had it on the day of referral.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// How long it may take.
    pub period: calendar::Period,
    /// The calendar it is counted in, by its id.
    pub calendar: String,
    /// The IANA zone whose days are counted.
    pub zone: String,
    /// How the day of receipt is told, where the rulebook says more than that it is not counted.
    #[serde(default, skip_serializing_if = "is_plain")]
    pub receipt: calendar::Receipt,
    /// What silence means.
    pub silence: Silence,
    /// `law`, `regulation`, `practice` or `assumption`.
    pub kind: String,
    /// What says so.
    pub citation: String,
}

fn is_plain(receipt: &calendar::Receipt) -> bool {
    *receipt == calendar::Receipt::default()
}

/// A rule that fired for this authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    /// The rule, such as `authorities/3`.
    pub rule: String,
    /// The id of its reason in the rulebook.
    pub reason: String,
    /// What the rule rests on.
    pub citation: String,
    /// `law`, `regulation` or `practice`.
    pub kind: String,
}

/// A request for information; it stops its authority's own clock until it is answered or withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Counted from 1 within the referral.
    pub number: u32,
    /// What is asked.
    pub text: Reason,
    /// When it was asked.
    pub asked: Timestamp,
    /// What it asks for, where it asks item by item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// The answer, once there is one; none where each item has its own.
    pub answer: Option<Reason>,
    /// When it ended: answered or withdrawn, or each of its items was.
    pub ended: Option<Timestamp>,
}

/// The case as put to one authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// The authority, by its id in the rulebook.
    pub authority: AuthorityId,
    /// Its place among those asked, in the rulebook's order.
    pub place: usize,
    /// The organisation that is this authority.
    pub organisation: OrganisationId,
    /// Its name on the day of referral.
    pub name: Title,
    /// What its position does to the outcome.
    pub competence: Competence,
    /// Its clock.
    pub terms: Terms,
    /// Why it is asked.
    pub grounds: Vec<Ground>,
    /// Whether two people decide: one recommends, another decides.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub four_eyes: bool,
    /// Why the lead authority asks it, where no rule does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<Reason>,
    /// When the case reached it.
    pub referred: Timestamp,
    /// When it began its review.
    pub review_begun: Option<Timestamp>,
    /// Who of its people began it. That is for its own people alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_by: Option<PersonId>,
    /// Who of its people last did something about it before a decision: began the review, asked, offered or recommended. That is for its
    /// own people alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub worked_on_by: Option<PersonId>,
    /// What it asked.
    pub questions: Vec<Question>,
    /// The times that it asked for more time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// What it offered instead of deciding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
    /// What it entered of its own days, as far as its clock is reckoned with them.
    #[serde(default, skip_serializing_if = "OwnCalendar::is_plain")]
    pub own: OwnCalendar,
    /// The times that its day moved because its calendar changed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moved: Vec<Moved>,
    /// The day before which its period does not end, since a change of its calendar would have ended it in the past.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// The last day of the period that passed without an answer, where nothing follows from that and it was written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overrun: Option<Date>,
    /// The times that the lead reminded it. That is between the two.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Reminder>,
    /// What was recommended last that it should decide. That is for its own people alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<Recommendation>,
    /// What was recommended before that, the first first: the seals of it stay readable for whoever reads the last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recommended_before: Vec<Recommendation>,
    /// What it decided.
    pub decided: Option<Decided>,
    /// The letters that were recorded as its decision and that it disowned, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disowned: Vec<Disowned>,
    /// What it had done each time that the case was put to it anew, the first first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Round>,
}

/// What an authority had done when the case was put to it anew. It was about what was handed in before, and counts for nothing
/// now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// The referral as it stood.
    pub referral: Referral,
    /// When the case was put to it anew, or, where it was asked no longer until then, when that began.
    pub ended: Timestamp,
    /// Which of the versions that were handed in it was about, from 0: its place among those before.
    pub version: usize,
    /// Whether the authority was asked no longer when it ended, and asked again later.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
    /// Why the lead authority took it back, if that is how it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_back: Option<Reason>,
}

/// That the day by which an authority decides moved because its calendar changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// When.
    pub at: Timestamp,
    /// The day until then.
    pub from: Date,
    /// The day since then.
    pub to: Date,
}

/// Where a referral stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Put to the authority; nobody has begun.
    Referred,
    /// Someone is reviewing it.
    InReview,
    /// A question is open; the clock stands still.
    AwaitingInformation,
    /// An offer is open; the clock stands still.
    CounterOffered,
    /// Agreed.
    Granted,
    /// Agreed if conditions are met.
    GrantedWithConditions,
    /// Not agreed.
    Refused,
    /// Silent, which counts as agreed.
    DeemedGranted,
    /// Silent, which counts as not agreed.
    DeemedRefused,
    /// Advice was given: nothing against it.
    NoObjection,
    /// Advice was given.
    Advised,
    /// Advice was given: against it.
    Objected,
}

impl Standing {
    /// The stable name, as used in Fluent ids (`standing-in-review`).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Standing::Referred => "referred",
            Standing::InReview => "in-review",
            Standing::AwaitingInformation => "awaiting-information",
            Standing::CounterOffered => "counter-offered",
            Standing::Granted => "granted",
            Standing::GrantedWithConditions => "granted-with-conditions",
            Standing::Refused => "refused",
            Standing::DeemedGranted => "deemed-granted",
            Standing::DeemedRefused => "deemed-refused",
            Standing::NoObjection => "no-objection",
            Standing::Advised => "advised",
            Standing::Objected => "objected",
        }
    }

    /// Whether the authority has agreed, with or without conditions, or its silence counts as that.
    #[must_use]
    pub fn agreed(self) -> bool {
        matches!(
            self,
            Standing::Granted | Standing::GrantedWithConditions | Standing::DeemedGranted
        )
    }

    /// Whether the authority has refused, or its silence counts as that.
    #[must_use]
    pub fn refused(self) -> bool {
        matches!(self, Standing::Refused | Standing::DeemedRefused)
    }
}

impl Referral {
    /// It as it stood each time, the present last.
    pub fn rounds(&self) -> impl DoubleEndedIterator<Item = &Referral> {
        let earlier = self.earlier.iter().map(|round| &round.referral);
        earlier.chain([self])
    }

    /// All that was recommended since the case was put to it, the first first.
    pub fn recommendations(&self) -> impl DoubleEndedIterator<Item = &Recommendation> {
        self.recommended_before.iter().chain(&self.recommendation)
    }

    /// Whether two decide, and nobody has recommended anything yet that another could decide.
    #[must_use]
    pub fn wants_recommendation(&self) -> bool {
        let fresh = self.recommendation.as_ref().is_some_and(|one| !one.taken);
        self.four_eyes && self.decided.is_none() && !fresh
    }

    /// When a change put the case to the authority anew, if one did.
    #[must_use]
    pub fn reopened(&self) -> Option<Timestamp> {
        let round = self.earlier.last()?;
        // Whoever was left and is asked by hand has it again by no change.
        (!self.is_asked_again(round)).then_some(self.referred)
    }

    /// Whether the lead authority asks by hand, after this round, what had been left.
    #[must_use]
    pub fn is_asked_again(&self, round: &Round) -> bool {
        round.left && self.by_hand.is_some()
    }

    /// The number of the next question. It goes on over all rounds: one that stays open keeps its own.
    #[must_use]
    pub fn next_question(&self) -> u32 {
        let asked = self.rounds().flat_map(|one| &one.questions);
        asked.map(|one| one.number).max().unwrap_or_default() + 1
    }

    /// How often it asked for more time, in all rounds.
    #[must_use]
    pub fn times_asked(&self) -> usize {
        self.rounds().map(|one| one.extensions.len()).sum()
    }

    /// Where it stands, computed from what happened.
    #[must_use]
    pub fn standing(&self) -> Standing {
        match self.decided.as_ref().map(|decided| &decided.decision) {
            Some(Decision::Granted) => Standing::Granted,
            Some(Decision::GrantedWithConditions { .. }) => Standing::GrantedWithConditions,
            Some(Decision::Refused) => Standing::Refused,
            Some(Decision::DeemedGranted) => Standing::DeemedGranted,
            Some(Decision::DeemedRefused) => Standing::DeemedRefused,
            Some(Decision::NoObjection) => Standing::NoObjection,
            Some(Decision::Advised) => Standing::Advised,
            Some(Decision::Objected) => Standing::Objected,
            None if self.open_question().is_some() => Standing::AwaitingInformation,
            None if self.open_offer().is_some() => Standing::CounterOffered,
            None if self.review_begun.is_some() => Standing::InReview,
            None => Standing::Referred,
        }
    }

    /// Whether it advises instead of deciding: the outcome neither counts it nor waits for it.
    #[must_use]
    pub fn advises(&self) -> bool {
        self.competence == Competence::Consultee
    }

    /// The first question that is neither answered nor withdrawn.
    #[must_use]
    pub fn open_question(&self) -> Option<&Question> {
        self.questions.iter().find(|question| question.ended.is_none())
    }

    /// The time that it asked for last, if the organiser has not answered.
    #[must_use]
    pub fn open_extension(&self) -> Option<&Extension> {
        self.extensions.last().filter(|last| last.answered.is_none())
    }

    /// Whether it waits for the organiser: to answer a question or an offer, or to say whether it may have more time.
    #[must_use]
    pub fn awaits_organiser(&self) -> bool {
        let waits = self.stands_still_since().is_some() || self.open_extension().is_some();
        self.decided.is_none() && waits
    }

    /// The same referral, had the organiser agreed to that much more time.
    #[must_use]
    pub fn with_agreed(&self, asked: &Extension, at: Timestamp) -> Referral {
        let answered = Some(ExtensionAnswered {
            at,
            agreed: true,
            reasons: None,
        });
        let agreed = Extension {
            answered,
            ..asked.clone()
        };
        let mut referral = self.clone();
        referral.extensions.retain(|one| one.number != asked.number);
        referral.extensions.push(agreed);
        referral
    }

    /// Whether something will follow, if it lets its period pass.
    #[must_use]
    pub fn silence_counts(&self) -> bool {
        self.decided.is_none() && !self.advises() && self.terms.silence != Silence::Nothing
    }

    /// Whether nothing will follow, if it lets its period pass, but that it is told and others are.
    #[must_use]
    pub fn silence_is_told(&self) -> bool {
        self.decided.is_none() && !self.silence_counts()
    }

    /// The last day of its period, where it gave no answer and that counts.
    #[must_use]
    pub fn silent_until(&self) -> Option<Date> {
        self.decided.as_ref()?.ended
    }

    /// The conditions it set.
    #[must_use]
    pub fn conditions(&self) -> &[Condition] {
        match &self.decided {
            Some(Decided {
                decision: Decision::GrantedWithConditions { conditions },
                ..
            }) => conditions,
            _ => &[],
        }
    }
}
