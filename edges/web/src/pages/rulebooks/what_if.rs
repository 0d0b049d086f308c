//! Whom a changed rulebook would have touched: totals, case by case, and all of it as a table for other programs.

mod file;
mod words;

use super::super::faults;
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::version_title;
use crate::{Failure, Text, Value, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use desk::governance::{Draft, ProposalView, WhatIf};
use desk::{Fault, Version};
use file::file;
use rulebook::Rulebook;
use rulebook::whatif::Change;
use std::sync::Arc;
use words::{totals, words};

/// The most cases that the page lists; the file has all.
const MOST_LISTED: usize = 200;

struct CaseRow {
    reference: String,
    event: String,
    day: String,
    changes: Vec<String>,
}

#[derive(Template)]
#[template(path = "pages/rulebooks/what_if.html")]
struct WhatIfPage {
    shell: Shell,
    faults: Faults,
    back: String,
    csv: String,
    /// Which version is tried, beside which.
    versions: String,
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
        versions: String::new(),
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
    let row = |change: &Change| {
        let named = compared.found.named.get(change.case)?;
        Some(CaseRow {
            reference: named.reference.clone(),
            event: named.event.clone(),
            day: t.date(named.date),
            changes: words(t, compared, change),
        })
    };
    let more = changes.len().checked_sub(MOST_LISTED).filter(|more| *more > 0);
    page(&WhatIfPage {
        csv: format!("{back}/what-if.csv"),
        versions: versions(t, compared),
        lead: lead(t, compared),
        totals: totals(t, compared),
        rows: changes.iter().take(MOST_LISTED).filter_map(row).collect(),
        more: more.map(|more| t.with("what-if-more", [("more", count(more))])),
        shell: titled(shell),
        faults: Faults::none(),
        back,
    })
}

/// Which version is tried, beside which.
fn versions(t: Text, compared: &Compared) -> String {
    let new = version_title(t, &compared.new);
    let old = compared.old.version();
    t.with("what-if-versions", [("new", new.into()), ("old", old.into())])
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
