//! An application that the organiser changes while it is before the authorities: whom that concerns decides again, and nobody else.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{Act, Context, Role};
use clearance::acts::*;
use clearance::{
    Amendment, Application, ApplicationFact, Changed, ClearanceRefusal, Competence, Condition, Decision,
    Organiser, Outcome, PlannedReferral, Reads, Silence, Stage, Standing, Submission, Superseded,
};
use jiff::civil::{date, time};
use rulebook::Value;

/// What an authority is planned with, by a rule of its own.
fn by_rule(name: &str, organisation: act::OrganisationId, rule: &str) -> PlannedReferral {
    let mut planned = planned(name, organisation, Competence::Concurrence);
    planned.grounds[0].rule = rule.to_owned();
    planned
}

fn plan() -> Vec<PlannedReferral> {
    vec![
        by_rule("phnom-penh", MUNICIPALITY, "authorities/1"),
        by_rule("moi", INTERIOR, "authorities/2"),
        by_rule("mond", DEFENCE, "authorities/3"),
    ]
}

fn reads() -> Reads {
    let reads = |(rule, inputs): (&str, &[&str])| {
        let inputs = inputs.iter().map(|input| (*input).to_owned());
        (rule.to_owned(), inputs.collect())
    };
    let all: [(&str, &[&str]); 3] = [
        ("authorities/1", &["place_kind"]),
        ("authorities/2", &["attendance", "road_closure"]),
        ("authorities/3", &["largest_shell"]),
    ];
    all.map(reads).into()
}

fn number(value: i64) -> Value {
    Value::Number(value.into())
}

fn answered() -> Submission {
    let mut answered = submission();
    answered.answers = [
        ("attendance".to_owned(), number(8_000)),
        ("largest_shell".to_owned(), number(100)),
    ]
    .into();
    answered
}

pub fn before_all() -> Given<Application> {
    let mut submit = submit();
    submit.submission = answered();
    given::<Application>([])
        .and(&organiser(), submit)
        .and(&coordinator(), Circulate { referrals: plan() })
}

/// On 25 August.
pub fn amending() -> Context {
    acting(ASSOCIATION, Role::Applicant, "2023-08-25T03:00:00Z")
}

pub fn amend(change: impl FnOnce(&mut Submission)) -> Amend {
    let mut submission = answered();
    change(&mut submission);
    Amend {
        submission,
        plan: plan(),
        reads: reads(),
        offers: None,
    }
}

fn larger_shell(submission: &mut Submission) {
    submission.answers.insert("largest_shell".to_owned(), number(125));
}

fn shell() -> Changed {
    Changed::Answer {
        input: "largest_shell".to_owned(),
    }
}

fn grants(past: Given<Application>, name: &str, organisation: act::OrganisationId) -> Given<Application> {
    let grant = Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    };
    past.and(&decider(organisation), grant)
}

pub fn all_agreed() -> Given<Application> {
    let past = grants(before_all(), "phnom-penh", MUNICIPALITY);
    grants(grants(past, "moi", INTERIOR), "mond", DEFENCE)
}

fn amendment(state: &Application) -> &Amendment {
    match &state.earlier.last().unwrap().superseded {
        Superseded::Amended(amendment) => amendment,
        other => panic!("{other:?}"),
    }
}

