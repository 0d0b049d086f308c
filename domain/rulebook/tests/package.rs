//! What a rulebook says beside whom to ask: where it holds, who the authorities are, and what its rules attach.

use rulebook::diff;
use rulebook::{
    Answers, BoundValue, Evaluation, Files, LeadTime, LoadFault, Measure, PeriodUnit, Rulebook, Value,
};

const SETTINGS: &str = r#"
format = "placet-rulebook/1"
id = "test-town"
version = "1"
title = { en = "Test" }
reference_prefix = "TST"
jurisdiction = { country = "GB", subdivision = "ENG" }
valid_from = 2020-01-01
languages = ["en"]
timezone = "Europe/London"
lead = "town"
dmn = "authorities.dmn"
decision = "who"

[[input]]
id = "shell"
type = "number"
unit = "mm"
required = false
question = { en = "How large is the largest shell?" }

[[authority]]
id = "town"
name = { en = "Town" }
short = { en = "Town" }
competence = "competent"
calendar = "kh"
silence = "nothing"
period = { days = 10, unit = "working" }
period_basis = { kind = "assumption", citation = "assumed" }
deputies = ["Deputy mayor"]
sealed_readers = ["town"]
law = "https://example.org/act"
[authority.address]
post = "1 High Street"
email = "events@example.org"
phone = "+44 20 0000 0000"
web = "https://example.org"

[reason.any]
en = "Always."

[document.map]
label = { en = "A map" }
help = { en = "With the place marked." }
basis = { kind = "law", citation = "Act 1, s. 2" }
[document.insurance]
label = { en = "Proof of insurance" }
basis = { kind = "practice", citation = "asked for by telephone" }

[fee.licence]
label = { en = "Licence" }
amount = "21.50"
currency = "GBP"
per = "application"
basis = { kind = "regulation", citation = "Regulations 2005, Schedule 2" }

[condition.stewards]
text = { en = "Two stewards stand at the gate." }
phase = "during"
proof = true
basis = { kind = "practice", citation = "as usual" }

[lead_time.short]
days = 10
unit = "working"
basis = { kind = "law", citation = "Act 1, s. 3" }
[lead_time.clear]
days = 10
unit = "working"
clear = true
basis = { kind = "law", citation = "Act 1, s. 4" }

[distance.shells]
input = "shell"
rows = [{ up_to = 75, metres = 64 }, { up_to = 100.5, metres = 90 }]
basis = { kind = "practice", citation = "The makers' handbook" }
"#;

const COLUMNS: [&str; 10] = [
    "reason",
    "citation",
    "kind",
    "link",
    "note",
    "documents",
    "fees",
    "conditions",
    "lead_time",
    "distance",
];

/// What the annotations of a row say, in the order of the columns behind `kind`.
type Notes<'a> = [&'a str; 7];

const FULL: Notes<'_> = [
    "https://example.org/act#s2",
    "as amended",
    "map, insurance",
    "licence",
    "stewards",
    "short",
    "shells",
];
const NONE: Notes<'_> = [""; 7];

fn table(rows: &[Notes<'_>]) -> String {
    let cell = |tag: &str, text: &str| format!("<{tag}><text>{text}</text></{tag}>");
    let columns: String = COLUMNS
        .iter()
        .map(|name| format!("<annotation name=\"{name}\"/>"))
        .collect();
    let rule = |notes: &Notes<'_>| {
        let fixed = ["any", "Act 1", "law"];
        let notes = fixed
            .iter()
            .chain(notes)
            .map(|text| cell("annotationEntry", text));
        let (test, answer) = (cell("inputEntry", "-"), cell("outputEntry", "\"town\""));
        format!("<rule>{test}{answer}{}</rule>\n", notes.collect::<String>())
    };
    format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:d\">\n\
         <inputData id=\"i1\" name=\"shell\"/>\n\
         <decision id=\"who\" name=\"Who\"><informationRequirement><requiredInput href=\"#i1\"/></informationRequirement>\n\
         <decisionTable hitPolicy=\"COLLECT\"><input><inputExpression><text>shell</text></inputExpression></input>\n\
         <output name=\"authority\"/>{columns}\n{}</decisionTable></decision></definitions>",
        rows.iter().map(rule).collect::<String>()
    )
}

