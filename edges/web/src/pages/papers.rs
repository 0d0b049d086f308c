//! The papers: the permit, for everyone; the decision notice, for the parties. Each as a page, as PDF, and the permit
//! as a file with its proof.

use super::thread::{Here, of_case, of_permit};
use super::{Session, id};
use crate::memo::Memo;
use crate::papers::{decision_notice, labels, permit};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::wording::short_name;
use crate::{Failure, Text, page};
use act::AuthorityId;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use documents::{PaperFault, Permit};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/permits/{reference}", get(show_permit))
        .route("/permits/{reference}/pdf", get(permit_pdf))
        .route("/permits/{reference}/file", get(permit_file))
        .route("/cases/{id}/referrals/{authority}/notice", get(show_notice))
        .route("/cases/{id}/referrals/{authority}/notice/pdf", get(notice_pdf))
}

#[derive(Template)]
#[template(path = "pages/paper.html")]
struct PaperPage {
    shell: Shell,
    paper: String,
    pdf: String,
    file: Option<String>,
    qr: Option<String>,
    back: Option<String>,
}

/// Permits as pages. The code on one takes milliseconds to draw, and is the same for everyone who looks until the ledger
/// grows or the permit is taken back: then the paper differs, and with it what it is kept by.
static DRAWN: Memo<Permit, String> = Memo::of(64);

/// A permit as it stands on its page.
async fn drawn(t: Text, paper: &Permit) -> Result<String, Failure> {
    if let Some(html) = DRAWN.get(paper) {
        return Ok(html);
    }
    let made = paper.clone();
    let html = tokio::task::spawn_blocking(move || documents::permit_html(&made, &labels(t)))
        .await
        .map_err(|_| Failure::internal())?;
    let html = html.map_err(|fault| broken(&fault))?;
    DRAWN.keep(paper.clone(), html.clone());
    Ok(html)
}

fn broken(fault: &PaperFault) -> Failure {
    tracing::error!(%fault, "a paper could not be made");
    Failure::internal()
}

async fn show_permit(
    State(site): State<Site>,
    shell: Shell,
    session: Option<Session>,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let found = site.desk.permit(&reference).await?;
    let paper = permit(&site, t, &found).await?;
    let html = drawn(t, &paper).await?;
    let actor = session.and_then(|session| session.0.actor());
    let view = match &actor {
        Some(actor) => site.desk.case(actor, found.id).await.ok(),
        None => None,
    };
    let (thread, back) = match &view {
        Some(view) => (
            of_case(&site.desk, t, view, Here::Permit).await?,
            Some(format!("/cases/{}", found.id)),
        ),
        None => (of_permit(t, &found.application, Here::Permit), None),
    };
    let shell = shell
        .titled(t.one("permit-title", "reference", reference.as_str()))
        .threaded(thread);
    Ok(page(&PaperPage {
        paper: html,
        pdf: format!("/permits/{reference}/pdf"),
        file: Some(format!("/permits/{reference}/file")),
        qr: paper.qr_text,
        back,
        shell,
    }))
}

/// Typesetting takes tens of milliseconds of CPU: never on a thread that serves others.
async fn typeset(
    name: String,
    make: impl FnOnce() -> Result<Vec<u8>, PaperFault> + Send + 'static,
) -> Result<Response, Failure> {
    let bytes = tokio::task::spawn_blocking(make)
        .await
        .map_err(|_| Failure::internal())?;
    let bytes = bytes.map_err(|fault| broken(&fault))?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.pdf\""),
        ),
    ];
    Ok((headers, bytes).into_response())
}

async fn permit_pdf(
    State(site): State<Site>,
    shell: Shell,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let found = site.desk.permit(&reference).await?;
    let paper = permit(&site, t, &found).await?;
    typeset(paper.reference.clone(), move || {
        documents::permit_pdf(&paper, &labels(t))
    })
    .await
}

async fn permit_file(State(site): State<Site>, Path(reference): Path<String>) -> Result<Response, Failure> {
    let found = site.desk.permit(&reference).await?;
    let json = found.receipt.to_json().map_err(|fault| {
        tracing::error!(%fault, "a permit could not be written as a file");
        Failure::internal()
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"permit.json\"".to_owned(),
        ),
    ];
    Ok((headers, json).into_response())
}

async fn show_notice(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, authority)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let authority: AuthorityId = id(&authority)?;
    let notice = decision_notice(&site, t, &view, &authority).await?;
    let html = documents::decision_notice_html(&notice, &labels(t)).map_err(|fault| broken(&fault))?;
    let thread = of_case(&site.desk, t, &view, Here::Decisions).await?;
    let referral = view
        .application
        .referrals
        .get(&authority)
        .ok_or_else(Failure::not_found)?;
    let name = short_name(&site, t, &view.application, referral);
    let shell = shell
        .titled(t.one("notice-title", "authority", name))
        .threaded(thread);
    let at = format!("/cases/{}/referrals/{authority}", view.id);
    Ok(page(&PaperPage {
        paper: html,
        pdf: format!("{at}/notice/pdf"),
        file: None,
        qr: None,
        back: Some(at),
        shell,
    }))
}

async fn notice_pdf(
    State(site): State<Site>,
    shell: Shell,
    signed: Signed,
    Path((case, authority)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let notice = decision_notice(&site, t, &view, &id(&authority)?).await?;
    typeset(notice.reference.clone(), move || {
        documents::decision_notice_pdf(&notice, &labels(t))
    })
    .await
}
