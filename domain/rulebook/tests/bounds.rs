//! What grows beyond all bounds is given up in time, and said to be. The table is one of guests who are seated: it has a rule for
//! any two guests on one seat, so that what no rule catches is everybody on a seat of their own. Whether there is such a seating
//! is plain to see, and not to be found but by trying nearly all.

use rulebook::lint::{Exactness, FindingKind, Report};
use rulebook::questions::Questions;
use rulebook::{Answers, Files, Rulebook, Value};
use std::collections::BTreeSet;
use std::fmt::Write;

/// A row: the test of each guest's seat, and that of the music.
type Row = Vec<String>;

fn row(guests: usize, test: impl Fn(usize) -> String, music: &str) -> Row {
    (0..guests).map(test).chain([music.to_owned()]).collect()
}

fn pairs(guests: usize, seats: usize) -> Vec<Row> {
    let together = |one, two, seat| {
        let test = |guest| {
            let own = guest == one || guest == two;
            if own {
                format!("\"s{seat}\"")
            } else {
                "-".to_owned()
            }
        };
        row(guests, test, "-")
    };
    let seat = |seat| (0..guests).flat_map(move |two| (0..two).map(move |one| together(one, two, seat)));
    (0..seats).flat_map(seat).collect()
}

fn rulebook(policy: &str, guests: usize, seats: usize, rows: &[Row]) -> Rulebook {
    let ids: Vec<String> = (0..guests).map(|guest| format!("guest{guest}")).collect();
    let values: Vec<String> = (0..seats)
        .map(|seat| format!("{{ id = \"s{seat}\", label = {{ en = \"Seat {seat}\" }} }}"))
        .collect();
    let values = format!("values = [{}]", values.join(", "));
    let mut settings = include_str!("town/head.toml").to_owned() + "dmn = \"seats.dmn\"\n";
    for id in &ids {
        let _ = writeln!(
            settings,
            "[[input]]\nid = \"{id}\"\ntype = \"text\"\nquestion = {{ en = \"Where?\" }}\n{values}"
        );
    }
    settings += "[[input]]\nid = \"music\"\ntype = \"boolean\"\nquestion = { en = \"Music?\" }\n";
    settings += include_str!("town/authorities.toml");
    settings += "\n[reason.crowd]\nen = \"Two on one seat.\"\n";
    let cell = |tag: &str, text: &str| format!("<{tag}><text>{text}</text></{tag}>");
    let columns = || ids.iter().map(String::as_str).chain(["music"]);
    let rule = |row: &Row| {
        let tests: String = row.iter().map(|test| cell("inputEntry", test)).collect();
        let notes = ["crowd", "Act 1", "law"].map(|text| cell("annotationEntry", text));
        format!(
            "<rule>{tests}{}{}</rule>",
            cell("outputEntry", "\"police\""),
            notes.concat()
        )
    };
    let data: String = columns()
        .map(|id| format!("<inputData id=\"of-{id}\" name=\"{id}\"/>"))
        .collect();
    let needs: String = columns()
        .map(|id| {
            format!("<informationRequirement><requiredInput href=\"#of-{id}\"/></informationRequirement>")
        })
        .collect();
    let asked: String = columns()
        .map(|id| format!("<input>{}</input>", cell("inputExpression", id)))
        .collect();
    let rules: String = rows.iter().map(rule).collect();
    let table = format!(
        "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"d\" name=\"d\" namespace=\"urn:d\">{data}\
         <decision id=\"who\" name=\"Who\">{needs}<decisionTable hitPolicy=\"{policy}\">{asked}<output name=\"authority\"/>\
         <annotation name=\"reason\"/><annotation name=\"citation\"/><annotation name=\"kind\"/>{rules}</decisionTable>\
         </decision></definitions>"
    );
    let files = Files {
        rulebook_toml: ("rulebook.toml", &settings),
        dmn: vec![("seats.dmn", &table)],
    };
    Rulebook::load(&files).unwrap_or_else(|error| panic!("{error}"))
}

