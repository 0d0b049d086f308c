//! Whom a changed rulebook would have touched: totals, case by case, and all of it as a table for other programs.

use super::super::draft_form::answer;
use super::super::faults;
use super::super::needed::{fee_amount, no_value};
use super::described::lead_days;
use super::names::{called, part_named};
use crate::attachment::attachment;
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, Value, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use desk::governance::{Draft, ProposalView, WhatIf};
use desk::{Fault, Version};
use rulebook::Rulebook;
use rulebook::diff::Part;
use rulebook::whatif::{AttachedChange, AttachedKind, Change, PeriodChange, Refusal};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The most cases that the page lists; the file has all.
const MOST_LISTED: usize = 200;

struct CaseRow {
    reference: String,
    changes: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/rulebooks/what_if.html")]
struct WhatIfPage {
    shell: Shell,
    faults: Faults,
    back: String,
    csv: String,
    lead: String,
    totals: Vec<(String, String)>,
    rows: Vec<CaseRow>,
    more: Option<String>,
}

/// Two versions and what came of the comparison.
struct Compared {
    old: Arc<Rulebook>,
    new: Arc<Rulebook>,
    found: WhatIf,
}

async fn compared(
    site: &Site,
    signed: &Signed,
    old: Option<Version>,
    new: Version,
) -> Result<Compared, Fault> {
    let old = old.ok_or(Fault::NotFound)?.rulebook;
    let new = new.rulebook;
    let found = site
        .desk
        .what_if(&signed.actor, Arc::clone(&old), Arc::clone(&new))
        .await?;
    Ok(Compared { old, new, found })
}

async fn drafted(site: &Site, signed: &Signed, draft: &Draft) -> Result<Compared, Fault> {
    let new = site.desk.drafted_version(draft)?;
    let changed = site.desk.rulebook_version(&draft.rulebook, &draft.changes).await;
    let old = match changed {
        // What it changes is not loaded: it is compared with what is known last.
        Err(Fault::NotFound) => {
            let known = site.desk.rulebooks();
            let last = known.bindings(&draft.rulebook).last();
            last.map(|last| last.version.clone())
        }
        old => Some(old?),
    };
    compared(site, signed, old, new).await
}

async fn proposed(site: &Site, signed: &Signed, id: &str, number: u32) -> Result<Compared, Fault> {
    let ProposalView { version, changes, .. } = site.desk.proposal(&signed.actor, id, number).await?;
    compared(site, signed, changes, version).await
}

pub(super) async fn of_draft(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let back = format!("/rulebook-drafts/{}", draft.id);
    match drafted(&site, &signed, &draft).await {
        Ok(compared) => Ok(shown(shell, back, &compared)),
        Err(fault) => Ok(page(&untried(shell, back, fault)?)),
    }
}

/// A version that is not loaded cannot be tried; what is wrong with it is said.
fn untried(shell: Shell, back: String, fault: Fault) -> Result<WhatIfPage, Failure> {
    let faults = faults::shown(&shell, fault)?.named([]);
    Ok(WhatIfPage {
        csv: format!("{back}/what-if.csv"),
        lead: String::new(),
        totals: vec![],
        rows: vec![],
        more: None,
        shell: titled(shell),
        faults,
        back,
    })
}

pub(super) async fn of_proposal(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let back = format!("/rulebook-proposals/{id}/{number}");
    match proposed(&site, &signed, &id, super::super::id(&number)?).await {
        Ok(compared) => Ok(shown(shell, back, &compared)),
        Err(fault) => Ok(page(&untried(shell, back, fault)?)),
    }
}

pub(super) async fn csv_of_draft(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let back = format!("/rulebook-drafts/{}", draft.id);
    csv(shell, back, drafted(&site, &signed, &draft).await)
}

pub(super) async fn csv_of_proposal(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let tried = proposed(&site, &signed, &id, super::super::id(&number)?).await;
    csv(shell, format!("/rulebook-proposals/{id}/{number}"), tried)
}

/// The file, or the page that says why there is none.
fn csv(shell: Shell, back: String, tried: Result<Compared, Fault>) -> Result<Response, Failure> {
    match tried {
        Ok(compared) => Ok(file(&compared)),
        Err(fault) => Ok(faults::not_taken(page(&untried(shell, back, fault)?))),
    }
}

fn titled(shell: Shell) -> Shell {
    let title = shell.t.get("what-if-title");
    shell.titled(title)
}

fn shown(shell: Shell, back: String, compared: &Compared) -> Response {
    let t = shell.t;
    let changes = &compared.found.report.changes;
    let row = |change: &Change| CaseRow {
        reference: reference(&compared.found, change),
        changes: words(t, compared, change),
    };
    let more = changes.len().checked_sub(MOST_LISTED).filter(|more| *more > 0);
    page(&WhatIfPage {
        csv: format!("{back}/what-if.csv"),
        lead: lead(t, compared),
        totals: totals(t, compared),
        rows: changes.iter().take(MOST_LISTED).map(row).collect(),
        more: more.map(|more| t.with("what-if-more", [("more", count(more))])),
        shell: titled(shell),
        faults: Faults::none(),
        back,
    })
}

/// How many would have differed, in a sentence.
fn lead(t: Text, compared: &Compared) -> String {
    let report = &compared.found.report;
    let id = match (report.cases, report.changes.len()) {
        (0, _) => "what-if-no-case",
        (_, 0) => "what-if-no-change",
        _ => "what-if-lead",
    };
    t.with(
        id,
        [
            ("cases", count(report.cases)),
            ("changed", count(report.changes.len())),
            ("old", compared.old.version().into()),
        ],
    )
}

fn count(number: usize) -> Value<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn reference(found: &WhatIf, change: &Change) -> String {
    found.references.get(change.case).cloned().unwrap_or_default()
}

/// A part in the words of the newer version, or else of the older one.
fn of_either(t: Text, compared: &Compared, part: Part, id: &str) -> String {
    let newer = called(t, &compared.new, part, id);
    let either = newer.or_else(|| called(t, &compared.old, part, id));
    either.unwrap_or_else(|| id.to_owned())
}

fn named(t: Text, compared: &Compared, id: &str) -> String {
    of_either(t, compared, Part::Authority, id)
}

/// How many applications would have differed in what; what would in none is not told.
fn totals(t: Text, compared: &Compared) -> Vec<(String, String)> {
    let totals = compared.found.report.totals();
    let some = |key: String, number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        (number > 0).then(|| (key, t.number(number)))
    };
    let of_authority = |id: &'static str, counts: &BTreeMap<String, usize>| -> Vec<_> {
        let each = counts.iter().map(|(authority, number)| {
            let key = t.one(id, "authority", named(t, compared, authority));
            some(key, *number)
        });
        each.collect()
    };
    let one = |id: &str, number: usize| some(t.get(id).into_owned(), number);
    let mut all = of_authority("what-if-gained", &totals.gained);
    all.extend(of_authority("what-if-lost", &totals.lost));
    all.extend([
        one("what-if-longer", totals.longer),
        one("what-if-shorter", totals.shorter),
        one("what-if-documents", totals.documents),
        one("what-if-fees", totals.fees),
        one("what-if-lead-times", totals.lead_times),
        one("what-if-refused", totals.refused),
        one("what-if-no-longer-refused", totals.no_longer_refused),
    ]);
    all.into_iter().flatten().collect()
}

