//! A permit that the lead stops does not hold; it holds again once the lead says so, or from the day after the one it named.

use crate::cast::*;
use crate::keeping::{asking, discharge, later, permitted, show};
use act::scenario::Given;
use act::{Act, Context, Refusal, Role};
use clearance::acts::*;
use clearance::{Application, ApplicationFact, ClearanceRefusal, Kept, PermitStanding, Stage, due, next_due};
use jiff::civil::{Date, date};

const UNTIL: Date = date(2023, 10, 10);
/// The last instant of that day in Phnom Penh, and the next.
const LAST: &str = "2023-10-10T16:59:59Z";
const OVER: &str = "2023-10-10T17:00:00Z";
/// When the event is over.
const AFTER: &str = "2023-11-19T14:00:00Z";

fn lead() -> Context {
    later(MUNICIPALITY, Role::Coordinator)
}

fn suspend(until: Option<Date>) -> SuspendPermit {
    SuspendPermit {
        reasons: reason("The river is high."),
        until,
    }
}

fn lift() -> LiftSuspension {
    LiftSuspension {
        reasons: Some(reason("The river fell.")),
    }
}

fn revoke() -> RevokePermit {
    RevokePermit {
        reasons: reason("The quay is gone."),
    }
}

pub fn suspended(until: Option<Date>) -> Given<Application> {
    permitted().and(&lead(), suspend(until))
}

fn wrong(stage: Stage, needed: &'static [Stage]) -> ClearanceRefusal {
    ClearanceRefusal::WrongStage { stage, needed }
}

#[test]
fn a_suspended_permit_says_why_and_until_when_and_does_not_hold() {
    let state = suspended(Some(UNTIL)).state();
    assert_eq!(state.stage(), Stage::Suspended);
    let expect = PermitStanding::Suspended {
        reasons: reason("The river is high."),
        until: Some(UNTIL),
        by: lead(),
        sealed: None,
    };
    assert_eq!(state.permit.as_ref().unwrap().standing, expect);
    assert!(state.live_permit().is_some());
    suspended(None)
        .when(&lead(), suspend(None))
        .refused(&wrong(Stage::Suspended, &[Stage::Permitted]));
}

#[test]
fn only_the_lead_suspends_and_lifts_and_only_what_there_is() {
    let decider = later(MUNICIPALITY, Role::Decider);
    let not_your_role = ClearanceRefusal::NotYourRole {
        role: Role::Decider,
        allowed: &[Role::Coordinator],
    };
    permitted().when(&decider, suspend(None)).refused(&not_your_role);
    let other = later(INTERIOR, Role::Coordinator);
    permitted()
        .when(&other, suspend(None))
        .refused(&ClearanceRefusal::NotTheLead);
    suspended(None)
        .when(&other, lift())
        .refused(&ClearanceRefusal::NotTheLead);
    in_circulation()
        .when(&lead(), suspend(None))
        .refused(&wrong(Stage::InCirculation, &[Stage::Permitted]));
    permitted()
        .when(&lead(), lift())
        .refused(&wrong(Stage::Permitted, &[Stage::Suspended]));
}

#[test]
fn lifted_it_holds_as_before_and_can_be_suspended_again() {
    let past = suspended(None).and(&lead(), lift());
    let permit = past.state().permit.unwrap();
    assert_eq!(permit.standing, PermitStanding::InForce);
    assert_eq!(permit.turns(), 2);
    assert_eq!(permit.suspensions[0].lifted, Some(reason("The river fell.")));
    let again = past.and(&lead(), suspend(None)).state();
    assert_eq!(again.stage(), Stage::Suspended);
    assert_eq!(again.permit.unwrap().turns(), 3);
}

#[test]
fn a_suspended_permit_can_be_revoked_and_then_not_be_lifted() {
    let past = suspended(Some(UNTIL)).and(&lead(), revoke());
    assert_eq!(past.state().stage(), Stage::Revoked);
    assert_eq!(next_due(&past.state()), None);
    past.when(&lead(), lift())
        .refused(&wrong(Stage::Revoked, &[Stage::Suspended]));
    assert_eq!(past.state().permit.unwrap().suspensions.len(), 1);
}

#[test]
fn its_conditions_can_still_be_shown_and_discharged() {
    let past = suspended(None)
        .and(&asking(), show(1))
        .and(&later(INTERIOR, Role::Officer), discharge(1, Some(1), None));
    let permit = past.state().permit.unwrap();
    let kept = permit.condition(&authority("moi"), 1).unwrap().kept();
    assert_eq!(kept, Kept::Discharged);
    let again = past.and(&lead(), lift()).state().permit.unwrap();
    let kept = again.condition(&authority("moi"), 1).unwrap().kept();
    assert_eq!(kept, Kept::Discharged);
}

#[test]
fn with_a_day_it_ends_by_itself_once_that_day_is_over_where_the_event_is() {
    let past = suspended(Some(UNTIL));
    assert_eq!(next_due(&past.state()), Some(at(OVER)));
    assert!(due(&past.state(), at(LAST)).is_none());
    let (act, organisation) = due(&past.state(), at(OVER)).unwrap();
    assert_eq!((act.name(), organisation), (ActName::EndSuspension, MUNICIPALITY));
    let rule = |when| the_rule(MUNICIPALITY, when);
    past.when(&rule(LAST), EndSuspension)
        .refused(&ClearanceRefusal::SuspensionRuns);
    past.when(&rule(OVER), EndSuspension)
        .then(&[ApplicationFact::SuspensionEnded {
            permit: "PNH-2023-0001-P1".into(),
            until: UNTIL,
        }]);
    let ended = past.and(&rule(OVER), EndSuspension).state();
    assert_eq!(ended.stage(), Stage::Permitted);
    assert_eq!(next_due(&ended), None);
    suspended(None)
        .when(&rule(AFTER), EndSuspension)
        .refused(&ClearanceRefusal::SuspensionRuns);
}

