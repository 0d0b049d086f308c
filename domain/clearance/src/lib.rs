//! The clearance of a public event: one application, one referral per authority, each decided by itself and within
//! its own clock; an outcome that is computed from them; and a permit.
//!
//! Read `acts/` aloud: it is what people can do.

pub mod acts;
mod advice;
mod advising;
mod again;
mod amending;
mod amendment;
mod appeal;
mod appealing;
mod application;
mod asking;
mod backward;
mod charging;
mod clash;
mod clock;
pub mod comments;
mod condition;
mod confidence;
mod confiding;
mod contradiction;
mod day;
mod decision;
mod due;
mod event;
mod evolve;
mod extension;
mod fact;
mod fees;
mod going;
mod history;
pub mod hold;
mod insurance;
mod insuring;
mod keeping;
mod kept;
mod letter;
mod letter_fact;
mod lettered;
mod library;
mod notice;
mod offer;
mod offering;
mod outcome;
mod permit;
mod plan;
mod planned;
mod public;
mod referral;
mod refusal;
mod reminder;
mod replacing;
mod sealed;
mod sealing;
mod sight;
mod telling;
mod todo;
mod wanted;
mod watched;
mod watching;

pub use advice::{Advice, AdviceAsked, AdviceEnd, AdviceEnded, AdviceGiven, AdviceRequest};
pub use again::{AskedOtherwise, HowAsked, Pace, asked_otherwise, same_weekday};
pub use amendment::{Amendment, Changed, Earlier, Reads, Released, Returned, Superseded, reads};
pub use appeal::{Appeal, AppealEnd, AppealEnded, Appealed, NotedAppeal, NotedEnd};
pub use appealing::{Appealable, Remedy};
pub use application::{Application, Stage};
pub use asking::MOST_ITEMS;
pub use backward::{LatestDays, ahead, critical, under_way};
pub use clash::{Taken, clashes, same_place, taken};
pub use clock::{ClockFault, clock, reckon};
pub use condition::{Condition, ConditionTerms, Limit, Phase, TakenFrom};
pub use confidence::{ConfideRefusal, Confided, Confiding, Mark, Needed, NotAPiece, Piece};
pub use confiding::KeptBack;
pub use contradiction::{Contradiction, Demand, Merged, contradicted, contradictions, merged};
pub use day::{
    AfterReport, Arrived, DayFact, DayRefusal, Deposit, DepositStep, EventDay, Go, GoSaid, Held, Incident,
    LATEST_NOTE_DAYS, MOST_NOTES, MOST_OF_DEPOSIT, NO_GO_DAYS, Noted, Sending,
};
pub use decision::{Decided, Decision, Disowned, Recommendation, Revised, Silence};
pub use due::{due, next_due};
pub use event::{
    Attachment, Component, ComponentKind, Event, Lead, Organiser, RulebookPin, Submission, ends_next_day,
};
pub use extension::{Extension, ExtensionAnswered};
pub use fact::ApplicationFact;
pub use fees::{
    Balance, Entered, EntryEnd, EntryEnding, Fee, FeeBasis, FeeEntry, FeeFact, FeeRefusal, FeeStanding,
    FeeStep, MOST_ENTRIES, MOST_FEES, MOST_LAST_ENTRIES, PAID_BEFORE_DAYS, PlannedFee, SetAmount, Sums,
};
pub use history::{Circle, Deed, Happened, history};
pub use insurance::{
    Certificate, ENDS_SOON_DAYS, Insurance, InsuranceAnswer, InsuranceFact, InsuranceRefusal,
    InsuranceStanding, InsuredFor, MOST_INSURANCES, Reversal, Uncovered,
};
pub use keeping::{Declined, Discharge, Keeping, Proof};
pub use kept::{Kept, NEAR_DAYS, OnPermit};
pub use letter::Letter;
pub use letter_fact::RecordedLetter;
pub use library::{InLibrary, bound_to, is_in_library, library};
pub use notice::{News, Notice, Party};
pub use offer::{Offer, OfferEnd, OfferEnded, Otherwise};
pub use offering::{Halt, OpenOffers, is_then_and_there};
pub use outcome::{Because, Outcome};
pub use permit::{
    Permit, PermitAdvice, PermitContent, PermitDecision, Standing as PermitStanding, Suspension,
};
pub(crate) use plan::filing_calendar;
pub use plan::{Asked, asked, by_hand, filing, latest_filing, lead_time, period, plan, required};
pub use planned::PlannedReferral;
pub use public::{
    Changes, Entry, PublicAsked, PublicStage, Seen, Told, Untold, publicity, untold_of_permits, veil_permits,
};
pub use referral::{Competence, Ground, Moved, Question, Referral, Round, Standing, Terms};
pub use refusal::{ClearanceRefusal, Days, said};
pub use reminder::Reminder;
pub use replacing::Departure;
pub use sealed::{Commitment, NotHex, Opened, Opening, Salt, Sealed};
pub use sealing::{SealedOf, SealedReasons};
pub use sight::{Reading, Sight, sight};
pub use todo::is_left_to_do;
pub use wanted::{About, AnsweredItem, Item, ItemAnswer, ItemEnd, ItemEnded, Share, Wanted};
pub use watched::notices;
pub use watching::{MOST_BEGUN, WatchFact, Watcher, Watchers};
