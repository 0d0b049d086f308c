//! The lead reminds an authority whose answer it awaits.

use crate::cast::*;
use act::{Context, Refusal, Role};
use clearance::ClearanceRefusal;
use clearance::acts::*;

pub fn remind() -> Remind {
    Remind {
        authority: authority("moi"),
        words: reason("The day comes near."),
    }
}

fn lead_at(instant: &str) -> Context {
    acting(MUNICIPALITY, Role::Coordinator, instant)
}

#[test]
fn a_reminder_is_written_down_and_moves_no_clock() {
    let was = in_circulation().state();
    let is = in_circulation()
        .and(&lead_at("2023-08-25T03:00:00Z"), remind())
        .state();
    let (was, is) = (
        &was.referrals[&authority("moi")],
        &is.referrals[&authority("moi")],
    );
    assert_eq!(is.reminders.len(), 1);
    assert_eq!(is.reminders[0].words.as_str(), "The day comes near.");
    let days = |one| clearance::reckon(one).unwrap().deadline;
    assert_eq!(days(was), days(is));
}

#[test]
fn once_a_day_is_enough_by_the_day_where_the_event_is() {
    let reminded = in_circulation().and(&lead_at("2023-08-25T03:00:00Z"), remind());
    // Just before midnight in Phnom Penh, and just after it.
    reminded
        .when(&lead_at("2023-08-25T16:59:59Z"), remind())
        .refused(&ClearanceRefusal::RemindedToday);
    let again = reminded.and(&lead_at("2023-08-25T17:00:00Z"), remind());
    assert_eq!(again.state().referrals[&authority("moi")].reminders.len(), 2);
}

#[test]
fn who_waits_itself_is_not_pressed_and_only_the_lead_presses() {
    in_circulation()
        .and(&officer(INTERIOR), question())
        .when(&lead_at("2023-08-25T03:00:00Z"), remind())
        .refused(&ClearanceRefusal::QuestionOpen { number: 1 });
    for stranger in [officer(INTERIOR), organiser(), decider(DEFENCE)] {
        let refusal = in_circulation().when(&stranger, remind()).refusal();
        assert!(
            ["not-the-lead", "not-your-role"].contains(&refusal.code()),
            "{refusal:?}"
        );
    }
}

fn question() -> AskQuestion {
    AskQuestion {
        authority: authority("moi"),
        text: reason("Which way?"),
        items: vec![],
    }
}
