//! Every act on a rulebook, and every way in which each is refused.

#![cfg(test)]

use act::scenario::{Given, given};
use act::{
    Actor, AuthorityToAct, Context, Date, Detail, OrganisationId, PersonId, Reason, Refusal, Role, Title,
};
use governance::acts::{Approve, Decline, Propose, Publish, Readiness, Withdraw};
use governance::{
    Checked, GovernanceRefusal, Known, Lead, MOST_FILES, Possible, Proposed, RulebookFact, RulebookFile,
    Standing, Versions, possible,
};
use std::collections::BTreeSet;

const MUNICIPALITY: OrganisationId = OrganisationId::of(1);
const MAKER: PersonId = PersonId::of(2);
const SECOND: PersonId = PersonId::of(3);
const RULE_MAKERS: &[Role] = &[Role::RuleMaker];

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn by(person: PersonId) -> Context {
    Context {
        actor: Actor {
            person,
            organisation: MUNICIPALITY,
            role: Role::RuleMaker,
            authority: AuthorityToAct::Role,
        },
        at: "2023-09-01T03:00:00Z".parse().unwrap(),
    }
}

fn elsewhere(person: PersonId) -> Context {
    let mut context = by(person);
    context.actor.organisation = OrganisationId::of(9);
    context
}

fn coordinator() -> Context {
    let mut context = by(SECOND);
    context.actor.role = Role::Coordinator;
    context
}

fn version(name: &str) -> Proposed {
    Proposed {
        hash: format!("hash of {name}"),
        name: Title::new(name).unwrap(),
        files: vec![RulebookFile {
            name: Title::new("rulebook.toml").unwrap(),
            sha256: "ab".into(),
            size: 2,
        }],
        changes: Some("hash of 1".into()),
        from: day("2023-10-01"),
        purpose: Reason::new("Crowds are smaller than was thought.").unwrap(),
        makers: vec![],
        lead: Lead {
            authority: "phnom-penh".parse().unwrap(),
            organisation: MUNICIPALITY,
        },
    }
}

fn installed() -> Vec<Known> {
    vec![Known {
        hash: "hash of 1".into(),
        name: "1".into(),
        from: day("2023-04-25"),
    }]
}

fn propose(name: &str) -> Propose {
    Propose {
        version: version(name),
        installed: installed(),
        today: day("2023-09-01"),
    }
}

fn ready() -> Readiness {
    Readiness {
        today: day("2023-09-05"),
        installed: installed(),
        valid: (day("2023-04-25"), None),
        checked: Checked::default(),
    }
}

fn approve(proposal: u32) -> Approve {
    Approve {
        proposal,
        readiness: ready(),
    }
}

fn publish(proposal: u32) -> Publish {
    Publish {
        proposal,
        from: day("2023-10-01"),
        readiness: ready(),
    }
}

fn nothing() -> Given<Versions> {
    given::<Versions>([])
}

fn proposed() -> Given<Versions> {
    nothing().and(&by(MAKER), propose("2"))
}

fn approved() -> Given<Versions> {
    proposed().and(&by(SECOND), approve(1))
}

fn published() -> Given<Versions> {
    approved().and(&by(MAKER), publish(1))
}

fn reasons() -> Reason {
    Reason::new("The police were not asked.").unwrap()
}

/// Where it can still be declined and taken back.
const OPEN: &[Standing] = &[Standing::Proposed, Standing::Approved];

fn wrong(standing: Standing, needed: &'static [Standing]) -> GovernanceRefusal {
    GovernanceRefusal::WrongProposalStanding { standing, needed }
}

#[test]
fn a_version_is_proposed_approved_by_another_and_published_for_a_day() {
    nothing()
        .when(&by(MAKER), propose("2"))
        .then(&[RulebookFact::Proposed {
            proposal: 1,
            version: Box::new(version("2")),
        }]);
    proposed()
        .when(&by(SECOND), approve(1))
        .then(&[RulebookFact::Approved { proposal: 1 }]);
    // Whoever proposed it may publish what another approved.
    let from = day("2023-10-01");
    approved()
        .when(&by(MAKER), publish(1))
        .then(&[RulebookFact::Published { proposal: 1, from }]);
    let state = published().state();
    let all: Vec<_> = state
        .published()
        .map(|(one, from)| (one.version.hash.as_str(), from))
        .collect();
    assert_eq!(all, [("hash of 2", from)]);
    assert_eq!(state.latest(&installed()), Some(("hash of 2", from)));
}

