//! A proposal: what it would change, what the linter finds, whom it would have touched; and deciding on it.

use super::super::faults;
use super::differences::{DifferenceShown, differences, plain};
use super::findings;
use super::shown::Book;
use super::tests::{self, TestsShown};
use super::version::kept;
use super::words::FindingShown;
use crate::form::{Form, Typed};
use crate::parts::{Faults, FieldKind, TextField};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::{version_title, zone_by};
use crate::{Failure, Text, page, see_other};
use act::Context;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use desk::Fault;
use desk::governance::ProposalView;
use governance::{Possible, Standing};

#[derive(Template)]
#[template(path = "pages/rulebooks/proposal.html")]
struct ProposalPage {
    shell: Shell,
    faults: Faults,
    here: String,
    standing: (&'static str, String),
    number: String,
    purpose: String,
    /// What came of it, a line each.
    history: Vec<String>,
    reasons: Option<String>,
    changes: Vec<DifferenceShown>,
    findings: Vec<FindingShown>,
    tests: TestsShown,
    /// Which tests are others than those of the version that it changes.
    test_changes: Vec<String>,
    what_if: bool,
    /// The page of the published version.
    published: Option<String>,
    approve: bool,
    decline: Option<TextField>,
    publish: Option<TextField>,
    withdraw: bool,
    resume: bool,
    book: Book,
}

fn tone(standing: Standing) -> &'static str {
    match standing {
        Standing::Proposed | Standing::Approved => "wait",
        Standing::Published => "ok",
        Standing::Declined => "bad",
        Standing::Withdrawn => "quiet",
    }
}

/// Who did something and when, in a line.
/// Told in the zone of the rulebook's jurisdiction.
pub(super) async fn line(
    site: &Site,
    t: Text,
    id: &str,
    view: &ProposalView,
    by: &Context,
) -> Result<String, Failure> {
    let zone = zone_by(site, view.version.rulebook.id());
    let day = by.at.to_zoned_datetime(zone.clone()).date();
    let doer = site.desk.doer(&by.actor, day).await?;
    let person = doer.person.map_or_else(String::new, |names| {
        names.in_language(t.language().tag()).to_owned()
    });
    Ok(t.with(
        id,
        [("person", person.into()), ("at", t.instant(by.at, &zone).into())],
    ))
}

async fn history(site: &Site, t: Text, view: &ProposalView) -> Result<Vec<String>, Failure> {
    let proposal = &view.proposal;
    let mut lines = vec![line(site, t, "history-proposed", view, &proposal.by).await?];
    if let Some(approved) = &proposal.approved {
        lines.push(line(site, t, "history-approved", view, approved).await?);
    }
    if let Some(ended) = &proposal.ended {
        let id = format!("history-{}", proposal.standing.name());
        lines.push(line(site, t, &id, view, ended).await?);
    }
    if let Some(published) = &proposal.published {
        lines.push(line(site, t, "history-published", view, &published.by).await?);
        lines.push(t.one("rulebook-binds-from", "date", t.date(published.from)));
    } else {
        lines.push(t.one("proposal-to-bind-from", "date", t.date(proposal.version.from)));
    }
    Ok(lines)
}

/// What differs from the version that it changes, or why the two could not be compared.
pub(super) fn changes(t: Text, view: &ProposalView) -> Vec<DifferenceShown> {
    match (&view.changes, &view.proposal.version.changes) {
        (Some(older), _) => differences(t, &older.rulebook, &view.version.rulebook),
        (None, Some(hash)) => vec![plain(t.one("proposal-not-compared", "hash", hash.as_str()))],
        (None, None) => vec![plain(t.get("proposal-first").into_owned())],
    }
}

