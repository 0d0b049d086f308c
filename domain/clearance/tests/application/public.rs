//! What the public may know: never what is withheld for ever, only afterwards what is withheld until the event is over, and nothing
//! before the step from which it is told.

use crate::cast::*;
use act::scenario::{Given, given};
use act::{Context, Role};
use clearance::acts::*;
use clearance::{Application, Decision, Entry, PublicStage, Submission, Untold, veil_permits};
use rulebook::{BasisKind, Ending, Field, Publicity, Since, Value, Withheld};

/// The midnight after the event in Phnom Penh.
const OVER: &str = "2023-11-19T17:00:00Z";
const NOT_YET: &str = "2023-11-19T16:59:59Z";

fn withheld(field: Field, until_over: bool) -> Withheld {
    Withheld {
        field,
        until_over,
        rule: "withheld/1".into(),
        reason: "safety".into(),
        citation: "assumed".into(),
        kind: BasisKind::Assumption,
        link: None,
    }
}

fn publicity(from: Since, keeps: Vec<Ending>, withheld: Vec<Withheld>) -> Publicity {
    let answer = Field::Answer("attendance".into());
    Publicity {
        from,
        keeps,
        shows: Field::ALL
            .into_iter()
            .filter(|field| *field != Field::Description)
            .map(|field| (field, Since::Circulated))
            .chain([(answer, Since::Granted)])
            .collect(),
        withheld,
    }
}

fn submitted(public: Option<Publicity>) -> Given<Application> {
    let answers = [("attendance".to_owned(), Value::Number(8_000.into()))];
    let submission = Submission {
        answers: answers.into(),
        public: public.map(Box::new),
        ..submission()
    };
    let submit = Submit {
        submission,
        ..submit()
    };
    given::<Application>([]).and(&organiser(), submit)
}

fn circulated(public: Option<Publicity>) -> Given<Application> {
    submitted(public).and(&coordinator(), circulate())
}

fn permitted(public: Option<Publicity>) -> Given<Application> {
    let mut case = circulated(public);
    for (name, organisation) in [("phnom-penh", MUNICIPALITY), ("moi", INTERIOR)] {
        let decide = Decide {
            authority: authority(name),
            decision: Decision::Granted,
            reasons: None,
        };
        case = case.and(&decider(organisation), decide);
    }
    case.and(&coordinator_later(), IssuePermit)
}

fn seen(case: &Given<Application>, when: &str) -> Option<clearance::Seen> {
    Some(Entry::of(&case.state())?.seen(at(when)))
}

fn lead() -> Context {
    acting(MUNICIPALITY, Role::Coordinator, "2023-09-02T03:00:00Z")
}

#[test]
fn a_case_stands_there_from_its_step_on_and_only_as_long_as_its_rulebook_says() {
    let public = |from, keeps: &[Ending]| Some(publicity(from, keeps.to_vec(), vec![]));
    let from = |since| public(since, &[]);
    assert_eq!(seen(&submitted(from(Since::Circulated)), NOT_YET), None);
    assert!(seen(&submitted(from(Since::Submitted)), NOT_YET).is_some());
    assert_eq!(seen(&circulated(from(Since::Granted)), NOT_YET), None);
    let reviewed = seen(&circulated(from(Since::Circulated)), NOT_YET).unwrap();
    assert_eq!(reviewed.stage, PublicStage::InReview);
    assert_eq!(reviewed.told.authorities.as_ref().map(Vec::len), Some(3));
    // Without a word on it permits are public, and nothing else.
    assert_eq!(seen(&circulated(None), OVER), None);
    let permit = seen(&permitted(None), NOT_YET).unwrap();
    assert_eq!((permit.stage, permit.untold.len()), (PublicStage::Permitted, 0));
    // Whom a permit names it always told; who was asked beside them it did not.
    let named = permit.told.authorities.unwrap();
    let named: Vec<&str> = named.iter().map(|one| one.authority.as_str()).collect();
    assert_eq!(named, ["phnom-penh", "moi"]);
    for (keeps, stays) in [(&[][..], false), (&[Ending::Withdrawn][..], true)] {
        let case = circulated(public(Since::Circulated, keeps));
        let case = case.and(&organiser(), Withdraw { reasons: None });
        assert_eq!(seen(&case, NOT_YET).is_some(), stays, "{keeps:?}");
    }
    // A permit that was taken back is told, whatever is kept of others.
    let revoked = permitted(None).and(
        &lead(),
        RevokePermit {
            reasons: reason("The barge sank."),
        },
    );
    assert_eq!(seen(&revoked, NOT_YET).unwrap().stage, PublicStage::Revoked);
}

