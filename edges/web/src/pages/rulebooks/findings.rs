//! What the linter finds in a version that is worked on.

use super::super::faults;
use super::words::{FindingShown, finding};
use crate::parts::Faults;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use rulebook::Rulebook;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "pages/rulebooks/findings.html")]
struct FindingsPage {
    shell: Shell,
    faults: Faults,
    back: String,
    findings: Vec<FindingShown>,
}

/// What the linter finds. It looks at all combinations of answers, which can take a while: never on a thread that serves
/// others.
pub(super) async fn found(t: Text, rulebook: &Arc<Rulebook>) -> Result<Vec<FindingShown>, Failure> {
    let rulebook = Arc::clone(rulebook);
    let report = tokio::task::spawn_blocking(move || rulebook.lint(None)).await;
    let report = report.map_err(|_| Failure::internal())?;
    Ok(report.findings.iter().map(|one| finding(t, one)).collect())
}

pub(super) async fn of_draft(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let (findings, faults) = match site.desk.drafted_version(&draft) {
        Ok(version) => (found(t, &version.rulebook).await?, Faults::none()),
        Err(fault) => (vec![], faults::shown(&shell, fault)?),
    };
    let title = t.get("lint-title");
    Ok(page(&FindingsPage {
        back: format!("/rulebook-drafts/{}", draft.id),
        shell: shell.titled(title),
        faults,
        findings,
    }))
}
