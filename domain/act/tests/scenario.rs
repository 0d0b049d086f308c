//! The given–when–then helper itself: a scenario that does not hold fails.
#![cfg(test)]

use act::scenario::given;
use act::{
    Act, Actor, AuthorityToAct, Context, Detail, OrganisationId, PersonId, Recorded, Refusal, Role, State,
    replay,
};
use jiff::Timestamp;

/// A door that can be opened once.
#[derive(Debug, Default, PartialEq)]
struct Door {
    opened: u8,
}

#[derive(Clone, Debug, PartialEq)]
struct Opened;

#[derive(Debug, PartialEq)]
enum Stays {
    Open,
}

impl Refusal for Stays {
    act::codes! { Open = "door-open", }

    fn details(&self) -> Vec<(&'static str, Detail)> {
        vec![]
    }
}

impl State for Door {
    type Fact = Opened;

    fn evolve(&mut self, _: &Recorded<Opened>) {
        self.opened += 1;
    }
}

struct Open;

impl Act for Open {
    type State = Door;
    type Refusal = Stays;

    fn decide(self, door: &Door, _: &Context) -> Result<Vec<Opened>, Stays> {
        if door.opened == 0 {
            Ok(vec![Opened])
        } else {
            Err(Stays::Open)
        }
    }
}

fn someone() -> Context {
    Context {
        actor: Actor {
            person: PersonId::of(1),
            organisation: OrganisationId::of(1),
            role: Role::Operator,
            authority: AuthorityToAct::Role,
        },
        at: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn a_stream_is_folded_fact_by_fact() {
    let opened = Recorded {
        fact: Opened,
        by: someone(),
    };
    assert_eq!(replay::<Door>([&opened, &opened]), Door { opened: 2 });
    let past = given::<Door>([(someone(), Opened)]);
    assert_eq!(past.state(), Door { opened: 1 });
}

#[test]
fn a_scenario_that_holds_passes() {
    given::<Door>([]).when(&someone(), Open).then(&[Opened]);
    given::<Door>([])
        .and(&someone(), Open)
        .when(&someone(), Open)
        .refused(&Stays::Open);
}

#[test]
#[should_panic(expected = "left")]
fn other_facts_than_expected_fail() {
    given::<Door>([]).when(&someone(), Open).then(&[]);
}

#[test]
#[should_panic(expected = "refused: Open")]
fn a_refusal_where_facts_were_expected_fails() {
    given::<Door>([(someone(), Opened)])
        .when(&someone(), Open)
        .then(&[Opened]);
}

#[test]
#[should_panic(expected = "not refused; it became [Opened]")]
fn facts_where_a_refusal_was_expected_fail() {
    given::<Door>([]).when(&someone(), Open).refused(&Stays::Open);
}

#[test]
#[should_panic(expected = "this step of the past was refused: Open")]
fn a_past_that_could_not_have_been_fails() {
    let _ = given::<Door>([(someone(), Opened)]).and(&someone(), Open);
}

#[test]
fn a_refusal_names_no_field_unless_it_says_so() {
    assert_eq!(Stays::Open.field(), None);
    assert_eq!(Stays::Open.code(), "door-open");
}