#[test]
fn a_field_is_told_from_its_own_step_and_until_then_it_is_said_when() {
    let public = || Some(publicity(Since::Circulated, vec![], vec![]));
    let answer = Field::Answer("attendance".into());
    let reviewed = seen(&circulated(public()), NOT_YET).unwrap();
    assert!(reviewed.told.answers.is_empty());
    let later = Untold::Later {
        field: answer.clone(),
        since: Since::Granted,
    };
    assert_eq!(reviewed.untold, [later]);
    let permit = seen(&permitted(public()), NOT_YET).unwrap();
    assert!(permit.told.answers.contains_key("attendance") && permit.untold.is_empty());
}

#[test]
fn what_is_withheld_for_ever_stands_in_no_row_and_what_is_until_then_is_read_from_then_on() {
    let rules = vec![
        withheld(Field::Place, true),
        withheld(Field::Hours, true),
        withheld(Field::Organisers, false),
        // What one rule withholds for ever another does not tell afterwards.
        withheld(Field::Title, true),
        withheld(Field::Title, false),
    ];
    for case in [circulated, permitted] {
        let case = case(Some(publicity(Since::Circulated, vec![], rules.clone())));
        let entry = Entry::of(&case.state()).unwrap();
        let row = serde_json::to_string(&entry).unwrap();
        for never in ["Lantern night", "The association", "The embassy"] {
            assert!(!row.contains(never), "{row}");
        }
        let before = seen(&case, NOT_YET).unwrap();
        let told = &before.told;
        assert_eq!((&told.place, told.hours, &told.title), (&None, None, &None));
        let hidden: Vec<&Field> = before.untold.iter().map(Untold::field).collect();
        let expect = [&Field::Title, &Field::Place, &Field::Hours, &Field::Organisers];
        assert!(expect.iter().all(|field| hidden.contains(field)), "{hidden:?}");
        let after = seen(&case, OVER).unwrap();
        assert!(after.is_over && after.told.hours.is_some());
        assert_eq!(after.told.place, Some(title("The quay")));
        assert_eq!((&after.told.title, &after.told.organisers), (&None, &None));
        assert!(after.untold(&Field::Place).is_none() && after.untold(&Field::Title).is_some());
    }
}

#[test]
fn how_often_a_permit_changed_follows_from_its_facts_and_never_falls() {
    let rules = || vec![withheld(Field::Place, true)];
    let case = permitted(Some(publicity(Since::Circulated, vec![], rules())));
    let changed = |case: &Given<Application>, when: &str| seen(case, when).unwrap().changed;
    let issued = changed(&case, NOT_YET).unwrap();
    assert_eq!(issued.times, 1);
    assert_eq!(
        changed(&case, "2023-10-01T00:00:00Z"),
        Some(issued),
        "by no clock"
    );
    let told = changed(&case, OVER).unwrap();
    assert_eq!((told.times, told.at), (2, at(OVER)));
    let suspend = SuspendPermit {
        reasons: reason("High water."),
        until: None,
    };
    let stopped = case.and(&lead(), suspend);
    let stop = changed(&stopped, NOT_YET).unwrap();
    assert_eq!((stop.times, stop.at), (2, lead().at));
    let revoke = RevokePermit {
        reasons: reason("The barge sank."),
    };
    let revoked = changed(&stopped.and(&lead(), revoke), NOT_YET).unwrap();
    assert!(revoked.times > stop.times);
    assert_eq!(
        changed(
            &circulated(Some(publicity(Since::Circulated, vec![], rules()))),
            OVER
        ),
        None
    );
}

