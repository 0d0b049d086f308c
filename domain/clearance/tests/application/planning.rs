//! From a rulebook's answer to who is asked: nobody is left out because something could not be worked out.

use act::{OrganisationId, Refusal};
use clearance::{ClearanceRefusal, asked, plan};
use jiff::civil::{Date, date};
use rulebook::{Case, Files, Rulebook};
use std::collections::BTreeMap;

const SETTINGS: &str = include_str!("../../../../rulebooks/kh-phnom-penh/rulebook.toml");
const TABLE: &str = include_str!("../../../../rulebooks/kh-phnom-penh/authorities.dmn");
const ANNIVERSARY: &str = include_str!("../../../../examples/anniversary.toml");
const DAY: Date = date(2023, 11, 19);

fn rulebook(hit_policy: &str) -> Rulebook {
    let policy = format!("hitPolicy=\"{hit_policy}\"");
    let table = TABLE.replace("hitPolicy=\"COLLECT\"", &policy);
    Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", SETTINGS),
        dmn: vec![("authorities.dmn", &table)],
    })
    .unwrap()
}

fn anniversary(rulebook: &Rulebook) -> Case {
    Case::parse("anniversary.toml", ANNIVERSARY, rulebook).unwrap()
}

/// Organisations for these authorities.
fn set_up(authorities: &[&str]) -> BTreeMap<act::AuthorityId, OrganisationId> {
    let numbered = (1..).zip(authorities);
    numbered
        .map(|(number, id)| (id.parse().unwrap(), OrganisationId::of(number)))
        .collect()
}

/// What is refused where an authority is set up as no organisation, where a calendar ends, where two rules answer, and
/// where the rulebook cannot be applied at all.
pub fn refusals() -> [ClearanceRefusal; 4] {
    let collected = rulebook("COLLECT");
    let case = anniversary(&collected);
    let some = set_up(&["mfaic", "moi", "phnom-penh"]);
    let unasked = [("shoe_size".to_owned(), rulebook::Value::Boolean(true))];
    [
        plan(&collected, &case.answers, &some).unwrap_err(),
        asked(&collected, &case.answers, date(2062, 11, 19), &BTreeMap::new()).unwrap_err(),
        asked(&rulebook("UNIQUE"), &case.answers, DAY, &BTreeMap::new()).unwrap_err(),
        asked(&collected, &unasked.into(), DAY, &BTreeMap::new()).unwrap_err(),
    ]
}

#[test]
fn each_refusal_says_what_is_missing() {
    let [organisation, calendar, conflict, _] = refusals();
    let authority = "mond".parse().unwrap();
    assert_eq!(organisation, ClearanceRefusal::NoOrganisation { authority });
    let ClearanceRefusal::CalendarEnds {
        date: day, from, to, ..
    } = &calendar
    else {
        panic!("{calendar:?}")
    };
    assert!(from < to && to < day, "{calendar:?}");
    assert_eq!(calendar.field(), Some("date"));
    let ClearanceRefusal::RulesConflict(first, second) = &conflict else {
        panic!("{conflict:?}")
    };
    assert_ne!(first, second);
}

#[test]
fn those_who_are_asked_are_those_to_whom_it_is_referred() {
    let rulebook = rulebook("COLLECT");
    let case = anniversary(&rulebook);
    let asked = asked(&rulebook, &case.answers, DAY, &BTreeMap::new()).unwrap();
    let all = set_up(&["mfaic", "mond", "moi", "phnom-penh"]);
    let planned = plan(&rulebook, &case.answers, &all).unwrap();
    let asked: Vec<_> = asked.iter().map(|one| one.required.authority.as_str()).collect();
    let planned: Vec<_> = planned.iter().map(|one| one.authority.as_str()).collect();
    assert_eq!((asked.len(), asked), (4, planned));
}

#[test]
fn a_lead_time_that_a_rule_gives_is_kept_by_that_authority_alone() {
    let settings = format!(
        "{SETTINGS}\n[lead_time.sixty]\ndays = 60\nunit = \"calendar\"\nclear = true\nbasis = {{ kind = \"law\", citation = \"Act 1\" }}\n"
    );
    let column = "<annotation name=\"period\" />";
    let table = TABLE.replacen(column, &format!("{column}<annotation name=\"lead_time\" />"), 1);
    let (before, rest) = table.split_once("<rule id=\"rule_8\">").unwrap();
    let own = rest.replacen(
        "</rule>",
        "<annotationEntry><text>sixty</text></annotationEntry></rule>",
        1,
    );
    let changed = Rulebook::load(&Files {
        rulebook_toml: ("rulebook.toml", &settings),
        dmn: vec![("authorities.dmn", &format!("{before}<rule id=\"rule_8\">{own}"))],
    })
    .unwrap();
    let days = |rulebook: &Rulebook| -> Vec<(String, Date)> {
        let case = anniversary(rulebook);
        let asked = asked(rulebook, &case.answers, DAY, &BTreeMap::new()).unwrap();
        let days = asked.into_iter();
        days.map(|one| (one.required.authority, one.schedule.latest_filing))
            .collect()
    };
    let mut expect = days(&rulebook("COLLECT"));
    let interior = expect
        .iter_mut()
        .find(|(authority, _)| authority == "moi")
        .unwrap();
    assert!(interior.1 > date(2023, 9, 19));
    interior.1 = date(2023, 9, 19);
    assert_eq!(days(&changed), expect);
}
