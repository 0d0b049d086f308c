//! Every act on persons and organisations, and every way in which each is refused.

#![cfg(test)]

use act::scenario::{Given, given};
use act::{
    Actor, AuthorityId, AuthorityToAct, Context, Date, Detail, OrganisationId, PersonId, PostId, Reason,
    Refusal, Role, Timestamp,
};
use identity::acts::{
    BeginMembership, CreatePost, Delegate, EndDelegation, EndMembership, GrantRole, RegisterOrganisation,
    RegisterPerson, WithdrawAuthority, WithdrawRole,
};
use identity::{
    IdentityRefusal, Names, Organisation, OrganisationFact, OrganisationKind, Person, PersonFact, Stands,
    When,
};
use std::collections::BTreeSet;

const MUNICIPALITY: OrganisationId = OrganisationId::of(1);
const GOVERNOR: PostId = PostId::of(2);
const SOMEONE: PersonId = PersonId::of(3);
const OPERATOR: PersonId = PersonId::of(9);
const RECORDERS: &[Role] = &[Role::Operator, Role::DeskOfficer];
const OPERATORS: &[Role] = &[Role::Operator];

fn by(role: Role) -> Context {
    Context {
        actor: Actor {
            person: OPERATOR,
            organisation: OrganisationId::of(8),
            role,
            authority: AuthorityToAct::Role,
        },
        at: "2023-04-26T03:00:00Z".parse().unwrap(),
    }
}

fn names(english: &str) -> Names {
    Names::new([("en", english)]).unwrap()
}

fn on(day: &str) -> When {
    When::On(day.parse::<Date>().unwrap())
}

fn register() -> RegisterOrganisation {
    RegisterOrganisation {
        organisation: MUNICIPALITY,
        names: names("Municipality"),
        kind: OrganisationKind::Municipality,
        authority: None,
    }
}

fn membership(from: When, until: When) -> BeginMembership {
    BeginMembership {
        person: SOMEONE,
        post: GOVERNOR,
        from,
        until,
    }
}

fn ending(until: When) -> EndMembership {
    EndMembership {
        person: SOMEONE,
        post: GOVERNOR,
        until,
    }
}

fn with_post() -> Given<Organisation> {
    given([]).and(&by(Role::DeskOfficer), register()).and(
        &by(Role::DeskOfficer),
        CreatePost {
            post: GOVERNOR,
            names: names("Governor"),
        },
    )
}

#[test]
fn a_person_is_registered_once() {
    let act = RegisterPerson {
        person: SOMEONE,
        names: names("Someone"),
    };
    let before = given::<Person>([]);
    before
        .when(&by(Role::DeskOfficer), act.clone())
        .then(&[PersonFact::Registered {
            person: SOMEONE,
            names: names("Someone"),
        }]);
    let after = before.and(&by(Role::Operator), act.clone());
    assert_eq!(after.state().name("km"), "Someone");
    after
        .when(&by(Role::Operator), act)
        .refused(&IdentityRefusal::AlreadyRegistered);
}

#[test]
fn an_organisation_is_registered_once() {
    let before = given::<Organisation>([]);
    before
        .when(&by(Role::Operator), register())
        .then(&[OrganisationFact::Registered {
            organisation: MUNICIPALITY,
            names: names("Municipality"),
            kind: OrganisationKind::Municipality,
            authority: None,
        }]);
    before
        .and(&by(Role::Operator), register())
        .when(&by(Role::Operator), register())
        .refused(&IdentityRefusal::AlreadyRegistered);
}