fn reopened(state: &Application) -> Vec<String> {
    amendment(state)
        .reopened
        .keys()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn an_answer_that_one_authority_s_rules_read_has_that_one_decide_again() {
    let past = all_agreed();
    assert_eq!(past.state().stage(), Stage::Decided);
    let act = amend(larger_shell);
    past.when(&amending(), act.clone()).then(&[
        ApplicationFact::Amended {
            submission: Box::new(act.submission.clone()),
        },
        ApplicationFact::Reopened {
            referral: by_rule("mond", DEFENCE, "authorities/3"),
            because: vec![shell()],
        },
    ]);
    let after = past.and(&amending(), act);
    let state = after.state();
    assert_eq!(state.stage(), Stage::InCirculation);
    assert_eq!(state.consents(), (2, 3));
    assert!(
        matches!(Outcome::of(&state), Outcome::Pending { waiting, .. } if waiting == [authority("mond")])
    );
    let defence = &state.referrals[&authority("mond")];
    assert_eq!(defence.standing(), Standing::Referred);
    // Its period begins on the day of the amendment: twenty working days from 25 August.
    let due = |referral| clearance::reckon(referral).unwrap().deadline.unwrap();
    assert_eq!(due(defence), date(2023, 9, 22));
    // What it decided before is kept, and so is its clock.
    let [round] = &defence.earlier[..] else {
        panic!("{:?}", defence.earlier)
    };
    assert_eq!(round.referral.standing(), Standing::Granted);
    assert_eq!(due(&round.referral), date(2023, 8, 31));
    assert_eq!(state.because(round), [shell()]);
    // The others have agreed still, and nothing of theirs was moved.
    let interior = &state.referrals[&authority("moi")];
    assert_eq!(*interior, all_agreed().state().referrals[&authority("moi")]);
    after
        .when(&coordinator_later(), IssuePermit)
        .refused(&ClearanceRefusal::NotAgreed {
            waiting: vec![authority("mond")],
        });
    let permitted = grants(after, "mond", DEFENCE).and(&coordinator_later(), IssuePermit);
    assert_eq!(permitted.state().stage(), Stage::Permitted);
}

#[test]
fn another_day_other_hours_another_place_and_a_new_part_have_all_decide_again() {
    type Change = fn(&mut Submission);
    let all: [(Change, Changed); 4] = [
        (|one| one.event.date = date(2023, 11, 20), Changed::Day),
        (|one| one.event.until = time(22, 0, 0, 0), Changed::Hours),
        (|one| one.event.place = title("The north quay"), Changed::Place),
        (
            |one| one.event.components[0].title = title("An hour of fireworks"),
            Changed::Parts,
        ),
    ];
    for (change, why) in all {
        let state = all_agreed().and(&amending(), amend(change)).state();
        assert_eq!(reopened(&state), ["moi", "mond", "phnom-penh"], "{why:?}");
        let mut because = amendment(&state).reopened.values();
        assert!(because.all(|one| *one == [why.clone()]), "{why:?}");
        assert_eq!(state.consents().0, 0);
    }
}

#[test]
fn what_no_decision_rests_on_has_nobody_decide_again_and_is_kept() {
    type Change = fn(&mut Submission);
    let all: [Change; 4] = [
        |one| one.event.title = title("A night of lanterns"),
        |one| drop(one.organisers.pop()),
        |one| one.attachments.push(crate::acts::document(7)),
        |one| drop(one.answers.insert("music".to_owned(), Value::Boolean(true))),
    ];
    for change in all {
        let state = all_agreed().and(&amending(), amend(change)).state();
        assert_eq!(*amendment(&state), Amendment::default());
        assert_eq!(state.stage(), Stage::Decided);
        assert_eq!(state.submission_of(0), Some(&answered()));
        assert_eq!(state.submission_of(1), state.submission.as_deref());
        let decided = state.referrals[&authority("moi")].decided.as_ref().unwrap();
        assert_eq!(decided.version, 0);
    }
    let dropped = |one: &mut Submission| drop(one.event.components.pop());
    let two = |one: &mut Submission| {
        let mut part = one.event.components[0].clone();
        part.title = title("A concert");
        one.event.components.push(part);
    };
    // Whoever agreed to two parts agreed to one.
    let past = all_agreed()
        .and(&amending(), amend(two))
        .and(&amending(), amend(dropped_to_one));
    assert_eq!(*amendment(&past.state()), Amendment::default());
    past.when(&amending(), amend(dropped))
        .refused(&ClearanceRefusal::NoComponent);
}

/// Each change keeps its own reason, of however many there are.
#[test]
fn whoever_is_asked_no_longer_twice_reads_why_each_time() {
    let on = |day: &str| acting(ASSOCIATION, Role::Applicant, &format!("2023-08-{day}T03:00:00Z"));
    let without = |change: fn(&mut Submission)| {
        let mut act = amend(change);
        act.plan.retain(|one| one.authority != authority("mond"));
        act
    };
    let state = before_all()
        .and(&on("25"), without(larger_shell))
        .and(&on("26"), amend(|_| {}))
        .and(&on("27"), without(|one| one.event.title = title("Lamps")))
        .state();
    let because = |version| &state.released_by(version, &authority("mond")).unwrap().because[..];
    assert_eq!((because(0), because(2)), (&[shell()][..], &[][..]));
    assert_eq!(state.released_by(1, &authority("mond")), None);
}

fn dropped_to_one(_: &mut Submission) {}

#[test]
fn whoever_the_rules_ask_now_is_asked_and_whoever_they_do_not_is_asked_no_longer() {
    let past = grants(before_all(), "mond", DEFENCE);
    let mut act = amend(larger_shell);
    act.plan.retain(|one| one.authority != authority("mond"));
    act.plan.push(by_rule("mcfa", EMBASSY, "authorities/9"));
    let state = past.and(&amending(), act.clone()).state();
    let did = amendment(&state);
    assert_eq!(
        (did.asked.clone(), did.released.clone()),
        (vec![authority("mcfa")], vec![authority("mond")])
    );
    assert!(did.reopened.is_empty());
    let asked: Vec<_> = state
        .in_order()
        .iter()
        .map(|one| one.authority.to_string())
        .collect();
    assert_eq!(asked, ["phnom-penh", "moi", "mcfa"]);
    let [released] = &state.released[..] else {
        panic!("{:?}", state.released)
    };
    assert_eq!(
        (released.referral.standing(), &released.because[..]),
        (Standing::Granted, &[shell()][..])
    );
    assert!(state.was_asked(DEFENCE) && !state.was_asked(INTERIOR));
    // A permit waits for those who are asked now.
    assert_eq!(state.consents(), (0, 3));
    // By another rule for the same authority it decides again, too.
    let mut act = amend(|one| drop(one.answers.insert("music".to_owned(), Value::Boolean(true))));
    act.plan[1].grounds[0].rule = "authorities/8".to_owned();
    let state = before_all().and(&amending(), act).state();
    assert_eq!(amendment(&state).reopened[&authority("moi")], [Changed::Rules]);
}

#[test]
fn a_question_that_is_open_stays_open_and_the_new_period_waits_for_its_answer() {
    let ask = |text| AskQuestion {
        authority: authority("mond"),
        text: reason(text),
        items: vec![],
    };
    let answer = |number| AnswerQuestion {
        authority: authority("mond"),
        number,
        answer: reason("It is."),
    };
    let past = before_all()
        .and(&officer(DEFENCE), ask("Is the plan the last one?"))
        .and(
            &acting(ASSOCIATION, Role::Applicant, "2023-08-15T03:00:00Z"),
            answer(1),
        )
        .and(&officer(DEFENCE), ask("Is the barge moored?"))
        .and(&amending(), amend(larger_shell));
    let state = past.state();
    let defence = &state.referrals[&authority("mond")];
    assert_eq!(defence.standing(), Standing::AwaitingInformation);
    assert_eq!(defence.open_question().unwrap().number, 2);
    assert_eq!(clearance::reckon(defence).unwrap().deadline, None);
    let later = acting(ASSOCIATION, Role::Applicant, "2023-08-28T03:00:00Z");
    let past = past.and(&later, answer(2));
    let state = past.state();
    let defence = &state.referrals[&authority("mond")];
    // The day of the answer does not count either: twenty working days from the 29th on.
    assert_eq!(
        clearance::reckon(defence).unwrap().deadline,
        Some(date(2023, 9, 25))
    );
    let fact = ask("And now?").decide(&state, &officer(DEFENCE)).unwrap();
    assert!(
        matches!(&fact[1], ApplicationFact::QuestionAsked { number: 3, .. }),
        "{fact:?}"
    );
}

#[test]
fn more_time_is_for_the_period_that_it_was_agreed_for() {
    let past = before_all()
        .and(&officer(INTERIOR), crate::extension::more_time(5))
        .and(&amending(), crate::extension::says(1, true))
        .and(&officer(INTERIOR), crate::extension::more_time(6))
        .and(&amending(), amend(|one| one.event.date = date(2023, 11, 20)));
    let state = past.state();
    let interior = &state.referrals[&authority("moi")];
    assert_eq!((interior.open_extension(), interior.times_asked()), (None, 2));
    assert_eq!(
        clearance::reckon(interior).unwrap().deadline,
        Some(date(2023, 9, 22))
    );
    let later = acting(INTERIOR, Role::Officer, "2023-08-28T03:00:00Z");
    let again = crate::extension::more_time(7).decide(&state, &later).unwrap();
    assert!(
        matches!(again[0], ApplicationFact::ExtensionProposed { number: 3, .. }),
        "{again:?}"
    );
}

#[test]
fn those_who_hold_it_stay_in_their_order_and_under_the_names_that_they_had() {
    let embassy = acting(EMBASSY, Role::Applicant, "2023-08-25T03:00:00Z");
    let act = amend(|one| {
        one.organisers.reverse();
        one.organisers[0].name = title("The embassy, renamed");
        one.organisers.insert(
            0,
            Organiser {
                organisation: DEFENCE,
                name: title("The band"),
            },
        );
        one.cites = Some(act::RequestId::of(5));
    });
    let state = all_agreed().and(&embassy, act).state();
    let submission = state.submission.unwrap();
    let names: Vec<_> = submission
        .organisers
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["The association", "The embassy", "The band"]);
    assert_eq!(submission.cites, None);
    assert_eq!(state.submitted.unwrap().actor.organisation, EMBASSY);
}

