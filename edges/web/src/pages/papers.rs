//! The papers: the permit, for everyone; the decision notice, for the parties. Each as a page, as PDF, and the permit
//! as a file with its proof.

use super::thread::{Here, of_case, of_permit, origin};
use super::{Session, id};
use crate::attachment::attachment;
use crate::day::{NoGoes, no_goes};
use crate::memo::Memo;
use crate::papers::{decision_notice, labels, permit, veiled_labels, veiled_permit};
use crate::routes::Routes;
use crate::shell::Shell;
use crate::site::{Signed, Site};
use crate::untold::{self, UntoldLine};
use crate::wording::{bound_to, rulebook_line, short_name, unprintable, zone};
use crate::{Failure, Text, page};
use act::{ApplicationId, AuthorityId};
use askama::Template;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clearance::{Application, Commitment, Untold};
use desk::{PermitPaper, PermitShown, VeiledPermit};
use documents::{PaperFault, Permit};
use tokio::sync::Semaphore;

pub(crate) fn routes() -> Routes {
    Routes::new()
        .route("/permits/{reference}", get(show_permit))
        .route("/permits/{reference}/pdf", get(permit_pdf))
        .route("/permits/{reference}/file", get(permit_file))
        .route("/cases/{id}/referrals/{authority}/notice", get(show_notice))
        .route("/cases/{id}/referrals/{authority}/notice/pdf", get(notice_pdf))
        .route("/cases/{id}/referrals/{authority}/clock", get(clock_file))
        .route("/cases/{id}/sealed/{commitment}", get(reasons_file))
}

#[derive(Template)]
#[template(path = "pages/paper.html")]
struct PaperPage {
    shell: Shell,
    paper: String,
    unprintable: Option<String>,
    /// None where its reader is not told all of it.
    pdf: Option<String>,
    file: Option<String>,
    qr: Option<String>,
    back: Option<String>,
    /// Who says no-go.
    no_goes: Option<NoGoes>,
    /// The permit that took its place: what the way to it is called, and its page.
    instead: Option<(String, String)>,
    /// The rules that it was decided by, and their page.
    rulebook: Option<(String, String)>,
    /// What its reader is not told, and why.
    untold: Vec<UntoldLine>,
}

/// Permits as pages. The code on one takes milliseconds to draw, and is the same for everyone who looks until the ledger
/// grows or the permit is taken back: then the paper differs, and with it what it is kept by.
static DRAWN: Memo<Permit, Drawn> = Memo::of(64);

/// A paper as it stands on its page, and the characters of it that no paper can print.
#[derive(Clone)]
struct Drawn {
    html: String,
    unprintable: Option<String>,
}

/// Draws a paper, which takes milliseconds of CPU: never on a thread that serves others.
async fn drawn(make: impl FnOnce() -> Result<String, PaperFault> + Send + 'static) -> Result<Drawn, Failure> {
    let draw = move || {
        let html = make()?;
        let unprintable = unprintable(&html);
        Ok(Drawn { html, unprintable })
    };
    let made = tokio::task::spawn_blocking(draw).await;
    made.map_err(|_| Failure::internal())?
        .map_err(|fault| broken(&fault))
}

/// A permit as it stands on its page.
async fn drawn_permit(t: Text, paper: &Permit) -> Result<Drawn, Failure> {
    if let Some(known) = DRAWN.get(paper) {
        return Ok(known);
    }
    let made = paper.clone();
    let drawn = drawn(move || documents::permit_html(&made, &labels(t))).await?;
    DRAWN.keep(paper.clone(), drawn.clone());
    Ok(drawn)
}

/// Veiled permits as [`DRAWN`] keeps whole ones, each with what its reader is not told: the labels differ by it.
static VEILED: Memo<(Permit, Vec<Untold>), Drawn> = Memo::of(64);