#[test]
fn an_authority_that_was_given_by_mistake_is_taken_back_where_nothing_waits_for_it() {
    let authority: AuthorityId = "phnom-penh".parse().unwrap();
    let withdraw = |pending| WithdrawAuthority {
        authority: authority.clone(),
        pending,
    };
    let wrong = given::<Organisation>([]).and(
        &by(Role::Operator),
        RegisterOrganisation {
            authority: Some(authority.clone()),
            ..register()
        },
    );
    wrong
        .when(&by(Role::DeskOfficer), withdraw(0))
        .refused(&IdentityRefusal::NotYourRole {
            role: Role::DeskOfficer,
            allowed: OPERATORS,
        });
    let at_work = IdentityRefusal::AuthorityAtWork {
        authority: authority.clone(),
        pending: 2,
    };
    assert_eq!(at_work.field(), Some("authority"));
    assert_eq!(
        at_work.details(),
        [
            ("authority", Detail::Authority(authority.clone())),
            ("pending", Detail::Number(2))
        ]
    );
    wrong.when(&by(Role::Operator), withdraw(2)).refused(&at_work);
    wrong
        .when(&by(Role::Operator), withdraw(0))
        .then(&[OrganisationFact::AuthorityWithdrawn {
            authority: authority.clone(),
        }]);
    let right = wrong.and(&by(Role::Operator), withdraw(0));
    assert_eq!(right.state().authority, None);
    let not_that = IdentityRefusal::NotThatAuthority {
        authority: authority.clone(),
    };
    assert_eq!(
        not_that.details(),
        [("authority", Detail::Authority(authority.clone()))]
    );
    right.when(&by(Role::Operator), withdraw(0)).refused(&not_that);
    given::<Organisation>([])
        .when(&by(Role::Operator), withdraw(0))
        .refused(&IdentityRefusal::NotRegistered);
}

#[test]
fn only_an_operator_says_which_organisation_is_an_authority() {
    let act = RegisterOrganisation {
        authority: Some("phnom-penh".parse().unwrap()),
        ..register()
    };
    let before = given::<Organisation>([]);
    before
        .when(&by(Role::DeskOfficer), act.clone())
        .refused(&IdentityRefusal::NotYourRole {
            role: Role::DeskOfficer,
            allowed: OPERATORS,
        });
    let after = before.and(&by(Role::Operator), act).state();
    assert_eq!(
        after.authority.map(|one| one.to_string()),
        Some("phnom-penh".to_owned())
    );
}

#[test]
fn a_post_is_created_once_in_an_organisation_that_exists() {
    let act = CreatePost {
        post: GOVERNOR,
        names: names("Governor"),
    };
    given::<Organisation>([])
        .when(&by(Role::Operator), act.clone())
        .refused(&IdentityRefusal::NotRegistered);
    given::<Organisation>([])
        .and(&by(Role::Operator), register())
        .when(&by(Role::DeskOfficer), act.clone())
        .then(&[OrganisationFact::PostCreated {
            post: GOVERNOR,
            names: names("Governor"),
        }]);
    with_post()
        .when(&by(Role::Operator), act)
        .refused(&IdentityRefusal::PostExists);
}

#[test]
fn a_membership_begins_in_a_post_that_exists() {
    let began = membership(When::Year(2017), When::Unknown);
    with_post()
        .when(&by(Role::DeskOfficer), began.clone())
        .then(&[OrganisationFact::MembershipBegan {
            person: SOMEONE,
            post: GOVERNOR,
            from: When::Year(2017),
            until: When::Unknown,
        }]);
    let nowhere = BeginMembership {
        post: PostId::of(99),
        ..began.clone()
    };
    with_post()
        .when(&by(Role::DeskOfficer), nowhere)
        .refused(&IdentityRefusal::NoSuchPost);
    given::<Organisation>([])
        .when(&by(Role::Operator), began)
        .refused(&IdentityRefusal::NotRegistered);
}

#[test]
fn a_membership_does_not_end_before_it_begins() {
    let backwards = membership(When::Year(2007), When::Year(2003));
    with_post()
        .when(&by(Role::Operator), backwards)
        .refused(&IdentityRefusal::EndsBeforeItBegins);
    with_post()
        .and(&by(Role::Operator), membership(When::Year(2017), When::Unknown))
        .when(&by(Role::Operator), ending(When::Year(2016)))
        .refused(&IdentityRefusal::EndsBeforeItBegins);
}