fn count(report: &Report, name: &str) -> usize {
    let named = report.findings.iter().filter(|one| one.kind.name() == name);
    named.count()
}

fn says(report: &Report, kind: &FindingKind) -> bool {
    report.findings.iter().any(|one| one.kind == *kind)
}

fn gave_up(looking_for: Exactness) -> FindingKind {
    let after = 2_000_000;
    FindingKind::GaveUp { looking_for, after }
}

#[test]
fn a_search_for_gaps_that_is_given_up_is_told() {
    let report = rulebook("COLLECT", 10, 9, &pairs(10, 9)).lint(None);
    assert!(says(&report, &gave_up(Exactness::Gaps)) && !report.is_exact());
    assert_eq!(count(&report, "gap"), 0);
    // With less to try it is found out: there is none.
    let report = rulebook("COLLECT", 4, 3, &pairs(4, 3)).lint(None);
    assert!(report.is_exact() && count(&report, "gap") == 0);
}

#[test]
fn gaps_and_overlaps_beyond_those_listed_are_told() {
    let more = |looking_for| FindingKind::More {
        looking_for,
        listed: 200,
    };
    // Six guests take six seats in 720 ways, five guests five seats in 120.
    let report = rulebook("UNIQUE", 6, 6, &pairs(6, 6)).lint(None);
    assert!(says(&report, &more(Exactness::Gaps)) && says(&report, &more(Exactness::Overlaps)));
    assert_eq!((count(&report, "gap"), count(&report, "overlap")), (200, 200));
    assert!(!report.is_exact());
    let report = rulebook("COLLECT", 5, 5, &pairs(5, 5)).lint(None);
    assert!(report.is_exact());
    assert_eq!(count(&report, "gap"), 120);
}

#[test]
fn a_rule_is_called_dead_only_where_that_was_found_out() {
    let last = |guests, seats| {
        let mut rows = pairs(guests, seats);
        rows.push(row(guests, |_| "-".to_owned(), "-"));
        rulebook("FIRST", guests, seats, &rows).lint(None)
    };
    let report = last(4, 3);
    assert!(report.is_exact());
    assert_eq!(count(&report, "shadowed"), 1);
    let report = last(10, 9);
    assert!(says(&report, &gave_up(Exactness::DeadRules)) && !report.is_exact());
    assert_eq!(count(&report, "shadowed"), 0);
}

#[test]
fn a_question_of_which_it_is_not_found_out_whether_it_matters_is_asked() {
    // Where everybody has a seat the police are asked about music, and where two have the same, whatever is played: so music
    // matters to guests who all sit apart. That there are none is found out where there is little to try.
    let with_music = |guests, seats| {
        let mut rows = pairs(guests, seats);
        let all: Vec<String> = (0..seats).map(|seat| format!("\"s{seat}\"")).collect();
        rows.push(row(guests, |_| all.join(", "), "true"));
        rulebook("COLLECT", guests, seats, &rows)
    };
    let music = |questions: &Questions<'_>| {
        let mut open = questions.open().iter();
        open.find(|open| open.input.id == "music").map(|open| open.sure)
    };
    let of = |rulebook: &Rulebook, answers: &Answers| {
        music(&rulebook.questions(answers, &BTreeSet::new()).unwrap())
    };
    let nothing = Answers::new();
    assert_eq!(of(&with_music(4, 4), &nothing), Some(true));
    assert_eq!(of(&with_music(4, 3), &nothing), None);
    let many = with_music(10, 9);
    assert_eq!(of(&many, &nothing), Some(false));
    assert!(!many.questions(&nothing, &BTreeSet::new()).unwrap().is_exact());
    // Two who do sit together settle it.
    let together = ["guest0", "guest1"].map(|id| (id.to_owned(), Value::Text("s0".to_owned())));
    assert_eq!(of(&many, &together.into()), None);
}
