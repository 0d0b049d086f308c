//! What a party is told when something happened that concerns it: what it was, what there is to do, and by when. It holds kinds,
//! authorities, numbers and days alone, and no words of anyone: so nothing stands in it that its reader could not see on a page.

use crate::Share;
use act::{AuthorityId, Date, OrganisationId, PersonId, Role};
use serde::{Deserialize, Serialize};

/// In what capacity an organisation is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// It holds the event.
    Organiser,
    /// It was asked.
    Authority,
    /// It leads.
    Lead,
    /// It keeps a record of who asked and promised what: nothing of a case is told so.
    Desk,
}

impl Party {
    /// The stable name, as used in the scopes of views and in Fluent texts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Party::Organiser => "organiser",
            Party::Authority => "authority",
            Party::Lead => "lead",
            Party::Desk => "desk",
        }
    }

    /// The capacity in which someone of this role acts in cases; none for roles that do nothing in them.
    #[must_use]
    pub fn of(role: Role) -> Option<Party> {
        match role {
            Role::Applicant | Role::Agent => Some(Party::Organiser),
            Role::Officer | Role::Decider => Some(Party::Authority),
            Role::Coordinator => Some(Party::Lead),
            Role::DeskOfficer => Some(Party::Desk),
            Role::RuleMaker | Role::Auditor | Role::Operator => None,
        }
    }
}