async fn drawn_veiled(t: Text, paper: Permit, found: &VeiledPermit) -> Result<Drawn, Failure> {
    let key = (paper, found.untold.clone());
    if let Some(known) = VEILED.get(&key) {
        return Ok(known);
    }
    let (made, labels) = (key.0.clone(), veiled_labels(t, &found.untold));
    let drawn = drawn(move || documents::permit_html(&made, &labels)).await?;
    VEILED.keep(key, drawn.clone());
    Ok(drawn)
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
    let actor = session.and_then(|session| session.0.actor());
    let found = match site.desk.permit(&reference, actor.as_ref()).await? {
        PermitShown::Whole(found) => found,
        PermitShown::Veiled(found) => return show_veiled(&site, shell, &reference, &found).await,
    };
    let paper = permit(&site, t, &found).await?;
    let drawn = drawn_permit(t, &paper).await?;
    let view = match &actor {
        Some(actor) => site.desk.case(actor, found.id).await.ok(),
        None => None,
    };
    let (thread, back) = match &view {
        Some(view) => {
            let origin = origin(&site.desk, view).await?;
            (
                of_case(t, view, origin.as_ref(), Here::Permit),
                Some(format!("/cases/{}", found.id)),
            )
        }
        None => (of_permit(t, &found.application, Here::Permit), None),
    };
    let shell = shell
        .titled(t.one("permit-title", "reference", reference.as_str()))
        .threaded(thread);
    Ok(page(&PaperPage {
        paper: drawn.html,
        unprintable: drawn.unprintable,
        pdf: Some(format!("/permits/{reference}/pdf")),
        file: Some(format!("/permits/{reference}/file")),
        qr: paper.qr_text,
        back,
        instead: instead(t, &found.application, &found.permit),
        no_goes: no_goes(
            &site,
            t,
            &found.application,
            &zone(&found.application, &site),
            true,
        ),
        rulebook: rulebook_line(&site, t, &found.application),
        untold: vec![],
        shell,
    }))
}

/// A permit of which its reader is not told all: what is told of it, what is not and why, and no proof.
async fn show_veiled(
    site: &Site,
    shell: Shell,
    reference: &str,
    found: &VeiledPermit,
) -> Result<Response, Failure> {
    let t = shell.t;
    let application = &found.application;
    let paper = veiled_permit(site, t, found).await?;
    let drawn = drawn_veiled(t, paper, found).await?;
    let rulebook = rulebook_line(site, t, application);
    let version = rulebook.as_ref().map(|(_, path)| path.as_str());
    let untold = untold::lines(t, bound_to(site, application).as_deref(), version, &found.untold);
    let thread = of_permit(t, application, Here::Permit);
    let zone = zone(application, site);
    let shell = shell
        .titled(t.one("permit-title", "reference", reference))
        .threaded(thread);
    Ok(page(&PaperPage {
        paper: drawn.html,
        unprintable: drawn.unprintable,
        pdf: None,
        file: None,
        qr: None,
        back: None,
        instead: instead(t, application, &found.permit),
        no_goes: no_goes(site, t, application, &zone, true),
        rulebook,
        untold,
        shell,
    }))
}

/// The permit to read in place of one that was replaced.
fn instead(t: Text, application: &Application, permit: &clearance::Permit) -> Option<(String, String)> {
    // Where none holds any more, there is none to go by.
    let present = &application.live_permit()?.content.permit;
    (*present != permit.content.permit).then(|| {
        let words = t.one("paper-see-instead", "permit", present.as_str());
        (words, format!("/permits/{present}"))
    })
}

/// How many papers are typeset at once: each keeps a processor busy, and anyone may ask for a permit's.
static TYPESETTING: Semaphore = Semaphore::const_new(2);

/// Permits as PDF, as [`DRAWN`] keeps their pages.
static PRINTED: Memo<Permit, Bytes> = Memo::of(16);

/// Typesetting takes tens of milliseconds of CPU: never on a thread that serves others.
pub(super) async fn typeset(
    make: impl FnOnce() -> Result<Vec<u8>, PaperFault> + Send + 'static,
) -> Result<Bytes, Failure> {
    let turn = TYPESETTING.acquire().await.map_err(|_| Failure::internal())?;
    let made = tokio::task::spawn_blocking(move || {
        // Whoever asked may be gone: the next one's turn is when this is done.
        let _turn = turn;
        make()
    });
    let made = made.await.map_err(|_| Failure::internal())?;
    made.map(Bytes::from).map_err(|fault| broken(&fault))
}

pub(super) fn pdf(name: &str, bytes: Bytes) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        attachment(&format!("{name}.pdf")),
    ];
    (headers, bytes).into_response()
}

/// A permit to take along, with its proof, for whoever may read all of it. Who is not signed in may be one of them: the answer is then
/// the one that every page of parties gives.
async fn whole(
    site: &Site,
    reference: &str,
    signed: Result<Signed, Response>,
) -> Result<Result<Box<PermitPaper>, Response>, Failure> {
    let actor = signed.as_ref().ok().map(|signed| &signed.actor);
    match (site.desk.permit(reference, actor).await?, signed) {
        (PermitShown::Whole(found), _) => Ok(Ok(found)),
        (PermitShown::Veiled(_), Err(sign_in)) => Ok(Err(sign_in)),
        // Its page says why there is nothing here.
        (PermitShown::Veiled(_), Ok(_)) => Err(Failure::not_found()),
    }
}

