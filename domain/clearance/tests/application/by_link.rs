//! Somebody without an account advises by a link: whoever asked for it reads it, nobody's decision is made by it, and no clock waits.

use crate::cast::*;
use act::scenario::Given;
use act::{Actor, AdviceId, AttachmentId, AuthorityToAct, Context, OrganisationId, Refusal, Role};
use clearance::acts::*;
use clearance::{
    Advice, AdviceAsked, AdviceEnd, AdviceGiven, Application, ApplicationFact, ClearanceRefusal, Days,
    Decision, Outcome,
};
use jiff::civil::date;

const FIRST: AdviceId = AdviceId::of(71);
const SECOND: AdviceId = AdviceId::of(72);

pub fn asked(advice: AdviceId, by: Option<&str>) -> AdviceAsked {
    AdviceAsked {
        advice,
        authority: by.map(authority),
        name: title("Sok Dara"),
        office: title("Harbour master"),
        question: reason("Do boats pass the quay that evening?"),
        until: date(2023, 8, 25),
        documents: vec![],
        replaces: None,
    }
}

pub fn ask(advice: AdviceId, by: Option<&str>) -> AskAdvice {
    let asked = asked(advice, by);
    AskAdvice { asked }
}

pub fn give(advice: AdviceId) -> GiveAdvice {
    GiveAdvice {
        advice,
        version: 0,
        says: Advice::Advised,
        words: Some(reason("Close the pier to boats from 17:30.")),
        document: None,
    }
}

/// Whoever holds the link, in the case of Interior.
pub fn holder(advice: AdviceId, when: &str) -> Context {
    Context {
        actor: Actor::by_link(INTERIOR, advice),
        at: at(when),
    }
}

fn by_interior() -> Given<Application> {
    in_circulation().and(&officer(INTERIOR), ask(FIRST, Some("moi")))
}

fn by_the_lead() -> Given<Application> {
    in_circulation().and(&coordinator(), ask(FIRST, None))
}

fn given() -> Given<Application> {
    by_interior().and(&holder(FIRST, "2023-08-16T03:00:00Z"), give(FIRST))
}

fn ended(past: &Given<Application>, advice: AdviceId) -> Option<&'static str> {
    let state = past.state();
    let ended = state.advice_request(advice).unwrap().ended.as_ref();
    ended.map(|one| one.how.name())
}

#[test]
fn advice_by_a_link_says_who_gave_it_and_in_which_office_and_decides_nothing() {
    let facts = [ApplicationFact::AdviceGiven(AdviceGiven {
        advice: FIRST,
        name: title("Sok Dara"),
        office: title("Harbour master"),
        says: Advice::Advised,
        words: Some(reason("Close the pier to boats from 17:30.")),
        document: None,
        sealed: None,
    })];
    by_interior()
        .when(&holder(FIRST, "2023-08-16T03:00:00Z"), give(FIRST))
        .then(&facts);
    let (before, after) = (by_interior().state(), given().state());
    let of = |application: &Application| application.referrals[&authority("moi")].clone();
    assert_eq!(
        of(&before),
        of(&after),
        "the referral is as it was, and so is its clock"
    );
    assert_eq!(Outcome::of(&before), Outcome::of(&after));
    assert_eq!(before.stage(), after.stage());
    assert_eq!(ended(&given(), FIRST), Some("given"));
    // And it is given once.
    given()
        .when(&holder(FIRST, "2023-08-16T03:00:01Z"), give(FIRST))
        .refused(&ClearanceRefusal::AdviceNotAwaited);
}

#[test]
fn advice_by_a_link_has_words_unless_there_is_nothing_against_it() {
    for (says, words, taken) in [
        (Advice::NoObjection, None, true),
        (Advice::Advised, None, false),
        (Advice::Objected, None, false),
        (Advice::Objected, Some(reason("Birds breed there.")), true),
    ] {
        let act = GiveAdvice {
            says,
            words,
            ..give(FIRST)
        };
        let held = holder(FIRST, "2023-08-16T03:00:00Z");
        if taken {
            let given = by_interior().and(&held, act);
            assert_eq!(ended(&given, FIRST), Some("given"), "{says:?}");
        } else {
            by_interior()
                .when(&held, act)
                .refused(&ClearanceRefusal::AdviceMissing);
        }
    }
}

