//! A permit goes on as it was issued when an authority changes its conditions, until the lead issues it anew.

use crate::cast::*;
use crate::keeping::{asking, discharge, later, permitted, show};
use act::scenario::Given;
use act::{Act, Context, Role};
use clearance::acts::*;
use clearance::{
    Application, ClearanceRefusal, Condition, Kept, News, Party, PermitStanding, Stage, notices,
};

fn lead() -> Context {
    later(MUNICIPALITY, Role::Coordinator)
}

fn moi() -> Context {
    later(INTERIOR, Role::Decider)
}

fn replace() -> ReplacePermit {
    ReplacePermit {
        reasons: reason("Interior sees another hour."),
    }
}

fn set(application: &Application) -> Vec<Condition> {
    application.referrals[&authority("moi")].conditions().to_vec()
}

fn revise(conditions: Vec<Condition>) -> ReviseConditions {
    ReviseConditions {
        authority: authority("moi"),
        conditions,
        reasons: reason("The wind turns."),
    }
}

/// Each refusal of its own.
pub fn refusals() -> Vec<ClearanceRefusal> {
    vec![replace().decide(&permitted().state(), &lead()).unwrap_err()]
}

/// The second of Interior's conditions, which stays; the first is set in other words.
fn changed(before: &Application) -> Vec<Condition> {
    let own = set(before);
    let mut other = own[0].clone();
    other.text = act::Text::new("Another plan is shown.").unwrap();
    vec![own[1].clone(), other]
}

fn revised(given: Given<Application>) -> Given<Application> {
    let conditions = changed(&permitted().state());
    given.and(&moi(), revise(conditions))
}

#[test]
fn it_goes_on_as_issued_until_it_is_replaced_or_the_same_again() {
    permitted()
        .when(&lead(), replace())
        .refused(&ClearanceRefusal::PermitUnchanged);
    let before = permitted().state();
    let differs = revised(permitted()).state();
    assert_eq!(differs.stage(), Stage::Permitted);
    assert_eq!(
        differs.permit.as_ref().unwrap().content,
        before.permit.as_ref().unwrap().content
    );
    let departures = differs.departures();
    assert_eq!(departures.len(), 1);
    assert_eq!(departures[0].gone.len(), 1);
    assert_eq!(departures[0].gone[0].number, 1);
    assert_eq!(departures[0].new.len(), 1);
    // In another order it is the same again.
    let mut back = set(&before);
    back.reverse();
    revised(permitted())
        .and(&moi(), revise(back))
        .when(&lead(), replace())
        .refused(&ClearanceRefusal::PermitUnchanged);
}

#[test]
fn what_stays_keeps_its_number_and_its_discharge_and_what_is_new_has_neither() {
    let kept = permitted()
        .and(&asking(), show(2))
        .and(&moi(), discharge(2, Some(1), None))
        .and(&moi(), discharge(1, None, Some("Seen on the spot.")));
    let state = revised(kept).and(&lead(), replace()).state();
    let permit = state.permit.as_ref().unwrap();
    assert!(permit.content.permit.ends_with("-P2"));
    let earlier = &state.replaced[0];
    assert_eq!(permit.content.replaces.as_ref(), Some(&earlier.content.permit));
    assert!(
        matches!(&earlier.standing, PermitStanding::Replaced { permit: by, .. } if *by == permit.content.permit)
    );
    let authority = authority("moi");
    let of = |number| permit.condition(&authority, number).map(|one| one.kept());
    assert_eq!(of(1), None);
    assert_eq!(of(2), Some(Kept::Discharged));
    assert_eq!(of(3), Some(Kept::NotShown));
    // What was done about the one that is gone is still read where it was told of.
    let (in_permit, gone) = state.condition_ever(&authority, 1).unwrap();
    assert_eq!(in_permit.content.permit, earlier.content.permit);
    assert_eq!(gone.kept(), Kept::Discharged);
    assert!(state.departures().is_empty());
    assert_eq!(state.stage(), Stage::Permitted);
    assert_eq!(state.ended(), Some(earlier.issued.at));
}

#[test]
fn only_the_lead_replaces_and_only_one_that_holds_before_the_event_is_over() {
    revised(permitted())
        .when(&later(INTERIOR, Role::Coordinator), replace())
        .refused(&ClearanceRefusal::NotTheLead);
    let stop = SuspendPermit {
        reasons: reason("The river is high."),
        until: None,
    };
    let wrong = |stage| ClearanceRefusal::WrongStage {
        stage,
        needed: &[Stage::Permitted],
    };
    revised(permitted().and(&lead(), stop))
        .when(&lead(), replace())
        .refused(&wrong(Stage::Suspended));
    let revoke = RevokePermit {
        reasons: reason("The quay is gone."),
    };
    revised(permitted())
        .and(&lead(), revoke)
        .when(&lead(), replace())
        .refused(&wrong(Stage::Revoked));
    let mut after = lead();
    after.at = "2023-11-19T14:00:00Z".parse().unwrap();
    let refused = revised(permitted()).when(&after, replace());
    refused.refused(&ClearanceRefusal::EventOver {
        date: jiff::civil::date(2023, 11, 19),
    });
}

