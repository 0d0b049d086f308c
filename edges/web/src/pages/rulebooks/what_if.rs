//! Whom a changed rulebook would have touched: totals, case by case, and all of it as a table for other programs.

use super::super::faults;
use super::super::needed::no_value;
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
use rulebook::whatif::{AttachedChange, AttachedKind, Change, PeriodChange};
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
        lead: t.with(
            "what-if-lead",
            [
                ("cases", count(compared.found.report.cases)),
                ("old", compared.old.version().into()),
                ("new", compared.new.version().into()),
            ],
        ),
        totals: totals(t, compared),
        rows: changes.iter().take(MOST_LISTED).map(row).collect(),
        more: more.map(|more| t.with("what-if-more", [("more", count(more))])),
        shell: titled(shell),
        faults: Faults::none(),
        back,
    })
}

fn count(number: usize) -> Value<'static> {
    i64::try_from(number).unwrap_or(i64::MAX).into()
}

fn reference(found: &WhatIf, change: &Change) -> String {
    found.references.get(change.case).cloned().unwrap_or_default()
}

/// An authority by its short name in the newer version, or else in the older one.
fn named(t: Text, compared: &Compared, id: &str) -> String {
    let known = compared.new.authority(id).or_else(|| compared.old.authority(id));
    known.map_or_else(
        || id.to_owned(),
        |one| one.short.in_language(t.language().tag()).to_owned(),
    )
}

fn totals(t: Text, compared: &Compared) -> Vec<(String, String)> {
    let totals = compared.found.report.totals();
    let one = |id: &str, number: usize| {
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        (t.get(id).into_owned(), t.number(number))
    };
    let by_authority = |id: &'static str, counts: &BTreeMap<String, usize>| -> Vec<(String, String)> {
        let each = counts.iter().map(|(authority, number)| {
            let key = t.one(id, "authority", named(t, compared, authority));
            (key, t.number(i64::try_from(*number).unwrap_or(i64::MAX)))
        });
        each.collect()
    };
    let mut all = vec![one("what-if-changed", totals.changed)];
    all.extend(by_authority("what-if-gained", &totals.gained));
    all.extend(by_authority("what-if-lost", &totals.lost));
    all.extend([
        one("what-if-longer", totals.longer),
        one("what-if-shorter", totals.shorter),
        one("what-if-documents", totals.documents),
        one("what-if-fees", totals.fees),
        one("what-if-lead-times", totals.lead_times),
        one("what-if-refused", totals.refused),
        one("what-if-no-longer-refused", totals.no_longer_refused),
    ]);
    all
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
    let why =
        |id: &'static str, refusal: &rulebook::whatif::Refusal| t.one(id, "why", t.said(&refusal.said()));
    words.extend(
        change
            .refused
            .iter()
            .map(|one| why("what-if-would-be-refused", one)),
    );
    words.extend(
        change
            .no_longer_refused
            .iter()
            .map(|one| why("what-if-would-not-be-refused", one)),
    );
    words.extend(no_value(t, &compared.new, &change.no_value));
    words
}

/// A document, a fee or a lead time that would be another.
fn other(t: Text, compared: &Compared, change: &AttachedChange) -> String {
    let (id, what) = match change.kind {
        AttachedKind::Document => ("part-document", change.id.clone()),
        AttachedKind::Fee => ("part-fee", change.id.clone()),
        AttachedKind::LeadTime => ("part-lead-time", named(t, compared, &change.id)),
    };
    let what = t.one(id, "id", what);
    let said =
        |text: Option<&str>| text.map_or_else(|| t.get("difference-nothing").into_owned(), str::to_owned);
    t.with(
        "difference-changed",
        [
            ("what", what.into()),
            ("before", said(change.before.as_deref()).into()),
            ("after", said(change.after.as_deref()).into()),
        ],
    )
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
        let said = |refusal: Option<&rulebook::whatif::Refusal>| {
            refusal.map_or_else(String::new, ToString::to_string)
        };
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
