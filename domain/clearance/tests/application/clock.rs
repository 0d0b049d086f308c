//! An authority's clock counts the days of its own zone, wherever the machine stands that wrote an act down.

use crate::cast::*;
use act::Role;
use act::scenario::given;
use clearance::Application;
use clearance::acts::{AnswerQuestion, AskQuestion};

/// When Interior's decision is due, if it was referred, asked and was answered at these instants.
fn due(referred: &str, asked: &str, answered: &str) -> String {
    let moi = || authority("moi");
    let question = AskQuestion {
        authority: moi(),
        text: reason("Where does the crowd leave?"),
        items: vec![],
    };
    let answer = AnswerQuestion {
        authority: moi(),
        number: 1,
        answer: reason("By both bridges."),
    };
    let state = given::<Application>([])
        .and(&organiser(), submit())
        .and(&acting(MUNICIPALITY, Role::Coordinator, referred), circulate())
        .and(&acting(INTERIOR, Role::Officer, asked), question)
        .and(&acting(ASSOCIATION, Role::Applicant, answered), answer)
        .state();
    let deadline = clearance::reckon(&state.referrals[&moi()]).unwrap().deadline;
    deadline.unwrap().to_string()
}

/// From 18:00 UTC it is one in the morning of the next day in Phnom Penh.
#[test]
fn what_is_done_late_in_the_evening_of_utc_counts_for_the_next_day_of_the_authority() {
    let (referred, asked, answered) = (
        "2023-08-03T03:00:00Z",
        "2023-08-08T03:00:00Z",
        "2023-08-14T03:00:00Z",
    );
    let at_noon = due(referred, asked, answered);
    assert_eq!(at_noon, "2023-09-07");
    assert_eq!(due("2023-08-02T18:00:00Z", asked, answered), at_noon, "referred");
    assert_eq!(due(referred, "2023-08-07T18:00:00Z", answered), at_noon, "asked");
    assert_eq!(due(referred, asked, "2023-08-13T18:00:00Z"), at_noon, "answered");
}
