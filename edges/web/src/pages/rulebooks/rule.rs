//! One rule of a table, cell by cell: read on saving, with what is wrong beside its cell and what was typed kept.

use super::super::entry::{Entering, Entry, Field};
use super::super::{faults, id};
use super::attached::called;
use super::columns::Called;
use crate::form::{Form, Typed};
use crate::parts::{Faults, TextField};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::begun;
use crate::{Failure, Text, see_other};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use desk::governance::{Cells, Draft, DraftChange, RuleChange, Table};
use rulebook::Rulebook;
use std::collections::BTreeMap;

/// Where a rule stands: the draft, the file, the decision, the row.
type At = (String, String, String, usize);

/// What the buttons beside saving send.
const COPY: &str = "copy";
const REMOVE: &str = "remove";
const UP: &str = "up";
const DOWN: &str = "down";

fn address((draft, file, decision, row): &At) -> String {
    format!("/rulebook-drafts/{draft}/rules/{file}/{decision}/{row}")
}

fn filled(cells: &Cells, version: u64) -> Typed {
    let groups = [
        ("input", &cells.inputs),
        ("output", &cells.outputs),
        ("annotation", &cells.annotations),
    ];
    let mut typed = Typed::default().and("version", version.to_string());
    for (kind, texts) in groups {
        for (place, text) in (1..).zip(texts) {
            typed = typed.and(&format!("{kind}-{place}"), text.as_str());
        }
    }
    typed
}

fn sent(typed: &Typed, table: &Table) -> Cells {
    let read = |kind: &str, columns: usize| {
        let cell = |place: usize| typed.get(&format!("{kind}-{place}")).to_owned();
        (1..=columns).map(cell).collect()
    };
    Cells {
        inputs: read("input", table.inputs.len()),
        outputs: read("output", table.outputs.len()),
        annotations: read("annotation", table.annotations.len()),
    }
}

fn shown(
    shell: Shell,
    (draft, rulebook): (&Draft, Option<&Rulebook>),
    table: &Table,
    at: &At,
    typed: &Typed,
    faults: &Faults,
) -> Response {
    let t = shell.t;
    let entering = Entering { t, typed, faults };
    let field = |kind: &str, place: usize, label: &str| {
        TextField::new(t, &format!("{kind}-{place}"), label, typed, faults)
    };
    let inputs = (1..).zip(&table.inputs).map(|(place, column)| {
        let called = Called::of(t, rulebook, column);
        let tests = t.one("rule-tests", "key", column.key.as_str());
        let hint = match called.answers() {
            none if none.is_empty() => tests,
            answers => format!("{tests} {}", t.one("rule-answers-are", "answers", answers)),
        };
        Field::from(field("input", place, called.label()).hint(hint))
    });
    let outputs = (1..).zip(&table.outputs).map(|(place, column)| {
        let label = match column.key.as_str() {
            "authority" => t.get("rulebook-authority"),
            _ => column.label.as_str().into(),
        };
        Field::from(field("output", place, &label).hint(t.get("rule-answers")))
    });
    let notes = (1..)
        .zip(&table.annotations)
        .map(|(place, name)| note(t, name, |label| field("annotation", place, label)));
    let mut entry = Entry::of(shell, entering, address(at), "rule-save")
        .lead(lead(t, draft, table))
        .card(t.get("rule-when"), inputs.collect())
        .card(t.get("rule-then"), outputs.collect())
        .card(t.get("rule-because"), notes.collect());
    entry.shell.title = t.with(
        "rule-title",
        [
            ("number", i64::try_from(at.3).unwrap_or(i64::MAX).into()),
            ("table", table.name.as_str().into()),
        ],
    );
    entry.told_at = Some(format!("{}/faults", address(at)));
    entry.back = Some((to_table(at), t.get("rulebook-back-to-draft").into_owned()));
    entry.hidden = vec![("version".to_owned(), typed.get("version").to_owned())];
    // A table keeps one rule: without any it decides nothing. One that is not there yet is only saved.
    let several = table.rules.len() > 1;
    let offered = [COPY, UP, DOWN, REMOVE]
        .into_iter()
        .filter(|what| !table.is_next(at.3) && (several || *what == COPY));
    entry.more = offered
        .map(|what| (what, t.get(&format!("rule-{what}")).into_owned()))
        .collect();
    entry.page()
}

/// The field of a column of notes, which says what the file calls it where that is something else.
fn note(t: Text, name: &str, field: impl FnOnce(&str) -> TextField) -> Field {
    let label = begun(called(t, name));
    let field = field(&label);
    Field::from(if label.eq_ignore_ascii_case(name) {
        field
    } else {
        field.hint(t.one("rule-column-in-file", "column", name))
    })
}