pub(super) async fn shown(
    site: &Site,
    shell: Shell,
    view: &ProposalView,
    typed: &Typed,
    faults: Faults,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (proposal, rulebook) = (&view.proposal, &view.version.rulebook);
    let can = |act: Possible| view.possible.contains(&act);
    let standing = t.get(&format!("proposal-{}", proposal.standing.name()));
    let waits = if can(Possible::Approve) {
        t.get("proposal-waits-for-you")
    } else {
        standing.clone()
    };
    let title = t.with(
        "proposal-title",
        [
            ("version", version_title(t, rulebook).into()),
            ("standing", waits.into()),
        ],
    );
    let field = |name: &str, label: &str| TextField::new(t, name, t.get(label), typed, &faults);
    let decline = can(Possible::Decline).then(|| field("reasons", "field-reasons"));
    let publish = can(Possible::Publish).then(|| field("from", "field-binds-from"));
    let mut shell = shell.titled(title);
    shell.faulty = !faults.is_empty();
    let older = view.changes.as_ref();
    let here = format!("/rulebook-proposals/{}/{}", rulebook.id(), proposal.number);
    Ok(page(&ProposalPage {
        standing: (tone(proposal.standing), standing.into_owned()),
        number: t.one("proposal-number", "number", i64::from(proposal.number)),
        purpose: proposal.version.purpose.to_string(),
        history: history(site, t, view).await?,
        reasons: proposal.reasons.as_ref().map(ToString::to_string),
        changes: changes(t, view),
        findings: findings::told(t, Some(rulebook), &view.found.report),
        tests: TestsShown::of(t, rulebook, &view.found.tests),
        test_changes: match older {
            Some(older) => tests::changed(t, older, &view.version).await?,
            None => vec![],
        },
        what_if: view.changes.is_some(),
        published: (proposal.standing == Standing::Published)
            .then(|| format!("/rulebooks/{}/{}", rulebook.id(), rulebook.hash())),
        approve: can(Possible::Approve),
        faults: faults
            .clone()
            .named(decline.iter().chain(&publish).map(TextField::label)),
        decline: decline.map(|field| field.kind(FieldKind::Lines).most(2_000)),
        publish: publish.map(|field| field.kind(FieldKind::Day)),
        withdraw: can(Possible::Withdraw),
        resume: view.resumes,
        book: Book::at(t, &view.version.files, Some(rulebook), &here),
        here,
        shell,
    }))
}

pub(super) async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((id, number)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let number = super::super::id(&number)?;
    let view = match site.desk.proposal(&signed.actor, &id, number).await {
        Err(Fault::Invalid(_)) => return unloaded(&site, shell, &signed, &id, number).await,
        view => view?,
    };
    let typed = Typed::default().and("from", view.proposal.version.from.to_string());
    let faults = match &view.hindered {
        Some(refused) => faults::shown(&shell, Fault::Refused(refused.clone()))?,
        None => Faults::none(),
    };
    shown(&site, shell, &view, &typed, faults).await
}

/// What was proposed and is not loaded.
async fn unloaded(
    site: &Site,
    shell: Shell,
    signed: &Signed,
    id: &str,
    number: u32,
) -> Result<Response, Failure> {
    let files = site.desk.proposal_files(&signed.actor, id, number).await?;
    let resumes = site.desk.may_change(&signed.actor, id).await.is_ok();
    let named = [("rulebook", id.into()), ("number", i64::from(number).into())];
    let title = shell.t.with("proposal-unloaded-title", named);
    let at = format!("/rulebook-proposals/{id}/{number}");
    findings::unloaded(shell, title, &at, &files, resumes).await
}

/// A file as it was proposed.
pub(super) async fn file(
    State(site): State<Site>,
    signed: Signed,
    Path((id, number, name)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    let number = super::super::id(&number)?;
    kept(
        &site.desk.proposal_files(&signed.actor, &id, number).await?,
        &name,
    )
}

/// Begins to work on what was proposed.
pub(super) async fn resume(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((id, number)): Path<(String, String)>,
    Form(_): Form,
) -> Result<Response, Failure> {
    let number = super::super::id(&number)?;
    match site.desk.resume_proposal(&signed.actor, &id, number).await {
        Ok(draft) => Ok(see_other(&shell.to(&format!("/rulebook-drafts/{draft}")))),
        Err(Fault::Refused(refused)) => Err(Failure::refused(refused)),
        Err(fault) => Err(Failure::of_fault(&fault)),
    }
}