#[test]
fn a_post_may_be_held_twice_but_not_at_once() {
    let operator = by(Role::Operator);
    let held = with_post().and(&operator, membership(When::Year(2003), When::Year(2007)));
    let overlapping = membership(When::Year(2005), When::Year(2009));
    held.when(&operator, overlapping)
        .refused(&IdentityRefusal::AlreadyHoldsPost);
    let again = held.and(&operator, membership(When::Year(2007), When::Unknown));
    again
        .when(&operator, membership(When::Year(2020), When::Unknown))
        .refused(&IdentityRefusal::AlreadyHoldsPost);
    // Whoever else holds it, and what else one holds, is another matter.
    let deputy = PostId::of(5);
    let made = CreatePost {
        post: deputy,
        names: names("Deputy"),
    };
    let somebody_else = BeginMembership {
        person: PersonId::of(4),
        ..membership(When::Year(2020), When::Unknown)
    };
    let elsewhere = BeginMembership {
        post: deputy,
        ..membership(When::Year(2020), When::Unknown)
    };
    let all = again
        .and(&operator, somebody_else)
        .and(&operator, made)
        .and(&operator, elsewhere);
    assert_eq!(all.state().memberships.len(), 4);
    // Nor does the end of one end another: of this person's in this post, and the one that is open.
    let ended = all.and(&operator, ending(on("2023-12-31"))).state();
    let open = |one: &&identity::Membership| one.is_open();
    let still: Vec<_> = ended.memberships.iter().filter(open).collect();
    assert_eq!(still.len(), 2);
    assert!(
        still
            .iter()
            .all(|one| (one.person, one.post) != (SOMEONE, GOVERNOR))
    );
    assert_eq!(ended.memberships[0].until, When::Year(2007));
}

#[test]
fn a_membership_ends_if_it_is_open() {
    let operator = by(Role::Operator);
    let end = ending(on("2023-12-31"));
    let open = with_post().and(&operator, membership(When::Year(2017), When::Unknown));
    open.when(&by(Role::DeskOfficer), end.clone())
        .then(&[OrganisationFact::MembershipEnded {
            person: SOMEONE,
            post: GOVERNOR,
            until: on("2023-12-31"),
        }]);
    open.and(&operator, end.clone())
        .when(&operator, end.clone())
        .refused(&IdentityRefusal::DoesNotHoldPost);
    with_post()
        .when(
            &operator,
            EndMembership {
                post: PostId::of(99),
                ..end.clone()
            },
        )
        .refused(&IdentityRefusal::NoSuchPost);
    given::<Organisation>([])
        .when(&operator, end)
        .refused(&IdentityRefusal::NotRegistered);
}

#[test]
fn the_posts_held_on_a_day_are_those_that_can_have_been_held() {
    let operator = by(Role::Operator);
    let organisation = with_post()
        .and(&operator, membership(When::Year(2003), When::Year(2007)))
        .and(&operator, membership(on("2020-06-01"), When::Unknown))
        .state();
    let check =
        |on: When, expect: &[PostId]| assert_eq!(organisation.posts_held(SOMEONE, &on), expect, "{on:?}");
    check(on("2007-05-01"), &[GOVERNOR]);
    check(on("2008-01-01"), &[]);
    check(on("2020-05-31"), &[]);
    check(When::OnOrBefore("2023-04-25".parse().unwrap()), &[GOVERNOR]);
    check(When::Unknown, &[GOVERNOR]);
    assert!(
        organisation
            .posts_held(PersonId::of(77), &When::Unknown)
            .is_empty()
    );
}

