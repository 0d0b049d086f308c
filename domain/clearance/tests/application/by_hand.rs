//! One more authority, which no rule names: asked by the lead authority, and taken back by it.

use crate::amended::{all_agreed, amend, amending, before_all};
use crate::cast::*;
use act::scenario::{Given, given};
use act::{Act, Context, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, Changed, ClearanceRefusal, Competence, Decision, PlannedReferral, Stage,
    Standing, Submission,
};
use jiff::civil::date;

/// Foreign Affairs, as the rulebook has it where no rule asks it.
fn foreign() -> PlannedReferral {
    PlannedReferral {
        grounds: vec![],
        ..planned("mfaic", EMBASSY, Competence::Concurrence)
    }
}

pub fn ask(advises: bool) -> AskAlso {
    AskAlso {
        authority: authority("mfaic"),
        advises,
        reasons: reason("An ambassador speaks."),
        referral: Some(foreign()),
    }
}

fn back() -> TakeBack {
    TakeBack {
        authority: authority("mfaic"),
        reasons: reason("He does not."),
    }
}

/// On 1 September.
fn asked() -> Given<Application> {
    all_agreed().and(&coordinator_later(), ask(false))
}

fn on(day: &str, organisation: act::OrganisationId, role: Role) -> Context {
    acting(organisation, role, &format!("2023-09-{day}T03:00:00Z"))
}

fn grants(day: &str) -> (Context, Decide) {
    let grant = Decide {
        authority: authority("mfaic"),
        decision: Decision::Granted,
        reasons: None,
    };
    (on(day, EMBASSY, Role::Decider), grant)
}

#[test]
fn whom_no_rule_names_is_asked_with_its_own_period_and_the_permit_waits_for_it() {
    all_agreed()
        .when(&coordinator_later(), ask(false))
        .then(&[ApplicationFact::AskedAlso {
            referral: foreign(),
            reasons: reason("An ambassador speaks."),
        }]);
    let past = asked();
    let state = past.state();
    assert_eq!(state.stage(), Stage::InCirculation);
    let referral = &state.referrals[&authority("mfaic")];
    assert_eq!(referral.by_hand, Some(reason("An ambassador speaks.")));
    assert_eq!(referral.referred, coordinator_later().at);
    assert_eq!(state.in_order().last().unwrap().authority, authority("mfaic"));
    let issuing = on("04", MUNICIPALITY, Role::Coordinator);
    past.when(&issuing, IssuePermit)
        .refused(&ClearanceRefusal::NotAgreed {
            waiting: vec![authority("mfaic")],
        });
    let (decider, grant) = grants("04");
    let state = past.and(&decider, grant).and(&issuing, IssuePermit).state();
    let content = state.permit.unwrap().content;
    assert_eq!(content.decisions.len(), 4);
}

#[test]
fn asked_for_advice_alone_it_holds_nothing_up() {
    let past = all_agreed().and(&coordinator_later(), ask(true));
    let referral = past.state().referrals[&authority("mfaic")].clone();
    assert_eq!(referral.competence, Competence::Consultee);
    let issuing = on("04", MUNICIPALITY, Role::Coordinator);
    assert!(IssuePermit.decide(&past.state(), &issuing).is_ok());
}

