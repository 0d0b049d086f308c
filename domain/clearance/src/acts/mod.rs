//! What people can do to an application: one act, one file, each with a `check` that its page asks first.

mod accept_offer;
mod amend;
mod answer_extension;
mod answer_question;
mod ask_also;
mod ask_question;
mod begin_review;
mod circulate;
mod condition;
mod count_silence;
mod decide;
mod decline_offer;
mod decline_proof;
mod discharge_condition;
mod disown_letter;
mod end_suspension;
mod follow_calendar;
mod hand_in;
mod issue_permit;
mod lapse;
mod lift_suspension;
mod name_owner;
mod note_appeal;
mod note_appeal_outcome;
mod note_overrun;
mod offer_instead;
mod propose_extension;
mod recommend;
mod record_letter;
mod replace_permit;
mod return_incomplete;
mod revise_conditions;
mod revoke_permit;
mod seen;
mod show_kept;
mod submit;
mod suspend_permit;
mod take_back;
mod withdraw;
mod withdraw_offer;
mod withdraw_question;

pub use amend::MOST_AMENDMENTS;
pub use decide::{LONGEST_CONDITIONS, MOST_CONDITIONS, shown_within};
pub(crate) use end_suspension::ends as suspension_ends;
pub use follow_calendar::FollowCalendar;
pub use hand_in::MOST_DOCUMENTS;
pub use note_appeal::MOST_APPEALS;
pub use offer_instead::{MOST_OFFERS, could_be_taken_up};
pub use propose_extension::MOST_DAYS;
pub use seen::{AsSeen, Seen};
pub use show_kept::MOST_PROOFS;
pub use submit::{MOST_ORGANISERS, Submit};

use crate::{Application, ApplicationFact, ClearanceRefusal, Outcome, Referral, Stage, clock};
use act::{Act, AuthorityId, Context, Role};

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
    accept_offer::AcceptOffer,
    decline_offer::DeclineOffer,
    answer_extension::AnswerExtension,
    discharge_condition::DischargeCondition,
    decline_proof::DeclineProof,
    show_kept::ShowKept,
    circulate::Circulate,
    issue_permit::IssuePermit,
    replace_permit::ReplacePermit,
    begin_review::BeginReview,
    decide::Decide,
    ask_question::AskQuestion,
    recommend::Recommend,
    withdraw_question::WithdrawQuestion,
    withdraw_offer::WithdrawOffer,
    offer_instead::OfferInstead,
    propose_extension::ProposeExtension,
    disown_letter::DisownLetter,
    revise_conditions::ReviseConditions,
    return_incomplete::ReturnIncomplete,
    ask_also::AskAlso,
    record_letter::RecordLetter,
    take_back::TakeBack,
    name_owner::NameOwner,
    lift_suspension::LiftSuspension,
    suspend_permit::SuspendPermit,
    revoke_permit::RevokePermit,
    note_appeal_outcome::NoteAppealOutcome,
    note_appeal::NoteAppeal,
    hand_in::HandIn,
    amend::Amend,
    withdraw::Withdraw,
    count_silence::CountSilence,
    note_overrun::NoteOverrun,
    end_suspension::EndSuspension,
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

/// The number of the question that an authority waits for an answer to.
fn question_asked(referral: &Referral) -> Option<u32> {
    referral.open_question().map(|question| question.number)
}

/// The number of the offer that an authority waits for an answer to.
fn open_offer(referral: &Referral) -> Option<u32> {
    referral.open_offer().map(|offer| offer.number)
}

type Allowed = Result<(), ClearanceRefusal>;

/// The roles that apply on behalf of an organiser.
const ORGANISER_ROLES: &[Role] = &[Role::Applicant, Role::Agent];
/// The roles that review for an authority.
const REVIEW_ROLES: &[Role] = &[Role::Officer, Role::Decider];
/// The roles that decide for an authority.
const DECIDE_ROLES: &[Role] = &[Role::Decider];
/// The roles that lead.
const LEAD_ROLES: &[Role] = &[Role::Coordinator];

