//! One rule of a table, cell by cell: read on saving, with what is wrong beside its cell and what was typed kept.

use super::super::entry::{Entering, Entry};
use super::super::faults::{self, NotTaken};
use super::super::id;
use super::cells::{Cell, RuleCells};
use super::merged::{merged, was, was_field};
use super::rule_form::fields;
use super::shown::title_of;
use crate::form::{Form, Typed};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, see_other};
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use desk::governance::{Cells, Draft, DraftChange, RuleChange, Table};
use desk::{Fault, FieldFault};
use rulebook::Rulebook;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a rule stands: the draft, the file, the decision, the row.
type At = (String, String, String, usize);

/// The field that carries which rule a form is of: another may have its row when it is sent.
const RULE: &str = "rule";
/// What the buttons beside saving send.
const COPY: &str = "copy";
const REMOVE: &str = "remove";
const UP: &str = "up";
const DOWN: &str = "down";

fn address((draft, file, decision, row): &At) -> String {
    format!("/rulebook-drafts/{draft}/rules/{file}/{decision}/{row}")
}

fn shown(shell: Shell, opened: &Opened, cells: &RuleCells<'_>, typed: &Typed, faults: &Faults) -> Response {
    let t = shell.t;
    let Opened { at, draft, table, .. } = opened;
    let rulebook = opened.rulebook();
    let entering = Entering { t, typed, faults };
    let of = |cells: &[Cell<'_>]| cells.iter().flat_map(|cell| fields(entering, cell)).collect();
    let mut entry = Entry::of(shell, entering, address(at), "rule-save")
        .lead(lead(t, draft, table))
        .card(t.get("rule-when"), of(&cells.inputs))
        .card(t.get("rule-then"), of(&cells.outputs))
        .card(t.get("rule-because"), of(&cells.annotations));
    entry.shell.title = t.with(
        "rule-title",
        [
            ("number", i64::try_from(at.3).unwrap_or(i64::MAX).into()),
            ("table", title_of(t, rulebook, table).into()),
        ],
    );
    entry.told_at = Some(format!("{}/faults", address(at)));
    let mut entry = entry.back_to(to_table(at), "rulebook-back-to-draft");
    let id = at.3.checked_sub(1).and_then(|place| table.ids.get(place));
    entry.hidden = vec![
        ("version".to_owned(), typed.get("version").to_owned()),
        (RULE.to_owned(), id.cloned().unwrap_or_default()),
    ];
    let boxes = cells.with_boxes().map(|field| (field, "yes".to_owned()));
    entry.hidden.extend(boxes);
    let stood = cells
        .all()
        .map(|cell| (was_field(&cell.name), cell.own.to_owned()));
    entry.hidden.extend(stood);
    entry.more_folded = Some(t.get("rule-more").into_owned());
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

fn lead(t: Text, draft: &Draft, table: &Table) -> String {
    t.with(
        "rule-lead",
        [
            ("file", table.file.as_str().into()),
            ("version", draft.name().into()),
        ],
    )
}

/// A rule that is looked at, with what it stands in.
struct Opened {
    /// Where it stands by now.
    at: At,
    draft: Draft,
    table: Table,
    /// The rule; behind the last one that says nothing yet.
    own: Cells,
    /// By whose words it is told, as far as it is loaded.
    rulebook: Option<Arc<Rulebook>>,
}

impl Opened {
    fn rulebook(&self) -> Option<&Rulebook> {
        self.rulebook.as_deref()
    }

    fn cells(&self, t: Text) -> RuleCells<'_> {
        self.cells_from(t, &self.own)
    }

    /// The cells of the rule as it stood once.
    fn cells_from<'a>(&'a self, t: Text, own: &'a Cells) -> RuleCells<'a> {
        RuleCells::of(t, self.rulebook(), &self.table, own)
    }
}

/// The row of a form's rule in the table as it is now. A program, which sends no form, means the row.
fn row_now(draft: &Draft, table: &Table, row: usize, typed: &Typed) -> Option<usize> {
    match typed.all(RULE).first() {
        Some(id) if typed.get("version") != draft.version.to_string() => {
            let blank = table.rule_or_next(table.rules.len() + 1)?;
            table.row_of(id, &was(typed, &blank))
        }
        _ => Some(row),
    }
}

/// Of a rule that is gone the way back is told.
async fn found(site: &Site, signed: &Signed, at: &At, typed: &Typed) -> Result<Opened, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &at.0).await?;
    let gone = |back: String| Failure::gone_rule(at.3, back);
    let to_draft = format!("/rulebook-drafts/{}", at.0);
    let table = draft.table(&at.1, &at.2).ok_or_else(|| gone(to_draft))?;
    let row = row_now(&draft, &table, at.3, typed);
    let standing = row.and_then(|row| Some((row, table.rule_or_next(row)?)));
    let (row, own) = standing.ok_or_else(|| gone(to_table(at)))?;
    let rulebook = site.desk.words_of_draft(&draft);
    Ok(Opened {
        at: (at.0.clone(), at.1.clone(), at.2.clone(), row),
        draft,
        table,
        own,
        rulebook,
    })
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
    let opened = found(&site, &signed, &at, &Typed::default()).await?;
    let cells = opened.cells(shell.t);
    let typed = cells.filled().and("version", opened.draft.version.to_string());
    Ok(shown(shell, &opened, &cells, &typed, &Faults::none()))
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
    let opened = found(&site, &signed, &at, &typed).await?;
    let at = &opened.at;
    let stood = was(&typed, &opened.own);
    let cells = opened.cells_from(shell.t, &stood);
    let faults = match cells.sent(&typed) {
        Ok(rule) => opened.draft.faults_with(&at.1, &at.2, at.3, rule)?,
        Err(faults) => faults,
    };
    let mut told = BTreeMap::new();
    for fault in faults {
        let fault = cells.placed(fault, &typed);
        let words = shell.t.field_fault(&fault);
        told.entry(fault.field).or_insert(words);
    }
    Ok(Json(told).into_response())
}