fn lead(t: Text, draft: &Draft, table: &Table) -> String {
    t.with(
        "rule-lead",
        [
            ("file", table.file.as_str().into()),
            ("version", draft.name().into()),
        ],
    )
}

/// The draft, the table and the rule; behind the last one that says nothing yet. Of a row that is gone the way back is told.
async fn found(site: &Site, signed: &Signed, at: &At) -> Result<(Draft, Table, Cells), Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &at.0).await?;
    let gone = |back: String| Failure::gone_rule(at.3, back);
    let to_draft = format!("/rulebook-drafts/{}", at.0);
    let table = draft.table(&at.1, &at.2).ok_or_else(|| gone(to_draft))?;
    let cells = table.rule_or_next(at.3).ok_or_else(|| gone(to_table(at)))?;
    Ok((draft, table, cells))
}

/// Where the table of a rule is shown.
fn to_table((draft, _, decision, _): &At) -> String {
    format!("/rulebook-drafts/{draft}#table-{decision}")
}

pub(super) async fn form(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String, String, String)>,
) -> Result<Response, Failure> {
    let at = (at.0, at.1, at.2, id(&at.3)?);
    let (draft, table, cells) = found(&site, &signed, &at).await?;
    let typed = filled(&cells, draft.version);
    let loaded = site.desk.drafted_version(&draft).ok();
    let rulebook = loaded.as_ref().map(|version| &*version.rulebook);
    let none = Faults::none();
    Ok(shown(shell, (&draft, rulebook), &table, &at, &typed, &none))
}

/// What would be wrong with the rule as it stands in the form: by field, in words. Nothing is saved.
pub(super) async fn tell_faults(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String, String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let at = (at.0, at.1, at.2, id(&at.3)?);
    let (draft, table, _) = found(&site, &signed, &at).await?;
    let faults = draft.faults_with(&at.1, &at.2, at.3, sent(&typed, &table))?;
    let mut told = BTreeMap::new();
    for fault in faults {
        let words = shell.t.field_fault(&fault);
        told.entry(fault.field).or_insert(words);
    }
    Ok(Json(told).into_response())
}

/// Which change a form asks for, and the row that its rule has then.
fn asked(typed: &Typed, table: &Table, row: usize) -> (RuleChange, Option<usize>) {
    match typed.get("more") {
        COPY => (RuleChange::Copy, Some(row + 1)),
        REMOVE => (RuleChange::Remove, None),
        UP => {
            let to = row.saturating_sub(1).max(1);
            (RuleChange::MoveTo(to), Some(to))
        }
        DOWN => {
            let to = (row + 1).min(table.rules.len());
            (RuleChange::MoveTo(to), Some(to))
        }
        _ => (RuleChange::Write(sent(typed, table)), None),
    }
}

/// Saves what was typed, then does what the button says. A cell that is not taken takes nothing of the rule.
pub(super) async fn change(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String, String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let at = (at.0, at.1, at.2, id(&at.3)?);
    let (draft, table, _) = found(&site, &signed, &at).await?;
    let (then, lands) = asked(&typed, &table, at.3);
    let rule = |change| DraftChange::Rule {
        file: at.1.clone(),
        decision: at.2.clone(),
        row: at.3,
        change,
    };
    // What was typed is not lost for a rule being moved; of one that is taken out it does not matter.
    let mut changes = vec![];
    if !matches!(then, RuleChange::Write(_) | RuleChange::Remove) {
        changes.push(rule(RuleChange::Write(sent(&typed, &table))));
    }
    changes.push(rule(then));
    let version = typed.get("version").parse().unwrap_or(0);
    let done = match faults::readable(&typed) {
        Ok(()) => {
            site.desk
                .change_rulebook_draft(&signed.actor, &draft.id, version, changes)
                .await
        }
        Err(broken) => Err(broken),
    };
    match done {
        Ok(_) => {
            let here = match lands {
                Some(row) => address(&(at.0, at.1, at.2, row)),
                None => to_table(&at),
            };
            Ok(see_other(&shell.to(&here)))
        }
        Err(fault) => {
            let faults = faults::shown(&shell, fault)?;
            let loaded = site.desk.drafted_version(&draft).ok();
            let rulebook = loaded.as_ref().map(|version| &*version.rulebook);
            let page = shown(shell, (&draft, rulebook), &table, &at, &typed, &faults);
            Ok(faults::not_taken(page))
        }
    }
}