#[test]
fn a_role_is_granted_once_and_withdrawn_once() {
    let operator = by(Role::Operator);
    let grant = GrantRole {
        person: SOMEONE,
        role: Role::Decider,
    };
    let withdraw = WithdrawRole {
        person: SOMEONE,
        role: Role::Decider,
    };
    with_post()
        .when(&operator, grant.clone())
        .then(&[OrganisationFact::RoleGranted {
            person: SOMEONE,
            role: Role::Decider,
        }]);
    let granted = with_post().and(&operator, grant.clone());
    assert!(granted.state().holds_role(SOMEONE, Role::Decider));
    assert!(!granted.state().holds_role(SOMEONE, Role::Officer));
    granted
        .when(&operator, grant.clone())
        .refused(&IdentityRefusal::RoleAlreadyHeld { role: Role::Decider });
    granted
        .when(&operator, withdraw.clone())
        .then(&[OrganisationFact::RoleWithdrawn {
            person: SOMEONE,
            role: Role::Decider,
        }]);
    let withdrawn = granted.and(&operator, withdraw.clone());
    assert_eq!(withdrawn.state().roles.len(), 0);
    withdrawn
        .when(&operator, withdraw.clone())
        .refused(&IdentityRefusal::RoleNotHeld { role: Role::Decider });
    given::<Organisation>([])
        .when(&operator, grant)
        .refused(&IdentityRefusal::NotRegistered);
    given::<Organisation>([])
        .when(&operator, withdraw)
        .refused(&IdentityRefusal::NotRegistered);
}

#[test]
fn an_operator_keeps_its_own_role() {
    let operator = by(Role::Operator);
    with_post()
        .and(
            &operator,
            GrantRole {
                person: OPERATOR,
                role: Role::Operator,
            },
        )
        .when(
            &operator,
            WithdrawRole {
                person: OPERATOR,
                role: Role::Operator,
            },
        )
        .refused(&IdentityRefusal::OwnOperatorRole);
    // Another's, and another role of one's own, may be taken away.
    for (person, role) in [(SOMEONE, Role::Operator), (OPERATOR, Role::Decider)] {
        let _ = with_post()
            .and(&operator, GrantRole { person, role })
            .and(&operator, WithdrawRole { person, role });
    }
}

#[test]
fn nobody_else_records_or_grants_anything() {
    for role in Role::ALL {
        let context = by(role);
        let recorder = IdentityRefusal::NotYourRole {
            role,
            allowed: RECORDERS,
        };
        let operator = IdentityRefusal::NotYourRole {
            role,
            allowed: OPERATORS,
        };
        if !RECORDERS.contains(&role) {
            let post = PostId::of(50);
            given::<Person>([])
                .when(
                    &context,
                    RegisterPerson {
                        person: SOMEONE,
                        names: names("x"),
                    },
                )
                .refused(&recorder);
            given([]).when(&context, register()).refused(&recorder);
            with_post()
                .when(
                    &context,
                    CreatePost {
                        post,
                        names: names("x"),
                    },
                )
                .refused(&recorder);
            with_post()
                .when(&context, membership(When::Unknown, When::Unknown))
                .refused(&recorder);
            with_post()
                .when(&context, ending(When::Unknown))
                .refused(&recorder);
        }
        if role != Role::Operator {
            with_post()
                .when(
                    &context,
                    GrantRole {
                        person: SOMEONE,
                        role: Role::Decider,
                    },
                )
                .refused(&operator);
            with_post()
                .when(
                    &context,
                    WithdrawRole {
                        person: SOMEONE,
                        role: Role::Decider,
                    },
                )
                .refused(&operator);
        }
    }
}

