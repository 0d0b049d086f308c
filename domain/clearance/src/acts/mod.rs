//! What people can do to an application: one act, one file, each with a `check` that its page asks first.

mod accept_offer;
mod advising;
mod amend;
mod answer_extension;
mod answer_insurance;
mod answer_items;
mod answer_paid;
mod answer_question;
mod apply_again;
mod ask_advice;
mod ask_also;
mod ask_question;
mod begin_review;
mod circulate;
mod condition;
mod confide;
mod correct_deposit;
mod correct_fee;
mod correct_insurance;
mod count_silence;
mod decide;
mod decline_offer;
mod decline_proof;
mod discharge_condition;
mod disown_letter;
mod end_suspension;
mod fees;
mod follow_calendar;
mod from_phone;
mod give_advice;
mod guards;
mod hand_in;
mod hand_in_insurance;
mod insurance;
mod issue_permit;
mod items;
mod lapse;
mod lift_suspension;
mod name_owner;
mod note_appeal;
mod note_appeal_outcome;
mod note_incident;
mod note_insurance_ends;
mod note_overrun;
mod offer_instead;
mod propose_extension;
mod recommend;
mod record_deposit;
mod record_fee;
mod record_letter;
mod remind;
mod replace_permit;
mod report_after;
mod return_incomplete;
mod revise_conditions;
mod revoke_permit;
mod say_go;
mod say_paid;
mod sealing;
mod seen;
mod set_fee;
mod show_kept;
mod submit;
mod suspend_permit;
mod take_back;
mod take_back_items;
mod unseal_reasons;
mod watch;
mod withdraw;
mod withdraw_advice;
mod withdraw_offer;
mod withdraw_question;

pub use amend::MOST_AMENDMENTS;
pub use apply_again::could_be_applied_for_again;
pub use ask_advice::MOST_ADVICE;
pub use confide::MOST_CONFIDED;
pub use decide::{LONGEST_CONDITIONS, MOST_CONDITIONS, shown_within};
pub(crate) use end_suspension::ends as suspension_ends;
pub use fees::keeps_account;
pub use follow_calendar::FollowCalendar;
pub use from_phone::FromPhone;
use guards::{
    Allowed, DECIDE_ROLES, LEAD_ROLES, ORGANISER_ROLES, REVIEW_ROLES, awaited, by_itself, lead, not_over,
    not_refused, not_silent, open_offer, open_question, organiser, own, put_to_own, question_asked, referred,
    role, stage, undecided, waits_for_nobody,
};
pub use hand_in::{MOST_DOCUMENTS, ToFew};
pub use note_appeal::MOST_APPEALS;
pub use offer_instead::{MOST_OFFERS, could_be_taken_up};
pub use propose_extension::MOST_DAYS;
pub use report_after::MOST_REPORTS;
pub use sealing::{Sealing, can_be_sealed};
pub use seen::{AsSeen, Seen};
pub use show_kept::MOST_PROOFS;
pub use submit::{MOST_ORGANISERS, Submit};
pub use watch::Watch;

use crate::{Application, ApplicationFact, ClearanceRefusal, Referral};
use act::{Act, AuthorityId, Context};

