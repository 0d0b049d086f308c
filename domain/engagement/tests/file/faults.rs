//! What is told of a file that does not hold together: the place, what is wrong, what to do; and all of it at once.

use crate::bring_in::now;
use engagement::{FileFault, MeetingsFile};
use proptest::prelude::*;

const EXAMPLE: &str = include_str!("../../../../examples/meetings.toml");

fn faults(text: &str) -> Vec<FileFault> {
    MeetingsFile::parse("FILE.toml", text, now())
        .map(|_| vec![])
        .unwrap_or_else(|faults| faults)
}

/// The example with one passage changed tells exactly one fault, in the line that was changed.
fn check(from: &str, to: &str, field: &str, what: &str) {
    assert!(EXAMPLE.contains(from), "the example has no {from}");
    let changed = EXAMPLE.replacen(from, to, 1);
    let found = faults(&changed);
    let told: Vec<_> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{told:#?}");
    assert_eq!(found[0].field, field, "{told:#?}");
    assert!(found[0].what.contains(what), "{told:#?}");
    let line = EXAMPLE[..EXAMPLE.find(from).unwrap()].matches('\n').count() + 1;
    assert!(found[0].line.abs_diff(line) <= 12, "line {line}: {told:#?}");
}

#[test]
fn a_field_that_is_not_known_is_told_with_its_line_and_column() {
    let text =
        "format = \"placet-meetings/1\"\n\n[[person]]\nkey = \"a\"\nname = { en = \"A\" }\n  born = 1950\n";
    let expected = FileFault {
        file: "FILE.toml".into(),
        line: 6,
        column: 3,
        field: "person[1].born".into(),
        what: "this field is not known here".into(),
        todo: "known are key, name".into(),
    };
    assert_eq!(faults(text), std::slice::from_ref(&expected));
    let told = "FILE.toml:6:3: person[1].born: this field is not known here; known are key, name";
    assert_eq!(expected.to_string(), told);
}

#[test]
fn every_fault_is_told_at_once_in_the_order_of_the_file() {
    let text = "format = \"placet-meetings/1\"\nnonsense = 1\n[[person]]\nkey = \"A b\"\n[[organisation]]\nkey = \"x\"\n";
    let told: Vec<_> = faults(text)
        .into_iter()
        .map(|one| (one.line, one.field))
        .collect();
    let expected = [
        (2, "nonsense".to_owned()),
        (3, "person[1].name".to_owned()),
        (4, "person[1].key".to_owned()),
        (5, "organisation[1].kind".to_owned()),
        (5, "organisation[1].name".to_owned()),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    assert!(expected.iter().all(|one| told.contains(one)), "{told:?}");
    assert!(told.is_sorted_by_key(|(line, _)| *line));
}

#[test]
fn a_file_of_another_format_or_none_is_not_read() {
    let check = |text: &str, what: &str| {
        let found = faults(text);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].what.contains(what), "{found:?}");
    };
    check("", "`format` is missing");
    check(
        "format = \"placet-meetings/2\"",
        "does not know the format placet-meetings/2",
    );
    check("format = 1", "invalid type");
    check("format = \"placet-meetings/1", "invalid basic string");
}

#[test]
fn a_line_without_its_source_is_told() {
    let quoted = "excerpt = { source = \"note-prime-minister\", exact = \"Four: how Cambodia could sell more of its goods to Japan.\" }";
    check(
        quoted,
        "",
        "meeting[2].subject[4].excerpt",
        "`excerpt` is missing",
    );
    let bare = "excerpt = { exact = \"Four: how Cambodia could sell more of its goods to Japan.\" }";
    check(
        quoted,
        bare,
        "meeting[2].subject[4].excerpt.source",
        "`source` is missing",
    );
    let whole = "excerpt = { source = \"note-prime-minister\" }";
    check(
        quoted,
        whole,
        "meeting[2].subject[4].excerpt.exact",
        "`exact` is missing",
    );
    check(
        quoted,
        "excerpt = { source = \"nowhere\", exact = \"x\" }",
        "meeting[2].subject[4].excerpt.source",
        "no source with the key nowhere",
    );
}

#[test]
fn words_that_do_not_stand_in_the_source_once_are_told() {
    let quoted = "exact = \"that it lend help in training people\"";
    check(
        quoted,
        "exact = \"that it lend a hand\"",
        "meeting[2].request[3].excerpt",
        "do not stand in the source",
    );
    check(
        quoted,
        "exact = \"that it\"",
        "meeting[2].request[3].excerpt",
        "note-prime-minister 2 times",
    );
}