#[test]
fn every_refusal_can_be_reached_and_has_a_name_of_its_own() {
    let operator = by(Role::Operator);
    let authority: AuthorityId = "phnom-penh".parse().unwrap();
    let municipality = RegisterOrganisation {
        authority: Some(authority.clone()),
        ..register()
    };
    let second = RegisterOrganisation {
        organisation: OrganisationId::of(12),
        ..municipality.clone()
    };
    let withdraw = |pending| WithdrawAuthority {
        authority: authority.clone(),
        pending,
    };
    let create = CreatePost {
        post: GOVERNOR,
        names: names("Governor"),
    };
    let grant = |person, role| GrantRole { person, role };
    let take = |person, role| WithdrawRole { person, role };
    let nothing = given::<Organisation>([]);
    let registered = given([]).and(&operator, municipality);
    let held = with_post().and(&operator, membership(When::Year(2017), When::Unknown));
    let granted = with_post().and(&operator, grant(OPERATOR, Role::Operator));
    let nowhere = EndMembership {
        post: PostId::of(99),
        ..ending(When::Unknown)
    };
    let all = [
        nothing.when(&by(Role::Auditor), register()).refusal(),
        nothing.when(&operator, create.clone()).refusal(),
        registered.when(&operator, register()).refusal(),
        registered.when(&operator, second).refusal(),
        registered.when(&operator, withdraw(2)).refusal(),
        with_post().when(&operator, withdraw(0)).refusal(),
        with_post().when(&operator, create).refusal(),
        with_post().when(&operator, nowhere).refusal(),
        with_post().when(&operator, ending(When::Unknown)).refusal(),
        held.when(&operator, membership(When::Year(2020), When::Unknown))
            .refusal(),
        held.when(&operator, ending(When::Year(2016))).refusal(),
        granted.when(&operator, grant(OPERATOR, Role::Operator)).refusal(),
        granted.when(&operator, take(OPERATOR, Role::Operator)).refusal(),
        granted.when(&operator, take(SOMEONE, Role::Decider)).refusal(),
    ];
    let all = [all.to_vec(), refused_delegations()].concat();
    let reached: BTreeSet<&str> = all.iter().map(Refusal::code).collect();
    assert_eq!(reached.len(), all.len(), "{all:?}");
    assert_eq!(reached, IdentityRefusal::CODES.iter().copied().collect());
}

const DECIDER: PersonId = PersonId::of(21);
const OFFICER: PersonId = PersonId::of(22);
const SECRETARY: PersonId = PersonId::of(23);
const AUDITOR: PersonId = PersonId::of(24);

/// A ministry in which one decides, one reviews, one coordinates, and one audits.
fn ministry() -> Given<Organisation> {
    let grant = |person, role| GrantRole { person, role };
    let operator = by(Role::Operator);
    given([])
        .and(&operator, register())
        .and(&operator, grant(DECIDER, Role::Decider))
        .and(&operator, grant(OFFICER, Role::Officer))
        .and(&operator, grant(SECRETARY, Role::Coordinator))
        .and(&operator, grant(AUDITOR, Role::Auditor))
}

fn at(instant: &str) -> Timestamp {
    instant.parse().unwrap()
}

/// Someone of the ministry, at the instant of [`by`] or another.
fn of_ministry(person: PersonId, role: Role, instant: &str) -> Context {
    Context {
        actor: Actor {
            person,
            organisation: MUNICIPALITY,
            role,
            authority: AuthorityToAct::Role,
        },
        at: at(instant),
    }
}

fn decider() -> Context {
    of_ministry(DECIDER, Role::Decider, "2023-04-26T03:00:00Z")
}

/// The officer stands in for the decider in the first days of May.
fn delegate() -> Delegate {
    Delegate {
        role: Role::Decider,
        of: DECIDER,
        to: OFFICER,
        from: at("2023-04-30T17:00:00Z"),
        until: at("2023-05-07T17:00:00Z"),
        reason: Reason::new("Mission abroad").unwrap(),
    }
}

