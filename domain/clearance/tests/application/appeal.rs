//! Appeals that are noted: against what stands, by whoever holds the event; and nothing changes by them.

use crate::cast::*;
use crate::keeping::{asking, later, permitted};
use crate::suspension::suspended;
use act::scenario::Given;
use act::{Act, Context, Refusal, Role};
use clearance::acts::*;
use clearance::{
    AppealEnd, Appealed, Application, ApplicationFact, ClearanceRefusal, Decision, NotedAppeal, Outcome,
};
use jiff::civil::{Date, date};

/// The day of the acts that are noted.
const TODAY: Date = date(2023, 10, 2);

fn lead() -> Context {
    later(MUNICIPALITY, Role::Coordinator)
}

fn refusal() -> Appealed {
    Appealed::Refusal {
        authority: authority("moi"),
    }
}

fn conditions() -> Appealed {
    Appealed::Conditions {
        authority: authority("moi"),
    }
}

pub fn noted(against: Appealed, lodged: Date) -> NoteAppeal {
    NoteAppeal {
        against,
        body: title("The administrative court"),
        lodged,
        reference: Some(title("No. 12/23")),
    }
}

pub fn ended(how: AppealEnd) -> NoteAppealOutcome {
    NoteAppealOutcome {
        number: 1,
        how,
        day: TODAY,
        words: reason("The quay is wide enough."),
    }
}

fn refused() -> Given<Application> {
    in_circulation().and(
        &decider(INTERIOR),
        Decide {
            authority: authority("moi"),
            decision: Decision::Refused,
            reasons: Some(reason("Too near.")),
        },
    )
}

/// The same with conditions, and an appeal against these.
pub fn appealed() -> Given<Application> {
    permitted().and(&asking(), noted(conditions(), TODAY))
}

#[test]
fn what_stands_can_be_appealed_against_and_nothing_else() {
    let what = |past: &Given<Application>| -> Vec<Appealed> {
        past.state()
            .appealable()
            .into_iter()
            .map(|one| one.what)
            .collect()
    };
    assert_eq!(what(&in_circulation()), []);
    assert_eq!(what(&refused()), [refusal()]);
    let of_city = Appealed::Conditions {
        authority: authority("phnom-penh"),
    };
    assert_eq!(what(&permitted()), [of_city.clone(), conditions()]);
    let all = [of_city.clone(), conditions(), Appealed::Suspension];
    assert_eq!(what(&suspended(None)), all);
    let revoke = RevokePermit {
        reasons: reason("The quay is gone."),
    };
    let revoked = suspended(None).and(&lead(), revoke);
    assert_eq!(what(&revoked), [of_city, conditions(), Appealed::Revocation]);
    permitted()
        .when(&asking(), noted(Appealed::Suspension, TODAY))
        .refused(&ClearanceRefusal::NothingToAppeal);
}

#[test]
fn an_appeal_is_noted_and_changes_nothing_of_the_decision() {
    let before = refused().state();
    let past = refused().and(&asking(), noted(refusal(), TODAY));
    let after = past.state();
    assert_eq!(after.referrals, before.referrals);
    assert_eq!(Outcome::of(&after), Outcome::of(&before));
    assert_eq!((after.stage(), after.appeals.len()), (before.stage(), 1));
    let upheld = past.and(&lead(), ended(AppealEnd::Upheld)).state();
    assert_eq!(upheld.referrals, before.referrals);
    assert_eq!(Outcome::of(&upheld), Outcome::of(&before));
    assert_eq!(upheld.appeals[0].ended.as_ref().unwrap().how, AppealEnd::Upheld);
}

#[test]
fn whoever_holds_the_event_notes_it_and_so_does_the_lead_how_it_ended() {
    let not_yours = ClearanceRefusal::NotYourRole {
        role: Role::Coordinator,
        allowed: &[Role::Applicant, Role::Agent],
    };
    permitted()
        .when(&lead(), noted(conditions(), TODAY))
        .refused(&not_yours);
    let other = later(INTERIOR, Role::Coordinator);
    appealed()
        .when(&other, ended(AppealEnd::Dismissed))
        .refused(&ClearanceRefusal::NotTheLead);
    for who in [lead(), asking(), later(EMBASSY, Role::Agent)] {
        let past = appealed().and(&who, ended(AppealEnd::Dismissed));
        assert_eq!(past.state().open_appeals().count(), 0);
        past.when(&who, ended(AppealEnd::Upheld))
            .refused(&ClearanceRefusal::NoOpenAppeal);
    }
}

