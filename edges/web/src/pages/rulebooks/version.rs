//! A version that binds, bound, or will bind: its page and its files, for everyone.

use super::super::Session;
use super::differences::{DifferenceShown, differences};
use super::findings;
use super::list::state;
use super::shown::Book;
use crate::attachment::attachment;
use crate::shell::Shell;
use crate::site::Site;
use crate::wording::version_title;
use crate::{Failure, Text, page};
use act::Role;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use desk::{Binding, Fault};
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "pages/rulebooks/version.html")]
struct VersionPage {
    shell: Shell,
    here: String,
    state: (&'static str, String),
    about: String,
    /// Whether the operator put it in force, and nobody proposed or approved it here.
    installed: bool,
    hash: String,
    /// What differs from the version before it; none where there is none.
    before: Option<(String, Vec<DifferenceShown>)>,
    book: Book,
    /// Whether the reader may begin to work on it.
    makes: bool,
    /// Why a rule maker may not.
    not_theirs: Option<String>,
}

pub(super) async fn show(
    State(site): State<Site>,
    shell: Shell,
    session: Option<Session>,
    Path((id, hash)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let (mut makes, mut not_theirs) = (false, None);
    if let Some(actor) = session.and_then(|session| session.0.actor()) {
        match site.desk.may_change(&actor, &id).await {
            Ok(()) => makes = true,
            Err(Fault::Refused(refused)) if actor.role == Role::RuleMaker => {
                not_theirs = Some(t.refusal(&refused));
            }
            Err(_) => {}
        }
    }
    let version = match site.desk.rulebook_version(&id, &hash).await {
        Err(Fault::NotFound) => return unloaded(&site, shell, &id, &hash, makes).await,
        version => version?,
    };
    let rulebook = &version.rulebook;
    let known = site.desk.rulebooks();
    let bindings = known.bindings(&id);
    let own = bindings
        .iter()
        .position(|one| one.version.rulebook.hash() == hash);
    let own = own.ok_or_else(Failure::not_found)?;
    let binding = bindings.get(own).ok_or_else(Failure::not_found)?;
    let before = own.checked_sub(1).and_then(|before| bindings.get(before));
    let before = before.map(|one| {
        let older = &one.version.rulebook;
        (older.version().to_owned(), differences(t, older, rulebook))
    });
    let title = version_title(t, rulebook);
    Ok(page(&VersionPage {
        here: format!("/rulebooks/{id}/{hash}"),
        shell: shell.titled(title),
        state: state(t, &known, binding),
        about: binds(t, binding),
        installed: binding.proposal.is_none(),
        before,
        book: Book::of(t, &version),
        makes,
        not_theirs,
        hash,
    }))
}

/// From which day a version binds, and until which where it says so: what it says of its first day itself is not another.
fn binds(t: Text, binding: &Binding) -> String {
    let from = ("date", t.date(binding.from).into());
    match binding.version.rulebook.valid_to() {
        Some(last) => t.with("rulebook-binds-from-to", [from, ("last", t.date(last).into())]),
        None => t.with("rulebook-binds-from", [from]),
    }
}

/// A version that was published and is not loaded.
async fn unloaded(site: &Site, shell: Shell, id: &str, hash: &str, makes: bool) -> Result<Response, Failure> {
    let known = site.desk.rulebooks();
    let found = known.unloaded(id).find(|one| one.hash == hash);
    let found = found.ok_or_else(Failure::not_found)?;
    let named = [("title", id.into()), ("version", found.name.as_str().into())];
    let title = shell.t.with("rulebook-version-title", named);
    findings::unloaded(
        shell,
        title,
        &format!("/rulebooks/{id}/{hash}"),
        &found.files,
        makes,
    )
    .await
}

/// A file as its makers wrote it.
pub(super) async fn file(
    State(site): State<Site>,
    Path((id, hash, name)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    kept(&*site.desk.version_files(&id, &hash).await?, &name)
}

/// One of the files of a version, or of what is to be one.
pub(super) fn kept(files: &BTreeMap<String, String>, name: &str) -> Result<Response, Failure> {
    let text = files.get(name).ok_or_else(Failure::not_found)?.clone();
    let kind = if name.ends_with(".dmn") {
        "application/xml"
    } else {
        "application/toml"
    };
    let last = name.rsplit('/').next().unwrap_or_default();
    let kind = (header::CONTENT_TYPE, kind.to_owned());
    Ok(([kind, attachment(last)], text).into_response())
}