/// Every way in which a delegation is refused by a name of its own.
fn refused_delegations() -> Vec<IdentityRefusal> {
    let set = ministry().and(&decider(), delegate());
    let later = of_ministry(DECIDER, Role::Decider, "2023-05-07T17:00:00Z");
    let mut deputy = of_ministry(OFFICER, Role::Decider, "2023-05-01T03:00:00Z");
    deputy.actor.authority = AuthorityToAct::Delegation {
        number: 1,
        of: DECIDER,
        from: delegate().from,
        until: delegate().until,
    };
    let elsewhere = by(Role::Decider);
    let secretary = of_ministry(SECRETARY, Role::Coordinator, "2023-04-26T03:00:00Z");
    let refused = |by: &Context, act: Delegate| ministry().when(by, act).refusal();
    vec![
        refused(
            &secretary,
            Delegate {
                role: Role::Officer,
                of: OFFICER,
                ..delegate()
            },
        ),
        refused(
            &secretary,
            Delegate {
                to: DECIDER,
                ..delegate()
            },
        ),
        refused(
            &decider(),
            Delegate {
                to: SOMEONE,
                ..delegate()
            },
        ),
        refused(
            &decider(),
            Delegate {
                to: AUDITOR,
                ..delegate()
            },
        ),
        refused(
            &secretary,
            Delegate {
                to: SECRETARY,
                ..delegate()
            },
        ),
        refused(&later, delegate()),
        refused(
            &decider(),
            Delegate {
                until: at("2024-05-07T17:00:00Z"),
                ..delegate()
            },
        ),
        set.when(&decider(), delegate()).refusal(),
        set.when(&decider(), EndDelegation { delegation: 2 }).refusal(),
        set.when(&later, EndDelegation { delegation: 1 }).refusal(),
        refused(&deputy, delegate()),
        refused(&elsewhere, delegate()),
        refused(
            &decider(),
            Delegate {
                of: SECRETARY,
                role: Role::Coordinator,
                ..delegate()
            },
        ),
    ]
}

#[test]
fn a_decider_for_herself_and_the_secretariat_say_who_stands_in() {
    let secretary = of_ministry(SECRETARY, Role::Coordinator, "2023-04-26T03:00:00Z");
    for by in [decider(), secretary] {
        let after = ministry().and(&by, delegate());
        let one = &after.state().delegations[0];
        assert_eq!((one.number, one.of, one.to, &one.set), (1, DECIDER, OFFICER, &by));
        let after = after.and(&by, EndDelegation { delegation: 1 });
        assert_eq!(after.state().delegations[0].stands(by.at), Stands::Ended);
    }
    let officer = of_ministry(OFFICER, Role::Officer, "2023-04-26T03:00:00Z");
    for by in [officer, by(Role::Operator)] {
        let refused = ministry().when(&by, delegate()).refusal();
        assert_eq!(refused.code(), "not-your-role");
    }
}

#[test]
fn a_delegation_lasts_from_its_first_instant_until_its_last_and_is_not_set_back_in_time() {
    let after = ministry().and(&decider(), delegate());
    let one = &after.state().delegations[0];
    let check = |instant: &str, stands: Stands| assert_eq!(one.stands(at(instant)), stands, "{instant}");
    check("2023-04-30T16:59:59.999999999Z", Stands::Ahead);
    check("2023-04-30T17:00:00Z", Stands::Now);
    check("2023-05-07T16:59:59.999999999Z", Stands::Now);
    check("2023-05-07T17:00:00Z", Stands::Over);

    let begun = Delegate {
        from: at("2023-04-20T17:00:00Z"),
        ..delegate()
    };
    let after = ministry().and(&decider(), begun);
    assert_eq!(after.state().delegations[0].from, decider().at);
    // A day for each of the two that meet nowhere.
    let next = Delegate {
        from: delegate().until,
        until: at("2023-05-08T17:00:00Z"),
        ..delegate()
    };
    let both = ministry().and(&decider(), delegate()).and(&decider(), next);
    assert_eq!(both.state().delegations.len(), 2);
    let backwards = Delegate {
        until: delegate().from,
        ..delegate()
    };
    let refused = ministry().when(&decider(), backwards).refusal();
    assert_eq!(refused, IdentityRefusal::EndsBeforeItBegins);
}

