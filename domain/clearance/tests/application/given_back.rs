//! An application that is given back as incomplete, and handed in again.

use crate::cast::*;
use act::Role;
use act::scenario::{Given, given};
use clearance::acts::*;
use clearance::{Application, ApplicationFact, ClearanceRefusal, Stage};

fn give_back() -> ReturnIncomplete {
    ReturnIncomplete {
        lacks: reason("A plan of the quay."),
    }
}

fn given_back() -> Given<Application> {
    given::<Application>([])
        .and(&organiser(), submit())
        .and(&coordinator(), give_back())
}

fn better() -> Submit {
    let mut again = submit();
    again.reference = "PNH-2023-0002".into();
    again.submission.event.place = title("The north quay");
    again.rulebook.version = "2".into();
    again
}

#[test]
fn it_is_handed_in_again_under_its_own_reference_and_what_was_before_is_kept() {
    let past = given_back();
    let state = past.state();
    assert_eq!(state.stage(), Stage::Returned);
    assert_eq!(state.returned.unwrap().lacks, reason("A plan of the quay."));
    let later = acting(ASSOCIATION, Role::Applicant, "2023-08-05T03:00:00Z");
    let again = past.and(&later, better()).state();
    assert_eq!(again.stage(), Stage::Submitted);
    assert_eq!(again.reference, "PNH-2023-0001");
    assert_eq!(again.returned, None);
    let place = |submission: &clearance::Submission| submission.event.place.to_string();
    assert_eq!(place(again.submission.as_ref().unwrap()), "The north quay");
    assert_eq!(again.submitted.unwrap().at, later.at);
    assert_eq!(again.rulebook.unwrap().version, "2");
    let [earlier] = &again.earlier[..] else {
        panic!("{:?}", again.earlier)
    };
    assert_eq!(place(&earlier.submission), "The quay");
    assert_eq!(
        (&*earlier.rulebook.version, earlier.submitted.at),
        ("1", organiser().at)
    );
    let clearance::Superseded::GivenBack(returned) = &earlier.superseded else {
        panic!("{earlier:?}")
    };
    assert_eq!(returned.lacks, reason("A plan of the quay."));
}

#[test]
fn it_can_be_given_back_more_than_once_and_then_circulated() {
    let twice = given_back()
        .and(&organiser(), better())
        .and(&coordinator(), give_back())
        .and(&organiser(), better())
        .and(&coordinator(), circulate())
        .state();
    assert_eq!((twice.stage(), twice.earlier.len()), (Stage::InCirculation, 2));
}

#[test]
fn while_the_organiser_has_it_nobody_reviews_it_and_only_its_organiser_hands_it_in() {
    let past = given_back();
    let wrong = |needed| ClearanceRefusal::WrongStage {
        stage: Stage::Returned,
        needed,
    };
    past.when(&coordinator(), circulate())
        .refused(&wrong(&[Stage::Submitted]));
    past.when(&coordinator(), give_back())
        .refused(&wrong(&[Stage::Submitted]));
    let mut theirs = better();
    theirs.submission.organisers[0].organisation = DEFENCE;
    let stranger = acting(DEFENCE, Role::Applicant, "2023-08-05T03:00:00Z");
    past.when(&stranger, theirs)
        .refused(&ClearanceRefusal::NotAnOrganiser);
    past.when(&organiser(), Withdraw { reasons: None })
        .then(&[ApplicationFact::Withdrawn { reasons: None }]);
}

#[test]
fn what_was_put_to_the_authorities_is_not_given_back_and_nobody_but_the_lead_gives_back() {
    in_circulation()
        .when(&coordinator(), give_back())
        .refused(&ClearanceRefusal::WrongStage {
            stage: Stage::InCirculation,
            needed: &[Stage::Submitted],
        });
    let handed_in = given::<Application>([]).and(&organiser(), submit());
    let other = acting(INTERIOR, Role::Coordinator, "2023-08-03T03:00:00Z");
    handed_in
        .when(&other, give_back())
        .refused(&ClearanceRefusal::NotTheLead);
}
