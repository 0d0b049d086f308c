//! An authority seals why it refuses, demands, suspends or revokes: its commitment is in the fact, and the words are not until it opens
//! the seal.

use crate::cast::*;
use crate::conditions::{now, under};
use crate::keeping::{later, permitted};
use crate::letter::{clerk, disown, letter};
use act::scenario::Given;
use act::{Act, Context, OrganisationId, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, ClearanceRefusal, Commitment, Condition, Decision, Opening, Salt, SealedOf,
};

const GROUND: &str = "Law on State Secrets, article 12";
const WORDS: &str = "The bridge is watched that week.";

fn opening() -> Opening {
    Opening {
        words: reason(WORDS),
        salt: Salt::of([7; 32]),
    }
}

fn commitment() -> Commitment {
    opening().commitment()
}

fn sealing(act: impl Into<CaseAct>) -> Sealing<CaseAct> {
    Sealing {
        act: act.into(),
        commitment: commitment(),
    }
}

fn refuse() -> Decide {
    Decide {
        authority: authority("moi"),
        decision: Decision::Refused,
        reasons: Some(reason(GROUND)),
    }
}

fn refused() -> Given<Application> {
    in_circulation().and(&decider(INTERIOR), sealing(refuse()))
}

fn open() -> UnsealReasons {
    UnsealReasons {
        commitment: commitment(),
        opening: Some(opening()),
    }
}

fn lead() -> Context {
    later(MUNICIPALITY, Role::Coordinator)
}

fn suspend() -> SuspendPermit {
    SuspendPermit {
        reasons: reason(GROUND),
        until: None,
    }
}

fn revoke() -> RevokePermit {
    RevokePermit {
        reasons: reason(GROUND),
    }
}

/// What of a case is sealed, and whether it was opened.
fn seals(given: &Given<Application>) -> Vec<(SealedOf, bool)> {
    let state = given.state();
    let all = state.sealed().into_iter();
    all.map(|one| (one.of, one.sealed.opened.is_some())).collect()
}

fn says(given: &Given<Application>, words: &str) -> bool {
    serde_json::to_string(&given.state()).unwrap().contains(words)
}

#[test]
fn a_refusal_whose_reasons_are_sealed_says_its_ground_and_its_commitment() {
    in_circulation()
        .when(&decider(INTERIOR), sealing(refuse()))
        .then(&[ApplicationFact::Decided {
            authority: authority("moi"),
            decision: Decision::Refused,
            reasons: Some(reason(GROUND)),
            sealed: Some(commitment()),
        }]);
    let state = refused().state();
    let sealed = state.sealed_as(&commitment()).unwrap();
    assert_eq!(sealed.of, SealedOf::Decision);
    assert_eq!(sealed.authority, &authority("moi"));
    assert_eq!(sealed.ground, Some(&reason(GROUND)));
    assert_eq!(sealed.whose, INTERIOR);
    assert!(!says(&refused(), WORDS));
}

/// What a letter says is sealed by the lead that writes it down, be it a refusal or not; it is the authority's own that opens it.
#[test]
fn a_letter_is_sealed_by_whoever_records_it_and_opened_by_whoever_wrote_it() {
    let recorded = RecordLetter {
        reasons: Some(reason(GROUND)),
        ..letter("moi", Decision::Granted)
    };
    let groundless = RecordLetter {
        reasons: None,
        ..recorded.clone()
    };
    in_circulation()
        .when(&clerk(), sealing(groundless))
        .refused(&ClearanceRefusal::GroundMissing);
    let past = in_circulation().and(&clerk(), sealing(recorded));
    let state = past.state();
    let sealed = state.sealed_as(&commitment()).unwrap();
    assert_eq!((sealed.of, sealed.whose), (SealedOf::Letter, INTERIOR));
    assert_eq!(sealed.ground, Some(&reason(GROUND)));
    past.when(&clerk(), open())
        .refused(&ClearanceRefusal::NotYourRole {
            role: Role::Coordinator,
            allowed: &[Role::Decider],
        });
    let opened = past.and(&decider(INTERIOR), open());
    assert_eq!(seals(&opened), [(SealedOf::Letter, true)]);
    // Disowned, it is still what was sealed.
    let disowned = opened.and(&decider(INTERIOR), disown());
    assert_eq!(seals(&disowned), [(SealedOf::Letter, true)]);
}