#[test]
fn what_changes_nothing_is_refused_and_so_is_what_would_be_no_application() {
    let refused = |act: Amend, why: ClearanceRefusal| all_agreed().when(&amending(), act).refused(&why);
    refused(amend(|_| {}), ClearanceRefusal::NothingChanged);
    refused(
        amend(|one| one.organisers.reverse()),
        ClearanceRefusal::NothingChanged,
    );
    let today = date(2023, 8, 25);
    refused(
        amend(|one| one.event.date = today),
        ClearanceRefusal::EventNotAhead { date: today },
    );
    refused(amend(|one| one.organisers.clear()), ClearanceRefusal::NoOrganiser);
    refused(
        amend(|one| drop(one.organisers.remove(0))),
        ClearanceRefusal::NotAnOrganiser,
    );
    refused(
        amend(|one| one.attachments = (0..41).map(crate::acts::document).collect()),
        ClearanceRefusal::TooManyDocuments(MOST_DOCUMENTS),
    );
    let mut nobody = amend(larger_shell);
    nobody.plan.clear();
    refused(nobody, ClearanceRefusal::NoAuthority);
}

#[test]
fn it_is_amended_by_its_organisers_while_a_permit_can_come_of_it() {
    let act = || amend(larger_shell);
    let wrong = |stage| ClearanceRefusal::WrongStage {
        stage,
        needed: &[Stage::InCirculation, Stage::Decided],
    };
    before_all()
        .when(&acting(DEFENCE, Role::Applicant, "2023-08-25T03:00:00Z"), act())
        .refused(&ClearanceRefusal::NotAnOrganiser);
    given::<Application>([])
        .and(&organiser(), submit())
        .when(&amending(), act())
        .refused(&wrong(Stage::Submitted));
    all_agreed()
        .and(&coordinator_later(), IssuePermit)
        .when(&amending(), act())
        .refused(&wrong(Stage::Permitted));
    before_all()
        .and(&amending(), Withdraw { reasons: None })
        .when(&amending(), act())
        .refused(&wrong(Stage::Withdrawn));
    let refuse = Decide {
        authority: authority("moi"),
        decision: Decision::Refused,
        reasons: Some(reason("No.")),
    };
    before_all()
        .and(&decider(INTERIOR), refuse)
        .when(&amending(), act())
        .refused(&ClearanceRefusal::NoPermitPossible);
    let late = acting(ASSOCIATION, Role::Applicant, "2023-11-19T14:00:00Z");
    let date = date(2023, 11, 19);
    before_all()
        .when(&late, act())
        .refused(&ClearanceRefusal::EventOver { date });
    // A silence that counts as a refusal is none the less one for not being written down yet.
    where_silence_is(Silence::DeemedRefused)
        .when(
            &acting(ASSOCIATION, Role::Applicant, "2023-08-31T17:00:00Z"),
            act(),
        )
        .refused(&ClearanceRefusal::SilenceCounts {
            authority: authority("moi"),
            date: jiff::civil::date(2023, 8, 31),
        });
}