#[test]
fn before_anything_is_published_the_last_installed_version_binds_last() {
    let state = approved().state();
    assert_eq!(state.latest(&installed()), Some(("hash of 1", day("2023-04-25"))));
    assert_eq!(state.latest(&[]), None);
}

#[test]
fn nobody_decides_on_what_they_proposed_themselves() {
    let own = GovernanceRefusal::OwnProposal;
    proposed().when(&by(MAKER), approve(1)).refused(&own);
    let decline = Decline {
        proposal: 1,
        reasons: reasons(),
    };
    proposed().when(&by(MAKER), decline.clone()).refused(&own);
    proposed()
        .when(&by(SECOND), decline)
        .then(&[RulebookFact::Declined {
            proposal: 1,
            reasons: reasons(),
        }]);
}

#[test]
fn what_is_declined_or_withdrawn_goes_no_further_and_may_be_proposed_again() {
    let decline = Decline {
        proposal: 1,
        reasons: reasons(),
    };
    let declined = proposed().and(&by(SECOND), decline);
    declined
        .when(&by(SECOND), approve(1))
        .refused(&wrong(Standing::Declined, &[Standing::Proposed]));
    declined
        .when(&by(MAKER), Withdraw { proposal: 1 })
        .refused(&wrong(Standing::Declined, OPEN));
    let again = declined.and(&by(MAKER), propose("2")).state();
    assert_eq!(
        again.proposal(2).map(|one| one.standing),
        Some(Standing::Proposed)
    );

    let withdrawn = approved().and(&by(MAKER), Withdraw { proposal: 1 });
    withdrawn
        .when(&by(MAKER), publish(1))
        .refused(&wrong(Standing::Withdrawn, &[Standing::Approved]));
}

#[test]
fn who_approved_a_version_is_still_told_when_it_is_declined_or_withdrawn() {
    let decline = Decline {
        proposal: 1,
        reasons: reasons(),
    };
    let third = by(PersonId::of(4));
    let ended = |given: Given<Versions>| {
        let proposal = given.state().proposal(1).unwrap().clone();
        (proposal.standing, proposal.approved, proposal.ended)
    };
    let approved = || Some(by(SECOND));
    assert_eq!(
        ended(self::approved().and(&third, decline)),
        (Standing::Declined, approved(), Some(third.clone()))
    );
    assert_eq!(
        ended(self::approved().and(&by(MAKER), Withdraw { proposal: 1 })),
        (Standing::Withdrawn, approved(), Some(by(MAKER)))
    );
    assert_eq!(ended(published()), (Standing::Published, approved(), None));
}

#[test]
fn only_whoever_proposed_a_version_takes_it_back() {
    proposed()
        .when(&by(SECOND), Withdraw { proposal: 1 })
        .refused(&GovernanceRefusal::NotTheProposer);
    proposed()
        .when(&by(MAKER), Withdraw { proposal: 1 })
        .then(&[RulebookFact::Withdrawn { proposal: 1 }]);
    published()
        .when(&by(MAKER), Withdraw { proposal: 1 })
        .refused(&wrong(Standing::Published, OPEN));
}

#[test]
fn only_rule_makers_of_the_lead_authority_change_a_rulebook() {
    let role = GovernanceRefusal::NotYourRole {
        role: Role::Coordinator,
        allowed: RULE_MAKERS,
    };
    let lead = GovernanceRefusal::NotTheRulebooksLead {
        authority: "phnom-penh".parse().unwrap(),
    };
    for (context, expect) in [(coordinator(), &role), (elsewhere(SECOND), &lead)] {
        nothing().when(&context, propose("2")).refused(expect);
        proposed().when(&context, approve(1)).refused(expect);
        let decline = Decline {
            proposal: 1,
            reasons: reasons(),
        };
        proposed().when(&context, decline).refused(expect);
        proposed()
            .when(&context, Withdraw { proposal: 1 })
            .refused(expect);
        approved().when(&context, publish(1)).refused(expect);
    }
}

