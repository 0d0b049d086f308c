//! What an authority offers instead of deciding: its own clock stands still, and nothing moves until the organiser answers.

use crate::amended::{amend, amending, before_all};
use crate::cast::*;
use act::scenario::Given;
use act::{Act, Context, Date, Reason, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, ClearanceRefusal, Decision, OfferEnd, Otherwise, Referral, Silence, Stage,
    Standing, Submission,
};
use jiff::civil::{date, time};
use std::collections::BTreeSet;

/// Interior offers the stadium a day later.
pub fn elsewhere() -> Otherwise {
    Otherwise {
        date: Some(date(2023, 11, 20)),
        place: Some(title("The stadium")),
        ..Otherwise::default()
    }
}

pub fn drones() -> Otherwise {
    Otherwise {
        form: Some(reason("A drone show instead of shells.")),
        ..Otherwise::default()
    }
}

pub fn offers(otherwise: Otherwise) -> OfferInstead {
    OfferInstead {
        authority: authority("moi"),
        otherwise,
        reasons: reason("The quay is taken that evening."),
    }
}

pub fn declines(number: u32) -> DeclineOffer {
    DeclineOffer {
        authority: authority("moi"),
        number,
        reasons: Some(reason("The day is the anniversary.")),
    }
}

pub fn accepts(number: u32) -> AcceptOffer {
    AcceptOffer {
        authority: authority("moi"),
        number,
        reasons: None,
    }
}

pub fn takes_back(number: u32) -> WithdrawOffer {
    WithdrawOffer {
        authority: authority("moi"),
        number,
    }
}

fn deciding_on(day: &str) -> Context {
    acting(INTERIOR, Role::Decider, &format!("{day}T03:00:00Z"))
}

fn organiser_on(day: &str) -> Context {
    acting(ASSOCIATION, Role::Applicant, &format!("{day}T03:00:00Z"))
}

/// Interior has offered the stadium on 14 August.
fn offered() -> Given<Application> {
    before_all().and(&deciding_on("2023-08-14"), offers(elsewhere()))
}

fn moi(past: &Given<Application>) -> Referral {
    past.state().referrals[&authority("moi")].clone()
}

fn due(past: &Given<Application>, name: &str) -> Option<Date> {
    clearance::reckon(&past.state().referrals[&authority(name)])
        .unwrap()
        .deadline
}

fn how(referral: &Referral) -> Option<OfferEnd> {
    Some(referral.offers.last()?.ended.as_ref()?.how)
}

/// What was offered, as an amendment.
fn moved(submission: &mut Submission) {
    submission.event.date = date(2023, 11, 20);
    submission.event.place = title("The stadium");
}

/// What each refusal of an offer is called.
pub fn refusals() -> Vec<&'static str> {
    let refused = |past: &Given<Application>, by: &Context, act: CaseAct| {
        act.decide(&past.state(), by).unwrap_err().code()
    };
    let (mine, open) = (deciding_on("2023-08-15"), offered());
    let mut often = before_all();
    for number in 1..=20 {
        often = often
            .and(&mine, offers(elsewhere()))
            .and(&organiser_on("2023-08-15"), declines(number));
    }
    let stale = Amend {
        offers: Some(BTreeSet::new()),
        ..amend(moved)
    };
    vec![
        refused(&open, &mine, offers(elsewhere()).into()),
        refused(&open, &mine, takes_back(2).into()),
        refused(&before_all(), &mine, offers(Otherwise::default()).into()),
        refused(&often, &mine, offers(elsewhere()).into()),
        refused(&open, &organiser_on("2023-08-15"), accepts(1).into()),
        refused(&open, &amending(), stale.into()),
    ]
}