/// The server was down over the day and the event: that it held again is written down all the same, and the case goes on from there.
#[test]
fn looked_at_late_it_ended_before_the_event() {
    let past = suspended(Some(date(2023, 11, 18)));
    let (act, _) = due(&past.state(), at("2023-11-25T03:00:00Z")).unwrap();
    assert_eq!(act.name(), ActName::EndSuspension);
    let rule = the_rule(MUNICIPALITY, "2023-11-25T03:00:00Z");
    let ended = past.and(&rule, EndSuspension).state();
    assert_eq!(ended.stage(), Stage::Permitted);
    // It held on the day of the event, whenever that was written down.
    let held = ended.permit.as_ref().unwrap().suspensions[0].ended;
    assert_eq!(held, at("2023-11-18T17:00:00Z"));
    assert!(due(&ended, at("2023-11-25T03:00:00Z")).is_none());
}

#[test]
fn the_day_is_from_today_to_the_eve_of_the_event() {
    let refused = |day| {
        ClearanceRefusal::SuspendedUntil(clearance::Days {
            date: day,
            from: date(2023, 10, 2),
            to: date(2023, 11, 19),
        })
    };
    for day in [date(2023, 10, 1), date(2023, 11, 19), date(2024, 1, 1)] {
        permitted()
            .when(&lead(), suspend(Some(day)))
            .refused(&refused(day));
    }
    for day in [date(2023, 10, 2), date(2023, 11, 18)] {
        let state = permitted().and(&lead(), suspend(Some(day))).state();
        assert_eq!(state.stage(), Stage::Suspended, "{day}");
    }
}

#[test]
fn the_event_passes_and_the_case_is_closed_for_good() {
    let past = suspended(None);
    assert_eq!(next_due(&past.state()), Some(at(AFTER)));
    let after = acting(MUNICIPALITY, Role::Coordinator, AFTER);
    let over = ClearanceRefusal::EventOver {
        date: date(2023, 11, 19),
    };
    past.when(&after, lift()).refused(&over);
    permitted().when(&after, suspend(None)).refused(&over);
    let lapsed = past.and(&the_rule(MUNICIPALITY, AFTER), Lapse).state();
    assert_eq!(lapsed.stage(), Stage::Lapsed);
    assert!(lapsed.live_permit().is_none());
    assert_eq!(next_due(&lapsed), None);
    let noting = Possible {
        act: ActName::NoteIncident,
        on: On::Case,
    };
    assert_eq!(
        possible(&lapsed, &after),
        [noting],
        "what happened is noted all the same"
    );
    // It never came back: whoever verifies it is told so for ever.
    let standing = lapsed.permit.unwrap().standing;
    assert!(matches!(standing, PermitStanding::Suspended { .. }));
}

/// Two who lead look at the same page: what the one stopped or lifted meanwhile the other does not undo unread.
#[test]
fn nobody_lifts_a_suspension_that_came_since() {
    let read = Seen::of(&suspended(None).state(), None);
    let again = suspended(None).and(&lead(), lift()).and(&lead(), suspend(None));
    let seen = |seen| AsSeen {
        act: lift().into(),
        seen,
    };
    again
        .when(&lead(), seen(read))
        .refused(&ClearanceRefusal::SuspendedSince);
    // A second press is told that it is done.
    let lifted = suspended(None).and(&lead(), lift());
    lifted
        .when(&lead(), seen(read))
        .refused(&wrong(Stage::Permitted, &[Stage::Suspended]));
    let written = read.to_string();
    assert_eq!((written.as_str(), written.parse()), ("0.0.0.1.1", Ok(read)));
}

/// Nor is a permit revoked by someone who read that it stood otherwise.
#[test]
fn nobody_revokes_what_was_suspended_or_lifted_since() {
    let as_read = |past: &Given<Application>| AsSeen {
        act: revoke().into(),
        seen: Seen::of(&past.state(), None),
    };
    let lifted = || suspended(None).and(&lead(), lift());
    for (read, now) in [
        (permitted(), suspended(None)),
        (suspended(None), lifted()),
        (permitted(), lifted()),
    ] {
        now.when(&lead(), as_read(&read))
            .refused(&ClearanceRefusal::SuspendedSince);
        let revoking = as_read(&now);
        assert_eq!(now.and(&lead(), revoking).state().stage(), Stage::Revoked);
    }
}

/// A way to each refusal that only a suspension meets.
pub fn refusals() -> Vec<&'static str> {
    let (open, rule) = (suspended(None).state(), the_rule(MUNICIPALITY, LAST));
    let late = suspend(Some(date(2024, 1, 1))).decide(&permitted().state(), &lead());
    let stale = AsSeen {
        act: lift().into(),
        seen: Seen::of(&permitted().state(), None),
    };
    [
        late.unwrap_err(),
        EndSuspension.decide(&open, &rule).unwrap_err(),
        stale.decide(&open, &lead()).unwrap_err(),
    ]
    .map(|one| one.code())
    .into()
}