#[test]
fn a_version_is_proposed_once_under_a_name_of_its_own() {
    let taken = |version: &str| GovernanceRefusal::VersionNameTaken {
        version: version.into(),
    };
    let of_proposal = GovernanceRefusal::VersionNameProposed {
        version: "2".into(),
        proposal: 1,
    };
    let mut other = propose("2");
    other.version.hash = "another".into();
    for again in [propose("2"), other.clone()] {
        proposed().when(&by(SECOND), again).refused(&of_proposal);
    }
    published().when(&by(MAKER), other).refused(&taken("2"));
    nothing().when(&by(MAKER), propose("1")).refused(&taken("1"));
    let mut many = propose("2");
    let file = many.version.files[0].clone();
    many.version.files = vec![file; MOST_FILES + 1];
    nothing()
        .when(&by(MAKER), many)
        .refused(&GovernanceRefusal::TooManyRulebookFiles {
            most: MOST_FILES,
            given: MOST_FILES + 1,
        });
    let mut most = propose("2");
    most.version.files = vec![most.version.files[0].clone(); MOST_FILES];
    let _ = nothing().and(&by(MAKER), most);
}

#[test]
fn a_version_binds_after_the_one_before_it_and_not_before_it_was_approved_to() {
    let early = |from, earliest| GovernanceRefusal::BindsTooEarly {
        from: day(from),
        earliest: day(earliest),
    };
    let mut past = propose("2");
    past.version.from = day("2023-08-31");
    nothing()
        .when(&by(MAKER), past)
        .refused(&early("2023-08-31", "2023-09-01"));
    let mut sooner = publish(1);
    sooner.from = day("2023-09-30");
    approved()
        .when(&by(MAKER), sooner)
        .refused(&early("2023-09-30", "2023-10-01"));
    let mut late = publish(1);
    late.readiness.today = day("2023-10-05");
    approved()
        .when(&by(MAKER), late)
        .refused(&early("2023-10-01", "2023-10-05"));
    // The day after the version before it is the first.
    let mut next = propose("3");
    next.version.changes = Some("hash of 2".into());
    published()
        .when(&by(MAKER), next)
        .refused(&early("2023-10-01", "2023-10-02"));
}

#[test]
fn a_version_binds_at_most_ten_years_ahead_so_that_no_mistyped_year_closes_a_rulebook() {
    let far = |from, latest| GovernanceRefusal::BindsTooFarAhead {
        from: day(from),
        latest: day(latest),
    };
    let from = |from| {
        let mut act = propose("2");
        act.version.from = day(from);
        nothing().when(&by(MAKER), act)
    };
    for late in ["2033-09-02", "9999-12-31"] {
        from(late).refused(&far(late, "2033-09-01"));
    }
    let mut last = version("2");
    last.from = day("2033-09-01");
    from("2033-09-01").then(&[RulebookFact::Proposed {
        proposal: 1,
        version: Box::new(last),
    }]);
    let mut mistyped = publish(1);
    mistyped.from = day("3023-10-01");
    approved()
        .when(&by(MAKER), mistyped)
        .refused(&far("3023-10-01", "2033-09-05"));
    // After a version that binds from the last day that there is, none does: not on a day before it either.
    let mut after = publish(1);
    after.readiness.installed[0].from = Date::MAX;
    for (from, refused) in [
        (
            "2023-10-01",
            GovernanceRefusal::BindsTooEarly {
                from: day("2023-10-01"),
                earliest: Date::MAX,
            },
        ),
        ("9999-12-31", far("9999-12-31", "2033-09-05")),
    ] {
        after.from = day(from);
        approved().when(&by(MAKER), after.clone()).refused(&refused);
    }
}

#[test]
fn what_changes_another_version_than_the_one_that_binds_last_is_not_proposed() {
    let by_two = GovernanceRefusal::ChangedMeanwhile {
        by: "hash of 2".into(),
    };
    published().when(&by(MAKER), propose("3")).refused(&by_two);
    let mut first = propose("2");
    first.version.changes = None;
    nothing()
        .when(&by(MAKER), first)
        .refused(&GovernanceRefusal::ChangedMeanwhile {
            by: "hash of 1".into(),
        });
}

#[test]
fn nobody_decides_on_what_they_worked_on_though_a_colleague_proposed_it() {
    let mut own = propose("2");
    own.version.makers = vec![MAKER, SECOND];
    let proposed = nothing().and(&by(MAKER), own);
    proposed
        .when(&by(SECOND), approve(1))
        .refused(&GovernanceRefusal::OwnProposal);
    assert_eq!(possible(&proposed.state(), &by(SECOND), 1), []);
    let third = by(PersonId::of(4));
    proposed
        .when(&third, approve(1))
        .then(&[RulebookFact::Approved { proposal: 1 }]);
}