#[test]
fn its_days_lie_between_the_decision_and_today() {
    let wrong = |date, from, ended| ClearanceRefusal::AppealDay {
        days: clearance::Days {
            date,
            from,
            to: TODAY,
        },
        ended,
    };
    // Interior decided on 20 August.
    let decided = permitted().state().appealable()[1].since;
    for day in [decided.yesterday().unwrap(), date(2023, 10, 3)] {
        permitted()
            .when(&asking(), noted(conditions(), day))
            .refused(&wrong(day, decided, false));
    }
    permitted()
        .when(&asking(), noted(conditions(), decided))
        .then(&[ApplicationFact::AppealNoted(NotedAppeal {
            number: 1,
            against: conditions(),
            body: title("The administrative court"),
            lodged: decided,
            reference: Some(title("No. 12/23")),
        })]);
    for day in [date(2023, 10, 1), date(2023, 10, 3)] {
        let early = NoteAppealOutcome {
            day,
            ..ended(AppealEnd::Upheld)
        };
        appealed()
            .when(&asking(), early)
            .refused(&wrong(day, TODAY, true));
    }
}

#[test]
fn one_appeal_is_open_against_one_thing_and_another_may_follow() {
    appealed()
        .when(&asking(), noted(conditions(), TODAY))
        .refused(&ClearanceRefusal::AppealOpen);
    let again = appealed()
        .and(&asking(), ended(AppealEnd::Withdrawn))
        .and(&asking(), noted(conditions(), TODAY));
    let numbers: Vec<_> = again.state().appeals.iter().map(|one| one.number).collect();
    assert_eq!(numbers, [1, 2]);
}

/// The permit is suspended, which is appealed against, and lifted; and suspended for another reason.
#[test]
fn what_came_after_an_appeal_is_another_thing() {
    let on = |day: &str| {
        acting(
            MUNICIPALITY,
            Role::Coordinator,
            &format!("2023-10-{day}T03:00:00Z"),
        )
    };
    let past = suspended(None).and(&asking(), noted(Appealed::Suspension, TODAY));
    let stands = |past: &Given<Application>| {
        let state = past.state();
        state.stands_appealed(&state.appeals[0])
    };
    assert!(stands(&past));
    let lifted = past.and(&on("05"), LiftSuspension { reasons: None });
    assert!(!stands(&lifted));
    let suspend = SuspendPermit {
        reasons: reason("A storm is forecast."),
        until: None,
    };
    let again = lifted.and(&on("06"), suspend);
    assert!(
        !stands(&again),
        "the first was appealed against, and not this one"
    );
    let organiser = acting(ASSOCIATION, Role::Applicant, "2023-10-07T03:00:00Z");
    let second = again.and(&organiser, noted(Appealed::Suspension, date(2023, 10, 7)));
    let state = second.state();
    assert!(state.stands_appealed(&state.appeals[1]) && !state.stands_appealed(&state.appeals[0]));
    second
        .when(&organiser, noted(Appealed::Suspension, date(2023, 10, 7)))
        .refused(&ClearanceRefusal::AppealOpen);
}

/// A way to each refusal that only an appeal meets.
pub fn refusals() -> Vec<&'static str> {
    let note = || noted(conditions(), TODAY);
    let mut often = permitted();
    for number in 1..=MOST_APPEALS {
        let number = u32::try_from(number).unwrap();
        let over = NoteAppealOutcome {
            number,
            ..ended(AppealEnd::Withdrawn)
        };
        often = often.and(&asking(), note()).and(&asking(), over);
    }
    let late = noted(conditions(), date(2024, 1, 1));
    let over = ended(AppealEnd::Upheld).decide(&permitted().state(), &asking());
    [
        note().decide(&in_circulation().state(), &asking()).unwrap_err(),
        note().decide(&appealed().state(), &asking()).unwrap_err(),
        note().decide(&often.state(), &asking()).unwrap_err(),
        late.decide(&permitted().state(), &asking()).unwrap_err(),
        over.unwrap_err(),
    ]
    .map(|one| one.code())
    .into()
}