/// Twenty working days from 3 August end on the 31st; with those from the 14th to the 18th left out, on 7 September.
#[test]
fn the_clock_stands_still_while_an_offer_is_open_and_goes_on_when_it_is_declined_or_taken_back() {
    let open = offered();
    assert_eq!(moi(&open).standing(), Standing::CounterOffered);
    assert_eq!(due(&open, "moi"), None);
    assert_eq!(due(&open, "mond"), Some(date(2023, 8, 31)));
    assert!(moi(&open).awaits_organiser());
    assert_eq!(moi(&open).stands_still_since(), Some(at("2023-08-14T03:00:00Z")));
    let declined = offered().and(&organiser_on("2023-08-18"), declines(1));
    let taken_back = open.and(&deciding_on("2023-08-18"), takes_back(1));
    for (past, end) in [(declined, OfferEnd::Declined), (taken_back, OfferEnd::TakenBack)] {
        assert_eq!(due(&past, "moi"), Some(date(2023, 9, 7)));
        assert_eq!(
            (moi(&past).standing(), how(&moi(&past))),
            (Standing::InReview, Some(end))
        );
        let record = clearance::clock(&moi(&past)).unwrap();
        assert_eq!(record.clock.pauses.len(), 1);
        assert!(!moi(&past).awaits_organiser());
    }
}

#[test]
fn an_offer_says_what_would_be_otherwise_and_begins_the_review() {
    let mut all = elsewhere();
    all.from = Some(time(18, 0, 0, 0));
    all.until = Some(time(20, 0, 0, 0));
    // The beginning is the one that was applied for: it is not offered.
    let mut otherwise = elsewhere();
    otherwise.until = Some(time(20, 0, 0, 0));
    before_all().when(&deciding_on("2023-08-14"), offers(all)).then(&[
        ApplicationFact::ReviewBegun {
            authority: authority("moi"),
        },
        ApplicationFact::CounterOffered {
            authority: authority("moi"),
            number: 1,
            otherwise,
            reasons: reason("The quay is taken that evening."),
        },
    ]);
}

#[test]
fn what_could_not_be_applied_for_is_not_offered() {
    let on = |day| Otherwise {
        date: Some(day),
        ..Otherwise::default()
    };
    let same = Otherwise {
        date: Some(date(2023, 11, 19)),
        place: Some(title("The quay")),
        ..Otherwise::default()
    };
    let mine = deciding_on("2023-08-14");
    before_all()
        .when(&mine, offers(same))
        .refused(&ClearanceRefusal::OffersNothingElse);
    for day in [date(2023, 8, 14), date(2023, 8, 1)] {
        before_all()
            .when(&mine, offers(on(day)))
            .refused(&ClearanceRefusal::EventNotAhead { date: day });
    }
    let never = offers(on(date(2999, 1, 1))).decide(&before_all().state(), &mine);
    assert!(
        matches!(never, Err(ClearanceRefusal::CalendarEnds { .. })),
        "{never:?}"
    );
}

/// Whoever advises says in its advice what it would rather see; an officer reviews and decides nothing.
#[test]
fn it_is_made_answered_and_taken_back_by_those_whose_it_is() {
    let mine = deciding_on("2023-08-14");
    in_circulation()
        .when(
            &decider(DEFENCE),
            OfferInstead {
                authority: authority("mond"),
                ..offers(elsewhere())
            },
        )
        .refused(&ClearanceRefusal::NotItsDecision {
            authority: authority("mond"),
        });
    let officer = officer(INTERIOR);
    let refused = offers(elsewhere()).decide(&before_all().state(), &officer);
    assert_eq!(refused.unwrap_err().code(), "not-your-role");
    before_all()
        .when(&decider(DEFENCE), offers(elsewhere()))
        .refused(&ClearanceRefusal::NotYourAuthority {
            authority: authority("moi"),
        });
    let stranger = acting(DEFENCE, Role::Applicant, "2023-08-15T03:00:00Z");
    offered()
        .when(&stranger, declines(1))
        .refused(&ClearanceRefusal::NotAnOrganiser);
    offered()
        .when(&organiser_on("2023-08-15"), declines(2))
        .refused(&ClearanceRefusal::NoOpenOffer { number: 2 });
    // A second press of the same button.
    offered()
        .when(&mine, offers(elsewhere()))
        .refused(&ClearanceRefusal::OfferOpen { number: 1 });
    let declined = offered().and(&organiser_on("2023-08-15"), declines(1));
    declined
        .when(&organiser_on("2023-08-15"), declines(1))
        .refused(&ClearanceRefusal::NoOpenOffer { number: 1 });
    declined
        .when(&deciding_on("2023-08-15"), takes_back(1))
        .refused(&ClearanceRefusal::NoOpenOffer { number: 1 });
}