#[test]
fn what_is_wrong_with_a_version_is_said_whatever_its_day() {
    let mut late = publish(1);
    late.readiness.today = day("2023-10-05");
    late.readiness.checked.untested = vec![Detail::Text("authorities/7".to_owned())];
    approved()
        .when(&by(MAKER), late)
        .refused(&GovernanceRefusal::RulesUntested {
            rules: vec![Detail::Text("authorities/7".to_owned())],
        });
}

#[test]
fn the_first_day_on_which_a_version_could_be_published_is_found_or_there_is_none() {
    let state = approved().state();
    let some_day = |readiness: &Readiness| readiness.on_some_day(&state, &state.proposals[0]);
    let mut late = ready();
    late.today = day("2023-10-05");
    assert_eq!(some_day(&late), Ok(()));
    let mut later = late.clone();
    later.valid = (day("2023-11-01"), None);
    assert_eq!(some_day(&later), Ok(()));
    late.valid = (day("2023-04-25"), Some(day("2023-10-04")));
    assert_eq!(
        some_day(&late),
        Err(GovernanceRefusal::PastValidity {
            from: day("2023-10-05"),
            valid_to: day("2023-10-04"),
        })
    );
}

#[test]
fn what_could_not_be_published_is_not_approved() {
    let with = |readiness| Approve {
        proposal: 1,
        readiness,
    };
    let what = || vec![Detail::Text("something".to_owned())];
    let mut failing = ready();
    failing.checked.failing = what();
    proposed()
        .when(&by(SECOND), with(failing.clone()))
        .refused(&GovernanceRefusal::RuleTestsFail { tests: what() });
    // Who may not approve it is told so before anything of the version.
    proposed()
        .when(&by(MAKER), with(failing))
        .refused(&GovernanceRefusal::OwnProposal);
    let mut ended = ready();
    ended.valid = (day("2023-04-25"), Some(day("2023-09-30")));
    proposed()
        .when(&by(SECOND), with(ended))
        .refused(&GovernanceRefusal::PastValidity {
            from: day("2023-10-01"),
            valid_to: day("2023-09-30"),
        });
    proposed()
        .and(&by(SECOND), propose("3"))
        .and(&by(SECOND), approve(1))
        .and(&by(MAKER), publish(1))
        .when(&by(MAKER), approve(2))
        .refused(&GovernanceRefusal::ChangedMeanwhile {
            by: "hash of 2".into(),
        });
}

#[test]
fn what_was_approved_and_is_not_published_is_declined_by_a_second_person_and_frees_its_name() {
    let decline = Decline {
        proposal: 1,
        reasons: reasons(),
    };
    approved()
        .when(&by(MAKER), decline.clone())
        .refused(&GovernanceRefusal::OwnProposal);
    published()
        .when(&by(SECOND), decline.clone())
        .refused(&wrong(Standing::Published, OPEN));
    let mut other = propose("2");
    other.version.hash = "another".into();
    let _ = approved().and(&by(SECOND), decline).and(&by(MAKER), other);
}

#[test]
fn what_was_published_meanwhile_is_not_undone_unseen() {
    let both = proposed()
        .and(&by(SECOND), propose("3"))
        .and(&by(SECOND), approve(1))
        .and(&by(MAKER), approve(2))
        .and(&by(MAKER), publish(1));
    let mut second = publish(2);
    second.from = day("2023-11-01");
    both.when(&by(MAKER), second)
        .refused(&GovernanceRefusal::ChangedMeanwhile {
            by: "hash of 2".into(),
        });
}

#[test]
fn a_version_binds_only_while_it_says_that_it_holds() {
    let from = day("2023-10-01");
    let mut before = publish(1);
    before.readiness.valid = (day("2023-10-02"), None);
    approved()
        .when(&by(MAKER), before)
        .refused(&GovernanceRefusal::OutsideValidity {
            from,
            valid_from: day("2023-10-02"),
        });
    let mut after = publish(1);
    after.readiness.valid = (day("2023-04-25"), Some(day("2023-09-30")));
    approved()
        .when(&by(MAKER), after)
        .refused(&GovernanceRefusal::PastValidity {
            from,
            valid_to: day("2023-09-30"),
        });
    // Its first day and its last are days on which it holds.
    for valid in [
        (from, None),
        (from, Some(from)),
        (day("2023-04-25"), Some(from)),
        (day("2023-04-25"), Some(day("2023-10-02"))),
    ] {
        let mut within = publish(1);
        within.readiness.valid = valid;
        let _ = approved().and(&by(MAKER), within);
    }
}

