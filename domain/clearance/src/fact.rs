//! What can have happened to an application. The bytes of these are golden: a field is added, never changed.

use crate::{
    AdviceAsked, AdviceGiven, AnsweredItem, Attachment, Changed, Commitment, Condition, Confided, DayFact,
    Decision, FeeFact, InsuranceFact, Lead, Needed, NotedAppeal, NotedEnd, Opening, Otherwise, PermitContent,
    PlannedReferral, RecordedLetter, RulebookPin, Silence, Submission, Wanted, WatchFact,
};
use act::{AdviceId, AttachmentId, AuthorityId, Date, OrganisationId, Reason};
use serde::{Deserialize, Serialize};

/// Something that happened to an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "data", rename_all = "kebab-case")]
pub enum ApplicationFact {
    /// It was handed in.
    Submitted {
        /// The reference that people use, such as `PNH-2023-0001`.
        reference: String,
        /// What was handed in.
        submission: Box<Submission>,
        /// The rulebook version it is bound to.
        rulebook: RulebookPin,
        /// The authority that leads.
        lead: Lead,
        /// Where it is handed in again under another version: which of its rules need what of it is confided.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        needed: Vec<Needed>,
    },
    /// The organiser handed a document in after the application.
    DocumentHandedIn(Attachment),
    /// The lead authority gave it back: something is missing. When it is handed in again, that is `Submitted` anew.
    Returned {
        /// What is missing.
        lacks: Reason,
    },
    /// The lead authority found it complete.
    FoundValid,
    /// It was put to one authority.
    Referred(PlannedReferral),
    /// An authority began its review.
    ReviewBegun {
        /// The authority.
        authority: AuthorityId,
    },
    /// A reviewer recommended to the own authority how to decide. Nobody else reads it.
    Recommended {
        /// The authority.
        authority: AuthorityId,
        /// What it should decide.
        decision: Decision,
        /// Why.
        reasons: Option<Reason>,
        /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Commitment>,
    },
    /// An authority asked the organiser; its own clock stops.
    QuestionAsked {
        /// The authority.
        authority: AuthorityId,
        /// Counted from 1 within the referral.
        number: u32,
        /// What is asked.
        text: Reason,
        /// For what it asks, where it asks item by item. They are counted from 1.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<Wanted>,
    },
    /// The organiser answered items of a question. With the last that is awaited the clock runs again.
    ItemsAnswered {
        /// The authority.
        authority: AuthorityId,
        /// Which question.
        number: u32,
        /// What is said to which item.
        answers: Vec<AnsweredItem>,
    },
    /// The authority took items of its question back. With the last that is awaited the clock runs again.
    ItemsTakenBack {
        /// The authority.
        authority: AuthorityId,
        /// Which question.
        number: u32,
        /// Which of its items.
        items: Vec<u32>,
    },
    /// The organiser answered; the clock runs again.
    QuestionAnswered {
        /// The authority.
        authority: AuthorityId,
        /// Which question.
        number: u32,
        /// The answer.
        answer: Reason,
    },
    /// The authority took its question back; the clock runs again.
    QuestionWithdrawn {
        /// The authority.
        authority: AuthorityId,
        /// Which question.
        number: u32,
    },
    /// An authority asked the organiser for more time.
    ExtensionProposed {
        /// The authority.
        authority: AuthorityId,
        /// Counted from 1 within the referral.
        number: u32,
        /// How many days more: of the period's unit; calendar days where it is a period of months.
        days: u32,
        /// Why.
        reasons: Reason,
    },
    /// The organiser agreed to more time, or did not.
    ExtensionAnswered {
        /// The authority.
        authority: AuthorityId,
        /// Which of the times it asked.
        number: u32,
        /// Whether the organiser agreed.
        agreed: bool,
        /// Why, if it says.
        reasons: Option<Reason>,
    },
    /// An authority offered something else instead of deciding; its own clock stops.
    CounterOffered {
        /// The authority.
        authority: AuthorityId,
        /// Counted from 1 within the referral.
        number: u32,
        /// What of the event would be otherwise.
        otherwise: Otherwise,
        /// Why.
        reasons: Reason,
    },
    /// The organiser accepted an offer (one that moves the event with its amendment), or declined it; the clock runs again.
    OfferAnswered {
        /// The authority.
        authority: AuthorityId,
        /// Which of its offers.
        number: u32,
        /// Whether the organiser accepted.
        accepted: bool,
        /// Why, if it says.
        reasons: Option<Reason>,
    },
    /// The authority took its offer back; the clock runs again.
    OfferWithdrawn {
        /// The authority.
        authority: AuthorityId,
        /// Which of its offers.
        number: u32,
    },
    /// An authority entered days of its own, or took some back: its clock is reckoned with these from now on.
    CalendarChanged {
        /// The authority.
        authority: AuthorityId,
        /// All the days that it entered and that are not over since it was asked.
        own: calendar::OwnCalendar,
    },
    /// An authority decided.
    Decided {
        /// The authority.
        authority: AuthorityId,
        /// What.
        decision: Decision,
        /// Why.
        reasons: Option<Reason>,
        /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Commitment>,
    },
    /// What was said and done on the day of the event, and after it.
    Day(DayFact),
    /// A fee was set, or it was said what became of one.
    Fee(FeeFact),
    /// A certificate of insurance was handed in, or it was said what became of one.
    Insurance(InsuranceFact),
    /// A piece of the case was confided to few of those who read it, or to all of them again.
    Confided(Confided),
    /// Somebody watches the case, or does not any more.
    Watch(WatchFact),
    /// The lead authority recorded what an authority decided on paper.
    LetterRecorded(RecordedLetter),
    /// An authority disowned the letter that was recorded as its decision: the referral is open again as it stood.
    LetterDisowned {
        /// The authority.
        authority: AuthorityId,
        /// Why it does not count.
        reasons: Reason,
    },
    /// An authority that agreed changed its conditions. A permit that was issued goes on as it was until it is replaced.
    ConditionsRevised {
        /// The authority.
        authority: AuthorityId,
        /// What it demands now; none if it agrees without conditions.
        conditions: Vec<Condition>,
        /// Why it changed them.
        reasons: Reason,
        /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Commitment>,
    },
    /// An authority let its period pass, and that counts as the rulebook says.
    SilenceCounted {
        /// The authority.
        authority: AuthorityId,
        /// As what.
        silence: Silence,
        /// The last day of its period.
        ended: Date,
    },
    /// An authority let its period pass without an answer. Nothing follows; it is written down so that all concerned are told.
    PeriodOverrun {
        /// The authority.
        authority: AuthorityId,
        /// The last day of its period.
        ended: Date,
    },
    /// The organiser changed what is applied for. `Reopened`, `Referred` or `NoLongerAsked` follow; who is not named goes on as before.
    Amended {
        /// What is applied for now.
        submission: Box<Submission>,
    },
    /// An amendment puts the case to an authority anew. What it did until now was about what was handed in before.
    Reopened {
        /// The referral as it is now.
        referral: PlannedReferral,
        /// What was changed that it decides again for.
        because: Vec<Changed>,
    },
    /// After an amendment no rule asks this authority.
    NoLongerAsked {
        /// The authority.
        authority: AuthorityId,
        /// What was changed that its rules read.
        because: Vec<Changed>,
    },
    /// The lead authority put it to an authority that no rule names here.
    AskedAlso {
        /// The referral. No rule is its ground.
        referral: PlannedReferral,
        /// Why it is asked.
        reasons: Reason,
    },
    /// The lead authority took back what it had put to an authority that no rule names here.
    TakenBack {
        /// The authority.
        authority: AuthorityId,
        /// Why.
        reasons: Reason,
    },
    /// The lead authority issued the permit.
    PermitIssued(Box<PermitContent>),
    /// An organiser said which of the organisers sees to a condition of the permit.
    OwnerNamed {
        /// The authority that set it.
        authority: AuthorityId,
        /// Which of its conditions, counted from 1 as the permit has them.
        number: u32,
        /// The organiser.
        organisation: OrganisationId,
    },
    /// An organiser showed that a condition of the permit is kept.
    ConditionShown {
        /// The authority that set it.
        authority: AuthorityId,
        /// Which of its conditions, counted from 1 as the permit has them.
        number: u32,
        /// Counted from 1 for each condition.
        proof: u32,
        /// How it is kept.
        words: Reason,
        /// The documents of the case that show it.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        documents: Vec<AttachmentId>,
    },
    /// The authority that set a condition said that what was shown is not enough.
    ProofDeclined {
        /// The authority.
        authority: AuthorityId,
        /// Which of its conditions.
        number: u32,
        /// Which proof.
        proof: u32,
        /// What is wanting.
        reasons: Reason,
    },
    /// The authority that set a condition holds it to be kept.
    ConditionDischarged {
        /// The authority.
        authority: AuthorityId,
        /// Which of its conditions.
        number: u32,
        /// The proof that it accepted; none where it saw for itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        proof: Option<u32>,
        /// What it says to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
    },
    /// The lead authority issues the permit anew: the earlier one holds no more. The one that takes its place follows, as `PermitIssued`.
    PermitReplaced {
        /// Which permit.
        permit: String,
        /// The one that takes its place.
        by: String,
        /// Why.
        reasons: Reason,
    },
    /// The lead authority took the permit back.
    PermitRevoked {
        /// Which permit.
        permit: String,
        /// Why.
        reasons: Reason,
        /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Commitment>,
    },
    /// The lead authority stopped the permit: it does not hold for now.
    PermitSuspended {
        /// Which permit.
        permit: String,
        /// Why.
        reasons: Reason,
        /// The last day on which it does not hold; none where it stays so until someone lifts it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
        /// The commitment to why it did, where that is sealed: the reasons are then the legal ground of sealing it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sealed: Option<Commitment>,
    },
    /// The lead authority lifted the suspension: the permit holds again.
    SuspensionLifted {
        /// Which permit.
        permit: String,
        /// Why, if it says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reasons: Option<Reason>,
    },
    /// The day was over until which the permit was suspended: it holds again.
    SuspensionEnded {
        /// Which permit.
        permit: String,
        /// That day.
        until: Date,
    },
    /// Reasons that were sealed were opened.
    ReasonsUnsealed {
        /// The authority that had sealed them.
        authority: AuthorityId,
        /// Which reasons: what is recomputed from the words and the salt.
        commitment: Commitment,
        /// The words, and the salt that they were sealed with.
        #[serde(flatten)]
        opening: Opening,
    },
    /// An organiser noted that it appealed against a decision.
    AppealNoted(NotedAppeal),
    /// The lead reminded an authority that its answer is awaited.
    Reminded {
        /// Whom.
        authority: AuthorityId,
        /// What it said.
        words: Reason,
    },
    /// The lead, or an authority for its own decision, asked somebody without an account for advice, by a link.
    AdviceAsked(AdviceAsked),
    /// Whoever holds such a link gave the advice. It is nobody's decision.
    AdviceGiven(AdviceGiven),
    /// Whoever had asked for such advice wants it no more.
    AdviceWithdrawn {
        /// Which.
        advice: AdviceId,
    },
    /// It was noted how an appeal ended.
    AppealEnded(NotedEnd),
    /// The organiser withdrew the application.
    Withdrawn {
        /// Why, if it says.
        reasons: Option<Reason>,
    },
    /// The event was over, and no permit had been issued, or it was suspended.
    Lapsed,
}