/// Whoever read what was applied for before decides, and issues, only once they read what is applied for now.
#[test]
fn whoever_acts_on_what_was_amended_since_is_told() {
    let past = all_agreed().and(&amending(), amend(|one| one.event.title = title("Lamps")));
    let seen = |versions| AsSeen {
        act: IssuePermit.into(),
        seen: Seen {
            versions,
            revisions: 0,
            recommended: 0,
            suspended: 0,
            permits: 0,
        },
    };
    past.when(&coordinator_later(), seen(0))
        .refused(&ClearanceRefusal::ChangedSince);
    let state = past.and(&coordinator_later(), seen(1)).state();
    assert_eq!(state.permit.unwrap().content.title, title("Lamps"));
}

/// One authority filled the permit with its conditions before others were asked.
#[test]
fn nobody_has_more_of_the_permit_than_is_left() {
    let mut alone = submit();
    alone.submission = answered();
    let text = act::Text::new(&"x".repeat(500)).unwrap();
    let conditions = |count| Decide {
        authority: authority("mond"),
        decision: Decision::GrantedWithConditions {
            conditions: vec![Condition::plain(text.clone()); count],
        },
        reasons: None,
    };
    let first = Circulate {
        referrals: plan().into_iter().skip(2).collect(),
    };
    let state = given::<Application>([])
        .and(&organiser(), alone)
        .and(&coordinator(), first)
        .and(&decider(DEFENCE), conditions(18))
        .and(
            &amending(),
            amend(|one| drop(one.answers.insert("attendance".to_owned(), number(9_000)))),
        )
        .state();
    let interior = |count| Decide {
        authority: authority("moi"),
        ..conditions(count)
    };
    assert!(interior(2).decide(&state, &decider(INTERIOR)).is_ok());
    assert_eq!(
        interior(3).decide(&state, &decider(INTERIOR)),
        Err(ClearanceRefusal::ConditionsTooLong {
            most: 1_000,
            given: 1_500
        })
    );
}

