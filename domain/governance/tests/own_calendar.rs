//! An authority's own days: entered and taken back by whoever decides in its name, and refused by name.

#![cfg(test)]

use act::scenario::{Given, given};
use act::{
    Actor, AuthorityId, AuthorityToAct, Context, Date, OrganisationId, PersonId, Refusal, Role, Title,
};
use calendar::{DayKind, GivenDays};
use governance::acts::{EnterDays, Keeper, LONGEST_DAYS, MOST_ENTRIES, TakeDaysBack};
use governance::{AuthorityCalendar, CalendarFact, GovernanceRefusal};

const INTERIOR: OrganisationId = OrganisationId::of(1);

fn by(role: Role, organisation: OrganisationId) -> Context {
    Context {
        actor: Actor {
            person: PersonId::of(2),
            organisation,
            role,
            authority: AuthorityToAct::Role,
        },
        at: "2023-08-23T03:00:00Z".parse().unwrap(),
    }
}

fn decider() -> Context {
    by(Role::Decider, INTERIOR)
}

fn authority() -> AuthorityId {
    "moi".parse().unwrap()
}

fn keeper() -> Keeper {
    Keeper {
        authority: authority(),
        organisation: Some(INTERIOR),
    }
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn title(text: &str) -> Title {
    Title::new(text).unwrap()
}

fn days(from: &str, to: &str, kind: DayKind) -> GivenDays {
    GivenDays {
        from: day(from),
        to: day(to),
        kind,
        reason: title("Flood"),
        source: title("Circular 12"),
    }
}

fn enter(from: &str, to: &str, kind: DayKind) -> EnterDays {
    EnterDays {
        keeper: keeper(),
        calendar: Some("kh".into()),
        today: day("2023-08-23"),
        days: days(from, to, kind),
    }
}

fn closed(from: &str, to: &str) -> EnterDays {
    enter(from, to, DayKind::Closed)
}

fn back(number: u32) -> TakeDaysBack {
    TakeDaysBack {
        keeper: keeper(),
        number,
        reason: title("The water fell"),
    }
}

fn nothing() -> Given<AuthorityCalendar> {
    given::<AuthorityCalendar>([])
}

fn refused(past: &Given<AuthorityCalendar>, act: EnterDays) -> GovernanceRefusal {
    past.when(&decider(), act).refusal()
}

#[test]
fn whoever_decides_enters_days_and_takes_them_back_and_both_stay_to_be_read() {
    let entered = nothing();
    entered
        .when(&decider(), closed("2023-08-24", "2023-08-25"))
        .then(&[CalendarFact::DaysEntered {
            number: 1,
            days: days("2023-08-24", "2023-08-25", DayKind::Closed),
        }]);
    let past = nothing()
        .and(&decider(), closed("2023-08-24", "2023-08-25"))
        .and(&decider(), back(1))
        .and(&decider(), closed("2023-08-24", "2023-08-24"));
    let calendar = past.state();
    assert_eq!((calendar.entries.len(), calendar.facts), (2, 3));
    assert_eq!(calendar.entries[0].taken_back.as_ref().unwrap().by, decider());
    let own = calendar.own();
    let held: Vec<u32> = own.days.iter().map(|one| one.number).collect();
    assert_eq!((own.as_of, held), (3, vec![2]));
    assert_eq!(own.days[0].entered, decider());
}

/// What was known before an instant: neither what was entered later, nor that it was taken back later.
#[test]
fn days_are_told_as_they_stood_before_an_instant() {
    let later = |hour: &str| Context {
        at: format!("2023-08-23T{hour}:00:00Z").parse().unwrap(),
        ..decider()
    };
    let calendar = nothing()
        .and(&later("05"), closed("2023-08-24", "2023-08-25"))
        .and(&later("07"), back(1))
        .state();
    let held = |hour| calendar.before(later(hour).at).days.len();
    assert_eq!(["05", "06", "07", "08"].map(held), [0, 1, 1, 0]);
}

/// Whoever presses twice, or closes a day on which nobody works, is told that it changes nothing.
#[test]
fn an_entry_that_changes_no_day_is_refused() {
    let past = nothing().and(&decider(), closed("2023-08-24", "2023-08-25"));
    let noon = || DayKind::HalfDay {
        until: "12:00".parse().unwrap(),
    };
    for act in [
        closed("2023-08-24", "2023-08-25"),
        closed("2023-08-26", "2023-08-27"),
        enter("2023-08-28", "2023-08-28", DayKind::Open),
    ] {
        let code = refused(&past, act.clone()).code();
        assert_eq!(code, "nothing-changes", "{act:?}");
    }
    // In part it does; a day that was closed is opened; a half-day is one.
    let past = past
        .and(&decider(), closed("2023-08-25", "2023-08-28"))
        .and(&decider(), enter("2023-08-28", "2023-08-28", DayKind::Open))
        .and(&decider(), enter("2023-08-29", "2023-08-29", noon()))
        .and(&decider(), enter("2023-09-02", "2023-09-02", DayKind::Open));
    let again = enter("2023-08-29", "2023-08-29", noon());
    assert_eq!(refused(&past, again).code(), "nothing-changes");
    // Of an authority that no rulebook asks nobody knows which days it works.
    let unknown = |mut act: EnterDays| {
        act.calendar = None;
        act
    };
    let past = past.and(&decider(), unknown(closed("2023-09-09", "2023-09-09")));
    let again = unknown(closed("2023-09-09", "2023-09-09"));
    assert_eq!(refused(&past, again).code(), "nothing-changes");
}

/// That days are taken.
#[track_caller]
fn in_reach(act: EnterDays) {
    assert_eq!(nothing().and(&decider(), act).state().facts, 1);
}

#[test]
fn days_are_in_order_few_and_near() {
    let far = |from, to| refused(&nothing(), closed(from, to)).code();
    assert_eq!(far("2023-08-25", "2023-08-24"), "days-backward");
    assert_eq!(far("2022-08-22", "2022-08-22"), "day-out-of-reach");
    assert_eq!(far("2023-08-25", "2028-08-24"), "day-out-of-reach");
    assert_eq!(far("2023-09-01", "2023-12-02"), "too-many-days");
    in_reach(closed("2022-08-23", "2022-08-23"));
    in_reach(closed("2023-09-01", "2023-12-01"));
    in_reach(closed("2028-08-23", "2028-08-23"));
    let mut late = closed("2041-01-02", "2041-01-02");
    late.today = day("2040-12-01");
    let refusal = refused(&nothing(), late);
    assert!(
        matches!(&refusal, GovernanceRefusal::DayOutOfReach { latest, .. } if *latest == day("2040-12-31")),
        "{refusal:?}"
    );
    assert_eq!(LONGEST_DAYS, 92);
}

#[test]
fn nobody_else_keeps_an_authoritys_calendar() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Decider) {
        let other = by(role, INTERIOR);
        let code = nothing()
            .when(&other, closed("2023-08-24", "2023-08-24"))
            .refusal()
            .code();
        assert_eq!(code, "not-your-role", "{role:?}");
    }
    let elsewhere = by(Role::Decider, OrganisationId::of(9));
    let past = nothing().and(&decider(), closed("2023-08-24", "2023-08-24"));
    for refusal in [
        past.when(&elsewhere, closed("2023-08-25", "2023-08-25"))
            .refusal(),
        past.when(&elsewhere, back(1)).refusal(),
    ] {
        assert_eq!(refusal.code(), "not-your-calendar");
    }
}

#[test]
fn what_is_not_there_or_was_taken_back_is_not_taken_back() {
    let past = nothing().and(&decider(), closed("2023-08-24", "2023-08-24"));
    past.when(&decider(), back(2))
        .refused(&GovernanceRefusal::NoSuchEntry { number: 2 });
    let past = past.and(&decider(), back(1));
    past.when(&decider(), back(1))
        .refused(&GovernanceRefusal::EntryTakenBack { number: 1 });
}

#[test]
fn a_calendar_has_an_end() {
    let mut past = vec![];
    for number in 1..=MOST_ENTRIES {
        let fact = CalendarFact::DaysEntered {
            number: u32::try_from(number).unwrap(),
            days: days("2023-08-24", "2023-08-24", DayKind::Closed),
        };
        past.push((decider(), fact));
    }
    let past = given::<AuthorityCalendar>(past);
    past.when(&decider(), closed("2023-08-25", "2023-08-25"))
        .refused(&GovernanceRefusal::TooManyEntries { most: MOST_ENTRIES });
}
