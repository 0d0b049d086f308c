//! What of the rulebook's conditions an authority can set in a case: whose each is, the day that this case has for it, and what it
//! binds; and that a condition says truly which of them it was made from.

use crate::cast::*;
use crate::conditions::under;
use act::Act;
use act::scenario::{Given, given};
use clearance::{
    Application, ClearanceRefusal, Condition, ConditionTerms, InLibrary, Limit, Phase, TakenFrom,
    is_in_library, library,
};
use jiff::civil::{Date, date, time};
use rulebook::{Files, Rulebook};

pub const SETTINGS: &str = include_str!("../../../../rulebooks/kh-phnom-penh/rulebook.toml");
const TABLE: &str = include_str!("../../../../rulebooks/kh-phnom-penh/authorities.dmn");

pub fn load(settings: &str) -> Rulebook {
    Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", TABLE)],
    })
    .unwrap()
}

/// The application, bound to that version.
fn bound(rulebook: &Rulebook) -> Given<Application> {
    let mut submit = submit();
    submit.rulebook.hash = rulebook.hash().to_owned();
    given([])
        .and(&organiser(), submit)
        .and(&coordinator(), circulate())
}

/// As an authority sets it that leaves it as it stands.
fn ticked(application: &Application, one: &InLibrary<'_>) -> Condition {
    Condition {
        text: act::Text::new(one.condition.text.in_language("en")).unwrap(),
        terms: ConditionTerms {
            phase: one.phase,
            shown_by: one.shown_by,
            limit: one.limit.clone(),
            taken_from: Some(TakenFrom {
                condition: one.id.to_owned(),
                rulebook: application.rulebook.clone(),
                reworded: false,
            }),
        },
    }
}

fn one(application: &Application, rulebook: &Rulebook, of: &str, id: &str) -> Condition {
    let all = library(rulebook, application, &authority(of));
    ticked(application, all.iter().find(|one| one.id == id).unwrap())
}

#[test]
fn each_authority_is_offered_its_own_and_nobodys_by_when_they_are_kept() {
    let rulebook = load(SETTINGS);
    let application = bound(&rulebook).state();
    let ids = |of: &str| -> Vec<String> {
        let all = library(&rulebook, &application, &authority(of));
        all.iter().map(|one| one.id.to_owned()).collect()
    };
    assert_eq!(
        ids("phnom-penh"),
        [
            "insurance",
            "cordon",
            "end-of-display",
            "keep-permit",
            "sound",
            "leave-clean"
        ]
    );
    assert_eq!(
        ids("moi"),
        ["cordon", "emergency-lane", "keep-permit", "stewards"]
    );
    assert_eq!(
        ids("mond"),
        ["licensed-operator", "keep-permit", "search-for-duds"]
    );
    assert_eq!(ids("mfaic"), ["keep-permit"]);
}

#[test]
fn days_are_counted_from_the_event_in_the_authoritys_calendar() {
    let rulebook = load(SETTINGS);
    let application = bound(&rulebook).state();
    let day = |of: &str, id: &str| one(&application, &rulebook, of, id).terms.shown_by;
    // Fourteen days before Sunday the 19th; ten working days, the 9th being Independence Day; three days after it.
    assert_eq!(day("phnom-penh", "insurance"), Some(date(2023, 11, 5)));
    assert_eq!(day("mond", "licensed-operator"), Some(date(2023, 11, 3)));
    assert_eq!(day("mond", "search-for-duds"), Some(date(2023, 11, 20)));
    assert_eq!(day("phnom-penh", "leave-clean"), Some(date(2023, 11, 22)));
    assert_eq!(day("phnom-penh", "cordon"), None);
    let beyond = load(&SETTINGS.replace("days = 10, unit = \"working\"", "days = 0, unit = \"working\""));
    let application = bound(&beyond).state();
    let day = one(&application, &beyond, "mond", "licensed-operator")
        .terms
        .shown_by;
    assert_eq!(day, Some(date(2023, 11, 19)), "the day itself");
}