#[test]
fn with_the_role_goes_what_is_done_in_its_holders_place_and_it_does_not_come_back() {
    let set = || ministry().and(&decider(), delegate());
    let take = |person, role| WithdrawRole { person, role };
    let operator = by(Role::Operator);
    for (person, role) in [(DECIDER, Role::Decider), (OFFICER, Role::Officer)] {
        let after = set().and(&operator, take(person, role));
        assert_eq!(after.state().delegations[0].stands(operator.at), Stands::Ended);
        let again = after.and(&operator, GrantRole { person, role });
        assert_eq!(again.state().delegations[0].stands(operator.at), Stands::Ended);
    }
    // Of one that is over nothing is ended any more: it ran its time.
    let later = Context {
        at: delegate().until,
        ..operator
    };
    let after = set().and(&later, take(DECIDER, Role::Decider));
    assert_eq!(after.state().delegations[0].stands(later.at), Stands::Over);
}

#[test]
fn a_deputy_goes_with_the_last_role_from_which_one_stands_in_and_with_none_before() {
    let operator = by(Role::Operator);
    let grant = |role| GrantRole {
        person: OFFICER,
        role,
    };
    let take = |role| WithdrawRole {
        person: OFFICER,
        role,
    };
    let set = ministry()
        .and(&operator, grant(Role::Coordinator))
        .and(&operator, grant(Role::Auditor))
        .and(&decider(), delegate());
    let stands = |after: &Given<Organisation>| after.state().delegations[0].stands(operator.at);
    let one_left = set.and(&operator, take(Role::Officer));
    assert_eq!(stands(&one_left), Stands::Ahead);
    // An auditor decides in nobody's place.
    let none_left = one_left.and(&operator, take(Role::Coordinator));
    assert_eq!(stands(&none_left), Stands::Ended);
}

#[test]
fn an_officer_or_a_decider_stands_in_for_a_coordinator_and_nobody_else_does() {
    let secretary = of_ministry(SECRETARY, Role::Coordinator, "2023-04-26T03:00:00Z");
    let act = |to| Delegate {
        role: Role::Coordinator,
        of: SECRETARY,
        to,
        ..delegate()
    };
    for to in [OFFICER, DECIDER] {
        let after = ministry().and(&secretary, act(to));
        assert_eq!(after.state().delegations[0].to, to);
    }
    let refused = ministry().when(&secretary, act(AUDITOR)).refusal();
    assert_eq!(refused.code(), "deputy-in-another-role");
    // And a coordinator for a decider.
    let coordinator = Delegate {
        to: SECRETARY,
        ..delegate()
    };
    assert_eq!(
        ministry().and(&decider(), coordinator).state().delegations.len(),
        1
    );
}

#[test]
fn one_stands_in_for_a_year_and_not_an_instant_longer() {
    let until = |instant: &str| Delegate {
        until: at(instant),
        ..delegate()
    };
    // From the beginning of May 2023 these are 366 days: a leap year's February lies in them.
    let longest = ministry().and(&decider(), until("2024-04-30T17:00:00Z"));
    assert_eq!(longest.state().delegations.len(), 1);
    let longer = ministry().when(&decider(), until("2024-04-30T17:00:01Z"));
    assert_eq!(longer.refusal(), IdentityRefusal::DelegationTooLong { most: 366 });
}

#[test]
fn the_same_one_stands_in_once_at_a_time_whichever_was_set_first() {
    let days = |from: &str, until: &str| Delegate {
        from: at(from),
        until: at(until),
        ..delegate()
    };
    // The first days of May until the 7th, 17 o'clock.
    let set = || ministry().and(&decider(), delegate());
    for (from, until) in [
        ("2023-04-28T17:00:00Z", "2023-04-30T17:00:01Z"),
        ("2023-05-07T16:59:59Z", "2023-05-09T17:00:00Z"),
        ("2023-05-02T17:00:00Z", "2023-05-03T17:00:00Z"),
        ("2023-04-28T17:00:00Z", "2023-05-09T17:00:00Z"),
    ] {
        let refused = set().when(&decider(), days(from, until)).refusal();
        assert_eq!(refused, IdentityRefusal::DelegatedAlready, "{from} {until}");
    }
    for (from, until) in [
        ("2023-04-28T17:00:00Z", "2023-04-30T17:00:00Z"),
        ("2023-05-07T17:00:00Z", "2023-05-09T17:00:00Z"),
    ] {
        let both = set().and(&decider(), days(from, until));
        assert_eq!(both.state().delegations.len(), 2, "{from} {until}");
    }
}

