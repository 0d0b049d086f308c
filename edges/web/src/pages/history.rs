//! All that happened in a case, in order, as a story; and the case to be taken along: on paper, and as an archive with its proofs.

use super::thread::{Here, of_case, origin};
use super::{changed, draft_form, id};
use crate::attachment::attachment;
use crate::confided::Confided;
use crate::paging::Pager;
use crate::papers::case_file;
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::told_of::{ToldLine, lines};
use crate::wording::Named;
use crate::{Failure, Text, bundle, page};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use desk::clearance::History;
use serde::Deserialize;

/// How many lines a page has: more than most cases come to.
const PAGE: usize = 200;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/cases/{id}/history", get(show))
        .route("/cases/{id}/history/pdf", get(pdf))
        .route("/cases/{id}/history/archive", get(archive))
}

#[derive(Template)]
#[template(path = "pages/history.html")]
struct HistoryPage {
    shell: Shell,
    case: String,
    lines: Vec<ToldLine>,
    pager: Pager,
}

/// After which line the page begins.
#[derive(Deserialize)]
struct From {
    after: Option<usize>,
}

/// All that happened, in words.
fn told(site: &Site, t: Text, history: &History, named: Named) -> Vec<ToldLine> {
    // The last time comes first there.
    let changes = changed::all(t, site, &history.view, &named).into_iter().rev();
    let changes = changes.map(|one| one.rows).collect();
    lines(site, t, history, named, changes)
}

async fn show(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
    Query(from): Query<From>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let history = site.desk.history(&signed.actor, id(&case)?).await?;
    let view = &history.view;
    let after = from.after.unwrap_or(0);
    let named = Named::of(&site, t, &view.application).await?;
    let mut told = told(&site, t, &history, named);
    told.retain(|one| one.number > after);
    let more = told.len() > PAGE;
    told.truncate(PAGE);
    let case = format!("/cases/{}", view.id);
    let last = told.last().map_or(after, |one| one.number);
    let origin = origin(&site.desk, view).await?;
    let thread = of_case(t, view, origin.as_ref(), Here::Application);
    let title = t.one("history-title", "reference", view.application.reference.as_str());
    Ok(page(&HistoryPage {
        shell: shell.titled(title).threaded(thread),
        pager: Pager {
            next: more.then(|| format!("{case}/history?after={last}")),
            earlier: None,
            none_ahead: None,
        },
        lines: told,
        case,
    }))
}

async fn pdf(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let history = site.desk.history(&signed.actor, id(&case)?).await?;
    let name = history.view.application.reference.clone();
    let application = &history.view.application;
    let named = Named::of(&site, t, application).await?;
    let mut applied = draft_form::summary(&site, t, application, &named);
    let confided = Confided::of(&site, t, &history.view, &named);
    applied.extend(confided.answers());
    let kept = confided.documents().into_iter().map(|(_, said)| said).collect();
    let told = told(&site, t, &history, named);
    let file = case_file(&site, t, &history, (applied, kept), told)?;
    let bytes =
        super::papers::typeset(move || documents::case_file_pdf(&file, &crate::papers::labels(t))).await?;
    Ok(super::papers::pdf(&name, bytes))
}

async fn archive(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path(case): Path<String>,
) -> Result<Response, Failure> {
    let bundle = site.desk.bundle(&signed.actor, id(&case)?).await?;
    let name = format!("{}.zip", bundle.case.reference);
    let about = shell.t.with(
        "archive-about",
        [
            ("reference", bundle.case.reference.as_str().into()),
            ("address", site.address.as_str().into()),
        ],
    );
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        attachment(&name),
    ];
    let body = bundle::body(site.desk.clone(), signed.actor.clone(), bundle, about + "\n");
    Ok((headers, body).into_response())
}