#[test]
fn only_an_approved_version_without_faults_whose_rules_are_all_tested_is_published() {
    proposed()
        .when(&by(MAKER), publish(1))
        .refused(&wrong(Standing::Proposed, &[Standing::Approved]));
    proposed()
        .when(&by(MAKER), publish(7))
        .refused(&GovernanceRefusal::NoSuchProposal { number: 7 });
    let what = || vec![Detail::Text("something".to_owned())];
    let rules = || vec![Detail::Text("authorities/7".to_owned())];
    let with = |faults, failing, untested| {
        let mut publish = publish(1);
        publish.readiness.checked = Checked {
            faults,
            failing,
            untested,
        };
        publish
    };
    approved()
        .when(&by(MAKER), with(what(), what(), rules()))
        .refused(&GovernanceRefusal::RulebookFaults { faults: what() });
    approved()
        .when(&by(MAKER), with(vec![], what(), rules()))
        .refused(&GovernanceRefusal::RuleTestsFail { tests: what() });
    approved()
        .when(&by(MAKER), with(vec![], vec![], rules()))
        .refused(&GovernanceRefusal::RulesUntested { rules: rules() });
}

#[test]
fn what_can_be_done_is_what_would_not_be_refused() {
    let can = |given: &Given<Versions>, person| possible(&given.state(), &by(person), 1);
    assert_eq!(can(&proposed(), MAKER), [Possible::Withdraw]);
    assert_eq!(can(&proposed(), SECOND), [Possible::Approve, Possible::Decline]);
    assert_eq!(can(&approved(), MAKER), [Possible::Publish, Possible::Withdraw]);
    assert_eq!(can(&approved(), SECOND), [Possible::Decline, Possible::Publish]);
    assert_eq!(can(&published(), MAKER), []);
    assert_eq!(possible(&proposed().state(), &coordinator(), 1), []);
}

#[test]
fn every_refusal_can_be_reached_and_has_a_name_of_its_own() {
    let proposing = |before: Given<Versions>, change: &dyn Fn(&mut Proposed)| {
        let mut act = propose("2");
        change(&mut act.version);
        before.when(&by(MAKER), act).refusal()
    };
    let publishing = |change: &dyn Fn(&mut Readiness)| {
        let mut act = publish(1);
        change(&mut act.readiness);
        approved().when(&by(MAKER), act).refusal()
    };
    let something = || vec![Detail::Text("something".to_owned())];
    let own = |person, act| proposed().when(&by(person), act).refusal();
    let all = [
        nothing().when(&coordinator(), propose("2")).refusal(),
        nothing().when(&elsewhere(MAKER), propose("2")).refusal(),
        proposing(nothing(), &|version| {
            version.files = vec![version.files[0].clone(); MOST_FILES + 1];
        }),
        proposing(nothing(), &|version| version.changes = None),
        proposing(nothing(), &|version| version.from = day("2023-08-31")),
        proposing(nothing(), &|version| version.from = day("3023-10-01")),
        proposing(proposed(), &|_| ()),
        proposing(published(), &|_| ()),
        own(SECOND, approve(7)),
        own(MAKER, approve(1)),
        proposed().when(&by(SECOND), publish(1)).refusal(),
        proposed().when(&by(SECOND), Withdraw { proposal: 1 }).refusal(),
        publishing(&|ready| ready.valid.0 = day("2023-10-02")),
        publishing(&|ready| ready.valid.1 = Some(day("2023-09-30"))),
        publishing(&|ready| ready.checked.faults = something()),
        publishing(&|ready| ready.checked.failing = something()),
        publishing(&|ready| ready.checked.untested = something()),
    ];
    let reached: BTreeSet<&str> = all.iter().map(Refusal::code).collect();
    assert_eq!(reached.len(), all.len(), "{all:?}");
    // Those of an authority's calendar are reached in `own_calendar.rs`.
    let of_calendars = [
        "not-your-calendar",
        "days-backward",
        "too-many-days",
        "day-out-of-reach",
        "nothing-changes",
        "too-many-entries",
        "no-such-entry",
        "entry-taken-back",
    ];
    let reached: BTreeSet<&str> = reached.into_iter().chain(of_calendars).collect();
    assert_eq!(reached, GovernanceRefusal::CODES.iter().copied().collect());
}