/// Lists every kind of news once, with its stable name.
macro_rules! news {
    ($($(#[$doc:meta])+ $news:ident = $name:literal,)+) => {
        /// What happened, as one party is told it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum News {
            $($(#[$doc])+ #[serde(rename = $name)] $news,)+
        }

        impl News {
            /// All of them.
            pub const ALL: &[News] = &[$(News::$news),+];

            /// The stable name, as used in Fluent ids (`notice-question`).
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(News::$news => $name,)+
                }
            }
        }
    };
}

news! {
    /// An application was handed in.
    HandedIn = "handed-in",
    /// One that was given back was handed in again.
    HandedInAgain = "handed-in-again",
    /// What is applied for was changed.
    Amended = "amended",
    /// A document came after the application.
    Document = "document",
    /// The application was given back: something is missing.
    GivenBack = "given-back",
    /// It was found complete, and put to the authorities.
    Circulated = "circulated",
    /// An authority is asked.
    Asked = "asked",
    /// An authority is asked for advice.
    AskedForAdvice = "asked-for-advice",
    /// An authority decides anew, because what is applied for was changed.
    AskedAnew = "asked-anew",
    /// One more authority is asked.
    AskedAlso = "asked-also",
    /// An authority is asked no longer.
    NotAsked = "not-asked",
    /// An authority asks the organiser.
    Question = "question",
    /// The organiser answered.
    Answer = "answer",
    /// The organiser answered a part of a question.
    AnswerInPart = "answer-in-part",
    /// An authority took a part of its question back.
    ItemsTakenBack = "items-taken-back",
    /// An authority took its question back.
    QuestionWithdrawn = "question-withdrawn",
    /// An authority asks for more time.
    MoreTime = "more-time",
    /// The organiser agreed to it.
    MoreTimeAgreed = "more-time-agreed",
    /// The organiser did not agree to it.
    MoreTimeDeclined = "more-time-declined",
    /// An authority offers something else.
    Offer = "offer",
    /// The organiser accepted it.
    OfferAccepted = "offer-accepted",
    /// The organiser declined it.
    OfferDeclined = "offer-declined",
    /// An authority took its offer back.
    OfferWithdrawn = "offer-withdrawn",
    /// The day by which an authority decides moved, because its calendar changed.
    DayMoved = "day-moved",
    /// An authority agreed.
    Granted = "granted",
    /// It agreed if conditions are met.
    GrantedWithConditions = "granted-with-conditions",
    /// It refused.
    Refused = "refused",
    /// A consultee has nothing against it.
    NoObjection = "no-objection",
    /// A consultee gave its advice.
    Advised = "advised",
    /// A consultee advised against it.
    Objected = "objected",
    /// Advice came that an authority had asked somebody for by a link.
    AdviceByLink = "advice-by-link",
    /// Advice came that the lead had asked somebody for by a link.
    AdviceByLinkToLead = "advice-by-link-to-lead",
    /// An authority was silent, which counts as agreement.
    DeemedGranted = "deemed-granted",
    /// An authority was silent, which counts as a refusal.
    DeemedRefused = "deemed-refused",
    /// An authority's period passed without an answer, and nothing follows from that.
    Overdue = "overdue",
    /// An authority changed its conditions.
    ConditionsRevised = "conditions-revised",
    /// An authority changed its conditions after the permit, which now says something else.
    PermitDiffers = "permit-differs",
    /// It changed them so that the permit says the same again.
    PermitAgrees = "permit-agrees",
    /// The conditions of another authority contradict those of the reader.
    Contradiction = "contradiction",
    /// The conditions of one authority contradict those of another.
    Contradictory = "contradictory",
    /// An authority disowned a letter that was recorded as its decision.
    LetterDisowned = "letter-disowned",
    /// A letter was recorded as the decision of the reader's authority.
    LetterRecorded = "letter-recorded",
    /// A reviewer recommended to the own authority how to decide.
    Recommended = "recommended",
    /// The lead reminded an authority that its answer is awaited.
    Reminded = "reminded",
    /// An organiser is to see to a condition of the permit.
    OwnerNamed = "owner-named",
    /// An organiser showed that a condition is kept.
    ConditionShown = "condition-shown",
    /// The authority that set a condition said that what was shown is not enough.
    ProofDeclined = "proof-declined",
    /// The authority that set a condition holds it to be kept.
    ConditionDischarged = "condition-discharged",
    /// Everyone whose consent is needed has agreed, and no conditions contradict each other.
    AllAgreed = "all-agreed",
    /// Someone whose consent is needed refused.
    NoPermitPossible = "no-permit-possible",
    /// The permit was issued.
    Permitted = "permitted",
    /// The permit was issued anew, in place of the earlier one.
    Replaced = "replaced",
    /// The permit was suspended.
    Suspended = "suspended",
    /// Its suspension was lifted: it holds again.
    SuspensionLifted = "suspension-lifted",
    /// The day is over until which it was suspended: it holds again.
    SuspensionEnded = "suspension-ended",
    /// The event is over, and the permit was suspended.
    LapsedSuspended = "lapsed-suspended",
    /// The permit was taken back.
    Revoked = "revoked",
    /// Reasons that were sealed were opened.
    ReasonsUnsealed = "reasons-unsealed",
    /// An organiser appealed against a decision.
    AppealNoted = "appeal-noted",
    /// An appeal was upheld.
    AppealUpheld = "appeal-upheld",
    /// An appeal was dismissed.
    AppealDismissed = "appeal-dismissed",
    /// An appeal was taken back.
    AppealWithdrawn = "appeal-withdrawn",
    /// An authority said that for its part the event can go ahead.
    Go = "go",
    /// An authority said that for its part it cannot.
    NoGo = "no-go",
    /// Something happened that was noted.
    Incident = "incident",
    /// The organiser told how the event went.
    AfterReport = "after-report",
    /// An authority said what became of a deposit.
    Deposit = "deposit",
    /// What an authority had said of a deposit was wrong.
    DepositReversed = "deposit-reversed",
    /// A fee is due.
    FeeDue = "fee-due",
    /// An organiser says that it has paid a fee.
    FeeSaid = "fee-said",
    /// An organiser says that it paid a fee that is the lead's own, which no authority that is asked answers.
    FeeSaidToLead = "fee-said-to-lead",
    /// What an organiser said to have paid was not found.
    FeeNotFound = "fee-not-found",
    /// A fee was paid.
    FeePaid = "fee-paid",
    /// A fee was waived, in part or whole.
    FeeWaived = "fee-waived",
    /// Money of a fee was given back.
    FeeRefunded = "fee-refunded",
    /// What was recorded of a fee was wrong.
    FeeReversed = "fee-reversed",
    /// An organiser handed in a certificate of insurance.
    InsuranceHandedIn = "insurance-handed-in",
    /// A certificate of insurance was accepted.
    InsuranceAccepted = "insurance-accepted",
    /// A certificate of insurance was sent back.
    InsuranceSentBack = "insurance-sent-back",
    /// A certificate of insurance, or the answer to it, was recorded wrongly.
    InsuranceReversed = "insurance-reversed",
    /// A certificate of insurance does not cover the event, as that stands now.
    InsuranceShort = "insurance-short",
    /// A certificate of insurance ends soon.
    InsuranceEnds = "insurance-ends",
    /// Somebody is to look at a comment.
    Mentioned = "mentioned",
    /// Something happened in a case that the reader watches.
    Watched = "watched",
    /// A piece of the case was confided to few of those who read it.
    Confided = "confided",
    /// All who read the case read it again.
    ConfidenceEnded = "confidence-ended",
    /// Who is told reads it no longer.
    SightLost = "sight-lost",
    /// Who is told reads it now.
    SightGained = "sight-gained",
    /// What an organisation's desk promised, or somebody of it is to do, is due soon.
    DueSoon = "due-soon",
    /// The day of that has passed.
    DueLate = "due-late",
    /// The application was withdrawn.
    Withdrawn = "withdrawn",
    /// The event is over, and there was no permit.
    Lapsed = "lapsed",
}

impl News {
    /// Whether there is something to do for a reader who is told it in this capacity. The text `notice-todo-…` says what.
    #[must_use]
    pub fn is_to_do(self, party: Party) -> bool {
        match party {
            Party::Desk => matches!(self, News::DueSoon | News::DueLate),
            Party::Lead => matches!(
                self,
                News::HandedIn
                    | News::HandedInAgain
                    | News::AllAgreed
                    | News::PermitDiffers
                    | News::NoGo
                    | News::FeeSaidToLead
            ),
            Party::Organiser => {
                matches!(
                    self,
                    News::GivenBack
                        | News::Question
                        | News::MoreTime
                        | News::Offer
                        | News::OwnerNamed
                        | News::ProofDeclined
                        | News::FeeDue
                        | News::FeeNotFound
                        | News::InsuranceSentBack
                        | News::InsuranceShort
                        | News::InsuranceEnds
                )
            }
            Party::Authority => matches!(
                self,
                News::Asked
                    | News::AskedForAdvice
                    | News::AskedAnew
                    | News::Overdue
                    | News::Answer
                    | News::OfferDeclined
                    | News::Contradiction
                    | News::Recommended
                    | News::Reminded
                    | News::LetterRecorded
                    | News::ConditionShown
                    | News::FeeSaid
                    | News::InsuranceHandedIn
            ),
        }
    }
}

/// What one party is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The organisation that is told.
    pub to: OrganisationId,
    /// In what capacity.
    pub party: Party,
    /// What.
    pub news: News,
    /// The authority that it is about; none where it is about the whole case.
    pub authority: Option<AuthorityId>,
    /// Which of its conditions it is about, counted from 1 as the permit has them.
    pub condition: Option<u32>,
    /// How many days are asked for, where it is about more time.
    pub days: Option<u32>,
    /// How much of a question is answered, where it is about one that asks item by item.
    pub share: Option<Share>,
    /// By when there is something to do, or the day that it is about.
    pub by: Option<Date>,
    /// Who is told, where it is one person who watches the case and not all of the organisation.
    pub watcher: Option<PersonId>,
}