/// Lists every act on a case that is handed in, once.
macro_rules! acts {
    ($($module:ident::$act:ident,)+) => {
        $(pub use $module::$act;)+

        /// Which act.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ActName {
            $(#[doc = concat!("[`", stringify!($act), "`].")] $act,)+
        }

        impl ActName {
            /// All of them, the most pressing first.
            pub const ALL: &[ActName] = &[$(ActName::$act),+];
        }

        /// Any act, with what is given for it.
        #[derive(Clone, Debug)]
        pub enum CaseAct {
            $(#[doc = concat!("[`", stringify!($act), "`].")] $act($act),)+
        }

        impl CaseAct {
            /// Which act it is.
            #[must_use]
            pub fn name(&self) -> ActName {
                match self {
                    $(CaseAct::$act(_) => ActName::$act,)+
                }
            }
        }

        impl Act for CaseAct {
            type State = Application;
            type Refusal = ClearanceRefusal;

            fn decide(
                self,
                application: &Application,
                context: &Context,
            ) -> Result<Vec<ApplicationFact>, ClearanceRefusal> {
                match self {
                    $(CaseAct::$act(act) => act.decide(application, context),)+
                }
            }
        }

        $(impl From<$act> for CaseAct {
            fn from(act: $act) -> CaseAct {
                CaseAct::$act(act)
            }
        })+

        /// What the actor can do, the most pressing first.
        #[must_use]
        pub fn possible(application: &Application, context: &Context) -> Vec<Possible> {
            let mut all = vec![];
            $(
                let on = $act::offered(application, context).into_iter();
                all.extend(on.map(|on| Possible { act: ActName::$act, on }));
            )+
            all
        }
    };
}

// The most pressing first: what a page offers is in this order.
acts! {
    answer_question::AnswerQuestion,
    answer_items::AnswerItems,
    accept_offer::AcceptOffer,
    decline_offer::DeclineOffer,
    answer_extension::AnswerExtension,
    discharge_condition::DischargeCondition,
    decline_proof::DeclineProof,
    show_kept::ShowKept,
    answer_insurance::AnswerInsurance,
    hand_in_insurance::HandInInsurance,
    circulate::Circulate,
    return_incomplete::ReturnIncomplete,
    issue_permit::IssuePermit,
    replace_permit::ReplacePermit,
    say_go::SayGo,
    begin_review::BeginReview,
    decide::Decide,
    ask_question::AskQuestion,
    recommend::Recommend,
    withdraw_question::WithdrawQuestion,
    take_back_items::TakeBackItems,
    withdraw_offer::WithdrawOffer,
    offer_instead::OfferInstead,
    propose_extension::ProposeExtension,
    disown_letter::DisownLetter,
    revise_conditions::ReviseConditions,
    ask_also::AskAlso,
    ask_advice::AskAdvice,
    withdraw_advice::WithdrawAdvice,
    remind::Remind,
    record_letter::RecordLetter,
    take_back::TakeBack,
    name_owner::NameOwner,
    note_incident::NoteIncident,
    report_after::ReportAfter,
    record_deposit::RecordDeposit,
    correct_deposit::CorrectDeposit,
    answer_paid::AnswerPaid,
    say_paid::SayPaid,
    record_fee::RecordFee,
    correct_fee::CorrectFee,
    set_fee::SetFee,
    correct_insurance::CorrectInsurance,
    lift_suspension::LiftSuspension,
    suspend_permit::SuspendPermit,
    revoke_permit::RevokePermit,
    unseal_reasons::UnsealReasons,
    note_appeal_outcome::NoteAppealOutcome,
    note_appeal::NoteAppeal,
    hand_in::HandIn,
    confide::Confide,
    amend::Amend,
    withdraw::Withdraw,
    give_advice::GiveAdvice,
    count_silence::CountSilence,
    note_overrun::NoteOverrun,
    end_suspension::EndSuspension,
    note_insurance_ends::NoteInsuranceEnds,
    lapse::Lapse,
}

/// What of a case an act is on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum On {
    /// The case as a whole.
    Case,
    /// What was put to an authority.
    Referral(AuthorityId),
    /// What an authority asked or offered, by its number: a question, more time, or something else. The act says which.
    Asked(AuthorityId, u32),
    /// A condition of the permit, by the authority that set it and its number there.
    Condition(AuthorityId, u32),
}

impl On {
    /// The authority whose referral it is on, or that asked or set what it is on.
    #[must_use]
    pub fn authority(&self) -> Option<&AuthorityId> {
        match self {
            On::Case => None,
            On::Referral(authority) | On::Asked(authority, _) | On::Condition(authority, _) => {
                Some(authority)
            }
        }
    }
}

/// An act that would not be refused, as far as can be known before its words are given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Possible {
    /// Which.
    pub act: ActName,
    /// On what.
    pub on: On,
}

/// An act that says by its own check where it can be done.
trait Offered {
    /// On what of the case the actor can do it now.
    fn offered(application: &Application, context: &Context) -> Vec<On>;
}

fn on_case(check: Allowed) -> Vec<On> {
    check.map(|()| On::Case).into_iter().collect()
}

fn on_referrals(application: &Application, check: impl Fn(&AuthorityId) -> Allowed) -> Vec<On> {
    let allowed = application.referrals.keys().filter(|one| check(one).is_ok());
    allowed.cloned().map(On::Referral).collect()
}

/// What authorities asked and wait for, of which `open` tells the number.
fn on_asked(
    application: &Application,
    open: impl Fn(&Referral) -> Option<u32>,
    check: impl Fn(&AuthorityId, u32) -> Allowed,
) -> Vec<On> {
    let asked = application.referrals.values();
    let open = asked.filter_map(|referral| Some((&referral.authority, open(referral)?)));
    let allowed = open.filter(|(authority, number)| check(authority, *number).is_ok());
    allowed
        .map(|(authority, number)| On::Asked(authority.clone(), number))
        .collect()
}