/// Each time all that was handed in is kept: there is an end to it.
#[test]
fn it_is_amended_as_often_as_it_can_be_and_no_more() {
    let state = amended_as_often_as_can_be();
    assert_eq!(state.amendments(), MOST_AMENDMENTS);
    assert!(
        !possible(&state, &amending())
            .iter()
            .any(|one| one.act == ActName::Amend)
    );
    assert_eq!(
        amend(larger_shell).decide(&state, &amending()),
        Err(ClearanceRefusal::AmendedTooOften(MOST_AMENDMENTS))
    );
}

pub fn amended_as_often_as_can_be() -> Application {
    let shell = |size: usize| {
        amend(|one| {
            let size = number(i64::try_from(size).unwrap());
            drop(one.answers.insert("largest_shell".to_owned(), size));
        })
    };
    let all = (1..=MOST_AMENDMENTS).fold(before_all(), |past, size| past.and(&amending(), shell(size)));
    all.state()
}

/// Interior's period would have ended on 31 August, and its silence counts. Its new one ends on 22 September.
#[test]
fn silence_counts_at_the_end_of_the_new_period_and_not_of_the_old_one() {
    let mut plan = plan();
    plan[1].terms.silence = Silence::DeemedGranted;
    let circulate = Circulate {
        referrals: plan.clone(),
    };
    let mut submit = submit();
    submit.submission = answered();
    let mut act = amend(|one| drop(one.answers.insert("attendance".to_owned(), number(9_000))));
    act.plan = plan;
    let state = given::<Application>([])
        .and(&organiser(), submit)
        .and(&coordinator(), circulate)
        .and(&amending(), act)
        .state();
    assert_eq!(reopened(&state), ["moi"]);
    let silent = clearance::Application {
        referrals: state
            .referrals
            .clone()
            .into_iter()
            .filter(|(id, _)| *id == authority("moi"))
            .collect(),
        ..state.clone()
    };
    assert_eq!(clearance::next_due(&silent), Some(at("2023-09-22T17:00:00Z")));
    let count = || CountSilence {
        authority: authority("moi"),
    };
    assert_eq!(
        count().decide(&state, &the_rule(INTERIOR, "2023-09-22T16:59:59Z")),
        Err(ClearanceRefusal::PeriodRuns {
            authority: authority("moi")
        })
    );
    let past = "2023-09-22T17:00:00Z";
    assert!(count().decide(&state, &the_rule(INTERIOR, past)).is_ok());
}

/// What the rules read by which it was asked counts, and what those read by which it is asked now; an answer that is new, and one
/// that was taken away.
#[test]
fn an_answer_counts_that_is_read_before_or_after_given_or_not() {
    let closes = |one: &mut Submission| {
        drop(
            one.answers
                .insert("road_closure".to_owned(), Value::Boolean(true)),
        )
    };
    let closing = Changed::Answer {
        input: "road_closure".to_owned(),
    };
    let past = before_all().and(&amending(), amend(closes));
    assert_eq!(
        amendment(&past.state()).reopened[&authority("moi")],
        std::slice::from_ref(&closing)
    );
    // Taken away again.
    let state = past.and(&amending(), amend(|_| {})).state();
    assert_eq!(amendment(&state).reopened[&authority("moi")], [closing]);
    // Another rule asks Interior: what that one reads counts, and what the first one read.
    for (input, rules) in [
        ("largest_shell", "authorities/3"),
        ("attendance", "authorities/9"),
    ] {
        let mut act = amend(|one| drop(one.answers.insert(input.to_owned(), number(7))));
        act.plan[1].grounds[0].rule = rules.to_owned();
        let state = before_all().and(&amending(), act).state();
        let because = Changed::Answer {
            input: input.to_owned(),
        };
        assert_eq!(
            amendment(&state).reopened[&authority("moi")],
            [because],
            "{rules}"
        );
    }
}

