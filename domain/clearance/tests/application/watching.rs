//! Who watches a case, and what of it they are told.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{Act, Context, OrganisationId, PersonId, Recorded, Role, State};
use clearance::acts::*;
use clearance::{
    Application, ApplicationFact, ClearanceRefusal, Decision, MOST_BEGUN, News, Notice, WatchFact, notices,
};

const WATCHER: PersonId = PersonId::of(77);

pub fn watcher(organisation: OrganisationId, role: Role) -> Context {
    let mut context = acting(organisation, role, "2023-08-05T03:00:00Z");
    context.actor.person = WATCHER;
    context
}

fn watched(organisation: OrganisationId, role: Role) -> Given<Application> {
    in_circulation().and(&watcher(organisation, role), Watch { watching: true })
}

/// What the watcher alone is told of an act.
fn told<A: Act<State = Application>>(past: &Given<Application>, context: &Context, act: A) -> Vec<News>
where
    A::Refusal: std::fmt::Debug,
{
    let mut state = past.state();
    let mut all: Vec<Notice> = vec![];
    for fact in act.decide(&state, context).unwrap() {
        let before = state.clone();
        let recorded = Recorded {
            fact,
            by: context.clone(),
        };
        state.evolve(&recorded);
        all.extend(notices(&before, &state, &recorded));
    }
    let own = all.into_iter().filter(|one| one.watcher == Some(WATCHER));
    own.map(|one| one.news).collect()
}

fn granted() -> Decide {
    Decide {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    }
}

#[test]
fn a_case_is_watched_until_it_is_not_and_pressed_twice_it_is_the_same() {
    let context = watcher(INTERIOR, Role::Officer);
    let (begin, end) = (Watch { watching: true }, Watch { watching: false });
    in_circulation().when(&context, end).then(&[]);
    in_circulation()
        .when(&context, begin)
        .then(&[ApplicationFact::Watch(WatchFact::Begun)]);
    let watched = watched(INTERIOR, Role::Officer);
    watched.when(&context, begin).then(&[]);
    assert!(watched.state().watchers.has(&context));
    // Both roles that have one inbox watch in one.
    assert!(watched.state().watchers.has(&watcher(INTERIOR, Role::Decider)));
    assert!(
        !watched
            .state()
            .watchers
            .has(&watcher(INTERIOR, Role::Coordinator))
    );
    watched
        .when(&context, end)
        .then(&[ApplicationFact::Watch(WatchFact::Ended)]);
    let ended = watched.and(&context, end);
    assert!(!ended.state().watchers.has(&context));
}

/// Somebody watched it as often as one can, and has just ended it.
pub fn watched_as_often_as_can_be() -> Application {
    let context = watcher(INTERIOR, Role::Officer);
    let turns = (0..MOST_BEGUN).flat_map(|_| [true, false]);
    let turned = turns.fold(in_circulation(), |past, watching| {
        past.and(&context, Watch { watching })
    });
    turned.state()
}

#[test]
fn a_case_is_watched_so_often_and_ended_whenever_one_wants() {
    let context = watcher(INTERIOR, Role::Officer);
    let state = watched_as_often_as_can_be();
    let begin = Watch { watching: true };
    let refused = Err(ClearanceRefusal::WatchedTooOften(MOST_BEGUN));
    assert_eq!(begin.decide(&state, &context), refused);
    assert!(Watch::check(&state, &context).is_err());
    // What one person did keeps nobody else from it.
    assert!(begin.decide(&state, &watcher(DEFENCE, Role::Officer)).is_ok());
    let turns = (1..MOST_BEGUN).flat_map(|_| [true, false]).chain([true]);
    let last = turns.fold(in_circulation(), |past, watching| {
        past.and(&context, Watch { watching })
    });
    last.when(&context, Watch { watching: false })
        .then(&[ApplicationFact::Watch(WatchFact::Ended)]);
}

#[test]
fn who_does_not_read_it_or_has_no_inbox_does_not_watch_it() {
    for (organisation, role) in [
        (OrganisationId::of(8), Role::Officer),
        (INTERIOR, Role::Applicant),
        (MUNICIPALITY, Role::Auditor),
        (ASSOCIATION, Role::DeskOfficer),
    ] {
        let context = watcher(organisation, role);
        let refused = Watch { watching: true }.decide(&in_circulation().state(), &context);
        assert!(
            matches!(refused, Err(ClearanceRefusal::NotYourRole { .. })),
            "{organisation} {role:?}"
        );
    }
    let draft = given::<Application>([]).state();
    assert!(
        Watch { watching: true }
            .decide(&draft, &watcher(INTERIOR, Role::Officer))
            .is_err()
    );
}

#[test]
fn a_watcher_is_told_what_the_inbox_of_the_office_does_not_tell() {
    // That another authority decided is not Interior's concern, and its watcher's all the same.
    let grants = Decide {
        authority: authority("phnom-penh"),
        ..granted()
    };
    let past = watched(INTERIOR, Role::Officer);
    assert_eq!(told(&past, &decider(MUNICIPALITY), grants), [News::Granted]);
    // What the organisers are told anyway is not told to one of them twice.
    let asks = AskQuestion {
        authority: authority("moi"),
        text: reason("By which bridge?"),
        items: vec![],
    };
    let past = watched(ASSOCIATION, Role::Applicant);
    assert_eq!(told(&past, &officer(INTERIOR), asks), []);
    // What a colleague did is told to whoever watches, and not what one did oneself.
    let past = watched(INTERIOR, Role::Officer);
    assert_eq!(told(&past, &decider(INTERIOR), granted()), [News::Granted]);
    let mut own = decider(INTERIOR);
    own.actor.person = WATCHER;
    assert!(told(&past, &own, granted()).is_empty());
}

#[test]
fn what_a_watcher_does_not_read_is_not_told() {
    let recommend = Recommend {
        authority: authority("moi"),
        decision: Decision::Granted,
        reasons: None,
    };
    // What is recommended is for the own people alone.
    let past = watched(MUNICIPALITY, Role::Coordinator);
    assert_eq!(told(&past, &officer(INTERIOR), recommend.clone()), []);
    let past = watched(ASSOCIATION, Role::Applicant);
    assert!(told(&past, &officer(INTERIOR), recommend).is_empty());
    // Nor is who watches.
    let past = watched(INTERIOR, Role::Officer);
    assert!(told(&past, &coordinator(), Watch { watching: true }).is_empty());
}