fn words(t: Text, compared: &Compared, change: &Change) -> Vec<String> {
    let authority = |id: &'static str, all: &[String]| -> Vec<String> {
        all.iter()
            .map(|one| t.one(id, "authority", named(t, compared, one)))
            .collect()
    };
    let mut words = authority("what-if-gained", &change.gained);
    words.extend(authority("what-if-lost", &change.lost));
    words.extend(change.periods.iter().map(|period| {
        let id = match period.direction() {
            Ordering::Greater => "what-if-has-longer",
            Ordering::Less => "what-if-has-shorter",
            Ordering::Equal => "what-if-has-other",
        };
        t.with(
            id,
            [
                ("authority", named(t, compared, &period.authority).into()),
                ("before", i64::from(period.before.days).into()),
                ("after", i64::from(period.after.days).into()),
            ],
        )
    }));
    words.extend(change.attached.iter().map(|one| other(t, compared, one)));
    let refused = change.refused.iter();
    words.extend(refused.map(|one| why(t, compared, "what-if-would-be-refused", one)));
    let no_longer = change.no_longer_refused.iter();
    words.extend(no_longer.map(|one| why(t, compared, "what-if-would-not-be-refused", one)));
    words.extend(no_value(t, &compared.new, &change.no_value));
    words
}