#[test]
fn nobody_gives_it_who_does_not_hold_the_link_whatever_the_role() {
    let mut tried = vec![
        holder(SECOND, "2023-08-16T03:00:00Z"),
        the_rule(INTERIOR, "2023-08-16T03:00:00Z"),
        organiser(),
    ];
    for role in Role::ALL {
        for organisation in [ASSOCIATION, MUNICIPALITY, INTERIOR, OrganisationId::of(99)] {
            tried.push(acting(organisation, role, "2023-08-16T03:00:00Z"));
        }
    }
    for stranger in tried {
        by_interior()
            .when(&stranger, give(FIRST))
            .refused(&ClearanceRefusal::AdviceNotAwaited);
    }
    // A link opens what it was made for, and nothing else.
    let both = by_interior().and(&coordinator_later_than_asked(), ask_another());
    both.when(&holder(FIRST, "2023-08-16T03:00:00Z"), give(SECOND))
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    // And whoever holds one does nothing else with it.
    let state = by_interior().state();
    let held = holder(FIRST, "2023-08-16T03:00:00Z");
    assert_eq!(possible(&state, &held), vec![]);
    let decide = Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    let refusal = by_interior().when(&held, decide).refusal();
    assert_eq!(refusal.code(), "not-your-role");
    let deputy = AuthorityToAct::Link { advice: FIRST };
    assert_eq!(held.actor.authority, deputy);
    assert!(!held.actor.is_rule());
}

fn coordinator_later_than_asked() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-08-15T03:00:00Z")
}

fn ask_another() -> AskAdvice {
    ask(SECOND, None)
}

#[test]
fn the_lead_asks_for_the_case_and_an_authority_for_its_own_decision_alone() {
    for (who, by, expect) in [
        (coordinator(), None, None),
        (officer(INTERIOR), Some("moi"), None),
        (decider(INTERIOR), Some("moi"), None),
        (officer(INTERIOR), None, Some("not-your-role")),
        (officer(INTERIOR), Some("mond"), Some("not-your-authority")),
        (coordinator(), Some("moi"), Some("not-your-role")),
        (organiser(), None, Some("not-your-role")),
        (
            acting(INTERIOR, Role::Coordinator, "2023-08-14T03:00:00Z"),
            None,
            Some("not-the-lead"),
        ),
    ] {
        match expect {
            None => assert_eq!(ended(&in_circulation().and(&who, ask(FIRST, by)), FIRST), None),
            Some(code) => {
                let told = in_circulation().when(&who, ask(FIRST, by));
                assert_eq!(told.refusal().code(), code, "{by:?}");
            }
        }
    }
}

#[test]
fn it_is_asked_until_a_day_from_today_to_the_event_and_not_a_day_longer() {
    let until = |day| AskAdvice {
        asked: AdviceAsked {
            until: day,
            ..asked(FIRST, Some("moi"))
        },
    };
    let (from, to) = (date(2023, 8, 14), date(2023, 11, 19));
    for day in [date(2023, 8, 13), date(2023, 11, 20)] {
        in_circulation()
            .when(&officer(INTERIOR), until(day))
            .refused(&ClearanceRefusal::AdviceDay(Days { date: day, from, to }));
    }
    for day in [from, to] {
        let asked = in_circulation().and(&officer(INTERIOR), until(day));
        assert_eq!(ended(&asked, FIRST), None);
    }
    // Until midnight where the event is.
    let in_time = by_interior().and(&holder(FIRST, "2023-08-25T16:59:59Z"), give(FIRST));
    assert_eq!(ended(&in_time, FIRST), Some("given"));
    by_interior()
        .when(&holder(FIRST, "2023-08-25T17:00:00Z"), give(FIRST))
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    let late = by_interior().state();
    assert!(
        late.advice_request(FIRST).unwrap().is_awaited(),
        "it is overdue, and shown so"
    );
}

#[test]
fn asking_anew_ends_the_earlier_link_and_so_does_asking_the_same_person_twice() {
    let again = AskAdvice {
        asked: AdviceAsked {
            name: title("Sok Darith"),
            replaces: Some(FIRST),
            ..asked(SECOND, Some("moi"))
        },
    };
    for act in [again.clone(), ask(SECOND, Some("moi"))] {
        let anew = by_interior().and(&officer(INTERIOR), act);
        assert_eq!(ended(&anew, FIRST), Some("asked-anew"));
        assert_eq!(ended(&anew, SECOND), None);
        anew.when(&holder(FIRST, "2023-08-16T03:00:00Z"), give(FIRST))
            .refused(&ClearanceRefusal::AdviceNotAwaited);
        let came = anew.and(&holder(SECOND, "2023-08-16T03:00:00Z"), give(SECOND));
        assert_eq!(ended(&came, SECOND), Some("given"));
    }
    // Not what has come, and not what another asked for.
    given()
        .when(&decider(INTERIOR), again.clone())
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    by_the_lead()
        .when(&officer(INTERIOR), again)
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    let of_lead = by_the_lead().and(&officer(INTERIOR), ask(SECOND, Some("moi")));
    assert_eq!(
        ended(&of_lead, FIRST),
        None,
        "two ask the same person, each for itself"
    );
}