async fn permit_pdf(
    State(site): State<Site>,
    shell: Shell,
    signed: Result<Signed, Response>,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let t = shell.t;
    let found = match whole(&site, &reference, signed).await? {
        Ok(found) => found,
        Err(sign_in) => return Ok(sign_in),
    };
    let paper = permit(&site, t, &found).await?;
    if let Some(bytes) = PRINTED.get(&paper) {
        return Ok(pdf(&paper.reference, bytes));
    }
    let made = paper.clone();
    let bytes = typeset(move || documents::permit_pdf(&made, &labels(t))).await?;
    let answer = pdf(&paper.reference, bytes.clone());
    PRINTED.keep(paper, bytes);
    Ok(answer)
}

async fn permit_file(
    State(site): State<Site>,
    signed: Result<Signed, Response>,
    Path(reference): Path<String>,
) -> Result<Response, Failure> {
    let found = match whole(&site, &reference, signed).await? {
        Ok(found) => found,
        Err(sign_in) => return Ok(sign_in),
    };
    let json = found.receipt.to_json().map_err(|fault| {
        tracing::error!(%fault, "a permit could not be written as a file");
        Failure::internal()
    })?;
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        attachment("permit.json"),
    ];
    Ok((headers, json).into_response())
}

/// An authority's clock as a file, from which `placet clock` reckons it again.
async fn clock_file(
    State(site): State<Site>,
    signed: Signed,
    Path((case, authority)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let view = site.desk.case(&signed.actor, id(&case)?).await?;
    let authority: AuthorityId = id(&authority)?;
    let referral = view.application.referrals.get(&authority);
    let mut record = referral
        .and_then(|referral| clearance::clock(referral).ok())
        .ok_or_else(Failure::not_found)?;
    record.reckoning = record.reckon().ok();
    let name = format!("{}-{authority}-clock.json", view.application.reference);
    Ok(([attachment(&name)], Json(record)).into_response())
}

/// The proof that words are those that were sealed, for whoever reads them.
async fn reasons_file(
    State(site): State<Site>,
    signed: Signed,
    Path((case, commitment)): Path<(String, String)>,
) -> Result<Response, Failure> {
    let (case, commitment): (ApplicationId, Commitment) = (id(&case)?, id(&commitment)?);
    let file = site.desk.reasons_file(&signed.actor, case, &commitment).await?;
    let json = (header::CONTENT_TYPE, "application/json".to_owned());
    Ok(([attachment("reasons.json"), json], file).into_response())
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
    let drawn = drawn(move || documents::decision_notice_html(&notice, &labels(t))).await?;
    let origin = origin(&site.desk, &view).await?;
    let thread = of_case(t, &view, origin.as_ref(), Here::Decisions);
    let referral = view
        .application
        .referrals
        .get(&authority)
        .ok_or_else(Failure::not_found)?;
    let name = short_name(&site, t, &view.application, referral);
    let title = if referral.advises() {
        "advice-title"
    } else {
        "notice-title"
    };
    let shell = shell.titled(t.one(title, "authority", name)).threaded(thread);
    let at = format!("/cases/{}/referrals/{authority}", view.id);
    Ok(page(&PaperPage {
        paper: drawn.html,
        unprintable: drawn.unprintable,
        pdf: Some(format!("{at}/notice/pdf")),
        file: None,
        qr: None,
        back: Some(at),
        instead: None,
        no_goes: None,
        rulebook: rulebook_line(&site, t, &view.application),
        untold: vec![],
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
    let name = notice.reference.clone();
    let bytes = typeset(move || documents::decision_notice_pdf(&notice, &labels(t))).await?;
    Ok(pdf(&name, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::{Arc, Barrier};

    #[tokio::test]
    async fn two_papers_are_typeset_at_once_and_no_more() {
        let at_work = Arc::new(AtomicUsize::new(0));
        let together = Arc::new(Barrier::new(2));
        let papers: Vec<_> = (0..8)
            .map(|_| {
                let (at_work, together) = (at_work.clone(), together.clone());
                tokio::spawn(typeset(move || {
                    let most = at_work.fetch_add(1, Ordering::SeqCst) + 1;
                    together.wait();
                    at_work.fetch_sub(1, Ordering::SeqCst);
                    Ok(vec![u8::try_from(most).unwrap()])
                }))
            })
            .collect();
        for paper in papers {
            let most = paper.await.unwrap().unwrap();
            assert!(most[0] <= 2, "{} at once", most[0]);
        }
    }
}