/// Why an application would be refused, or was.
fn why(t: Text, compared: &Compared, id: &'static str, refusal: &Refusal) -> String {
    let question = |id: &str| format!("“{}”", of_either(t, compared, Part::Question, id));
    let told = match refusal {
        Refusal::Conflict { .. } => refusal.clone(),
        Refusal::Unanswered { input } => Refusal::Unanswered {
            input: question(input),
        },
        Refusal::NotTaken { input, value } => {
            let asked = compared.new.input(input).or_else(|| compared.old.input(input));
            Refusal::NotTaken {
                input: question(input),
                value: rulebook::Value::Text(answer(t, asked, value)),
            }
        }
    };
    t.one(id, "why", t.said(&told.said()))
}

/// A document, a fee or a lead time that would be another.
fn other(t: Text, compared: &Compared, change: &AttachedChange) -> String {
    let part = match change.kind {
        AttachedKind::Document => Part::Document,
        AttachedKind::Fee => Part::Fee,
        AttachedKind::LeadTime => Part::LeadTime,
    };
    let name = match part {
        Part::LeadTime => named(t, compared, &change.id),
        part => of_either(t, compared, part, &change.id),
    };
    let what = part_named(t, part, &name);
    match (part, &change.before, &change.after) {
        (Part::Document, None, _) => return t.one("difference-added", "what", what),
        (Part::Document, ..) => return t.one("difference-removed", "what", what),
        _ => {}
    }
    let said = |of: &Rulebook, text: &Option<String>| match text {
        None => t.get("difference-nothing").into_owned(),
        Some(text) => attached(t, of, change, text).unwrap_or_else(|| text.clone()),
    };
    t.with(
        "difference-changed",
        [
            ("what", what.into()),
            ("before", said(&compared.old, &change.before).into()),
            ("after", said(&compared.new, &change.after).into()),
        ],
    )
}

/// What a fee or a lead time is in a version, in the reader's words.
fn attached(t: Text, of: &Rulebook, change: &AttachedChange, text: &str) -> Option<String> {
    let all = of.attachments();
    match change.kind {
        AttachedKind::Document => None,
        AttachedKind::Fee => Some(fee_amount(t, all.fees.get(&change.id)?)),
        AttachedKind::LeadTime => {
            let lead = all.lead_times.values().find(|lead| lead.to_string() == text)?;
            let (days, clear) = lead_days(t, lead);
            Some(
                [Some(days), clear]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", "),
            )
        }
    }
}

/// All changes as a table for other programs (RFC 4180): ids as in the rulebook, several in one cell with blanks between.
fn file(compared: &Compared) -> Response {
    let mut text =
        "case,gained,lost,longer,shorter,documents,fees,lead_times,refused,no_longer_refused,no_value\r\n"
            .to_owned();
    for change in &compared.found.report.changes {
        let moved = |direction: Ordering| -> Vec<String> {
            let own = change.periods.iter().filter(|one| one.direction() == direction);
            own.map(|one: &PeriodChange| one.authority.clone()).collect()
        };
        let others = |kind: AttachedKind| -> Vec<String> {
            let own = change.attached.iter().filter(|one| one.kind == kind);
            own.map(|one| one.id.clone()).collect()
        };
        let said = |refusal: Option<&Refusal>| refusal.map_or_else(String::new, ToString::to_string);
        let no_value: Vec<String> = change.no_value.iter().map(ToString::to_string).collect();
        let cells = [
            reference(&compared.found, change),
            change.gained.join(" "),
            change.lost.join(" "),
            moved(Ordering::Greater).join(" "),
            moved(Ordering::Less).join(" "),
            others(AttachedKind::Document).join(" "),
            others(AttachedKind::Fee).join(" "),
            others(AttachedKind::LeadTime).join(" "),
            said(change.refused.as_ref()),
            said(change.no_longer_refused.as_ref()),
            no_value.join("; "),
        ];
        let cells = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    let kind = (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned());
    ([kind, attachment("what-if.csv")], text).into_response()
}