#[test]
fn taken_back_it_is_awaited_no_longer_and_what_it_did_is_kept() {
    let question = AskQuestion {
        authority: authority("mfaic"),
        text: reason("Which ambassador?"),
        items: vec![],
    };
    let past = asked().and(&on("02", EMBASSY, Role::Officer), question);
    past.when(&on("03", MUNICIPALITY, Role::Coordinator), back())
        .then(&[ApplicationFact::TakenBack {
            authority: authority("mfaic"),
            reasons: reason("He does not."),
        }]);
    let past = past.and(&on("03", MUNICIPALITY, Role::Coordinator), back());
    let state = past.state();
    assert_eq!(state.stage(), Stage::Decided);
    assert_eq!(state.consents(), (3, 3));
    let left = state.released(&authority("mfaic")).unwrap();
    assert_eq!(left.taken_back, Some(reason("He does not.")));
    assert_eq!(left.referral.questions.len(), 1);
    assert!(state.was_asked(EMBASSY));

    // Asked again it goes on with its question, and is told why it had been left.
    let again = past.and(&on("04", MUNICIPALITY, Role::Coordinator), ask(false));
    let state = again.state();
    let referral = &state.referrals[&authority("mfaic")];
    assert_eq!(referral.standing(), Standing::AwaitingInformation);
    let [round] = &referral.earlier[..] else {
        panic!("{:?}", referral.earlier)
    };
    assert_eq!(round.version, 0);
    // That is no change of the application.
    assert_eq!(referral.reopened(), None);
    assert_eq!(state.because(round), []);
    assert_eq!(round.taken_back.as_ref(), Some(&reason("He does not.")));
}

#[test]
fn an_amendment_leaves_it_asked_and_has_it_decide_again_what_every_decision_is_given_for() {
    let (decider, grant) = grants("02");
    let decided = || asked().and(&decider, grant.clone());
    let by = Context {
        at: at("2023-09-05T03:00:00Z"),
        ..amending()
    };
    let shell = |one: &mut Submission| {
        let number = rulebook::Value::Number(125.into());
        one.answers.insert("largest_shell".to_owned(), number);
    };
    let state = decided().and(&by, amend(shell)).state();
    assert_eq!(state.referrals[&authority("mfaic")].standing(), Standing::Granted);
    let later = decided().and(&by, amend(|one| one.event.date = date(2023, 11, 20)));
    let state = later.state();
    let referral = &state.referrals[&authority("mfaic")];
    assert_eq!(referral.standing(), Standing::Referred);
    assert_eq!(referral.by_hand, Some(reason("An ambassador speaks.")));
    assert_eq!(state.because(&referral.earlier[0]), [Changed::Day]);
    assert_eq!(referral.reopened(), Some(by.at));
    // A rule that asks it from now on takes the place of the hand.
    let mut by_rule = amend(shell);
    by_rule
        .plan
        .push(planned("mfaic", EMBASSY, Competence::Concurrence));
    let state = decided().and(&by, by_rule).state();
    let referral = &state.referrals[&authority("mfaic")];
    assert_eq!(referral.by_hand, None);
    assert_eq!(state.because(&referral.earlier[0]), [Changed::Rules]);
}

/// What a round of it ended by is told by what ended it, whatever came after.
#[test]
fn each_round_is_told_by_what_ended_it() {
    let by = |day| on(day, MUNICIPALITY, Role::Coordinator);
    let changed = Context {
        at: at("2023-09-05T03:00:00Z"),
        ..amending()
    };
    let state = asked()
        .and(&by("02"), back())
        .and(&by("03"), ask(false))
        .and(&changed, amend(|one| one.event.date = date(2023, 11, 20)))
        .state();
    let rounds = &state.referrals[&authority("mfaic")].earlier;
    let [taken_back, reopened] = &rounds[..] else {
        panic!("{rounds:?}")
    };
    assert_eq!(state.because(taken_back), []);
    assert!(taken_back.taken_back.as_ref().is_some());
    assert_eq!(state.because(reopened), [Changed::Day]);
    assert_eq!(reopened.taken_back.as_ref(), None);
}

/// Refusals of these acts that no other has.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let by = coordinator_later();
    let refused = |past: &Given<Application>, by: &Context, act: CaseAct| {
        act.decide(&past.state(), by).expect_err("it is refused")
    };
    let unknown = AskAlso {
        referral: None,
        ..ask(false)
    };
    let by_rule = TakeBack {
        authority: authority("moi"),
        ..back()
    };
    vec![
        refused(&asked(), &by, ask(false).into()),
        refused(&all_agreed(), &by, unknown.into()),
        refused(&before_all(), &by, by_rule.into()),
    ]
}