/// What a page can say of a refusal, and beside which field.
#[test]
fn a_refusal_tells_what_was_wrong_and_what_would_be_allowed() {
    let check = |refusal: GovernanceRefusal, details: &[(&str, Detail)], field: Option<&str>| {
        assert_eq!(refusal.details(), details, "{refusal:?}");
        assert_eq!(refusal.field(), field, "{refusal:?}");
    };
    let (from, other) = (day("2023-09-05"), day("2023-09-02"));
    let text = |text: &str| Detail::Text(text.to_owned());
    let number = Detail::Number;
    let (role, allowed) = (Role::Decider, RULE_MAKERS);
    check(
        GovernanceRefusal::NotYourRole { role, allowed },
        &[
            ("role", Detail::role(role)),
            ("allowed", Detail::any_role(allowed)),
        ],
        None,
    );
    let authority: act::AuthorityId = "mfaic".parse().unwrap();
    check(
        GovernanceRefusal::NotTheRulebooksLead {
            authority: authority.clone(),
        },
        &[("authority", Detail::Authority(authority))],
        None,
    );
    check(
        GovernanceRefusal::TooManyRulebookFiles { most: 2, given: 3 },
        &[("most", number(2)), ("given", number(3))],
        None,
    );
    let version = || "2".to_owned();
    check(
        GovernanceRefusal::VersionNameTaken { version: version() },
        &[("version", text("2"))],
        Some("version-name"),
    );
    check(
        GovernanceRefusal::VersionNameProposed {
            version: version(),
            proposal: 7,
        },
        &[("version", text("2")), ("proposal", number(7))],
        Some("version-name"),
    );
    check(
        GovernanceRefusal::NoSuchProposal { number: 7 },
        &[("number", number(7))],
        None,
    );
    let term = |name: &str| Detail::Term(format!("proposal-{name}"));
    let any_open = Detail::AnyOf(vec![term("proposed"), term("approved")]);
    for (standing, name) in [
        (Standing::Proposed, "proposed"),
        (Standing::Approved, "approved"),
        (Standing::Declined, "declined"),
        (Standing::Withdrawn, "withdrawn"),
        (Standing::Published, "published"),
    ] {
        let needed = OPEN;
        check(
            GovernanceRefusal::WrongProposalStanding { standing, needed },
            &[("standing", term(name)), ("needed", any_open.clone())],
            None,
        );
    }
    let by = "Rithy Sok".to_owned();
    check(
        GovernanceRefusal::ChangedMeanwhile { by },
        &[("by", text("Rithy Sok"))],
        None,
    );
    check(
        GovernanceRefusal::BindsTooEarly {
            from,
            earliest: other,
        },
        &[("from", Detail::Date(from)), ("earliest", Detail::Date(other))],
        Some("from"),
    );
    check(
        GovernanceRefusal::BindsTooFarAhead { from, latest: other },
        &[("from", Detail::Date(from)), ("latest", Detail::Date(other))],
        Some("from"),
    );
    let valid = [("from", Detail::Date(from)), ("valid", Detail::Date(other))];
    let valid_from = other;
    check(
        GovernanceRefusal::OutsideValidity { from, valid_from },
        &valid,
        Some("from"),
    );
    check(
        GovernanceRefusal::PastValidity {
            from,
            valid_to: other,
        },
        &valid,
        Some("from"),
    );
    // Of many, the first five are named.
    let many: Vec<String> = (1..=7).map(|number| number.to_string()).collect();
    let all = || many.iter().map(|one| text(one)).collect();
    let told = [
        ("count", number(7)),
        ("what", Detail::AllOf(["1", "2", "3", "4", "5"].map(text).into())),
    ];
    check(GovernanceRefusal::RulebookFaults { faults: all() }, &told, None);
    check(GovernanceRefusal::RuleTestsFail { tests: all() }, &told, None);
    check(GovernanceRefusal::RulesUntested { rules: all() }, &told, None);
    check(GovernanceRefusal::OwnProposal, &[], None);
    check(GovernanceRefusal::NotTheProposer, &[], None);
}