#[test]
fn what_it_says_it_was_made_from_is_true() {
    let rulebook = load(SETTINGS);
    let application = bound(&rulebook).state();
    let is_true =
        |of: &str, condition: &Condition| is_in_library(&rulebook, &authority(of), condition).is_ok();
    let change = |id: &str, change: &dyn Fn(&mut Condition)| {
        let mut condition = one(&application, &rulebook, "phnom-penh", id);
        change(&mut condition);
        is_true("phnom-penh", &condition)
    };
    let text = |text: &str| act::Text::new(text).unwrap();
    assert!(change("insurance", &|_| ()));
    assert!(
        !is_true("mond", &one(&application, &rulebook, "phnom-penh", "insurance")),
        "not its own"
    );
    // The day is for whoever sets it; so is what is bound, where the rulebook says so.
    assert!(change("insurance", &|one| one.terms.shown_by = None::<Date>));
    assert!(change("cordon", &|one| one.terms.limit = Some(Limit::MetresAtLeast(200))));
    assert!(!change("cordon", &|one| one.terms.limit =
        Some(Limit::StewardsAtLeast(200))));
    assert!(!change("cordon", &|one| one.terms.limit = None));
    assert!(!change("insurance", &|one| one.terms.limit =
        Some(Limit::EndsBy(time(21, 0, 0, 0)))));
    assert!(!change("insurance", &|one| one.terms.phase = Phase::After));
    // Other words are its own, and say so.
    assert!(!change("insurance", &|one| one.text = text("Insure yourselves.")));
    let reworded = |one: &mut Condition| {
        one.text = text("Insure yourselves.");
        one.terms.taken_from.as_mut().unwrap().reworded = true;
    };
    assert!(change("insurance", &reworded));
    assert!(!change("insurance", &|one| one.text = text(
        "Liability insurance is in force; its certificate is handed in. Twice."
    )));
    assert!(!change("insurance", &|one| one
        .terms
        .taken_from
        .as_mut()
        .unwrap()
        .condition = "map".into()));
    assert!(!change("insurance", &|one| one
        .terms
        .taken_from
        .as_mut()
        .unwrap()
        .rulebook = None));
    let fixed = load(&SETTINGS.replace("unit = \"m\", editable = true", "unit = \"m\""));
    let application = bound(&fixed).state();
    let mut cordon = one(&application, &fixed, "moi", "cordon");
    assert!(is_in_library(&fixed, &authority("moi"), &cordon).is_ok());
    cordon.terms.limit = Some(Limit::MetresAtLeast(200));
    let refused = is_in_library(&fixed, &authority("moi"), &cordon);
    let condition = "cordon".to_owned();
    assert_eq!(refused, Err(ClearanceRefusal::NotInLibrary { condition }));
}

/// The refusals that a condition of the rulebook can meet, each once.
pub fn refusals() -> Vec<ClearanceRefusal> {
    let rulebook = load(SETTINGS);
    let circulated = bound(&rulebook).state();
    let mut other = one(&circulated, &rulebook, "phnom-penh", "insurance");
    let taken = other.terms.taken_from.as_mut().unwrap();
    taken.rulebook.as_mut().unwrap().hash = "cd".into();
    let deciding = under("phnom-penh", vec![other]);
    vec![deciding.decide(&circulated, &decider(MUNICIPALITY)).unwrap_err()]
}

#[test]
fn no_condition_is_taken_from_another_version_and_a_permit_names_its_own_once() {
    let rulebook = load(SETTINGS);
    let circulated = bound(&rulebook);
    let insurance = one(&circulated.state(), &rulebook, "phnom-penh", "insurance");
    let condition = "insurance".to_owned();
    assert_eq!(refusals(), [ClearanceRefusal::NotInLibrary { condition }]);
    let permitted = circulated
        .and(
            &decider(MUNICIPALITY),
            under("phnom-penh", vec![insurance.clone()]),
        )
        .and(
            &decider(INTERIOR),
            under("moi", vec![Condition::plain(insurance.text.clone())]),
        )
        .and(&coordinator_later(), clearance::acts::IssuePermit)
        .state();
    let permit = permitted.permit.as_ref().unwrap();
    assert_eq!(permit.content.rulebook, permitted.rulebook);
    let conditions = permit.conditions();
    let taken = conditions[0].condition.terms.taken_from.as_ref().or(conditions[1]
        .condition
        .terms
        .taken_from
        .as_ref());
    let taken = taken.unwrap();
    assert_eq!(
        (taken.condition.as_str(), taken.rulebook.is_none()),
        ("insurance", true)
    );
}

#[test]
fn in_whatever_language_it_was_taken_it_is_one_demand() {
    let rulebook = load(SETTINGS);
    let application = bound(&rulebook).state();
    let english = one(&application, &rulebook, "moi", "cordon");
    let mut khmer = one(&application, &rulebook, "phnom-penh", "cordon");
    let words = rulebook.attachments().conditions["cordon"].text.in_language("km");
    khmer.text = act::Text::new(words).unwrap();
    assert!(english.demands_the_same(&khmer));
    khmer.terms.limit = Some(Limit::MetresAtLeast(200));
    assert!(!english.demands_the_same(&khmer));
    let mut reworded = english.clone();
    reworded.terms.taken_from.as_mut().unwrap().reworded = true;
    assert!(english.demands_the_same(&reworded), "the words are the same");
    reworded.text = act::Text::new("Far away.").unwrap();
    assert!(!english.demands_the_same(&reworded));
    assert_eq!(
        (english.library_id(), reworded.library_id()),
        (Some("cordon"), None)
    );
}