fn load(settings: &str, rows: &[Notes<'_>]) -> Result<Rulebook, Vec<LoadFault>> {
    let table = table(rows);
    let files = Files {
        rulebook_toml: ("rulebook.toml", settings),
        dmn: vec![("authorities.dmn", &table)],
    };
    Rulebook::load(&files).map_err(|error| error.faults)
}

fn evaluate(rows: &[Notes<'_>], shell: i64) -> Evaluation {
    let answers = Answers::from([("shell".to_owned(), Value::Number(shell.into()))]);
    load(SETTINGS, rows).unwrap().evaluate(&answers).unwrap()
}

#[test]
fn what_the_rules_attach_is_answered_once_each_with_the_longest_lead_time() {
    let more = ["", "", "insurance", "", "", "clear", "shells"];
    let evaluation = evaluate(&[FULL, more, NONE], 75);
    let required = &evaluation.authorities[0];
    assert_eq!(required.documents, ["map", "insurance"]);
    assert_eq!(
        (required.fees.join(","), required.conditions.join(",")),
        ("licence".into(), "stewards".into())
    );
    let lead = required
        .lead_time
        .as_ref()
        .map(|lead: &LeadTime| (lead.days, lead.unit, lead.clear));
    assert_eq!(lead, Some((10, PeriodUnit::Working, true)));
    let metres = |evaluation: &Evaluation| {
        let distance = &evaluation.authorities[0].distances[0];
        (
            distance.id.clone(),
            distance.metres.map(|metres| metres.to_string()),
        )
    };
    assert_eq!(metres(&evaluation), ("shells".into(), Some("64".into())));
    assert_eq!(
        metres(&evaluate(&[FULL], 76)),
        ("shells".into(), Some("90".into()))
    );
    assert_eq!(metres(&evaluate(&[FULL], 101)), ("shells".into(), None));
    let fired = &required.fired[0];
    assert_eq!(fired.link.as_deref(), Some("https://example.org/act#s2"));
    assert_eq!(fired.note.as_deref(), Some("as amended"));
}

#[test]
fn an_evaluation_that_attaches_nothing_is_written_as_it_always_was() {
    let evaluation = evaluate(&[NONE], 1);
    let json = serde_json::to_string(&evaluation).unwrap();
    assert_eq!(
        json,
        r#"{"authorities":[{"authority":"town","period":{"days":10,"unit":"working"},"period_basis":{"kind":"assumption","citation":"assumed"},"fired":[{"table":"who","rule":1,"id":"who/1","reason":"any","citation":"Act 1","kind":"law","inputs":[]}]}]}"#
    );
    assert_eq!(serde_json::from_str::<Evaluation>(&json).unwrap(), evaluation);
    let full = evaluate(&[FULL], 1);
    let json = serde_json::to_string(&full).unwrap();
    assert_eq!(serde_json::from_str::<Evaluation>(&json).unwrap(), full);
}

#[test]
fn who_an_authority_is_and_where_the_rulebook_holds_is_known() {
    let rulebook = load(SETTINGS, &[FULL]).unwrap();
    let place = rulebook.jurisdiction().unwrap();
    assert_eq!(
        (place.country.as_str(), place.subdivision.as_deref()),
        ("GB", Some("ENG"))
    );
    let town = rulebook.authority("town").unwrap();
    let address = town.address.as_ref().unwrap();
    assert_eq!(address.email.as_deref(), Some("events@example.org"));
    assert_eq!(
        (town.deputies.as_slice(), town.law.is_some()),
        (["Deputy mayor".to_owned()].as_slice(), true)
    );
    let attachments = rulebook.attachments();
    assert_eq!(attachments.documents["map"].label.in_language("en"), "A map");
    assert_eq!(attachments.fees["licence"].amount.to_string(), "21.50");
    assert!(attachments.conditions["stewards"].proof && attachments.lead_times["clear"].clear);
}

#[test]
fn every_new_key_is_checked_with_its_place() {
    let check = |from: &str, to: &str, key: &str| {
        assert!(SETTINGS.contains(from), "{from}");
        let faults = load(&SETTINGS.replacen(from, to, 1), &[FULL]).unwrap_err();
        let found = faults.iter().any(|fault| {
            let unplaced = key.is_empty() && fault.line.is_some();
            (unplaced || fault.column.as_deref() == Some(key))
                && !fault.what.english().is_empty()
                && !fault.todo.english().is_empty()
        });
        assert!(found, "{to}: {faults:#?}");
    };
    check(
        "country = \"GB\"",
        "country = \"England\"",
        "jurisdiction.country",
    );
    check("\"ENG\"", "\"GB-ENG\"", "jurisdiction.subdivision");
    check(
        "events@example.org",
        "events at example",
        "authority.town.address.email",
    );
    check("web = \"https:", "web = \"http:", "authority.town.address.web");
    check("post = ", "fax = ", "");
    check("1 High Street", "", "authority.town.address.post");
    check("\"Deputy mayor\"", "\"\"", "authority.town.deputies");
    check("[\"town\"]", "[\"city\"]", "authority.town.sealed_readers");
    check("law = \"https:", "law = \"ftp:", "authority.town.law");
    check(
        "label = { en = \"A map\" }",
        "label = { km = \"A map\" }",
        "document.map.label",
    );
    check("Act 1, s. 2", "", "document.map.basis.citation");
    check("[document.map]", "[document.Map]", "document.Map");
    check("21.50", "21,5", "fee.licence.amount");
    check("21.50", "-1", "fee.licence.amount");
    check("GBP", "pounds", "fee.licence.currency");
    check("\"application\"", "\"month\"", "");
    check("\"during\"", "\"later\"", "");
    check(
        "Two stewards stand at the gate.",
        "",
        "condition.stewards.text.en",
    );
    check(
        "days = 10\nunit = \"working\"\nbasis",
        "days = 0\nunit = \"working\"\nbasis",
        "lead_time.short",
    );
    check("input = \"shell\"", "input = \"shells\"", "distance.shells.input");
    check("up_to = 75", "up_to = 200", "distance.shells.rows");
    check("metres = 64", "metres = 100", "distance.shells.rows");
    check("metres = 64", "metres = -64", "distance.shells.rows");
    check("metres = 64", "metres = \"64\"", "distance.shells.rows.metres");
}

#[test]
fn every_new_column_is_checked_with_its_row() {
    let check = |at: usize, text: &str, column: &str| {
        let mut notes = FULL;
        notes[at] = text;
        let faults = load(SETTINGS, &[NONE, notes]).unwrap_err();
        let place = (faults[0].row, faults[0].column.as_deref());
        assert_eq!(
            (faults.len(), place),
            (1, (Some(2), Some(column))),
            "{text}: {faults:#?}"
        );
    };
    let long = "x".repeat(501);
    check(0, "act", "link");
    check(1, &long, "note");
    check(2, "map, plan", "documents");
    check(2, "map,", "documents");
    check(2, "map, map", "documents");
    check(3, "licences", "fees");
    check(4, "map", "conditions");
    check(5, "long", "lead_time");
    check(6, "shell", "distance");
}

#[test]
fn what_nobody_attaches_is_noted_and_what_changes_is_told() {
    let older = load(SETTINGS, &[FULL]).unwrap();
    let unused: Vec<String> = older
        .lint(None)
        .findings
        .iter()
        .filter(|one| one.kind.name() == "unused-attachment")
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        unused,
        ["note: lead_time.clear: no rule attaches the lead_time clear. Name it in a rule, or take it out."]
    );
    let changed = SETTINGS
        .replace("21.50", "23")
        .replace("metres = 64", "metres = 70");
    let mut notes = FULL;
    notes[2] = "map";
    let newer = load(&changed, &[notes]).unwrap();
    let said: Vec<String> = diff::between(&older, &newer)
        .iter()
        .map(|one| one.in_english(&older, &newer))
        .collect();
    assert_eq!(
        said,
        [
            "fee licence: amount 21.5 GBP \u{2192} 23 GBP",
            "distance shells: rows up to 75: 64 m; up to 100.5: 90 m \u{2192} up to 75: 70 m; up to 100.5: 90 m",
            "rule 1: documents map, insurance \u{2192} map",
        ]
    );
}

#[test]
fn what_if_tells_other_documents_fees_and_lead_times() {
    use rulebook::whatif::{AttachedKind, WhatIf};
    let case = Answers::from([("shell".to_owned(), Value::Number(75.into()))]);
    let told = |from: (&str, Notes<'_>), to: (&str, Notes<'_>)| -> Vec<(AttachedKind, String)> {
        let (old, new) = (load(from.0, &[from.1]).unwrap(), load(to.0, &[to.1]).unwrap());
        let report = WhatIf::new(&old, &new).run(std::slice::from_ref(&case), 1);
        let totals = report.totals();
        let changes = report.changes.into_iter().flat_map(|change| change.attached);
        let said = changes.map(|one| {
            let text = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
            (
                one.kind,
                format!("{}: {} > {}", one.id, text(one.before), text(one.after)),
            )
        });
        let said: Vec<(AttachedKind, String)> = said.collect();
        let count = |kind| usize::from(said.iter().any(|(own, _)| *own == kind));
        assert_eq!(totals.changed, usize::from(!said.is_empty()));
        assert_eq!(totals.documents, count(AttachedKind::Document));
        assert_eq!(totals.fees, count(AttachedKind::Fee));
        assert_eq!(totals.lead_times, count(AttachedKind::LeadTime));
        said
    };
    assert_eq!(told((SETTINGS, FULL), (SETTINGS, FULL)), vec![]);
    let (mut fewer, mut clear) = (FULL, FULL);
    (fewer[2], clear[5]) = ("map", "clear");
    assert_eq!(
        told((SETTINGS, FULL), (SETTINGS, fewer)),
        [(AttachedKind::Document, "insurance: insurance > none".to_owned())]
    );
    assert_eq!(
        told((SETTINGS, fewer), (SETTINGS, FULL)),
        [(AttachedKind::Document, "insurance: none > insurance".to_owned())]
    );
    let lead = "town: 10 working days > 10 working days clear".to_owned();
    assert_eq!(
        told((SETTINGS, FULL), (SETTINGS, clear)),
        [(AttachedKind::LeadTime, lead)]
    );
    // One that says the same under another name is no other.
    let renamed = SETTINGS.replacen("[lead_time.short]", "[lead_time.plain]", 1);
    let mut plain = FULL;
    plain[5] = "plain";
    assert_eq!(told((SETTINGS, FULL), (&renamed, plain)), []);
    let dearer = SETTINGS.replace("21.50", "30");
    let fee = "licence: 21.5 GBP per application > 30 GBP per application".to_owned();
    assert_eq!(
        told((SETTINGS, FULL), (&dearer, FULL)),
        [(AttachedKind::Fee, fee)]
    );
    let nothing = told((SETTINGS, FULL), (SETTINGS, NONE));
    assert_eq!(nothing.len(), 4, "{nothing:?}");
}

#[test]
fn a_question_that_only_a_safety_distance_reads_is_not_advised_away() {
    let advised = |row: Notes<'_>| {
        let findings = load(SETTINGS, &[row]).unwrap().lint(None).findings;
        findings
            .iter()
            .any(|finding| finding.kind.name() == "untested-input")
    };
    assert!(!advised(FULL));
    assert!(advised(NONE));
}