#[test]
fn what_does_not_fit_is_told_field_by_field() {
    check(
        "side = \"municipality\"",
        "side = \"embassy\"",
        "meeting[1].participation[2].side",
        "no side",
    );
    check(
        "post = \"prime-minister\"",
        "post = \"ambassador\"",
        "meeting[2].participation[2].post",
        "held ambassador then",
    );
    check(
        "post = \"president\"",
        "post = \"king\"",
        "meeting[1].participation[1].post",
        "no post with the key king",
    );
    check(
        "asked_by = \"takahashi\"",
        "asked_by = \"kin-phea\"",
        "meeting[1].request[1].asked_by",
        "been there",
    );
    check(
        "subject = \"exports\"",
        "subject = \"imports\"",
        "meeting[2].request[4].subject",
        "no subject",
    );
    check(
        "key = \"summits\"",
        "key = \"forum\"",
        "meeting[2].subject[5].key",
        "used twice",
    );
    check(
        "act = \"announces\"",
        "act = \"shouts\"",
        "meeting[1].statement[1].act",
        "unknown variant",
    );
    check(
        "when = { on = \"2023-04-26\" }",
        "when = { on = \"26 April\" }",
        "meeting[2].when",
        "",
    );
    check(
        "when = { on = \"2023-04-26\" }",
        "when = { between = [\"2023-04-26\", \"2023-04-25\"] }",
        "meeting[2].when",
        "after it ends",
    );
    check(
        "sides = [\"association\", \"government\"]",
        "sides = [\"association\", \"government\", \"association\"]",
        "meeting[2].sides",
        "named twice",
    );
    check(
        "text = \"The municipality is ready to cooperate.\"",
        "text = \"\"",
        "meeting[1].request[1].answer.text",
        "empty",
    );
    check(
        "yearly_since = \"1953-11-19\"",
        "",
        "relationship[1].milestone[1]",
        "not clear",
    );
}

#[test]
fn a_name_of_several_lines_is_told() {
    let title = "Note: what the governor told of a visit to the municipality";
    check(
        title,
        "Note:\\nRevocation: none",
        "source[1].title",
        "cannot be seen",
    );
    let name = "name = { en = \"";
    check(
        name,
        "name = { en = \"\\u202e",
        "organisation[1].name",
        "cannot be seen",
    );
}

#[test]
fn a_post_left_before_the_day_of_the_meeting_was_not_held_then() {
    let of_the_talk = EXAMPLE.find("key = \"peace-palace\"").unwrap();
    let (before, after) = EXAMPLE.split_at(of_the_talk);
    let changed = before.to_owned() + &after.replacen("post = \"president\"", "post = \"ambassador\"", 1);
    let found = faults(&changed);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].field, "meeting[2].participation[1].post");
    assert_eq!(
        found[0].what,
        "takahashi is not among those who held ambassador then"
    );
}

#[test]
fn a_day_that_cannot_be_is_told() {
    let of_the_talk = "when = { on = \"2023-04-26\" }";
    check(
        of_the_talk,
        "when = { on = \"2031-04-26\" }",
        "meeting[2].when",
        "2031-04-26 has not come yet",
    );
    check(
        "on = \"1953-11-19\"",
        "on = \"2053-11-19\"",
        "relationship[1].on",
        "2053-11-19 has not come yet",
    );
    let met = EXAMPLE.replacen(
        "when = { on-or-before = \"2023-04-25\" }",
        "when = { on = \"2023-04-25\" }",
        1,
    );
    let told = |from: &str, to: &str| -> Vec<_> {
        assert!(met.contains(from), "the example has no {from}");
        let told = faults(&met.replacen(from, to, 1)).into_iter();
        told.map(|one| (one.field, one.what)).collect()
    };
    let answered = |day: &str| {
        let on = format!("\non = {{ on = \"{day}\" }}");
        told("\non = { on-or-before = \"2023-04-25\" }", &on)
    };
    let field = "meeting[1].request[1].answer.on".to_owned();
    let early = "the answer is from before its meeting, which was on 2023-04-25 at the earliest";
    assert_eq!(answered("2023-04-24"), [(field.clone(), early.to_owned())]);
    let later = "2023-09-02 has not come yet";
    assert_eq!(answered("2023-09-02"), [(field, later.to_owned())]);
    assert_eq!(answered("2023-04-25"), []);
    let field = "meeting[1].commitment[1].due".to_owned();
    let early = "the commitment is due before its meeting, which was on 2023-04-25 at the earliest";
    assert_eq!(
        told("due = { on-or-before = \"2023-11-19\" }", "due = { year = 2022 }"),
        [(field, early.to_owned())]
    );
}

#[test]
fn a_date_may_be_written_as_toml_s_own() {
    let changed = EXAMPLE
        .replacen("on = \"1953-11-19\"", "on = 1953-11-19", 1)
        .replacen("on = \"2023-04-26\"", "on = 2023-04-26", 1);
    assert_eq!(faults(&changed), []);
}

#[test]
fn subjects_are_linked_across_meetings_only() {
    let quoted = "key = \"exports\"\n";
    let linked = |link: &str| format!("{quoted}earlier = [\"{link}\"]\n");
    check(
        quoted,
        &linked("peace-palace/forum"),
        "meeting[2].subject[4].earlier",
        "no subject of another meeting",
    );
    check(
        quoted,
        &linked("nowhere/forum"),
        "meeting[2].subject[4].earlier",
        "no subject of another meeting",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_damage_to_a_file_is_more_than_a_fault(at in 0..EXAMPLE.len(), drop in 0_usize..400, put in "[\\[\\]{}=\"'a-z0-9.\n]{0,8}") {
        let start = (0..=at).rev().find(|one| EXAMPLE.is_char_boundary(*one)).unwrap_or(0);
        let end = (start + drop..=EXAMPLE.len()).find(|one| EXAMPLE.is_char_boundary(*one)).unwrap_or(EXAMPLE.len());
        let damaged = format!("{}{put}{}", &EXAMPLE[..start], &EXAMPLE[end..]);
        let lines = damaged.lines().count() + 1;
        for fault in faults(&damaged) {
            prop_assert!((1..=lines).contains(&fault.line) && fault.column >= 1);
            prop_assert!(!fault.todo.is_empty());
        }
    }
}