#[test]
fn a_seal_that_was_opened_says_the_words_and_what_proves_them() {
    let past = refused();
    let opener = decider(INTERIOR);
    past.when(&opener, open())
        .then(&[ApplicationFact::ReasonsUnsealed {
            authority: authority("moi"),
            commitment: commitment(),
            opening: opening(),
        }]);
    let state = past.and(&opener, open()).state();
    let opened = state
        .sealed_as(&commitment())
        .unwrap()
        .sealed
        .opened
        .clone()
        .unwrap();
    assert_eq!(opened.opening.words, reason(WORDS));
    assert_eq!(opened.opening.commitment(), commitment());
    assert_eq!(opened.by, opener);
    refused()
        .and(&opener, open())
        .when(&opener, open())
        .refused(&ClearanceRefusal::AlreadyUnsealed);
}

/// What was sealed is what is opened: other words, or none, are not taken for them.
#[test]
fn other_words_open_no_seal() {
    let others = |words: &str, salt: u8| Opening {
        words: reason(words),
        salt: Salt::of([salt; 32]),
    };
    for opening in [
        None,
        Some(others("The bridge is free.", 7)),
        Some(others(WORDS, 8)),
    ] {
        refused()
            .when(&decider(INTERIOR), UnsealReasons { opening, ..open() })
            .refused(&ClearanceRefusal::SealedReasonsLost);
    }
}

#[test]
fn nobody_opens_a_seal_but_whoever_decides_where_it_was_made() {
    let theirs = |organisation, role| {
        let given = refused();
        given.when(&later(organisation, role), open())
    };
    for organisation in [DEFENCE, MUNICIPALITY] {
        theirs(organisation, Role::Decider).refused(&ClearanceRefusal::NotYourAuthority {
            authority: authority("moi"),
        });
    }
    for (organisation, role) in [
        (INTERIOR, Role::Officer),
        (MUNICIPALITY, Role::Coordinator),
        (ASSOCIATION, Role::Applicant),
    ] {
        theirs(organisation, role).refused(&ClearanceRefusal::NotYourRole {
            role,
            allowed: &[Role::Decider],
        });
    }
    let offered = |organisation: OrganisationId, role| {
        let all = possible(&refused().state(), &later(organisation, role));
        all.iter().any(|one| one.act == ActName::UnsealReasons)
    };
    assert!(offered(INTERIOR, Role::Decider));
    assert!(!offered(INTERIOR, Role::Officer) && !offered(MUNICIPALITY, Role::Coordinator));
}

/// Neither a withdrawal nor the end of the event takes away what can be said of a decision.
#[test]
fn a_seal_is_opened_however_late() {
    let withdrawn = refused().and(&later(ASSOCIATION, Role::Applicant), Withdraw { reasons: None });
    let late = acting(INTERIOR, Role::Decider, "2033-08-01T03:00:00Z");
    let opened = withdrawn.and(&late, open());
    assert_eq!(seals(&opened), [(SealedOf::Decision, true)]);
}

#[test]
fn why_a_permit_is_suspended_or_revoked_is_sealed_and_opened_by_the_lead() {
    let suspended = permitted().and(&lead(), sealing(suspend()));
    assert_eq!(seals(&suspended), [(SealedOf::Suspension, false)]);
    assert_eq!(
        seals(&suspended.and(&lead(), open())),
        [(SealedOf::Suspension, true)]
    );
    // A suspension that is over keeps its seal, and another one has its own.
    let lifted = permitted()
        .and(&lead(), sealing(suspend()))
        .and(&lead(), LiftSuspension { reasons: None });
    assert_eq!(
        seals(&lifted.and(&lead(), open())),
        [(SealedOf::Suspension, true)]
    );
    let revoked = permitted().and(&lead(), sealing(revoke()));
    assert_eq!(seals(&revoked), [(SealedOf::Revocation, false)]);
    permitted()
        .and(&lead(), sealing(revoke()))
        .when(&later(MUNICIPALITY, Role::Decider), open())
        .refused(&ClearanceRefusal::NotYourRole {
            role: Role::Decider,
            allowed: &[Role::Coordinator],
        });
}