#[test]
fn nobody_replaces_or_revokes_what_was_not_read() {
    let read = Seen::of(&revised(permitted()).state(), None);
    let replaced = || revised(permitted()).and(&lead(), replace());
    let revoke = RevokePermit {
        reasons: reason("The quay is gone."),
    };
    let stale = AsSeen {
        act: revoke.into(),
        seen: read,
    };
    replaced()
        .when(&lead(), stale)
        .refused(&ClearanceRefusal::SuspendedSince);
    let twice = AsSeen {
        act: replace().into(),
        seen: read,
    };
    replaced()
        .when(&lead(), twice)
        .refused(&ClearanceRefusal::PermitUnchanged);
    // Whoever changes conditions knows whether a permit has them.
    let other = permitted().state();
    let mut before = Seen::of(&other, Some(&authority("moi")));
    before.permits = 0;
    let stale = AsSeen {
        act: revise(changed(&other)).into(),
        seen: before,
    };
    permitted()
        .when(&moi(), stale)
        .refused(&ClearanceRefusal::SuspendedSince);
}

#[test]
fn whoever_leads_and_holds_the_event_is_told_that_it_differs_and_all_that_it_was_replaced() {
    let (before, after) = (permitted().state(), revised(permitted()).state());
    let fact = act::Recorded {
        fact: clearance::ApplicationFact::ConditionsRevised {
            authority: authority("moi"),
            conditions: set(&after),
            reasons: reason("The wind turns."),
            sealed: None,
        },
        by: moi(),
    };
    let told = notices(&before, &after, &fact);
    let parties: Vec<_> = told
        .iter()
        .filter(|one| one.news == News::PermitDiffers)
        .map(|one| one.party)
        .collect();
    assert!(parties.contains(&Party::Lead) && parties.contains(&Party::Organiser));
    assert!(clearance::is_left_to_do(
        &after,
        Party::Lead,
        News::PermitDiffers,
        None,
        None,
        at("2023-08-20T00:00:00Z")
    ));
    assert!(!clearance::is_left_to_do(
        &before,
        Party::Lead,
        News::PermitDiffers,
        None,
        None,
        at("2023-08-20T00:00:00Z")
    ));
}

/// Of what was read, each act rests on what it would undo or print: of that it is told, and of nothing else.
#[test]
fn what_each_act_rests_on_is_read_again_once_it_changed() {
    let mut state = revised(permitted()).state();
    let own = authority("moi");
    let conditions = vec![set(&state)[0].clone()];
    let recommend = Recommend {
        authority: own.clone(),
        decision: clearance::Decision::GrantedWithConditions {
            conditions: conditions.clone(),
        },
        reasons: Some(reason("The wind turns.")),
    };
    let suspend = SuspendPermit {
        reasons: reason("The river is high."),
        until: None,
    };
    let revoke = RevokePermit {
        reasons: reason("The quay is gone."),
    };
    let officer = later(INTERIOR, Role::Officer);
    let (conditions_changed, turned, issued, recommended) =
        ("revisions", "suspended", "permits", "recommended");
    let all: [(CaseAct, Context, &[&str]); 5] = [
        (replace().into(), lead(), &[conditions_changed, turned, issued]),
        (suspend.into(), lead(), &[turned, issued]),
        (revoke.into(), lead(), &[turned, issued]),
        (
            revise(conditions).into(),
            moi(),
            &[conditions_changed, issued, recommended],
        ),
        (recommend.into(), officer, &[issued, recommended]),
    ];
    for (act, by, rests_on) in all {
        // Where four eyes decide, who changes conditions says first what to decide.
        state.referrals.get_mut(&own).unwrap().four_eyes = act.name() == ActName::Recommend;
        for part in [conditions_changed, turned, issued, recommended] {
            let about = matches!(act.name(), ActName::ReviseConditions | ActName::Recommend);
            let mut seen = Seen::of(&state, about.then_some(&own));
            match part {
                "revisions" => seen.revisions += 1,
                "suspended" => seen.suspended += 1,
                "permits" => seen.permits += 1,
                _ => seen.recommended += 1,
            }
            let name = act.name();
            let act = act.clone();
            let told = AsSeen { act, seen }.decide(&state, &by).err();
            let expected = match part {
                "revisions" => ClearanceRefusal::ConditionsChangedSince,
                "recommended" => ClearanceRefusal::RecommendedSince,
                _ => ClearanceRefusal::SuspendedSince,
            };
            let expected = rests_on.contains(&part).then_some(expected);
            assert_eq!(told, expected, "{name:?} with another {part}");
        }
    }
}
