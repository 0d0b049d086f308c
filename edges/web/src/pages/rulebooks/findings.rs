//! What the linter finds in a version that is worked on.

use super::words::{FindingShown, finding};
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::{Failure, Text, page};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use desk::RULEBOOK_TOML;
use desk::governance::{lint, lint_files};
use rulebook::lint::Report;
use rulebook::{Files, Rulebook};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::task::JoinError;

#[derive(Template)]
#[template(path = "pages/rulebooks/findings.html")]
struct FindingsPage {
    shell: Shell,
    /// Where to go back to, and the words for it.
    back: (String, String),
    findings: Vec<FindingShown>,
    /// Whether it is proposed or published, and not loaded.
    unloaded: bool,
    /// Each of its files with its address, where no other page has them.
    files: Vec<(String, String)>,
    /// Where its reader begins to work on it, if they may.
    resume: Option<String>,
}

/// What the linter finds. It looks at all combinations of answers, which can take a while: never on a thread that serves
/// others.
pub(super) async fn found(
    site: &Site,
    t: Text,
    rulebook: &Arc<Rulebook>,
) -> Result<Vec<FindingShown>, Failure> {
    let (own, known) = (Arc::clone(rulebook), site.desk.rulebooks());
    let report = tokio::task::spawn_blocking(move || lint(&own, None, &known)).await;
    shown(t, Some(rulebook), report)
}

fn shown(
    t: Text,
    of: Option<&Rulebook>,
    report: Result<Report, JoinError>,
) -> Result<Vec<FindingShown>, Failure> {
    let report = report.map_err(|_| Failure::internal())?;
    Ok(told(t, of, &report))
}

/// What was found, in words.
pub(super) fn told(t: Text, of: Option<&Rulebook>, report: &Report) -> Vec<FindingShown> {
    let findings = report.findings.iter();
    findings.map(|one| finding(t, of, one)).collect()
}

/// What the linter finds in files of which no version could be loaded: what refuses them, each by its kind and place.
fn refused(files: &BTreeMap<String, String>) -> Report {
    let named = |name: &String| name.ends_with(".dmn");
    let models = files.iter().filter(|(name, _)| named(name));
    let settings = files.get(RULEBOOK_TOML).map_or("", String::as_str);
    let files = Files {
        rulebook_toml: (RULEBOOK_TOML, settings),
        dmn: models
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect(),
    };
    lint_files(&files, None)
}

/// The page of a version that this program does not load, where it is proposed or published: what refuses it, and its files.
pub(super) async fn unloaded(
    shell: Shell,
    title: String,
    at: &str,
    files: &BTreeMap<String, String>,
    resumes: bool,
) -> Result<Response, Failure> {
    let (t, own) = (shell.t, files.clone());
    let findings = shown(t, None, tokio::task::spawn_blocking(move || refused(&own)).await)?;
    let address = |name: &String| (name.clone(), format!("{at}/files/{name}"));
    Ok(page(&FindingsPage {
        back: ("/rulebooks".to_owned(), t.get("rulebooks-title").into_owned()),
        shell: shell.titled(title),
        findings,
        unloaded: true,
        files: files.keys().map(address).collect(),
        resume: resumes.then(|| format!("{at}/drafts")),
    }))
}

pub(super) async fn of_draft(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(draft): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let draft = site.desk.rulebook_draft(&signed.actor, &draft).await?;
    let findings = match site.desk.drafted_version(&draft) {
        Ok(version) => found(&site, t, &version.rulebook).await?,
        Err(_) => {
            let files = draft.files.clone();
            shown(
                t,
                None,
                tokio::task::spawn_blocking(move || refused(&files)).await,
            )?
        }
    };
    let title = t.get("lint-title");
    Ok(page(&FindingsPage {
        back: (
            format!("/rulebook-drafts/{}", draft.id),
            t.get("rulebook-back-to-draft").into_owned(),
        ),
        shell: shell.titled(title),
        findings,
        unloaded: false,
        files: vec![],
        resume: None,
    }))
}