#[test]
fn conditions_are_withheld_with_the_authorities_whose_they_are_and_it_is_said() {
    for (rules, told_afterwards) in [
        (vec![withheld(Field::Authorities, true)], true),
        (vec![withheld(Field::Authorities, false)], false),
        (
            vec![
                withheld(Field::Authorities, false),
                withheld(Field::Conditions, true),
            ],
            false,
        ),
    ] {
        let case = permitted(Some(publicity(Since::Circulated, vec![], rules)));
        let before = seen(&case, NOT_YET).unwrap();
        assert_eq!(before.told.conditions, None);
        assert!(before.untold(&Field::Conditions).is_some());
        let after = seen(&case, OVER).unwrap();
        assert_eq!(after.told.conditions.is_some(), told_afterwards);
        assert_eq!(after.untold(&Field::Conditions).is_none(), told_afterwards);
        let mut veiled = case.state();
        let untold = veil_permits(&mut veiled, at(NOT_YET));
        let of_permit = untold.iter().any(|one| *one.field() == Field::Conditions);
        assert!(of_permit, "{untold:?}");
    }
}

#[test]
fn who_is_not_told_the_conditions_is_not_told_that_they_were_changed() {
    let rules = vec![withheld(Field::Conditions, true)];
    let mut case = permitted(Some(publicity(Since::Circulated, vec![], rules))).state();
    let permit = case.permit.as_mut().unwrap();
    permit.content.decisions[0].revised = Some(at("2023-09-05T03:00:00Z"));
    assert_eq!(veil_permits(&mut case, at(NOT_YET)).len(), 1);
    let decisions = case.permit.unwrap().content.decisions;
    assert!(!decisions.is_empty());
    assert!(decisions.iter().all(|one| one.revised.is_none()), "{decisions:?}");
}

#[test]
fn a_permit_is_veiled_field_by_field_and_whole_once_it_may_be() {
    let fields = Field::ALL
        .into_iter()
        .filter(|field| *field != Field::Description);
    let rules: Vec<Withheld> = fields.map(|field| withheld(field, true)).collect();
    let case = permitted(Some(publicity(Since::Circulated, vec![], rules.clone())));
    let whole = case.state();
    let mut veiled = whole.clone();
    assert_eq!(veil_permits(&mut veiled, at(NOT_YET)).len(), rules.len());
    let left = serde_json::to_string(&veiled).unwrap();
    for hidden in [
        "Lantern night",
        "The quay",
        "Ten minutes",
        "18:00",
        "The association",
        "The embassy",
        "\"moi\"",
        "8000",
    ] {
        assert!(
            serde_json::to_string(&whole).unwrap().contains(hidden),
            "{hidden}"
        );
        assert!(!left.contains(hidden), "{hidden}: {left}");
    }
    let mut afterwards = whole.clone();
    assert_eq!(veil_permits(&mut afterwards, at(OVER)), []);
    assert_eq!(afterwards, whole);
    // Of one that nothing is withheld of nothing is taken away, either.
    let plain = permitted(None).state();
    let mut same = plain.clone();
    assert_eq!(veil_permits(&mut same, at(NOT_YET)), []);
    assert_eq!(same, plain);
}

/// Every choice of fields, each until the event is over or for ever: what is withheld stands neither in what is read nor in a veiled
/// permit, whatever else is told.
#[test]
fn of_every_choice_of_fields_what_is_withheld_is_read_nowhere() {
    let words = [
        (Field::Title, "Lantern night"),
        (Field::Place, "The quay"),
        (Field::Hours, "18:00"),
        (Field::Organisers, "The association"),
        (Field::Authorities, "\"moi\""),
    ];
    for choice in 0..3_usize.pow(5) {
        let term = |at: u32| choice / 3_usize.pow(at) % 3;
        let terms = || words.iter().zip((0..5).map(term));
        let rules = terms().filter(|(_, term)| *term > 0);
        let rules = rules
            .map(|((field, _), term)| withheld(field.clone(), term == 1))
            .collect();
        let case = permitted(Some(publicity(Since::Circulated, vec![], rules)));
        for (when, is_over) in [(NOT_YET, false), (OVER, true)] {
            let entry = serde_json::to_string(&seen(&case, when).unwrap().told).unwrap();
            let mut veiled = case.state();
            let untold = veil_permits(&mut veiled, at(when));
            let permit = serde_json::to_string(&veiled).unwrap();
            for ((field, words), term) in terms() {
                let told = term == 0 || term == 1 && is_over;
                assert_eq!(entry.contains(words), told, "{words}, {choice}: {entry}");
                assert_eq!(permit.contains(words), told, "{words}, {choice}: {permit}");
                assert_eq!(untold.iter().any(|one| one.field() == field), !told);
            }
        }
    }
}