#[test]
fn a_decider_ends_nobody_elses() {
    let other = of_ministry(SOMEONE, Role::Decider, "2023-04-27T03:00:00Z");
    let operator = by(Role::Operator);
    let set = ministry()
        .and(
            &operator,
            GrantRole {
                person: SOMEONE,
                role: Role::Decider,
            },
        )
        .and(&decider(), delegate());
    let refused = set.when(&other, EndDelegation { delegation: 1 }).refusal();
    assert_eq!(refused, IdentityRefusal::NotForAnother);
}

#[test]
fn a_refusal_names_itself_and_the_field_it_concerns() {
    let check = |refusal: IdentityRefusal, code: &str, field: Option<&str>| {
        assert_eq!(refusal.code(), code);
        assert_eq!(refusal.field(), field);
    };
    check(IdentityRefusal::NoSuchPost, "no-such-post", Some("post"));
    check(
        IdentityRefusal::EndsBeforeItBegins,
        "ends-before-it-begins",
        Some("until"),
    );
    check(
        IdentityRefusal::RoleNotHeld { role: Role::Agent },
        "role-not-held",
        Some("role"),
    );
    check(IdentityRefusal::AlreadyRegistered, "already-registered", None);
}

#[test]
fn an_authority_is_one_organisation() {
    let first = RegisterOrganisation {
        authority: Some("phnom-penh".parse().unwrap()),
        ..register()
    };
    let second = RegisterOrganisation {
        organisation: OrganisationId::of(12),
        names: names("Second municipality"),
        ..first.clone()
    };
    let taken = IdentityRefusal::AuthorityTaken {
        authority: "phnom-penh".parse().unwrap(),
        by: "Municipality".to_owned(),
    };
    assert_eq!(
        (taken.code(), taken.field()),
        ("authority-taken", Some("authority"))
    );
    given([])
        .and(&by(Role::Operator), first)
        .when(&by(Role::Operator), second)
        .refused(&taken);
}

#[test]
fn facts_are_stored_in_the_form_that_is_kept_for_ever() {
    let fact = OrganisationFact::MembershipBegan {
        person: SOMEONE,
        post: GOVERNOR,
        from: When::Year(2017),
        until: When::Unknown,
    };
    let written = serde_json::to_string(&fact).unwrap();
    assert_eq!(
        written,
        concat!(
            r#"{"kind":"membership-began","data":{"person":"00000000-0000-0000-0000-000000000003","#,
            r#""post":"00000000-0000-0000-0000-000000000002","from":{"year":2017},"until":"unknown"}}"#
        )
    );
    assert_eq!(serde_json::from_str::<OrganisationFact>(&written).unwrap(), fact);
}

/// What a page can say of a refusal besides its name.
#[test]
fn a_refusal_tells_whom_and_what_it_is_about() {
    let check = |refusal: IdentityRefusal, details: &[(&str, Detail)]| {
        assert_eq!(refusal.details(), details, "{refusal:?}");
    };
    let authority: AuthorityId = "mfaic".parse().unwrap();
    let named = ("authority", Detail::Authority(authority.clone()));
    let by = "Ministry of Foreign Affairs".to_owned();
    check(
        IdentityRefusal::AuthorityTaken {
            authority,
            by: by.clone(),
        },
        &[named, ("by", Detail::Text(by))],
    );
    let role = Role::Decider;
    check(
        IdentityRefusal::RoleAlreadyHeld { role },
        &[("role", Detail::role(role))],
    );
    check(
        IdentityRefusal::RoleNotHeld { role },
        &[("role", Detail::role(role))],
    );
    check(
        IdentityRefusal::NotYourRole {
            role,
            allowed: OPERATORS,
        },
        &[
            ("role", Detail::role(role)),
            ("allowed", Detail::any_role(OPERATORS)),
        ],
    );
}