/// What a button asks for beside saving, and the row that the rule has then.
fn asked(typed: &Typed, table: &Table, row: usize) -> (Option<RuleChange>, Option<usize>) {
    match typed.get("more") {
        COPY => (Some(RuleChange::Copy), Some(row + 1)),
        REMOVE => (Some(RuleChange::Remove), None),
        UP => {
            let to = row.saturating_sub(1).max(1);
            (Some(RuleChange::MoveTo(to)), Some(to))
        }
        DOWN => {
            let to = (row + 1).min(table.rules.len());
            (Some(RuleChange::MoveTo(to)), Some(to))
        }
        _ => (None, None),
    }
}

/// What a form changes: what was typed is not lost for a rule being moved; of one that is taken out it does not matter.
fn changes(
    at: &At,
    cells: &RuleCells<'_>,
    typed: &Typed,
    then: Option<RuleChange>,
) -> Result<Vec<DraftChange>, Vec<FieldFault>> {
    let written = match then {
        Some(RuleChange::Remove) => None,
        _ => Some(RuleChange::Write(cells.sent(typed)?)),
    };
    let rule = |change| DraftChange::Rule {
        file: at.1.clone(),
        decision: at.2.clone(),
        row: at.3,
        change,
    };
    Ok(written.into_iter().chain(then).map(rule).collect())
}

/// Whether a form asks to take a rule out that is not there any more.
async fn is_taken_out(site: &Site, signed: &Signed, at: &At, typed: &Typed) -> Result<bool, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &at.0).await?;
    let wanted = typed.all(RULE).into_iter().next();
    let asked =
        wanted.filter(|_| typed.get("more") == REMOVE && typed.get("version") != draft.version.to_string());
    let gone = asked.zip(draft.table(&at.1, &at.2)).map(|(id, table)| {
        let blank = table.rule_or_next(table.rules.len() + 1).unwrap_or_default();
        table.lacks(id, &was(typed, &blank))
    });
    Ok(gone.unwrap_or(false))
}

/// Does what a form of a rule asks for. A button that is pressed twice sends its form twice: the second finds done what it asks.
pub(super) async fn change(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(at): Path<(String, String, String, String)>,
    Form(typed): Form,
) -> Result<Response, Failure> {
    let at = (at.0, at.1, at.2, id(&at.3)?);
    let table = shell.to(&to_table(&at));
    match changed(&site, shell, &signed, &at, &typed).await {
        Ok(answer) if answer.status().is_redirection() => Ok(answer),
        _ if is_taken_out(&site, &signed, &at, &typed).await? => Ok(see_other(&table)),
        answer => answer,
    }
}

/// Saves what was typed, then does what the button says. A cell that is not taken takes nothing of the rule.
async fn changed(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    at: &At,
    typed: &Typed,
) -> Result<Response, Failure> {
    let opened = found(site, signed, at, typed).await?;
    let at = &opened.at;
    let stood = was(typed, &opened.own);
    let cells = opened.cells_from(shell.t, &stood);
    let (then, lands) = asked(typed, &opened.table, at.3);
    let changes =
        faults::readable(typed).and_then(|()| changes(at, &cells, typed, then).map_err(Fault::Invalid));
    let version = typed.get("version").parse().unwrap_or(0);
    let done = match changes {
        Ok(changes) => {
            let changed = site
                .desk
                .change_rulebook_draft_once(&signed.actor, &at.0, version, changes);
            changed.await
        }
        Err(fault) => Err(fault),
    };
    let fault = match done {
        Ok(_) => {
            let here = lands.map_or_else(
                || to_table(at),
                |row| address(&(at.0.clone(), at.1.clone(), at.2.clone(), row)),
            );
            return Ok(see_other(&shell.to(&here)));
        }
        Err(Fault::Invalid(all)) => {
            Fault::Invalid(all.into_iter().map(|one| cells.placed(one, typed)).collect())
        }
        Err(fault) => fault,
    };
    let not = NotTaken::of(&shell, fault, "rule-stale")?;
    let page = if not.is_stale() {
        // As it stands by now, whatever was read before.
        let now = found(site, signed, at, typed).await?;
        let standing = now.cells(shell.t);
        let (form, faults) = merged(shell.t, &cells, &standing, typed);
        let form = form.and("version", now.draft.version.to_string());
        shown(shell, &now, &standing, &form, &not.faults.clone().then(faults))
    } else {
        shown(shell, &opened, &cells, typed, &not.faults)
    };
    Ok(not.answer(page))
}