#[test]
fn a_question_keeps_its_number_for_ever_and_a_clock_begins_with_its_period() {
    let ask = AskQuestion {
        authority: authority("mond"),
        text: reason("Is the barge moored?"),
        items: vec![],
    };
    let answer = AnswerQuestion {
        authority: authority("mond"),
        number: 1,
        answer: reason("It is."),
    };
    let asked = before_all().and(&officer(DEFENCE), ask.clone());
    let state = asked.and(&amending(), amend(larger_shell)).state();
    let clock = clearance::clock(&state.referrals[&authority("mond")])
        .unwrap()
        .clock;
    assert_eq!(clock.pauses[0].from, date(2023, 8, 25));
    let answered = before_all()
        .and(&officer(DEFENCE), ask.clone())
        .and(
            &acting(ASSOCIATION, Role::Applicant, "2023-08-15T03:00:00Z"),
            answer,
        )
        .and(&amending(), amend(larger_shell));
    let later = acting(DEFENCE, Role::Officer, "2023-08-28T03:00:00Z");
    let state = answered.and(&later, ask).state();
    let defence = &state.referrals[&authority("mond")];
    assert_eq!(defence.open_question().unwrap().number, 2);
}

#[test]
fn a_document_that_comes_with_a_change_is_known_to_have_come_then() {
    let document = crate::acts::document(7);
    let with = |one: &mut Submission| one.attachments.push(document.clone());
    let state = before_all().and(&amending(), amend(with)).state();
    assert_eq!(
        state.documents_later,
        [(document.attachment, amending().at)].into()
    );
}

/// At eight in the evening of the day it is changed to have ended at seven.
#[test]
fn an_event_is_not_changed_to_one_that_is_over() {
    let evening = acting(ASSOCIATION, Role::Applicant, "2023-11-19T13:00:00Z");
    let date = date(2023, 11, 19);
    before_all()
        .when(&evening, amend(|one| one.event.until = time(19, 0, 0, 0)))
        .refused(&ClearanceRefusal::EventNotAhead { date });
    let longer = amend(|one| one.event.until = time(22, 0, 0, 0));
    assert!(longer.decide(&before_all().state(), &evening).is_ok());
}

/// Two changes, away and back, rid an organiser of nothing.
#[test]
fn whoever_is_asked_again_goes_on_with_its_open_question_and_its_numbers() {
    let ask = |text| AskQuestion {
        authority: authority("mond"),
        text: reason(text),
        items: vec![],
    };
    let without = |then: Given<Application>| {
        let mut act = amend(|one| drop(one.answers.remove("largest_shell")));
        act.plan.retain(|one| one.authority != authority("mond"));
        then.and(&amending(), act)
    };
    let with = |then: Given<Application>| then.and(&amending(), amend(larger_shell));
    let past = before_all().and(&officer(DEFENCE), ask("Is the barge moored?"));
    let state = with(without(past)).state();
    let defence = &state.referrals[&authority("mond")];
    assert_eq!(defence.standing(), Standing::AwaitingInformation);
    assert_eq!(
        defence.open_question().unwrap().text,
        reason("Is the barge moored?")
    );
    assert_eq!(clearance::reckon(defence).unwrap().deadline, None);
    assert_eq!(defence.next_question(), 2);
    assert_eq!(defence.earlier.len(), 1);
    assert_eq!(state.because(&defence.earlier[0]), [shell()]);

    // As often as one likes, and each round is kept once.
    let past = before_all().and(&officer(DEFENCE), ask("Is the barge moored?"));
    let past = with(without(with(without(past))));
    let state = past.state();
    let defence = &state.referrals[&authority("mond")];
    assert_eq!((defence.earlier.len(), state.released.len()), (2, 2));
    assert!(state.released.iter().all(|one| one.referral.earlier.is_empty()));
    let later = acting(ASSOCIATION, Role::Applicant, "2023-08-28T03:00:00Z");
    let answer = AnswerQuestion {
        authority: authority("mond"),
        number: 1,
        answer: reason("It is."),
    };
    let state = past.and(&later, answer).state();
    let defence = &state.referrals[&authority("mond")];
    assert_eq!((defence.open_question(), defence.next_question()), (None, 2));
    assert!(clearance::reckon(defence).unwrap().deadline.is_some());
}
