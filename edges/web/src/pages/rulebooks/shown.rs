//! A version as a person reads it: its tables rule by rule with what each rests on, its authorities with their periods, its
//! files.

use super::attached::explained;
use super::columns::Called;
use crate::Text;
use crate::reckoning::period_resting_on;
use crate::wording::reason;
use desk::Version;
use desk::governance::{Cells, Table, tables};
use rulebook::{Authority, Rulebook};
use std::collections::BTreeMap;

/// A version, or what there is of one that is worked on.
pub(super) struct Book {
    pub tables: Vec<TableShown>,
    pub authorities: Vec<AuthorityShown>,
    /// Each file with its address.
    pub files: Vec<(String, String)>,
}

pub(super) struct TableShown {
    pub id: String,
    pub name: String,
    pub policy: String,
    pub rules: Vec<RuleShown>,
}

pub(super) struct RuleShown {
    pub number: usize,
    pub id: String,
    pub tests: Vec<TestShown>,
    pub answers: Vec<String>,
    pub reason: String,
    pub basis: String,
    /// Other notes by the name of their column.
    pub notes: Vec<(String, String)>,
    /// Where it is changed, in a version that is worked on.
    pub path: Option<String>,
}

pub(super) struct TestShown {
    /// What is tested.
    pub what: String,
    pub test: String,
    /// The test with the names of answers, where it has any.
    pub words: Option<String>,
}

pub(super) struct AuthorityShown {
    pub name: String,
    pub competence: String,
    pub period: String,
    pub silence: String,
}

/// What a rule says beside its reason and its basis is shown under the name of the column.
const OF_THEIR_OWN: [&str; 3] = ["reason", "citation", "kind"];

impl Book {
    /// A version that is known, with the addresses of its files.
    pub fn of(t: Text, version: &Version) -> Book {
        let rulebook = &version.rulebook;
        let at = format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash());
        Book::at(t, &version.files, Some(rulebook), &at)
    }

    /// The files of a version that is worked on, as far as they can be read, with the address of the draft: its rules can
    /// be changed there.
    pub fn drafted(
        t: Text,
        files: &BTreeMap<String, String>,
        rulebook: Option<&Rulebook>,
        draft: &str,
    ) -> Book {
        let shown = |table: &Table| table_shown(t, table, rulebook, Some(draft));
        Book {
            tables: tables(files).iter().map(shown).collect(),
            ..Book::at(t, files, rulebook, draft)
        }
    }

    /// The files of what has this address.
    pub fn at(t: Text, files: &BTreeMap<String, String>, rulebook: Option<&Rulebook>, at: &str) -> Book {
        let tables = tables(files);
        let shown = tables.iter().map(|table| table_shown(t, table, rulebook, None));
        let authorities = rulebook.map_or(&[][..], Rulebook::authorities);
        Book {
            tables: shown.collect(),
            authorities: authorities.iter().map(|one| authority(t, one)).collect(),
            files: files
                .keys()
                .map(|name| (name.clone(), format!("{at}/files/{name}")))
                .collect(),
        }
    }
}

fn table_shown(t: Text, table: &Table, rulebook: Option<&Rulebook>, draft: Option<&str>) -> TableShown {
    let rules = (1..).zip(&table.rules);
    let rule = |(number, cells): (usize, &Cells)| RuleShown {
        path: draft.map(|draft| format!("{draft}/rules/{}/{}/{number}", table.file, table.decision)),
        ..rule_shown(t, table, number, cells, rulebook)
    };
    TableShown {
        id: format!("table-{}", table.decision),
        name: table.name.clone(),
        policy: t
            .get(&format!("hit-policy-{}", policy(table.policy)))
            .into_owned(),
        rules: rules.map(rule).collect(),
    }
}

/// The name of a hit policy as used in Fluent ids (`hit-policy-rule-order`).
fn policy(written: &str) -> String {
    written.to_lowercase().replace(' ', "-")
}

fn rule_shown(
    t: Text,
    table: &Table,
    number: usize,
    cells: &Cells,
    rulebook: Option<&Rulebook>,
) -> RuleShown {
    let is_any = |test: &str| matches!(test.trim(), "" | "-");
    let tests = table.inputs.iter().zip(&cells.inputs);
    let tests = tests.filter(|(_, test)| !is_any(test)).map(|(column, test)| {
        let called = Called::of(t, rulebook, column);
        TestShown {
            what: called.before_test(),
            test: test.clone(),
            words: called.in_words(test),
        }
    });
    let (reason_id, citation) = (table.note(cells, "reason"), table.note(cells, "citation"));
    let kind = table.note(cells, "kind");
    let (words, basis) = if reason_id.is_empty() && citation.is_empty() {
        (String::new(), String::new())
    } else {
        reason(t, rulebook, reason_id, kind, citation)
    };
    let notes = table.annotations.iter().zip(&cells.annotations);
    let notes =
        notes.filter(|(column, note)| !OF_THEIR_OWN.contains(&column.as_str()) && !note.trim().is_empty());
    RuleShown {
        number,
        id: format!("{}-{number}", table.decision),
        tests: tests.collect(),
        answers: cells
            .outputs
            .iter()
            .map(|answer| named(t, answer, rulebook))
            .collect(),
        reason: words,
        basis,
        notes: notes
            .map(|(column, note)| (column.clone(), explained(t, rulebook, column, note)))
            .collect(),
        path: None,
    }
}

/// An answer as it is written; where it is the id of an authority, with its name.
fn named(t: Text, answer: &str, rulebook: Option<&Rulebook>) -> String {
    let id = answer.trim().trim_matches('"');
    let authority = rulebook.and_then(|rulebook| rulebook.authority(id));
    authority.map_or_else(
        || answer.to_owned(),
        |one| one.short.in_language(t.language().tag()).to_owned(),
    )
}

fn authority(t: Text, authority: &Authority) -> AuthorityShown {
    let basis = &authority.period_basis;
    let period = clearance::period(authority.period);
    AuthorityShown {
        name: authority.name.in_language(t.language().tag()).to_owned(),
        competence: t
            .get(&format!("competence-{}", authority.competence.name()))
            .into_owned(),
        period: period_resting_on(t, period, basis.kind.name(), &basis.citation),
        silence: t
            .get(&format!("by-silence-{}", authority.silence.name()))
            .into_owned(),
    }
}
