//! The linter on the rulebook that ships, and on what makes one refused.

use crate::books::{PHNOM_PENH, files};
use rulebook::Rulebook;
use rulebook::lint::{self, FindingKind, Level};

const SETTINGS: &str = PHNOM_PENH.settings;
const TABLE: &str = PHNOM_PENH.table;

#[test]
fn the_rulebook_of_phnom_penh_is_clean_and_its_notes_can_be_read() {
    let report = lint::files(&files(SETTINGS, TABLE), Some(jiff::civil::date(2023, 11, 19)));
    let said: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(report.is_clean() && report.is_exact(), "{said:#?}");
    let gap = said.iter().find(|line| line.contains("no rule catches")).unwrap();
    let expect = "note: table authorities: no rule catches event_kind \"celebration\", \"performance\", \"sport\", \"fair\", \
                  \"procession\"; place_kind \"private-land\"; attendance <= 5000; foreign_mission false; fireworks false; \
                  road_closure false. Add a rule, or leave it so if nobody is to be asked. For example: event_kind celebration; \
                  place_kind private-land; attendance 100; foreign_mission false; fireworks false; largest_shell 50; \
                  near_airport false; road_closure false.";
    assert_eq!(gap, expect);
}

/// Whoever reads another language than the makers wrote in finds their own sentences among the translations.
#[test]
fn a_sentence_of_the_makers_own_in_one_language_is_told_and_so_is_a_translation_of_nothing() {
    let found = |settings: &str, table: &str, name: &str| -> Vec<String> {
        let report = lint::files(&files(settings, table), None);
        let own = report.findings.iter().filter(|one| one.kind.name() == name);
        own.map(ToString::to_string).collect()
    };
    let assumed = "No published period found; 20 working days assumed for public order";
    let basis = format!("citation = \"{assumed}\"");
    assert!(SETTINGS.contains(&basis));
    let other = SETTINGS.replace(&basis, "citation = \"Assumed\"");
    assert_eq!(
        found(&other, TABLE, "one-language"),
        [
            "warning: authority.moi.period_basis.citation: \u{201c}Assumed\u{201d} stands in one language alone. Add it as \
          [[translation]] in each."
        ]
    );
    assert_eq!(found(&other, TABLE, "unused-translation").len(), 1);
    let practice = "Municipal bans on fireworks at Lunar New Year in 2019, 2020, 2022 and 2023";
    let table = TABLE.replace(practice, "Bans on fireworks");
    assert_eq!(
        found(SETTINGS, &table, "one-language"),
        [
            "warning: table authorities, row 2, column citation: \u{201c}Bans on fireworks\u{201d} stands in one language \
          alone. Add it as [[translation]] in each."
        ]
    );
    // The title of a law is what it is; and where there is one language there is nothing to translate.
    let law = TABLE.replace(
        "Law on Peaceful Demonstration (2009), Articles 4 and 7",
        "Law, Article 4",
    );
    assert_eq!(found(SETTINGS, &law, "one-language"), Vec::<String>::new());
    let untranslated = SETTINGS.replace("ja = \"2019年、2020年", "fr = \"2019年、2020年");
    assert_eq!(found(&untranslated, TABLE, "untranslated").len(), 1);
}

#[test]
fn a_citation_is_told_in_the_language_of_its_reader() {
    let rulebook = Rulebook::load(&files(SETTINGS, TABLE)).unwrap();
    let law = "Law on Peaceful Demonstration (2009), Articles 4 and 7";
    assert_eq!(
        rulebook.translated(law, "ja"),
        "平和的デモに関する法律(2009年)第4条・第7条"
    );
    assert_eq!(rulebook.translated(law, "fr"), law);
    assert_eq!(rulebook.translated("Some other law", "ja"), "Some other law");
}

#[test]
fn what_refuses_a_rulebook_is_a_finding_of_its_kind() {
    let check = |settings: &str, table: &str, name: &str| {
        let report = lint::files(&files(settings, table), None);
        assert!(!report.is_clean());
        let found = report.findings.iter().find(|finding| finding.kind.name() == name);
        assert_eq!(
            found.map(|finding| finding.level),
            Some(Level::Fault),
            "{name}: {report:#?}"
        );
    };
    let law = "Law on Peaceful Demonstration (2009), Articles 4 and 7";
    assert!(TABLE.contains(law));
    check(SETTINGS, &TABLE.replace(law, ""), "missing-citation");
    check(
        SETTINGS,
        &TABLE.replace("\"mond\"", "\"navy\""),
        "unknown-authority",
    );
    check(
        &SETTINGS.replace("ja = \"道路\"", "en-GB = \"Road\""),
        TABLE,
        "untranslated",
    );
    check(
        &SETTINGS.replace(
            "valid_from = 2023-04-25",
            "valid_from = 2023-04-25\nvalid_to = 2020-01-01",
        ),
        TABLE,
        "wrong-validity",
    );
    check(SETTINGS, &TABLE.replace("COLLECT", "MEDIAN"), "refused");
}

#[test]
fn days_and_parts_that_nobody_uses_are_found() {
    let on = jiff::civil::date(2020, 1, 1);
    let early = Rulebook::load(&files(SETTINGS, TABLE)).unwrap().lint(Some(on));
    let outside = early
        .findings
        .iter()
        .find(|one| one.kind == FindingKind::NotInForce { on });
    assert_eq!(outside.map(|one| one.level), Some(Level::Warning));
    assert!(!early.is_clean());
    let more = format!(
        "{SETTINGS}\n[reason.never]\nen = \"It is never given to anybody.\"\nkm = \"x\"\nja = \"It is never given to anybody.\"\n"
    );
    let report = Rulebook::load(&files(&more, TABLE)).unwrap().lint(None);
    let said: Vec<String> = report.findings.iter().map(ToString::to_string).collect();
    assert!(
        said.contains(&"note: reason.never: no rule gives the reason never. Take it out.".to_owned()),
        "{said:#?}"
    );
    let same = "warning: reason.never: the text in ja is the same as in en. Translate it.";
    assert!(said.iter().any(|line| line == same), "{said:#?}");
}

#[test]
fn a_finding_in_json_has_its_name_as_kind() {
    let report = lint::files(&files(SETTINGS, TABLE), Some(jiff::civil::date(2020, 1, 1)));
    for finding in &report.findings {
        let json = serde_json::to_value(finding).unwrap();
        assert_eq!(json["kind"], finding.kind.name());
    }
}