#[test]
fn it_is_the_lead_s_to_ask_while_a_permit_can_come_of_it_and_what_was_decided_stays() {
    let wrong = |stage, needed| ClearanceRefusal::WrongStage { stage, needed };
    let circulating: &[Stage] = &[Stage::InCirculation, Stage::Decided];
    before_all()
        .when(&decider(INTERIOR), ask(false))
        .refused(&ClearanceRefusal::NotYourRole {
            role: Role::Decider,
            allowed: &[Role::Coordinator],
        });
    before_all()
        .when(
            &acting(INTERIOR, Role::Coordinator, "2023-09-01T03:00:00Z"),
            ask(false),
        )
        .refused(&ClearanceRefusal::NotTheLead);
    given::<Application>([])
        .and(&organiser(), submit())
        .when(&coordinator(), ask(false))
        .refused(&wrong(Stage::Submitted, circulating));
    all_agreed()
        .and(&coordinator_later(), IssuePermit)
        .when(&on("02", MUNICIPALITY, Role::Coordinator), ask(false))
        .refused(&wrong(Stage::Permitted, circulating));
    let (decider, grant) = grants("02");
    asked()
        .and(&decider, grant)
        .when(&on("03", MUNICIPALITY, Role::Coordinator), back())
        .refused(&ClearanceRefusal::AlreadyDecided {
            authority: authority("mfaic"),
        });
    before_all()
        .when(&coordinator_later(), back())
        .refused(&ClearanceRefusal::NotReferred {
            authority: authority("mfaic"),
        });
}

/// An offer that nobody answered ends with the asking, and nobody is said to have changed anything.
#[test]
fn an_offer_that_is_open_ends_as_what_it_is() {
    let offer = OfferInstead {
        authority: authority("mfaic"),
        otherwise: clearance::Otherwise {
            date: Some(date(2023, 11, 20)),
            ..clearance::Otherwise::default()
        },
        reasons: reason("The quay is taken."),
    };
    let state = asked()
        .and(&on("02", EMBASSY, Role::Decider), offer)
        .and(&on("03", MUNICIPALITY, Role::Coordinator), back())
        .state();
    let left = state.released(&authority("mfaic")).unwrap();
    let ended = left.referral.offers[0].ended.as_ref().unwrap();
    assert_eq!(ended.how, clearance::OfferEnd::Released);
}

/// One that had a question open when the lead took it back.
pub fn left_with_a_question() -> Given<Application> {
    let question = AskQuestion {
        authority: authority("mfaic"),
        text: reason("Which ambassador?"),
        items: vec![],
    };
    asked()
        .and(&on("02", EMBASSY, Role::Officer), question)
        .and(&on("04", MUNICIPALITY, Role::Coordinator), back())
}

/// Taking it back answers nothing. Nobody answers meanwhile; asked again, the authority has its question open, and its clock stands still
/// from the moment at which it is asked.
#[test]
fn a_question_that_was_open_is_open_again_and_stops_the_clock_from_the_asking() {
    let answer = || clearance::acts::AnswerQuestion {
        authority: authority("mfaic"),
        number: 1,
        answer: reason("France's."),
    };
    let by = |day| on(day, ASSOCIATION, Role::Applicant);
    left_with_a_question()
        .when(&by("05"), answer())
        .refused(&ClearanceRefusal::NotReferred {
            authority: authority("mfaic"),
        });
    let again = left_with_a_question().and(&on("06", MUNICIPALITY, Role::Coordinator), ask(false));
    let state = again.state();
    let referral = &state.referrals[&authority("mfaic")];
    assert_eq!(referral.standing(), clearance::Standing::AwaitingInformation);
    assert_eq!(referral.open_question().map(|one| one.number), Some(1));
    let halt = clearance::Halt {
        from: referral.referred,
        until: None,
    };
    assert_eq!(referral.halts(), [halt]);
    let reckoned = clearance::reckon(referral).unwrap();
    assert_eq!(reckoned.deadline, None);
    let answered = again.and(&by("08"), answer()).state();
    let referral = &answered.referrals[&authority("mfaic")];
    assert!(clearance::reckon(referral).unwrap().deadline.is_some());
}