#[test]
fn one_thing_at_a_time_waits_for_the_organiser() {
    let question = AskQuestion {
        authority: authority("moi"),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    offered()
        .when(&deciding_on("2023-08-15"), question.clone())
        .refused(&ClearanceRefusal::OfferOpen { number: 1 });
    before_all()
        .and(&deciding_on("2023-08-14"), question)
        .when(&deciding_on("2023-08-15"), offers(elsewhere()))
        .refused(&ClearanceRefusal::QuestionOpen { number: 1 });
}

#[test]
fn an_authority_decides_at_any_time_and_its_offer_ends_with_that() {
    let grant = Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let decided = offered().and(&deciding_on("2023-08-15"), grant);
    assert_eq!(how(&moi(&decided)), Some(OfferEnd::Decided));
    assert_eq!(moi(&decided).standing(), Standing::Granted);
    decided
        .when(&organiser_on("2023-08-16"), declines(1))
        .refused(&ClearanceRefusal::AlreadyDecided {
            authority: authority("moi"),
        });
}

#[test]
fn what_was_offered_is_accepted_by_applying_for_it_and_everyone_decides_on_it_anew() {
    let open = offered();
    open.when(&organiser_on("2023-08-15"), accepts(1))
        .refused(&ClearanceRefusal::AcceptedByAmending);
    let facts = amend(moved).decide(&open.state(), &amending()).unwrap();
    assert_eq!(
        facts[0],
        ApplicationFact::OfferAnswered {
            authority: authority("moi"),
            number: 1,
            accepted: true,
            reasons: None,
        }
    );
    assert!(matches!(facts[1], ApplicationFact::Amended { .. }));
    let after = open.and(&amending(), amend(moved));
    let interior = moi(&after);
    // Its offer was no decision: what it offered is what it decides on.
    assert_eq!(
        (interior.standing(), interior.offers.len()),
        (Standing::Referred, 0)
    );
    assert_eq!(how(&interior.earlier[0].referral), Some(OfferEnd::Accepted));
    assert_eq!(interior.takes_up().map(|offer| offer.number), Some(1));
    assert_eq!(after.state().stage(), Stage::InCirculation);
    // The numbers go on.
    let again = offers(drones())
        .decide(&after.state(), &deciding_on("2023-08-28"))
        .unwrap();
    assert!(matches!(
        again[1],
        ApplicationFact::CounterOffered { number: 2, .. }
    ));
    let grant = Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let decided = after.and(&deciding_on("2023-08-28"), grant);
    assert_eq!(moi(&decided).takes_up(), None);
}

/// Applied for on the offered day, but elsewhere: that is another change, and the offer ends by it.
#[test]
fn what_was_not_offered_accepts_nothing() {
    let half = |submission: &mut Submission| submission.event.date = date(2023, 11, 20);
    let after = offered().and(&amending(), amend(half));
    assert_eq!(how(&moi(&after).earlier[0].referral), Some(OfferEnd::Overtaken));
    assert_eq!(moi(&after).takes_up(), None);
    // What does not concern the authority leaves its offer open, and its clock as it stands.
    let shell = |submission: &mut Submission| {
        let value = rulebook::Value::Number(125.into());
        submission.answers.insert("largest_shell".to_owned(), value);
    };
    let after = offered().and(&amending(), amend(shell));
    assert_eq!(moi(&after).standing(), Standing::CounterOffered);
    assert!(moi(&after).earlier.is_empty());
}

#[test]
fn several_may_offer_and_one_application_accepts_all_that_offer_it() {
    let municipality = OfferInstead {
        authority: authority("phnom-penh"),
        ..offers(elsewhere())
    };
    let defence = OfferInstead {
        authority: authority("mond"),
        ..offers(drones())
    };
    let several = || {
        offered()
            .and(&decider(MUNICIPALITY), municipality.clone())
            .and(&decider(DEFENCE), defence.clone())
    };
    let read = |names: &[&str]| Amend {
        offers: Some(names.iter().map(|one| (authority(one), 1)).collect()),
        ..amend(moved)
    };
    let act = read(&["moi", "phnom-penh", "mond"]);
    let after = several().and(&amending(), act.clone()).state();
    let ended = |name: &str| how(&after.referrals[&authority(name)].earlier[0].referral);
    assert_eq!(ended("moi"), Some(OfferEnd::Accepted));
    assert_eq!(ended("phnom-penh"), Some(OfferEnd::Accepted));
    // Another form was not answered by that.
    assert_eq!(ended("mond"), Some(OfferEnd::Overtaken));
    // One that the change ends was made after the organiser read what it does.
    several()
        .when(&amending(), read(&["moi", "phnom-penh"]))
        .refused(&ClearanceRefusal::OffersChangedSince);
    // One was taken back since.
    several()
        .and(&deciding_on("2023-08-22"), takes_back(1))
        .when(&amending(), act)
        .refused(&ClearanceRefusal::OffersChangedSince);
}

#[test]
fn another_form_is_accepted_in_words_and_changes_nothing_that_was_applied_for() {
    let open = before_all().and(&deciding_on("2023-08-14"), offers(drones()));
    let before = open.state();
    let accepted = open.and(&organiser_on("2023-08-18"), accepts(1));
    assert_eq!(how(&moi(&accepted)), Some(OfferEnd::Accepted));
    assert_eq!(accepted.state().submission, before.submission);
    assert_eq!(due(&accepted, "moi"), Some(date(2023, 9, 7)));
    assert_eq!(moi(&accepted).takes_up(), None);
}

/// Nobody is silent while it waits itself.
#[test]
fn silence_does_not_count_while_an_offer_is_open() {
    let open =
        || where_silence_is(Silence::DeemedGranted).and(&deciding_on("2023-08-14"), offers(elsewhere()));
    let counted = |past| {
        let (_, done) = by_itself(past, "2023-10-01T03:00:00Z");
        done.contains(&(ActName::CountSilence, INTERIOR))
    };
    assert!(!counted(open()));
    assert!(counted(open().and(&organiser_on("2023-08-18"), declines(1))));
}

#[test]
fn what_was_refused_is_offered_no_other_way() {
    let refuse = Decide {
        authority: authority("phnom-penh"),
        decision: Decision::Refused,
        reasons: Some(reason("The river is closed.")),
    };
    before_all()
        .and(&decider(MUNICIPALITY), refuse.clone())
        .when(&deciding_on("2023-08-22"), offers(elsewhere()))
        .refused(&ClearanceRefusal::NoPermitPossible);
    // One that was open stays so, can be declined, and is not applied for any more.
    let refused = offered().and(&decider(MUNICIPALITY), refuse);
    let state = refused.state();
    assert_eq!(
        could_be_taken_up(&state, &amending(), &elsewhere()),
        Err(ClearanceRefusal::NoPermitPossible)
    );
    let declined = refused.and(&amending(), declines(1));
    assert_eq!(how(&moi(&declined)), Some(OfferEnd::Declined));
}

/// A day that was ahead when it was offered is not for ever.
#[test]
fn an_offered_day_that_has_come_is_taken_up_no_more() {
    let soon = Otherwise {
        date: Some(date(2023, 8, 16)),
        ..Otherwise::default()
    };
    let open = before_all()
        .and(&deciding_on("2023-08-14"), offers(soon.clone()))
        .state();
    let check = |day| could_be_taken_up(&open, &organiser_on(day), &soon);
    assert_eq!(check("2023-08-15"), Ok(()));
    let date = date(2023, 8, 16);
    assert_eq!(check("2023-08-16"), Err(ClearanceRefusal::EventNotAhead { date }));
}

#[test]
fn words_of_an_offer_have_bounds() {
    assert!(Reason::new(&"x".repeat(2_001)).is_err());
    assert_eq!(OfferEnd::TakenBack.name(), "taken-back");
}
