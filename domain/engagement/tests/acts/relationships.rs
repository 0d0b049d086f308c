//! Establishing a relationship and adding its milestones.

use crate::cast::{ASSOCIATION, DESK, STRANGERS, by, day, desk, excerpt, names, source};
use act::scenario::{Given, given};
use act::{Date, RelationshipId, Role};
use engagement::acts::{AddMilestone, EstablishRelationship};
use engagement::{
    Citing, EngagementRefusal, Milestone, Party, Recurrence, Relationship, RelationshipFact, Upcoming,
};

fn party(english: &str) -> Party {
    Party {
        names: names(english),
        organisation: None,
    }
}

fn establish() -> EstablishRelationship {
    EstablishRelationship {
        relationship: RelationshipId::of(95),
        between: [party("Japan"), party("Cambodia")],
        on: day("1953-11-19"),
        names: names("Diplomatic relations"),
        excerpt: excerpt("The association asked the municipality to cooperate."),
    }
}

fn milestone(recurrence: Recurrence) -> AddMilestone {
    AddMilestone {
        names: names("Anniversary"),
        recurrence,
        excerpt: excerpt("It is ready indeed."),
    }
}

fn yearly() -> Recurrence {
    Recurrence::Yearly(day("1953-11-19"))
}

fn established() -> Given<Relationship> {
    given([]).and(&desk(), establish().resting_on(&source(), ()))
}

#[test]
fn a_relationship_that_is_still_to_begin_is_not_recorded() {
    let on = day("2031-01-01");
    let later = EstablishRelationship { on, ..establish() };
    given::<Relationship>([])
        .when(&desk(), later.resting_on(&source(), ()))
        .refused(&EngagementRefusal::NotYetCome { field: "on", day: on });
}

#[test]
fn two_organisations_have_a_relationship_and_one_has_none_with_itself() {
    let of = |number, english: &str| Party {
        organisation: Some(act::OrganisationId::of(number)),
        ..party(english)
    };
    let between = |one, other| EstablishRelationship {
        between: [one, other],
        ..establish()
    };
    given::<Relationship>([])
        .when(
            &desk(),
            between(of(1, "Society"), of(1, "Association")).resting_on(&source(), ()),
        )
        .refused(&EngagementRefusal::SameSide);
    let state = given::<Relationship>([])
        .and(
            &desk(),
            between(of(1, "Society"), of(2, "City")).resting_on(&source(), ()),
        )
        .state();
    assert!(state.id.is_some());
}

#[test]
fn a_relationship_is_established_once_between_two() {
    let act = establish();
    given::<Relationship>([])
        .when(&desk(), act.clone().resting_on(&source(), ()))
        .then(&[RelationshipFact::Established {
            relationship: act.relationship,
            between: act.between,
            on: act.on,
            names: act.names,
            excerpt: act.excerpt.unwrap(),
        }]);
    assert_eq!(established().state().name("km"), "Diplomatic relations");
    established()
        .when(&desk(), establish().resting_on(&source(), ()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    let check = |act: EstablishRelationship, expect: EngagementRefusal| {
        given::<Relationship>([])
            .when(&desk(), act.resting_on(&source(), ()))
            .refused(&expect);
    };
    let with_itself = [party("Japan"), party("Japan")];
    check(
        EstablishRelationship {
            between: with_itself,
            ..establish()
        },
        EngagementRefusal::SameSide,
    );
    check(
        EstablishRelationship {
            excerpt: None,
            ..establish()
        },
        EngagementRefusal::NoSource,
    );
}

#[test]
fn a_milestone_is_added_once() {
    established()
        .when(&desk(), milestone(yearly()).resting_on(&source(), ()))
        .then(&[RelationshipFact::MilestoneAdded(Milestone {
            names: names("Anniversary"),
            recurrence: yearly(),
            excerpt: excerpt("It is ready indeed.").unwrap(),
        })]);
    established()
        .and(&desk(), milestone(yearly()).resting_on(&source(), ()))
        .when(&desk(), milestone(yearly()).resting_on(&source(), ()))
        .refused(&EngagementRefusal::AlreadyRecorded);
    given::<Relationship>([])
        .when(&desk(), milestone(yearly()).resting_on(&source(), ()))
        .refused(&EngagementRefusal::NotRecorded);
    established()
        .when(
            &by(Role::DeskOfficer, STRANGERS),
            milestone(yearly()).resting_on(&source(), ()),
        )
        .refused(&EngagementRefusal::NotYourRecord);
}

#[test]
fn the_next_milestone_is_the_seventieth_nineteenth_of_november() {
    let state = established()
        .and(
            &desk(),
            milestone(Recurrence::Once(day("2023-06-01"))).resting_on(&source(), ()),
        )
        .and(&desk(), milestone(yearly()).resting_on(&source(), ()))
        .state();
    let check = |as_of: &str, expect: &[(Date, Option<u32>)]| {
        let upcoming = state.upcoming(day(as_of));
        let found: Vec<_> = upcoming
            .iter()
            .map(|Upcoming { on, anniversary, .. }| (*on, *anniversary))
            .collect();
        assert_eq!(found, expect, "{as_of}");
    };
    check(
        "2023-04-26",
        &[(day("2023-06-01"), None), (day("2023-11-19"), Some(70))],
    );
    check("2023-11-19", &[(day("2023-11-19"), Some(70))]);
    check("2023-11-20", &[(day("2024-11-19"), Some(71))]);
}

#[test]
fn nobody_but_a_desk_records() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        let refusal = EngagementRefusal::NotYourRole { role, allowed: DESK };
        let context = by(role, ASSOCIATION);
        given::<Relationship>([])
            .when(&context, establish().resting_on(&source(), ()))
            .refused(&refusal);
        established()
            .when(&context, milestone(yearly()).resting_on(&source(), ()))
            .refused(&refusal);
    }
}