#[test]
fn whoever_asked_withdraws_it_and_nobody_else() {
    let withdraw = || WithdrawAdvice { advice: FIRST };
    let gone = by_interior().and(&decider(INTERIOR), withdraw());
    assert_eq!(ended(&gone, FIRST), Some("withdrawn"));
    gone.when(&holder(FIRST, "2023-08-22T03:00:00Z"), give(FIRST))
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    gone.when(&decider(INTERIOR), withdraw())
        .refused(&ClearanceRefusal::AdviceNotAwaited);
    for (who, code) in [
        (decider(DEFENCE), "not-your-authority"),
        (coordinator_later_than_asked(), "not-your-role"),
        (organiser(), "not-your-role"),
        (holder(FIRST, "2023-08-16T03:00:00Z"), "not-your-role"),
    ] {
        assert_eq!(by_interior().when(&who, withdraw()).refusal().code(), code);
    }
    by_the_lead()
        .when(&coordinator_later_than_asked(), withdraw())
        .then(&[ApplicationFact::AdviceWithdrawn { advice: FIRST }]);
    let refusal = by_the_lead().when(&officer(INTERIOR), withdraw()).refusal();
    assert_eq!(refusal.code(), "not-your-role");
}

#[test]
fn what_nobody_needs_any_more_ends_by_itself_and_stays_so() {
    let decides = |name: &str| Decide {
        authority: authority(name),
        decision: Decision::Granted,
        reasons: None,
    };
    let decided = by_interior().and(&decider(INTERIOR), decides("moi"));
    assert_eq!(ended(&decided, FIRST), Some("decided"));
    // What the lead asked for the case goes on until the permit.
    let of_lead = by_the_lead().and(&decider(INTERIOR), decides("moi"));
    assert_eq!(ended(&of_lead, FIRST), None);
    let permitted = of_lead
        .and(&decider(MUNICIPALITY), decides("phnom-penh"))
        .and(&coordinator_later(), IssuePermit);
    assert_eq!(ended(&permitted, FIRST), Some("permitted"));
    let withdrawn = by_the_lead().and(
        &acting(ASSOCIATION, Role::Applicant, "2023-08-20T03:00:00Z"),
        Withdraw { reasons: None },
    );
    assert_eq!(ended(&withdrawn, FIRST), Some("closed"));
    let (lapsed, _) = by_itself(by_the_lead(), "2023-11-20T17:00:00Z");
    assert_eq!(ended(&lapsed, FIRST), Some("closed"));
    for past in [decided, permitted, withdrawn, lapsed] {
        past.when(&holder(FIRST, "2023-08-24T03:00:00Z"), give(FIRST))
            .refused(&ClearanceRefusal::AdviceNotAwaited);
    }
    // What was given stays given.
    let later = given().and(&decider(INTERIOR), decides("moi"));
    let state = later.state();
    let ended = state.advice_request(FIRST).unwrap().ended.as_ref().unwrap();
    assert!(matches!(ended.how, AdviceEnd::Given { version: 0, .. }));
}

#[test]
fn a_document_that_the_case_does_not_have_is_shown_to_nobody() {
    let act = AskAdvice {
        asked: AdviceAsked {
            documents: vec![AttachmentId::of(404)],
            ..asked(FIRST, Some("moi"))
        },
    };
    in_circulation()
        .when(&officer(INTERIOR), act)
        .refused(&ClearanceRefusal::NoSuchDocument);
}

#[test]
fn advice_is_asked_for_so_often_in_one_case_and_no_more() {
    let mut past = in_circulation();
    for number in 0..u128::try_from(MOST_ADVICE).unwrap() {
        past = past.and(&officer(INTERIOR), ask(AdviceId::of(number), Some("moi")));
    }
    past.when(&officer(INTERIOR), ask(AdviceId::of(1000), Some("moi")))
        .refused(&ClearanceRefusal::AdviceAskedTooOften(MOST_ADVICE));
}

#[test]
fn who_read_what_was_changed_since_reads_it_first() {
    let act = GiveAdvice {
        version: 1,
        ..give(FIRST)
    };
    by_interior()
        .when(&holder(FIRST, "2023-08-16T03:00:00Z"), act)
        .refused(&ClearanceRefusal::ChangedSince);
}