fn condition(text: &str) -> Vec<Condition> {
    vec![Condition::plain(act::Text::new(text).unwrap())]
}

/// Why something is demanded is sealed, and never what is.
#[test]
fn of_conditions_the_reasons_are_sealed_and_the_words_are_not() {
    let granting = Decide {
        reasons: Some(reason(GROUND)),
        ..under("moi", condition("Firing ends at 21:00."))
    };
    let granted = in_circulation().and(&decider(INTERIOR), sealing(granting));
    assert!(says(&granted, "Firing ends at 21:00.") && !says(&granted, WORDS));
    let revision = ReviseConditions {
        reasons: reason(GROUND),
        ..now("moi", condition("Firing ends at 20:00."))
    };
    let again = Opening {
        salt: Salt::of([9; 32]),
        ..opening()
    };
    let revised = granted.and(
        &decider(INTERIOR),
        Sealing {
            act: CaseAct::from(revision),
            commitment: again.commitment(),
        },
    );
    assert_eq!(
        seals(&revised),
        [(SealedOf::Decision, false), (SealedOf::Conditions, false)]
    );
    let opening = UnsealReasons {
        commitment: again.commitment(),
        opening: Some(again),
    };
    let opened = revised.and(&decider(INTERIOR), opening);
    assert_eq!(
        seals(&opened),
        [(SealedOf::Decision, false), (SealedOf::Conditions, true)]
    );
}

/// A recommendation that says why would say it in the log. It can be sealed as the decision is, and no act opens it.
#[test]
fn what_is_recommended_is_sealed_for_the_own_people_alone() {
    let recommend = Recommend {
        authority: authority("moi"),
        decision: Decision::Refused,
        reasons: Some(reason(GROUND)),
    };
    let recommended = in_circulation().and(&officer(INTERIOR), sealing(recommend));
    assert_eq!(seals(&recommended), [(SealedOf::Recommendation, false)]);
    recommended
        .when(&decider(INTERIOR), open())
        .refused(&ClearanceRefusal::NoSealedReasons);
}

/// What was decided before the case was put to an authority anew keeps its seal.
#[test]
fn a_round_that_is_over_keeps_its_seal() {
    let granting = Decide {
        reasons: Some(reason(GROUND)),
        ..under("moi", condition("Firing ends at 21:00."))
    };
    let again = in_circulation().and(&decider(INTERIOR), sealing(granting)).and(
        &later(ASSOCIATION, Role::Applicant),
        crate::amended::amend(|submission| {
            submission.event.date = jiff::civil::date(2023, 11, 20);
        }),
    );
    assert!(again.state().referrals[&authority("moi")].decided.is_none());
    assert_eq!(seals(&again), [(SealedOf::Decision, false)]);
    let opened = again.and(&decider(INTERIOR), open());
    assert_eq!(seals(&opened), [(SealedOf::Decision, true)]);
}

#[test]
fn who_agrees_seals_nothing_and_whoever_may_not_act_is_told_that() {
    let grant = Decide {
        decision: Decision::Granted,
        ..refuse()
    };
    in_circulation()
        .when(&decider(INTERIOR), sealing(grant))
        .refused(&ClearanceRefusal::NothingToSeal);
    in_circulation()
        .when(&decider(DEFENCE), sealing(refuse()))
        .refused(&ClearanceRefusal::NotYourAuthority {
            authority: authority("moi"),
        });
}

/// A way to each refusal that only a seal meets.
pub fn refusals() -> Vec<&'static str> {
    let (state, opener) = (in_circulation().state(), decider(INTERIOR));
    let groundless = Decide {
        reasons: None,
        ..refuse()
    };
    let granting = Decide {
        decision: Decision::Granted,
        ..refuse()
    };
    let lost = UnsealReasons {
        opening: None,
        ..open()
    };
    let sealed = refused();
    let opened = refused().and(&opener, open()).state();
    [
        sealing(groundless).decide(&state, &opener).unwrap_err(),
        sealing(granting).decide(&state, &opener).unwrap_err(),
        open().decide(&state, &opener).unwrap_err(),
        open().decide(&opened, &opener).unwrap_err(),
        lost.decide(&sealed.state(), &opener).unwrap_err(),
    ]
    .map(|one| one.code())
    .into()
}