fn role(context: &Context, allowed: &'static [Role]) -> Allowed {
    if allowed.contains(&context.actor.role) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourRole {
            role: context.actor.role,
            allowed,
        })
    }
}

/// What a rule causes, no person does.
fn by_itself(context: &Context) -> Allowed {
    if context.actor.is_rule() {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotByHand)
    }
}

fn stage(application: &Application, needed: &'static [Stage]) -> Allowed {
    let stage = application.stage();
    if needed.contains(&stage) {
        Ok(())
    } else {
        Err(ClearanceRefusal::WrongStage { stage, needed })
    }
}

fn organiser(application: &Application, context: &Context) -> Allowed {
    role(context, ORGANISER_ROLES)?;
    if application.is_organised_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotAnOrganiser)
    }
}

fn lead(application: &Application, context: &Context) -> Allowed {
    role(context, LEAD_ROLES)?;
    if application.is_led_by(context.actor.organisation) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotTheLead)
    }
}

/// Reviewing ends with the event: whatever leads to a permit is refused once there is nothing left to permit.
fn not_over(application: &Application, context: &Context) -> Allowed {
    match &application.submission {
        Some(submission) if submission.event.is_over(context.at) => Err(ClearanceRefusal::EventOver {
            date: submission.event.date,
        }),
        _ => Ok(()),
    }
}

/// Nothing that is handed in or changed helps an application that someone refused.
fn not_refused(application: &Application) -> Allowed {
    match Outcome::of(application) {
        Outcome::Refused { .. } => Err(ClearanceRefusal::NoPermitPossible),
        _ => Ok(()),
    }
}

/// The referral of an authority, decided or not.
fn referred<'a>(
    application: &'a Application,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = application.referrals.get(authority);
    referral.ok_or_else(|| ClearanceRefusal::NotReferred {
        authority: authority.clone(),
    })
}

/// Whether a referral was put to the actor's own organisation.
fn put_to_own(referral: &Referral, context: &Context) -> Allowed {
    if referral.organisation == context.actor.organisation {
        Ok(())
    } else {
        Err(ClearanceRefusal::NotYourAuthority {
            authority: referral.authority.clone(),
        })
    }
}

/// The undecided referral of an authority in an application that is in circulation, of an event that is not over.
fn awaited<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = referred(application, authority)?;
    if let Some(decided) = &referral.decided {
        let authority = authority.clone();
        return Err(match decided.ended {
            Some(date) => ClearanceRefusal::SilenceCounts { authority, date },
            None => ClearanceRefusal::AlreadyDecided { authority },
        });
    }
    stage(application, &[Stage::InCirculation])?;
    not_over(application, context)?;
    Ok(referral)
}

/// The same, and its silence does not count: what the rulebook makes of it holds from the end of the period on, whenever it is
/// written down.
fn undecided<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
) -> Result<&'a Referral, ClearanceRefusal> {
    let referral = awaited(application, context, authority)?;
    not_silent(referral, context)?;
    Ok(referral)
}

/// A referral whose silence does not count as of now.
fn not_silent(referral: &Referral, context: &Context) -> Allowed {
    match clock::silent(referral) {
        Some((ended, from)) if from <= context.at => Err(ClearanceRefusal::SilenceCounts {
            authority: referral.authority.clone(),
            date: ended,
        }),
        _ => Ok(()),
    }
}

/// The same, and it was put to the actor's own organisation.
fn own<'a>(
    application: &'a Application,
    context: &Context,
    authority: &AuthorityId,
    roles: &'static [Role],
) -> Result<&'a Referral, ClearanceRefusal> {
    role(context, roles)?;
    let referral = undecided(application, context, authority)?;
    put_to_own(referral, context)?;
    Ok(referral)
}

fn open_question(referral: &Referral, number: u32) -> Allowed {
    if question_asked(referral) == Some(number) {
        Ok(())
    } else {
        Err(ClearanceRefusal::NoOpenQuestion { number })
    }
}