#[test]
fn what_a_condition_is_shown_by_and_binds_is_read_and_checked_with_its_place() {
    let with = |keys: &str| {
        let condition = format!("[condition.stewards]\n{keys}\n");
        assert!(SETTINGS.contains("[condition.stewards]\n"));
        SETTINGS.replacen("[condition.stewards]\n", &condition, 1)
    };
    let stands =
        |keys: &str| load(&with(keys), &[FULL]).unwrap().attachments().conditions["stewards"].clone();
    let at_least = stands(
        "authorities = [\"town\"]\nlimit = { measure = \"stewards-at-least\", value = 40, unit = \"persons\", editable = true }",
    );
    assert_eq!(at_least.authorities, ["town"]);
    let limit = at_least.limit.unwrap();
    assert_eq!(
        (limit.measure, limit.value, limit.editable),
        (Measure::StewardsAtLeast, Some(BoundValue::Number(40)), true)
    );
    let by = stands("limit = { measure = \"ends-by\", value = \"21:30\" }")
        .limit
        .unwrap();
    assert_eq!(by.value, Some(BoundValue::Time(jiff::civil::time(21, 30, 0, 0))));
    let open = stands("limit = { measure = \"place\", editable = true }")
        .limit
        .unwrap();
    assert_eq!((open.value, open.editable), (None, true));
    let after = with("shown_by = { days = 3, unit = \"calendar\" }").replacen("\"during\"", "\"after\"", 1);
    let after = load(&after, &[FULL]).unwrap();
    let day = after.attachments().conditions["stewards"].shown_by.unwrap();
    assert_eq!((day.days, day.unit), (3, PeriodUnit::Calendar));

    for (keys, key) in [
        ("authorities = [\"city\"]", "authorities"),
        ("authorities = [\"town\", \"town\"]", "authorities"),
        ("shown_by = { days = 3, unit = \"calendar\" }", "shown_by"),
        ("limit = { measure = \"smell\", value = 3 }", "limit.measure"),
        (
            "limit = { measure = \"sound-at-most\", value = 85 }",
            "limit.unit",
        ),
        (
            "limit = { measure = \"metres-at-least\", value = 85, unit = \"ft\" }",
            "limit.unit",
        ),
        (
            "limit = { measure = \"ends-by\", value = \"21:00\", unit = \"h\" }",
            "limit.unit",
        ),
        (
            "limit = { measure = \"ends-by\", value = \"nine\" }",
            "limit.value",
        ),
        (
            "limit = { measure = \"people-at-most\", value = \"9\", unit = \"persons\" }",
            "limit.value",
        ),
        (
            "limit = { measure = \"people-at-most\", value = -9, unit = \"persons\" }",
            "limit.value",
        ),
        ("limit = { measure = \"ends-by\" }", "limit"),
    ] {
        let faults = load(&with(keys), &[FULL]).unwrap_err();
        let key = format!("condition.stewards.{key}");
        let found = faults
            .iter()
            .any(|fault| fault.column.as_deref() == Some(key.as_str()));
        assert!(found, "{keys}: {faults:#?}");
    }
    for days in ["days = 367, unit = \"calendar\"", "days = 3, unit = \"month\""] {
        let text = with(&format!("shown_by = {{ {days} }}")).replacen("\"during\"", "\"before\"", 1);
        let faults = load(&text, &[FULL]).unwrap_err();
        let found = faults
            .iter()
            .any(|fault| fault.column.as_deref() == Some("condition.stewards.shown_by"));
        assert!(found, "{days}: {faults:#?}");
    }
}

#[test]
fn a_condition_is_its_authoritys_its_rules_or_anybodys() {
    let ids = |settings: &str, notes: &[Notes<'_>]| -> Vec<String> {
        let rulebook = load(settings, notes).unwrap();
        rulebook.library("town").map(|(id, _)| id.to_owned()).collect()
    };
    assert_eq!(ids(SETTINGS, &[FULL]), ["stewards"], "a rule brings it along");
    assert_eq!(ids(SETTINGS, &[NONE]), ["stewards"], "it is nobody's");
    let rulebook = load(SETTINGS, &[NONE]).unwrap();
    assert_eq!(rulebook.library("no-such").count(), 1);
    assert_eq!(load(SETTINGS, &[FULL]).unwrap().library("no-such").count(), 0);
    let own = SETTINGS.replacen(
        "[condition.stewards]\n",
        "[condition.stewards]\nauthorities = [\"town\"]\n",
        1,
    );
    let rulebook = load(&own, &[NONE]).unwrap();
    assert_eq!(
        (
            rulebook.library("town").count(),
            rulebook.library("no-such").count()
        ),
        (1, 0)
    );
}
